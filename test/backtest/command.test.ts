import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { backtestSchema } from '../../src/report/backtest/json.ts'
import { run } from '../support/run.ts'

const WEEKS = ['fixtures/sample-team/week-1', 'fixtures/sample-team/week-2', 'fixtures/sample-team/reps.csv']
const flags = ['--no-config', '--as-of', '2026-11-20', '--horizon', '7']
const backtest = (...more: string[]) => run(['backtest', ...more, ...flags])

describe('backtest', { timeout: 60_000 }, () => {
  it('takes two folders for the exports of two days, and a file without a day for both', async () => {
    const { code, stdout } = await backtest(...WEEKS, '--format', 'json')
    expect(code).toBe(0)
    const document = backtestSchema.parse(JSON.parse(stdout))
    expect(document).toMatchObject({ source: 'exports', reviews: 1, horizonDays: 7, horizonFrom: 'asked' })
    const stale = document.rules.find(({ rule }) => rule === 'stale-deal')
    expect(stale).toMatchObject({ verdict: 'too-little-data', source: 'exports' })
    expect(stale?.deals).toBeGreaterThan(0)
  })

  it('takes one folder for one export, and names what would let more rules be replayed', async () => {
    const { code, stdout } = await backtest('fixtures/sample-team/week-2')
    expect(code).toBe(0)
    expect(stdout).toContain('CANNOT BE REPLAYED')
    expect(stdout).toMatch(/keep\s+a\s+history\s+with\s+--history/)
  })

  it('is written as a page and as Markdown, by the ending of the file', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
    const [page, text] = [path.join(folder, 'b.html'), path.join(folder, 'b.md')]
    expect((await backtest(...WEEKS, '-o', page)).code).toBe(0)
    expect((await backtest(...WEEKS, '-o', text)).code).toBe(0)
    const html = readFileSync(page, 'utf8')
    expect(html).toMatch(/<h1>What the warnings were worth<\/h1>/)
    expect(html).toContain('<svg')
    expect(html).toContain('Placebo: drawn blindly')
    expect(readFileSync(text, 'utf8')).toMatch(
      /^# What the warnings were worth\n[\s\S]*\| Gone silent \| TOO LITTLE DATA \|/,
    )
  })

  it('says what is wrong: a mail, an empty history, two exports of one day, nothing at all', async () => {
    expect((await backtest(...WEEKS, '-o', 'b.eml')).stderr).toContain('a backtest is not written as a mail')
    const empty = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
    expect((await backtest('--history', empty)).stderr).toContain('no review is kept yet')
    const twice = await backtest('fixtures/sample-team/week-2', 'fixtures/sample-team/../sample-team/week-2/')
    expect(twice).toMatchObject({ code: 2, stdout: '' })
    expect(twice.stderr).toContain('two exports are of the same day')
    expect((await backtest()).stderr).toContain('no export was given')
  })
})
