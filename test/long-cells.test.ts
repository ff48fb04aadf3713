import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from './support/run.ts'

// Whatever looks at the text of a cell or a header takes a moment for one of 20,000 characters, and not minutes.

const LENGTH = 20_000
const MOST_MS = 100

const FOLDERS = ['vocabulary', 'language', 'records', 'ingest', 'book/deals']

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(projectFolder, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `../src/${folder}/${file}`),
)

const modules = await Promise.all(
  files.map(async (file) => [file, (await import(file)) as Readonly<Record<string, unknown>>] as const),
)

const repeated = (text: string) => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH)

const cells = [
  ...[
    'a',
    ' ',
    '1',
    '(',
    ')',
    '[',
    '<',
    '@',
    '.',
    ',',
    ';',
    "'",
    '"',
    '-',
    '_',
    '/',
    ':',
    '\t',
    '\n',
    '\u00a0',
    'ß',
    '商',
  ].map(repeated),
  ...[
    'a ',
    '1 ',
    '( ',
    '()',
    'a@',
    '1,',
    '1.',
    'a,',
    '<a',
    '(a',
    'in ',
    'a in ',
    'Xa',
    'a_',
    '- ',
    'Dec 1 ',
    '1 Dec ',
    '%20',
    'x"',
  ].map(repeated),
  ...['Total', 'Owner', 'Close Date', '$1', 'Dana Whitfield <', 'Dana (', 'Amount (', '2026-11-20'].map(
    (start) => start + repeated(' '),
  ),
  ...['Total', '(', 'x'].map((end) => repeated(' ') + end),
]

/** Whether an exported function is declared to take a list: a text in its place is no cell, and may keep it busy for ever. */
function takesAList(source: string, name: string): boolean {
  return new RegExp(`\\b${name}(?: = (?:async )?)?\\(\\w+: readonly `).test(source)
}

/** Every exported function that can be asked about one text. */
const recognisers = modules.flatMap(([file, exported]) => {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8')
  return Object.entries(exported).flatMap(([name, member]) =>
    typeof member === 'function' && member.length <= 1 && !/^class\b/.test(String(member)) && !takesAList(source, name)
      ? [{ name: `${file} ${name}`, ask: member as (text: string) => unknown }]
      : [],
  )
})

describe('a cell of 20,000 characters', () => {
  it(`is looked at in a moment (${recognisers.length} recognisers × ${cells.length} cells)`, () => {
    const slow = recognisers.flatMap(({ name, ask }) =>
      cells.flatMap((cell) => {
        let taken = timeOf(ask, cell)
        for (let again = 0; again < 3 && taken > MOST_MS; again++) taken = Math.min(taken, timeOf(ask, cell))
        // A busy machine is no finding: only what is slow each time.
        return taken > MOST_MS ? [`${name}: ${Math.round(taken)} ms for ${JSON.stringify(cell.slice(0, 12))}…`] : []
      }),
    )
    expect(recognisers.length).toBeGreaterThan(60)
    expect(slow).toEqual([])
  })
})

/** In milliseconds. */
function timeOf(ask: (text: string) => unknown, cell: string): number {
  const start = performance.now()
  try {
    const answer = ask(cell)
    if (answer instanceof Promise) answer.catch(() => undefined)
  } catch {
    // It takes something else than a text.
  }
  return performance.now() - start
}
