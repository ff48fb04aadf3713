import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { previousPeriod } from '../../book/goals/period.ts'
import { verdictsOf } from '../../book/team/team-verdicts.ts'
import { median } from '../../book/kit/statistics.ts'
import { oncePer } from '../../kit/remembered.ts'
import { count, date, number, rate, sum, text, type Said } from '../../language/sentence.ts'
import { closedInYear, outcomesOf, shareWon, type Outcomes } from '../facts/closed.ts'
import { customer } from '../facts/names.ts'
import { hasReached, stageSlot } from '../facts/stages.ts'
import { say, sayOfOthers } from '../say/say.ts'
import { namesOf, othersOf, type Case, type Cause } from './cause.ts'

const EARLY_DAYS = 14
const LEAST = { mine: 10, theirs: 20 } as const
const LAST = 5

/** Where a rep's deals are lost: a part of the closed deals, the rep's and the others'. */
interface Cut {
  readonly kind: 'stage' | 'early' | 'all'
  readonly stage: string | undefined
  readonly isLate: boolean
  readonly mine: Outcomes
  readonly theirs: Outcomes
  readonly has: (deal: Deal) => boolean
}

/** Losing too many: where the gap to the others is widest, and what does not explain it. */
export function lostDeals(given: Case): Cause | undefined {
  const { rep, book, diagnosis, by } = given
  const isVerdict = diagnosis.winning?.rate.verdict === 'below'
  // Whoever made the last goal is not called weak: the rate is still worth the talk.
  if (!isVerdict && verdictsOf(book).winning.get(rep.name)?.isWeak !== true) return undefined
  const { reps, deals } = othersOf(given)
  const cut = widest(closedInYear(rep.deals, book.asOf), closedInYear(deals, book.asOf), book)
  const lost = lastLost(cut.mine.lost)
  if (lost.length === 0) return undefined
  const stage = cut.stage === undefined ? undefined : stageSlot(cut.stage)
  const named = { n: count(lost), by: date(by), deals: namesOf(lost, rep.open) }
  return {
    topic: 'winning',
    families: ['winning'],
    label: labelOf(cut),
    todo: stage === undefined ? say('do.lost', named) : say('do.lost-at', { ...named, stage }),
    why: [
      ...whyOf(cut, reps),
      ...(isVerdict ? [] : [say('why.made-goal', { period: text(previousPeriod(book.period).label) })]),
      ...notIt(cut, book),
      ...reasonsRecorded(cut.mine.lost),
    ],
    asks: [...earlyAsks(cut), ...lost.flatMap((deal) => lostAsks(deal))],
    deals: [],
    first: undefined,
    where: whyOf(cut, reps)[0],
    compared: [],
  }
}

function labelOf({ kind, stage, isLate }: Cut): Said {
  if (kind === 'early') return say('label.lost-early')
  if (stage === undefined) return say('label.lost')
  return `Lost at ${stageSlot(stage).text}`.length <= 19 || !isLate
    ? say('label.lost-at', { stage: stageSlot(stage) })
    : say('label.lost-late')
}

function whyOf({ kind, stage, isLate, mine, theirs }: Cut, reps: number): Said[] {
  const others = number(reps)
  if (kind === 'stage' && stage !== undefined) {
    const own = { stage: stageSlot(stage), whole: count(mine.closed), won: count(mine.won) }
    return [
      joined(
        say(isLate ? 'why.lost-late' : 'why.lost-at', own),
        sayOfOthers('why.theirs-of', { others, theirWon: count(theirs.won), theirWhole: count(theirs.closed) }),
      ),
    ]
  }
  const slots = { mine: rate(mine.won, mine.closed) }
  const against = sayOfOthers('why.theirs-rate', { others, theirs: rate(theirs.won, theirs.closed) })
  return [joined(say(kind === 'early' ? 'why.lost-early' : 'why.lost', slots), against)]
}

/** A sentence of two halves, of which a rep's own copy has the first. */
export function joined(own: Said, others: Said): Said {
  return {
    template: `${own.template}+${others.template}`,
    words: own.words + others.words,
    slots: { ...own.slots, ...others.slots },
    alone: { ...own, words: `${own.words}.` },
  }
}

function widest(mine: Outcomes, theirs: Outcomes, book: Book): Cut {
  const all: Cut = { kind: 'all', stage: undefined, isLate: false, mine, theirs, has: () => true }
  const cuts = [...stageCuts(mine, theirs, book), ...earlyCut(mine, theirs)]
  const usable = cuts.filter((cut) => cut.mine.closed.length >= LEAST.mine && cut.theirs.closed.length >= LEAST.theirs)
  const [best] = usable.toSorted((a, b) => distance(b) - distance(a))
  return best === undefined || distance(best) < distance(all) * 0.8 ? all : best
}

/** How far apart two rates are, in standard errors. */
function distance({ mine, theirs }: Pick<Cut, 'mine' | 'theirs'>): number {
  const [n, m] = [mine.closed.length, theirs.closed.length]
  if (n === 0 || m === 0) return 0
  const pooled = (mine.won.length + theirs.won.length) / (n + m)
  const variance = pooled * (1 - pooled) * (1 / n + 1 / m)
  return variance === 0 ? 0 : (shareWon(theirs) - shareWon(mine)) / Math.sqrt(variance)
}

/** For each stage but the first: the deals that have been in it or in a later one, as far as the history tells. */
function stageCuts(mine: Outcomes, theirs: Outcomes, book: Book): readonly Cut[] {
  const { stages } = book
  return stages.names.flatMap((stage, place): Cut[] => {
    if (place === 0) return []
    const has = (deal: Deal) => hasReached(deal, place, book)
    const cut = { mine: within(mine, has), theirs: within(theirs, has) }
    const isLate = place >= (stages.names.length - 1) / 2
    return [{ kind: 'stage', stage, isLate, ...cut, has }]
  })
}

function earlyCut(mine: Outcomes, theirs: Outcomes): readonly Cut[] {
  const has = ({ age }: Deal) => age !== undefined && age <= EARLY_DAYS
  return [{ kind: 'early', stage: undefined, isLate: false, mine: within(mine, has), theirs: within(theirs, has), has }]
}

function within({ closed }: Outcomes, has: (deal: Deal) => boolean): Outcomes {
  return outcomesOf(closed.filter(has))
}

const medianAmount = oncePer(({ deals }: Book) => median(deals.flatMap(({ amount }) => amount ?? [])))

/** What might be thought to explain the gap, and leaves two thirds of it. */
function notIt(cut: Cut, book: Book): Said[] {
  const typical = medianAmount(book)
  const strata = [
    { id: 'why.not-access' as const, has: (deal: Deal) => deal.hasDecisionMaker === true, slots: {} },
    ...(typical === undefined
      ? []
      : [
          {
            id: 'why.not-size' as const,
            has: ({ amount }: Deal) => amount !== undefined && amount >= typical,
            slots: { amount: { kind: 'sum' as const, amount: typical, ids: [] } },
          },
        ]),
  ]
  const gap = shareWon(cut.theirs) - shareWon(cut.mine)
  const [first] = strata.flatMap(({ id, has, slots }) => {
    const [mine, theirs] = [within(cut.mine, has), within(cut.theirs, has)]
    const isEnough = mine.closed.length >= LEAST.mine && theirs.closed.length >= LEAST.theirs
    if (!isEnough || shareWon(theirs) - shareWon(mine) < (2 / 3) * gap) return []
    return [sayOfOthers(id, { ...slots, mine: rate(mine.won, mine.closed), theirs: rate(theirs.won, theirs.closed) })]
  })
  return first === undefined ? [] : [first]
}

function reasonsRecorded(lost: readonly Deal[]): Said[] {
  const without = lost.filter(({ lostReason }) => lostReason === undefined)
  if (without.length === 0) return []
  return without.length === lost.length
    ? [say('why.no-reasons')]
    : [say('why.some-reasons', { n: count(without), of: count(lost) })]
}

/** The losses to go through: the last ones. */
export function lastLost(lost: readonly Deal[]): readonly Deal[] {
  return lost
    .filter(({ closedOn }) => closedOn !== undefined)
    .toSorted((a, b) => (b.closedOn ?? 0) - (a.closedOn ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, LAST)
}

function earlyAsks({ kind, mine }: Cut): Said[] {
  if (kind !== 'early') return []
  const recent = lastLost(mine.lost)
  const pairs = recent.flatMap((a, at) =>
    recent
      .slice(at + 1)
      .flatMap((b) => (a.created === b.created && a.closedOn === b.closedOn ? [[a, b] as const] : [])),
  )
  return pairs.flatMap(([a, b]) => {
    if (a.created === undefined || a.closedOn === undefined) return []
    const slots = { opened: date(a.created), day: date(a.closedOn), days: number(a.closedOn - a.created) }
    return [say('ask.lost-early', { a: customer(a), b: customer(b), ...slots })]
  })
}

/** What to ask about one loss. */
export function lostAsks(deal: Deal): Said[] {
  const { closedOn, age, created } = deal
  if (closedOn === undefined) return []
  const slots = { customer: customer(deal), day: date(closedOn) }
  if (age !== undefined && age <= EARLY_DAYS && created !== undefined)
    return [say('ask.lost-early-one', { ...slots, opened: date(created), days: number(age) })]
  if (age === undefined || (deal.amount ?? 0) === 0) return [say('ask.lost-late-plain', slots)]
  return [say('ask.lost-late', { ...slots, amount: sum([deal]), days: number(age) })]
}
