import type { Agenda } from '../agenda/agenda.ts'
import { reckoning } from '../interruption.ts'
import { writeOut, type Io } from '../io.ts'
import { formatOf, render, type Rendering } from './formats.ts'

/**
 * Writes the review where it was asked for.
 *
 * @returns what to say on standard error afterwards.
 */
export async function deliver(agenda: Agenda, rendering: Rendering, io: Io): Promise<readonly string[]> {
  const { flags } = rendering
  if (flags.splitBy !== undefined) {
    const { writeSplit } = await import('./split.ts')
    return writeSplit(agenda, rendering, io)
  }
  const report = await reckoning(io, () => render(formatOf(flags), agenda, rendering, io))
  const { output } = flags
  if (output === undefined || output === '-') await writeOut(io.stdout, report)
  else await (await import('../write-file.ts')).writeFileWhole(output, report, io.cwd)
  return []
}
