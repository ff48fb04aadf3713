import type { PlainDate } from '../time/plain-date.ts'
import { remembered } from '../kit/remembered.ts'
import { readText } from '../vocabulary/nothing.ts'
import {
  activityKinds,
  activityStates,
  directionOf,
  directions,
  isUnanswered,
  kindOf,
  type Nature,
  NatureReader,
  nonSellingOf,
  sidesOf,
  stateOf,
  type ActivityKind,
  type ActivityState,
  type Direction,
} from './activity-traits.ts'
import type { ActivityRow } from './fields.ts'
import { Names, NONE } from './names.ts'

type Settle = (day: PlainDate) => PlainDate | undefined

/** One byte holds the state (three bits) and these. */
const STATE_BITS = 7
const IS_DUE = 8
const IS_UNANSWERED = 16
/** Two bits: 0 unknown, then the places of `directions`. */
const DIRECTION_SHIFT = 5
const DIRECTION_BITS = 3
const IS_REACHED = 128

/**
 * Activities as columns of numbers, some 19 bytes each, and not as objects: a team logs a million of them, and a
 * backtest asks about every week of a year.
 */
export class Events {
  readonly deals = new Names()
  readonly people = new Names()
  readonly owners = new Names()
  readonly accounts = new Names()
  readonly #displayNames = new Map<number, string>()
  /** How each owner is called, by the number of the text. */
  #ownerNames: readonly string[] | undefined
  #nameAttendee: (attendee: string) => string = (attendee) => attendee
  #length = 0
  #forgotten = 0
  #day = new Int32Array(64)
  #deal = new Int32Array(64)
  #person = new Int32Array(64)
  #owner = new Int32Array(64)
  /** Only where some activity names one: most exports have no such column. */
  #account: Int32Array | undefined
  #attendees: Int32Array | undefined
  readonly #attendeeLists = new Names()
  #kind = new Uint8Array(64)
  /**
   * State, direction, whether nobody was reached, and whether the day is the due date and not the activity's own date:
   * the two columns may be of different styles.
   */
  #bits = new Uint8Array(64)
  #nature = new Uint8Array(64)
  readonly #natures: NatureReader
  #worded = 0

  /** @param nonSelling the config's own words for work that is no selling. */
  constructor(nonSelling: readonly string[] = []) {
    this.#natures = new NatureReader(nonSelling)
  }

  get length(): number {
    return this.#length
  }

  /** How many have a type or a subject, from which it can be told what they were for. */
  get worded(): number {
    return this.#worded
  }

  /** Whether any activity says who took part. */
  get hasAttendees(): boolean {
    return this.#attendees !== undefined
  }

  /** @param ofFile what all activities of the file are, where its columns tell. */
  add(row: ActivityRow, ofFile?: ActivityKind): void {
    if (this.#length === this.#day.length) this.#grow()
    const at = this.#length++
    const kind = kindOf(row, ofFile)
    const state = stateOf(row, kind)
    const isDue = row.dueDate !== undefined && (state === 'open' || row.date === undefined)
    this.#day[at] = (isDue ? row.dueDate : row.date) ?? NONE
    this.#deal[at] = row.dealId === undefined ? NONE : this.deals.add(row.dealId)
    const direction = directionOf(row, kind)
    const { person, owner } = sidesOf(row, direction)
    this.#person[at] = this.#addPerson(row.personId, person)
    this.#owner[at] = owner === undefined ? NONE : this.owners.add(owner)
    if (row.accountId !== undefined) this.#setAccount(at, row.accountId)
    if (row.attendees !== undefined) this.#setAttendees(at, row.attendees)
    this.#kind[at] = activityKinds.indexOf(kind)
    this.#bits[at] =
      activityStates.indexOf(state) |
      (isDue ? IS_DUE : 0) |
      (kind === 'call' ? reachBits(row) : 0) |
      (direction === undefined ? 0 : (directions.indexOf(direction) + 1) << DIRECTION_SHIFT)
    this.#nature[at] = this.#natures.read(row, kind)
    if (row.type !== undefined || row.subject !== undefined) this.#worded++
  }

  #addPerson(id: string | undefined, personName: string | undefined): number {
    const key = id ?? personName
    if (key === undefined) return NONE
    const known = this.people.size
    const person = this.people.add(key)
    // Met for the first time: a name that comes with an id is remembered once.
    const name = person === known && personName !== undefined ? readText(personName) : undefined
    if (name !== undefined && name !== key) this.#displayNames.set(person, name)
    return person
  }

  day(at: number): PlainDate | undefined {
    const day = this.#day[at]
    return day === undefined || day === NONE ? undefined : (day as PlainDate)
  }

  dealOf(at: number): string | undefined {
    return textAt(this.deals, this.#deal[at])
  }

  personOf(at: number): string | undefined {
    return textAt(this.people, this.#person[at])
  }

  personNameOf(at: number): string | undefined {
    return this.#displayNames.get(this.#person[at] ?? NONE) ?? this.personOf(at)
  }

  ownerOf(at: number): string | undefined {
    const number = this.#owner[at]
    return this.#ownerNames === undefined || number === undefined
      ? textAt(this.owners, number)
      : this.#ownerNames[number]
  }

  accountOf(at: number): string | undefined {
    return this.#account === undefined ? undefined : textAt(this.accounts, this.#account[at])
  }

  /** Numbers stand for texts: whoever asks about a million of them asks once for each different one. -1 is none. */
  numbersOf(at: number): { deal: number; person: number; account: number } {
    return { deal: this.#deal[at] ?? NONE, person: this.#person[at] ?? NONE, account: this.#account?.[at] ?? NONE }
  }

  /** Who took part on our side or theirs, as the export names them; ids and addresses of reps become names. */
  attendeesOf(at: number): readonly string[] {
    const list = this.#attendees === undefined ? undefined : textAt(this.#attendeeLists, this.#attendees[at])
    return list === undefined ? [] : namesIn(list).map((name) => this.#nameAttendee(name))
  }

  /** Who began it; undefined where nothing says so. */
  direction(at: number): Direction | undefined {
    return directions[(((this.#bits[at] ?? 0) >> DIRECTION_SHIFT) & DIRECTION_BITS) - 1]
  }

  /** A meeting, or a call that is not known to have reached nobody. */
  isConversation(at: number): boolean {
    const kind = this.kind(at)
    return kind === 'meeting' || (kind === 'call' && ((this.#bits[at] ?? 0) & IS_UNANSWERED) === 0)
  }

  /** The client took part: they began it, a meeting took place, or the outcome of a call says that somebody was reached. */
  isAnswer(at: number): boolean {
    const isReached = ((this.#bits[at] ?? 0) & IS_REACHED) !== 0
    if (isReached || this.direction(at) === 'in') return true
    return this.kind(at) === 'meeting' && nonSellingOf(this.nature(at)) === undefined
  }

  /** What it was for, where its type or its subject says so. */
  nature(at: number): Nature | undefined {
    return this.#natures.nature(this.#nature[at] ?? 0)
  }

  /** Owners may be ids or addresses: how to call them is known when all files have been read. */
  renameOwners(rename: (owner: string) => string, attendee: (name: string) => string = rename): void {
    this.#ownerNames = [...this.owners].map(rename)
    this.#nameAttendee = remembered(attendee)
  }

  /** Whether any activity says whose it is. */
  get hasOwners(): boolean {
    if (this.#forgotten === 0) return this.owners.size > 0
    return this.#owner.subarray(0, this.#length).some((owner) => owner !== NONE)
  }

  /** Of a file whose owners nobody can tell it is not known who did what. */
  forgetOwners(from: number, to: number): void {
    this.#owner.fill(NONE, from, to)
    this.#forgotten += to - from
  }

  #setAccount(at: number, account: string): void {
    this.#account ??= new Int32Array(this.#day.length).fill(NONE)
    this.#account[at] = this.accounts.add(account)
  }

  #setAttendees(at: number, cell: string): void {
    this.#attendees ??= new Int32Array(this.#day.length).fill(NONE)
    this.#attendees[at] = this.#attendeeLists.add(cell)
  }

  kind(at: number): ActivityKind {
    return activityKinds[this.#kind[at] ?? 0] ?? 'other'
  }

  state(at: number): ActivityState {
    return activityStates[(this.#bits[at] ?? 0) & STATE_BITS] ?? 'by-day'
  }

  /** Replaces the days read since `from`: they are final only when the whole column has been seen. */
  settleDays(from: number, settle: { date: Settle | undefined; dueDate: Settle | undefined }): void {
    for (let at = from; at < this.#length; at++) {
      const day = this.day(at)
      const final = ((this.#bits[at] ?? 0) & IS_DUE) !== 0 ? settle.dueDate : settle.date
      if (day !== undefined) this.#day[at] = final?.(day) ?? NONE
    }
  }

  #grow(): void {
    const size = this.#day.length * 2
    this.#day = widened(this.#day, new Int32Array(size))
    this.#deal = widened(this.#deal, new Int32Array(size))
    this.#person = widened(this.#person, new Int32Array(size))
    this.#owner = widened(this.#owner, new Int32Array(size))
    if (this.#account !== undefined) this.#account = widened(this.#account, new Int32Array(size).fill(NONE))
    this.#kind = widened(this.#kind, new Uint8Array(size))
    if (this.#attendees !== undefined) this.#attendees = widened(this.#attendees, new Int32Array(size).fill(NONE))
    this.#bits = widened(this.#bits, new Uint8Array(size))
    this.#nature = widened(this.#nature, new Uint8Array(size))
  }
}

/** An outcome that does not say that nobody was reached says that somebody was: “Connected”, “Wants a quote”. */
function reachBits(row: ActivityRow): number {
  if (isUnanswered(row)) return IS_UNANSWERED
  return row.outcome === undefined ? 0 : IS_REACHED
}

function widened<A extends Int32Array | Uint8Array>(from: A, into: A): A {
  into.set(from)
  return into
}

function textAt(names: Names, index: number | undefined): string | undefined {
  return index === undefined || index === NONE ? undefined : names.at(index)
}

/** `Kim Osei; "Moss, Ada" <ada@x.example>`: commas part only where nothing else does. */
const namesIn = remembered((cell: string): readonly string[] =>
  cell
    .split(/[;|]/u.test(cell) ? /[;|]/u : ',')
    .map(nameOfAttendee)
    .filter((name) => name !== ''),
)

function nameOfAttendee(text: string): string {
  const name = text.replaceAll(/"|\s{0,9}<[^<>]*>/gu, '').trim()
  return name === '' ? text.replaceAll(/[<>"]/gu, '').trim() : name
}
