import type { Days, PlainDate } from '../../time/plain-date.ts'
import { addDays } from '../../time/plain-date.ts'
import type { Deal } from '../deals/deal.ts'
import { nextPeriod, type Period } from '../goals/period.ts'
import { daysByStage, stageKey } from '../deals/stage-story.ts'
import { Distribution } from '../kit/statistics.ts'
import { bandOf, measureSizeBands, type SizeBand, type SizeBands } from './size-bands.ts'

/** From this many won deals on, the team's own history replaces a default. */
export const ENOUGH_WON = 20

const DEFAULT_OLD_DAYS = 90
const DEFAULT_STAGE_DAYS = 30

/** A number of days and whether it was measured on the team's wins or is a default. */
export interface Norm {
  readonly days: Days
  readonly from: 'team' | 'default'
}

/** An age, and on how many wins it was measured. */
export interface AgeNorm extends Norm {
  readonly wins: number
}

/** What is usual for the team's won new business in the file. */
export interface Norms {
  /** Won new business with a known cycle. */
  readonly wins: number
  /** Median days from creation to winning; undefined below 20 wins. */
  readonly medianCycle: Days | undefined
  /** The age by which nine in ten wins were won; 90 days below 20 wins. */
  readonly oldAge: AgeNorm
  /** The age that hardly any win has reached: p95; 90 days below 20 wins. */
  readonly deadAge: AgeNorm
  /** The same by size; only bands with 20 wins. What is large takes longer. */
  readonly bands: SizeBands | undefined
  readonly byBand: ReadonlyMap<SizeBand, BandNorms>
  /** Median days in a stage of the won deals that have been in it, by `stageKey`; only stages with 20 such deals. */
  readonly stageDays: ReadonlyMap<string, { readonly days: Days; readonly wins: number }>
}

/** What is usual for wins of one size. */
export interface BandNorms {
  readonly wins: number
  readonly medianCycle: Days
  readonly oldAge: AgeNorm
  readonly deadAge: AgeNorm
}

export function measureNorms(deals: readonly Deal[]): Norms {
  const won = deals.filter((deal) => deal.state === 'won' && !deal.isRenewal)
  const bands = measureSizeBands(deals)
  const team = cycleNorms(won)
  const byBand = ([0, 1, 2] as const).flatMap((band) => {
    const own = cycleNorms(won.filter(({ amount }) => bandOf(amount, bands) === band))
    const { medianCycle } = own
    return medianCycle === undefined ? [] : [[band, { ...own, medianCycle }] as const]
  })
  return { ...team, bands, byBand: new Map(byBand), stageDays: measureStages(won) }
}

function cycleNorms(won: readonly Deal[]) {
  const cycles = new Distribution(won.flatMap((deal) => deal.age ?? []))
  const isEnough = cycles.size >= ENOUGH_WON
  const ageOf = (share: number): AgeNorm => {
    const days = isEnough ? cycles.quantile(share) : undefined
    return days === undefined
      ? { days: DEFAULT_OLD_DAYS, from: 'default', wins: cycles.size }
      : { days: Math.round(days), from: 'team', wins: cycles.size }
  }
  return {
    wins: cycles.size,
    medianCycle: isEnough ? cycles.median : undefined,
    oldAge: ageOf(0.9),
    deadAge: ageOf(0.95),
  }
}

/** The age by which nine in ten wins of a deal’s size were won; of all wins where too few have its size. */
export function oldAge(norms: Norms, { amount }: Pick<Deal, 'amount'>): AgeNorm {
  return ofSize(norms, amount)?.oldAge ?? norms.oldAge
}

/** The age by which nineteen in twenty were: what is older is asked to be closed. */
export function deadAge(norms: Norms, { amount }: Pick<Deal, 'amount'>): AgeNorm {
  return ofSize(norms, amount)?.deadAge ?? norms.deadAge
}

function ofSize({ bands, byBand }: Norms, amount: number | undefined): BandNorms | undefined {
  const band = bandOf(amount, bands)
  return band === undefined ? undefined : byBand.get(band)
}

function measureStages(won: readonly Deal[]): Norms['stageDays'] {
  const byStage = new Map<string, Days[]>()
  for (const { stagesHeld, closedOn } of won)
    for (const [stage, days] of stagesHeld === undefined ? [] : daysByStage(stagesHeld, closedOn)) {
      const known = byStage.get(stage)
      if (known === undefined) byStage.set(stage, [days])
      else known.push(days)
    }
  return new Map(
    [...byStage].flatMap(([stage, days]) => {
      const { size, median } = new Distribution(days)
      return size < ENOUGH_WON || median === undefined ? [] : [[stage, { days: median, wins: size }] as const]
    }),
  )
}

/** What is usual in a stage: the median of the wins that have been in it, 30 days where fewer than 20 tell. */
export function stageNorm({ stageDays }: Norms, stage: string | undefined): Norm & { readonly wins: number } {
  const own = stage === undefined ? undefined : stageDays.get(stageKey(stage))
  if (own === undefined) return { days: DEFAULT_STAGE_DAYS, from: 'default', wins: 0 }
  return { ...own, from: 'team' }
}

/** The last day on which a new opportunity is as likely as not to be won in a period, if it is won. */
export interface LastDay {
  readonly day: PlainDate
  /** The period in which it still is. */
  readonly period: Period
  /** Whether that is a later one, because in the present one it is too late. */
  readonly isLater: boolean
  /** From as-of to that day. */
  readonly weeks: number
  /** What half of all wins take longer than: the median cycle in whole days. */
  readonly cycle: Days
  /** From this day on a new one more likely closes after the present period than in it. */
  readonly lateFrom: PlainDate
}

/** Nothing that is created in less than this time from now can be asked of anyone. */
const LEAST_DAYS = 14

/**
 * The end of the period less the median won cycle: of what is created later more than half of the wins come too late.
 * Where that is under two weeks away, of the first later period for which it is not. Undefined below 20 wins.
 */
export function lastDayForNew({ norms, period: present, asOf }: LastDayFacts): LastDay | undefined {
  if (norms.medianCycle === undefined) return undefined
  const cycle = Math.ceil(norms.medianCycle)
  let period = present
  while (period.to - cycle < asOf + LEAST_DAYS) period = nextPeriod(period)
  const day = addDays(period.to, -cycle)
  return {
    day,
    period,
    isLater: period.from > present.from,
    weeks: (day - asOf) / 7,
    cycle,
    lateFrom: addDays(present.to, 1 - cycle),
  }
}

interface LastDayFacts {
  readonly norms: Pick<Norms, 'medianCycle'>
  readonly period: Period
  readonly asOf: PlainDate
}
