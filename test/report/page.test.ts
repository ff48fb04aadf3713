import { describe, expect, it } from 'vitest'
import { fill } from '../../src/language/fill.ts'
import { sentencesIn } from '../../src/report/content/sentences.ts'
import { pageHtml } from '../../src/report/html/page.ts'
import { attribute, elementsIn, elementsOf, textOf } from '../support/reading.ts'
import { wholeReport, wholeReportWords as words } from '../support/whole-report.ts'

// The page as a parser sees it: all that is said, nothing that runs, and names that stay names.

const page = pageHtml(wholeReport(), words)
const flat = (text: string) => text.replaceAll(/\s+/gu, ' ')
const classed = (html: string, name: string) =>
  elementsOf(html).filter((element) => attribute(element, 'class').split(' ').includes(name))

describe('the page', () => {
  it('says every sentence of the report, whatever block it stands in', () => {
    const seen = flat(textOf(elementsOf(page)[0]))
    for (const { said } of sentencesIn(wholeReport())) expect(seen).toContain(flat(fill(said, words)))
  })

  it('is a sheet for the team and one for each rep, to which the table leads', () => {
    const sheets = classed(page, 'sheet').map((sheet) => attribute(sheet, 'id'))
    expect(sheets).toEqual(['team', 'rep-1', 'rep-2', 'appendix'])
    const links = elementsOf(page).filter(({ tagName }) => tagName === 'a')
    expect(links.map((link) => [textOf(link), attribute(link, 'href')])).toEqual([
      ['Marcus Bell', '#rep-1'],
      ['Priya Natarajan', '#rep-2'],
    ])
  })

  it('has the appendix folded, and never in a rep’s own copy', () => {
    const folds = elementsOf(page).filter(({ tagName }) => tagName === 'details')
    expect(folds.map((fold) => textOf(elementsIn(fold, 'summary')[0]))).toEqual([
      'All deals',
      'How figures are counted',
    ])
    expect(folds.every(({ attrs }) => attrs.length === 0)).toBe(true)
    const own = pageHtml({ ...wholeReport(), audience: 'rep' }, words)
    expect(own).not.toMatch(/<details|How figures are counted/)
  })

  it('runs and loads nothing: its one style is known by its hash, and no tag has one of its own', () => {
    expect(page).toContain('default-src &#39;none&#39;'.replaceAll('&#39;', "'"))
    expect(page).not.toMatch(/<script|<link|<img|url\(|https?:| style=| on\w+=/)
  })

  it('draws each picture with its numbers', () => {
    expect(classed(page, 'progress')).toHaveLength(1)
    expect(classed(page, 'bar').map(textOf)).toContain('With one98 of 282')
    const hot = classed(page, 'hot').map(textOf)
    expect(hot).toEqual(['Q4 needs14', 'Without0 of 60'])
    // Half as long as the longest, as 14 is to 26.
    const [longest = 0, needed = 0] = classed(page, 'bar')
      .flatMap((bar) => elementsIn(bar, 'rect'))
      .map((rect) => Number.parseFloat(attribute(rect, 'width')))
    expect(needed / longest).toBeCloseTo(14 / 26, 1)
    const [move] = classed(page, 'move')
    expect(elementsIn(move, 'circle')).toHaveLength(4)
    expect(textOf(move)).toContain('Cedarway Furniture')
  })

  it('keeps what stood in a cell what it was', () => {
    const hostile = '</title></style><img src=x onerror=alert(1)> "><svg onload=alert(1)> &lt;b&gt;'
    const tags = (html: string) =>
      elementsOf(html)
        .flatMap(({ tagName, attrs }) => [tagName, ...attrs.map((attr) => `${tagName}.${attr.name}`)])
        .sort()
    const attacked = pageHtml(
      wholeReport((given) => `${given} ${hostile}`),
      words,
    )
    expect(tags(attacked)).toEqual(tags(page))
    expect(textOf(classed(attacked, 'head')[0])).toContain(hostile)
  })
})
