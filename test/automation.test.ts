import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { projectFolder, run } from './support/run.ts'

// The recipes of docs/automation.md, run as they stand there. What a machine lacks (chronic, systemd) is skipped by name.

const page = readFileSync(path.join(projectFolder, 'docs', 'automation.md'), 'utf8')

function fence(info: string): string {
  const found = page.split(`\`\`\`${info}\n`)[1]?.split('```')[0]
  if (found === undefined) throw new Error(`docs/automation.md has no \`\`\`${info}`)
  return found
}

const isThere = (command: string) => spawnSync('which', [command]).status === 0

const HEADER = 'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date,Last Activity\n'
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
const healthy = `006A,Alder,Rosa Kemp,Qualification,12000,${day(-30)},${day(2)},${day(1)}\n`
const silent = `006B,Birch,Rosa Kemp,Qualification,12000,${day(-9)},${day(60)},${day(50)}\n`

let home: string
let programs: string

beforeAll(() => {
  programs = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  const program = path.join(programs, 'pipeline-coach')
  const main = path.join(projectFolder, 'bin', 'pipeline-coach.js')
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`)
  chmodSync(program, 0o755)
})

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  mkdirSync(path.join(home, 'pipeline', 'exports'), { recursive: true })
})

/** An export that was last written so many days ago. */
function exported(rows: string, daysAgo = 0): void {
  const file = path.join(home, 'pipeline', 'exports', 'opportunities.csv')
  writeFileSync(file, HEADER + rows)
  const then = new Date(Date.now() - daysAgo * 86_400_000)
  utimesSync(file, then, then)
}

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** With no more of an environment than is given, as cron has it. */
function shell(command: string, env: Readonly<Record<string, string>> = {}, cwd = home): Ran {
  const PATH = [programs, env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'].join(':')
  const options = { cwd, encoding: 'utf8', env: { HOME: home, ...env, PATH } } as const
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], options)
  return { status, stdout, stderr }
}

describe('cron', () => {
  const lines = fence('crontab').split('\n')
  const settings = Object.fromEntries(lines.flatMap((line) => (/^\w+=/.test(line) ? [line.split(/=(.*)/, 2)] : [])))
  const jobs = lines.flatMap((line) => /^(?:[\d*,/-]+ ){5} *(.*)$/.exec(line)?.[1] ?? [])
  const [weekly = '', serious = ''] = jobs
  const cron = (job: string) => shell(job, settings)

  it('has two jobs, and no percent sign that cron would take for a line break', () => {
    expect(jobs).toHaveLength(2)
    expect(settings).toMatchObject({ LC_ALL: 'C.UTF-8' })
    expect(jobs.join('')).not.toContain('%')
  })

  it.skipIf(!isThere('flock'))('prints the agenda when there is one, and nothing when there is none', () => {
    exported(silent)
    expect(cron(weekly)).toMatchObject({ status: 0, stderr: '' })
    expect(cron(weekly).stdout).toContain('Birch')
    exported(healthy)
    expect(cron(weekly)).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it.skipIf(!isThere('flock'))('says a word when the export is old', () => {
    exported(silent, 10)
    const { status, stdout, stderr } = cron(weekly)
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toMatch(/the export is of .*opportunities\.csv was last written: 10 days old/)
  })

  it.skipIf(!isThere('flock') || !isThere('chronic'))('chronic is silent until it is serious', () => {
    exported(healthy)
    expect(cron(serious)).toEqual({ status: 0, stdout: '', stderr: '' })
    exported(silent)
    const { status, stdout } = cron(serious)
    expect(status).toBe(1)
    expect(stdout).toContain('Birch')
  })
})

describe('a script', () => {
  it.each([
    [0, 'the agenda is in agenda.txt'],
    [9, 'nobody has exported since'],
  ])('tells the codes apart, %i days on', (daysAgo, said) => {
    exported(silent, daysAgo)
    const { stdout } = shell(fence('sh'), {}, path.join(home, 'pipeline'))
    expect(stdout).toBe(`${said}\n`)
    expect(existsSync(path.join(home, 'pipeline', 'agenda.txt'))).toBe(daysAgo === 0)
  })
})

describe.skipIf(!isThere('systemd-analyze'))('systemd', () => {
  it('finds nothing wrong with the units', () => {
    const service = fence('ini pipeline-coach.service').replace('/usr/local/bin', programs)
    writeFileSync(path.join(home, 'pipeline-coach.service'), service)
    writeFileSync(path.join(home, 'pipeline-coach.timer'), fence('ini pipeline-coach.timer'))
    const units = ['pipeline-coach.service', 'pipeline-coach.timer'].map((name) => path.join(home, name))
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], { encoding: 'utf8' })
    // Other units of the machine may have faults of their own.
    expect(stderr.split('\n').filter((line) => line.includes('pipeline-coach'))).toEqual([])
    expect(status).toBe(0)
  })

  it('runs on Mondays', () => {
    const [, when = ''] = /OnCalendar=(.*)/.exec(fence('ini pipeline-coach.timer')) ?? []
    const { stdout } = spawnSync('systemd-analyze', ['calendar', when], { encoding: 'utf8' })
    expect(stdout).toMatch(/Normalized form: Mon \*-\*-\* 06:30:00/)
  })
})

describe('GitHub Actions', () => {
  const workflow = parse(fence('yaml')) as {
    on: { schedule: { cron: string }[] }
    jobs: { agenda: { steps: { run?: string; name?: string }[] } }
  }
  const review = workflow.jobs.agenda.steps.find(({ name }) => name === 'Review')

  it('appends the agenda to the summary, from the day the export was committed', async () => {
    exported(silent, 300)
    const cwd = path.join(home, 'pipeline')
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=Kim', '-c', 'user.email=kim@example.com', ...args], {
        cwd,
        env: { ...process.env, GIT_COMMITTER_DATE: `${day(1)}T09:00:00Z`, GIT_AUTHOR_DATE: `${day(1)}T09:00:00Z` },
      })
    for (const args of [
      ['init', '-q'],
      ['add', '-A'],
      ['commit', '-qm', 'The week’s export'],
    ])
      git(...args)
    const hasMarkdown = /--format <format>[^-]*markdown/.test((await run(['review', '--help'])).stdout)
    const step = hasMarkdown ? review?.run : review?.run?.replace('--format markdown', '--format text')
    const summary = path.join(home, 'summary.md')
    writeFileSync(summary, 'before\n')
    const env = { GITHUB_STEP_SUMMARY: summary }
    expect(shell(`set -e; ${step}`, env, cwd)).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n[^]*Birch/)
  })
})
