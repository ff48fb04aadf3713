import type { Agenda } from '../agenda/agenda.ts'
import { select } from '../agenda/select.ts'
import type { Rep } from '../book/team/rep.ts'
import type { Config } from '../config/schema.ts'
import { isAddress } from '../language/mail-address.ts'
import { fileNames } from '../report/file-names.ts'
import { reckoning } from '../system/interruption.ts'
import type { Io } from '../system/io.ts'
import { makeFolder } from '../system/make-folder.ts'
import { Problem } from '../system/problem.ts'
import { writePrivateFile } from '../system/write-file.ts'
import type { ReviewFlags } from './flags.ts'
import { render } from './formats.ts'
import { renderMail, senderOf } from './mail.ts'
import { isLeftOut } from './quiet.ts'
import { formats } from './format-names.ts'
import { formatOf, type Rendering } from './rendering.ts'

import path from 'node:path'

/** Flags that do not go together with a file a rep. @throws Problem */
export function checkSplit(paths: readonly string[], flags: ReviewFlags, config: Config, io: Io): void {
  const { splitBy, outputDir, output, format } = flags
  if (splitBy === undefined) {
    if (outputDir === undefined) return
    throw new Problem('--output-dir needs --split-by rep', { hint: 'for one file, use --output' })
  }
  if (outputDir === undefined) throw new Problem('--split-by rep needs a folder', { hint: 'add --output-dir pages' })
  if (output !== undefined)
    throw new Problem('--output is one file', { hint: 'leave it out: --output-dir has them all' })
  const folder = path.resolve(io.cwd, outputDir)
  if (paths.some((given) => path.resolve(io.cwd, given) === folder))
    throw new Problem('the pages would lie among the exports that are read', {
      where: { file: outputDir },
      hint: 'name another folder',
    })
  if (format !== 'eml') return
  if (flags.to.length > 0)
    throw new Problem('--to is for one mail', {
      hint: 'with --split-by rep each goes to its rep: reps.NAME.email in the config, or the e-mail column of a reps file',
    })
  if (flags.audience === 'manager')
    throw new Problem('a mail to a rep is the rep’s own copy', { hint: 'leave --audience manager out' })
  senderOf(flags, config)
}

/**
 * One file a rep that only the user may read, each written whole or not at all; a rep's own copy, unless the manager's was asked for. Whoever has
 * nothing to discuss gets none under `--quiet-if-empty`.
 *
 * @returns what to say of reps who got none.
 */
export async function writeSplit(agenda: Agenda, rendering: Rendering, io: Io): Promise<readonly string[]> {
  const { config, flags } = rendering
  const format = formatOf(flags)
  const folder = path.resolve(io.cwd, flags.outputDir ?? '')
  await makeFolder(folder, flags.outputDir ?? '')
  const names = fileNames(agenda.pages.map(({ rep }) => rep.name))
  const without: string[] = []
  for (const { rep } of agenda.pages) {
    const own = select(agenda, { reps: [rep.name], managers: [], teams: [], audience: flags.audience ?? 'rep' })
    // Asked of each alone: one who needs the meeting is no reason to write to everybody.
    if (isLeftOut(own, flags)) continue
    const to = format === 'eml' ? addressOf(rep) : undefined
    if (format === 'eml' && to === undefined) {
      without.push(rep.name)
      continue
    }
    const report =
      to === undefined
        ? await reckoning(io, () => render(format, own, rendering, io))
        : await renderMail(
            own,
            { from: senderOf(flags, config), to: [to], subject: flags.subject ?? config.mail?.subject },
            rendering,
          )
    await writePrivateFile(path.join(folder, `${names.get(rep.name)}${formats[format]}`), report)
  }
  return without.length === 0 ? [] : [withoutAddress(without, agenda.pages.length)]
}

/** Addresses come from the config or a reps file, and have to be plain ones. */
function addressOf({ email }: Rep): string | undefined {
  return email !== undefined && isAddress(email) ? email : undefined
}

function withoutAddress(names: readonly string[], of: number): string {
  return (
    `${names.length} of ${of} reps got no mail, for want of a usable address: ${names.join(', ')}. ` +
    'Set reps.NAME.email in the config, or add an e-mail column to the reps file'
  )
}
