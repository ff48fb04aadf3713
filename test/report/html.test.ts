import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeLabels } from '../../src/report/html/place-labels.ts'
import { Browser, chromium } from '../support/browser.ts'
import { bigTeam, teamOfAddresses } from '../support/big-team.ts'
import { run } from '../support/run.ts'

// The page as a browser shows it: nothing sticks out, everything can be read, nothing is asked of the network.

const pages = ['sample', 'thirty', 'addresses', 'mail'] as const

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

/** What a picture of weeks or of a pipeline must not do: a number on a line, a rank under a dot. And tables that stick out. */
const UNTIDY = `(() => {
  const found = []
  const number = (element, name) => Number(element.getAttribute(name))
  for (const chart of document.querySelectorAll('svg.chart')) {
    for (const line of chart.querySelectorAll('line.mark'))
      for (const value of chart.querySelectorAll('text.value')) {
        const [at, baseline] = [number(line, 'y1'), number(value, 'y')]
        if (at === number(line, 'y2') && at > baseline - 9 && at < baseline + 1) found.push('on the line: ' + chart.getAttribute('aria-labelledby'))
      }
    for (const chosen of chart.querySelectorAll('circle.chosen'))
      for (const dot of chart.querySelectorAll('circle.dot:not(.chosen)'))
        if (number(dot, 'cy') === number(chosen, 'cy') && chosen.compareDocumentPosition(dot) & 4) found.push('under a dot: ' + chart.getAttribute('aria-labelledby'))
  }
  for (const table of document.querySelectorAll('section table')) {
    const section = table.closest('section')
    const inside = section.getBoundingClientRect().right - parseFloat(getComputedStyle(section).paddingRight)
    if (table.getBoundingClientRect().right > inside + 1) found.push('table: ' + section.id)
  }
  return [...new Set(found)].slice(0, 10)
})()`

/** Addresses in a team’s table that break elsewhere than at a joint. */
const BROKEN = `(() => {
  const found = []
  for (const name of document.querySelectorAll('.glance .name bdi'))
    for (const node of name.childNodes) {
      const range = document.createRange()
      range.selectNodeContents(node)
      if (!/ /.test(name.textContent) && range.getClientRects().length > 1) found.push(node.textContent)
    }
  return found
})()`

/** The smallest letters of the pictures, in CSS pixels as they come out. */
const SMALLEST = `Math.min(...[...document.querySelectorAll('svg.chart')].flatMap((chart) => {
  const scale = chart.getBoundingClientRect().width / chart.viewBox.baseVal.width
  return scale === 0 ? [] : [...chart.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale)
}))`

/** An A4 sheet less the page’s margins, in CSS pixels. */
const SHEET = 695

describe.skipIf(chromium === undefined)('in a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-html-'))
  const file = (page: (typeof pages)[number]) => path.join(folder, `${page}.html`)
  let browser: Browser

  beforeAll(async () => {
    writeFileSync(path.join(folder, 'deals.csv'), bigTeam())
    const big = ['deals.csv', '--as-of', '2026-11-20', '--no-config', '-q', '--set', 'goals.perRep=150000']
    await run(['demo', '-o', file('sample')])
    await run([...big, '-o', file('thirty')], { cwd: folder })
    // Goals so low that bars are cut.
    const addressed = ['addresses.csv', 'reps.csv', ...big.slice(1, -1), 'goals.perRep=20000']
    const { deals, reps } = teamOfAddresses()
    writeFileSync(path.join(folder, 'addresses.csv'), deals)
    writeFileSync(path.join(folder, 'reps.csv'), reps)
    await run([...addressed, '-o', file('addresses')], { cwd: folder })
    const mail = ['--from', 'coach@example.com', '--to', 'kim@example.com', '--format', 'eml']
    const { html } = await PostalMime.parse((await run([...big, ...mail], { cwd: folder })).stdout)
    writeFileSync(file('mail'), html ?? '')
    browser = await Browser.start(chromium ?? '')
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(pages.flatMap((page) => [360, 390, 800, 1280].map((width) => ({ page, width }))))(
    '$page at $width: no scrolling sideways, no label on another, readable in both schemes, no request',
    async ({ page, width }) => {
      for (const scheme of ['light', 'dark'] as const) {
        const requests = await browser.open(file(page), width, scheme)
        expect(requests).toEqual([])
        expect(await browser.evaluate('document.documentElement.scrollWidth')).toBe(width)
        expect(await browser.evaluate(FAINT)).toEqual([])
      }
      expect(await browser.evaluate(COLLIDING)).toEqual([])
      expect(await browser.evaluate(UNTIDY)).toEqual([])
    },
  )

  it.each([390, 800, 1280])('at %i an address is short where that is enough, and whole in itself', async (width) => {
    await browser.open(file('addresses'), width, 'light')
    expect(await browser.evaluate(BROKEN)).toEqual([])
    const names = (await browser.evaluate(
      '[...document.querySelectorAll(".glance .name bdi")].map((name) => name.textContent)',
    )) as readonly string[]
    expect(names).toEqual(expect.arrayContaining(['christopher.montgomery', 'dwight.schrute', 'ng@example.com']))
  })

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

  it('on paper the team is a page, and each rep one', async () => {
    await browser.open(file('sample'), 1280, 'dark')
    const { data } = await browser.send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true })
    const pdf = Buffer.from(String(data), 'base64').toString('latin1')
    // Seven; a longer week may run over once.
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(1 + 6 + 1)
  })

  it.each(['sample', 'thirty'] as const)('on paper the pictures of %s can be read', async (page) => {
    await browser.open(file(page), SHEET, 'light')
    await browser.send('Emulation.setEmulatedMedia', { media: 'print' })
    expect(await browser.evaluate('document.documentElement.scrollWidth')).toBe(SHEET)
    expect(await browser.evaluate(COLLIDING)).toEqual([])
    expect(await browser.evaluate(UNTIDY)).toEqual([])
    expect(await browser.evaluate(SMALLEST)).toBeGreaterThan(6.5)
    await browser.send('Emulation.setEmulatedMedia', { media: '' })
  })
})

describe('what the exports do not know', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-html-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The page of the big team’s first reps, with only these columns. */
  async function pageOf(...columns: string[]): Promise<string> {
    const [head = [], ...rows] = bigTeam()
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    const kept = rows.filter(([id = '']) => Number(id.split('-')[0]) < 3)
    const lines = [head, ...kept].map((cells) => cells.filter((_, at) => columns.includes(head[at] ?? '')).join())
    writeFileSync(path.join(folder, 'deals.csv'), lines.join('\n'))
    const flags = ['--as-of', '2026-11-20', '--no-config', '-q', '--format', 'html']
    return (await run(['deals.csv', ...flags], { cwd: folder })).stdout
  }

  const ALWAYS = ['Deal ID', 'Deal', 'Owner', 'Stage', 'Close date']

  it('is not drawn as nothing: without creation dates no weeks, no ages, and a sentence that says so', async () => {
    const page = await pageOf(...ALWAYS, 'Amount')
    expect(page).toContain('no export says when a deal was created')
    expect(page).not.toMatch(/<h4>(?:New opportunities|Pipeline)|new this week; before that|class="strip"|<svg/)
    expect(page).not.toMatch(/<div class="figures">\s*<\/div>/)
  })

  it('without amounts dots are alike, and the caption says why', async () => {
    const page = await pageOf(...ALWAYS, 'Created')
    expect(page).toContain('None has an amount.')
    expect(page).not.toMatch(/larger the more|class="dot hollow"|NaN|Infinity|undefined/)
  })
})

it('where dots are too close, the page across managers sends to the tables that list reps', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-html-'))
  const deals = bigTeam()
  const owners = new Set(
    deals
      .trim()
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(',')[2] ?? []),
  )
  writeFileSync(path.join(folder, 'deals.csv'), deals)
  writeFileSync(
    path.join(folder, 'reps.csv'),
    `Rep,Manager\n${[...owners].map((name, at) => `${name},${at % 2 === 0 ? 'Kim Osei' : 'Ada Moreau'}`).join('\n')}\n`,
  )
  const flags = ['--as-of', '2026-11-20', '--no-config', '-q', '--format', 'html']
  const { stdout } = await run(['deals.csv', 'reps.csv', ...flags], { cwd: folder })
  rmSync(folder, { recursive: true, force: true })
  const [, top = '', own = ''] = stdout.split('<section')
  expect(top).toContain('Where dots are too close, the managers’ tables have the names.')
  expect(own).not.toContain('the managers’ tables')
  expect(top).toContain('<h3>The team’s habits')
})

describe('names in a picture', () => {
  const plot = { x: 0, y: 0, width: 400, height: 400 }
  const label = (x: number, y: number) => ({ x, y, width: 60, height: 14 })

  it('stand a little away rather than on a line', () => {
    const line = { x: 0, y: 200, width: 400, height: 0 }
    const walls = [
      { x: 0, y: 100, width: 190, height: 99 },
      { x: 210, y: 100, width: 190, height: 99 },
      { x: 0, y: 150, width: 400, height: 30 },
    ]
    const [place] = placeLabels([label(200, 192)], { blocked: walls, avoided: [line] }, plot)
    expect(place?.y).toBeGreaterThan(200)
  })

  it('in a crowd stand beside their dots or not at all', () => {
    const crowd = Array.from({ length: 80 }, (_, at) => label(100 + (at % 9) * 12, 100 + Math.floor(at / 9) * 12))
    const places = placeLabels(crowd, { blocked: [], avoided: [] }, plot)
    expect(places.some((place) => place?.isFar === true)).toBe(false)
    expect(places.filter((place) => place !== undefined).length).toBeGreaterThan(5)
  })
})
