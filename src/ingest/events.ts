import type { PlainDate } from '../plain-date.ts'
import { remembered } from '../remembered.ts'
import { readText } from './cells/text.ts'
import type { ActivityRow } from './fields.ts'

/** Stands for "none" in a column of numbers. */
const NONE = -1

/** Texts that repeat, each kept once and spoken of by a number. */
export class Names {
  readonly #index = new Map<string, number>()
  readonly #texts: string[] = []

  /** The number of a cell's text, a new one when it was not met before; -1 where the cell holds none. */
  add(cell: string): number {
    const known = this.#index.get(cell)
    if (known !== undefined) return known
    const text = readText(cell)
    const number = text === undefined ? NONE : (this.#index.get(text) ?? this.#texts.push(text) - 1)
    if (text !== undefined) this.#index.set(text, number)
    if (text !== cell) this.#index.set(cell, number)
    return number
  }

  at(index: number): string {
    const text = this.#texts[index]
    if (text === undefined) throw new RangeError(`no name ${index}`)
    return text
  }

  get size(): number {
    return this.#texts.length
  }
}

/** What an activity was. */
export const activityKinds = ['call', 'email', 'meeting', 'task', 'note', 'other'] as const
export type ActivityKind = (typeof activityKinds)[number]

/** Whether it took place: told by its status, or else by whether its day has come. */
export const activityStates = ['by-day', 'done', 'open', 'cancelled'] as const
export type ActivityState = (typeof activityStates)[number]

type Settle = (day: PlainDate) => PlainDate | undefined

/**
 * Activities as columns of numbers, some 18 bytes each, and not as objects: a team logs a million of them, and a
 * backtest asks about every week of a year.
 */
export class Events {
  readonly deals = new Names()
  readonly people = new Names()
  readonly owners = new Names()
  readonly accounts = new Names()
  readonly #displayNames = new Map<number, string>()
  #rename: (owner: string) => string = (owner) => owner
  #length = 0
  #day = new Int32Array(64)
  #deal = new Int32Array(64)
  #person = new Int32Array(64)
  #owner = new Int32Array(64)
  /** Only where some activity names one: most exports have no such column. */
  #account: Int32Array | undefined
  #kind = new Uint8Array(64)
  #state = new Uint8Array(64)
  /** 1 where the day is the due date and not the activity's own date: the two columns may be of different styles. */
  #isDue = new Uint8Array(64)

  get length(): number {
    return this.#length
  }

  add(row: ActivityRow): void {
    if (this.#length === this.#day.length) this.#grow()
    const at = this.#length++
    const state = stateOf(row)
    const isDue = row.dueDate !== undefined && (state === 'open' || row.date === undefined)
    this.#day[at] = (isDue ? row.dueDate : row.date) ?? NONE
    this.#isDue[at] = isDue ? 1 : 0
    this.#deal[at] = row.dealId === undefined ? NONE : this.deals.add(row.dealId)
    this.#person[at] = this.#addPerson(row)
    this.#owner[at] = row.owner === undefined ? NONE : this.owners.add(row.owner)
    if (row.accountId !== undefined) this.#setAccount(at, row.accountId)
    this.#kind[at] = activityKinds.indexOf(kindOf(row))
    this.#state[at] = activityStates.indexOf(state)
  }

  #addPerson(row: ActivityRow): number {
    const key = row.personId ?? row.personName
    if (key === undefined) return NONE
    const known = this.people.size
    const person = this.people.add(key)
    // Met for the first time: a name that comes with an id is remembered once.
    const name = person === known && row.personName !== undefined ? readText(row.personName) : undefined
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
    const owner = textAt(this.owners, this.#owner[at])
    return owner === undefined ? undefined : this.#rename(owner)
  }

  accountOf(at: number): string | undefined {
    return this.#account === undefined ? undefined : textAt(this.accounts, this.#account[at])
  }

  /** Owners may be ids or addresses: how to call them is known when all files have been read. */
  renameOwners(rename: (owner: string) => string): void {
    this.#rename = rename
  }

  #setAccount(at: number, account: string): void {
    this.#account ??= new Int32Array(this.#day.length).fill(NONE)
    this.#account[at] = this.accounts.add(account)
  }

  kind(at: number): ActivityKind {
    return activityKinds[this.#kind[at] ?? 0] ?? 'other'
  }

  state(at: number): ActivityState {
    return activityStates[this.#state[at] ?? 0] ?? 'by-day'
  }

  /** Replaces the days read since `from`: they are final only when the whole column has been seen. */
  settleDays(from: number, settle: { date: Settle | undefined; dueDate: Settle | undefined }): void {
    for (let at = from; at < this.#length; at++) {
      const day = this.day(at)
      const final = this.#isDue[at] === 1 ? settle.dueDate : settle.date
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
    this.#state = widened(this.#state, new Uint8Array(size))
    this.#isDue = widened(this.#isDue, new Uint8Array(size))
  }
}

function widened<A extends Int32Array | Uint8Array>(from: A, into: A): A {
  into.set(from)
  return into
}

function textAt(names: Names, index: number | undefined): string | undefined {
  return index === undefined || index === NONE ? undefined : names.at(index)
}

const KIND_WORDS: readonly (readonly [RegExp, ActivityKind])[] = [
  [/mail|letter/i, 'email'],
  [/call|phone|dial/i, 'call'],
  [/meet|event|demo|visit|appointment|presentation|lunch/i, 'meeting'],
  [/note/i, 'note'],
  [/task|to.?do|follow/i, 'task'],
]

function kindOf({ type, subject }: ActivityRow): ActivityKind {
  return type === undefined ? kindCalled(subject ?? '') : kindOfType(type)
}

function kindCalled(text: string): ActivityKind {
  return KIND_WORDS.find(([words]) => words.test(text))?.[1] ?? 'other'
}

const kindOfType = remembered(kindCalled)

const CANCELLED = /cancel|no.?show|reschedul|deferred/i
const DONE = /complet|done|closed|finished|held|connected|sent/i
const OPEN = /open|not started|in progress|waiting|scheduled|planned|pending|to do/i

function stateOf(row: ActivityRow): ActivityState {
  if (row.isClosed !== undefined) return row.isClosed ? 'done' : 'open'
  const said = row.status ?? (kindOf(row) === 'meeting' ? row.outcome : undefined)
  return said === undefined ? 'by-day' : stateOfStatus(said)
}

const stateOfStatus = remembered((said: string): ActivityState => {
  if (CANCELLED.test(said)) return 'cancelled'
  if (DONE.test(said)) return 'done'
  return OPEN.test(said) ? 'open' : 'by-day'
})
