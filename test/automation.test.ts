import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { crontab, day, fence, fences, healthy, Home, isThere, silent } from './support/recipes.ts'
import { run } from './support/run.ts'

// The recipes of docs/automation.md, run as they stand there; those that mail are in automation-mail.test.ts. What a
// machine lacks (chronic, systemd) is skipped by name.

let home: Home

beforeEach(() => {
  home = new Home()
})

describe('the page', () => {
  it('has no recipe but those that are run here and in automation-mail.test.ts', () => {
    expect(fences).toEqual([
      'sh',
      'crontab',
      'ini pipeline-coach.service',
      'ini pipeline-coach.timer',
      'yaml',
      'ini .msmtprc',
      'yaml pipeline-coach.yaml',
      'sh mail',
      'sh mail-if-any',
      'sh mail-summary',
      'sh write-outbox',
      'sh send-outbox',
      'crontab mail',
    ])
  })
})

describe('cron', () => {
  const { settings, jobs } = crontab('crontab')
  const [weekly = '', serious = ''] = jobs
  const cron = (job: string) => home.run(job, settings, home.folder)

  it('has two jobs, and no percent sign that cron would take for a line break', () => {
    expect(jobs).toHaveLength(2)
    expect(settings).toMatchObject({ LC_ALL: 'C.UTF-8' })
    expect(jobs.join('')).not.toContain('%')
  })

  it.skipIf(!isThere('flock'))('prints the agenda when there is one, and nothing when there is none', async () => {
    home.exported(silent)
    expect(await cron(weekly)).toMatchObject({ status: 0, stderr: '' })
    expect((await cron(weekly)).stdout).toContain('Birch')
    home.exported(healthy)
    expect(await cron(weekly)).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it.skipIf(!isThere('flock'))('says a word when the export is old', async () => {
    home.exported(silent, 10)
    const { status, stdout, stderr } = await cron(weekly)
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toMatch(/the export is of .*opportunities\.csv was last written: 10 days old/)
  })

  it.skipIf(!isThere('flock') || !isThere('chronic'))('chronic is silent until it is serious', async () => {
    home.exported(healthy)
    expect(await cron(serious)).toEqual({ status: 0, stdout: '', stderr: '' })
    home.exported(silent)
    const { status, stdout } = await cron(serious)
    expect(status).toBe(1)
    expect(stdout).toContain('Birch')
  })
})

describe('a script', () => {
  it.each([
    [0, 'the agenda is in agenda.txt'],
    [9, 'nobody has exported since'],
  ])('tells the codes apart, %i days on', async (daysAgo, said) => {
    home.exported(silent, daysAgo)
    const { stdout } = await home.run(fence('sh'))
    expect(stdout).toBe(`${said}\n`)
    expect(existsSync(path.join(home.pipeline, 'agenda.txt'))).toBe(daysAgo === 0)
  })
})

describe.skipIf(!isThere('systemd-analyze'))('systemd', () => {
  it('finds nothing wrong with the units', () => {
    const service = fence('ini pipeline-coach.service').replace('/usr/local/bin', home.programs)
    writeFileSync(path.join(home.folder, 'pipeline-coach.service'), service)
    writeFileSync(path.join(home.folder, 'pipeline-coach.timer'), fence('ini pipeline-coach.timer'))
    const units = ['pipeline-coach.service', 'pipeline-coach.timer'].map((name) => path.join(home.folder, name))
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
    home.exported(silent, 300)
    const cwd = home.pipeline
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
    const summary = path.join(home.folder, 'summary.md')
    writeFileSync(summary, 'before\n')
    const env = { GITHUB_STEP_SUMMARY: summary }
    expect(await home.run(`set -e; ${step}`, env)).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n[^]*Birch/)
  })
})
