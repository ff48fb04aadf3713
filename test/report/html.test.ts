import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageHtml } from '../../src/report/html/page.ts'
import { bigTeam, teamOfAddresses } from '../support/big-team.ts'
import { Browser, chromium } from '../support/browser.ts'
import { run } from '../support/run.ts'
import { wholeReport, wholeReportWords } from '../support/whole-report.ts'

// The page as a browser shows it: nothing sticks out, everything can be read, nothing is asked of the network.

const pages = ['sample', 'whole', 'thirty', 'addresses', 'mail', 'letter'] as const

/** Texts whose colour stands out too little (WCAG AA: 4.5, or 3 where large), as the browser computed both colours. */
const FAINT = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const light = (rgb) => rgb.slice(0, 3).map((c) => c / 255).map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
  const luminance = (rgb) => { const [r, g, b] = light(rgb); return .2126 * r + .7152 * g + .0722 * b }
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const rgb = numbers(getComputedStyle(at).backgroundColor)
      if (rgb[3] !== 0) return rgb
    }
    return [255, 255, 255]
  }
  const faint = new Set()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const tag = element.tagName.toLowerCase()
    if (node.data.trim() === '' || tag === 'title' || tag === 'desc') continue
    const style = getComputedStyle(element)
    const isDrawn = element.namespaceURI.endsWith('svg')
    const ink = numbers(isDrawn ? style.fill : style.color)
    // What stands in a bar stands on its color.
    const ground = element.classList.contains('inside') ? numbers(getComputedStyle(element.parentElement.querySelector('.part')).fill) : behind(element)
    const [a, b] = [luminance(ink), luminance(ground)].sort((x, y) => y - x)
    const least = parseFloat(style.fontSize) >= 24 ? 3 : 4.5
    if ((a + .05) / (b + .05) < least) faint.add(tag + '.' + element.getAttribute('class') + ' ' + ((a + .05) / (b + .05)).toFixed(2) + ' ' + node.data.trim().slice(0, 30))
  }
  return [...faint].slice(0, 10)
})()`

/** What sticks out of its sheet, and labels of a picture that lie over one another. */
const UNTIDY = `(() => {
  const found = []
  for (const sheet of document.querySelectorAll('.sheet')) {
    const inside = sheet.getBoundingClientRect()
    for (const part of sheet.querySelectorAll('table, svg text, p, h1, h2, dd'))
      if (part.getBoundingClientRect().right > inside.right + 1 || part.getBoundingClientRect().left < inside.left - 1)
        found.push('out: ' + part.textContent.trim().slice(0, 40))
  }
  for (const svg of document.querySelectorAll('svg')) {
    const boxes = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
    for (const [at, a] of boxes.entries())
      for (const b of boxes.slice(at + 1))
        if (Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 4)
          found.push(a.text + ' / ' + b.text)
  }
  return [...new Set(found)].slice(0, 10)
})()`

/** A Letter and an A4 sheet in inches. */
const PAPERS = [
  ['Letter', 8.5, 11],
  ['A4', 8.27, 11.69],
] as const

describe.skipIf(chromium === undefined)('in a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-html-'))
  const file = (page: (typeof pages)[number]) => path.join(folder, `${page}.html`)
  let browser: Browser

  beforeAll(async () => {
    writeFileSync(path.join(folder, 'deals.csv'), bigTeam())
    const big = ['deals.csv', '--as-of', '2026-11-20', '--no-config', '-q', '--set', 'goals.perRep=150000']
    await run(['demo', '-o', file('sample')])
    writeFileSync(file('whole'), pageHtml(wholeReport(), wholeReportWords))
    await run([...big, '-o', file('thirty')], { cwd: folder })
    // Goals so low that bars are full.
    const addressed = ['addresses.csv', 'reps.csv', ...big.slice(1, -1), 'goals.perRep=20000']
    const { deals, reps } = teamOfAddresses()
    writeFileSync(path.join(folder, 'addresses.csv'), deals)
    writeFileSync(path.join(folder, 'reps.csv'), reps)
    await run([...addressed, '-o', file('addresses')], { cwd: folder })
    const mail = ['--from', 'coach@example.com', '--to', 'kim@example.com', '--format', 'eml']
    const body = async (args: readonly string[]) =>
      (await PostalMime.parse((await run([...args, ...mail], { cwd: folder })).stdout)).html ?? ''
    writeFileSync(file('mail'), await body(big))
    writeFileSync(file('letter'), await body(['demo', '--audience', 'rep', '--rep', 'Tom Okafor']))
    browser = await Browser.start(chromium ?? '')
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(pages.flatMap((page) => [360, 390, 600, 800, 1280].map((width) => ({ page, width }))))(
    '$page at $width: no scrolling sideways, no label on another, readable in both schemes, no request',
    async ({ page, width }) => {
      for (const scheme of ['light', 'dark'] as const) {
        const requests = await browser.open(file(page), width, scheme)
        expect(requests).toEqual([])
        expect(await browser.evaluate('document.documentElement.scrollWidth')).toBe(width)
        expect(await browser.evaluate(FAINT)).toEqual([])
      }
      expect(await browser.evaluate(UNTIDY)).toEqual([])
    },
  )

  it('its style is let through and a script is not', async () => {
    await browser.open(file('sample'), 1280, 'light')
    expect(await browser.evaluate('getComputedStyle(document.querySelector("section")).borderRadius')).toBe('6px')
    const injected = path.join(folder, 'injected.html')
    writeFileSync(
      injected,
      readFileSync(file('sample'), 'utf8').replace('</body>', '<script>document.title = "ran"</script></body>'),
    )
    await browser.open(injected, 1280, 'light')
    expect(await browser.evaluate('document.title')).toContain('Pipeline review')
  })

  it.each(PAPERS)('on %s the team is a sheet, and each rep one', async (_, paperWidth, paperHeight) => {
    await browser.open(file('sample'), 1280, 'dark')
    const { data } = await browser.send('Page.printToPDF', { paperWidth, paperHeight, printBackground: true })
    const pdf = Buffer.from(String(data), 'base64').toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1 + 6)
  })

  it('what is folded away opens without a script, and is not on paper', async () => {
    await browser.open(file('whole'), 1280, 'light')
    const shown = `getComputedStyle(document.querySelector('.appendix')).display`
    expect(await browser.evaluate(shown)).toBe('block')
    expect(await browser.evaluate(`document.querySelector('details').open`)).toBe(false)
    await browser.evaluate(`document.querySelector('summary').click()`)
    expect(await browser.evaluate(`document.querySelector('details').open`)).toBe(true)
    await browser.send('Emulation.setEmulatedMedia', { media: 'print' })
    expect(await browser.evaluate(shown)).toBe('none')
    await browser.send('Emulation.setEmulatedMedia', { media: '' })
  })
})
