import type { Deal } from '../book/deals/deal.ts'
import { addDays, type Days, type PlainDate } from '../time/plain-date.ts'

/** How a deal ended; undefined where it is still open at the end of the data. */
export type Outcome = { readonly state: 'won' | 'lost'; readonly on: PlainDate } | undefined

/** What became of each deal, by id. A deal that is not in it is not known to be open, won or lost, and is in no count. */
export type Outcomes = ReadonlyMap<string, Outcome>

/** In a column of marks: the rule was not asked, or said nothing, or how bad it was. */
export const MARKS = { unasked: 2, silent: 0, low: 3, medium: 4, high: 5 } as const

/** One review day: the deals open on it, and what each rule that ran said of them. */
export interface ReviewDay {
  readonly day: PlainDate
  readonly open: readonly Pick<Deal, 'id' | 'age'>[]
  /** By rule: a mark for each of the open deals. */
  readonly said: ReadonlyMap<string, Uint8Array>
  /** By rule that threw: what it threw. */
  readonly failures: ReadonlyMap<string, string>
}

/** Every deal open on every review day, in columns: a row is one deal on one day. */
export interface Sample {
  readonly days: readonly PlainDate[]
  /** Ids by number. */
  readonly deals: readonly string[]
  readonly deal: Int32Array
  readonly day: Int32Array
  /** 1 where it was won within the horizon. */
  readonly won: Uint8Array
  /** Days open; −1 where nobody knows. */
  readonly age: Int32Array
  /** By rule, of those that ran on one day at least. */
  readonly marks: ReadonlyMap<string, Uint8Array>
}

/** Puts the review days together with what became of the deals within so many days of each. */
export function sampleOf(reviews: readonly ReviewDay[], outcomes: Outcomes, horizon: Days): Sample {
  const rows = reviews.reduce((total, { open }) => total + open.filter(({ id }) => outcomes.has(id)).length, 0)
  const numbers = new Map<string, number>()
  const deal = new Int32Array(rows)
  const onDay = new Int32Array(rows)
  const won = new Uint8Array(rows)
  const ages = new Int32Array(rows)
  const marks = new Map<string, Uint8Array>()
  let row = 0
  for (const [at, { day, open, said }] of reviews.entries()) {
    const columns = [...said].map(([rule, about]) => {
      const column = marks.get(rule) ?? new Uint8Array(rows).fill(MARKS.unasked)
      marks.set(rule, column)
      return { column, about }
    })
    for (const [each, { id, age }] of open.entries()) {
      const end = outcomes.get(id)
      if (end === undefined && !outcomes.has(id)) continue
      const number = numbers.get(id) ?? numbers.size
      numbers.set(id, number)
      deal[row] = number
      onDay[row] = at
      won[row] = end?.state === 'won' && end.on <= addDays(day, horizon) ? 1 : 0
      ages[row] = age ?? -1
      for (const { column, about } of columns) column[row] = about[each] ?? MARKS.unasked
      row++
    }
  }
  return { days: reviews.map(({ day }) => day), deals: [...numbers.keys()], deal, day: onDay, won, age: ages, marks }
}
