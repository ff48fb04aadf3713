import type { ListSlot, RateSlot, Said, Slot, SumSlot } from './sentence.ts'
import type { Words } from './words.ts'

const PLACE = /\{(?<name>\w+)(?::(?<form>\w+)|\?(?<one>[^|{}]*)\|(?<many>[^|{}]*))?\}/gu
const SPELLED = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** The part of a writer that knows how a place is marked: a name in bold, say. */
export type Mark = (filled: string, slot: Slot) => string

/** A sentence in the reader's notation. Each value is marked by the writer, and is never taken for a place itself. */
export function fill({ words: template, slots }: Said, words: Words, mark: Mark = (filled) => filled): string {
  return template.replace(PLACE, (place, ...rest) => {
    const { name, form, one, many } = rest.at(-1) as Readonly<Record<string, string | undefined>>
    const slot = slots[name ?? '']
    if (slot === undefined) throw new RangeError(`nothing fills ${place} of “${template}”`)
    if (one !== undefined) return valueOf(slot) === 1 ? one : (many ?? '')
    return mark(inForm(slot, form, words, mark), slot)
  })
}

/** Some sentences one after the other. */
export function fillAll(all: readonly Said[], words: Words, mark?: Mark): string {
  return all.map((one) => fill(one, words, mark)).join(' ')
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

function inForm(slot: Slot, form: string | undefined, words: Words, mark: Mark): string {
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
          : words.date(slot.day)
    case 'name':
      return form === 'first' ? firstName(slot.text) : slot.text
    case 'text':
      return slot.text
    case 'list':
      return listed(slot, words, mark)
  }
}

/** `seven`, `Seven`, `12`, `2,409`. */
function counted(value: number, form: string | undefined, words: Words): string {
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

function listed({ items, ends }: ListSlot, words: Words, mark: Mark): string {
  const said = items.map((item) => fill(item, words, mark))
  if (ends === 'and') return words.list(said)
  const plain = items.map((item) => fill(item, words))
  return said.join(plain.some((one) => one.includes(',')) ? '; ' : ', ')
}

/** What a person is called by colleagues. A name that has a title or initials in front stays whole. */
export function firstName(whole: string): string {
  const [first = whole] = whole.split(' ')
  return first.length > 1 && !first.endsWith('.') ? first : whole
}
