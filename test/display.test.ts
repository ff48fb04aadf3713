import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { notationFor } from '../src/language/notation.ts'
import { asciiWriter } from '../src/report/text/ascii.ts'
import { parseIsoDate, type PlainDate } from '../src/time/plain-date.ts'
import { wordsFor } from '../src/language/words.ts'
import { examplesOf, judged } from './support/judged.ts'
import { run, sample } from './support/run.ts'

/** Two reps: enough where any sentence and any line will do. */
const SMALL = ['fixtures/four-weeks/week-4', '--as-of', '2026-11-20', '--no-config']
const BEYOND = /[^\0-\u007F]/u

describe('--ascii', () => {
  it.each([
    ['the sample team', ['demo', '--ascii']],
    ['in colour and narrow', [...SMALL, '--ascii', '--color', 'always', '--width', '50']],
    ['as Markdown', [...SMALL, '--ascii', '--format', 'markdown']],
    ['the sample as Markdown', ['demo', '--ascii', '--format', 'markdown']],
    ['an inspection', ['inspect', 'fixtures/sample-team/week-2', '--no-config', '--ascii']],
    ['a message', ['nope.csv', '--ascii']],
  ])('writes nothing beyond ASCII: %s', async (_, args) => {
    const { stdout, stderr } = await run(args)
    expect(stdout + stderr).not.toMatch(BEYOND)
    expect(stdout + stderr).not.toBe('')
  })

  it('keeps within the width', async () => {
    const { stdout } = await run([...SMALL, '--ascii', '--width', '60'])
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBe(60)
    expect(stdout).toContain('-'.repeat(60))
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))('has a word for all that %s says', (_, rule) => {
    const plain = asciiWriter([])
    for (const example of examplesOf(rule)) {
      const { problem = '', asks = [], action = '' } = judged(rule, example) ?? {}
      for (const text of [problem, ...asks, action]) expect(plain(text).replaceAll('\u00A0', ' ')).not.toMatch(BEYOND)
    }
  })

  it('leaves names as they are, in whatever they stand', async () => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
    const header =
      'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date,Last Activity,Next Step'
    const row =
      '006A,Søren’s – “big” deal…,Zoë O’Brien,Négociation,12000,2026-12-18,2026-10-01,2026-11-01,call Łukasz – soon'
    writeFileSync(path.join(cwd, 'deals.csv'), `${header}\n${row}\n`)
    const { stdout, stderr } = await run(['deals.csv', '--ascii', '--currency', 'EUR'], { cwd })
    expect(stderr).toBe('')
    for (const name of ['Søren’s – “big” deal…', 'Zoë O’Brien']) expect(stdout).toContain(name)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('"call Łukasz – soon"')
    const marked = await run(['deals.csv', '--ascii', '--currency', 'EUR', '--format', 'markdown'], { cwd })
    expect(marked.stdout).toContain('## Zoë O’Brien')
    expect(marked.stdout).toContain('Søren’s – “big” deal…')
  })
})

describe('--width', () => {
  const widest = (text: string) => Math.max(...text.split('\n').map((line) => stringWidth(line)))

  it.each([40, 51, 60])('no line is wider than %i columns', async (width) => {
    const texts = [
      (await sample('--width', String(width))).stdout,
      (await run([...SMALL, '--width', String(width), '--ascii', '--color', 'always'])).stdout,
      (await run(['inspect', ...SMALL, '--width', String(width)])).stdout,
    ]
    for (const text of texts) expect(widest(text)).toBeLessThanOrEqual(width)
  })
})

describe('--locale', () => {
  const day = (text: string): PlainDate => {
    const date = parseIsoDate(text)
    if (date === undefined) throw new RangeError(text)
    return date
  }
  const written = (locale: string) => {
    const words = wordsFor(day('2026-11-20'), 'EUR', { notation: notationFor(locale) })
    const { nextReview } = words
    return [words.money(1_234_000), words.number(1.9), words.percent(0.31), words.date('2027-01-05'), nextReview]
  }

  it.each([
    ['en-US', ['€1.2M', '1.9', '31%', 'Jan 5', 'Fri, Nov 27']],
    ['en-GB', ['€1.2M', '1.9', '31%', '5 Jan', 'Fri 27 Nov']],
    ['de', ['€1,2M', '1,9', '31\u00A0%', '5 Jan', 'Fri 27 Nov']],
    ['fr', ['€1,2M', '1,9', '31\u00A0%', '5 Jan', 'Fri 27 Nov']],
    ['ar-EG', ['€1.2M', '1.9', '31%', '5 Jan', 'Fri 27 Nov']],
    ['ja', ['€1.2M', '1.9', '31%', 'Jan 5', 'Fri, Nov 27']],
  ])('%s', (locale, expected) => {
    expect(written(locale)).toEqual(expected)
  })

  it('is in every sentence of the report', async () => {
    const german = (await sample('--locale', 'de')).stdout
    expect(german).not.toMatch(/\d\.\d/)
    const american = (await sample('--locale', 'en-US')).stdout
    expect(american).toContain('For Monday, Nov 23, 2026')
    expect(american).not.toMatch(/\d (?:Nov|Dec|Jan)\b/)
  })

  it('what is no locale is refused', async () => {
    const { code, stderr } = await run(['demo', '--locale', 'xx-nowhere-at-all'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/“xx-nowhere-at-all” is not a locale/)
  })
})
