import type { Book } from '../book/book.ts'
import { isLongOverdue, isOld } from '../book/deals/dead-weight.ts'
import type { Deal } from '../book/deals/deal.ts'
import { repByName } from '../book/lookup.ts'
import { judgeOutcomes } from '../book/team/outcomes.ts'
import { heaviest, worthJoining } from '../book/deals/stake.ts'
import type { ClientMeeting } from '../book/activity/touches.ts'
import { groupBy } from '../kit/collections.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'
import { pointsOf, type Finding } from './finding.ts'

/** Whoever was joined within so many days has been seen at work. */
const RECENT_DAYS = 28

/** A client meeting in which a manager would be of use. */
export interface Joining {
  readonly meeting: ClientMeeting
  readonly deal: Deal
  /** When the manager was last in a client meeting with this rep; undefined where no record shows one. */
  readonly lastJoined: PlainDate | undefined
}

/**
 * Where a manager would be of most use: beside a rep who wins too little, then beside one not joined for four weeks; of
 * those at a deal that is weak, and of weak ones at the one with most money in it. Never at a deal that is to be closed
 * unless something has changed.
 */
export class WhereToJoin {
  readonly #manager: string | undefined
  readonly #book: Book
  readonly #said: ReadonlyMap<string | undefined, readonly Finding[]>
  readonly #needs = new Map<string | undefined, number>()

  /** @param manager undefined where nobody is named. */
  constructor(manager: string | undefined, book: Book, findings: readonly Finding[]) {
    this.#manager = manager
    this.#book = book
    const live = findings.filter(
      ({ deal, place, dismissed }) => deal !== null && place !== 'hygiene' && dismissed === null,
    )
    this.#said = groupBy(live, ({ deal }) => deal?.id)
  }

  /** @param meetings the next first. */
  among(meetings: readonly ClientMeeting[]): Joining | undefined {
    const alive = meetings.map((meeting) => ({ ...meeting, deals: meeting.deals.filter((deal) => !this.#isOld(deal)) }))
    const best = worthJoining(alive, (deal) => this.#weigh(deal))
    return best === undefined ? undefined : { ...best, lastJoined: this.#lastJoined(best.deal.owner) }
  }

  /** Of these deals the one that most needs a meeting. */
  neediest(deals: readonly Deal[]): Deal | undefined {
    return heaviest(
      deals.filter((deal) => !this.#isOld(deal)),
      (deal) => this.#weigh(deal),
    )
  }

  /** An amount that nobody knows counts as the median one. */
  #weigh(deal: Deal): readonly number[] {
    const said = this.#saidOf(deal)
    const isWeak = said.some(({ severity }) => severity !== 'low')
    const money = deal.amount ?? this.#book.openAmounts.median ?? 0
    return [this.#needOf(deal.owner), Number(isWeak), money, pointsOf(said)]
  }

  #saidOf({ id }: Deal): readonly Finding[] {
    return this.#said.get(id) ?? []
  }

  #isOld(deal: Deal): boolean {
    const isSilent = this.#saidOf(deal).some(({ cures }) => cures === 'call')
    return isOld(deal, this.#book) || (isSilent && isLongOverdue(deal, this.#book))
  }

  #needOf(owner: string | undefined): number {
    const known = this.#needs.get(owner)
    if (known !== undefined) return known
    const rep = repByName(owner, this.#book)
    const isLosing = rep !== undefined && judgeOutcomes(rep, this.#book).winning?.rate.verdict === 'below'
    const joined = this.#lastJoined(owner)
    const isRecent = joined !== undefined && joined > addDays(this.#book.asOf, -RECENT_DAYS)
    const need = (isLosing ? 2 : 0) + (isRecent ? 0 : 1)
    this.#needs.set(owner, need)
    return need
  }

  #lastJoined(owner: string | undefined): PlainDate | undefined {
    const { activities } = this.#book
    if (owner === undefined || this.#manager === undefined) return undefined
    return activities.lastClientMeetingOf(
      this.#manager,
      (meeting) => activities.isAt(meeting, owner) || meeting.deals.some((deal) => deal.owner === owner),
    )?.day
  }
}
