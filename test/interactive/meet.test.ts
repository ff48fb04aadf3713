import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withLock } from '../../src/history/lock.ts'
import { FEW_RULES } from '../support/few-rules.ts'
import { promised } from '../support/promised.ts'
import { projectFolder, run } from '../support/run.ts'
import { CTRL_C, CTRL_D, CTRL_U, ENTER, hasTerminal, Screen, type Window } from '../support/screen.ts'

// `meet` as somebody holds it: the small team of fixtures/four-weeks in its fourth week, after three that were reviewed and
// a promise that Tom has missed.

const PROMISE = 'Create two opportunities'
let kept: string
let cwd: string
const screens: Screen[] = []

beforeAll(async () => {
  kept = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  const fixture = path.join(projectFolder, 'fixtures', 'four-weeks')
  for (const week of ['week-1', 'week-2', 'week-3', 'week-4'])
    cpSync(path.join(fixture, week), path.join(kept, week), { recursive: true })
  const days = ['2026-10-30', '2026-11-06', '2026-11-13']
  for (const [at, day] of days.entries())
    await run([`week-${at + 1}`, '--as-of', day, '--no-config', '--history', 'kept'], { cwd: kept })
  const promise = ['--rep', 'Tom Okafor', '--by', '2026-11-20', '--proof', 'new-opportunities:2']
  await run(['commitments', 'add', PROMISE, ...promise, '--no-config', '--history', 'kept'], { cwd: kept })
})

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  cpSync(kept, cwd, { recursive: true })
})

afterEach(() => {
  for (const screen of screens.splice(0)) screen.close()
})

const ARGS = ['week-4', '--as-of', '2026-11-20', ...FEW_RULES]
const KEPT = [...ARGS, '--no-config', '--history', 'kept']

function meet(args: readonly string[] = KEPT, window: Partial<Window> = {}, then = ''): Screen {
  const screen = new Screen(['meet', ...args], { cwd, ...window }, then)
  screens.push(screen)
  return screen
}

interface Event {
  readonly event: string
  readonly [key: string]: unknown
}

/** What this meeting has added to the log. */
function written(folder = 'kept'): Event[] {
  const log = readFileSync(path.join(cwd, folder, 'log.ndjson'), 'utf8')
  return log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Event)
    .filter(({ on }) => on === '2026-11-20')
}

const GO = /go (?:to the|through 2) items/u

describe.skipIf(!hasTerminal)('meet at a terminal', () => {
  it('goes through the reps; what is agreed stands in the log, the summary and the next review', async () => {
    const at = meet(KEPT, {}, '> summary.txt')
    await at.type(ENTER, 'Enter begin with Dana Whitfield')
    await at.type('g', GO)
    await at.type('h', '1 of 2')
    await at.type(`Ask legal for the redlines${ENTER}`, 'What does Dana Whitfield need from you?')
    await at.type(ENTER, 'By when?')
    await at.type('d', '2 of 2')
    await at.type('a', '2 No next step')
    await at.type(`waiting for their audit${ENTER}`, 'Why is it put aside?')
    await at.type(ENTER, 'Until when?')
    // A commitment that no item brought up, with other words, another day and a proof.
    await at.type('c', /aside {2}Umbrella audit[^]*Enter done with Dana Whitfield/u)
    await at.type(`Open two${ENTER}`, 'What will be done?')
    await at.type('w', 'what shows it')
    await at.type(`${CTRL_U}Open 2 new opportunities${ENTER}`, 'What will be done?')
    await at.type('d', 'commit Open 2 new opportunities')
    await at.type(`${CTRL_U}yesterday${ENTER}`, 'By when?')
    await at.type(`${CTRL_U}4 dec${ENTER}`, 'a day ahead, such as fri')
    await at.type('p', 'by Fri, Dec 4')
    await at.type(`\u001B[B${ENTER}`, 'What will the next export show?')
    await at.type(ENTER, 'shown by 2 new opportunities')
    await at.type(ENTER, 'Enter done with Dana Whitfield')
    // A promise that was missed is made again.
    await at.type(ENTER, 'PROMISED Create two opportunities')
    await at.type('c', 'PROMISED, MISSED')
    await at.type(ENTER, 'commit Create two opportunities')
    await at.type(ENTER, 'done with Tom Okafor')
    expect(await at.exit()).toBe(0)

    expect(written().map(({ event, rep, finding, text }) => [event, rep ?? finding, text].filter(Boolean))).toEqual([
      ['committed', 'manager', 'Ask legal for the redlines'],
      ['dismissed', 'stale-deal deal 006A04'],
      ['dismissed', 'no-next-step deal 006A04'],
      ['committed', 'Dana Whitfield', 'Open 2 new opportunities'],
      ['met', 'Dana Whitfield'],
      ['committed', 'Tom Okafor', PROMISE],
      ['dropped'],
      ['met', 'Tom Okafor'],
    ])
    expect(readFileSync(path.join(cwd, 'summary.txt'), 'utf8')).toMatchInlineSnapshot(`
      "Pipeline meeting · Fri, Nov 20                                        2 reps met

      Dana Whitfield
        agreed   Open 2 new opportunities, by Fri, Dec 4 (shown by 2 new
                 opportunities)
        you owe  Globex rollout: Ask legal for the redlines, by Fri, Nov 27
        aside    Umbrella audit: no contact for 56 days, since Sep 25; no next step:
                 “waiting for their audit”, until the deal changes

      Tom Okafor
        agreed   Create two opportunities, by Fri, Nov 27 (shown by 2 new
                 opportunities)
      "
    `)

    const next = await run(['week-4', '--as-of', '2026-12-04', '--history', 'kept', '--no-config', ...FEW_RULES], {
      cwd,
    })
    const told = next.stdout.replaceAll(/\s+/gu, ' ')
    expect(told).toMatch(/Open 2 new opportunities by Dec 4/u)
    expect(told).toMatch(/Create two opportunities by Nov 27/u)
  })

  it('loses nothing when somebody quits, and goes on from there', async () => {
    const first = meet()
    await first.type(ENTER, 'Enter begin with Dana Whitfield')
    await first.type('g', GO)
    await first.type('t', '1 of 2')
    await first.type('q', '2 of 2')
    await first.see('Not met: Dana Whitfield and Tom Okafor.')
    expect(await first.exit()).toBe(0)
    expect(written()).toMatchObject([{ event: 'discussed', finding: 'close-date-pushed deal 006A02' }])

    const second = meet()
    await second.see('begun, 1 left')
    await second.type(ENTER, 'Enter go on with Dana Whitfield')
    await second.type('n', /2 of 2\n.*Umbrella audit/u)
    await second.type('l', 'leave for later')
    await second.type('q', 'Enter go on with Tom Okafor')
    expect(await second.exit()).toBe(0)
  })

  it('a small window and one that changes its size', async () => {
    const at = meet(KEPT, { columns: 60, rows: 20 })
    await at.type(ENTER, /PIPELINE REVIEW[^]*more of the page/u)
    await at.type(ENTER, 'Enter begin with Dana Whitfield')
    await at.type(ENTER, 'more of the page')
    await at.type('g', GO)
    await at.type('c', '1 of 2')
    await at.type('x', 'what shows it')
    await at.see('talked about')
    expect(at.widest).toBeLessThanOrEqual(60)
    at.resize(100, 30)
    await at.type('s', /help asked {3}s skip/u)
    await at.see(/2 of 2[^]*talked about/u)
    expect(at.widest).toBe(100)
    at.resize(60, 20)
    await at.type('h', /help asked\ns skip/u)
    await at.type(`A very long sentence about what they need that is wider than the window is${ENTER}`, 'need from you')
    await at.type(CTRL_C, 'By when?')
    expect(await at.exit()).toBe(130)
  })

  it('what cannot be written is not said to be, and is written when it can be', async () => {
    const at = meet()
    await at.type(ENTER, 'Enter begin with Dana Whitfield')
    await at.see(GO)
    const [held, release] = promised()
    const [taken, take] = promised()
    const other = withLock(path.join(cwd, 'kept'), 'kept', async () => {
      take()
      await held
    })
    await taken
    await at.type('g')
    await at.type('t', '1 of 2')
    await at.see('Not written down: another run')
    expect(at.text()).not.toContain('2 of 2')
    release()
    await other
    await at.type(ENTER, 'Enter try again')
    await at.type('q', '2 of 2')
    expect(await at.exit()).toBe(0)
    expect(written()).toMatchObject([{ event: 'discussed' }])
  })

  it('writes as a terminal and a reader want it', async () => {
    const at = meet([...KEPT, '--ascii', '--locale', 'en-US'])
    await at.type(ENTER, 'Enter begin with Dana Whitfield')
    await at.type('g', GO)
    await at.type('c', '1 of 2')
    await at.type('d', 'what shows it')
    await at.type(`${CTRL_U}dec 4${ENTER}`, 'By when?')
    await at.type(ENTER, 'by Fri, Dec 4')
    await at.type('q', '2 of 2')
    await at.see('Fri, Dec 4 (shown by')
    expect(await at.exit()).toBe(0)
    expect(at.raw).not.toMatch(/[^\u0000-\u007F]/u)
  })

  it('asks where to keep what is agreed, and says so in the config', async () => {
    const yes = meet(ARGS)
    await yes.type('y', 'and note that in pipeline-coach.yaml')
    await yes.type('q', 'Enter begin with')
    expect(await yes.exit()).toBe(0)
    expect(readFileSync(path.join(cwd, 'pipeline-coach.yaml'), 'utf8')).toMatch(/^# .*\nhistory: \.pipeline-coach\n$/)
    rmSync(path.join(cwd, 'pipeline-coach.yaml'))

    const no = meet(ARGS)
    await no.type('n', 'Keep it in the folder .pipeline-coach')
    await no.see('a meeting without a history would lose what is agreed')
    expect(await no.exit()).toBe(2)
    expect(existsSync(path.join(cwd, 'pipeline-coach.yaml'))).toBe(false)
    expect(existsSync(path.join(cwd, '.pipeline-coach'))).toBe(false)
  })

  const toItem: [string, string | RegExp][] = [
    [ENTER, 'Enter begin with'],
    ['g', GO],
  ]
  const toLast: [string, string | RegExp][] = [...toItem, ['s', '1 of 2']]
  const toProposal: [string, string | RegExp][] = [...toItem, ['c', '1 of 2']]
  const SCREENS: readonly [
    screen: string,
    steps: readonly [string, string | RegExp][],
    last: string | RegExp,
    key?: string,
  ][] = [
    ['the start', [], 'Enter begin with'],
    ['the choice of a rep', [['r', 'Enter begin with']], 'Whom?'],
    ['the page', toItem.slice(0, 1), GO],
    ['an item', toItem, '1 of 2'],
    ['an item, by Ctrl-D', toItem, '1 of 2', CTRL_D],
    ['the proposal', toProposal, 'what shows it'],
    ['its words', [...toProposal, ['w', 'what shows it']], 'What will be done?'],
    ['its day', [...toProposal, ['d', 'what shows it']], 'By when?'],
    ['its proof', [...toProposal, ['p', 'what shows it']], 'What will the next export show?'],
    ['which of several', [...toLast, ['d', '2 of 2']], 'all of them'],
    ['the reason', [...toLast, ['d', '2 of 2'], ['1', 'all of them']], 'Why is it put aside?'],
    ['the end of a rep', [...toLast, ['s', '2 of 2']], 'done with Dana'],
  ]

  it('Ctrl-C in each screen ends it with 130, the terminal as it was, and what was written before', async () => {
    const ends = SCREENS.map(async ([name, steps, last, key = CTRL_C]) => {
      const at = meet(KEPT, {}, '; echo "ended with $?"; stty -a')
      for (const [keys, seen] of steps) await at.type(keys, seen)
      await at.type(key, last)
      const text = await at.see(/ended with[^]* iexten/u)
      await at.exit()
      const [, code] = /ended with (\d+)/.exec(text) ?? []
      const isRestored = / icanon/.test(text) && / echo /.test(text) && !at.raw.endsWith('\u001B[?25l')
      return [name, code, isRestored, /Stopped\. What was agreed is written down/.test(text)]
    })
    expect(await Promise.all(ends)).toEqual(SCREENS.map(([name]) => [name, '130', true, true]))
    expect(written()).toEqual([])
  })

  it.each([
    ['standard input', '< /dev/null'],
    ['standard error', '2> errors.txt; cat errors.txt'],
  ])('is refused where %s is no terminal', async (stream, then) => {
    const at = meet(KEPT, {}, then)
    expect(await at.see(/terminal\n/u)).toContain(`meet is a conversation, and ${stream} is no terminal`)
  })
})

it('meet is refused in a pipe, before anything is read', async () => {
  const { code, stdout, stderr } = await run(['meet', 'no-such.csv'], { cwd })
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toBe(
    'pipeline-coach: meet is a conversation, and standard input and standard error are no terminal\n' +
      '  run it in a terminal; “review” prints the agenda, “commitments add” writes down what is promised\n',
  )
})
