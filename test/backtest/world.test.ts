import { describe, expect, it } from 'vitest'
import { world } from '../../scripts/world/simulate.ts'
import { standings } from '../../src/backtest/basis.ts'
import { backtestOfExports } from '../../src/backtest/of-exports.ts'
import { backtestOfHistory } from '../../src/backtest/of-history.ts'
import { replayabilityOf } from '../../src/backtest/replayable.ts'
import { askedDay, outcomesOf, replayedDay, withoutUndated } from '../../src/backtest/replay.ts'
import { MARKS, type ReviewDay } from '../../src/backtest/sample.ts'
import { buildBook } from '../../src/book/build-book.ts'
import { noPast, type PastReview } from '../../src/book/past/past.ts'
import { noSettings } from '../../src/book/settings.ts'
import { runRules } from '../../src/engine/run-rules.ts'
import { readReview, reviewText } from '../../src/history/review-file.ts'
import { seenBy } from '../../src/history/seen.ts'
import { addDays, type PlainDate } from '../../src/time/plain-date.ts'
import {
  claims,
  CONTACTS,
  daysOfExports,
  END,
  exportedOn,
  fromExports,
  HORIZON,
  INDEPENDENT,
  kit,
  placeboVerdicts,
  resultOf,
} from './rates.ts'

const SINGLE = 'single-threaded-champion'
const SLOW = { timeout: 240_000 }
/** `BACKTEST_TEAMS=12 npx vitest run test/backtest/world` is the long run. */
const TEAMS = Number(process.env['BACKTEST_TEAMS'] ?? 4)

describe('where a deal’s end depends on nothing', SLOW, () => {
  it('no rule is said to predict', () => {
    for (const seed of [2, 3]) {
      const found = fromExports({ seed })
      expect({ seed, claims: claims(found) }).toEqual({ seed, claims: [] })
      // It could have: there was enough to judge by.
      expect(found.rules.filter(({ verdict }) => verdict === 'no-evidence').length).toBeGreaterThan(3)
    }
  })

  it('of a hundred placebos under ten are said to be anything', () => {
    const verdicts = placeboVerdicts(1, 100)
    expect(verdicts.filter((verdict) => verdict === 'too-little-data')).toEqual([])
    expect(verdicts.filter((verdict) => verdict === 'predicts' || verdict === 'wrong-way').length).toBeLessThan(10)
  })
})

describe('where deals with one contact are won half as often', SLOW, () => {
  it('about a hundred wins show it in most teams, where half of the deals have one', () => {
    const options = { dealsAWeek: 1.9, oneContactShare: 0.5, oneContactWinFactor: 0.5 }
    const all = Array.from({ length: TEAMS }, (_, at) => at + 1).map((seed) =>
      fromExports({ ...options, seed }, CONTACTS),
    )
    const results = all.map((one) => resultOf(one, SINGLE))
    for (const { wins } of all) expect(wins).toBeLessThan(120)
    expect(results.filter(({ verdict }) => verdict === 'predicts').length).toBeGreaterThanOrEqual(TEAMS / 2)
    expect(results.filter(({ verdict }) => verdict === 'wrong-way')).toEqual([])
    const logs = results.map(({ ratio }) => Math.log(ratio?.won?.ratio ?? 1))
    const usual = Math.exp(logs.reduce((sum, one) => sum + one, 0) / logs.length)
    expect(usual).toBeGreaterThan(0.4)
    expect(usual).toBeLessThan(0.7)
  })

  it('fifteen wins are too few to say so', () => {
    for (const seed of [1, 2, 3]) {
      const found = fromExports({ seed, dealsAWeek: 0.2, oneContactWinFactor: 0.5 }, CONTACTS)
      expect(found.wins).toBeLessThan(20)
      expect(resultOf(found, SINGLE).verdict).toBe('too-little-data')
      expect(claims(found)).toEqual([])
    }
  })
})

/** Which deals a rule speaks about, and which it was asked about. */
function saidOf({ open, said }: ReviewDay, rule: string): { asked: string[]; flagged: string[] } {
  const marks = said.get(rule) ?? new Uint8Array()
  const ids = (of: (mark: number) => boolean) =>
    open.flatMap(({ id }, at) => (of(marks[at] ?? MARKS.unasked) ? [id] : [])).sort()
  return { asked: ids((mark) => mark !== MARKS.unasked), flagged: ids((mark) => mark >= MARKS.low) }
}

describe('a replay from the last export', SLOW, () => {
  const made = world({ ...INDEPENDENT, seed: 4, dealsAWeek: 2 })

  it.each([
    ['deals and their history', { history: true }, ['aging-deal', 'stuck-in-stage', 'amount-cut', 'close-date-passed']],
    ['deals alone', {}, []],
    ['deals with history and activities', { history: true, activities: true }, ['aging-deal', 'under-worked']],
  ] as const)(
    'of %s says what each day’s own export says, for every rule that it claims to replay',
    (_, rows, least) => {
      const last = exportedOn(made, END, rows)
      const today = buildBook(last.exports, noPast, noSettings, END)
      const standing = standings(last.exports, today.open)
      const claimed = kit.rules.filter((rule) => {
        const { obstacles, without } = replayabilityOf(rule, today, kit.ruleSettings.get(rule.id), standing)
        return obstacles.length === 0 && without.length === 0
      })
      expect(claimed.map(({ id }) => id)).toEqual(expect.arrayContaining([...least]))
      const followed = withoutUndated(last.exports, outcomesOf(today).outcomes)
      let flagged = 0
      for (const back of [30, 150, 300]) {
        const day = addDays(END, -back)
        const own = exportedOn(made, day, rows)
        const then = askedDay(buildBook(own.exports, noPast, noSettings, day, own.data), kit)
        const again = replayedDay(followed, day, kit)
        for (const { id } of claimed) {
          expect({ day, id, ...saidOf(again, id) }).toEqual({ day, id, ...saidOf(then, id) })
          flagged += saidOf(then, id).flagged.length
        }
      }
      if (least.length > 0) expect(flagged).toBeGreaterThan(20)
    },
  )
})

/** Sums of the same numbers in another order differ in their last digit. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Number(one.toFixed(9)) : one)))

describe('a history of reviews', SLOW, () => {
  it('tells what the exports of the same days tell, read from its files', () => {
    const made = world({ ...INDEPENDENT, seed: 5, dealsAWeek: 1.2 })
    const weeks = daysOfExports(8).map((day) => exportedOn(made, day, CONTACTS))
    const alone = { ...kit, rules: kit.rules.filter(({ id }) => id === SINGLE || id === 'aging-deal') }
    let past = noPast
    const kept: PastReview[] = weeks.map(({ exports, asOf, data }) => {
      const book = buildBook(exports, past, noSettings, asOf, data)
      const { findings, ran } = runRules(book, alone.rules, alone.ruleSettings)
      const review = readReview(reviewText(seenBy(book, findings, [], ran)), asOf, 'review.json')
      past = { ...past, reviews: [review, ...past.reviews] }
      return review
    })
    const fromHistory = backtestOfHistory(kept, bookOn(weeks.at(-1)?.asOf), alone, HORIZON)
    const fromExportsToo = backtestOfExports(weeks, alone, HORIZON)
    expect(fromHistory.source).toBe('history')
    expect(fromHistory.days).toEqual(fromExportsToo.days)
    for (const { rule, ratio } of fromExportsToo.rules)
      expect(rounded(resultOf(fromHistory, rule).ratio)).toEqual(rounded(ratio))
    expect(resultOf(fromHistory, SINGLE).ratio?.deals).toBeGreaterThan(20)

    function bookOn(day: PlainDate | undefined) {
      const { exports, asOf } = exportedOn(made, day ?? END, CONTACTS)
      return buildBook(exports, noPast, noSettings, asOf)
    }
  })
})
