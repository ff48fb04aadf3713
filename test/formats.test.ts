import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agendaSchema } from '../src/report/json/agenda-schema.ts'
import { attribute, elementsIn, elementsOf, kindsOf, markdownTree, seenText, textOf } from './support/reading.ts'
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

it('where no deal has an owner every format says so, and one file a rep says that it wrote none', async () => {
  const review = ['fixtures/no-owner/deals.csv', '--as-of', '2026-11-20', '--no-config', '--no-history']
  const as = async (format: string, ...more: string[]) => (await run([...review, '--format', format, ...more])).stdout
  const { reps, manager } = agendaSchema.parse(JSON.parse(await as('json')))
  expect(reps).toEqual([])
  expect(manager.withoutOwner).toMatchObject({ flaggedDeals: 3 })
  const shown = (html: string) => flat(textOf(elementsOf(html)[0]))
  for (const page of [flat(await as('text')), shown(await as('html'))]) expect(page).toMatch(/no owner/iu)
  const { stderr } = await run([...review, '--split-by', 'rep', '--output-dir', path.join(folder, 'none')])
  expect(stderr).toContain('no file was written: no deal has an owner')
})

/** As it is read: lines broken anywhere are one. */
const flat = (text: string) => text.replaceAll(/\s+/gu, ' ')

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
    const { reps } = agendaSchema.parse(JSON.parse(await as('json')))
    expect(reps.length).toBeGreaterThan(1)
    const pages = [
      flat(await as('text', '--width', '400')),
      flat(seenText(markdownTree(await as('markdown')))),
      flat(textOf(elementsOf(await as('html'))[0])),
    ]
    for (const page of pages) {
      const places = reps.map(({ rep }) => page.toLowerCase().lastIndexOf(rep.toLowerCase()))
      expect(places.every((place) => place >= 0)).toBe(true)
      for (const { ask, deals } of reps) {
        if (typeof ask === 'string' && !flags.includes('--audience')) expect(page).toContain(flat(ask))
        for (const { question } of deals) if (typeof question === 'string') expect(page).toContain(flat(question))
      }
    }
  })

  it('the team’s table has the same cells', async () => {
    const cellsOf = (table: Parameters<typeof elementsIn>[0]) =>
      elementsIn(table, 'tr').map((row) =>
        ['th', 'td'].flatMap((tag) => elementsIn(row, tag)).map((cell) => flat(textOf(cell)).trim()),
      )
    const table = elementsOf(await printed(sample('--format', 'html'))).find(({ tagName }) => tagName === 'table')
    const html = cellsOf(table).map((row) => row.join(' '))
    const text = flat(await printed(sample()))
    const rows = [
      ...(await printed(sample('--format', 'markdown'))).matchAll(/^\| (\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \|.*) \|$/gmu),
    ].map(([, row = '']) => row.split(' | ').join(' '))
    expect(rows).toHaveLength(6)
    for (const row of rows) {
      expect(text).toContain(flat(row))
      expect(html).toContain(flat(row))
    }
  })
})

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

/** Which elements there are, and which attributes can do something. */
function powers(html: string): readonly string[] {
  const found = elementsOf(html).flatMap((element) => [
    element.tagName,
    ...element.attrs
      .filter(({ name }) => !['class', 'style'].includes(name))
      .map(({ name, value }) => {
        if (!/^(?:on|src|href|action|http-equiv)/.test(name)) return name
        // A place on the same page is named after a rep.
        return `${name}=${value.replace(/^#rep-[\p{L}\p{N}-]*$/u, '#rep')}`
      }),
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
    // HTML: the same elements and the same things they can do.
    expect(powers(html)).toEqual(allowed.page)
    // The mail: the same headers, nobody else to go to, nothing attached.
    expect(mail.headers.map(({ key }) => key)).toEqual(benignMail.headers.map(({ key }) => key))
    expect(mail.to).toEqual(benignMail.to)
    expect(mail.subject).toBe(benignMail.subject)
    expect(mail.attachments).toEqual([])
    expect(mail.text).not.toMatch(CONTROL)
    expect(powers(mail.html ?? '')).toEqual(allowed.mail)
    expect(elementsOf(mail.html ?? '').filter((element) => attribute(element, 'href') !== '')).toEqual([])
  })

  it('and can be read', async () => {
    const { markdown, html } = await outputs('AT&T <Europe> [new]')
    expect(seenText(markdownTree(markdown))).toContain('AT&T <Europe> [new]')
    expect(textOf(elementsOf(html)[0])).toContain('AT&T <Europe> [new]')
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
    for (const name of names) expect(readFileSync(path.join(folder, 'pages', 'all', name), 'utf8')).toMatch(/open/u)
  })
})
