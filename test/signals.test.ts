import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectFolder } from './support/run.ts'

// Real processes, ended while they read, while they reckon and while they write. `npm test` builds the program first.

const BIN = path.join(projectFolder, 'bin', 'pipeline-coach.js')
const HEADER = 'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date\n'
const ROWS = 8000
let large: string

beforeAll(() => {
  large = path.join(mkdtempSync(path.join(tmpdir(), 'pipeline-coach-')), 'large.csv')
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `006${at},Deal ${at},Rep ${at % 40},Qualification,${at},2026-12-18,2026-0${1 + (at % 9)}-17\n`,
  )
  writeFileSync(large, HEADER + rows.join(''))
})

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stderr: string
}

function start(args: readonly string[], cwd: string): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk)
  })
  child.stdout.resume()
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stderr }))
  return { child, ended }
}

const CODES = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

describe.each(CODES)('%s', (signal, code) => {
  it('while it waits for standard input is the code that a shell gives it, and nothing is said', async () => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
    const { child, ended } = start(['-', '-o', 'agenda.json'], cwd)
    child.stdin?.write(HEADER)
    // It listens once it has begun to read, which shows in that more than a pipe holds is taken from it.
    await new Promise<void>((resolve) => {
      child.stdin?.write('#'.repeat(1_000_000), () => resolve())
    })
    child.kill(signal)
    expect(await ended).toEqual({ code, signal: null, stderr: '' })
    expect(readdirSync(cwd)).toEqual([])
  })

  it('while it writes leaves what was there, and no half-written file beside it', async () => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
    writeFileSync(path.join(cwd, 'agenda.json'), 'last week\n')
    const { child, ended } = start([large, '--format', 'json', '--as-of', '2026-11-20', '-o', 'agenda.json'], cwd)
    const seen = new Promise<void>((resolve) => {
      const watcher = watch(cwd, (_, name) => {
        if (name?.endsWith('.tmp') !== true) return
        watcher.close()
        child.kill(signal)
        resolve()
      })
    })
    await seen
    const { code: left, stderr } = await ended
    expect(stderr).toBe('')
    expect(readdirSync(cwd)).toEqual(['agenda.json'])
    const text = readFileSync(path.join(cwd, 'agenda.json'), 'utf8')
    // The signal can come when the whole file is already there under its name.
    if (text === 'last week\n') expect(left).toBe(code)
    else expect(JSON.parse(text).schema).toBe('pipeline-coach/agenda@1')
  })
})

describe('at any moment', () => {
  it.each([60, 220, 400, 900])('after %i ms, twice, it ends at once with nothing half done', async (ms) => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
    const { child, ended } = start([large, '--as-of', '2026-11-20', '-o', 'agenda.json'], cwd)
    await new Promise((resolve) => setTimeout(resolve, ms))
    child.kill('SIGINT')
    child.kill('SIGINT')
    const { code, signal } = await ended
    // Before the program's own first line, and while it reckons, the system ends it: a shell says 130 then too.
    if (existsSync(path.join(cwd, 'agenda.json')))
      expect(JSON.parse(readFileSync(path.join(cwd, 'agenda.json'), 'utf8')).schema).toBe('pipeline-coach/agenda@1')
    else expect(code ?? signal).toBe(code === null ? 'SIGINT' : 130)
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

it('one that comes in the last moment before it reckons ends it', () => {
  // Where the system's events are heard: whatever comes here is heard in the next round of them and no sooner.
  const program = `import { readFile } from 'node:fs'
    import { endOnSignals, reckoning } from './src/system/interruption.ts'
    endOnSignals({ signals: process })
    readFile('package.json', () => {
      process.kill(process.pid, 'SIGTERM')
      void reckoning({ signals: process }, () => process.exit(0))
    })`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
  expect(spawnSync(process.execPath, args, { cwd: projectFolder, encoding: 'utf8' })).toMatchObject({
    stderr: '',
    status: 143,
  })
})

describe('what an earlier run left', () => {
  const small = path.join(projectFolder, 'fixtures', 'four-weeks', 'week-4')

  it('is swept away when it is old, and another run’s file is left alone', async () => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
    const [old, fresh, other] = ['.pipeline-coach-0123456789ab.tmp', '.pipeline-coach-ba9876543210.tmp', 'mine.tmp']
    for (const name of [old, fresh, other]) writeFileSync(path.join(cwd, name), 'half')
    for (const name of [old, other]) utimesSync(path.join(cwd, name), 1_700_000_000, 1_700_000_000)
    const { ended } = start([small, '-o', 'agenda.txt', '--as-of', '2026-11-20'], cwd)
    expect((await ended).code).toBe(0)
    expect(readdirSync(cwd).sort()).toEqual([fresh, 'agenda.txt', 'mine.tmp'])
  })
})
