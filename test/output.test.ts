import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import stringWidth from 'string-width'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectFolder, run, sample } from './support/run.ts'

// The real program as a process of its own: its bytes, its pipes, its exit codes. `npm test` builds it first.

const BIN = path.join(projectFolder, 'bin', 'pipeline-coach.js')
/** Two reps, where it is about the stream and not about what is in it. */
const SMALL = ['fixtures/four-weeks/week-4', '--as-of', '2026-11-20', '--no-config']
/** Its JSON is several times what a pipe holds. */
const LARGE = ['fixtures/planted-people', '--as-of', '2026-11-20', '--no-config']
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
})

function node(args: readonly string[], env: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, args, {
    cwd: projectFolder,
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
}

function program(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return node([BIN, ...args], env)
}

describe('the same input gives the same bytes', () => {
  // The sample as text and as JSON, from one process.
  const both = `import { load } from './bin/load.js'
    const { main } = load(process.cwd() + '/dist/main.cjs')
    for (const format of ['text', 'json']) console.log(await main(['demo', '--format', format]))`

  it.each([
    { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' },
    { TZ: 'Pacific/Pago_Pago', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
    { TZ: 'Europe/London', LC_ALL: 'ar_EG.UTF-8', COLUMNS: '200' },
  ])('under %j as in this process', async (env) => {
    const [text, json] = [(await sample()).stdout, (await sample('--format', 'json')).stdout]
    expect(node(['--input-type=module', '--eval', both], env).stdout).toBe(`${text}0\n${json}0\n`)
  })

  it('whatever the order of the files', async () => {
    const team = path.join('fixtures', 'sample-team')
    const files = [
      'week-2/opportunities.csv',
      'week-2/activities.csv',
      'week-2/contact-roles.csv',
      'week-2/opportunity-history.csv',
      'reps.csv',
    ].map((file) => path.join(team, file))
    const args = ['--as-of', '2026-11-20', '--no-config']
    const { stdout } = await run([...files, ...args])
    expect(stdout).toContain('Dana Whitfield')
    expect((await run([...files.reverse(), ...args])).stdout).toBe(stdout)
  })
})

describe('in a pipe', () => {
  it('there is no escape and no line is wider than 80', () => {
    const { stdout, stderr } = program(SMALL, { TERM: 'xterm-256color', COLORTERM: 'truecolor' })
    expect(stderr).toBe('')
    expect(stdout).not.toContain('\u001B')
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80)
  })

  it.each([60, 120])('--width %i is kept to', (width) => {
    const { stdout } = program([...SMALL, '--width', String(width)])
    const widest = Math.max(...stdout.split('\n').map((line) => stringWidth(line)))
    expect(widest).toBe(width)
  })

  it('colour comes when forced and not when forbidden', () => {
    expect(program([...SMALL, '--color', 'always']).stdout).toContain('\u001B[')
    expect(program(SMALL, { FORCE_COLOR: '1' }).stdout).toContain('\u001B[')
    expect(program(SMALL, { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain('\u001B[')
    expect(program([...SMALL, '--color', 'never'], { FORCE_COLOR: '1' }).stdout).not.toContain('\u001B[')
  })

  it('a reader that leaves is a quiet end', () => {
    const shell = `"${process.execPath}" "${BIN}" ${LARGE.join(' ')} --format json | head -1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', shell], { cwd: projectFolder, encoding: 'utf8' })
    expect(stdout).toBe('{\n0\n')
    expect(stderr).toBe('')
  })
})

describe('--output', () => {
  it('writes the whole report, and the ending tells the format', async () => {
    const file = path.join(folder, 'agenda.json')
    expect(program([...LARGE, '-o', file])).toMatchObject({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(file, 'utf8')).toBe((await run([...LARGE, '--format', 'json'])).stdout)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('a folder that does not exist is 74, and says so', () => {
    const { status, stderr } = program([...SMALL, '-o', path.join(folder, 'none', 'agenda.txt')])
    expect(status).toBe(74)
    expect(stderr).toMatch(/agenda\.txt: the report could not be written: its folder does not exist/)
  })

  it.skipIf(!existsSync('/dev/full'))('a full disk is 74, on standard output and in a file', () => {
    const full = openSync('/dev/full', 'w')
    const stdio = ['ignore', full, 'pipe'] as const
    const piped = spawnSync(process.execPath, [BIN, ...SMALL], {
      cwd: projectFolder,
      stdio: [...stdio],
      encoding: 'utf8',
    })
    closeSync(full)
    expect(piped.status).toBe(74)
    expect(piped.stderr).toMatch(/^pipeline-coach: standard output could not be written: the disk is full\n/)
    expect(program([...SMALL, '-o', '/dev/full'])).toMatchObject({ status: 74 })
  })

  it.each([
    ['a report', SMALL],
    ['the help', ['review', '--help', '--all']],
  ])('%s that a disk had room for half of is 74', (_, args) => {
    const half = path.join(folder, 'half.txt')
    const typed = args.map((arg) => `"${arg}"`).join(' ')
    const shell = `trap '' XFSZ; ulimit -f 2; "${process.execPath}" "${BIN}" ${typed} > "${half}"`
    const { status, stderr } = spawnSync('bash', ['-c', shell], { cwd: projectFolder, encoding: 'utf8' })
    expect(status).toBe(74)
    expect(stderr).toMatch(/^pipeline-coach: standard output could not be written: a file may not become that large/)
  })

  it('what was there before is intact when the disk is full', (context) => {
    // A file size limit makes every write beyond it fail, as a full disk does.
    const file = path.join(folder, 'before.txt')
    writeFileSync(file, 'last week\n')
    const shell = `trap '' XFSZ; ulimit -f 1; "${process.execPath}" "${BIN}" ${SMALL.join(' ')} -o "${file}"`
    const { status, stderr } = spawnSync('bash', ['-c', shell], { cwd: projectFolder, encoding: 'utf8' })
    if (status === 0) context.skip('this system sets no limit on file sizes')
    expect(status).toBe(74)
    expect(stderr).toContain('before.txt')
    expect(readFileSync(file, 'utf8')).toBe('last week\n')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
