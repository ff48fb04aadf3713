import type { PlainDate } from '../time/plain-date.ts'

/**
 * What fills a place in a sentence: a value and, where it counts or adds up deals, the ids of these deals. So every figure
 * of a report can be counted again, and `why` can list what is behind it.
 */
export type Slot = CountSlot | NumberSlot | SumSlot | RateSlot | ShareSlot | DateSlot | NameSlot | TextSlot | ListSlot

/** How many deals. */
export interface CountSlot {
  readonly kind: 'count'
  readonly ids: readonly string[]
}

/** A number that no deals stand behind: days, weeks, meetings, reps. */
export interface NumberSlot {
  readonly kind: 'number'
  readonly value: number
}

/** What deals come to, in the review's currency, or in another one. */
export interface SumSlot {
  readonly kind: 'sum'
  readonly amount: number
  readonly ids: readonly string[]
  readonly currency?: string
}

/** So many deals of so many: `7 of 77`, `9%`. */
export interface RateSlot {
  readonly kind: 'rate'
  readonly part: readonly string[]
  readonly whole: readonly string[]
}

/** An amount of an amount: `38%`. */
export interface ShareSlot {
  readonly kind: 'share'
  readonly part: number
  readonly whole: number
  /** The deals behind the part, where there are any. */
  readonly ids?: readonly string[]
}

export interface DateSlot {
  readonly kind: 'date'
  readonly day: PlainDate
}

/** The name of a person, a customer or a deal; `ids` where it stands for deals. */
export interface NameSlot {
  readonly kind: 'name'
  readonly text: string
  readonly ids?: readonly string[]
}

/** Words of a cell, or of the program. */
export interface TextSlot {
  readonly kind: 'text'
  readonly text: string
}

export interface ListSlot {
  readonly kind: 'list'
  readonly items: readonly Said[]
  /** “A, B and C”. Else only commas, or semicolons where an item has a comma in it. */
  readonly ends?: 'and' | 'or'
}

export type Slots = Readonly<Record<string, Slot>>

/** A sentence, or a part of one: a template and what fills it. A writer fills it in the reader's notation. */
export interface Said {
  /** The template's name: the same for each sentence made of it. */
  readonly template: string
  /**
   * The template's words. A place is `{name}`; `{name:form}` takes a form of the value: `word` and
   * `Word` spell a small number, `total` has two digits after the mark, `of` is “7 of 77”, `both` “9%, 7 of 77”, `action`
   * has the weekday, `month` the month alone, `first` the first name. `{name?deal|deals}` takes the first word for one and the second for any other number.
   */
  readonly words: string
  readonly slots: Slots
  /** Holds a number of other reps: left out of a rep's own copy. */
  readonly isAboutOthers?: true
  /** What a rep's own copy says instead, where only a part of the sentence is about others. */
  readonly alone?: Said
}

export const count = (deals: readonly { readonly id: string }[]): CountSlot => ({ kind: 'count', ids: idsOf(deals) })
export const number = (value: number): NumberSlot => ({ kind: 'number', value })
export const date = (day: PlainDate): DateSlot => ({ kind: 'date', day })
export const name = (text: string, ids?: readonly string[]): NameSlot => ({
  kind: 'name',
  text,
  ...(ids === undefined ? {} : { ids }),
})
/** A rep, by name; of an e-mail address the name that it is made of. */
export function person(rep: string): NameSlot {
  const [local = '', domain] = rep.split('@')
  if (domain === undefined) return name(rep)
  const parts = local.split(/[._]+/u).filter((part) => part !== '')
  return name(parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' '))
}

export const text = (words: string): TextSlot => ({ kind: 'text', text: words })
export const list = (items: readonly Said[], ends?: 'and' | 'or'): ListSlot => ({
  kind: 'list',
  items,
  ...(ends === undefined ? {} : { ends }),
})

interface Valued {
  readonly id: string
  readonly amount?: number | undefined
}

/** What the known amounts of these deals come to. */
export function sum(deals: readonly Valued[]): SumSlot {
  const known = deals.filter(({ amount }) => amount !== undefined)
  return { kind: 'sum', amount: known.reduce((total, { amount = 0 }) => total + amount, 0), ids: idsOf(known) }
}

export function rate(part: readonly { readonly id: string }[], whole: readonly { readonly id: string }[]): RateSlot {
  return { kind: 'rate', part: idsOf(part), whole: idsOf(whole) }
}

export const share = (part: number, whole: number, ids?: readonly string[]): ShareSlot => ({
  kind: 'share',
  part,
  whole,
  ...(ids === undefined ? {} : { ids }),
})

function idsOf(deals: readonly { readonly id: string }[]): readonly string[] {
  return deals.map(({ id }) => id)
}
