import type { Direction } from '../../records/activity-traits.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { NO_ACCOUNT, type AccountKeys, type EventAccounts } from '../accounts/account-keys.ts'
import type { DealEvents } from '../activity/deal-events.ts'

/** What was there before a deal. */
export interface DealOrigin {
  /** The earliest completed activity on the deal, none older than the deal itself; undefined where there is none. */
  readonly firstActivity: PlainDate | undefined
  /** Who began that first activity; undefined where there is none, or nothing says so. */
  readonly begunBy: Direction | undefined
  /**
   * Whether the account was in touch with us before the deal was created: a completed activity with it, or an earlier
   * deal. Undefined where it cannot be known: no creation date, no account, or no activities from before that day.
   */
  readonly hadEarlierContact: boolean | undefined
}

const NEVER = 2 ** 31 - 1

/** The first that was heard of each account, to be asked about each of its deals. */
export class DealOrigins {
  readonly #dealEvents: DealEvents
  readonly #ofDeals: Int32Array
  readonly #asOf: PlainDate
  /** First completed activity, and first creation of a deal, by account. */
  readonly #firstActivity: Int32Array
  readonly #firstDeal: Int32Array
  #firstOfAll = NEVER

  /** @param created the n-th is deal n's. */
  constructor(
    dealEvents: DealEvents,
    accounts: EventAccounts,
    keys: AccountKeys,
    created: readonly (PlainDate | undefined)[],
    asOf: PlainDate,
  ) {
    this.#dealEvents = dealEvents
    this.#ofDeals = keys.ofDeals
    this.#asOf = asOf
    this.#firstActivity = new Int32Array(keys.size).fill(NEVER)
    this.#firstDeal = new Int32Array(keys.size).fill(NEVER)
    const { events } = dealEvents
    for (let event = 0; event < events.length; event++) {
      const day = events.day(event)
      if (day === undefined || !dealEvents.tookPlace(event, asOf)) continue
      if (day < this.#firstOfAll) this.#firstOfAll = day
      lower(this.#firstActivity, accounts.of(event), day)
    }
    for (const [deal, day] of created.entries())
      if (day !== undefined) lower(this.#firstDeal, keys.ofDeals[deal] ?? NO_ACCOUNT, day)
  }

  of(deal: number, created: PlainDate | undefined): DealOrigin {
    let first = NEVER
    let begunBy: Direction | undefined
    let isOlder = false
    const { events } = this.#dealEvents
    for (const event of this.#dealEvents.of(deal)) {
      const day = events.day(event)
      if (day === undefined || !this.#dealEvents.tookPlace(event, this.#asOf)) continue
      if (created !== undefined && day < created) isOlder = true
      else if (day < first) [first, begunBy] = [day, events.direction(event)]
    }
    return {
      firstActivity: first === NEVER ? undefined : (first as PlainDate),
      begunBy,
      hadEarlierContact: created === undefined ? undefined : isOlder || this.#hadContact(deal, created),
    }
  }

  #hadContact(deal: number, created: PlainDate): boolean | undefined {
    const account = this.#ofDeals[deal] ?? NO_ACCOUNT
    if (account === NO_ACCOUNT) return undefined
    if ((this.#firstActivity[account] ?? NEVER) < created || (this.#firstDeal[account] ?? NEVER) < created) return true
    return this.#firstOfAll < created ? false : undefined
  }
}

function lower(days: Int32Array, at: number, day: PlainDate): void {
  if (at >= 0 && day < (days[at] ?? NEVER)) days[at] = day
}
