import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { oncePer } from '../../kit/remembered.ts'
import { count, date, list, name, number, rate, sum, type Said, type Slots } from '../../language/sentence.ts'
import { oldLimit } from '../deals/ages.ts'
import { byAmount, closedInYear, outcomesOf, type Outcomes } from '../facts/closed.ts'
import { customer } from '../facts/names.ts'
import { contactOf, deciderOf, inTouch, nextContact } from '../facts/people.ts'
import { hasReached, lateStage, stageSlot } from '../facts/stages.ts'
import { say, sayOfOthers, type TemplateId } from '../say/say.ts'
import { othersOf, type Case, type Cause } from './cause.ts'
import { joined } from './lost.ts'

/** Deals of one customer and its amount, to be named in a sentence. */
export function namedDeal(deal: Deal): Slots {
  return { customer: customer(deal), amount: sum([deal]) }
}

/** With the name where it is known, else the plain one. */
function withWho(id: TemplateId, plain: TemplateId, who: string | undefined, slots: Slots): Said {
  return who === undefined ? say(plain, slots) : say(id, { ...slots, who: name(who) })
}

function shareOf(deals: readonly Deal[], { open }: Case['rep']) {
  return { n: count(deals), of: count(open), worth: sum(deals), open: sum(open) }
}

/** Past the first stage, and nobody is known who can say yes. */
export function isWithoutDecider({ position = 0, hasDecisionMaker }: Deal): boolean {
  return position > 0 && hasDecisionMaker === false
}

/** Closed deals with and without somebody who could say yes. */
export const byDecider = oncePer(({ deals, asOf }: Book): { with: Outcomes; without: Outcomes } => {
  const { closed } = closedInYear(deals, asOf)
  return {
    with: outcomesOf(closed.filter(({ hasDecisionMaker }) => hasDecisionMaker === true)),
    without: outcomesOf(closed.filter(({ hasDecisionMaker }) => hasDecisionMaker === false)),
  }
})

const ENOUGH_A_SIDE = 20
const APART = 0.1

export function doesDeciderCount(book: Book): boolean {
  const { with: having, without } = byDecider(book)
  const share = ({ won, closed }: Outcomes) => won.length / Math.max(1, closed.length)
  return (
    having.closed.length >= ENOUGH_A_SIDE &&
    without.closed.length >= ENOUGH_A_SIDE &&
    share(having) - share(without) >= APART
  )
}

export function contacts(given: Case): Cause | undefined {
  const { rep, book, by, findings } = given
  const cures = new Set<string>(['contacts', 'decision-maker'])
  const deals = rep.open.filter(
    (deal) => isWithoutDecider(deal) && (findings.get(deal.id) ?? []).some((finding) => cures.has(finding.cures)),
  )
  const [first] = deals.toSorted(byAmount)
  if (first === undefined) return undefined
  const single = deals.filter(({ contacts: known }) => known?.length === 1)
  const isSingle = single.length > deals.length / 2
  const shown = isSingle ? single : deals
  const best = shown.toSorted(byAmount)[0] ?? first
  const who = contactOf(best)
  const slots = { ...namedDeal(best), by: date(by) }
  const since = who === undefined ? undefined : inTouch(best, who, book)
  return {
    topic: 'contacts',
    families: ['people'],
    label: say(isSingle ? 'label.one-contact' : 'label.no-decider'),
    todo: withWho('do.meet-signer', 'do.name-signer', who, slots),
    why: [say(isSingle ? 'why.one-contact' : 'why.no-decider', shareOf(shown, rep)), ...deciderWins(book)],
    asks: [
      ...(who === undefined || since === undefined || since.times < 3
        ? []
        : [say('ask.one-contact', { who: name(who), times: number(since.times), since: date(since.since) })]),
      ...(who === undefined ? [] : [say('ask.one-contact-plain', { customer: customer(best), who: name(who) })]),
      say('ask.no-decider', { customer: customer(best), amount: sum([best]) }),
    ],
    deals: shown,
    first: best,
    where: undefined,
    compared: [],
  }
}

/** How the team's deals end with and without a decision maker, where that differs. */
export const deciderWins = oncePer((book: Book): readonly Said[] => {
  if (!doesDeciderCount(book)) return []
  const { with: having, without } = byDecider(book)
  const stage = lateStage(book)
  const late = outcomesOf(without.closed.filter((deal) => stage !== undefined && hasReached(deal, stage.place, book)))
  const slots = { without: rate(without.won, without.closed), with: rate(having.won, having.closed) }
  return stage === undefined || late.closed.length === 0
    ? [sayOfOthers('why.decider-wins', slots)]
    : [
        sayOfOthers('why.decider-wins-at', {
          ...slots,
          late: rate(late.won, late.closed),
          stage: stageSlot(stage.name),
        }),
      ]
})

const MOVED_TWICE = 2

export function hasMovedTwice({ pushes }: Deal): boolean {
  return (pushes?.count ?? 0) >= MOVED_TWICE
}

export function movedDates(given: Case): Cause | undefined {
  const { rep, book, by, findings } = given
  const deals = rep.open.filter(
    (deal) => hasMovedTwice(deal) && (findings.get(deal.id) ?? []).some(({ cures }) => cures === 'close-date'),
  )
  const [first] = deals.toSorted(
    (a, b) => (b.pushes?.count ?? 0) * (b.amount ?? 1) - (a.pushes?.count ?? 0) * (a.amount ?? 1),
  )
  if (first?.closeDate === undefined) return undefined
  const next = nextContact(first, book)
  const who = next?.person ?? deciderOf(first)?.name ?? contactOf(first)
  const slots = { ...namedDeal(first), due: date(first.closeDate), by: date(by) }
  const { reps, deals: theirs } = othersOf(given)
  const theirMoved = theirs.filter((deal) => deal.state === 'open' && hasMovedTwice(deal))
  const moved = say('why.moved-twice', { n: count(deals), of: count(rep.open), worth: sum(deals) })
  return {
    topic: 'slipping',
    families: ['deals'],
    label: say('label.dates'),
    todo:
      who === undefined
        ? say('do.own-date-plain', slots)
        : next !== undefined && next.day <= by
          ? say('do.close-plan-on', { ...slots, who: name(who), day: date(next.day) })
          : say('do.close-plan', { ...slots, who: name(who) }),
    why: [
      reps < 2
        ? joined(moved, say('why.end'))
        : joined(moved, sayOfOthers('why.moved-others', { others: number(reps), theirs: count(theirMoved) })),
      ...movedIsNotLost(book),
    ],
    asks: movedAsks(first, who),
    deals,
    first,
    where: undefined,
    compared: [],
  }
}

const movedIsNotLost = oncePer((book: Book): readonly Said[] => {
  const { closed } = closedInYear(book.deals, book.asOf)
  const [moved, rest] = [closed.filter(hasMovedTwice), closed.filter((deal) => !hasMovedTwice(deal))].map(outcomesOf)
  if (moved === undefined || rest === undefined || moved.closed.length < ENOUGH_A_SIDE || moved.won.length === 0)
    return []
  return [sayOfOthers('why.moved-lost', { moved: rate(moved.won, moved.closed), rest: rate(rest.won, rest.closed) })]
})

function movedAsks(deal: Deal, who: string | undefined): Said[] {
  const before = (deal.datesHeld ?? []).slice(0, -1)
  const dates = list(
    before.map(({ day }) => say('part.day', { day: date(day) })),
    'and',
  )
  return [
    ...(who === undefined || before.length < 2
      ? []
      : [say('ask.dates', { customer: customer(deal), dates, who: name(who) })]),
    say('ask.dates-plain', { customer: customer(deal), times: number(deal.pushes?.count ?? 0) }),
  ]
}

export function oldDeals(given: Case): Cause | undefined {
  const { rep, book, by, findings } = given
  const limit = oldLimit(book)
  if (limit === undefined) return undefined
  const deals = rep.open.filter(
    (deal) =>
      (deal.age ?? 0) > limit &&
      (findings.get(deal.id) ?? []).some(({ cures }) => cures === 'decision' || cures === 'stage'),
  )
  const [first] = deals.toSorted(byAmount)
  if (first?.age === undefined) return undefined
  const ages = deals.flatMap(({ age }) => age ?? [])
  const who = deciderOf(first)?.name ?? contactOf(first)
  const slots = { ...namedDeal(first), by: date(by) }
  return {
    topic: 'age',
    families: ['deals'],
    label: say('label.old', { n: count(deals) }),
    todo: withWho('do.signing-date', 'do.decide-on', who, slots),
    why: [
      say('why.old', { ...shareOf(deals, rep), from: number(Math.min(...ages)), to: number(Math.max(...ages)) }),
      ...oldWins(book),
    ],
    asks: oldAsks(first, who, given),
    deals,
    first,
    where: undefined,
    compared: [],
  }
}

/** How many of the team's wins took longer. */
const oldWins = oncePer((book: Book): readonly Said[] => {
  const limit = oldLimit(book)
  if (limit === undefined) return []
  const { won } = closedInYear(book.deals, book.asOf)
  const late = won.filter(({ age }) => (age ?? 0) > limit)
  return [sayOfOthers('why.old-wins', { wins: count(won), late: count(late), limit: number(Math.round(limit)) })]
})

function oldAsks(deal: Deal, who: string | undefined, { book }: Case): Said[] {
  const { created, closeDate, stage, daysInStage } = deal
  const usual = stage === undefined ? undefined : book.norms.stageDays.get(stage.toLowerCase())?.days
  const isLong = daysInStage !== undefined && usual !== undefined && daysInStage > 2 * usual
  const opened = created === undefined ? undefined : { customer: customer(deal), day: date(created) }
  return [
    ...(isLong && who !== undefined && stage !== undefined
      ? [
          say('ask.old-stage', {
            customer: customer(deal),
            stage: stageSlot(stage),
            days: number(daysInStage),
            usual: number(Math.round(usual)),
            who: name(who),
          }),
        ]
      : []),
    ...(opened === undefined || closeDate === undefined || closeDate < book.asOf
      ? []
      : [say('ask.old', { ...opened, due: date(closeDate) })]),
    ...(opened === undefined ? [] : [say('ask.old-plain', opened)]),
  ]
}

/** What these deals come to; 0 where no amount is known. */
export function stakeOfDeals(deals: readonly Deal[]): number {
  return totalAmount(deals) ?? deals.length
}
