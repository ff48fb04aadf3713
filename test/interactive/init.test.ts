import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { run } from '../support/run.ts'
import { CTRL_C, CTRL_U, ENTER, hasTerminal, Screen, type Window } from '../support/screen.ts'

// `init` on an export that nearly nothing can be told of, and on one of which everything can.

const ODD = `Deal,Sales Chap,Phase,Worth,Opened,Due
Northwind,Dana Whitfield,Sniffing,12000,03/08/2026,04/12/2026
Globex,Dana Whitfield,Wrestling,8000,05/09/2026,11/12/2026
Hooli,Tom Okafor,Sniffing,9000,07/10/2026,06/01/2027
Initech,Tom Okafor,Closed,5000,01/06/2026,02/09/2026
Umbrella,Tom Okafor,Wrestling,15000,09/09/2026,08/12/2026
`

const PLAIN = `Deal Name,Deal owner,Stage,Amount,Created Date,Close Date
Northwind,Dana Whitfield,Proposal,12000,2026-08-03,2026-12-04
Hooli,Tom Okafor,Discovery,9000,2026-10-07,2027-01-06
`

let cwd: string
const screens: Screen[] = []

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  writeFileSync(path.join(cwd, 'odd.csv'), ODD)
  writeFileSync(path.join(cwd, 'plain.csv'), PLAIN)
})

afterEach(() => {
  for (const screen of screens.splice(0)) screen.close()
})

const config = (name = 'pipeline-coach.yaml') => path.join(cwd, name)

function init(args: readonly string[], window: Partial<Window> = {}): Screen {
  const screen = new Screen(['init', ...args, '--as-of', '2026-11-20'], { cwd, columns: 60, ...window })
  screens.push(screen)
  return screen
}

async function loaded() {
  const search = { file: config(), none: false, set: [], modules: [], cwd, env: {} }
  return (await loadConfig(search, rules)).config
}

const DOWN = '\u001B[B'

describe.skipIf(!hasTerminal)('init at a terminal of 60 columns', () => {
  it('asks what the export does not tell, writes a config that is valid, and says what is next', async () => {
    const at = init(['odd.csv'])
    await at.type('d', 'd day first m month first')
    await at.type(ENTER, 'Which column is the rep who owns the deal?')
    await at.type(ENTER, 'Which column is the day the deal is to close?')
    await at.type('w', 'o open w won l lost')
    await at.type(`${CTRL_U}Sniffing${ENTER}`, 'In order, first to last')
    await at.type(`${CTRL_U}sniffing, wrestling${ENTER}`, 'each of these stages once')
    await at.type(`Kim Osei${ENTER}`, 'Who leads this team, you?')
    await at.type(`${CTRL_U}1.5${ENTER}`, 'How many new opportunities a week')
    await at.type(`120k${ENTER}`, 'What is each rep to win in a period')
    await at.type('q', 'a quarter')
    await at.type(ENTER, 'In which folder should reviews')
    await at.type(`kim@${ENTER}`, 'To which address')
    await at.type(`example.com${ENTER}`, 'one plain address')
    await at.see('pipeline-coach.yaml is written.')
    await at.see(/Recognised\n[^]*Written\n[^]*Next\n {2}1 {2}See the agenda:\n {5}pipeline-coach odd\.csv\n/u)
    expect(await at.exit()).toBe(0)
    expect(at.widest).toBeLessThanOrEqual(60)
    expect(await loaded()).toEqual({
      columns: { owner: 'Sales Chap', closeDate: 'Due' },
      dateOrder: 'dmy',
      stages: { order: ['Sniffing', 'Wrestling'], won: ['Closed'] },
      manager: 'Kim Osei',
      standards: { newOpportunities: { perWeek: 1.5 } },
      goals: { period: 'quarter', perRep: 120_000 },
      history: '.pipeline-coach',
      mail: { to: 'kim@example.com' },
    })
    const { code, stderr } = await run(['odd.csv', '--as-of', '2026-11-20'], { cwd })
    expect([code, stderr]).toEqual([0, ''])
  })

  it('never replaces a config unasked', async () => {
    writeFileSync(config(), 'cadence: weekly\n')
    const at = init(['plain.csv'])
    await at.type('n', 'y yes, replace it')
    await at.see('it was left as it is')
    expect(await at.exit()).toBe(2)
    const yes = init(['plain.csv'])
    await yes.type('y', 'There is a pipeline-coach.yaml already. Write a new one in its place? y yes')
    await yes.type(ENTER, 'first to last')
    await yes.type(CTRL_C, 'Who leads this team')
    await yes.see('Stopped: pipeline-coach.yaml was not written.')
    expect(await yes.exit()).toBe(130)
    expect(readFileSync(config(), 'utf8')).toBe('cadence: weekly\n')
  })

  const first: readonly [string, string][] = [['d', 'day first']]
  const columns = [...first, ...Array.from({ length: 2 }, (): [string, string] => [ENTER, '(none of these)'])]
  const toGoal: readonly [string, string][] = [
    ...columns,
    ['s', 'cannot say'],
    [ENTER, 'first to last'],
    [ENTER, 'Who leads'],
    [ENTER, 'How many new'],
  ]

  it('Ctrl-C in each screen ends it with 130 and writes nothing', async () => {
    const screensOf: readonly [steps: readonly [string, string][], last: string][] = [
      [[], 'day first'],
      [first, 'who owns the deal'],
      [columns, 'cannot say'],
      [columns.concat([['s', 'cannot say']]), 'first to last'],
      [toGoal, 'to win in a period'],
      [[...toGoal, [`5k${ENTER}`, 'to win in a period']], 'a quarter'],
      [[...toGoal, [ENTER, 'to win in a period']], 'In which folder'],
      [[...toGoal, [ENTER, 'to win in a period'], [ENTER, 'In which folder']], 'To which address'],
    ]
    const codes = screensOf.map(async ([steps, last]) => {
      const at = init(['odd.csv'])
      for (const [keys, seen] of steps) await at.type(keys, seen)
      await at.type(CTRL_C, last)
      await at.see('Stopped')
      return at.exit()
    })
    expect(await Promise.all(codes)).toEqual(screensOf.map(() => 130))
    expect(existsSync(config())).toBe(false)
  })

  it('asks what the columns are of a file that is like none', async () => {
    writeFileSync(path.join(cwd, 'none.csv'), 'Was,Wer,Wieviel\nNorthwind,Dana,100\nGlobex,Tom,200\n')
    const at = init(['none.csv'])
    await at.type(ENTER, 'Which column is the deal’s name?')
    await at.type(ENTER, 'Which column is the rep')
    await at.type(`${DOWN}${ENTER}`, 'Which column is the deal’s stage?')
    await at.type(ENTER, 'Which column is the amount?')
    expect(await at.see(/Deals: /u)).toContain('none.csv: opportunities')
  })
})

describe('init --yes', () => {
  it('asks nothing, needs no terminal, and leaves as a proposal what nobody has said', async () => {
    const { code, stdout, stderr } = await run(['init', 'plain.csv', '--yes'], { cwd })
    expect(code).toBe(0)
    expect(stderr).toContain('pipeline-coach.yaml is written.')
    expect(stdout.split('\n').length).toBeLessThan(24)
    expect(stdout).toMatch(
      /^Recognised\n {2}plain\.csv {2}opportunities · [^]*Next\n[^]*goals\.perRep[^]*pipeline-coach meet plain\.csv\n$/u,
    )
    expect(await loaded()).toEqual({ history: '.pipeline-coach' })
    expect(readFileSync(config(), 'utf8')).toContain('#   order: [Discovery, Proposal]')
  })

  it('refuses what it cannot tell, and what is there', async () => {
    const odd = await run(['init', 'odd.csv', '--yes'], { cwd })
    expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining('--date-order dmy')])
    expect(existsSync(config())).toBe(false)
    const told = ['--yes', '--date-order', 'dmy', '--set', 'columns.owner=Sales Chap', '--set', 'columns.stage=Phase']
    expect((await run(['init', 'odd.csv', ...told], { cwd })).code).toBe(0)
    expect(await loaded()).toMatchObject({ dateOrder: 'dmy', columns: { owner: 'Sales Chap', stage: 'Phase' } })
    const again = await run(['init', 'plain.csv', '--yes'], { cwd })
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('there is a config already')])
    const other = await run(['init', 'plain.csv', '--yes', '--config', 'b.yaml', '--set', 'cadence=weekly'], { cwd })
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('and not cadence')])
  })

  it('without a terminal and without --yes it is refused', async () => {
    const { code, stderr } = await run(['init', 'plain.csv'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/init asks questions.*no terminal\n.*--yes/u)])
  })
})
