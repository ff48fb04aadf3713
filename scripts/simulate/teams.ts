import { seeded } from '../../src/book/kit/many-tests.ts'
import type { Closing, RepRecord } from '../../src/book/team/verdicts.ts'
import { addDays, type PlainDate } from '../../src/time/plain-date.ts'

/** An invented team whose true rates are known: what a verdict says of it is right or wrong. */
export interface TeamWanted {
  readonly seed: number
  readonly reps: number
  /** New deals a rep and week. */
  readonly perWeek: number
  readonly winRate: number
  readonly asOf: PlainDate
  /** How the first rep differs: in the share of the others’ win rate, and of their creation in the last 13 weeks. */
  readonly first?: { readonly winning?: number; readonly creation?: number }
}

const WEEKS = 157
const HISTORY_DAYS = 7 * WEEKS
const QUARTER_DAYS = 91
/** Days from creation to closing: half take under forty, one in ten over 110. */
const CYCLE = { median: 40, spread: 0.8 }

export function inventTeam({ seed, reps, perWeek, winRate, asOf, first = {} }: TeamWanted): RepRecord[] {
  const random = seeded(seed)
  const start = addDays(asOf, -HISTORY_DAYS)
  return Array.from({ length: reps }, (_, at): RepRecord => {
    const isFirst = at === 0
    const rate = winRate * (isFirst ? (first.winning ?? 1) : 1)
    const createdByWeek = Array.from({ length: WEEKS }, () => 0)
    const closings: Closing[] = []
    for (let day = start; day <= asOf; day = addDays(day, 1)) {
      const share = isFirst && day > asOf - QUARTER_DAYS ? (first.creation ?? 1) : 1
      for (let count = poisson((perWeek * share) / 7, random); count > 0; count--) {
        const week = Math.floor((asOf - day) / 7)
        createdByWeek[week] = (createdByWeek[week] ?? 0) + 1
        const closed = addDays(day, 1 + Math.round(CYCLE.median * Math.exp(CYCLE.spread * normal(random))))
        const isWon = random() < rate
        if (closed <= asOf) closings.push({ day: closed, isWon })
      }
    }
    closings.sort((a, b) => a.day - b.day)
    const workedByWeek = createdByWeek.map(() => true)
    return { name: `Rep ${at + 1}`, createdByWeek, workedByWeek, closings, from: addDays(start, QUARTER_DAYS) }
  })
}

/** A Poisson count (Knuth, 1969): products of uniform numbers. */
function poisson(mean: number, random: () => number): number {
  const least = Math.exp(-mean)
  let count = -1
  for (let product = 1; product > least; product *= random()) count++
  return count
}

/** A standard normal number (Box and Muller, 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
