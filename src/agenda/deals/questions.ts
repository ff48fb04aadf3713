import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { date, name, number, person, sum, text, type Said } from '../../language/sentence.ts'
import { isMonthEnd, SOON_DAYS } from '../facts/days.ts'
import { customer, isSayable } from '../facts/names.ts'
import { contactOf, deciderOf, lastTalk, nextContact, titleOf } from '../facts/people.ts'
import { stageSlot } from '../facts/stages.ts'
import { say, type TemplateId } from '../say/say.ts'
import { isAnyones } from './asked.ts'
import type { Neighbours } from './neighbours.ts'
import { stepWords, type Reason, type ReasonKind } from './reasons.ts'

/** What a question about a deal is made from. */
export interface Known {
  readonly deal: Deal
  readonly book: Book
  readonly neighbours: Neighbours
}

type Candidates = readonly (Said | undefined)[]

/** What is asked of a deal without a customer instead; a template that speaks of one and is not here is left out. */
const OF_DEAL: Readonly<Partial<Record<string, TemplateId>>> = {
  'ask.overdue': 'ask.deal-overdue',
  'ask.next-day-plain': 'ask.deal-next-day',
  'ask.what-by': 'ask.deal-by',
  'ask.would-call': 'ask.deal-would-call',
  'ask.still-missing': 'ask.deal-still-missing',
  'ask.asked-since': 'ask.deal-asked-since',
  'ask.still-want': 'ask.deal-still-want',
  'ask.date-closed': 'ask.deal-date-closed',
  'ask.holding-up': 'ask.holding-up',
  'ask.lose-it': 'ask.lose-it',
}

/** A question to a deal, in words that do not take the deal's name for a customer's. */
function fitting(question: Said | undefined, { deal }: Known): Said | undefined {
  if (question === undefined || deal.account !== undefined || !('customer' in question.slots)) return question
  const instead = OF_DEAL[question.template]
  return instead === undefined ? undefined : say(instead, question.slots)
}

/** What can be asked about these reasons to talk about a deal, the best first, each from what is known of it. */
export function questionsAbout(reasons: readonly Reason[], known: Known): Candidates {
  const specific = reasons.flatMap(({ kind, finding }) => [
    ...ASKS[kind](known).map((one) => fitting(one, known)),
    // An address is nobody's name.
    ...(finding?.asks ?? []).filter((ask) => !ask.includes('@')).map((ask) => say('ask.own', { question: text(ask) })),
  ])
  // What would fit any deal comes after what fits this one.
  const isPlain = (one: Said | undefined) => one !== undefined && isAnyones(one)
  return [...specific.filter((one) => !isPlain(one)), ...specific.filter(isPlain)]
}

const ASKS: Readonly<Record<ReasonKind, (known: Known) => Candidates>> = {
  overdue: ({ deal, book }) => {
    const next = nextContact(deal, book)
    const talk = talkWithin(QUARTER, deal, book)
    const who = next?.person ?? personOf(deal)
    return [
      who === undefined || next === undefined
        ? undefined
        : say('ask.overdue-meeting', { who: name(who), day: date(next.day) }),
      talk === undefined ? undefined : say('ask.overdue-spoken', { who: name(talk.person), day: date(talk.day) }),
      who === undefined ? undefined : say('ask.overdue-who', { who: name(who), customer: customer(deal) }),
      say('ask.overdue', { customer: customer(deal) }),
    ]
  },
  'step-after-due': ({ deal, book }) => {
    const { who, titled } = decider(deal)
    const next = nextContact(deal, book)
    return [
      titled('ask.expect-to-sign'),
      who === undefined ? undefined : say('ask.expect-to-sign-plain', { who: name(who) }),
      deal.closeDate === undefined
        ? undefined
        : say('ask.before-due', { customer: customer(deal), day: date(deal.closeDate) }),
      next === undefined ? undefined : say('ask.step-earlier', { customer: customer(deal), day: date(next.day) }),
    ]
  },
  moved: ({ deal }) => {
    const { closeDate, datesHeld = [] } = deal
    if (closeDate === undefined) return []
    const { who, titled } = decider(deal)
    const due = date(closeDate)
    const before = datesHeld.at(-2)
    const areMonthEnds = datesHeld.length > 2 && datesHeld.every(({ day }) => isMonthEnd(day))
    return [
      areMonthEnds && before !== undefined
        ? say('ask.month-ends', { customer: customer(deal), due, last: date(before.day) })
        : undefined,
      titled('ask.moved-decider', { due }),
      who === undefined ? undefined : say('ask.moved-contact', { who: name(who), due }),
      who === undefined ? undefined : say('ask.just-moved', { who: name(who), due }),
      say('ask.moved-who', { customer: customer(deal), due }),
    ]
  },
  'no-contact': ({ deal, book }) => {
    const talk = lastTalk(deal, book)
    const who = talk?.person ?? personOf(deal)
    return [
      talk === undefined || book.asOf - talk.day > HALF_A_YEAR
        ? undefined
        : say('ask.agreed', { who: name(talk.person), day: date(talk.day) }),
      who === undefined ? undefined : say('ask.take-call', { who: name(who) }),
      say('ask.else-to-call', { customer: customer(deal) }),
      deal.closeDate === undefined
        ? undefined
        : say('ask.heard', { customer: customer(deal), due: date(deal.closeDate) }),
    ]
  },
  step: ({ deal, book }) => {
    const { who, titled } = decider(deal)
    const words = stepWords(deal)
    const talk = talkWithin(QUARTER, deal, book)
    const due = deal.closeDate === undefined || deal.closeDate < book.asOf ? undefined : date(deal.closeDate)
    return [
      due === undefined ? undefined : titled('ask.needs-to-decide', { due }),
      talk === undefined ? undefined : say('ask.still-open', { who: name(talk.person), day: date(talk.day) }),
      words !== undefined && /\bwhen\b|\bafter\b|\bonce\b/iu.test(words)
        ? say('ask.which-day', { step: text(words) })
        : undefined,
      who === undefined ? undefined : say('ask.who-decides-when', { who: name(who) }),
      who === undefined || due === undefined ? undefined : say('ask.needs-to-decide-plain', { who: name(who), due }),
      who === undefined ? undefined : say('ask.next-day', { who: name(who), customer: customer(deal) }),
      say('ask.next-day-plain', { customer: customer(deal) }),
    ]
  },
  'one-contact': ({ deal, book }) => {
    const [only] = deal.contacts ?? []
    if (only === undefined || !isSayable(only.name)) return [say('ask.who-else', { customer: customer(deal) })]
    const who = name(only.name)
    const next = nextContact(deal, book)
    const title = titleOf(only)
    const isLate = (deal.position ?? 0) >= 0.5
    return [
      isLate ? say('ask.recommend', { who }) : undefined,
      next === undefined ? undefined : say('ask.who-signs-on', { who, day: date(next.day) }),
      title === undefined ? undefined : say('ask.whose-budget', { who, title: text(title) }),
      next === undefined ? undefined : say('ask.no-name', { day: date(next.day), customer: customer(deal) }),
      say('ask.if-away', { who, customer: customer(deal) }),
      say('ask.who-else', { customer: customer(deal) }),
    ]
  },
  'no-decider': ({ deal, book }) => {
    const contact = contactOf(deal)
    const next = nextContact(deal, book)
    const who = next?.person ?? contact
    return [
      who === undefined || next === undefined
        ? undefined
        : say('ask.sends-who-signs', { who: name(who), day: date(next.day) }),
      contact === undefined ? undefined : say('ask.introduce', { who: name(contact) }),
      deal.amount === undefined ? undefined : say('ask.who-signs', { customer: customer(deal), amount: sum([deal]) }),
      say('ask.who-else', { customer: customer(deal) }),
    ]
  },
  stage: ({ deal }) => {
    const who = personOf(deal)
    return [
      who === undefined ? undefined : say('ask.open-for', { who: name(who) }),
      deal.stage === undefined
        ? undefined
        : say('ask.leave-stage', { customer: customer(deal), stage: stageSlot(deal.stage) }),
    ]
  },
  old: ({ deal, book }) => {
    const talk = talkWithin(QUARTER, deal, book)
    const isDue = deal.closeDate !== undefined && deal.closeDate >= book.asOf
    return [
      talk !== undefined && isDue
        ? say('ask.confirmed', { who: name(talk.person), due: date(deal.closeDate), day: date(talk.day) })
        : undefined,
      say('ask.would-call', { customer: customer(deal) }),
      deal.created === undefined
        ? undefined
        : say('ask.asked-since', { customer: customer(deal), day: date(deal.created) }),
      deal.created === undefined ? undefined : say('ask.asked-for-it', { day: date(deal.created) }),
      say('ask.still-want', { customer: customer(deal) }),
      say('ask.holding-up', { customer: customer(deal) }),
      say('ask.lose-it', { customer: customer(deal) }),
      say('ask.date-closed', { customer: customer(deal) }),
    ]
  },
  'won-there': ({ deal, neighbours }) => {
    const record = neighbours.recordOf(deal)
    if (record === undefined) return []
    const { won, lost, closed } = record
    if (lost.length === 0) return [say('ask.buyer-introduce', { customer: customer(deal) })]
    const lastLost = trailing(closed)
    return [
      lastLost < 2 ? undefined : say('ask.lost-in-a-row', { n: number(lastLost), customer: customer(deal) }),
      won.length === 0 ? undefined : say('ask.won-there', { n: number(won.length), customer: customer(deal) }),
      say('ask.changed-there-plain', { customer: customer(deal) }),
    ]
  },
  cut: ({ deal }) => {
    const highest = Math.max(...(deal.amountsHeld ?? []).map(({ amount }) => amount), deal.before?.amount ?? 0)
    const lost = highest - (deal.amount ?? highest)
    return lost <= 0 ? [] : [say('ask.took-out', { amount: { kind: 'sum', amount: lost, ids: [deal.id] } })]
  },
  'first-stage': ({ deal }) => {
    const who = personOf(deal)
    const due = deal.closeDate === undefined ? undefined : date(deal.closeDate)
    return [
      who === undefined ? undefined : say('ask.would-give', { who: name(who) }),
      who === undefined || due === undefined ? undefined : say('ask.knows', { who: name(who), due }),
      due === undefined ? undefined : say('ask.what-by', { customer: customer(deal), due }),
    ]
  },
  'lost-there': ({ deal, neighbours }) => {
    const lost = neighbours.lostOn(deal)
    return [
      lost?.closedOn === undefined
        ? undefined
        : say('ask.changed-there', { customer: customer(deal), day: date(lost.closedOn) }),
      say('ask.last-one'),
      lost?.closedOn === undefined
        ? undefined
        : say('ask.changed-mind', { customer: customer(deal), day: date(lost.closedOn) }),
    ]
  },
  'shared-contact': ({ deal, neighbours }) => {
    const who = contactOf(deal)
    const other = neighbours.otherOn(deal)?.owner
    if (who === undefined || other === undefined) return []
    return [
      say('ask.which-of-you', { who: name(who) }),
      say('ask.who-speaks', { customer: customer(deal), rep: person(other) }),
      say('ask.knows-both', { who: name(who), rep: person(other) }),
    ]
  },
  other: () => [],
}

/** How many of the last ones were lost, one after the other. */
function trailing(closed: readonly Deal[]): number {
  const sorted = closed.toSorted((a, b) => (b.closedOn ?? 0) - (a.closedOn ?? 0))
  const won = sorted.findIndex(({ state }) => state === 'won')
  return won === -1 ? sorted.length : won
}

/** What fits any deal: better than no question. */
export function questionsAnyway(known: Known): Candidates {
  const { deal, book } = known
  const { closeDate } = deal
  const isSoon = closeDate !== undefined && closeDate >= book.asOf && closeDate - book.asOf <= 6 * SOON_DAYS
  const any = [
    isSoon ? say('ask.what-by', { customer: customer(deal), due: date(closeDate) }) : undefined,
    say('ask.next-day-plain', { customer: customer(deal) }),
    deal.created === undefined
      ? undefined
      : say('ask.asked-since', { customer: customer(deal), day: date(deal.created) }),
    say('ask.still-missing', { customer: customer(deal) }),
  ]
  return any.map((one) => fitting(one, known))
}

/** Nobody remembers what was said longer ago. */
const QUARTER = 90
const HALF_A_YEAR = 183

function talkWithin(days: number, deal: Deal, book: Book) {
  const talk = lastTalk(deal, book)
  return talk === undefined || book.asOf - talk.day > days ? undefined : talk
}

function personOf(deal: Deal): string | undefined {
  return deciderOf(deal)?.name ?? contactOf(deal)
}

/** Whom to ask about a decision, and the question that gives their title where it is known. */
function decider(deal: Deal) {
  const known = deciderOf(deal)
  const title = known === undefined ? undefined : titleOf(known)
  return {
    who: known?.name ?? contactOf(deal),
    titled: (id: 'ask.expect-to-sign' | 'ask.moved-decider' | 'ask.needs-to-decide', slots = {}) =>
      known === undefined || title === undefined
        ? undefined
        : say(id, { who: name(known.name), title: text(title), ...slots }),
  }
}
