import type { Book } from '../../book/book.ts'
import { dealsOf } from '../../book/lookup.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { Rep } from '../../book/team/rep.ts'
import { poissonAtMost } from '../../book/kit/chances.ts'
import type { FoundInsight } from '../../engine/insight.ts'
import { groupBy } from '../../kit/collections.ts'
import { count, name, number, rate, sum, type Said, person } from '../../language/sentence.ts'
import { addDays } from '../../time/plain-date.ts'
import { byDecider, doesDeciderCount, isWithoutDecider } from '../causes/topics.ts'
import { longestWin } from '../deals/ages.ts'
import { closedInYear, openedIn, outcomesOf, type Outcomes } from '../facts/closed.ts'
import { NEW_DAYS } from '../facts/days.ts'
import { customer } from '../facts/names.ts'
import { hasReached, lateStage, stageSlot } from '../facts/stages.ts'
import { say } from '../say/say.ts'
import type { Point, PointBar } from './screen.ts'

/** A point and the open money it is about. */
interface Weighed extends Point {
  readonly stake: number
}

/** What else a manager should know of the team, the most open money first. */
export function teamPoints(reps: readonly Rep[], book: Book, insights: readonly FoundInsight[]): readonly Point[] {
  const open = reps.flatMap((rep) => rep.open)
  const points = [
    deciderPoint(open, reps, book),
    oldPoint(open, reps, book),
    newPoint(reps, book),
    customersPoint(open),
    ...insights.filter(isPoint).map(pointOf),
  ]
  return points.flatMap((point) => point ?? []).toSorted((a, b) => b.stake - a.stake)
}

/** What has a point of its own here, or a line on the screen. */
const TOLD: ReadonlySet<string> = new Set(['shared-accounts', 'where-new-deals-changed', 'lost-together'])

function isPoint({ scope, place, insight, evidence }: FoundInsight): boolean {
  const isOfPeople = evidence['column'] === 'decision maker' || evidence['column'] === 'contacts'
  return scope === 'team' && place === 'point' && !TOLD.has(insight) && !isOfPeople
}

function pointOf({ said, stake = 0 }: FoundInsight): Weighed {
  return { stake, said: [...said.text, ...(said.caveat === undefined ? [] : [said.caveat])], bars: [] }
}

function bar(label: string, { won, closed }: Outcomes, isHot: boolean, isPart: boolean): PointBar {
  const value = closed.length === 0 ? 0 : won.length / closed.length
  return { label, value, said: say('cell.of', { rate: rate(won, closed) }), isHot, isPart }
}

function deciderPoint(open: readonly Deal[], reps: readonly Rep[], book: Book): Weighed | undefined {
  const without = open.filter(isWithoutDecider)
  if (without.length === 0 || !doesDeciderCount(book)) return undefined
  const outcomes = byDecider(book)
  const stage = lateStage(book)
  const far = ({ closed }: Outcomes) =>
    outcomesOf(closed.filter((deal) => stage !== undefined && hasReached(deal, stage.place, book)))
  const [lateWithout, lateWith] = [far(outcomes.without), far(outcomes.with)]
  const slots = {
    without: rate(outcomes.without.won, outcomes.without.closed),
    with: rate(outcomes.with.won, outcomes.with.closed),
  }
  const hasLate = stage !== undefined && lateWithout.closed.length >= 5
  const [most] = reps
    .map((rep) => ({ rep, own: dealsOf(rep.name, without) }))
    .toSorted((a, b) => b.own.length - a.own.length)
  return {
    stake: sum(without).amount,
    said: [
      say(outcomes.without.won.length === 0 ? 'point.no-decider' : 'point.few-without-decider'),
      hasLate
        ? say('point.decider-wins-at', {
            ...slots,
            stage: stageSlot(stage.name),
            lateWithout: rate(lateWithout.won, lateWithout.closed),
            lateWith: rate(lateWith.won, lateWith.closed),
          })
        : say('point.decider-wins', slots),
      say('point.open-without', { n: count(without), worth: sum(without) }),
      ...(most === undefined || most.own.length < without.length / 2 || reps.length < 2
        ? []
        : [say('point.most-of-them', { rep: person(most.rep.name), n: count(most.own) })]),
    ],
    bars: [
      bar('With one', outcomes.with, false, false),
      ...(hasLate ? [bar(`at ${stageSlot(stage.name).text}`, lateWith, false, true)] : []),
      bar('Without', outcomes.without, true, false),
      ...(hasLate ? [bar(`at ${stageSlot(stage.name).text}`, lateWithout, true, true)] : []),
    ],
  }
}

const MANY_OLD = 10

function oldPoint(open: readonly Deal[], reps: readonly Rep[], book: Book): Weighed | undefined {
  const longest = longestWin(book)
  const old = open.filter(({ age }) => longest !== undefined && (age ?? 0) > longest)
  if (longest === undefined || old.length < MANY_OLD) return undefined
  const worth = sum(old)
  const { won } = closedInYear(
    reps.flatMap(({ deals }) => deals),
    book.asOf,
  )
  return {
    stake: worth.amount === 0 ? old.length : worth.amount,
    said: [
      worth.amount === 0 ? say('point.old-plain', { n: count(old) }) : say('point.old', { n: count(old), worth }),
      say('point.longest', { wins: count(won), days: number(longest) }),
    ],
    bars: [],
  }
}

const UNLIKELY = 0.01
const LEAST_BEFORE = 6

/** One rep, or the whole team, who opens far fewer deals than in the four weeks before. */
function newPoint(reps: readonly Rep[], book: Book): Weighed | undefined {
  if (book.knowledge.get('created') !== undefined) return undefined
  const before = addDays(book.asOf, -NEW_DAYS)
  const counted = reps.map((rep) => ({
    rep,
    now: openedIn(rep.deals, book.asOf, NEW_DAYS),
    earlier: openedIn(rep.deals, before, NEW_DAYS),
  }))
  const fallen = counted
    .filter(({ now, earlier }) => earlier.length >= LEAST_BEFORE && now.length < earlier.length)
    .map((one) => ({ ...one, chance: poissonAtMost(one.now.length, one.earlier.length) }))
    .toSorted((a, b) => a.chance - b.chance)
  const [most] = fallen
  if (most === undefined || most.chance * reps.length > 10 * UNLIKELY || reps.length < 2) return undefined
  const others = counted.filter(({ rep }) => rep !== most.rep)
  const [now, earlier] = [others.flatMap((one) => one.now), others.flatMap((one) => one.earlier)]
  const stopped = most.now.length <= most.earlier.length / 4
  return {
    stake: sum(most.earlier).amount,
    said: [
      say(stopped ? 'point.stopped' : 'point.fewer', {
        rep: person(most.rep.name),
        now: count(most.now),
        before: count(most.earlier),
      }),
      say('point.others-new', { others: number(others.length), now: count(now), before: count(earlier) }),
    ],
    bars: newBars(most, now, earlier),
  }
}

interface Counted {
  readonly rep: Rep
  readonly now: readonly Deal[]
  readonly earlier: readonly Deal[]
}

function newBars(
  { rep, now, earlier }: Counted,
  othersNow: readonly Deal[],
  othersThen: readonly Deal[],
): readonly PointBar[] {
  const one = (label: string, deals: readonly Deal[], isHot: boolean): PointBar => ({
    label,
    value: deals.length,
    said: say('cell.count', { n: count(deals) }),
    isHot,
    isPart: false,
  })
  const [first = rep.name] = person(rep.name).text.split(' ')
  return [
    one(`${first}, before`, earlier, false),
    one(`${first}, now`, now, true),
    one('Others, before', othersThen, false),
    one('Others, now', othersNow, false),
  ]
}

const SEVERAL = 3

/** What all of these call the customer; undefined where they differ. */
function calledAlike(deals: readonly Deal[]): string | undefined {
  const [first, ...others] = new Set(deals.map((deal) => customer(deal).text))
  return others.length === 0 ? first : undefined
}

/** Customers that several reps work on at once. */
function customersPoint(open: readonly Deal[]): Weighed | undefined {
  const groups = [
    ...groupBy(
      open.filter(({ account }) => account !== undefined),
      ({ account }) => account ?? '',
    ),
  ]
  const reps = (deals: readonly Deal[]) => new Set(deals.flatMap(({ owner }) => owner ?? [])).size
  const shared = groups
    .filter(([, deals]) => reps(deals) >= SEVERAL)
    .toSorted(([, a], [, b]) => sum(b).amount - sum(a).amount)
  const [largest] = shared
  // Where most customers have several reps, that is how the team works.
  if (largest === undefined || shared.length < SEVERAL || shared.length > groups.length / 2) return undefined
  const [account, deals] = largest
  const said: Said[] = [
    say('point.same-customers', { n: number(shared.length) }),
    say(sum(deals).amount === 0 ? 'point.same-customer-plain' : 'point.same-customer', {
      customer: name(
        calledAlike(deals) ?? account,
        deals.map(({ id }) => id),
      ),
      deals: count(deals),
      worth: sum(deals),
      reps: number(reps(deals)),
    }),
  ]
  return { stake: sum(shared.flatMap(([, some]) => some)).amount / groups.length, said, bars: [] }
}
