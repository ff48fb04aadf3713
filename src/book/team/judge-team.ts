import type { PlainDate } from '../../time/plain-date.ts'
import { lookAt, VERDICT, type Outcome, type RepRecord, type Tested } from './verdicts.ts'

/** Whether a verdict stands after one more look: it is spoken when found, and kept while it is likelier than not. */
export function stands(before: boolean, tested: Pick<Tested, 'isFound' | 'probability'> | undefined): boolean {
  if (tested === undefined) return false
  return tested.isFound || (before && tested.probability >= VERDICT.keep)
}

/** What stands of one outcome of one rep. */
export interface Verdict extends Tested {
  readonly isWeak: boolean
}

/** Verdicts by rep; who could not be compared is not in it. */
export type Verdicts = Readonly<Record<Outcome, ReadonlyMap<string, Verdict>>>

/** Whom the last review called weak; undefined where there is none to go by. */
export type WeakBefore = Readonly<Record<Outcome, ReadonlySet<string>>> | undefined

/**
 * What can be said of each rep today: what was found now, and what was said before and is still likely. Without a last
 * review that tells, the last eight weeks are gone through again from the file.
 */
export function judgeTeam(records: readonly RepRecord[], asOf: PlainDate, before: WeakBefore): Verdicts {
  const now = lookAt(records, asOf)
  const weak = before ?? replayed(records, asOf)
  const verdicts = (outcome: Outcome) =>
    new Map(
      [...now[outcome]].map(([name, tested]): [string, Verdict] => [
        name,
        { ...tested, isWeak: stands(weak[outcome].has(name), tested) },
      ]),
    )
  return { creation: verdicts('creation'), winning: verdicts('winning') }
}

function replayed(records: readonly RepRecord[], asOf: PlainDate): NonNullable<WeakBefore> {
  let weak: NonNullable<WeakBefore> = { creation: new Set(), winning: new Set() }
  for (let weeksAgo: number = VERDICT.replayWeeks; weeksAgo > 0; weeksAgo--) {
    const look = lookAt(records, asOf, weeksAgo)
    const still = (outcome: Outcome) =>
      new Set([...look[outcome]].flatMap(([name, tested]) => (stands(weak[outcome].has(name), tested) ? [name] : [])))
    weak = { creation: still('creation'), winning: still('winning') }
  }
  return weak
}
