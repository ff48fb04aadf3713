import { bookWords } from '../../book/book-words.ts'
import type { Book } from '../../book/book.ts'
import { stakeOf } from '../../book/deals/stake.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { FoundInsight } from '../../engine/insight.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { Finding } from '../../engine/finding.ts'
import { groupBy } from '../../kit/collections.ts'
import { oncePer } from '../../kit/remembered.ts'
import { date, name, rate, sum, text, type Said, person } from '../../language/sentence.ts'
import type { RepPage } from '../agenda.ts'
import { commitmentLine } from '../commitments.ts'
import type { Bounds } from '../composition.ts'
import { aboutRep } from '../causes/about-rep.ts'
import type { Case, Cause } from '../causes/cause.ts'
import { chooseCause, noDeals, noSign } from '../causes/choose-cause.ts'
import { moreWon, moreWonAsks } from '../causes/fall.ts'
import { aRunThatTurned } from '../causes/plain-topics.ts'
import { chooseDeals, type Chosen } from '../deals/choose-deals.ts'
import type { Neighbours } from '../deals/neighbours.ts'
import type { Asked } from '../deals/asked.ts'
import { byAmount, closedInYear, shareWon } from '../facts/closed.ts'
import { meetingOf } from '../facts/days.ts'
import { dealSlot } from '../facts/names.ts'
import { deciderOf, nextContact, titleOf } from '../facts/people.ts'
import { stageSlot } from '../facts/stages.ts'
import { isWithoutSteps } from '../facts/steps.ts'
import { say, sayOfOthers } from '../say/say.ts'
import { goalWords } from './goal-words.ts'
import { numberWords, wonBefore, wonInPeriod } from './number-words.ts'
import { outlookOf, type Earlier } from './outlook.ts'
import { keptSteps, wellDone, type Helper } from './praise.ts'
import type { Talk } from './talk.ts'
import { changedWords, namesWithRest } from './week-words.ts'

/** The deals of a page; without a cause half of them. */
export const MOST_DEALS = 4
const MINUTES = { first: 20, other: 15, nothing: 5 } as const

type Page = Omit<RepPage, 'preparations' | 'talk'>

/** What all pages of a report are composed with. */
export interface Report {
  readonly book: Book
  readonly neighbours: Neighbours
  readonly asked: Asked
  readonly bounds: Bounds
  /** Whoever wins most of what gets far, and who loses most of it. */
  readonly helper: Helper | undefined
  readonly learner: Case['rep'] | undefined
  readonly earlier: readonly Earlier[]
  /** The best insight of each rep who has one. */
  readonly insights: ReadonlyMap<string, FoundInsight>
}

/** What a talk is about, before its place among the others is known. */
export interface Prepared {
  readonly page: Page
  readonly given: Case
  readonly cause: Cause | undefined
  readonly stake: number
}

/** Findings on open deals, by deal. */
export function byDeal(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const ofDeals = findings.filter(({ deal, scope }) => deal !== null && scope === 'deal')
  return groupBy(ofDeals, ({ deal }) => deal?.id ?? '')
}

export function prepare(page: Page, given: Case, shared: ReadonlyMap<string, string>): Prepared {
  // Nothing is due from somebody who is away, and nobody who is has stopped working.
  if (missesMeeting(page.rep, given.book) !== undefined) return { page, given, cause: undefined, stake: 0 }
  const chosen = noSign(given) ?? noDeals(given) ?? (isLeftAlone(given) ? undefined : chooseCause(given, shared))
  const cause = chosen ?? aboutRep(page.about)
  const gap = page.rep.goal?.gap
  const about = cause === undefined || cause.deals.length === 0 ? page.rep.open : cause.deals
  const stake = cause === undefined ? 0 : (gap ?? cause.stake ?? expected(about, given.book))
  return { page, given, cause, stake }
}

/** What these deals may still bring. */
function expected(deals: readonly Deal[], book: Book): number {
  return deals.reduce((total, deal) => total + stakeOf(deal, book, 1), 0)
}

/** The last day of a leave in which the meeting is. */
function missesMeeting(rep: Case['rep'], book: Book): PlainDate | undefined {
  const away = book.calendar.awayUntil(rep.name)
  return away !== undefined && away >= meetingOf(book) ? away : undefined
}

/** Whoever has made the goal, or without goals brings most and more than last time: no topic is looked for. */
function isLeftAlone({ rep, book, diagnosis }: Case): boolean {
  const isBelow = diagnosis.winning?.rate.verdict === 'below' || diagnosis.creation?.verdict === 'below'
  if (isBelow) return false
  if (rep.goal !== undefined) return rep.goal.gap === 0
  if (hasGoals(book)) return false
  const own = wonNow(rep, book)
  return own > 0 && own > sum(wonBefore(rep.deals, book)).amount && own >= mostWon(book)
}

const hasGoals = oncePer(({ reps }: Book) => reps.some(({ goal }) => goal !== undefined))

function wonNow({ deals }: Case['rep'], book: Book): number {
  return sum(wonInPeriod(deals, book)).amount
}

/** What the rep who won most won in the period. */
const mostWon = oncePer((book: Book) => book.reps.reduce((most, rep) => Math.max(most, wonNow(rep, book)), 0))

/** The lines of one page. `place` is its place among those with something to talk about. */
export function composeTalk({ page, given, cause, stake }: Prepared, place: number, report: Report): Talk {
  const { rep } = page
  const { book, asked, neighbours } = report
  asked.newPage()
  const outlook = outlookOf(rep, rep.goal?.gap, book, report.earlier)
  const insight = report.insights.get(rep.name)
  const away = missesMeeting(rep, book)
  const ofTheBest = () => [insight?.said.ask, ...asksOfTheBest(given)]
  const ask = asked.take(away === undefined ? (cause?.asks ?? ofTheBest()) : asksWhileAway(rep, away))
  const most = away === undefined ? report.bounds.maxDeals : 0
  const chosen = chooseDeals({
    open: rep.open,
    reasons: given.reasons,
    findings: given.findings,
    book,
    neighbours,
    asked,
    most: cause === undefined ? Math.min(2, most) : most,
    named: new Set(cause?.first === undefined ? [] : [cause.first.id]),
    preferred: new Set(cause?.topic === 'product' ? cause.deals : []),
  })
  return {
    rep,
    cause,
    minutes: minutesOf(cause, place, report.bounds),
    stake,
    headline: cause === undefined ? moreWon(rep.deals, book) : cause.headline,
    label: cause?.label ?? labelWithout(rep, away),
    number: numberWords(rep, book),
    promised: promises(page, book, 'missed').map((line) => say('promised.missed', { promise: text(line) })),
    todo: [todoOf(cause, away) ?? nothing(page, given, chosen)],
    why: cause?.why ?? [],
    ask,
    outlook,
    goal: goalWords(rep, outlook, cause, book),
    deals: chosen.shown,
    must: new Set(chosen.must.map(({ id }) => id)),
    rest: chosen.rest,
    leave: chosen.shown.length >= MOST_DEALS ? [] : leaveAlone(given, chosen, cause),
    kept: [
      ...promises(page, book, 'kept').map((line) => say('kept.promise', { promise: text(line) })),
      ...keptSteps(rep, book),
    ],
    changed: changedWords(rep.deals, rep.open, page.changes, book),
    wellDone: wellDone(rep, book).slice(0, 2),
    help: help(given, cause, report),
    cleanUp: away === undefined ? cleanUp(given, chosen, cause) : [],
  }
}

/** In the table, where there is nothing to talk about. */
function labelWithout({ open }: Case['rep'], away: PlainDate | undefined): Said {
  return say(away !== undefined ? 'label.away' : open.length === 0 ? 'label.nothing' : 'label.leave')
}

function todoOf(cause: Cause | undefined, away: PlainDate | undefined): Said | undefined {
  return away === undefined ? cause?.todo : say('do.away', { day: date(away) })
}

function minutesOf(cause: Cause | undefined, place: number, { minutesPerRep }: Bounds): number {
  const needed = cause === undefined ? MINUTES.nothing : place === 0 ? MINUTES.first : MINUTES.other
  return Math.min(needed, minutesPerRep ?? Infinity)
}

/** That no deal needs the meeting is said where no finding on one is medium or high. */
function nothing({ rep }: Page, { findings }: Case, { shown }: Chosen): Said {
  const isQuiet = [...findings.values()].every((all) => all.every(({ severity }) => severity === 'low'))
  if (shown.length > 0 || !isQuiet) return say(rep.goal?.gap === 0 ? 'do.nothing-made' : 'do.nothing')
  return say(rep.goal?.gap === 0 ? 'do.nothing-goal' : 'do.nothing-fine')
}

function promises({ commitments }: Page, book: Book, verdict: 'kept' | 'missed'): readonly string[] {
  return commitments.filter((one) => one.verdict === verdict).map((one) => commitmentLine(one, book, bookWords(book)))
}

/** Who looks after the largest deal that is due before somebody is back. */
function asksWhileAway({ name: rep, open }: Case['rep'], away: PlainDate): readonly Said[] {
  const [due] = open.filter(({ closeDate }) => closeDate !== undefined && closeDate <= away).toSorted(byAmount)
  return due === undefined
    ? [say('ask.away', { rep: person(rep), day: date(away) })]
    : [say('ask.away-due', { deal: dealSlot(due, open), worth: sum([due]), day: date(away) })]
}

const LEAST = 10
const MOST_OPEN = 0.5

/** What somebody who needs nothing can tell the others. */
function asksOfTheBest({ rep, book }: Case): readonly Said[] {
  const { closed } = closedInYear(rep.deals, book.asOf)
  const bySource = [
    ...groupBy(
      closed.filter(({ source }) => source !== undefined),
      ({ source }) => source ?? '',
    ),
  ]
  const share = (deals: readonly Deal[]) => deals.filter(({ state }) => state === 'won').length / deals.length
  const [best] = bySource.filter(([, deals]) => deals.length >= LEAST).toSorted(([, a], [, b]) => share(b) - share(a))
  const turned = aRunThatTurned({ rep, book })
  return [
    ...(turned === undefined ? [] : [turned]),
    ...moreWonAsks(rep.deals, book),
    ...(best === undefined || share(best[1]) <= shareWon(closedInYear(book.deals, book.asOf))
      ? []
      : [say('ask.best-source', { source: text(best[0]) })]),
    say('ask.best-plain'),
  ]
}

/** The largest deal due in the period that has a dated step with whoever decides. */
function leaveAlone({ rep, book, reasons }: Case, { shown, rest }: Chosen, cause: Cause | undefined): readonly Said[] {
  const taken = new Set([
    ...shown.map(({ deal }) => deal),
    ...rest.map(({ deal }) => deal),
    ...(cause?.first === undefined ? [] : [cause.first]),
  ])
  const [best] = rep.open
    .filter(({ closeDate }) => closeDate !== undefined && closeDate >= book.asOf && closeDate <= book.period.to)
    .filter((deal) => !taken.has(deal) && !(reasons.get(deal.id) ?? []).some(({ severity }) => severity !== 'low'))
    .flatMap((deal) => {
      const [decider, next] = [deciderOf(deal), nextContact(deal, book)]
      return decider === undefined || next === undefined || deal.amount === undefined ? [] : [{ deal, decider, next }]
    })
    .toSorted((a, b) => byAmount(a.deal, b.deal))
  if (best === undefined) return []
  const { deal, decider, next } = best
  const title = titleOf(decider)
  const slots = { deal: dealSlot(deal, rep.open), worth: sum([deal]), day: date(next.day) }
  if (next.person === decider.name && title !== undefined)
    return [say('leave.meeting', { ...slots, who: name(decider.name), title: text(title) })]
  return [say('leave.meeting-plain', { ...slots, who: name(next.person ?? decider.name) })]
}

/** Whom this rep can show something, or who shows it to this rep. */
function help({ rep, by }: Case, cause: Cause | undefined, { helper, learner }: Report): readonly Said[] {
  if (helper === undefined || learner === undefined || helper.rep === learner) return []
  const won = rate(helper.outcomes.won, helper.outcomes.closed)
  const at = { rate: won, stage: stageSlot(helper.at) }
  if (rep === learner) return [sayOfOthers('help.sit-in', { ...at, rep: person(helper.rep.name) })]
  if (rep !== helper.rep || cause !== undefined) return []
  const [late] = learner.open
    .filter(({ stage, amount }) => stage === helper.at && amount !== undefined)
    .toSorted(byAmount)
  if (late === undefined) return []
  const slots = {
    ...at,
    deal: dealSlot(late, learner.open),
    worth: sum([late]),
    rep: person(learner.name),
    by: date(by),
  }
  return [sayOfOthers('help.look-at', slots)]
}

/** What to put right without the meeting: what is not named above, by what is wrong with it. */
function cleanUp(given: Case, { shown, must }: Chosen, cause: Cause | undefined): readonly Said[] {
  const { rep, findings, reasons, book } = given
  const named = new Set([...shown.map(({ deal }) => deal.id), ...(cause?.first === undefined ? [] : [cause.first.id])])
  const left = rep.open.filter(({ id }) => !named.has(id))
  const overdue = left.filter(({ closeDate }) => closeDate !== undefined && closeDate < book.asOf).toSorted(byAmount)
  const told = new Set(overdue.map(({ id }) => id))
  const has = (cure: Finding['cures']) => (deal: Deal) =>
    !told.has(deal.id) && (findings.get(deal.id) ?? []).some(({ cures }) => cures === cure)
  const steps = left.filter(has('next-step')).toSorted(byAmount)
  // What most of the deals lack is said once for the team: only those that have to be named are.
  const isHabit = isWithoutSteps(book) || steps.length > MOST_OPEN * rep.open.length
  const step = isHabit
    ? steps.filter((deal) => must.includes(deal) && (reasons.get(deal.id) ?? []).length === 0)
    : steps
  for (const { id } of step) told.add(id)
  const amount = left.filter((deal) => deal.amount === undefined && has('fields')(deal))
  const line = (id: 'clean.overdue' | 'clean.step' | 'clean.amount', deals: readonly Deal[]) =>
    deals.length === 0 ? [] : [say(id, { deals: namesWithRest(deals, rep.open) })]
  return [...line('clean.overdue', overdue), ...line('clean.step', step), ...line('clean.amount', amount)]
}
