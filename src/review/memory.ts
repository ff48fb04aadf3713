import type { Exports } from '../records/exports.ts'
import type { Io } from '../system/io.ts'
import { Problem } from '../system/problem.ts'

/** What a review keeps of an open deal, with two findings: by the least memory that 200,000 of them go through with. */
const BYTES_OF_DEAL = 3000

const GIB = 2 ** 30
const MIB = 2 ** 20

/**
 * Node ends a program that needs more memory than it gives it, and the program cannot say a word. So that is said before.
 *
 * @throws Problem where there are more deals than fit.
 */
export function checkMemory({ deals: { length } }: Pick<Exports, 'deals'>, { heapLimit }: Io): void {
  const needed = length * BYTES_OF_DEAL
  if (heapLimit === undefined || needed <= heapLimit) return
  throw new Problem(
    `${length.toLocaleString('en-US')} deals need about ${inGiB(needed)} of memory, and Node gives this program ${inGiB(heapLimit)}`,
    {
      hint:
        'leave the oldest closed deals out of the export; or, where the machine has as much, run it again with ' +
        `NODE_OPTIONS=--max-old-space-size=${Math.ceil((needed * SPARE) / MIB / 1000) * 1000} set`,
    },
  )
}

/** A little more than is kept: what is no longer needed is cleared away now and then only. */
const SPARE = 1.25

function inGiB(bytes: number): string {
  return `${(bytes / GIB).toFixed(1)} GB`
}
