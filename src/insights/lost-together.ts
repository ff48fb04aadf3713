import type { Book } from '../book/book.ts'
import { dealsOf } from '../book/lookup.ts'
import type { Deal } from '../book/deals/deal.ts'
import { fisherExact } from '../book/kit/chances.ts'
import { benjaminiHochberg } from '../book/kit/many-tests.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { name, number, rate, sum, text, type Said, type Slots } from '../language/sentence.ts'
import { addDays } from '../time/plain-date.ts'
import { closedInYear, isWon, type ClosedDeal } from './kit/closed.ts'
import { honestDrivers, MEASURED, type Driver } from './kit/drivers.ts'

interface Facts {
  readonly rep: string | undefined
  readonly column: string
  readonly value: string
  /** Of a reason: recent losses that have it, of all recent losses. Of a kind of deal: those lost, of those closed. */
  readonly shared: readonly Deal[]
  readonly lost: readonly Deal[]
  /** The same of the other losses of the year; of the other kinds of deals that closed in these weeks. */
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
    const closed = closedInYear(book)
    const kinds = honestDrivers(book).flatMap(thatCosts)
    const since = addDays(book.asOf, -options.days)
    const subjects = [undefined, ...book.reps.map(({ name: rep }) => rep)]
    const all = subjects.flatMap((rep) => {
      const recent = (rep === undefined ? closed : dealsOf(rep, closed)).filter(({ closedOn }) => closedOn > since)
      const seen = { rep, recent, closed, options }
      return [...withReason(seen), ...kinds.flatMap((driver) => ofKind(seen, driver))]
    })
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
    const said: Said[] = [howMany(facts, slots)]
    const last = facts.shared.at(-1)
    return {
      text: said,
      ...(facts.lost.length < SMALL && {
        caveat: {
          template: 'lost-together.caveat',
          words: '{lost} deals are a small sample.',
          slots: { lost: number(facts.lost.length) },
        },
      }),
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

/** From so many on a sample is not called small. */
const SMALL = 20

const OTHER = 'other'

/** Of what is measured only what is lacking, and the size: nobody loses a deal because of a decision maker. */
function thatCosts(driver: Driver): Driver[] {
  if (driver.from === 'export' || driver.column === MEASURED.size.column) return [driver]
  const lacking = [MEASURED.decisionMaker, MEASURED.contacts, MEASURED.meeting].find(
    (one) => one.column === driver.column,
  )
  if (lacking === undefined) return []
  return [{ ...driver, of: (deal) => (driver.of(deal) === lacking.without ? lacking.without : OTHER) }]
}

interface Candidate {
  readonly facts: Facts
  readonly driver: Driver
  readonly chance: number
}

interface Losses {
  readonly rep: string | undefined
  readonly recent: readonly ClosedDeal[]
  /** Of the year, those among them. */
  readonly closed: readonly ClosedDeal[]
  readonly options: { readonly days: number; readonly leastShared: number }
}

const REASON: Driver = { column: 'reason', from: 'measured', of: ({ lostReason }) => lostReason }

/** Fewer others do not tell what is usual. */
const LEAST_OTHERS = 10

/** Recent losses with one reason, beside the other losses of the year. */
function withReason({ rep, recent, closed, options }: Losses): Candidate[] {
  const lost = recent.filter((deal) => !isWon(deal) && deal.lostReason !== undefined)
  if (lost.length < options.leastShared) return []
  const isRecent = new Set<Deal>(recent)
  const otherLost = closed.filter((deal) => !isRecent.has(deal) && !isWon(deal) && deal.lostReason !== undefined)
  return [...new Set(lost.flatMap(({ lostReason }) => lostReason ?? []))].flatMap((value) => {
    const has = ({ lostReason }: Deal) => lostReason === value
    const parts = { shared: lost.filter(has), lost, otherShared: otherLost.filter(has), otherLost }
    return 2 * parts.shared.length < lost.length
      ? []
      : candidate({ rep, value, column: REASON.column }, parts, REASON, options)
  })
}

/** What was lost of one kind of deal, beside the other deals that closed in the same weeks. */
function ofKind({ rep, recent, options }: Losses, driver: Driver): Candidate[] {
  return [...new Set(recent.flatMap((deal) => driver.of(deal) ?? []))].flatMap((value) => {
    if (value === OTHER) return []
    const lost = recent.filter((deal) => driver.of(deal) === value)
    const otherLost = recent.filter((deal) => driver.of(deal) !== value)
    const isLost = (deal: Deal) => !isWon(deal)
    const parts = { shared: lost.filter(isLost), lost, otherShared: otherLost.filter(isLost), otherLost }
    return candidate({ rep, value, column: driver.column }, parts, driver, options)
  })
}

type Subject = Pick<Facts, 'rep' | 'column' | 'value'>
type Counted = Pick<Facts, 'shared' | 'lost' | 'otherShared' | 'otherLost'>

function candidate(
  subject: Subject,
  parts: Counted,
  driver: Driver,
  { days, leastShared }: Losses['options'],
): Candidate[] {
  const { shared, lost, otherShared, otherLost } = parts
  if (shared.length < leastShared || otherLost.length < LEAST_OTHERS) return []
  if (shared.length / lost.length <= otherShared.length / otherLost.length) return []
  const chance = fisherExact({ won: shared.length, of: lost.length }, { won: otherShared.length, of: otherLost.length })
  return [{ facts: { ...subject, ...parts, days, open: [] }, driver, chance }]
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
  const own = rep === undefined ? book.open : dealsOf(rep, book.open)
  // What an open deal would be lost for, nobody knows: those furthest on hear it next.
  if (column === 'reason') return own.filter(({ position = 0 }) => position > 0.5)
  return own.filter((deal) => driver.of(deal) === value)
}

function howMany({ column, rep }: Facts, slots: Slots): Said {
  const who = rep === undefined ? 'team' : 'rep'
  if (column === REASON.column) {
    const rest = rep === undefined ? 'of the earlier ones in the year' : 'of all other losses in the year'
    const words = `{shared:of} losses in {days} weeks had the reason “{value}”; ${rest} {other:of}.`
    return { template: `lost-together.reason-${who}`, words, slots, isAboutOthers: true }
  }
  const words = '{shared:of} closed deals with {column} “{value}” were lost in {days} weeks; of the others {other:of}.'
  return { template: `lost-together.kind-${who}`, words, slots }
}

function losses(lostReason: string, closeDate: string, times: number) {
  return [{ stage: 'Closed Lost', created: '2026-02-02', lostReason, closeDate, times }]
}
