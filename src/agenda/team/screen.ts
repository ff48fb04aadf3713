import type { Manager } from '../../book/team/groups.ts'
import type { Said } from '../../language/sentence.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { Outlook } from '../page/outlook.ts'
import type { Talk } from '../page/talk.ts'

/** What is compared in a point, for bars beside it. */
export interface PointBar {
  readonly label: string
  readonly value: number
  readonly said: Said
  readonly isHot: boolean
  readonly isPart: boolean
}

export interface Point {
  readonly said: readonly Said[]
  readonly bars: readonly PointBar[]
}

/** The team on one screen: what a manager reads before the meeting. */
export interface Screen {
  readonly manager: Manager
  readonly meeting: PlainDate
  /** In the order of the pages. */
  readonly talks: readonly Talk[]
  /** By manager, where there are several. */
  readonly teams: readonly { readonly name: string; readonly talks: readonly Talk[] }[]
  readonly open: readonly Deal[]
  /** The newest day in the data up to the review. */
  readonly newest: PlainDate | undefined
  readonly readFirst: readonly Said[]
  readonly outlook: Outlook
  readonly period: readonly Said[]
  readonly points: readonly Point[]
  readonly dueSoon: readonly Said[]
  readonly overdue: readonly Said[]
  readonly since: readonly Said[]
  readonly noOwner: readonly Said[]
  readonly join: readonly Said[]
  readonly letPass: readonly Said[]
  readonly wouldNotice: readonly Said[]
}
