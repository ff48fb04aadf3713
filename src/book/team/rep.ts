import type { Days, PlainDate } from '../../time/plain-date.ts'
import type { Deal } from '../deals/deal.ts'
import type { Goal } from '../goals/goal.ts'

/** New opportunities by week; week 0 is the seven days ending on the as-of day. */
export interface Creation {
  /** Every deal; as many weeks as WEEKS. */
  readonly byWeek: readonly number[]
  /** Without renewals; as many weeks. */
  readonly newBusinessByWeek: readonly number[]
  readonly lastCreated: PlainDate | undefined
  /** Without renewals. */
  readonly lastNewBusiness: PlainDate | undefined
  /** Weeks in a row without any, counted up to 52. */
  readonly weeksWithoutNew: number
}

/** Closings in the 365 days up to as-of. */
export interface Closings {
  readonly won: number
  readonly lost: number
  /** New business alone: renewals stay out of the rate. */
  readonly newBusinessWon: number
  readonly newBusinessLost: number
  /** Deals that are over, and of which the outcome or the day is not known: of whatever year. */
  readonly unclear: number
  /** Won ÷ (won + lost) of new business, 0 to 1; undefined too where `unclear` ones could turn it around. */
  readonly winRate: number | undefined
  /** Mean amount of the won new business, in the export's currency. */
  readonly averageWon: number | undefined
  /** Median days from creation to winning. */
  readonly cycleDays: Days | undefined
}

export interface Rep {
  readonly name: string
  readonly email: string | undefined
  readonly manager: string | undefined
  readonly team: string | undefined
  readonly level: string | undefined
  /** What is to be won in the book's period, and how far it has come; undefined where nobody set one. */
  readonly goal: Goal | undefined
  /** As the config or the reps file gives it. */
  readonly startDate: PlainDate | undefined
  /** Start date, else the first appearance in the export. Weeks before it count in no streak and no pace. */
  readonly since: PlainDate | undefined
  /** Under 90 days: compared with no median and no win rate. */
  readonly isNew: boolean
  readonly deals: readonly Deal[]
  /** Those they opened, whoever has them now: creation belongs to whoever did it. */
  readonly opened: readonly Deal[]
  /** The last sign of life of somebody who has shown none for four weeks, while the team was at work. */
  readonly lastSign: PlainDate | undefined
  readonly open: readonly Deal[]
  readonly creation: Creation
  readonly closings: Closings
}

/** Stands in a reps file, and nothing in these exports is theirs: they count in no share, median or cause. */
export function isAbsent({ since, deals }: Pick<Rep, 'since' | 'deals'>): boolean {
  return since === undefined && deals.length === 0
}
