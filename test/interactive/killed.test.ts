import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FEW_RULES } from '../support/few-rules.ts'
import { projectFolder } from '../support/run.ts'
import { CTRL_C, ENTER, hasTerminal, Screen } from '../support/screen.ts'

// The team's screen, the undoing of a dismissal and the summary, when the machine fails: a kill at any moment, a full disk, two
// at once. What was said to be written down is, and the same command goes on from there. MEETING_KILLS=40 is the long run.

const KILLS = Number(process.env['MEETING_KILLS'] ?? 5)
const BIN = path.join(projectFolder, 'bin', 'pipeline-coach.js')
const KEPT = ['--as-of', '2026-11-20', '--no-config', '--history', 'kept']
const DAY = ['week-4', ...KEPT, ...FEW_RULES]

let cwd: string
const screens: Screen[] = []

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  cpSync(path.join(projectFolder, 'fixtures', 'four-weeks', 'week-4'), path.join(cwd, 'week-4'), { recursive: true })
})

afterEach(() => {
  for (const screen of screens.splice(0)) screen.close()
})

function meet(...args: string[]): Screen {
  const screen = new Screen(['meet', ...DAY, ...args], { cwd, columns: 100, rows: 50 })
  screens.push(screen)
  return screen
}

/** Every line of the log is whole: what happened, in its order. */
function events(): string[] {
  const log = path.join(cwd, 'kept', 'log.ndjson')
  if (!existsSync(log)) return []
  return readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: string }).event)
}

async function killed(at: Screen): Promise<void> {
  at.kill()
  expect(await at.exit()).toBe(137)
}

/** Up to the item that is put aside, on which it is then said. */
async function putAside(at: Screen): Promise<void> {
  await at.type(ENTER, 'begin with Dana Whitfield')
  await at.type('g', /DANA WHITFIELD[^]*go through/u)
  await at.type('d', '1 of')
  await at.type('a', 'all of them')
  await at.type(`the audit comes first${ENTER}`, 'Why is it put aside?')
  await at.type(`in 2 weeks${ENTER}`, 'Until when?')
  await at.see('put aside until')
}

/** To the items of whom the meeting was left with. */
async function goOn(at: Screen): Promise<void> {
  await at.type(ENTER, 'go on with Dana Whitfield')
  await at.type('g', /DANA WHITFIELD[^]*go through/u)
}

describe.skipIf(!hasTerminal)('a kill', () => {
  it('at the team’s screen, after a dismissal, after it was taken back and at the summary loses nothing', async () => {
    const team = meet()
    await team.see('begin with Dana Whitfield')
    await killed(team)
    expect(events()).toEqual([])

    const aside = meet()
    await putAside(aside)
    await killed(aside)
    const before = events()
    expect(new Set(before)).toEqual(new Set(['dismissed']))

    // It goes on where it was: at the list of who is left, with the team a key away.
    const back = meet()
    await back.type('t', /go on with Dana Whitfield[^]*the team/u)
    await back.type(ENTER, /PIPELINE REVIEW[^]*go on with Dana Whitfield/u)
    await back.type('g', /DANA WHITFIELD[^]*go through/u)
    await back.type('u', 'undo a dismissal')
    await back.see('taken back: Umbrella audit')
    await killed(back)
    expect(events()).toEqual([...before, ...before.map(() => 'undismissed')])

    // The summary is there whole or not at all.
    const summary = path.join(cwd, 'summary.md')
    for (let moment = 0; moment < KILLS; moment++) {
      const last = meet('-o', 'summary.md')
      await last.type('q', 'begin with Dana Whitfield')
      await sleep((moment * 3) % 25)
      last.kill()
      await last.exit()
      if (existsSync(summary)) expect(readFileSync(summary, 'utf8')).toMatch(/^# Pipeline meeting[^]*Not met: .*\n$/u)
    }
    const whole = meet('-o', 'summary.md')
    await whole.type('q', 'begin with Dana Whitfield')
    expect(await whole.exit()).toBe(0)
    expect(readFileSync(summary, 'utf8')).toMatch(/^# Pipeline meeting[^]*Not met: .*\n$/u)
  })

  it(`at ${KILLS} moments of an undo leaves it done or not done, and the next one goes on`, async () => {
    await putAside(meet())
    const dismissed = events().length
    for (let moment = 0; moment < KILLS; moment++) {
      const at = meet()
      await goOn(at)
      await at.type('u', 'undo a dismissal')
      // Not chance, so that a failure comes again: over the whole time that the writing takes.
      await sleep((moment * 3) % 25)
      const isSaid = at.text().includes('taken back')
      await killed(at)
      const taken = events().filter((event) => event === 'undismissed').length
      expect(taken % dismissed).toBe(0)
      if (isSaid) expect(taken).toBeGreaterThan(0)
      if (taken === 0) continue
      rmSync(path.join(cwd, 'kept'), { recursive: true })
      await putAside(meet())
    }
  }, 60_000)
})

describe.skipIf(!hasTerminal)('Ctrl-C', () => {
  const BEGIN: [string, string | RegExp] = [ENTER, 'begin with Dana Whitfield']
  const ITEM: [string, string | RegExp][] = [BEGIN, ['g', /DANA WHITFIELD[^]*go through/u]]
  const SCREENS: readonly [screen: string, steps: readonly [string, string | RegExp][], last: string | RegExp][] = [
    [
      'the list of who is left',
      [
        [ENTER, 'begin with'],
        ['r', /DANA WHITFIELD[^]*go through/u],
      ],
      'Whom?',
    ],
    ['what help is asked', [...ITEM, ['h', '1 of']], 'need from you?'],
    [
      'until when it is put aside',
      [...ITEM, ['d', '1 of'], ['a', 'all of them'], [`audit${ENTER}`, 'Why is it']],
      'Until when?',
    ],
  ]

  it.each(SCREENS)('at %s ends it with 130 and writes nothing', async (_, steps, last) => {
    const at = meet()
    for (const [keys, seen] of steps) await at.type(keys, seen)
    await at.type(CTRL_C, last)
    await at.see('Stopped. What was agreed is written down')
    expect(await at.exit()).toBe(130)
    expect(events()).toEqual([])
  })

  it('where one of several dismissals is to be taken back keeps them all', async () => {
    await putAside(meet())
    const before = events()
    const log = path.join(cwd, 'kept', 'log.ndjson')
    // The same once more about something else of Dana's, as an earlier sitting would have written it.
    writeFileSync(log, readFileSync(log, 'utf8').replace('the audit comes first', 'they are on leave'))
    const at = meet()
    await goOn(at)
    await at.type('u', 'undo a dismissal')
    await at.type(CTRL_C, 'Which do you take back?')
    expect(await at.exit()).toBe(130)
    expect(events()).toEqual(before)
  })
})

describe.skipIf(!hasTerminal)('a full disk', () => {
  it('is said at an undo and at the summary, and what was there is intact', async (context) => {
    const folder = path.join(cwd, 'kept')
    mkdirSync(folder)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status !== 0)
      context.skip('this system lets nobody mount a small disk')
    try {
      const at = meet('-o', path.join('kept', 'summary.md'))
      await putAside(at)
      padToPage(path.join(folder, 'log.ndjson'))
      const before = events()
      fill(folder)
      await at.type('u', 'undo a dismissal')
      await at.see('Not written down: the history could not be written: the disk is full')
      expect(events()).toEqual(before)
      rmSync(path.join(folder, 'filler'))
      await at.type(ENTER, 'try again')
      await at.see('taken back: Umbrella audit')
      const after = events()
      expect(after).toEqual([...before, ...before.map(() => 'undismissed')])
      fill(folder)
      await at.type('q', '1 of')
      await at.see('summary.md: the summary could not be written: the disk is full')
      await at.see(/what was agreed is kept in kept; the same command with another -o, then q/u)
      expect(await at.exit()).toBe(74)
      expect(events()).toEqual(after)
      expect(readdirSync(folder)).not.toContain('summary.md')
    } finally {
      spawnSync('umount', [folder])
    }
  })

  /** So that whatever is added needs room that a full disk has not. */
  function padToPage(log: string): void {
    const text = readFileSync(log, 'utf8')
    const room = 4096 - (Buffer.byteLength(text) % 4096)
    writeFileSync(log, `${text.slice(0, -1)}${' '.repeat(room)}\n`)
  }

  function fill(folder: string): void {
    const { stdout } = spawnSync('df', ['--output=avail', '-B1', folder], { encoding: 'utf8' })
    writeFileSync(path.join(folder, 'filler'), Buffer.alloc(Number(stdout.split('\n')[1])))
  }
})

describe.skipIf(!hasTerminal)('two at once', () => {
  it('two meetings lose nothing of each other’s', async () => {
    const [one, two] = [meet(), meet('--rep', 'Tom')]
    await one.type(ENTER, 'begin with Dana Whitfield')
    await two.type(ENTER, 'begin with Tom Okafor')
    for (const [at, says] of [
      [one, /DANA WHITFIELD[^]*go through/u],
      [two, /TOM OKAFOR/u],
    ] as const)
      await at.type(at === one ? 'g' : 'c', says)
    await one.type('c', '1 of')
    await two.type(`Open two deals${ENTER}`, 'What will be done?')
    await Promise.all([one.type(ENTER, 'commit'), two.type(ENTER, 'commit Open two deals')])
    await Promise.all([one.see('written down as'), two.see('written down as')])
    expect(events()).toEqual(['committed', 'committed'])
  })

  it('a dismissal that two take back is taken back', async () => {
    await putAside(meet())
    const before = events()
    const undo = () => spawn(process.execPath, [BIN, 'dismissals', 'undo', 'Umbrella audit', ...KEPT], { cwd })
    const codes = await Promise.all([undo(), undo()].map(async (child) => ((await once(child, 'exit')) as [number])[0]))
    // Who comes second may find nothing that is put aside any more.
    expect(codes).toContain(0)
    for (const code of codes) expect([0, 2]).toContain(code)
    expect(events().slice(0, before.length)).toEqual(before)
    const standing = spawnSync(process.execPath, [BIN, 'dismissals', 'list', ...KEPT], { cwd, encoding: 'utf8' })
    expect(standing.stdout).not.toContain('Umbrella')
  })
})
