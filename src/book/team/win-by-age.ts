import { oncePer } from '../../kit/remembered.ts'
import type { Days, PlainDate } from '../../time/plain-date.ts'
import type { Book } from '../book.ts'
import type { Deal } from '../deals/deal.ts'
import { stageKey } from '../deals/stage-story.ts'
import { aalenJohansen, chanceWon, type IncidenceCurve, type Spell } from '../kit/survival.ts'
import { ENOUGH_WON } from './norms.ts'
import { bandOf, measureSizeBands, type SizeBand, type SizeBands } from './size-bands.ts'
import { rateOf, winRateOf } from './win-rates.ts'

/** What a probability of winning was measured on. */
export type ChanceSource = 'stage' | 'size' | 'team' | 'renewals' | 'win rate'

/** P(won within so many days | open today), and what says so. */
export interface WinChance {
  readonly chance: number
  readonly of: ChanceSource
}

/** The team's own win-by-age curve: how deals of this age, size and stage have ended. */
export interface WinByAge {
  readonly team: IncidenceCurve
  readonly bands: SizeBands | undefined
  /** Of the bands with twenty wins. */
  readonly byBand: ReadonlyMap<SizeBand, IncidenceCurve>
  /** From the days in a stage on, for stages with twenty closed deals that stayed so long; by `stageKey` and weeks. */
  readonly fromStage: (stage: string, days: Days) => IncidenceCurve | undefined
}

/**
 * Measured on new business with a creation date: won and lost by their cycle, open ones by their age (they tell how
 * long a deal has not ended). Undefined below twenty wins.
 */
export function measureWinByAge(deals: readonly Deal[], asOf: PlainDate): WinByAge | undefined {
  const seen = deals.flatMap((deal) => spellOf(deal, asOf) ?? [])
  const team = aalenJohansen(seen.map(({ spell }) => spell))
  if (team.wins < ENOUGH_WON) return undefined
  const bands = measureSizeBands(deals)
  const byBand = new Map<SizeBand, IncidenceCurve>()
  for (const band of [0, 1, 2] as const) {
    const curve = aalenJohansen(
      seen.filter(({ deal }) => bandOf(deal.amount, bands) === band).map(({ spell }) => spell),
    )
    if (curve.wins >= ENOUGH_WON) byBand.set(band, curve)
  }
  return { team, bands, byBand, fromStage: stageCurves(seen) }
}

interface Seen {
  readonly deal: Deal
  readonly spell: Spell
}

function spellOf(deal: Deal, asOf: PlainDate): Seen | undefined {
  const { state, isRenewal, created, closedOn } = deal
  if (isRenewal || created === undefined || state === 'unknown') return undefined
  const end = state === 'open' ? asOf : closedOn
  return end === undefined || end < created ? undefined : { deal, spell: { days: end - created, end: state } }
}

/** Time in a stage is told apart by these days: finer, and too few deals would tell. */
const STAGE_STEPS = [0, 7, 14, 28, 56, 112, 224] as const

/** What became of the deals that stayed in a stage for so long, from that day on. */
function stageCurves(seen: readonly Seen[]): WinByAge['fromStage'] {
  const known = new Map<string, IncidenceCurve | undefined>()
  return (stage, days) => {
    const step = STAGE_STEPS.findLast((least) => least <= days) ?? 0
    const key = `${stageKey(stage)} ${step}`
    if (!known.has(key)) known.set(key, landmark(seen, stageKey(stage), step))
    return known.get(key)
  }
}

function landmark(seen: readonly Seen[], stage: string, step: Days): IncidenceCurve | undefined {
  const spells = seen.flatMap(({ deal: { created, stagesHeld }, spell }) => {
    const at = stagesHeld?.findIndex((held) => stageKey(held.stage) === stage) ?? -1
    const since = stagesHeld?.[at]?.since
    if (created === undefined || since === undefined) return []
    const end = created + spell.days
    const left = stagesHeld?.[at + 1]?.since ?? end
    return left - since < step || (left - since === step && step > 0)
      ? []
      : [{ days: end - since - step, end: spell.end }]
  })
  const closed = spells.filter(({ end }) => end !== 'open').length
  return closed < ENOUGH_WON ? undefined : aalenJohansen(spells)
}

/** The team's curve; undefined below twenty wins. */
export const winByAge = oncePer((book: Pick<Book, 'deals' | 'asOf'>) => measureWinByAge(book.deals, book.asOf))

/** So many cases of a curve the curve above it is worth: what is known of all keeps what is known of few in bounds. */
const PRIOR_CASES = 20

type Facts = Pick<Book, 'deals' | 'asOf' | 'stageOutcomes' | 'team'>

/**
 * P(won within so many days | open for as long as this deal has been), by its stage and time in it, drawn to that of
 * its size, drawn to the team's. A renewal's is the rate of renewals. Where there is no curve or no creation date, the win
 * rate, which has no time in it. Undefined where too little was closed for that.
 *
 * @param within days; without, ever.
 */
export function chanceOfWinning(deal: Deal, book: Facts, within: Days = Infinity): WinChance | undefined {
  if (deal.isRenewal) {
    const renewals = rateOf(book.stageOutcomes.renewals, 'renewals')
    return renewals === undefined ? undefined : { chance: renewals.rate, of: 'renewals' }
  }
  const curve = winByAge(book)
  const byAge = curve === undefined ? undefined : chanceByAge(deal, curve, within)
  if (byAge !== undefined) return byAge
  const rate = winRateOf(deal, undefined, book)
  return rate === undefined ? undefined : { chance: rate.rate, of: 'win rate' }
}

/** By the curve alone; undefined for a renewal, and without a creation date. */
export function chanceByAge(deal: Deal, curve: WinByAge, within: Days): WinChance | undefined {
  const { age, amount, stage, daysInStage } = deal
  if (age === undefined || deal.isRenewal) return undefined
  let best: WinChance = { chance: chanceWon(curve.team, age, within) ?? 0, of: 'team' }
  const band = bandOf(amount, curve.bands)
  best = drawn(band === undefined ? undefined : curve.byBand.get(band), age, within, 'size', best)
  if (stage === undefined || daysInStage === undefined) return best
  return drawn(curve.fromStage(stage, daysInStage), 0, within, 'stage', best)
}

function drawn(curve: IncidenceCurve | undefined, age: Days, within: Days, of: ChanceSource, to: WinChance): WinChance {
  const own = curve === undefined ? undefined : chanceWon(curve, age, within)
  if (curve === undefined || own === undefined) return to
  const { days, atRisk } = curve
  const at = days.findIndex((day) => day > age)
  const cases = at < 0 ? 0 : (atRisk[at] ?? 0)
  return { chance: (cases * own + PRIOR_CASES * to.chance) / (cases + PRIOR_CASES), of }
}
