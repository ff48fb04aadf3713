import { oncePer } from '../../kit/remembered.ts'
import type { Book } from '../book.ts'
import { judgeOutcomes } from '../team/outcomes.ts'
import type { Rep } from '../team/rep.ts'
import { valueFor } from '../settings.ts'
import { median } from '../kit/statistics.ts'

/** The weeks over which prospecting is compared. */
export const PROSPECTING_WEEKS = 4

/** Prospecting activities a week that are to be expected, and what says so. */
export interface ProspectingPace {
  readonly perWeek: number
  readonly of: 'standard' | 'reps who produce'
}

/**
 * The standard; where none is set, the median of the reps who produce, over weeks 0 to 3. Undefined where fewer than
 * two of those log anything, and for a rep of under 90 days, who is compared with no median.
 */
export function prospectingPace(rep: Rep, book: Book): ProspectingPace | undefined {
  const standard = valueFor(book.settings.standards.prospectingActivities, rep.name, rep.level)
  if (standard !== undefined) return { perWeek: standard, of: 'standard' }
  const usual = rep.isNew ? undefined : paceOfProducers(book)
  return usual === undefined ? undefined : { perWeek: usual, of: 'reps who produce' }
}

/** What was done to find new business, beside what is to be expected. */
export interface ProspectingJudgement {
  readonly prospecting: number
  readonly weeks: number
  readonly against: ProspectingPace
  /** As much as is expected, or more. */
  readonly isEnough: boolean
}

/** Undefined where the exports show no prospecting, or nothing says how much is to be expected. */
export function judgeProspecting(rep: Rep, book: Book): ProspectingJudgement | undefined {
  if (book.knowledge.get('prospecting') !== undefined) return undefined
  const against = prospectingPace(rep, book)
  const { prospecting, weeks } = book.activities.inWeeks(rep, PROSPECTING_WEEKS)
  if (against === undefined || weeks === 0) return undefined
  return { prospecting, weeks, against, isEnough: prospecting >= against.perWeek * weeks }
}

const LEAST_PRODUCERS = 2

const paceOfProducers = oncePer((book: Book): number | undefined => {
  const paces = book.reps.flatMap((rep) => {
    if (rep.isNew || !isKnownToProduce(rep, book)) return []
    const { total, prospectingPerWeek } = book.activities.inWeeks(rep, PROSPECTING_WEEKS)
    return total === 0 || prospectingPerWeek === undefined ? [] : [prospectingPerWeek]
  })
  return paces.length < LEAST_PRODUCERS ? undefined : median(paces)
})

/** Of whom nothing can be judged is left alone, but is no example for the others. */
function isKnownToProduce(rep: Rep, book: Book): boolean {
  const { creation, winning } = judgeOutcomes(rep, book)
  const verdicts = new Set([creation?.verdict, winning?.verdict])
  return verdicts.has('not-below') && !verdicts.has('below')
}
