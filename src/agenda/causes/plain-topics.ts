import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { stageNorm } from '../../book/team/norms.ts'
import type { Cure } from '../../engine/finding.ts'
import { groupBy } from '../../kit/collections.ts'
import { count, date, name, number, sum, text, type Said, type Slots } from '../../language/sentence.ts'
import { byAmount, closedIn, closedInYear, outcomesOf } from '../facts/closed.ts'
import { YEAR_DAYS } from '../facts/days.ts'
import { customer } from '../facts/names.ts'
import { contactOf, deciderOf } from '../facts/people.ts'
import { stageSlot } from '../facts/stages.ts'
import { isWithoutStep } from '../facts/steps.ts'
import { say, sayOfOthers } from '../say/say.ts'
import { othersOf, type Case, type Cause } from './cause.ts'
import { joined, lastLost, lostAsks } from './lost.ts'
import { namedDeal } from './topics.ts'

const MANY = 8
const TOO_MANY = 1.5

/** More deals due than the rep has ever closed in as many days, half of them early in the sale. */
export function dueDates({ rep, book, by }: Case): Cause | undefined {
  const { period, asOf } = book
  const days = period.to - asOf
  const due = rep.open.filter(({ closeDate }) => closeDate !== undefined && closeDate <= period.to)
  const early = due.filter(({ position }) => position !== undefined && position < 0.5)
  if (days < 1 || due.length < MANY || early.length < due.length / 2) return undefined
  const windows = Array.from({ length: Math.floor(YEAR_DAYS / days) }, (_, at) => asOf - at * days)
  const most = Math.max(0, ...windows.map((until) => closedIn(rep.deals, until as typeof asOf, days).closed.length))
  if (due.length <= TOO_MANY * most) return undefined
  const soon = due.toSorted((a, b) => (a.closeDate ?? 0) - (b.closeDate ?? 0)).slice(0, 5)
  const last = soon.at(-1)?.closeDate
  const { closed } = closedInYear(rep.deals, asOf)
  if (last === undefined) return undefined
  return {
    topic: 'due',
    families: ['deals'],
    label: say('label.due', { n: count(due) }),
    todo: say('do.own-dates', { n: count(soon), due: date(last), worth: sum(soon), by: date(by) }),
    why: [
      say('why.due', {
        n: count(due),
        worth: sum(due),
        to: date(period.to),
        early: count(early),
        closed: count(closed),
      }),
      say('why.due-dates'),
    ],
    asks: [say('ask.too-much-due', { n: count(due), worth: sum(due), to: date(period.to) })],
    deals: due,
    first: soon[0],
    where: undefined,
    compared: [],
  }
}

const ENOUGH_LOST = 3
const HALF = 0.5
const PRICE = /\bpric|\bbudget|\bexpensive|\bcost|\bdiscount/iu

/** Losses with one reason in common, which the others hardly have. */
export function lossReason({ rep, book, by }: Case): Cause | undefined {
  const { lost } = closedInYear(rep.deals, book.asOf)
  const told = lost.filter(({ lostReason }) => lostReason !== undefined)
  const [[reason, same] = ['', []]] = [...groupBy(told, ({ lostReason }) => lostReason ?? '')].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  if (same.length < ENOUGH_LOST || same.length < HALF * lost.length) return undefined
  const { reps, deals } = othersOf({ rep, book })
  const theirs = closedInYear(deals, book.asOf).lost
  const theirSame = theirs.filter(({ lostReason }) => lostReason === reason)
  if (theirSame.length / Math.max(1, theirs.length) > (HALF * same.length) / lost.length) return undefined
  const late = rep.open
    .filter(({ position }) => (position ?? 0) >= HALF)
    .toSorted(byAmount)
    .slice(0, 4)
  const word = PRICE.test(reason) ? 'price' : `“${reason.toLowerCase()}”`
  const recent = lastLost(same)
  const own = say('why.reason', { n: count(same), of: count(lost), reason: text(word), worth: sum(same) })
  const others = sayOfOthers('why.reason-others', {
    others: number(reps),
    theirs: { kind: 'rate', part: theirSame.map(({ id }) => id), whole: theirs.map(({ id }) => id) },
  })
  const [stage] = late.flatMap((deal) => deal.stage ?? [])
  return {
    topic: 'reason',
    families: ['winning'],
    label: `Lost on ${word}`.length <= 19 ? say('label.reason', { reason: text(word) }) : say('label.reason-plain'),
    todo:
      late.length === 0 || stage === undefined
        ? say('do.lost', { n: count(recent), by: date(by), deals: names(recent) })
        : say('do.ask-about-reason', {
            n: count(late),
            stage: stageSlot(stage),
            worth: sum(late),
            reason: text(word),
            by: date(by),
          }),
    why: [reps < 2 ? joined(own, say('why.end')) : joined(own, others), ...(same.length < 10 ? [say('why.few')] : [])],
    asks: recent.flatMap((deal) => reasonAsks(deal, word)),
    deals: late,
    first: late[0],
    where: undefined,
    compared: [],
  }
}

function names(deals: readonly Deal[]) {
  return {
    kind: 'list' as const,
    items: deals.map((deal) => say('part.deal', { deal: customer(deal) })),
  }
}

function reasonAsks(deal: Deal, reason: string): Said[] {
  const { closedOn, created, amount = 0 } = deal
  if (closedOn === undefined) return []
  const slots = { customer: customer(deal), reason: text(reason.replaceAll(/[“”]/g, '')), day: date(closedOn) }
  return reason === 'price' && created !== undefined && amount > 0
    ? [say('ask.lost-reason', { ...slots, amount: sum([deal]), opened: date(created) })]
    : [say('ask.lost-reason-plain', slots), ...lostAsks(deal)]
}

interface Plain {
  readonly cures: readonly Cure[]
  readonly topic: Cause['topic']
  readonly label: Said
  readonly has: (deal: Deal, book: Book) => boolean
  readonly why: (deals: readonly Deal[], given: Case) => Said
  readonly todo: (deal: Deal, slots: Slots, who: string | undefined) => Said
  readonly ask: (deal: Deal, who: string | undefined) => readonly Said[]
}

const SILENT_DAYS = 14

const PLAIN: readonly Plain[] = [
  {
    cures: ['close-date'],
    topic: 'due',
    label: say('label.overdue'),
    has: ({ closeDate }, { asOf }) => closeDate !== undefined && closeDate < asOf,
    why: (deals, { rep, book }) => {
      const days = deals.flatMap(({ closeDate }) => (closeDate === undefined ? [] : [book.asOf - closeDate]))
      return say('why.overdue', {
        n: count(deals),
        of: count(rep.open),
        worth: sum(deals),
        from: number(Math.min(...days)),
        to: number(Math.max(...days)),
      })
    },
    todo: (_, slots, who) =>
      who === undefined ? say('do.own-date-plain', slots) : say('do.own-date', { ...slots, who: name(who) }),
    ask: (deal) =>
      deal.closeDate === undefined
        ? []
        : [say('ask.overdue-cause', { customer: customer(deal), due: date(deal.closeDate) })],
  },
  {
    cures: ['call', 'work'],
    topic: 'due',
    label: say('label.no-contact'),
    has: ({ daysSilent }) => daysSilent !== undefined && daysSilent >= SILENT_DAYS,
    why: (deals, { rep }) =>
      say('why.no-contact', {
        n: count(deals),
        of: count(rep.open),
        worth: sum(deals),
        from: number(SILENT_DAYS),
      }),
    todo: (_, slots, who) =>
      who === undefined ? say('do.call-plain', slots) : say('do.call', { ...slots, who: name(who) }),
    ask: (deal, who) => [
      ...(who === undefined ? [] : [say('ask.quiet', { customer: customer(deal), who: name(who) })]),
      say('ask.quiet-plain', { customer: customer(deal) }),
    ],
  },
  {
    cures: ['next-step'],
    topic: 'due',
    label: say('label.step'),
    has: isWithoutStep,
    why: (deals, { rep }) => say('why.step', { n: count(deals), of: count(rep.open), worth: sum(deals) }),
    todo: (_, slots, who) =>
      who === undefined ? say('do.dated-step-plain', slots) : say('do.dated-step', { ...slots, who: name(who) }),
    ask: (deal, who) => [
      ...(who === undefined ? [] : [say('ask.step', { customer: customer(deal), who: name(who) })]),
      say('ask.step-plain', { customer: customer(deal) }),
    ],
  },
  {
    cures: ['stage'],
    topic: 'age',
    label: say('label.slow'),
    has: ({ daysInStage, stage }, { norms }) =>
      daysInStage !== undefined && stage !== undefined && daysInStage > stageNorm(norms, stage).days,
    why: (deals, { rep }) => say('why.slow', { n: count(deals), of: count(rep.open), worth: sum(deals) }),
    todo: ({ stage = '' }, slots) => say('do.move-up', { ...slots, stage: stageSlot(stage) }),
    ask: (deal) => [
      say('ask.slow', {
        customer: customer(deal),
        stage: stageSlot(deal.stage ?? ''),
        days: number(deal.daysInStage ?? 0),
      }),
    ],
  },
]

/** Less than this more often than the others is no difference. */
const APART = 0.2

/**
 * Topics that only count how many open deals show one thing: overdue, quiet, without a dated step, long in a stage. What
 * the others' deals show as often is the team's habit, and no topic of one rep.
 */
export function plainTopics(given: Case): readonly Cause[] {
  const { rep, by, book, findings } = given
  const others = othersOf(given)
  const theirs = others.deals.filter(({ state }) => state === 'open')
  return PLAIN.flatMap((plain): Cause[] => {
    const deals = rep.open.filter(
      (deal) =>
        plain.has(deal, book) &&
        (findings.get(deal.id) ?? []).some(({ cures, severity }) => plain.cures.includes(cures) && severity !== 'low'),
    )
    const [first] = deals.toSorted(byAmount)
    const same = theirs.filter((deal) => plain.has(deal, book))
    const isUsual = theirs.length > 0 && deals.length / rep.open.length < same.length / theirs.length + APART
    if (first === undefined || isUsual) return []
    const who = deciderOf(first)?.name ?? contactOf(first)
    const why = plain.why(deals, given)
    const slots = { others: number(others.reps), theirs: count(same), whole: count(theirs) }
    return [
      {
        topic: plain.topic,
        families: ['deals'],
        label: plain.label,
        todo: plain.todo(first, { ...namedDeal(first), by: date(by) }, who),
        why: [others.reps < 2 ? joined(why, say('why.end')) : joined(why, sayOfOthers('why.of-others', slots))],
        asks: plain.ask(first, who),
        deals,
        first,
        where: undefined,
        compared: [],
      },
    ]
  })
}

/** Several losses within days are a clean-up, or chance. */
const RUN_DAYS = 28

/** Wins before and after a run of losses. */
export function aRunThatTurned({ rep, book }: Pick<Case, 'rep' | 'book'>): Said | undefined {
  const closed = closedInYear(rep.deals, book.asOf)
    .closed.filter(({ closedOn }) => closedOn !== undefined)
    .toSorted((a, b) => (a.closedOn ?? 0) - (b.closedOn ?? 0) || (a.id < b.id ? -1 : 1))
  let best: { from: number; to: number } | undefined
  let start = 0
  for (const [at, { state }] of closed.entries()) {
    if (state === 'won') start = at + 1
    else if (best === undefined || at - start > best.to - best.from) best = { from: start, to: at }
  }
  if (best === undefined || best.to - best.from < 5) return undefined
  const since = outcomesOf(closed.slice(best.to + 1))
  const [first, last] = [closed[best.from]?.closedOn, closed[best.to]?.closedOn]
  if (first === undefined || last === undefined || last - first < RUN_DAYS || since.closed.length < 5) return undefined
  if (since.won.length < (2 / 3) * since.closed.length) return undefined
  return say('ask.turned', {
    n: number(best.to - best.from + 1),
    from: date(first),
    to: date(last),
    won: count(since.won),
    closed: count(since.closed),
  })
}
