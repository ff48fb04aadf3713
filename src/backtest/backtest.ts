import { wonRatio, type WonRatio } from '../book/kit/won-ratio.ts'
import { Distribution } from '../book/kit/statistics.ts'
import type { Severity } from '../engine/finding.ts'
import type { AnyRule } from '../engine/rule.ts'
import type { Days, PlainDate } from '../time/plain-date.ts'
import type { Replayability } from './replayable.ts'
import type { LeftOut } from './replay.ts'
import { MARKS, type Sample } from './sample.ts'
import { judged, type Verdict } from './verdict.ts'

/** What the past was read from: what was really said, each week’s own export, or one export gone through again. */
export type SourceKind = 'history' | 'exports' | 'replay'

/** A rule and what became of the deals that it spoke about. */
export interface RuleResult {
  readonly rule: string
  readonly title: string
  readonly verdict: Verdict
  /** Undefined where nothing could be compared. */
  readonly ratio: WonRatio | undefined
  /** Among deals of the same third of age only: what is left when old deals are compared with old ones. */
  readonly withinAge: WonRatio | undefined
  /** What it called so, beside the deals that it said nothing of. */
  readonly bySeverity: Readonly<Partial<Record<Severity, WonRatio>>>
  readonly obstacles: Replayability['obstacles']
  /** What it was replayed without, since it hardly changes what the rule says. */
  readonly without: Replayability['without']
}

export interface Backtest {
  readonly source: SourceKind
  readonly days: readonly PlainDate[]
  readonly horizon: Days
  /** Whether the horizon was measured on wins, asked for, or is a default. */
  readonly horizonFrom: 'wins' | 'asked' | 'default'
  /** The day up to which it is known what became of the deals. */
  readonly end: PlainDate
  readonly deals: number
  readonly wins: number
  readonly rules: readonly RuleResult[]
  /** A fifth of the deals, drawn without looking at them: what no effect looks like. */
  readonly placebo: RuleResult
  /** Rules that speak about people, accounts or lost deals: no deal’s end proves them. */
  readonly notTested: readonly string[]
  readonly leftOut: LeftOut
}

/** A rule that was asked, and what kept it from being asked on every day. */
export interface Candidate extends Replayability {
  readonly rule: Pick<AnyRule, 'id' | 'title'>
}

export type Findings = Pick<Backtest, 'deals' | 'wins' | 'rules' | 'placebo'>

/** Compares what each rule flagged with what it did not, and judges all of them together. */
export function findingsOf(sample: Sample, candidates: readonly Candidate[]): Findings {
  const thirds = thirdsOfAge(sample)
  const results = candidates.map(({ rule, obstacles, without }) => {
    const marks = obstacles.length > 0 ? undefined : sample.marks.get(rule.id)
    return { rule, obstacles, without, marks, ratio: marks === undefined ? undefined : compared(sample, marks, isFlag) }
  })
  const verdicts = judged(results.flatMap(({ ratio }) => ratio ?? []))
  const byRule = new Map(results.filter(({ ratio }) => ratio !== undefined).map(({ rule }, at) => [rule, verdicts[at]]))
  const ratio = placebo(sample)
  return {
    deals: sample.deals.length,
    wins: new Set(sample.deal.filter((_, at) => sample.won[at] === 1)).size,
    rules: results.map(({ rule, obstacles, without, marks, ratio: own }) => ({
      rule: rule.id,
      title: rule.title,
      verdict: byRule.get(rule) ?? (obstacles.length > 0 ? 'not-replayable' : 'too-little-data'),
      ratio: own,
      withinAge: marks === undefined ? undefined : compared({ ...sample, day: thirds }, marks, isFlag),
      bySeverity: marks === undefined ? {} : bySeverity(sample, marks),
      obstacles,
      without,
    })),
    placebo: {
      rule: 'placebo',
      title: 'Placebo',
      verdict: judged([ratio])[0] ?? 'too-little-data',
      ratio,
      withinAge: undefined,
      bySeverity: {},
      obstacles: [],
      without: [],
    },
  }
}

const isFlag = (mark: number) => mark >= MARKS.low

/** @param of whether a mark is of the deals that are looked at; other flagged ones are left out of both groups. */
function compared(sample: Pick<Sample, 'deal' | 'day' | 'won'>, marks: Uint8Array, of: (mark: number) => boolean) {
  const mark = marks.map((one) => (one === MARKS.silent ? 0 : of(one) ? 1 : MARKS.unasked))
  return wonRatio({ deal: sample.deal, stratum: sample.day, mark, won: sample.won })
}

/** Only where a rule knows more than one severity. */
function bySeverity(sample: Sample, marks: Uint8Array): RuleResult['bySeverity'] {
  const severities = (['low', 'medium', 'high'] as const).filter((severity) => marks.includes(MARKS[severity]))
  if (severities.length < 2) return {}
  return Object.fromEntries(
    severities.map((severity) => [severity, compared(sample, marks, (mark) => mark === MARKS[severity])]),
  )
}

const THIRDS = 3

/** The review day and the third of age together, so that old deals are compared with old ones of the same day. */
function thirdsOfAge({ day, age }: Sample): Int32Array {
  const known = new Distribution([...age].filter((days) => days >= 0))
  const [young = 0, old = 0] = [known.quantile(1 / THIRDS), known.quantile(2 / THIRDS)]
  return day.map((of, at) => {
    const days = age[at] ?? -1
    return of * THIRDS + (days <= young ? 0 : days <= old ? 1 : 2)
  })
}

/** What comes of a fifth of the deals, drawn without looking at them. @param draw another number draws others. */
export function placebo(sample: Sample, draw = 0): WonRatio {
  const salt = draw === 0 ? '' : `${draw} `
  const marks = Uint8Array.from(sample.deal, (deal) => placeboMark(salt + (sample.deals[deal] ?? '')))
  return compared(sample, marks, isFlag)
}

const PLACEBO_SHARE = 5

/** One deal in five, by its id alone (FNV-1a). */
function placeboMark(id: string): number {
  let hash = 0x81_1c_9d_c5
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01_00_01_93)
  // The last bits of neighbouring ids are too much alike: they are mixed once more (murmur3’s finisher).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return ((hash ^ (hash >>> 16)) >>> 0) % PLACEBO_SHARE === 0 ? MARKS.low : MARKS.silent
}
