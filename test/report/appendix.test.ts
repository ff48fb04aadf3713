import { describe, expect, it } from 'vitest'
import { elementsIn, elementsOf, textOf } from '../support/reading.ts'
import { run, sample } from '../support/run.ts'

// What is behind the pages: in text and Markdown when it is asked for, folded in the manager's HTML, in no rep's copy.

const TITLES = [
  'All that was found in the files',
  'All that was seen in Dana Whitfield’s open deals',
  'Week by week, the oldest first',
  'Stage by stage',
  'What the goals take',
  'How figures are counted',
  'What was not checked',
]

const printed = async (...flags: string[]) => (await sample(...flags)).stdout

describe('behind the pages', () => {
  it('is printed with --full, and not without', async () => {
    const [short, full] = [await printed(), await printed('--full')]
    expect(full.startsWith(short.trimEnd())).toBe(true)
    for (const title of TITLES) {
      expect(full).toContain(title.toUpperCase())
      expect(short).not.toContain(title.toUpperCase())
    }
    expect(await printed('--full', '--format', 'markdown')).toContain('## Stage by stage')
  })

  it('counts each week’s new deals as the page does', async () => {
    const full = await printed('--full')
    const rows = full.slice(full.indexOf('WEEK BY WEEK')).split('\n')
    const dana = rows.find((row) => row.startsWith('Dana Whitfield')) ?? ''
    const opened = dana.slice('Dana Whitfield'.length).trim().split(/\s+/u).slice(0, 12).map(Number)
    const lastFour = opened.slice(-4).reduce((all, one) => all + one, 0)
    expect(full).toContain(`${lastFour} new in 4 weeks`)
    expect(full).toMatch(new RegExp(`opening deals: ${lastFour} in 4 weeks`, 'u'))
  })

  it('names every open deal of which something was seen, or says how many more there are', async () => {
    const full = await printed('--full')
    const start = full.indexOf('ALL THAT WAS SEEN IN MARCUS BELL')
    const part = full.slice(start, full.indexOf('ALL THAT WAS SEEN', start + 10))
    const named = part.split('\n').filter((line) => /^[A-Z][a-z]{2} \d/u.test(line)).length
    const more = Number(/Nothing was seen in (\d+) more/u.exec(part)?.[1])
    expect(part).toContain('Summerfield Glass, $73k')
    expect(full).toMatch(new RegExp(`MARCUS BELL.* ${named + more} open`, 'u'))
  })

  it('is folded in the manager’s HTML, and in no rep’s own copy', async () => {
    const page = elementsOf(await printed('--format', 'html'))
    const folds = page.filter(({ tagName }) => tagName === 'details').map((fold) => elementsIn(fold, 'summary')[0])
    expect(folds.map((title) => textOf(title))).toEqual(expect.arrayContaining(TITLES))
    for (const format of ['html', 'text', 'markdown']) {
      const own = await printed('--audience', 'rep', '--rep', 'Dana Whitfield', '--full', '--format', format)
      expect(own.toLowerCase()).not.toContain('stage by stage')
    }
  })

  it('gives everybody of a large team a page', async () => {
    const deals = Array.from(
      { length: 60 },
      (_, at) =>
        `D${at},Deal ${at},Rep ${String.fromCodePoint(65 + (at % 15))},Proposal,${1000 + at},2026-09-01,2026-12-10`,
    )
    const file = ['Id,Name,Owner,Stage,Amount,Created,Close Date', ...deals].join('\n')
    const review = ['-', '--as-of', '2026-11-20', '--no-config', '--no-history']
    const pagesOf = (text: string) => text.match(/^REP [A-O] +\d+ min/gmu)?.length ?? 0
    const [short, full] = [await run(review, { stdin: file }), await run([...review, '--full'], { stdin: file })]
    expect(full.code).toBe(0)
    expect(pagesOf(full.stdout)).toBe(15)
    expect(pagesOf(short.stdout)).toBeLessThan(15)
  })
})
