import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { fisherExact } from '../book/kit/chances.ts'
import { benjaminiHochberg } from '../book/kit/many-tests.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { name, number, rate, sum, text, type Said } from '../language/sentence.ts'
import { addDays } from '../time/plain-date.ts'
import { closedInYear, isWon, type ClosedDeal } from './kit/closed.ts'
import { honestDrivers, MEASURED, type Driver } from './kit/drivers.ts'

interface Facts {
  readonly rep: string | undefined
  readonly column: string
  readonly value: string
  /** Recent losses that share it, of all recent losses. */
  readonly shared: readonly Deal[]
  readonly lost: readonly Deal[]
  /** The other losses of the year that share it, of all of them. */
  readonly otherShared: readonly Deal[]
  readonly otherLost: readonly Deal[]
  readonly days: number
  readonly open: readonly Deal[]
}

export const lostTogether = defineInsight({
  id: 'lost-together',
  title: 'Lost together',
  why:
    'Three losses with one thing in common are a pattern only if that thing is rarer among the other losses. Where it is, ' +
    'one cause has cost several deals, and the next one may be open.',
  place: 'point',
  needs: ['losses'],
  options: { days: 91, leastShared: 3, falseShare: 0.05 },

  find(book, options) {
    const lost = closedInYear(book).filter((deal) => !isWon(deal))
    const drivers: Driver[] = [
      ...honestDrivers(book).flatMap(thatCosts),
      { column: 'reason', from: 'measured', of: ({ lostReason }) => lostReason },
    ]
    const since = addDays(book.asOf, -options.days)
    const recent = lost.filter(({ closedOn }) => closedOn > since)
    const teams = candidates({
      rep: undefined,
      recent,
      others: lost.filter((d) => d.closedOn <= since),
      drivers,
      options,
    })
    const reps = book.reps.flatMap(({ name: rep }) => {
      const own = recent.filter(({ owner }) => owner === rep)
      return candidates({ rep, recent: own, others: lost.filter((d) => !own.includes(d)), drivers, options })
    })
    const all = [...teams, ...reps]
    const chances = benjaminiHochberg(all.map(({ chance }) => chance))
    const speaking = all.filter((_, at) => (chances[at] ?? 1) <= options.falseShare)
    return strongest(speaking).map(({ facts, driver }): Sighting<Facts> => {
      const open = openLike(facts, driver, book)
      return { ...(facts.rep !== undefined && { rep: facts.rep }), facts: { ...facts, open }, open }
    })
  },

  say(facts) {
    const slots = {
      shared: rate(facts.shared, facts.lost),
      other: rate(facts.otherShared, facts.otherLost),
      amount: sum(facts.shared),
      days: number(Math.round(facts.days / 7)),
      value: text(facts.value),
      column: text(facts.column),
      open: rate(facts.open, facts.open),
      openAmount: sum(facts.open),
    }
    const what = wordsOf(facts)
    const said: Said[] = [
      {
        template: `lost-together.${facts.rep === undefined ? 'team' : 'rep'}`,
        words: `{shared:of} losses in {days} weeks ${what} ({amount}); of ${facts.rep === undefined ? 'the earlier ones in the year' : 'all other losses in the year'} {other:of}.`,
        slots,
        isAboutOthers: true,
      },
    ]
    const last = facts.shared.at(-1)
    return {
      text: said,
      caveat: {
        template: 'lost-together.caveat',
        words: '{lost} losses are a small sample.',
        slots: { lost: number(facts.lost.length) },
      },
      ask: {
        template: 'lost-together.ask',
        words: 'What did {customer} choose instead, and when could you have known?',
        slots: { customer: name(last?.account ?? last?.name ?? '', last === undefined ? [] : [last.id]) },
      },
    }
  },

  evidence: ({ column, value, shared, lost, otherShared, otherLost, open, days }) => ({
    column,
    value,
    lost: shared.length,
    ofLost: lost.length,
    otherLost: otherShared.length,
    ofOtherLost: otherLost.length,
    lostAmount: sum(shared).amount,
    open: open.length,
    days,
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'six of seven losses since September were on price, and two of forty before',
      deals: [
        ...losses('Price', '2026-10-12', 6),
        ...losses('Timing', '2026-10-12', 1),
        ...losses('Price', '2026-05-12', 2),
        ...losses('Timing', '2026-05-12', 38),
      ],
      says: { evidence: { column: 'reason', value: 'Price', lost: 6, ofLost: 7, otherLost: 2, ofOtherLost: 40 } },
    },
    {
      kind: 'miss',
      title: 'as many losses on price as always',
      deals: [
        ...losses('Price', '2026-10-12', 4),
        ...losses('Timing', '2026-10-12', 4),
        ...losses('Price', '2026-05-12', 20),
        ...losses('Timing', '2026-05-12', 20),
      ],
    },
    {
      kind: 'boundary',
      title: 'two losses with one reason are no pattern',
      deals: [...losses('Price', '2026-10-12', 2), ...losses('Timing', '2026-05-12', 40)],
    },
  ],
})

/** Of what is measured only what is lacking, and the size: nobody loses a deal because of a decision maker. */
function thatCosts(driver: Driver): Driver[] {
  if (driver.from === 'export' || driver.column === MEASURED.size.column) return [driver]
  const lacking = [MEASURED.decisionMaker, MEASURED.contacts, MEASURED.meeting].find(
    (one) => one.column === driver.column,
  )
  if (lacking === undefined) return []
  return [{ ...driver, of: (deal) => (driver.of(deal) === lacking.without ? lacking.without : 'other') }]
}

interface Candidate {
  readonly facts: Facts
  readonly driver: Driver
  readonly chance: number
}

interface Losses {
  readonly rep: string | undefined
  readonly recent: readonly ClosedDeal[]
  readonly others: readonly ClosedDeal[]
  readonly drivers: readonly Driver[]
  readonly options: { readonly days: number; readonly leastShared: number }
}

/** Twenty other losses at least: else nobody knows what is usual. */
const LEAST_OTHERS = 10

function candidates({ rep, recent, others, drivers, options }: Losses): Candidate[] {
  return drivers.flatMap((driver) => {
    const knownRecent = recent.filter((deal) => driver.of(deal) !== undefined)
    const known = others.filter((deal) => driver.of(deal) !== undefined)
    if (known.length < LEAST_OTHERS) return []
    return [...new Set(knownRecent.map((deal) => driver.of(deal)))].flatMap((value): Candidate[] => {
      const shared = knownRecent.filter((deal) => driver.of(deal) === value)
      const otherShared = known.filter((deal) => driver.of(deal) === value)
      if (value === undefined || value === 'other' || shared.length < options.leastShared) return []
      const isMore = shared.length / knownRecent.length > otherShared.length / known.length
      if (!isMore || shared.length * 2 < knownRecent.length) return []
      const facts = {
        rep,
        column: driver.column,
        value,
        shared,
        lost: knownRecent,
        otherShared,
        otherLost: known,
        days: options.days,
        open: [],
      }
      const chance = fisherExact(
        { won: shared.length, of: knownRecent.length },
        { won: otherShared.length, of: known.length },
      )
      return [{ facts, driver, chance }]
    })
  })
}

/** Of several for one rep, or the team, the one that chance explains least. */
function strongest(found: readonly Candidate[]): Candidate[] {
  const best = new Map<string | undefined, Candidate>()
  for (const one of found) {
    const known = best.get(one.facts.rep)
    if (known === undefined || one.chance < known.chance) best.set(one.facts.rep, one)
  }
  return [...best.values()]
}

function openLike({ rep, value, column }: Facts, driver: Driver, book: Book): Deal[] {
  const own = book.open.filter(({ owner }) => rep === undefined || owner === rep)
  // What an open deal would be lost for, nobody knows: those furthest on hear it next.
  if (column === 'reason') return own.filter(({ position = 0 }) => position > 0.5)
  return own.filter((deal) => driver.of(deal) === value)
}

function wordsOf({ column }: Facts): string {
  return column === 'reason' ? 'had the reason “{value}”' : 'had the {column} “{value}”'
}

function losses(lostReason: string, closeDate: string, times: number) {
  return [{ stage: 'Closed Lost', created: '2026-02-02', lostReason, closeDate, times }]
}
