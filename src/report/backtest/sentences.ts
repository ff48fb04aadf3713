import type { Backtest, RuleResult } from '../../backtest/backtest.ts'
import { GATE, type Verdict, WINS_FOR } from '../../backtest/verdict.ts'
import type { WonRatio } from '../../book/kit/won-ratio.ts'
import type { Interval, Ratio } from '../../book/kit/jackknife.ts'
import type { Words } from '../../language/words.ts'

/** The backtest in sentences: the same in text, Markdown and HTML. */
export interface BacktestPage {
  readonly title: string
  /** What was looked at, and how. */
  readonly facts: readonly string[]
  readonly rules: readonly RuleLine[]
  /** What could not be looked at, and what would change that. */
  readonly notReplayed: readonly { readonly titles: readonly string[]; readonly remedy: string }[]
  readonly placebo: RuleLine | undefined
  /** How to read it. */
  readonly notes: readonly string[]
}

export interface RuleLine {
  readonly title: string
  /** In a few words: `PREDICTS`. */
  readonly verdict: string
  readonly said: string
  /** `0.13 (0.10 to 0.17)`; empty where nothing was compared. */
  readonly times: string
  /** For the picture. */
  readonly ratio: Ratio | undefined
}

/** What the ratio is, over a picture or a column of them. */
export const TIMES = 'Won, times as often'

/** The verdicts as a manager would say them. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  predicts: 'PREDICTS',
  'does-not-predict': 'DOES NOT PREDICT',
  'too-little-data': 'TOO LITTLE DATA',
  'not-replayable': 'CANNOT BE REPLAYED',
  'wrong-way': 'POINTS THE WRONG WAY',
  'no-evidence': 'NO EVIDENCE EITHER WAY',
}

const ORDER: readonly Verdict[] = ['predicts', 'wrong-way', 'does-not-predict', 'no-evidence', 'too-little-data']

export function backtestPage(backtest: Backtest, words: Words): BacktestPage {
  const { rules, placebo } = backtest
  const lines = ORDER.flatMap((verdict) => rules.filter((rule) => rule.verdict === verdict))
  return {
    title: 'What the warnings were worth',
    facts: facts(backtest, words),
    rules: lines.map((rule) => lineOf(rule, backtest, words)),
    notReplayed: notReplayed(backtest),
    placebo:
      placebo.ratio?.won === undefined
        ? undefined
        : {
            title: placebo.title,
            verdict: '',
            said: `A fifth of the deals, drawn blindly: won ${times(placebo.ratio.won, words)}. This is what no effect looks like.`,
            times: inShort(placebo.ratio.won, words),
            ratio: placebo.ratio.won,
          },
    notes: notes(backtest),
  }
}

const SOURCES: Readonly<Record<Backtest['source'], string>> = {
  history: 'from the reviews in the history: what was really said',
  exports: 'from several exports: each reviewed on its own day',
  replay: 'from one export: only what carries a date is known of a past day',
}

function facts(backtest: Backtest, words: Words): string[] {
  const { days, horizon, horizonFrom, deals, wins, source, end } = backtest
  const [first, last] = [days[0], days.at(-1)]
  const because = {
    wins: 'nine in ten of your wins took no longer',
    asked: 'as asked',
    default: 'the default: under 20 wins to measure yours on',
  }[horizonFrom]
  const span = `won within ${words.count(horizon, 'day')} (${because})`
  if (first === undefined || last === undefined)
    return [
      `No past day can be looked at ${SOURCES[source]}.`,
      `A deal counts as ${span}. The data ends on ${words.date(end)}, and no review day lies so long before it.`,
      'Give a longer export, or a shorter --horizon.',
    ]
  return [
    `${words.count(days.length, 'review day')}, ${first === last ? words.date(first) : `${words.date(first)} to ${words.date(last)}`}, ${SOURCES[source]}.`,
    `${words.count(deals, 'deal')} were open on them. ${words.count(wins, 'deal')} were ${span}.`,
    ...leftOut(backtest, words),
  ]
}

function leftOut({ leftOut: { notCreated, notDated, unknown, gone } }: Backtest, words: Words): string[] {
  const parts = [
    [notCreated, 'without a creation date'],
    [notDated, 'closed without a day of closing'],
    [unknown, 'neither open, won nor lost as far as can be told'],
    [gone, 'gone from the later data'],
  ] as const
  const counts = parts.flatMap(([count, why]) => (count === 0 ? [] : [`${words.number(count)} ${why}`]))
  return counts.length === 0 ? [] : [`Left out: deals that nobody can follow: ${words.list(counts)}.`]
}

function lineOf(rule: RuleResult, backtest: Backtest, words: Words): RuleLine {
  const { verdict, title, ratio } = rule
  return {
    title,
    verdict: verdictWords[verdict],
    said: said(rule, backtest, words),
    times: inShort(ratio?.won, words),
    ratio: ratio?.won,
  }
}

function said(rule: RuleResult, { horizon }: Backtest, words: Words): string {
  const { ratio, verdict } = rule
  if (ratio === undefined) return 'It ran on none of these days.'
  if (ratio.deals === 0) return 'No deal had this warning on any of these days.'
  const shares =
    `Of ${words.count(ratio.deals, 'deal')} with this warning ${words.percent(wonShare(ratio.marked, ratio.markedNotWon))} ` +
    `were won in ${horizon} days; of other deals open on the same days, ` +
    `${words.percent(wonShare(ratio.unmarked, ratio.unmarkedNotWon))}.`
  if (verdict === 'too-little-data') return `${ratio.deals < GATE.deals ? '' : `${shares} `}${missing(ratio, words)}`
  const { won } = ratio
  return won === undefined
    ? shares
    : [
        shares,
        `Deals with the warning are won ${times(won, words)}.`,
        meaning(rule, words),
        steps(rule, words),
        without(rule, words),
      ]
        .filter((part) => part !== '')
        .join(' ')
}

function wonShare(all: number, notWon: number): number {
  return all === 0 ? 0 : (all - notWon) / all
}

/** `0.13 times as often (0.10 to 0.17)`. */
function times({ ratio, interval }: Ratio, words: Words): string {
  return `${words.number(ratio, 2)} times as often (${range(interval, words)})`
}

function inShort(ratio: Ratio | undefined, words: Words): string {
  return ratio === undefined ? '' : `${words.number(ratio.ratio, 2)} (${range(ratio.interval, words)})`
}

function range({ low, high }: Interval, words: Words): string {
  return `${words.number(low, 2)} to ${words.number(high, 2)}`
}

function meaning(rule: RuleResult, words: Words): string {
  switch (rule.verdict) {
    case 'predicts':
      return withinAge(rule, words)
    case 'wrong-way':
      return 'Such deals are won more often than others here: ask why before you act on the warning.'
    case 'does-not-predict':
      return 'That is no difference: good for the talk, and no warning here.'
    case 'no-evidence':
      return 'That may be chance.'
    case 'too-little-data':
    case 'not-replayable':
      return ''
  }
}

/** A rule that only says “old” once more is told so. */
function withinAge({ withinAge: within }: RuleResult, words: Words): string {
  if (within?.won === undefined) return ''
  const { won } = within
  return won.interval.high < 1
    ? `Beside deals of about the same age: ${times(won, words)}.`
    : `Beside deals of about the same age: ${times(won, words)}, so most of it is how old such deals are.`
}

function steps({ bySeverity }: RuleResult, words: Words): string {
  const known = (['high', 'medium', 'low'] as const).flatMap((severity) => {
    const one = bySeverity[severity]
    return one?.won === undefined || one.deals < GATE.deals ? [] : [`${severity} ${words.number(one.won.ratio, 2)}`]
  })
  return known.length < 2 ? '' : `By how bad it was: ${known.join(', ')}.`
}

function without({ without: parts }: RuleResult, words: Words): string {
  return parts.length === 0 ? '' : `Looked at without ${words.list(parts)}, which hardly changes whom it speaks about.`
}

function missing({ deals, expectedWins, allWins }: WonRatio, words: Words): string {
  const lacking = [
    deals < GATE.deals ? `${words.count(deals, 'deal')} had it, and it takes ${GATE.deals}.` : undefined,
    deals >= GATE.deals && expectedWins < GATE.expectedWins
      ? `About ${words.number(expectedWins, 1)} of them would be won anyway, and it takes ${GATE.expectedWins} to see a difference.`
      : undefined,
    allWins < GATE.wins ? `${words.count(allWins, 'deal')} won in all, and it takes ${GATE.wins}.` : undefined,
  ]
  return lacking.filter((part) => part !== undefined).join(' ')
}

/** By what would change it: a rule that needs two things stands under both. */
function notReplayed({ rules }: Backtest): BacktestPage['notReplayed'] {
  const groups = new Map<string, string[]>()
  for (const { title, obstacles, verdict } of rules) {
    if (verdict !== 'not-replayable') continue
    const remedies = [...new Set(obstacles.map(({ enable }) => enable))]
    const shown = remedies.length > 1 ? `${title} *` : title
    for (const enable of remedies) groups.set(enable, [...(groups.get(enable) ?? []), shown])
  }
  return [...groups]
    .map(([remedy, titles]) => ({ titles, remedy }))
    .toSorted((a, b) => b.titles.length - a.titles.length)
}

/** How much it takes, so that nobody waits for what cannot come. */
function enough(): string {
  const cuts = WINS_FOR.map(
    ({ ratio, wins }) => `${wins} won deals for a warning that cuts winning to ${ratio} of the usual`,
  )
  return `It takes at least ${cuts.join(', ')}; more where few deals carry it.`
}

function notes({ notTested, rules }: Backtest): string[] {
  const isMore = rules.some(({ obstacles }) => new Set(obstacles.map(({ enable }) => enable)).size > 1)
  return [
    ...(isMore ? ['* needs more than this: it is listed more than once.'] : []),
    ...(rules.some(({ verdict }) => verdict === 'too-little-data' || verdict === 'no-evidence') ? [enough()] : []),
    'A deal that is still open at the end counts as not won. In brackets: where the true figure lies, nineteen times in twenty.',
    ...(notTested.length === 0
      ? []
      : [
          `${notTested.length} rules speak about reps, accounts, the team or lost deals: how one deal ends proves none of them.`,
        ]),
  ]
}
