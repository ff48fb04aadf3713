import type { PlainDate } from '../time/plain-date.ts'
import type { Account } from './accounts/account.ts'
import type { Activities } from './activity/activities.ts'
import type { DataCheck } from './checks/data-check.ts'
import type { Joined } from './activity/deal-events.ts'
import type { DealColumn } from './columns.ts'
import type { Deal } from './deals/deal.ts'
import type { StageOrder } from './deals/stages.ts'
import type { DealStates } from './states/states.ts'
import type { Goals } from './goals/goals.ts'
import type { Period } from './goals/period.ts'
import type { Progress } from './goals/progress.ts'
import type { ReviewCalendar } from './kit/calendar.ts'
import type { Distribution } from './kit/statistics.ts'
import type { Knowledge } from './known/knowledge.ts'
import type { Past, Reading } from './past/past.ts'
import type { Settings } from './settings.ts'
import type { Manager, Team } from './team/groups.ts'
import type { Norms } from './team/norms.ts'
import type { Rep } from './team/rep.ts'
import type { LeftOut, WithoutActiveOwner } from './team/roster.ts'
import type { StageOutcomes } from './team/stage-outcomes.ts'

/** Everything the exports tell about the team on one day. Rules see this and nothing else. */
export interface Book {
  readonly asOf: PlainDate
  /** What the check of the files found, before anybody is judged by them. */
  readonly data: DataCheck
  readonly calendar: ReviewCalendar
  readonly settings: Settings
  /** As far as it can be compared with these exports. */
  readonly past: Past
  /** Every deal that existed on the day, those of ignored owners left out. */
  readonly deals: readonly Deal[]
  readonly open: readonly Deal[]
  /** Ids of every row in the export, ignored owners' and later ones too. */
  readonly ids: ReadonlySet<string>
  /** Deals created after the day: the review of a day that is past leaves them out. */
  readonly createdLater: number
  /** Rows without any date that are left out, because the export goes on after the day of the review. */
  readonly undated: number
  readonly reps: readonly Rep[]
  /** What was done: on deals, with accounts, by reps. */
  readonly activities: Activities
  /** Every account that a deal or the accounts file names, by name. */
  readonly accounts: readonly Account[]
  /** Open deals without a rep: no owner, or one who has left. */
  readonly unassigned: readonly Deal[]
  /** Of these, those whose owner has left. */
  readonly withoutActiveOwner: readonly WithoutActiveOwner[]
  /** Owners that are no persons, and what of theirs was left out. */
  readonly ignored: readonly LeftOut[]
  readonly team: Team
  /** The first leads the whole team; where two or more are named, each of them follows. */
  readonly managers: readonly Manager[]
  readonly norms: Norms
  /** The goal period that the day lies in: `goals.period` of the config, else the calendar quarter. */
  readonly period: Period
  readonly goals: Goals
  /** The share of the period's goal that is usually won by this day. */
  readonly progress: Progress
  readonly stageOutcomes: StageOutcomes
  readonly stages: StageOrder
  /** Open, won or lost, and what has to be asked about it. */
  readonly states: DealStates
  /** Amounts of the team's open deals. */
  readonly openAmounts: Distribution
  readonly knowledge: Knowledge
  readonly joined: Joined
  /** The columns that sort the deals, ours and others: for insights. */
  readonly columns: readonly DealColumn[]
  readonly importDays: readonly PlainDate[]
  readonly defaultCloseDates: number
  /** Display of amounts: an ISO code, where the export or the config tells. */
  readonly currency: string | undefined
  /** How the opportunities were read. */
  readonly reading: Reading
}
