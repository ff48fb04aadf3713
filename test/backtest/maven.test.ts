import { describe, expect, it } from 'vitest'
import { run } from '../support/run.ts'
import { sharedData, sharedFile } from '../support/shared-data.ts'
import { readFileSync } from 'node:fs'

const FILE = 'maven-crm/sales_pipeline.csv'
const DAY = 86_400_000

interface Row {
  readonly rule: string
  readonly verdict: string
  readonly deals: number
  readonly flagged: number
  readonly flaggedNotWon: number
  readonly unflagged: number
  readonly unflaggedNotWon: number
  readonly wonRatio: number
  readonly wonRatioInterval: readonly [number, number]
  readonly missing: readonly string[]
  readonly enable: readonly string[]
}

interface Document {
  readonly from: string
  readonly to: string
  readonly reviews: number
  readonly horizonDays: number
  readonly end: string
  readonly leftOut: { readonly notCreated: number }
  readonly rules: readonly Row[]
}

/** Every deal that has both dates, read by other means than the project’s. */
function readByHand() {
  const [, ...lines] = readFileSync(sharedFile(FILE), 'utf8').trim().split(/\r?\n/)
  const day = (cell: string | undefined) => {
    const [month, date, year] = (cell ?? '').split('/').map(Number)
    return month === undefined || date === undefined || year === undefined
      ? undefined
      : Date.UTC(year, month - 1, date) / DAY
  }
  return lines.flatMap((line) => {
    const [, , , , stage = '', created, closed] = line.split(',')
    const [from, to] = [day(created), day(closed)]
    return from === undefined ? [] : [{ isWon: stage === 'Won', from, to }]
  })
}

describe.skipIf(sharedData === undefined)('a backtest of the Maven export', { timeout: 120_000 }, () => {
  const backtest = (...flags: string[]) =>
    run(['backtest', sharedFile(FILE), '--as-of', '2017-12-31', '--no-config', ...flags])
  const once = new Map<string, ReturnType<typeof backtest>>()
  const written = (format: string) => {
    const known = once.get(format) ?? backtest('--format', format)
    once.set(format, known)
    return known
  }

  it('finds that old deals are hardly ever won, and that a blind draw tells nothing', async () => {
    const { code, stdout, stderr } = await written('json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const document = JSON.parse(stdout) as Document
    const rule = (id: string) => document.rules.find(({ rule: name }) => name === id)
    const aging = rule('aging-deal')
    expect(aging?.verdict).toBe('predicts')
    expect(aging?.wonRatio).toBeGreaterThan(0.1)
    expect(aging?.wonRatioInterval[1]).toBeLessThan(0.2)
    const placebo = rule('placebo')
    expect(placebo?.verdict).toBe('does-not-predict')
    expect(placebo?.wonRatioInterval[0]).toBeLessThan(1)
    expect(placebo?.wonRatioInterval[1]).toBeGreaterThan(1)
    expect(document.rules.at(-1)).toBe(placebo)
    expect(document.leftOut.notCreated).toBe(500)
    expect(document.end).toBe('2017-12-31')
  })

  it('counts what a reading by hand counts: deals open on each review day, and what became of them', async () => {
    const document = JSON.parse((await written('json')).stdout) as Document
    const deals = readByHand()
    const [first, last] = [Date.parse(document.from) / DAY, Date.parse(document.to) / DAY]
    let [open, notWon] = [0, 0]
    for (let day = first; day <= last; day += 7)
      for (const { isWon, from, to } of deals)
        if (from <= day && (to === undefined || to > day)) {
          open++
          if (!(isWon && to !== undefined && to <= day + document.horizonDays)) notWon++
        }
    const placebo = document.rules.at(-1)
    expect((last - first) / 7 + 1).toBe(document.reviews)
    expect((placebo?.flagged ?? 0) + (placebo?.unflagged ?? 0)).toBe(open)
    expect((placebo?.flaggedNotWon ?? 0) + (placebo?.unflaggedNotWon ?? 0)).toBe(notWon)
  })

  it('says which rules one export cannot prove, and what would make it so', async () => {
    const document = JSON.parse((await written('json')).stdout) as Document
    const why = (id: string) => document.rules.find(({ rule }) => rule === id)
    expect(why('stale-deal')).toMatchObject({
      verdict: 'not-replayable',
      deals: 0,
      enable: ['add an activities file with dates'],
    })
    expect(why('stuck-in-stage')?.enable).toEqual(['add an export of the opportunity history with stages'])
    const { stdout } = await written('text')
    expect(stdout).toMatch(/Open for long +PREDICTS\n/)
    expect(stdout).toMatch(/CANNOT BE REPLAYED[\s\S]*add an activities file with dates:\s+Gone silent/)
  })

  it('compares nothing where no review day lies a whole horizon before the end', async () => {
    const { code, stdout } = await backtest('--horizon', '900')
    expect(code).toBe(0)
    expect(stdout).toMatch(/no\s+review\s+day\s+lies\s+so\s+long\s+before\s+it/)
    expect(stdout).not.toMatch(/ PREDICTS/)
  })
})
