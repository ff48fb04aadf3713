import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { projectFolder } from '../support/run.ts'
import { CTRL_C, ENTER, hasTerminal, Screen } from '../support/screen.ts'

// Two weeks of the same export in one folder: whoever sits there is asked whether the older one is last week's.

const QUESTION = 'weeks/2026-11-13.csv holds the same deals as an older export. Read it as the week before'

// What is told, and not asked, is broken into lines by the terminal.
const FLAG = /, add --previous weeks\/2026-11-13\.csv/u

let cwd: string
const screens: Screen[] = []

beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  mkdirSync(path.join(cwd, 'weeks'))
  for (const [week, day] of [
    ['week-3', '2026-11-13'],
    ['week-4', '2026-11-20'],
  ] as const)
    writeFileSync(
      path.join(cwd, 'weeks', `${day}.csv`),
      readFileSync(path.join(projectFolder, 'fixtures', 'four-weeks', week, 'opportunities.csv')),
    )
})

afterEach(() => {
  for (const screen of screens.splice(0)) screen.close()
})

function open(args: readonly string[], then = ''): Screen {
  const screen = new Screen([...args, 'weeks', '--as-of', '2026-11-20', '--no-config'], { cwd, rows: 60 }, then)
  screens.push(screen)
  return screen
}

it.skipIf(!hasTerminal)('yes: the review says what changed since', async () => {
  const screen = open(['review', '--no-history'])
  await screen.type('y', QUESTION)
  await screen.see('SINCE NOV 13')
  expect(await screen.exit()).toBe(0)
  expect(screen.text()).not.toContain('an older export:')
})

it.skipIf(!hasTerminal)('no: it is one export, and the flag is said', async () => {
  const screen = open(['review', '--no-history'])
  await screen.type('n', QUESTION)
  await screen.see(FLAG)
  expect(await screen.exit()).toBe(0)
  expect(screen.text()).not.toContain('SINCE NOV 13')
})

it.skipIf(!hasTerminal)('Ctrl-C: nothing is printed or written', async () => {
  const screen = open(['review', '--no-history'])
  await screen.type(CTRL_C, QUESTION)
  expect(await screen.exit()).toBe(130)
  expect(screen.text()).toContain('stopped, and nothing was written')
  expect(screen.text()).not.toContain('PIPELINE REVIEW')
})

it.skipIf(!hasTerminal)('a report for a file or a pipe asks nothing', async () => {
  const screen = open(['review', '--no-history'], '| cat')
  await screen.see(FLAG)
  expect(await screen.exit()).toBe(0)
  expect(screen.text()).not.toContain('Read it as the week before')
})

it.skipIf(!hasTerminal)('in a meeting it is asked first, and not again next week, when the history knows', async () => {
  const meeting = open(['meet', '--history', 'kept', '-o', 'summary.md'])
  await meeting.type(ENTER, QUESTION)
  await meeting.see(/SINCE NOV 13/u)
  await meeting.type(ENTER, 'begin with Dana Whitfield')
  await meeting.type('q', /DANA WHITFIELD[^]*quit/u)
  expect(await meeting.exit()).toBe(0)
  const next = new Screen(['weeks', '--history', 'kept', '--no-config', '--as-of', '2026-11-21'], { cwd, rows: 60 })
  screens.push(next)
  await next.see('PIPELINE REVIEW')
  expect(await next.exit()).toBe(0)
  expect(next.text()).not.toContain('Read it as the week before')
})

it.skipIf(!hasTerminal)('a deal has its customer’s name, as on the page, where its own name has none', async () => {
  const rows = readFileSync(path.join(cwd, 'weeks', '2026-11-20.csv'), 'utf8').replace('Umbrella audit', 'Yearly audit')
  writeFileSync(path.join(cwd, 'renamed.csv'), rows)
  const flags = ['--as-of', '2026-11-20', '--no-config', '--history', 'renamed']
  const screen = new Screen(['meet', 'renamed.csv', ...flags], { cwd, columns: 100, rows: 60 })
  screens.push(screen)
  await screen.type(ENTER, 'begin with Dana Whitfield')
  await screen.type('g', /DANA WHITFIELD[^]*go through/u)
  expect(await screen.see('Umbrella: Yearly audit · $30k')).not.toContain('Umbrella: Umbrella')
})
