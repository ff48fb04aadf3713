import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'rolldown'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { History } from '../../src/history/folder.ts'
import { allCommitments } from '../../src/history/record.ts'
import { projectFolder, run } from '../support/run.ts'

// Kills, full disks and two runs at once, with real processes. HISTORY_KILLS=200 and HISTORY_PAIRS=100 are the long runs.

const KILLS = Number(process.env['HISTORY_KILLS'] ?? 6)
const PAIRS = Number(process.env['HISTORY_PAIRS'] ?? 3)
const BIN = path.join(projectFolder, 'bin', 'pipeline-coach.js')

const scratch = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
const writer = path.join(scratch, 'writer.mjs')
let folder: string
let said: string
let round = 0

beforeAll(async () => {
  await build({
    input: path.join(projectFolder, 'test/support/history-writer.ts'),
    platform: 'node',
    logLevel: 'silent',
    output: { file: writer, format: 'esm', codeSplitting: false },
  })
})

beforeEach(() => {
  round += 1
  folder = path.join(scratch, `history-${round}`)
  said = path.join(scratch, `said-${round}`)
  writeFileSync(said, '')
})

function write(name: string, times?: number): ChildProcess {
  return spawn(process.execPath, [writer, folder, said, name, ...(times === undefined ? [] : [String(times)])], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** What the processes were told is written, is; and every file is whole. */
async function expectWhole(): Promise<void> {
  const history = new History(folder, folder)
  const known = new Set(allCommitments(await history.events()).map(({ id }) => id))
  const days = await history.days()
  for (const line of readFileSync(said, 'utf8').split('\n')) {
    const [kind, what = ''] = line.split(' ')
    if (kind === 'commitment') expect(known).toContain(what)
    if (kind === 'review') expect(days).toContain(Number(what))
  }
  for (const day of days) {
    const deals = [...(await history.review(day)).deals.values()]
    // All of one writing, and none of another.
    expect(new Set(deals.map(({ name }) => name.split(' ').slice(0, 2).join(' ')))).toHaveLength(1)
    expect(deals).toHaveLength(200)
  }
}

it(`${KILLS} kills at any moment lose nothing`, { timeout: 30_000 + KILLS * 2000 }, async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    const child = write(`writer-${kill}`)
    const before = readFileSync(said).length
    while (readFileSync(said).length === before && child.exitCode === null) await sleep(5)
    // Not chance, so that a failure comes again: over the whole time that one round of writing takes.
    await sleep((kill * 7) % 40)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await expectWhole()
  }
  const left = readFileSync(path.join(folder, 'log.ndjson'), 'utf8')
  expect(left.split('\n').length).toBeGreaterThan(KILLS)
  // The next run sweeps what the last left behind.
  const [code] = (await once(write('last', 1), 'exit')) as [number]
  expect(code).toBe(0)
  expect(readdirSync(path.join(folder, 'reviews')).filter((name) => !/^\d{4}-\d{2}-\d{2}\.json$/.test(name))).toEqual(
    [],
  )
  await expectWhole()
})

it('two writers at once lose nothing of each other’s', { timeout: 60_000 }, async () => {
  const both = [write('one', 40), write('two', 40), write('three', 40)]
  const codes = await Promise.all(both.map(async (child) => ((await once(child, 'exit')) as [number])[0]))
  expect(codes).toEqual([0, 0, 0])
  expect(readFileSync(said, 'utf8').match(/^commitment/gm)).toHaveLength(120)
  await expectWhole()
})

function program(args: readonly string[]) {
  return spawnSync(process.execPath, [BIN, ...args, '--history', folder, '--no-config'], {
    cwd: path.join(projectFolder, 'fixtures', 'four-weeks'),
    encoding: 'utf8',
  })
}

function running(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [BIN, ...args, '--history', folder, '--no-config'], {
    cwd: path.join(projectFolder, 'fixtures', 'four-weeks'),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return once(child, 'exit').then(([code]) => code as number | null)
}

it(`${PAIRS} pairs of runs of the program`, { timeout: 30_000 + PAIRS * 3000 }, async () => {
  for (let pair = 0; pair < PAIRS; pair++) {
    const add = (who: string) =>
      running([
        'commitments',
        'add',
        `${who} ${pair}`,
        '--rep',
        'manager',
        '--by',
        '2026-12-31',
        '--as-of',
        '2026-11-20',
      ])
    const other = pair % 2 === 0 ? add('b') : running(['week-4', '--as-of', '2026-11-20'])
    expect(await Promise.all([add('a'), other])).toEqual([0, 0])
  }
  const history = new History(folder, folder)
  expect(await history.events()).toHaveLength(PAIRS + Math.ceil(PAIRS / 2))
  if (PAIRS > 1) expect((await history.newest())?.deals.size).toBe(8)
})

describe('what cannot be written is said, and what was there is intact', () => {
  const review = ['week-4', '--as-of', '2026-11-20']
  const add = ['commitments', 'add', 'x'.repeat(3000), '--rep', 'manager', '--by', '2026-12-31']

  /** A review and a commitment, as an earlier run left them. */
  async function begun(): Promise<Record<string, string>> {
    const kept = ['--history', folder, '--no-config']
    const week = path.join('fixtures', 'four-weeks', 'week-1')
    expect(await run([week, '--as-of', '2026-10-30', ...kept])).toMatchObject({ code: 0 })
    expect(await run([...add.slice(0, 2), 'Call them', ...add.slice(3), ...kept])).toMatchObject({ code: 0 })
    return contents()
  }

  it('a full disk', async (context) => {
    const mounted = mount()
    if (!mounted) context.skip('this system lets nobody mount a small disk')
    try {
      const before = await begun()
      writeFileSync(path.join(folder, 'filler'), fill())
      const { status, stderr, stdout } = program(review)
      expect([status, stderr]).toEqual([
        74,
        expect.stringMatching(/2026-11-20\.json: the history could not be written: the disk is full/),
      ])
      // The report itself was out before.
      expect(stdout).toContain('Dana Whitfield')
      expect(program(add)).toMatchObject({ status: 74, stdout: '' })
      expect(contents()).toEqual(before)
    } finally {
      spawnSync('umount', [folder])
    }
  })

  function mount(): boolean {
    spawnSync('mkdir', ['-p', folder])
    return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0
  }

  /** As much as goes in. */
  function fill(): Buffer {
    const { stdout } = spawnSync('df', ['--output=avail', '-B1', folder], { encoding: 'utf8' })
    return Buffer.alloc(Number(stdout.split('\n')[1]))
  }

  function contents(): Record<string, string> {
    const files = ['log.ndjson', ...readdirSync(path.join(folder, 'reviews')).map((name) => `reviews/${name}`)]
    return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]))
  }

  it('a file that may not grow', async (context) => {
    const before = await begun()
    const shell = `trap '' XFSZ; ulimit -f 1; exec "$0" "$@" --history "${folder}" --no-config`
    const limited = (args: readonly string[]) =>
      spawnSync('bash', ['-c', shell, process.execPath, BIN, ...args], {
        cwd: path.join(projectFolder, 'fixtures', 'four-weeks'),
        encoding: 'utf8',
      })
    const written = limited(review)
    if (written.status === 0) context.skip('this system sets no limit on file sizes')
    expect(written.status).toBe(74)
    expect(limited(add).status).toBe(74)
    expect(contents()).toEqual(before)
  })

  it('a folder that is read-only', async (context) => {
    // Root may write anywhere: another user then, who may read the folder and nothing else.
    const [as = '', ...rest] = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : ['env']
    const asOther = (args: readonly string[]) =>
      spawnSync(as, [...rest, process.execPath, BIN, ...args], {
        cwd: path.join(projectFolder, 'fixtures', 'four-weeks'),
        encoding: 'utf8',
      })
    if (asOther(['--version']).status !== 0) context.skip('no other user can run the program here')
    const before = await begun()
    spawnSync('chmod', ['-R', 'a+rX,a-w', folder])
    spawnSync('chmod', ['a+x', scratch])
    const { status, stderr } = asOther([...review, '--history', folder, '--no-config'])
    expect([status, stderr]).toEqual([74, expect.stringMatching(/could not be written: no permission/)])
    expect(contents()).toEqual(before)
  })
})
