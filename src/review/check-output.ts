import type { Config } from '../config/schema.ts'
import type { Io } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { kindFlags, type ReadFlags, type ReviewFlags } from './flags.ts'
import { isExportName, realPath } from './open-exports.ts'
import { formatOfEnding } from './format-names.ts'
import { formatOf } from './rendering.ts'

import path from 'node:path'

/** Before anything is read: what cannot be written, or would destroy what was given. */
export async function checkOutput(paths: readonly string[], flags: ReviewFlags, config: Config, io: Io): Promise<void> {
  const { output, format } = flags
  checkMailFlags(flags)
  if (flags.splitBy !== undefined || flags.outputDir !== undefined)
    (await import('./split.ts')).checkSplit(paths, flags, config, io)
  else if (formatOf(flags) === 'eml') (await import('./mail.ts')).envelopeOf(flags, config)
  if (output === undefined || output === '-') return
  checkTarget(paths, flags, io)
  const ending = path.extname(output).toLowerCase()
  if (format === undefined && NO_FORMATS.has(ending) && formatOfEnding(output) === undefined)
    throw new Problem(`there is no format for ${ending}`, {
      where: { file: output },
      hint:
        ending === '.pdf'
          ? 'write it to a file that ends in .html, and print that page as PDF in a browser'
          : 'end it in .txt, .md, .html, .eml or .json, or say which with --format',
    })
}

/** A report may not take the place of an export, by whatever path either is named. @throws Problem */
export function checkTarget(paths: readonly string[], flags: Target, io: Io): void {
  const { output } = flags
  if (output === undefined || output === '-') return
  const target = path.resolve(io.cwd, output)
  const folder = path.join(realPath(path.dirname(target)), path.basename(target))
  for (const given of givenFiles(paths, flags)) {
    const full = realPath(path.resolve(io.cwd, given))
    if (full === realPath(target) || full === folder)
      throw new Problem('the report would replace an export that it reads', {
        where: { file: output },
        hint: 'write it to another file',
      })
    if ([folder, realPath(target)].some((one) => isExportName(one) && path.dirname(one) === full))
      throw new Problem('the report would lie among the exports that are read', {
        where: { file: output },
        hint: 'write it to another folder, or end its name in .txt',
      })
  }
}

type Target = Pick<ReviewFlags, 'output' | 'previous'> & ReadFlags

/** What is about a mail, and there is none: whoever gave it waits for one. @throws Problem */
function checkMailFlags(flags: ReviewFlags): void {
  if (formatOf(flags) === 'eml') return
  const given = (['to', 'from', 'subject', 'attach'] as const).find((flag) => (flags[flag]?.length ?? 0) > 0)
  if (given !== undefined)
    throw new Problem(`--${given} is for a mail, and this review is none`, { hint: 'add --format eml' })
}

/** Every path that a review was told to read. */
export function givenFiles(paths: readonly string[], flags: Target): readonly string[] {
  return [...paths, ...flags.previous, ...kindFlags.flatMap(([flag]) => flags[flag])]
}

/** Formats a reader would expect from the name, and would not get. */
const NO_FORMATS = new Set(['.pdf', '.csv', '.xls', '.xlsx', '.docx'])
