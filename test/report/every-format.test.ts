import { describe, expect, it } from 'vitest'
import { fill } from '../../src/language/fill.ts'
import { sentencesIn } from '../../src/report/content/sentences.ts'
import type { Report } from '../../src/report/content/document.ts'
import { pageHtml } from '../../src/report/html/page.ts'
import { mailHtml } from '../../src/report/mail/page.ts'
import { pageMarkdown } from '../../src/report/markdown/page.ts'
import { elementsOf, kindsOf, markdownTree, seenText, textOf } from '../support/reading.ts'
import { wholeReport, wholeReportWords as words } from '../support/whole-report.ts'

// One report, in which each block stands once, in every format that is more than text.

const flat = (text: string) => text.replaceAll(/[\s\u00A0]+/gu, ' ')
const shown = (html: string) => flat(textOf(elementsOf(html)[0]))
const markdown = (report: Report) => pageMarkdown(report, words)
const mail = (report: Report) => mailHtml(report, words, 'are in the text of this mail.')

describe('every sentence of the report', () => {
  const report = wholeReport()
  const inSheets = sentencesIn({ ...report, appendix: [] })
  const placed = [...inSheets, ...sentencesIn({ ...report, sheets: [] })]

  it('is on the page', () => {
    const seen = shown(pageHtml(report, words))
    for (const { said } of placed) expect(seen).toContain(flat(fill(said, words)))
  })

  it('is in Markdown, without what only pictures say', () => {
    const seen = flat(seenText(markdownTree(markdown(report))))
    const inWords = placed.filter(({ isInPicture }) => !isInPicture).map(({ said }) => flat(fill(said, words)))
    expect(inWords.filter((sentence) => !seen.includes(sentence))).toEqual([])
  })

  it('is in the mail, without what is behind the pages', () => {
    const seen = shown(mail(report))
    for (const { said } of inSheets) expect(seen).toContain(flat(fill(said, words)))
    expect(seen).not.toContain('How figures are counted')
  })
})

describe('Markdown', () => {
  const lines = markdown(wholeReport()).split('\n')

  it('has what comes first as an alert, deals and promises to be ticked off, and the team as a table', () => {
    const after = lines.flatMap((line, at) => (line === '> [!IMPORTANT]' ? [lines[at + 1]] : []))
    expect(after.map((line) => line?.slice(0, 14))).toEqual(['> **Read first', '> **Do** Go th', '> **Do** Nothi'])
    expect(lines.filter((line) => line.startsWith('- [ ] **Nov 9 · Summerfield Glass, $73k** '))).toHaveLength(1)
    expect(lines.filter((line) => /^\* \[ \] \*\*(?:Agreed|I will)\*\*/u.test(line))).toHaveLength(4)
    expect(lines).toContain('| --- | --: | --: | --: | --: | --- |')
  })

  it('can be written in ASCII', () => {
    const ascii = (text: string) => text.replaceAll(/[’“”]/gu, "'").replaceAll('·', '|').replaceAll(/[…–]/gu, '-')
    expect(pageMarkdown(wholeReport(), words, ascii).replaceAll('\u00A0', ' ')).not.toMatch(/[^\n -~]/u)
  })
})

describe('the mail', () => {
  const html = mail(wholeReport())

  it('has a line for each row of a table, so that a phone has room for it', () => {
    expect(shown(html)).toContain('Marcus Bell Lost proposals Q4 won $69k · Goal $180k · New 11 · Win 9%')
  })

  it('has nothing that a mail program does not show or should not load', () => {
    expect(html).not.toMatch(/<(?:style|script|svg|img|link|iframe|form)|https?:|url\(| class=/iu)
  })

  it('counts who no longer fits', () => {
    const report = wholeReport()
    const [team, ...reps] = report.sheets
    const many = {
      ...report,
      sheets: [...(team === undefined ? [] : [team]), ...Array.from({ length: 80 }, () => reps).flat()],
    }
    const long = mail(many)
    expect(Buffer.byteLength(long)).toBeLessThan(90_000)
    const [, left] = /(\d+) more reps<\/b> are in the text/u.exec(long) ?? []
    expect(long.match(/<h2/gu)).toHaveLength(160 - Number(left))
  })
})

describe('what stood in a cell', () => {
  const hostile = [
    '</title></style><img src=x onerror=alert(1)> "><svg onload=alert(1)> &lt;b&gt;',
    '[click](https://evil.example) ![pic](https://evil.example/p.png) <https://evil.example>',
    '@everyone #12 :octocat: `code` | cell | --- | ** * _ ~~',
    '# heading\n\n- item\n\n---\n\n> [!WARNING]\n> quote',
  ]
  const tags = (html: string) =>
    elementsOf(html)
      .flatMap(({ tagName, attrs }) => [tagName, ...attrs.map((attr) => `${tagName}.${attr.name}`)])
      .sort()
  const kinds = (text: string) => new Set([...kindsOf(markdownTree(text)), 'inlineCode'])

  it.each(hostile)('stays text: %j', (value) => {
    const attacked = wholeReport((given) => `${given} ${value}`)
    expect(tags(mail(attacked))).toEqual(tags(mail(wholeReport())))
    expect(kinds(markdown(attacked))).toEqual(kinds(markdown(wholeReport())))
    expect(flat(seenText(markdownTree(markdown(attacked))))).toContain(flat(`Marcus Bell ${value}`))
  })
})
