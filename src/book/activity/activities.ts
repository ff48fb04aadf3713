import { compareText } from '../../kit/collections.ts'
import { once } from '../../kit/remembered.ts'
import { isSamePerson, nameParts } from '../../language/person-name.ts'
import { nonSellingOf } from '../../records/activity-traits.ts'
import type { Events } from '../../records/events.ts'
import { addDays, type Days, type PlainDate } from '../../time/plain-date.ts'
import { INTERNAL } from '../../vocabulary/activities.ts'
import { NO_ACCOUNT } from '../accounts/account-keys.ts'
import type { Account } from '../accounts/account.ts'
import type { Deal } from '../deals/deal.ts'
import type { ReviewCalendar } from '../kit/calendar.ts'
import {
  ACTIVITY_WEEKS,
  type ActivitySummary,
  type ActivityWeek,
  addUp,
  type Tenure,
  WeekCounter,
} from './activity-weeks.ts'
import { activityWindow, type ActivityWindow, firstDay } from './activity-window.ts'
import { FirstMeetings } from './first-meetings.ts'
import { shownIn } from './shown.ts'
import type { ClientMeeting, Touch, TouchCounts } from './touches.ts'
import type { ActivityTracks } from './tracks.ts'

/**
 * What was done, up to the day of the review: on each deal, with each account, by each rep. Everything is worked out
 * when it is first asked for: there can be a million activities, and most rules want none of them.
 */
export class Activities {
  readonly #tracks: ActivityTracks
  readonly #events: Events
  readonly #deals: readonly Deal[]
  readonly #reps: readonly Tenure[]
  readonly #calendar: ReviewCalendar
  readonly #touches = new Map<string, readonly Touch[]>()
  readonly #numbers: () => ReadonlyMap<string, number>
  readonly #byOwner: () => ReadonlyMap<string, WeekCounter>
  readonly #byAccount: () => ReadonlyMap<number, readonly number[]>
  readonly #first: () => FirstMeetings
  readonly #planned: () => readonly ClientMeeting[]
  readonly #window: () => ActivityWindow
  readonly #since: () => PlainDate | undefined
  readonly #shown: () => ReturnType<typeof shownIn>

  /** @param deals every deal, in the order of `tracks`. */
  constructor(tracks: ActivityTracks, deals: readonly Deal[], reps: readonly Tenure[], calendar: ReviewCalendar) {
    this.#tracks = tracks
    this.#events = tracks.dealEvents.events
    this.#deals = deals
    this.#reps = reps
    this.#calendar = calendar
    this.#numbers = once(() => new Map(deals.map(({ id }, at) => [id, at])))
    this.#byOwner = once(() => this.#countByOwner())
    this.#byAccount = once(() => this.#groupByAccount())
    this.#first = once(() => new FirstMeetings(tracks, (event) => this.#tookPlace(event)))
    this.#planned = once(() => this.#planMeetings())
    this.#window = once(() => activityWindow(tracks.dealEvents, deals, calendar))
    this.#since = once(() => firstDay(tracks.dealEvents, calendar.asOf))
    this.#shown = once(() => shownIn(this.#events, reps))
  }

  /** The completed touches on a deal, oldest first; none that is older than the deal. */
  touches(deal: Deal): readonly Touch[] {
    const known = this.#touches.get(deal.id)
    if (known !== undefined) return known
    const number = this.#numbers().get(deal.id)
    const events = number === undefined ? [] : [...this.#tracks.dealEvents.of(number)]
    const touches = events
      .filter((event) => this.#tookPlace(event) && (deal.created ?? -Infinity) <= (this.#events.day(event) ?? 0))
      .map((event) => this.#touch(event, deal.id))
      .sort((a, b) => a.day - b.day)
    this.#touches.set(deal.id, touches)
    return touches
  }

  /** Whether anything was done after this day, up to the day of the review. */
  hasAnyAfter(day: PlainDate): boolean {
    for (let event = 0; event < this.#events.length; event++)
      if ((this.#events.day(event) ?? 0) > day && this.#tookPlace(event)) return true
    return false
  }

  /** The days that the exports of activities reach from and to. */
  get window(): ActivityWindow {
    return this.#window()
  }

  /** The completed touches with an account, oldest first, whether on a deal or on none. */
  touchesOfAccount(account: Account): readonly Touch[] {
    const events = this.#byAccount().get(account.number) ?? []
    return events.map((event) => this.#touch(event, undefined)).sort((a, b) => a.day - b.day)
  }

  /** Touches on the deal in the last `days` days, the as-of day the last of them. */
  touchCounts(deal: Deal, days: Days): TouchCounts {
    return this.#count(this.touches(deal), days)
  }

  /** The same with an account. */
  accountTouchCounts(account: Account, days: Days): TouchCounts {
    return this.#count(this.touchesOfAccount(account), days)
  }

  /** Meetings with clients that are still to come, this day's open ones included; the next first. */
  plannedMeetings(): readonly ClientMeeting[] {
    return this.#planned()
  }

  /**
   * The last completed meeting with a client that this person owned or attended; undefined where there is none. Names
   * are compared without regard to case, order and what stands in brackets.
   */
  lastClientMeetingOf(
    name: string,
    isMeant: (meeting: ClientMeeting) => boolean = () => true,
  ): ClientMeeting | undefined {
    let last: ClientMeeting | undefined
    for (let event = 0; event < this.#events.length; event++) {
      if (this.#events.kind(event) !== 'meeting' || !this.#tookPlace(event)) continue
      const day = this.#events.day(event)
      if ((last !== undefined && (day ?? 0) <= last.day) || !this.#isWithClient(event)) continue
      const meeting = this.#meeting(event, day)
      if (this.isAt(meeting, name) && isMeant(meeting)) last = meeting
    }
    return last
  }

  /** The first day on which anything was done, by these exports: of what was before it they say nothing. */
  get since(): PlainDate | undefined {
    return this.#since()
  }

  /**
   * Whether these exports would show this person at a meeting: they name our people among those who attend, or this
   * person's own activities are in them.
   */
  wouldShow(name: string): boolean {
    const { names, ours } = this.#shown()
    return ours || names.has(nameParts(name))
  }

  /** Whether this person owned or attended a meeting. */
  isAt(meeting: ClientMeeting, name: string): boolean {
    return [meeting.owner, ...meeting.attendees].some((other) => other !== undefined && isSamePerson(other, name))
  }

  /** The last twelve weeks of a rep, week 0 first. */
  weeks(rep: Tenure): readonly ActivityWeek[] {
    return this.#counterOf(rep).weeks(rep, this.#calendar)
  }

  /** A rep's weeks 0 to `weeks` − 1 together (twelve at most). */
  inWeeks(rep: Tenure, weeks: number): ActivitySummary {
    return this.#counterOf(rep).summary(weeks, rep, this.#calendar)
  }

  /** The last twelve weeks of all reps, or of these, together. */
  teamWeeks(reps: readonly Tenure[] = this.#reps): readonly ActivityWeek[] {
    const all = reps.map((rep) => this.weeks(rep))
    return Array.from({ length: ACTIVITY_WEEKS }, (_, week) => {
      const ofWeek = all.flatMap((weeks) => weeks[week] ?? [])
      return { week, counts: ofWeek.some(({ counts }) => counts), ...addUp(ofWeek) }
    })
  }

  /** Weeks 0 to `weeks` − 1 of all reps, or of these, together; its `weeks` are the sum of theirs. */
  teamInWeeks(weeks: number, reps: readonly Tenure[] = this.#reps): ActivitySummary {
    return WeekCounter.summaryOf(
      reps.map((rep) => [this.#counterOf(rep), rep] as const),
      weeks,
      this.#calendar,
    )
  }

  #counterOf(rep: Tenure): WeekCounter {
    return this.#byOwner().get(rep.name) ?? new WeekCounter()
  }

  #count(touches: readonly Touch[], days: Days): TouchCounts {
    const since = addDays(this.#calendar.asOf, -days)
    const recent = touches.filter(({ day }) => day > since)
    const incoming = recent.filter(({ direction }) => direction === 'in').length
    const outgoing = recent.filter(({ direction }) => direction === 'out').length
    return { total: recent.length, incoming, outgoing, undirected: recent.length - incoming - outgoing }
  }

  #tookPlace(event: number): boolean {
    return this.#tracks.dealEvents.tookPlace(event, this.#calendar.asOf)
  }

  #touch(event: number, dealId: string | undefined): Touch {
    const events = this.#events
    const contact = this.#tracks.contacts.personIn(event, dealId)
    return {
      day: events.day(event) ?? this.#calendar.asOf,
      kind: events.kind(event),
      direction: events.direction(event),
      person: contact?.name,
      isDeciding: contact?.isDeciding === true,
      owner: events.ownerOf(event),
      isConversation: events.isConversation(event),
      isAnswer: events.isAnswer(event),
      nature: events.nature(event),
    }
  }

  #isWithClient(event: number): boolean {
    return nonSellingOf(this.#events.nature(event)) === undefined && this.#isClientSide(event)
  }

  #isClientSide(event: number): boolean {
    return (
      this.#events.numbersOf(event).person >= 0 ||
      this.#tracks.dealEvents.dealsOf(event).length > 0 ||
      this.#tracks.eventAccounts.of(event) !== NO_ACCOUNT
    )
  }

  #meeting(event: number, day: PlainDate | undefined): ClientMeeting {
    const deals = this.#tracks.dealEvents.dealsOf(event).flatMap((number) => this.#deals[number] ?? [])
    return {
      day: day ?? this.#calendar.asOf,
      deals,
      person: this.#tracks.contacts.personIn(event, deals[0]?.id)?.name,
      owner: this.#events.ownerOf(event),
      attendees: this.#events.attendeesOf(event),
    }
  }

  #planMeetings(): ClientMeeting[] {
    const planned: ClientMeeting[] = []
    for (let event = 0; event < this.#events.length; event++) {
      if (this.#events.kind(event) !== 'meeting') continue
      const day = this.#tracks.dealEvents.plannedFor(event, this.#calendar.asOf)
      if (day !== undefined && this.#isWithClient(event)) planned.push(this.#meeting(event, day))
    }
    return planned.sort((a, b) => a.day - b.day || compareText(a.owner ?? '', b.owner ?? ''))
  }

  #countByOwner(): ReadonlyMap<string, WeekCounter> {
    const counters = new Map<string, WeekCounter>()
    const since = addDays(this.#calendar.asOf, -7 * ACTIVITY_WEEKS)
    for (let event = 0; event < this.#events.length; event++) {
      const day = this.#events.day(event)
      if (day === undefined || day <= since || this.#events.kind(event) === 'note' || !this.#tookPlace(event)) continue
      const owner = this.#events.ownerOf(event)
      const week = this.#calendar.weekOf(day)
      if (owner === undefined || week === undefined) continue
      const counter = counters.get(owner) ?? new WeekCounter()
      counters.set(owner, counter)
      counter.add({ week, ...this.#judge(event, day) })
    }
    return counters
  }

  #judge(event: number, day: PlainDate) {
    const nature = this.#events.nature(event)
    const nonSelling = nonSellingOf(nature)
    const isConversation = this.#events.isConversation(event) && nonSelling !== INTERNAL
    return {
      isProspecting: nature === undefined ? this.#isOnNothingKnown(event, day) : nature === 'prospecting',
      isConversation,
      isClientSide: isConversation && this.#isClientSide(event),
      isFirstMeeting: this.#first().has(event),
      isPresentation: isConversation && nature === 'presentation',
      nonSelling,
      isUntold: this.#events.kind(event) === 'other',
    }
  }

  /** A call, e-mail or meeting of ours before there was a deal, and with nobody who was a client then. */
  #isOnNothingKnown(event: number, day: PlainDate): boolean {
    const kind = this.#events.kind(event)
    if (kind !== 'call' && kind !== 'email' && kind !== 'meeting') return false
    if (this.#events.direction(event) === 'in') return false
    const { dealEvents, eventAccounts, clientSince } = this.#tracks
    if (dealEvents.dealsOf(event).some((deal) => (this.#deals[deal]?.created ?? -Infinity) <= day)) return false
    return day < (clientSince.get(eventAccounts.of(event)) ?? Infinity)
  }

  #groupByAccount(): ReadonlyMap<number, readonly number[]> {
    const groups = new Map<number, number[]>()
    for (let event = 0; event < this.#events.length; event++) {
      const account = this.#tookPlace(event) ? this.#tracks.eventAccounts.of(event) : NO_ACCOUNT
      if (account === NO_ACCOUNT) continue
      const group = groups.get(account) ?? []
      if (group.push(event) === 1) groups.set(account, group)
    }
    return groups
  }
}
