import type { ListSlot, RateSlot, Said, Slot, SumSlot } from './sentence.ts'
import type { Words } from './words.ts'

const PLACE = /\{(?<name>\w+)(?::(?<form>\w+)|\?(?<one>[^|{}]*)\|(?<many>[^|{}]*))?\}/gu
const SPELLED = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A piece of a sentence in the reader's notation: words of the template, or what fills one of its places. */
export interface Piece {
  readonly text: string
  /** Undefined for words of the template. */
  readonly slot?: Slot
}

/** The part of a writer that knows how a place is marked: a name in bold, say. */
export type Mark = (filled: string, slot: Slot) => string

/** A sentence in the reader's notation. Each value is marked by the writer, and is never taken for a place itself. */
export function fill(said: Said, words: Words, mark: Mark = (filled) => filled): string {
  return pieces(said, words)
    .map(({ text, slot }) => (slot === undefined ? text : mark(text, slot)))
    .join('')
}

/** Some sentences one after the other. */
export function fillAll(all: readonly Said[], words: Words, mark?: Mark): string {
  return all.map((one) => fill(one, words, mark)).join(' ')
}

/** A sentence in pieces, for writers that escape and mark each by itself. What stands in a list are pieces of their own. */
export function pieces({ words: template, slots }: Said, words: Words): readonly Piece[] {
  const found: Piece[] = []
  let end = 0
  for (const match of template.matchAll(PLACE)) {
    if (match.index > end) found.push({ text: template.slice(end, match.index) })
    end = match.index + match[0].length
    const { name, form, one, many } = match.groups ?? {}
    const slot = slots[name ?? '']
    if (slot === undefined) throw new RangeError(`nothing fills ${match[0]} of “${template}”`)
    if (one !== undefined) found.push({ text: valueOf(slot) === 1 ? one : (many ?? '') })
    else if (slot.kind === 'list')
      found.push(...(form === 'cap' ? capitalised(listed(slot, words)) : listed(slot, words)))
    else found.push({ text: inForm(slot, form, words), slot })
  }
  if (end < template.length) found.push({ text: template.slice(end) })
  return found
}

/** What a place counts. */
export function valueOf(slot: Slot): number {
  switch (slot.kind) {
    case 'count':
      return slot.ids.length
    case 'number':
      return slot.value
    case 'sum':
      return slot.amount
    case 'rate':
      return slot.part.length
    case 'share':
      return slot.part
    case 'list':
      return slot.items.length
    case 'date':
    case 'name':
    case 'text':
      return Number.NaN
  }
}

function inForm(slot: Exclude<Slot, ListSlot>, form: string | undefined, words: Words): string {
  switch (slot.kind) {
    case 'count':
      return counted(slot.ids.length, form, words)
    case 'number':
      return counted(slot.value, form, words)
    case 'sum':
      return money(slot, form, words)
    case 'rate':
      return rateOf(slot, form, words)
    case 'share':
      return words.percent(slot.whole === 0 ? 0 : slot.part / slot.whole)
    case 'date':
      return form === 'action'
        ? words.weekday(slot.day)
        : form === 'month'
          ? words.month(slot.day)
          : form === 'year'
            ? words.fullDate(slot.day)
            : words.date(slot.day)
    case 'name':
      return form === 'first' ? firstName(slot.text) : slot.text
    case 'text':
      return slot.text
  }
}

/** `seven`, `Seven`, `12`, `2,409`. */
function counted(value: number, form: string | undefined, words: Words): string {
  if (form === 'times') return value < 3 ? (['never', 'once', 'twice'][value] ?? '') : `${words.number(value)} times`
  const spelled = form === 'word' || form === 'Word' ? SPELLED[value] : undefined
  if (spelled === undefined) return words.number(value)
  return form === 'Word' ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled
}

function money({ amount, currency }: SumSlot, form: string | undefined, words: Words): string {
  return form === 'total' ? words.total(amount, currency) : words.money(amount, currency)
}

function rateOf({ part, whole }: RateSlot, form: string | undefined, words: Words): string {
  const of = `${words.number(part.length)} of ${words.number(whole.length)}`
  if (form === 'of') return of
  const percent = words.percent(whole.length === 0 ? 0 : part.length / whole.length)
  return form === 'both' ? `${percent}, ${of}` : percent
}

function listed({ items, ends }: ListSlot, words: Words): readonly Piece[] {
  const all = items.map((item) => pieces(item, words))
  const hasComma = all.some((one) => one.some(({ text }) => text.includes(',')))
  const between = hasComma && ends === undefined ? '; ' : ', '
  return all.flatMap((one, at) => {
    if (at === 0) return one
    return [{ text: ends !== undefined && at === all.length - 1 ? ` ${ends} ` : between }, ...one]
  })
}

/** Where a sentence begins with a list. */
function capitalised([first, ...rest]: readonly Piece[]): readonly Piece[] {
  if (first === undefined) return []
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest]
}

/** The deals behind a sentence. */
export function idsIn({ slots }: Said): readonly string[] {
  return Object.values(slots).flatMap((slot) => {
    if (slot.kind === 'list') return slot.items.flatMap(idsIn)
    if (slot.kind === 'rate') return slot.whole
    return 'ids' in slot ? (slot.ids ?? []) : []
  })
}

/** What a person is called by colleagues. A name that has a title or initials in front stays whole. */
export function firstName(whole: string): string {
  const [first = whole] = whole.split(' ')
  return first.length > 1 && !first.endsWith('.') ? first : whole
}
