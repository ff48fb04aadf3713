import { addDays, type PlainDate } from '../../time/plain-date.ts'
import { midBinomial, midFisher, midPoisson, type Share } from '../kit/chances.ts'
import { benjaminiHochberg } from '../kit/many-tests.ts'
import { betaPrior, gammaPrior, shrunkPace, shrunkShare, type Pace } from '../kit/shrinkage.ts'
import { median, sum } from '../kit/statistics.ts'

/** A verdict is about a person, and about these two outcomes only. */
export type Outcome = 'creation' | 'winning'

/** What is known of one rep’s two outcomes. */
export interface RepRecord {
  readonly name: string
  /** New business by week; week 0 is the seven days up to the review. */
  readonly createdByWeek: readonly number[]
  /** Whether the rep was there and could work, by week. */
  readonly workedByWeek: readonly boolean[]
  /** In order; without deals that were cleaned out, which are no losses. */
  readonly closings: readonly Closing[]
  /** From when on the rep can be compared: nobody is in the first 90 days. Undefined: never. */
  readonly from: PlainDate | undefined
  /** Brings what is expected by now: whoever does with few deals, and opens as many as ever, opens enough. */
  readonly isOnCourse?: boolean
  /** What the manager expects, where a standard is set: it speaks in place of the others. */
  readonly standard?: { readonly creation?: number | undefined; readonly winning?: number | undefined }
}

export interface Closing {
  readonly day: PlainDate
  readonly isWon: boolean
}

/** One outcome of one rep beside what it is compared with. */
export interface Tested {
  /** Deals won, or created. */
  readonly count: number
  /** Deals closed, or weeks worked. */
  readonly of: number
  readonly against: 'others' | 'standard'
  /** The same of all other reps together; undefined beside a standard. */
  readonly others: { readonly count: number; readonly of: number } | undefined
  /** The rate that was to be expected, and the rep's own drawn towards the team's. */
  readonly expected: number
  readonly shrunk: number
  /** The probability, corrected for the number of reps, that the rep is below and not merely unlucky. */
  readonly probability: number
  /** Below by a margin that means something, and not by chance. */
  readonly isFound: boolean
}

/** By rep; who cannot be compared is not in it. */
export type Look = Readonly<Record<Outcome, ReadonlyMap<string, Tested>>>

/** The numbers of the design, in one place. */
export const VERDICT = {
  /** Below the others by a fifth at least, after shrinking. */
  margin: 0.2,
  /** Spoken from here on … */
  speak: 0.95,
  /** … and kept until here. */
  keep: 0.6,
  /** Without a history the last eight weeks are gone through again. */
  replayWeeks: 8,
  closingDays: 365,
  /** A quarter, beside the others; and three weeks for what has just begun, beside the own half-year before them, too. */
  quarterWeeks: 13,
  recentWeeks: 3,
  beforeWeeks: 26,
  /** A pace of one’s own: so many weeks, and so many deals. */
  ownPace: 8,
  /**
   * Who opens as many as ever is only called low below this share of what the middle rep opens: territories and roles
   * differ, and chance is not the only reason for a low pace.
   */
  steadyShare: 0.5,
  /** The share of the error that is allowed for the quarter, where the three weeks could speak as well. */
  quarterShare: 0.35,
  /** A test that could not speak even of nothing won is no test, and does not count among them. */
  couldSpeak: 0.05,
  /**
   * Two outcomes, and a look each week: p values count three times. Measured with `npm run simulate`: at 1 identical
   * teams had a verdict in 15 to 22 % of cases, at 2 in up to 13 %, at 3 in up to 9 %.
   */
  looks: 3,
  /** What the team’s rate weighs beside a rep’s own: so many closings; so many deals. */
  closingsWorth: { least: 5, most: 15 },
  dealsWorth: { least: 2, most: 6 },
} as const

/** Both outcomes of all reps, as they stood so many weeks before the review. */
export function lookAt(records: readonly RepRecord[], asOf: PlainDate, weeksAgo = 0): Look {
  const day = addDays(asOf, -7 * weeksAgo)
  const reps = records.filter(({ from }) => from !== undefined && from <= day)
  return { winning: testWinning(reps, day), creation: testCreation(reps, weeksAgo) }
}

/** A test before it is corrected for how many there were. */
interface Raw extends Omit<Tested, 'probability' | 'isFound'> {
  readonly name: string
  readonly p: number
  /** The p value of nothing at all won or created: whether the test could speak. */
  readonly least: number
  /** As it ever was, and enough: whatever the others do, nothing is said. */
  readonly isSteady: boolean
}

function testWinning(reps: readonly RepRecord[], day: PlainDate): ReadonlyMap<string, Tested> {
  const shares = reps.map(({ closings }) => shareOf(closings, day))
  const all = { won: sum(shares.map(({ won }) => won)), of: sum(shares.map(({ of }) => of)) }
  const prior = betaPrior(shares, VERDICT.closingsWorth)
  const raw = reps.flatMap(({ name, standard }, at): Raw[] => {
    const own = shares[at] ?? { won: 0, of: 0 }
    const others = { won: all.won - own.won, of: all.of - own.of }
    const expected = standard?.winning ?? (others.of === 0 ? 0 : others.won / others.of)
    if (own.of === 0 || expected === 0 || prior === undefined) return []
    const isStandard = standard?.winning !== undefined
    const p = (won: number) => (isStandard ? midBinomial(won, own.of, expected) : midFisher({ ...own, won }, others))
    return [
      {
        name,
        count: own.won,
        of: own.of,
        against: isStandard ? 'standard' : 'others',
        others: isStandard ? undefined : { count: others.won, of: others.of },
        expected,
        shrunk: shrunkShare(own, { ...prior, rate: expected }),
        p: p(own.won),
        least: p(0),
        isSteady: false,
      },
    ]
  })
  return corrected(raw)
}

function shareOf(closings: readonly Closing[], day: PlainDate): Share {
  const last = countUpTo(closings, day)
  const first = countUpTo(closings, addDays(day, -VERDICT.closingDays))
  let won = 0
  for (let at = first; at < last; at++) if (closings[at]?.isWon === true) won++
  return { won, of: last - first }
}

/** How many of these, in order, are of this day or before. */
function countUpTo(closings: readonly Closing[], day: PlainDate): number {
  let [low, high] = [0, closings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((closings[middle]?.day ?? Infinity) <= day) low = middle + 1
    else high = middle
  }
  return low
}

function testCreation(reps: readonly RepRecord[], weeksAgo: number): ReadonlyMap<string, Tested> {
  const quarter = creationIn(reps, { from: weeksAgo, weeks: VERDICT.quarterWeeks }, () => NOTHING)
  const recent = new Map(
    creationIn(reps, { from: weeksAgo, weeks: VERDICT.recentWeeks }, (rep) => ownBefore(rep, weeksAgo)).map((raw) => [
      raw.name,
      raw,
    ]),
  )
  const weighed = (one: Raw, share: number): Raw => ({ ...one, p: one.p / share, least: one.least / share })
  return corrected(
    quarter.map((raw) => {
      const short = recent.get(raw.name)
      // What could not speak of three weeks without anything takes nothing from the quarter.
      if (short === undefined || short.least * VERDICT.looks * reps.length > 1 - VERDICT.speak) return raw
      const [long, fresh] = [weighed(raw, VERDICT.quarterShare), weighed(short, 1 - VERDICT.quarterShare)]
      return fresh.p < long.p && isBelow(fresh) ? fresh : long
    }),
  )
}

const NOTHING: Pace = { events: 0, exposure: 0 }

/** The half-year before the recent weeks, where it shows a pace. */
function ownBefore(rep: RepRecord, weeksAgo: number, weeks: number = VERDICT.recentWeeks): Pace {
  const before = paceIn(rep, { from: weeksAgo + weeks, weeks: VERDICT.beforeWeeks })
  return before.events < VERDICT.ownPace || before.exposure < VERDICT.ownPace ? NOTHING : before
}

function paceIn({ createdByWeek, workedByWeek }: RepRecord, { from, weeks }: { from: number; weeks: number }): Pace {
  let [events, exposure] = [0, 0]
  for (let week = from; week < from + weeks; week++) {
    if (workedByWeek[week] !== true) continue
    exposure++
    events += createdByWeek[week] ?? 0
  }
  return { events, exposure }
}

/** @param before what of a rep's own past stands beside the others. */
function creationIn(
  reps: readonly RepRecord[],
  window: { from: number; weeks: number },
  before: (rep: RepRecord) => Pace,
): Raw[] {
  const paces = reps.map((rep) => paceIn(rep, window))
  const all = added(...paces)
  const prior = gammaPrior(paces, VERDICT.dealsWorth)
  const middle = median(paces.flatMap(({ events, exposure }) => (exposure === 0 ? [] : events / exposure))) ?? 0
  return reps.flatMap((rep, at): Raw[] => {
    const own = paces[at] ?? NOTHING
    const others = { events: all.events - own.events, exposure: all.exposure - own.exposure }
    const beside = added(others, before(rep))
    const standard = rep.standard?.creation
    const expected = standard ?? (beside.exposure === 0 ? 0 : beside.events / beside.exposure)
    if (own.exposure === 0 || expected === 0 || prior === undefined) return []
    const share = own.exposure / (own.exposure + beside.exposure)
    // Where the others have fallen as much, it is the team’s point and nobody’s verdict.
    const most = ((1 - VERDICT.margin) * others.events * own.exposure) / Math.max(1, others.exposure)
    const steady = ownMost(rep, window, rep.isOnCourse === true ? 0 : VERDICT.steadyShare * middle) ?? Infinity
    const p = (events: number) =>
      standard === undefined
        ? events >= most
          ? 1
          : midBinomial(events, events + beside.events, share)
        : midPoisson(events, expected * own.exposure)
    return [
      {
        name: rep.name,
        count: own.events,
        of: own.exposure,
        against: standard === undefined ? 'others' : 'standard',
        others: standard === undefined ? { count: others.events, of: others.exposure } : undefined,
        expected,
        shrunk: shrunkPace(own, { ...prior, rate: expected }),
        p: p(own.events),
        least: p(0),
        isSteady: standard === undefined && own.events >= steady * own.exposure,
      },
    ]
  })
}

/**
 * From how many a week on a rep is not called low: as many as ever, and not below `steady`. Undefined where no pace of
 * their own is known.
 */
function ownMost(rep: RepRecord, { from, weeks }: { from: number; weeks: number }, steady: number): number | undefined {
  const before = ownBefore(rep, from, weeks)
  return before.exposure === 0 ? undefined : Math.max(((1 - VERDICT.margin) * before.events) / before.exposure, steady)
}

function added(...paces: readonly Pace[]): Pace {
  return { events: sum(paces.map(({ events }) => events)), exposure: sum(paces.map(({ exposure }) => exposure)) }
}

function isBelow({ shrunk, expected }: Pick<Raw, 'shrunk' | 'expected'>): boolean {
  return shrunk <= (1 - VERDICT.margin) * expected
}

/** Benjamini–Hochberg over the reps whose counts could have spoken, and for looking at two outcomes week after week. */
function corrected(raw: readonly Raw[]): ReadonlyMap<string, Tested> {
  const able = raw.filter(({ least }) => least <= VERDICT.couldSpeak)
  const values = benjaminiHochberg(able.map(({ p }) => Math.min(1, p * VERDICT.looks)))
  return new Map(able.map((one, at) => [one.name, testedOf(one, 1 - (values[at] ?? 1))]))
}

function testedOf(raw: Raw, likely: number): Tested {
  const probability = raw.isSteady ? 0 : likely
  const { count, of, against, others, expected, shrunk } = raw
  const isFound = probability >= VERDICT.speak && isBelow(raw)
  return { count, of, against, others, expected, shrunk, probability, isFound }
}
