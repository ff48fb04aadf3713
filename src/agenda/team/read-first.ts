import { bookWords } from '../../book/book-words.ts'
import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { count, date, list, rate, text, type Said } from '../../language/sentence.ts'
import { outcomesOf } from '../facts/closed.ts'
import { dataLines, isAllListed, unreliableLines } from './data-lines.ts'
import { leftOutNotes } from './manager-notes.ts'
import { say } from '../say/say.ts'

const MOST = 0.5
const UNRELIABLE = 2
const ENOUGH = 30
const NO_DIFFERENCE = 0.05

const FIELDS: readonly (readonly [string, (deal: Deal) => unknown])[] = [
  ['amount', ({ amount, foreign, isListPrice }) => (isListPrice ? undefined : (amount ?? foreign))],
  ['due date', ({ closeDate }) => closeDate],
  ['next step', ({ nextStep, planned }) => nextStep ?? planned],
  ['activity', ({ lastActivity }) => lastActivity],
]

/** What the file lacks or contradicts, and so what the report does not judge. */
export function readFirst(book: Book): readonly Said[] {
  const { open, deals } = book
  const empty = FIELDS.filter(([, of]) => open.length > 0 && open.every((deal) => of(deal) === undefined)).map(
    ([field]) => field,
  )
  const thin = FIELDS.flatMap(([field, of]) => {
    const without = open.filter((deal) => of(deal) === undefined)
    return !empty.includes(field) && without.length > MOST * open.length && field !== 'activity'
      ? [{ field, without }]
      : []
  })
  const hasGoals = book.reps.some(({ goal }) => goal !== undefined)
  const [won, lost] = [deals.some(({ state }) => state === 'won'), deals.some(({ state }) => state === 'lost')]
  const undated = open.filter(
    ({ created, importedOn, closeDate }) =>
      created === undefined && importedOn === undefined && closeDate === undefined,
  )
  const words = bookWords(book)
  const told = dataLines(book, words)
  const toldIds = new Set<string>(told.map(({ id }) => id))
  const unreliable = unreliableLines(book, words).slice(0, UNRELIABLE)
  return [
    ...told.map((line) => say('first.note', { text: text(line.text) })),
    ...silence(book),
    ...(empty.length === 0 ? [] : [say('first.missing', { fields: list(empty.map(textPart), 'or') })]),
    ...(isAllListed(open) ? [say('first.list-price')] : []),
    ...thin.map(({ field, without }) =>
      say('first.most-missing', { n: count(without), of: count(open), field: text(field) }),
    ),
    ...(toldIds.has('outcomes-missing')
      ? []
      : [...(won && !lost ? [say('first.no-lost')] : []), ...(lost && !won ? [say('first.no-won')] : [])]),
    ...(hasOneContact(book) ? [say('first.one-contact')] : []),
    ...(hasGoals ? [] : [noGoals(book)]),
    ...(book.currency === undefined && deals.some(({ amount }) => amount !== undefined) ? [say('first.currency')] : []),
    ...(undated.length > 0 && undated.length < open.length ? [say('first.undated', { n: count(undated) })] : []),
    ...unreliable.map((line) => say('first.unreliable', { text: text(line.text) })),
    ...leftOutNotes(book, words).map((note) => say('first.note', { text: text(note) })),
  ]
}

/** The file has a contact on most deals, and no place for a second. */
function hasOneContact({ open, knowledge }: Book): boolean {
  const named = open.filter(({ contacts = [] }) => contacts.length > 0)
  return knowledge.get('contacts') !== undefined && named.length > MOST * open.length
}

const PERIODS = 3

/** Goals for other periods are goals all the same: mostly the fiscal year begins in another month than was thought. */
function noGoals({ goals: { told }, period }: Book): Said {
  if (told.length === 0) return say('first.no-goals')
  const named = told.slice(0, PERIODS).map(textPart)
  const periods = list(told.length > PERIODS ? [...named, textPart('others')] : named)
  return say('first.other-goals', { periods, from: date(period.from), to: date(period.to) })
}

function textPart(words: string): Said {
  return say('part.text', { text: text(words) })
}

/** Where deals without an activity are won as often as the others, silence is held against none. */
function silence(book: Book): readonly Said[] {
  const outcomes = bySilence(book)
  if (outcomes === undefined || !isNoSignal(outcomes)) return []
  const { silent, spoken } = outcomes
  return [say('first.silence', { without: rate(silent.won, silent.closed), with: rate(spoken.won, spoken.closed) })]
}

function bySilence(book: Book) {
  if (book.knowledge.get('activities') !== undefined) return undefined
  const { closed } = outcomesOf(book.deals.filter(({ closedOn }) => closedOn !== undefined && closedOn <= book.asOf))
  const isSilent = (deal: Deal) => book.activities.touches(deal).length === 0
  return {
    silent: outcomesOf(closed.filter(isSilent)),
    spoken: outcomesOf(closed.filter((deal) => !isSilent(deal))),
  }
}

function isNoSignal({ silent, spoken }: NonNullable<ReturnType<typeof bySilence>>): boolean {
  if (silent.closed.length < ENOUGH || spoken.closed.length < ENOUGH) return false
  const share = ({ won, closed }: typeof silent) => won.length / closed.length
  return Math.abs(share(silent) - share(spoken)) < NO_DIFFERENCE
}

/** Whether silence says nothing about a deal here. */
export function isSilenceNoSignal(book: Book): boolean {
  const outcomes = bySilence(book)
  return outcomes !== undefined && isNoSignal(outcomes)
}
