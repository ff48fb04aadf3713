import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { fisherExact } from '../book/kit/chances.ts'
import { benjaminiHochberg } from '../book/kit/many-tests.ts'
import { median } from '../book/kit/statistics.ts'
import { defineInsight } from '../engine/insight.ts'
import { groupBy } from '../kit/collections.ts'
import { count, rate, sum, text, type Said } from '../language/sentence.ts'
import { asShare, cameTo, closedInYear, closings, winRate, type ClosedDeal, type Closings } from './kit/closed.ts'
import { byValue, honestDrivers, MEASURED, type Driver } from './kit/drivers.ts'

interface Facts {
  readonly driver: Pick<Driver, 'column' | 'from'>
  /** Undefined where it is the empty cell. */
  readonly value: string | undefined
  readonly own: Closings
  readonly other: Closings
  /** Whether deals with the value are won less often than the others. */
  readonly isWorse: boolean
  /** The same among deals that came to a late stage, where stages are known. */
  readonly late: { readonly stage: string; readonly own: Closings; readonly other: Closings } | undefined
  /** Open deals with the value. */
  readonly open: readonly Deal[]
}

export const whatWinsHere = defineInsight({
  id: 'what-wins-here',
  title: 'What wins here',
  why:
    'Every company has a few things that part the deals it wins from those it loses, and they often stand in columns that ' +
    'nobody looks at. A difference counts only where it is large, beats chance among all columns, and held in both halves of the year.',
  place: 'point',
  needs: ['closings'],
  options: { leastClosed: 20, leastPoints: 10, falseShare: 0.05 },

  find(book, { leastClosed, leastPoints, falseShare }) {
    const closed = closedInYear(book)
    if (closed.length < 2 * leastClosed) return []
    const candidates = honestDrivers(book).flatMap((driver) => candidatesOf(driver, closed, leastClosed))
    const chances = benjaminiHochberg(candidates.map(({ own, other }) => fisherExact(asShare(own), asShare(other))))
    return candidates
      .filter(({ own, other }, at) => {
        const isLarge = Math.abs(winRate(own) - winRate(other)) * 100 >= leastPoints
        return isLarge && (chances[at] ?? 1) <= falseShare
      })
      .filter((candidate) => holdsInBothHalves(candidate) && holdsWithinReps(candidate))
      .map((candidate) => {
        const facts = factsOf(candidate, book)
        return { facts, open: facts.open }
      })
  },

  say(facts) {
    return { text: [...difference(facts), ...whatIsOpen(facts)], caveat: caveatOf(facts), ask: askOf(facts) }
  },

  evidence({ driver, value, own, other, open, late }) {
    return {
      column: driver.column,
      value: value ?? null,
      won: own.won.length,
      closed: own.closed.length,
      otherWon: other.won.length,
      otherClosed: other.closed.length,
      open: open.length,
      lateStage: late?.stage ?? null,
      lateWon: late?.own.won.length ?? null,
      lateClosed: late?.own.closed.length ?? null,
      lateOtherWon: late?.other.won.length ?? null,
      lateOtherClosed: late?.other.closed.length ?? null,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'of deals from referrals two in three are won, of the others one in five',
      deals: [
        ...ended('Referral', 40, 20),
        ...ended('Outbound', 12, 48),
        { source: 'Outbound' },
        { source: 'Referral' },
      ],
      says: { evidence: { value: 'Outbound', won: 12, closed: 60, otherWon: 40, otherClosed: 60, open: 1 } },
    },
    {
      kind: 'miss',
      title: 'two sources that win as often as each other',
      deals: [
        ...ended('Referral', 30, 30),
        ...ended('Outbound', 28, 32),
        { source: 'Outbound' },
        { source: 'Referral' },
      ],
    },
    {
      kind: 'boundary',
      title: 'nineteen closed deals on one side are too few',
      deals: [
        ...ended('Referral', 18, 1),
        ...ended('Outbound', 12, 48),
        { source: 'Outbound' },
        { source: 'Referral' },
      ],
    },
  ],
})

interface Candidate {
  readonly driver: Driver
  readonly value: string | undefined
  readonly own: Closings
  readonly other: Closings
  readonly isIn: (deal: ClosedDeal) => boolean
  readonly closed: readonly ClosedDeal[]
}

/** Each value against all others. Of two values only the one that wins less: the other is the same comparison. */
function candidatesOf(driver: Driver, closed: readonly ClosedDeal[], leastClosed: number): Candidate[] {
  const groups = byValue(driver, closed)
  const all = [...groups].flatMap(([value, group]): Candidate[] => {
    if (group.length < leastClosed) return []
    const isIn = (deal: ClosedDeal) => driver.of(deal) === value
    const own = closings(group)
    const other = closings(closed.filter((deal) => !isIn(deal)))
    if (other.closed.length < leastClosed) return []
    return [{ driver, value, own, other, isIn, closed }]
  })
  return groups.size === 2 ? all.filter(({ own, other }) => winRate(own) < winRate(other)) : all
}

/** Won share inside less that outside, in shares; undefined where one side is empty. */
function gap(deals: readonly ClosedDeal[], isIn: Candidate['isIn']): number | undefined {
  const own = closings(deals.filter(isIn))
  const other = closings(deals.filter((deal) => !isIn(deal)))
  return own.closed.length === 0 || other.closed.length === 0 ? undefined : winRate(own) - winRate(other)
}

function holdsInBothHalves({ closed, isIn, own, other }: Candidate): boolean {
  const middle = median(closed.map(({ closedOn }) => closedOn)) ?? 0
  const sign = Math.sign(winRate(own) - winRate(other))
  const halves = [
    closed.filter(({ closedOn }) => closedOn <= middle),
    closed.filter(({ closedOn }) => closedOn > middle),
  ]
  return halves.every((half) => Math.sign(gap(half, isIn) ?? 0) === sign)
}

/** A column that only tells whose deals they are is left out: half of the difference has to stay within the reps. */
const WITHIN_REPS = 0.5

/** The difference within each rep's deals, weighed as Mantel and Haenszel do. */
function holdsWithinReps({ closed, isIn, own, other }: Candidate): boolean {
  const owners = groupBy(closed, ({ owner }) => owner)
  if (owners.size < 2) return true
  let weighed = 0
  let weights = 0
  for (const deals of owners.values()) {
    const inside = deals.filter(isIn).length
    const weight = (inside * (deals.length - inside)) / deals.length
    weighed += weight * (gap(deals, isIn) ?? 0)
    weights += weight
  }
  const raw = winRate(own) - winRate(other)
  return weights > 0 && (weighed / weights) * Math.sign(raw) >= WITHIN_REPS * Math.abs(raw)
}

const ENOUGH_LATE = 15

function factsOf({ driver, value, own, other, isIn, closed }: Candidate, book: Book): Facts {
  const isWorse = winRate(own) < winRate(other)
  const withValue = book.open.filter((deal) => !deal.isRenewal && driver.of(deal) === value)
  // Of a deal at the first stage nobody expects a decision maker or a meeting yet.
  const open = driver.from === 'measured' && isWorse ? withValue.filter(({ position }) => position !== 0) : withValue
  return {
    driver: { column: driver.column, from: driver.from },
    value,
    own,
    other,
    isWorse,
    late: lateIn(closed, isIn, book),
    open,
  }
}

/** Among deals that came to the last stage to which fifteen of each kind came: a difference there is none of early losses. */
function lateIn(closed: readonly ClosedDeal[], isIn: Candidate['isIn'], book: Book): Facts['late'] {
  for (const stage of book.stages.names.slice(1).toReversed()) {
    const came = cameTo(stage, closed, book)
    const own = closings(came.filter(isIn))
    const other = closings(came.filter((deal) => !isIn(deal)))
    if (own.closed.length >= ENOUGH_LATE && other.closed.length >= ENOUGH_LATE) return { stage, own, other }
  }
  return undefined
}

/** How the kinds of deals are called: what the program measures has words of its own, a cell is quoted. */
function wordsOf({ driver, value }: Facts): { readonly own: string; readonly other: string } {
  const { decisionMaker, contacts, meeting, call, customer, size } = MEASURED
  if (driver.from === 'measured')
    switch (driver.column) {
      case decisionMaker.column:
        return { own: 'no decision maker named', other: 'a decision maker named' }
      case contacts.column:
        return { own: 'one contact', other: 'two or more contacts' }
      case meeting.column:
        return { own: 'no meeting', other: 'a meeting' }
      case call.column:
        return { own: 'no call', other: 'a call' }
      case customer.column:
        return value === customer.without
          ? { own: 'new customers', other: 'customers with an earlier deal' }
          : { own: 'customers with an earlier deal', other: 'new customers' }
      case size.column:
        return { own: `${value} amounts`, other: 'other amounts' }
    }
  const own = value === undefined ? `no ${driver.column}` : `${driver.column} “${value}”`
  return { own, other: value === undefined ? `a ${driver.column}` : `another ${driver.column}` }
}

/** With the words the other way round where the value is the better one of two that are measured. */
function sides(facts: Facts) {
  const { own, other } = wordsOf(facts)
  const isSwapped =
    facts.driver.from === 'measured' && facts.driver.column !== MEASURED.size.column && !isWithout(facts)
  const isCustomer = facts.driver.column === MEASURED.customer.column
  return isSwapped && !isCustomer ? { own: other, other: own } : { own, other }
}

function isWithout({ driver, value }: Facts): boolean {
  return Object.values(MEASURED).some(
    (each) => each.column === driver.column && 'without' in each && each.without === value,
  )
}

function difference(facts: Facts): Said[] {
  const { own, other } = sides(facts)
  return [
    {
      template: 'what-wins-here',
      words: 'Deals with {kind} were won {own:of} times ({own}), with {others} {other:of} ({other}), in 12 months.',
      slots: {
        kind: text(own),
        others: text(other),
        own: rate(facts.own.won, facts.own.closed),
        other: rate(facts.other.won, facts.other.closed),
      },
    },
  ]
}

function whatIsOpen({ open, isWorse }: Facts): Said[] {
  if (open.length === 0) return []
  const slots = { open: count(open), amount: sum(open) }
  const hasAmount = slots.amount.ids.length > 0
  const rest = isWorse ? 'of the weaker kind' : 'of the stronger kind'
  const words = `{open:Word} open {open?deal is|deals are} ${rest}${hasAmount ? ' ({amount})' : ''}.`
  return [{ template: isWorse ? 'what-wins-here.weaker' : 'what-wins-here.stronger', words, slots }]
}

function caveatOf({ late }: Facts): Said {
  const check = 'check that this isn’t only filled in once a deal looks good.'
  if (late === undefined)
    return { template: 'what-wins-here.caveat', words: check.replace('check', 'Check'), slots: {} }
  return {
    template: 'what-wins-here.late-caveat',
    words: `Of those that got to {stage} {own:of} and {other:of} were won; ${check}`,
    slots: {
      stage: text(late.stage),
      own: rate(late.own.won, late.own.closed),
      other: rate(late.other.won, late.other.closed),
    },
  }
}

function askOf(facts: Facts): Said {
  const { own } = sides(facts)
  const words = facts.isWorse
    ? 'Which of the open deals with {kind} would you still bet on?'
    : 'Where would more deals with {kind} come from?'
  return {
    template: facts.isWorse ? 'what-wins-here.ask-weaker' : 'what-wins-here.ask-stronger',
    words,
    slots: { kind: text(own) },
  }
}

/** Closed in turns over the year, so that both halves of it have some of each. */
function ended(source: string, won: number, lost: number) {
  const base = { source, owner: 'Dana Whitfield', created: '2026-01-12' }
  return ['2026-03-16', '2026-09-14'].flatMap((closeDate, half) => [
    { ...base, closeDate, stage: 'Closed Won', times: half === 0 ? Math.ceil(won / 2) : Math.floor(won / 2) },
    { ...base, closeDate, stage: 'Closed Lost', times: half === 0 ? Math.ceil(lost / 2) : Math.floor(lost / 2) },
  ])
}
