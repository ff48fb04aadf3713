import type { Book } from '../book/book.ts'
import { dealsOf } from '../book/lookup.ts'
import type { Deal } from '../book/deals/deal.ts'
import { fisherExact, midFisher } from '../book/kit/chances.ts'
import { benjaminiHochberg } from '../book/kit/many-tests.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { name, rate, sum, text, type Said } from '../language/sentence.ts'
import {
  asShare,
  cameTo,
  closedInYear,
  closings,
  isWon,
  winRate,
  type ClosedDeal,
  type Closings,
} from './kit/closed.ts'
import { honestDrivers, type Driver } from './kit/drivers.ts'

/** A part of the closed deals: those of one rep, and all others'. */
interface Part {
  readonly column: string
  readonly value: string
  readonly own: Closings
  readonly other: Closings
}

interface Facts {
  readonly rep: string
  readonly own: Closings
  readonly other: Closings
  /** Where most of the gap lies; undefined where it is everywhere. */
  readonly where: Part | undefined
  /** What the gap is not: two thirds of it or more stay within this part. */
  readonly notIt: Part | undefined
  readonly hasReasons: boolean
  readonly open: readonly Deal[]
}

export const whereTheRepLoses = defineInsight({
  id: 'where-the-rep-loses',
  title: 'The cause says where',
  why:
    '“Wins too little” is not coaching yet. The gap to all other reps together is taken apart by how far deals came, how old they ' +
    'were, and every column: what is left within a part shows where to look, and what the cause is not.',
  place: 'point',
  needs: ['closings'],
  options: { leastClosed: 15, leastPart: 10, falseShare: 0.035, notItShare: 2 / 3, margin: 0.2 },

  find(book, { leastClosed, leastPart, falseShare, notItShare, margin }) {
    const closed = closedInYear(book)
    const all = closings(closed)
    const reps = book.reps.flatMap(({ name: rep, open }) => {
      const own = closings(dealsOf(rep, closed))
      const other = { won: all.won.length - own.won.length, of: closed.length - own.closed.length }
      return own.closed.length < leastClosed || other.of < leastClosed ? [] : [{ rep, open, own, share: other }]
    })
    const chances = benjaminiHochberg(reps.map(({ own, share }) => midFisher(asShare(own), share)))
    return reps.flatMap(({ rep, own, share, open }, at): Sighting<Facts>[] => {
      const isBelow = winRate(own) < (1 - margin) * (share.won / share.of) && (chances[at] ?? 1) <= falseShare
      if (!isBelow) return []
      const other = closings(closed.filter(({ owner }) => owner !== rep))
      const parts = { own: own.closed as ClosedDeal[], other: other.closed as ClosedDeal[], least: leastPart }
      const where = whereItLies(parts, book, winRate(other) - winRate(own))
      const notIt = notTheCause(parts, book, notItShare, where?.column)
      const hasReasons = own.closed.some(({ lostReason }) => lostReason !== undefined)
      return [{ rep, facts: { rep, own, other, where, notIt, hasReasons, open }, open }]
    })
  },

  say(facts) {
    return { text: [theGap(facts), ...whereIs(facts), ...isNot(facts)], ...caveatOf(facts), ask: askOf(facts) }
  },

  evidence: ({ own, other, where, notIt, open }) => ({
    won: own.won.length,
    closed: own.closed.length,
    otherWon: other.won.length,
    otherClosed: other.closed.length,
    column: where?.column ?? null,
    value: where?.value ?? null,
    ...counts(where, 'part'),
    notColumn: notIt?.column ?? null,
    notValue: notIt?.value ?? null,
    ...counts(notIt, 'not'),
    open: open.length,
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'a rep loses what comes from outbound, and wins the rest as often as the others',
      deals: [
        ...ended('Dana Whitfield', 'Outbound', 1, 29),
        ...ended('Dana Whitfield', 'Referral', 10, 10),
        ...ended('Priya Natarajan', 'Outbound', 30, 30),
        ...ended('Priya Natarajan', 'Referral', 30, 30),
        { source: 'Outbound' },
        { source: 'Referral' },
      ],
      says: {
        rep: 'Dana Whitfield',
        evidence: {
          won: 11,
          closed: 50,
          otherWon: 60,
          otherClosed: 120,
          value: 'Outbound',
          partWon: 1,
          partClosed: 30,
        },
      },
    },
    {
      kind: 'miss',
      title: 'ten of thirty and forty of a hundred can be chance',
      deals: [...ended('Dana Whitfield', 'Outbound', 10, 20), ...ended('Priya Natarajan', 'Outbound', 40, 60), {}],
    },
    {
      kind: 'boundary',
      title: 'fourteen closed deals are too few',
      deals: [...ended('Dana Whitfield', 'Outbound', 0, 14), ...ended('Priya Natarajan', 'Outbound', 60, 60), {}],
    },
  ],
})

interface Parts {
  readonly own: readonly ClosedDeal[]
  readonly other: readonly ClosedDeal[]
  readonly least: number
}

const YOUNG_DAYS = 14
/** Within the part the gap is so much wider than over all. */
const WIDER = 1.25

/** The part with the widest gap, if chance and the rest of the deals do not explain it. */
function whereItLies(parts: Parts, book: Book, gap: number): Part | undefined {
  const cuts = [...stageParts(parts, book), ...valueParts(parts, [AGE, ...honestDrivers(book)])]
  const told = cuts
    .map((part) => ({ part, gap: winRate(part.other) - winRate(part.own) }))
    .filter(({ part, gap: inside }) => inside >= WIDER * gap && explains(part, parts))
  const chances = benjaminiHochberg(
    told.map(({ part }) => fisherExact(asShare(part.own), asShare(part.other))),
    cuts.length,
  )
  const speaking = told.filter((_, at) => (chances[at] ?? 1) <= 0.05)
  return speaking.toSorted((a, b) => b.gap - a.gap)[0]?.part
}

/** Most of the wins that are missing are missing in this part. */
function explains(part: Part, { own, other }: Parts): boolean {
  const missing = (o: Closings, t: Closings) => o.closed.length * winRate(t) - o.won.length
  return missing(part.own, part.other) >= 0.5 * missing(closings(own), closings(other))
}

const AGE: Driver = {
  column: 'age at closing',
  from: 'measured',
  of: ({ age }) => (age === undefined ? undefined : age <= YOUNG_DAYS ? 'the first two weeks' : 'later'),
}

function valueParts({ own, other, least }: Parts, drivers: readonly Driver[]): Part[] {
  return drivers.flatMap((driver) => {
    const values = new Set(own.map((deal) => driver.of(deal)))
    return [...values].flatMap((value): Part[] => {
      if (value === undefined) return []
      const part = {
        column: driver.column,
        value,
        own: closings(own.filter((deal) => driver.of(deal) === value)),
        other: closings(other.filter((deal) => driver.of(deal) === value)),
      }
      return part.own.closed.length < least || part.other.closed.length < least ? [] : [part]
    })
  })
}

/** Deals that came to each stage but the first: what was lost before it is not in the part. */
function stageParts({ own, other, least }: Parts, book: Book): Part[] {
  const came = (deals: readonly ClosedDeal[], stage: string) => closings(cameTo(stage, deals, book))
  return book.stages.names.slice(1).flatMap((stage): Part[] => {
    const part = { column: 'stage', value: stage, own: came(own, stage), other: came(other, stage) }
    return part.own.closed.length < least || part.other.closed.length < least ? [] : [part]
  })
}

/** A part within which two thirds of the gap stay: that it has fewer or more of these deals is not the cause. */
function notTheCause(parts: Parts, book: Book, notItShare: number, where: string | undefined): Part | undefined {
  const gap = winRate(closings(parts.other)) - winRate(closings(parts.own))
  const drivers = honestDrivers(book).toSorted((a, b) => Number(b.from === 'measured') - Number(a.from === 'measured'))
  for (const driver of drivers) {
    if (driver.column === where) continue
    const all = valueParts(parts, [driver])
    const counted = all.reduce((total, { own }) => total + own.closed.length, 0)
    if (all.length < 1 || counted < 0.6 * parts.own.length) continue
    const within =
      all.reduce((total, { own, other }) => total + own.closed.length * (winRate(other) - winRate(own)), 0) / counted
    const best = all
      .filter((part) => winRate(part.other) - winRate(part.own) >= notItShare * gap)
      .toSorted((a, b) => winRate(b.other) - winRate(a.other))[0]
    if (within >= notItShare * gap && best !== undefined) return best
  }
  return undefined
}

function counts(part: Part | undefined, prefix: string) {
  return {
    [`${prefix}Won`]: part?.own.won.length ?? null,
    [`${prefix}Closed`]: part?.own.closed.length ?? null,
    [`${prefix}OtherWon`]: part?.other.won.length ?? null,
    [`${prefix}OtherClosed`]: part?.other.closed.length ?? null,
  }
}

const partSlots = ({ column, value, own, other }: Part) => ({
  column: text(column),
  value: text(value),
  own: rate(own.won, own.closed),
  other: rate(other.won, other.closed),
})

function theGap({ rep, own, other }: Facts): Said {
  return {
    template: 'where-the-rep-loses',
    words: '{rep:first} won {own:both}; all other reps {other:both}.',
    isAboutOthers: true,
    slots: { rep: name(rep), own: rate(own.won, own.closed), other: rate(other.won, other.closed) },
  }
}

function whereIs({ where }: Facts): Said[] {
  if (where === undefined) return []
  const slots = partSlots(where)
  if (where.column === 'stage')
    return [
      {
        template: 'where-the-rep-loses.stage',
        words: 'Of those that came to {value} {own:of} were won, by the others {other:of}.',
        slots,
      },
    ]
  if (where.column === AGE.column)
    return [
      {
        template: 'where-the-rep-loses.age',
        words: 'Of those closed in {value} {own:of} were won, by the others {other:of}.',
        slots,
      },
    ]
  return [
    {
      template: 'where-the-rep-loses.part',
      words: 'With {column} “{value}” {own:of} were won, by the others {other:of}.',
      slots,
    },
  ]
}

function isNot({ notIt }: Facts): Said[] {
  if (notIt === undefined) return []
  const words = 'The {column} is not it: with “{value}” {own:of}, theirs {other:of}.'
  return [{ template: 'where-the-rep-loses.not', words, slots: partSlots(notIt) }]
}

function caveatOf({ hasReasons }: Facts): { caveat?: Said } {
  if (hasReasons) return {}
  return { caveat: { template: 'where-the-rep-loses.no-reasons', words: 'No loss reasons recorded.', slots: {} } }
}

/** The last loss of the part that it lies in. */
function askOf({ where, own }: Facts): Said {
  const losses = (where?.own ?? own).closed.filter((deal) => !isWon(deal))
  const last = losses.toSorted((a, b) => (b.closedOn ?? 0) - (a.closedOn ?? 0))[0]
  return {
    template: 'where-the-rep-loses.ask',
    words: '{customer} ({amount}) was lost. What did they choose instead?',
    slots: {
      customer: name(last?.account ?? last?.name ?? '', last === undefined ? [] : [last.id]),
      amount: sum(last === undefined ? [] : [last]),
    },
  }
}

function ended(owner: string, source: string, won: number, lost: number) {
  const base = { owner, source, created: '2026-03-02', closeDate: '2026-06-15' }
  return [
    ...(won === 0 ? [] : [{ ...base, stage: 'Closed Won', times: won }]),
    ...(lost === 0 ? [] : [{ ...base, stage: 'Closed Lost', times: lost }]),
  ]
}
