import type { ReviewFlags } from '../review/flags.ts'
import type { Io } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { parseIsoDate } from '../time/plain-date.ts'
import { review } from './review.ts'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import path from 'node:path'

/** A review of the built-in sample team: two weekly exports, so that there is something to compare. */
export async function demo(flags: ReviewFlags, io: Io): Promise<number> {
  const sample = path.relative(io.cwd, sampleFolder()) || '.'
  const asOf = flags.asOf ?? parseIsoDate('2026-11-20')
  return review(
    [path.join(sample, 'week-2'), path.join(sample, 'reps.csv')],
    { ...flags, ...(asOf !== undefined && { asOf }), config: false, previous: [path.join(sample, 'week-1')] },
    io,
  )
}

/** Beside this file's package, whether it runs compiled or from its sources. */
function sampleFolder(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const sample = path.join(folder, 'fixtures', 'sample-team')
    if (existsSync(sample)) return sample
    if (folder === path.dirname(folder)) throw new Problem('the sample is missing', { hint: 'install it anew' })
  }
}
