import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser, chromium } from '../support/browser.ts'
import { bigTeam } from '../support/big-team.ts'
import { run } from '../support/run.ts'

// The page as a browser shows it: nothing sticks out, everything can be read, nothing is asked of the network.

const pages = ['sample', 'thirty', 'mail'] as const

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
    const ground = element.classList.contains('rank') ? numbers(getComputedStyle(element.parentElement.querySelector('circle')).fill) : behind(element)
    const [a, b] = [luminance(ink), luminance(ground)].sort((x, y) => y - x)
    const least = parseFloat(style.fontSize) >= 24 ? 3 : 4.5
    if ((a + .05) / (b + .05) < least) faint.add(tag + '.' + element.getAttribute('class') + ' ' + ((a + .05) / (b + .05)).toFixed(2) + ' ' + node.data.trim().slice(0, 30))
  }
  return [...faint].slice(0, 10)
})()`

/** Names in a picture that lie over one another, or stick out of it. */
const COLLIDING = `(() => {
  const found = []
  for (const chart of document.querySelectorAll('svg.chart')) {
    const frame = chart.getBoundingClientRect()
    if (frame.width === 0) continue
    const boxes = [...chart.querySelectorAll('text')].map((text) => ({ text: text.textContent.trim(), box: text.getBoundingClientRect() }))
    for (const [at, a] of boxes.entries()) {
      if (a.box.left < frame.left - 1 || a.box.right > frame.right + 1) found.push('out: ' + a.text)
      for (const b of boxes.slice(at + 1)) {
        const [width, height] = [Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left), Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)]
        if (width > 1 && height > 4 && !/^[0-9]$/.test(a.text + b.text.slice(0, 0))) found.push(chart.id + a.text + ' / ' + b.text)
      }
    }
  }
  return found.slice(0, 10)
})()`

describe.skipIf(chromium === undefined)('in a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-html-'))
  const file = (page: (typeof pages)[number]) => path.join(folder, `${page}.html`)
  let browser: Browser

  beforeAll(async () => {
    writeFileSync(path.join(folder, 'deals.csv'), bigTeam())
    const big = ['deals.csv', '--as-of', '2026-11-20', '--no-config', '-q', '--set', 'goals.perRep=150000']
    await run(['demo', '-o', file('sample')])
    await run([...big, '-o', file('thirty')], { cwd: folder })
    const mail = ['--from', 'coach@example.com', '--to', 'kim@example.com', '--format', 'eml']
    const { html } = await PostalMime.parse((await run([...big, ...mail], { cwd: folder })).stdout)
    writeFileSync(file('mail'), html ?? '')
    browser = await Browser.start(chromium ?? '')
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(pages.flatMap((page) => [390, 1280].map((width) => ({ page, width }))))(
    '$page at $width: no scrolling sideways, no label on another, readable in both schemes, no request',
    async ({ page, width }) => {
      for (const scheme of ['light', 'dark'] as const) {
        const requests = await browser.open(file(page), width, scheme)
        expect(requests).toEqual([])
        expect(await browser.evaluate('document.documentElement.scrollWidth')).toBe(width)
        expect(await browser.evaluate(FAINT)).toEqual([])
      }
      expect(await browser.evaluate(COLLIDING)).toEqual([])
    },
  )

  it('its style is let through and a script is not', async () => {
    await browser.open(file('sample'), 1280, 'light')
    expect(await browser.evaluate('getComputedStyle(document.querySelector("section")).borderRadius')).toBe('10px')
    const injected = path.join(folder, 'injected.html')
    writeFileSync(
      injected,
      readFileSync(file('sample'), 'utf8').replace('</body>', '<script>document.title = "ran"</script></body>'),
    )
    await browser.open(injected, 1280, 'light')
    expect(await browser.evaluate('document.title')).toContain('Pipeline review')
  })

  it('on paper the team is a page or two, and each rep one', async () => {
    await browser.open(file('sample'), 1280, 'dark')
    const { data } = await browser.send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true })
    const pdf = Buffer.from(String(data), 'base64').toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2 + 6)
  })
})
