import type { Agenda } from '../agenda/agenda.ts'
import { type Io, writeOut } from '../system/io.ts'
import { render } from './formats.ts'
import { reckoningAloud } from './progress.ts'
import { formatOf, type Rendering } from './rendering.ts'

/**
 * Writes the review where it was asked for.
 *
 * @returns what to say on standard error afterwards.
 */
export async function deliver(agenda: Agenda, rendering: Rendering, io: Io): Promise<readonly string[]> {
  const { flags } = rendering
  const isNobody = agenda.pages.length === 0
  if (flags.splitBy !== undefined) {
    const { writeSplit } = await import('./split.ts')
    return [...(await writeSplit(agenda, rendering, io)), ...(isNobody ? [`no file was written: ${NOBODY}`] : [])]
  }
  const writing = { what: 'writing what was found in', deals: agenda.book.deals } as const
  const report = await reckoningAloud(writing, flags, io, () => render(formatOf(flags), agenda, rendering, io))
  const { output } = flags
  if (output === undefined || output === '-') await writeOut(io.stdout, report)
  else await (await import('../system/write-file.ts')).writeFileWhole(output, report, io.cwd)
  if (isNobody && agenda.audience === 'rep') return [`nothing of it is for a rep: ${NOBODY}`]
  return ofManyReaders(agenda, flags)
}

/** A mail “Your pipeline” has one reader, as a rule, who is then shown the others' numbers. */
function ofManyReaders({ audience, pages }: Agenda, flags: Rendering['flags']): readonly string[] {
  if (audience !== 'rep' || pages.length < 2 || formatOf(flags) !== 'eml') return []
  return [
    `this mail has the pages of ${pages.length} reps, and whoever gets it reads them all. ` +
      'Add --rep NAME for one of them, or --split-by rep --output-dir outbox for a mail to each',
  ]
}

/** An empty folder, or a report without a page, is not to read as a pipeline without a trouble. */
const NOBODY = 'no deal has an owner, and so nobody a page. “review” without these flags shows the deals'
