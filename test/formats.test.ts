import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agendaSchema } from '../src/report/json/agenda-schema.ts'
import {
  attribute,
  elementsIn,
  elementsOf,
  kindsOf,
  markdownTree,
  readHtml,
  readMailHtml,
  readMarkdown,
  readText,
  seenText,
  textOf,
  type ReadPage,
} from './support/reading.ts'
import { projectFolder, run, sample, type Outcome } from './support/run.ts'

const MAIL = ['--from', 'coach@example.com', '--to', 'kim@example.com']

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-formats-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function printed(outcome: Promise<Outcome>): Promise<string> {
  const { code, stdout, stderr } = await outcome
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

const written = (args: readonly string[]) => printed(run(args, { cwd: folder }))

it('where no deal has an owner every format says how many, and one file a rep says that it wrote none', async () => {
  const review = ['fixtures/no-owner/deals.csv', '--as-of', '2026-11-20', '--no-config', '--no-history']
  const as = async (format: string, ...more: string[]) => (await run([...review, '--format', format, ...more])).stdout
  const mail = await PostalMime.parse(await as('eml', ...MAIL))
  const shown = (html: string) => textOf(elementsOf(html)[0])
  const markdown = seenText(markdownTree(await as('markdown')))
  const pages = [await as('text'), markdown, shown(await as('html')), shown(mail.html ?? ''), mail.text ?? '']
  for (const page of pages) {
    const flat = page.replaceAll(/\s+/gu, ' ')
    expect(flat).toMatch(/no owner ?7 deals, \$186k; the largest Stark \(\$64k, since Sep 14\)/iu)
    expect(flat).toContain('Who takes them?')
  }
  const { reps, manager } = agendaSchema.parse(JSON.parse(await as('json')))
  expect(reps).toEqual([])
  expect(manager.withoutOwner).toMatchObject({ flaggedDeals: 3, minutes: 15, stillAnOpportunity: { count: 2 } })
  expect(manager.withoutOwner?.deals.map(({ name }) => name)).toContain('Northwind expansion')
  const { stderr } = await run([...review, '--split-by', 'rep', '--output-dir', path.join(folder, 'none')])
  expect(stderr).toContain('--set columns.owner')
  expect(stderr).toContain('no file was written: no deal has an owner')
  expect(readdirSync(path.join(folder, 'none'))).toEqual([])
})

describe('all formats of one review agree', () => {
  // The same team without its last week, of which nothing is compared here.
  const inTeam = (file: string) => path.join(projectFolder, 'fixtures', 'sample-team', file)
  const team = [inTeam('week-2'), inTeam('reps.csv'), '--as-of', '2026-11-20', '--no-config']

  it.each([
    [[], (...flags: string[]) => sample(...flags)],
    [['--audience', 'rep'], (...flags: string[]) => run([...team, ...flags])],
    [['--rep', 'Dana Whitfield', '--rep', 'Priya Natarajan'], (...flags: string[]) => run([...team, ...flags])],
  ])('with %j', async (flags, review) => {
    const as = (format: string, ...more: string[]) => printed(review(...flags, '--format', format, ...more))
    const { reps, sentences } = agendaSchema.parse(JSON.parse(await as('json')))
    const text = readText(await as('text', '--width', '400'))
    const markdown = readMarkdown(markdownTree(await as('markdown')))
    expect(inCapitals(markdown)).toEqual(text)
    expect(markdown.map(({ name }) => name)).toEqual(reps.map(({ rep }) => rep))
    expect(text.map(({ size }) => / ?(\d+) open/.exec(size)?.[1])).toEqual(
      reps.map(({ measures }) => String(measures.openDeals)),
    )
    // JSON has each sentence with its page: a deal's reasons and its question stand under the customer.
    const pages = [...new Set(sentences.map(({ page }) => page))].filter((page) => page?.startsWith('rep-'))
    expect(pages).toHaveLength(text.length)
    for (const [at, page] of pages.entries()) {
      const toDo = sentences.filter((one) => one.page === page && one.label === 'Do').map((one) => one.text)
      const said = toDo.join(' ')
      expect(said.startsWith(reps[at]?.oneThing?.action ?? 'Nothing.')).toBe(true)
      expect(text[at]?.oneThing).toBe(said)
      const about = sentences.filter((one) => one.page === page && one.template.startsWith('reason.'))
      const customers = [...new Set(about.map(({ label }) => label))]
      expect(text[at]?.deals.map((deal) => deal.split(/, |: /)[0])).toEqual(customers)
      for (const one of sentences.filter(({ page: of, label }) => of === page && customers.includes(label)))
        expect(text[at]?.deals.find((deal) => deal.startsWith(one.label))).toContain(one.text)
    }
    expect(text.flatMap(({ deals }) => deals).length).toBeGreaterThan(3)
    expect(readHtml(await as('html'))).toEqual(markdown)
    const mail = await PostalMime.parse(await as('eml', ...MAIL, '--attach', 'html', '--quiet'))
    expect(readMailHtml(mail.html ?? '')).toEqual(markdown)
    expect(readText(mail.text ?? '').map(({ name }) => name)).toEqual(text.map(({ name }) => name))
    const [page] = mail.attachments
    expect(readHtml(new TextDecoder().decode(page?.content as ArrayBuffer))).toEqual(markdown)
  })

  it('the team’s table has the same cells', async () => {
    const one = (text: string) => text.replaceAll(/[\s\u00A0]+/gu, ' ').trim()
    const elements = elementsOf(await printed(sample('--format', 'html')))
    const table = elements.find((element) => attribute(element, 'class') === 'figures reps')
    const rows = elementsIn(table, 'tr').map((row) =>
      [...elementsIn(row, 'th'), ...elementsIn(row, 'td')].map((cell) => one(textOf(cell))),
    )
    // A head, six reps, what nobody owns and the team.
    expect(rows).toHaveLength(9)
    expect(rows[1]?.[0]).toBe('Marcus Bell')
    const tree = markdownTree(await printed(sample('--format', 'markdown')))
    const blocks = 'children' in tree ? tree.children : []
    const [first] = blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
    expect(first?.children.map((row) => row.children.map((cell) => one(seenText(cell))))).toEqual(rows)
    const text = one(await printed(sample()))
    for (const row of rows) expect(text).toContain(row.filter((cell) => cell !== '').join(' '))
  })
})

/** As the text has them. */
function inCapitals(pages: readonly ReadPage[]): readonly ReadPage[] {
  return pages.map((page) => ({ ...page, name: page.name.toUpperCase() }))
}

/** Each tries to become more than text somewhere. */
const hostile = [
  'red \u001B[31malert\u001B[0m',
  'C1 \u009B2J\u009D0;title\u009C',
  '\u001B]8;;https://evil.example\u001B\\click\u001B]8;;\u001B\\',
  'rtl \u202Egpj.exe\u202C \u2066x\u2069',
  'first line\rsecond over it',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '</title></style><iframe src="https://evil.example">',
  '[click](https://evil.example) ![pic](https://evil.example/p.png)',
  '<https://evil.example> https://evil.example www.evil.example a@evil.example',
  '@everyone #12 :octocat: `code` | cell | --- |',
  '# heading\n\n- item\n\n---\n\n> quote',
  '=HYPERLINK("https://evil.example","x")',
  'x\r\nBcc: victim@evil.example\r\n\r\nbody',
  '=?utf-8?B?QmNjOiBhQGIuYw==?= <a@evil.example>, b@evil.example',
  '../../../../etc/passwd',
  String.raw`C:\windows\system32\con`,
  '__proto__',
  'javascript:alert(1) {{constructor}} ${7*7} %s \u0000 &lt;b&gt;',
] as const

const header = 'Deal ID,Deal,Account,Owner,Stage,Amount,Created,Close date,Next step'

function hostileExport(value: string): string {
  const cell = `"${value.replaceAll('"', '""')}"`
  const row = (id: number, created: string) =>
    [id, cell, cell, cell, 'Proposal', 9000 + id, created, '2026-11-10', cell].join()
  return `${header}\n${row(1, '2026-03-02')}\n${row(2, '2026-11-18')}\n`
}

const BENIGN = 'Ann Lee'
const CONTROL = /[^\P{C}\n]/u

async function outputs(value: string) {
  writeFileSync(path.join(folder, 'deals.csv'), hostileExport(value))
  const common = ['deals.csv', '--as-of', '2026-11-20', '--no-config', '-q', '--format']
  const [text, json, markdown, html, eml] = await Promise.all([
    written([...common, 'text']),
    written([...common, 'json']),
    written([...common, 'markdown']),
    written([...common, 'html']),
    written([...common, 'eml', ...MAIL]),
  ])
  return { text, json, markdown, html, eml, mail: await PostalMime.parse(eml) }
}

/** Which elements there are, and which attributes can do something. A link may lead to a sheet of the page, and nowhere else. */
function powers(html: string): readonly string[] {
  const elements = elementsOf(html)
  const sheets = new Set(elements.map((element) => `#${attribute(element, 'id')}`))
  const power = (name: string, value: string) => {
    if (name === 'href' && /^#rep-[\p{L}\p{N}-]+$/u.test(value) && sheets.has(value)) return 'href=#rep'
    return /^(?:on|src|href|action|http-equiv)/.test(name) ? `${name}=${value}` : name
  }
  const found = elements.flatMap((element) => [
    element.tagName,
    ...element.attrs
      .filter(({ name }) => !['class', 'style'].includes(name))
      .map(({ name, value }) => power(name, value)),
  ])
  return [...new Set(found)].sort()
}

describe('what stands in a cell stays text', () => {
  let kinds: ReadonlySet<string>
  let benignMail: Email
  let allowed: { readonly page: readonly string[]; readonly mail: readonly string[] }

  beforeAll(async () => {
    const { markdown, html, mail } = await outputs(BENIGN)
    kinds = new Set([...kindsOf(markdownTree(markdown)), 'inlineCode'])
    benignMail = mail
    allowed = { page: powers(html), mail: powers(mail.html ?? '') }
  })

  it.each(hostile)('%j', async (value) => {
    const { text, json, markdown, html, eml, mail } = await outputs(value)
    for (const bytes of [text, json, markdown, html]) expect(bytes).not.toMatch(CONTROL)
    expect(eml.replaceAll('\r\n', '')).toMatch(/^[\x20-\x7E]*$/)
    // Markdown: nothing but what a harmless name makes, and code.
    const tree = markdownTree(markdown)
    expect(kindsOf(tree).filter((kind) => !kinds.has(kind))).toEqual([])
    expect(readMarkdown(tree)).toHaveLength(1)
    // HTML: the same elements and the same things they can do.
    expect(powers(html)).toEqual(allowed.page)
    expect(readHtml(html)).toHaveLength(1)
    // The mail: the same headers, nobody else to go to, nothing attached.
    expect(mail.headers.map(({ key }) => key)).toEqual(benignMail.headers.map(({ key }) => key))
    expect(mail.to).toEqual(benignMail.to)
    // The subject says whom to see first: by the first name, on one line.
    expect(mail.subject).toMatch(/^Pipeline review for Mon, Nov 23: .{0,60}\bfirst$/)
    expect(mail.subject).not.toMatch(CONTROL)
    expect(mail.attachments).toEqual([])
    expect(mail.text).not.toMatch(CONTROL)
    expect(powers(mail.html ?? '')).toEqual(allowed.mail)
    expect(elementsOf(mail.html ?? '').filter((element) => attribute(element, 'href') !== '')).toEqual([])
  })

  it('and can be read', async () => {
    const { markdown, html } = await outputs('AT&T <Europe> [new]')
    expect(seenText(markdownTree(markdown))).toContain('AT&T <Europe> [new]')
    expect(readHtml(html)[0]?.name).toBe('AT&T <Europe> [new]')
  })

  it('files named after reps lie in their folder and nowhere else', async () => {
    const clean = (value: string) => `"${value.replaceAll('"', '""')}"`
    const owners = [...hostile, 'ANN LEE', 'Ann-Lee', 'Änn Lee', '...', 'CON', '李小龙', '-rf', '.hidden']
    const rows = owners.map((owner, at) => `${at},Deal ${at},${clean(owner)},Proposal,5,2026-11-02,2026-12-01`)
    writeFileSync(
      path.join(folder, 'many.csv'),
      `Deal ID,Deal,Owner,Stage,Amount,Created,Close date\n${rows.join('\n')}\n`,
    )
    const flags = ['--as-of', '2026-11-20', '--no-config', '-q']
    const { reps } = JSON.parse(await written(['many.csv', ...flags, '--format', 'json'])) as { reps: unknown[] }
    const before = readdirSync(folder)
    await written(['many.csv', ...flags, '--split-by', 'rep', '--output-dir', 'pages/all'])
    expect(readdirSync(folder).filter((name) => !before.includes(name))).toEqual(['pages'])
    const names = readdirSync(path.join(folder, 'pages', 'all'))
    expect(names).toHaveLength(reps.length)
    for (const name of names) expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*\.txt$/u)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(names.join()).not.toMatch(/(?:^|,)con\.txt/)
    // Each has the page of one rep, to be written on.
    for (const name of names) {
      const page = readFileSync(path.join(folder, 'pages', 'all', name), 'utf8')
      expect(page.match(/^AGREED /gmu)).toHaveLength(1)
    }
  })
})
