import { z } from 'zod'
import type { Backtest, RuleResult } from '../../backtest/backtest.ts'
import { verdicts } from '../../backtest/verdict.ts'
import type { Ratio } from '../../book/kit/jackknife.ts'
import { nothingCompared } from '../../book/kit/won-ratio.ts'
import { isoDate } from '../../time/plain-date.ts'
import { count, date } from '../json/data-schema.ts'
import { toJson } from '../json/to-json.ts'

const interval = z.tuple([z.number(), z.number()]).nullable().describe('95 %')
const source = z.enum(['history', 'exports', 'replay'])

const severityStep = z.strictObject({
  deals: count,
  wonRatio: z.number().nullable(),
  wonRatioInterval: interval,
})

const row = z.strictObject({
  rule: z.string().describe('Its id; “placebo” for a fifth of the deals, drawn blindly by their ids'),
  title: z.string(),
  verdict: z.enum(verdicts),
  source,
  flagged: count.describe('Deals with it, counted once on each review day'),
  flaggedNotWon: count,
  unflagged: count,
  unflaggedNotWon: count,
  lift: z.number().nullable().describe('Share not won with it ÷ without'),
  interval,
  deals: count.describe('Different deals with it'),
  otherDeals: count.describe('Different deals without it'),
  wonDeals: count.describe('Won, of the different deals with it, from the first day they had it'),
  expectedWins: z.number().describe('So many of them would have been won without any effect'),
  wonRatio: z.number().nullable().describe('Won share with it ÷ without, on the same review days'),
  wonRatioInterval: interval,
  wonRatioWithinAge: z.number().nullable().describe('The same among deals of the same third of age'),
  wonRatioWithinAgeInterval: interval,
  bySeverity: z.partialRecord(z.enum(['low', 'medium', 'high']), severityStep),
  missing: z.array(z.string()).describe('Why it cannot be replayed'),
  without: z.array(z.string()).describe('Replayed without these, which hardly change whom it speaks about'),
  enable: z.array(z.string()).describe('What would make it so'),
})

/** `schema/backtest.v1.json`. */
export const backtestSchema = z.strictObject({
  schema: z.literal('pipeline-coach/backtest@1'),
  source,
  from: date.nullable(),
  to: date.nullable(),
  reviews: count,
  horizonDays: count,
  horizonFrom: z.enum(['wins', 'asked', 'default']),
  end: date.describe('Up to this day it is known what became of the deals'),
  deals: count.describe('Different deals open on one of the review days'),
  wins: count.describe('Of these, won within the horizon of one of the days'),
  leftOut: z.strictObject({ notCreated: count, notDated: count, unknown: count, gone: count }),
  notTested: z.array(z.string()).describe('Rules that speak of people, accounts or lost deals'),
  rules: z.array(row).describe('The last is the placebo'),
})

type Document = z.infer<typeof backtestSchema>

export function backtestJson(backtest: Backtest): string {
  const { days, end, horizon, horizonFrom, leftOut, notTested, rules, placebo, deals, wins } = backtest
  const [first, last] = [days[0], days.at(-1)]
  const document: Document = {
    schema: 'pipeline-coach/backtest@1',
    source: backtest.source,
    from: first === undefined ? null : isoDate(first),
    to: last === undefined ? null : isoDate(last),
    reviews: days.length,
    horizonDays: horizon,
    horizonFrom,
    end: isoDate(end),
    deals,
    wins,
    leftOut: { ...leftOut },
    notTested: [...notTested],
    rules: [...rules, placebo].map((rule) => rowOf(rule, backtest)),
  }
  return toJson(document)
}

function rowOf(result: RuleResult, backtest: Backtest): Document['rules'][number] {
  const { ratio = nothingCompared, withinAge = nothingCompared, obstacles, without } = result
  return {
    rule: result.rule,
    title: result.title,
    verdict: result.verdict,
    source: backtest.source,
    flagged: ratio.marked,
    flaggedNotWon: ratio.markedNotWon,
    unflagged: ratio.unmarked,
    unflaggedNotWon: ratio.unmarkedNotWon,
    lift: shown(ratio.notWon?.ratio),
    interval: limits(ratio.notWon),
    deals: ratio.deals,
    otherDeals: ratio.otherDeals,
    wonDeals: ratio.wonDeals,
    expectedWins: rounded(ratio.expectedWins),
    wonRatio: shown(ratio.won?.ratio),
    wonRatioInterval: limits(ratio.won),
    wonRatioWithinAge: shown(withinAge.won?.ratio),
    wonRatioWithinAgeInterval: limits(withinAge.won),
    bySeverity: Object.fromEntries(
      Object.entries(result.bySeverity).map(([severity, { deals, won }]) => [
        severity,
        { deals, wonRatio: shown(won?.ratio), wonRatioInterval: limits(won) },
      ]),
    ),
    missing: [...new Set(obstacles.map(({ missing }) => missing))],
    without: [...without],
    enable: [...new Set(obstacles.map(({ enable }) => enable))],
  }
}

function shown(value: number | undefined): number | null {
  return value === undefined ? null : rounded(value)
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function limits(ratio: Ratio | undefined): [number, number] | null {
  const [low, high] = [shown(ratio?.interval.low), shown(ratio?.interval.high)]
  return low === null || high === null ? null : [low, high]
}
