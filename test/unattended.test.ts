import { existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { run, type RunOptions } from './support/run.ts'

// What a scheduled run relies on: silence where there is nothing to discuss, and a refusal of an old export.

const HEADER = 'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date,Last Activity'
const healthy = '006A,Alder,Rosa Kemp,Qualification,12000,2026-12-18,2026-11-17,2026-11-19'
const silent = '006B,Birch,Rosa Kemp,Qualification,12000,2026-12-18,2026-10-01,2026-11-01'
const unowned = '006C,Cedar,,Qualification,12000,2026-12-18,2026-11-17,2026-11-19'
const overdue = '006D,Dogwood,Rosa Kemp,Qualification,12000,2026-11-18,2026-11-17,2026-11-19'

let cwd: string

beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
})

function csv(...rows: string[]): string {
  return [HEADER, ...rows, ''].join('\n')
}

/** A file that was last written at noon on this day. */
function file(name: string, content: string, day = '2026-11-20'): string {
  const target = path.join(cwd, name)
  writeFileSync(target, content)
  const noon = new Date(`${day}T12:00:00Z`)
  utimesSync(target, noon, noon)
  return name
}

const program = (args: readonly string[], options: RunOptions = {}) => run(args, { cwd, ...options })

describe('--quiet-if-empty', () => {
  const quiet = async (rows: string[], ...args: string[]) =>
    program(['-', '--quiet-if-empty', ...args], { stdin: csv(...rows) })

  it('says nothing at all where every page is healthy', async () => {
    expect(await quiet([healthy])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect((await program(['-'], { stdin: csv(healthy) })).stdout).toContain('Rosa Kemp')
  })

  it('says nothing for what is put right before the meeting', async () => {
    const rows = [overdue, ...[1, 2, 3, 4].map((at) => healthy.replace('006A', `00${at}`).replace('12000', '90000'))]
    const { findings } = JSON.parse((await program(['-', '--format', 'json'], { stdin: csv(...rows) })).stdout)
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'close-date-passed', isHygiene: true }))
    expect(await quiet(rows, '--fail-on', 'low')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('prints the report where there is something to discuss, whatever the format', async () => {
    expect((await quiet([silent])).stdout).toContain('Birch')
    expect(JSON.parse((await quiet([silent], '--format', 'json')).stdout).reps[0].deals[0].name).toBe('Birch')
  })

  it('counts a deal without an owner: somebody has to take it', async () => {
    expect((await quiet([healthy, unowned])).stdout).toContain('NO OWNER')
  })

  it('looks at the reps asked for only', async () => {
    const rows = [healthy, silent.replace('Rosa Kemp', 'Tom Ito'), unowned]
    expect((await quiet(rows, '--rep', 'Rosa Kemp')).stdout).toBe('')
    expect((await quiet(rows, '--rep', 'Tom Ito')).stdout).toContain('Birch')
  })

  it('asks of each rep alone with --split-by rep: whoever has nothing to say gets no file', async () => {
    const rows = [healthy, silent.replace('Rosa Kemp', 'Tom Ito')]
    const low = ['--set', 'rules.stale-deal.severity=low', '--fail-on', 'low']
    const split = async (folder: string, ...args: string[]) => {
      await quiet(rows, '--split-by', 'rep', '--output-dir', folder, ...args)
      return readdirSync(path.join(cwd, folder))
    }
    expect(await split('some')).toEqual(['tom-ito.txt'])
    expect(await split('failed', ...low)).toEqual(['tom-ito.txt'])
  })

  it('passes over low findings, which give a rep no page; but never hides why --fail-on failed', async () => {
    const rows = [healthy, silent.replace('2026-10-01', '2026-11-02')]
    const low = ['--set', 'rules.stale-deal.severity=low']
    expect(await quiet(rows, ...low)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await quiet(rows, ...low, '--fail-on', 'medium')).toEqual({ code: 0, stdout: '', stderr: '' })
    const { code, stdout } = await quiet(rows, ...low, '--fail-on', 'low')
    expect(code).toBe(1)
    expect(stdout).toContain('Rosa Kemp')
  })

  it('leaves a file as it was', async () => {
    writeFileSync(path.join(cwd, 'agenda.txt'), 'last week\n')
    await quiet([healthy], '-o', 'agenda.txt')
    expect(readFileSync(path.join(cwd, 'agenda.txt'), 'utf8')).toBe('last week\n')
    await quiet([healthy], '-o', 'fresh.txt')
    expect(existsSync(path.join(cwd, 'fresh.txt'))).toBe(false)
  })

  it('keeps its warnings: silence is not to hide that cells could not be read', async () => {
    const { stdout, stderr } = await quiet([
      healthy,
      healthy.replace('006A', '006Z').replace('2026-12-18', '2026-02-31'),
    ])
    expect(stdout).toBe('')
    expect(stderr).toMatch(/could not be read/)
  })
})

describe('--max-age', () => {
  const FOOTER = '\n"Confidential Information - Do Not Distribute"\n'

  it('is measured from when the newest input was last written', async () => {
    file('old.csv', csv(healthy), '2026-11-16')
    expect((await program(['old.csv', '--max-age', '4d'])).code).toBe(0)
    const { code, stdout, stderr } = await program(['old.csv', '--max-age', '3d'])
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toBe(
      'pipeline-coach: the export is of 2026-11-16, when old.csv was last written: 4 days old on 2026-11-20, and --max-age is 3 days\n' +
        '  export it again; or, where the day is wrong, say the right one with --exported-at\n',
    )
    const reps = file('reps.csv', 'Rep,Manager\nRosa Kemp,Kim Osei\n', '2026-11-18')
    expect((await program(['old.csv', reps, '--max-age', '3d'])).code).toBe(0)
  })

  it('counts from --as-of, and an export of a later day is not old', async () => {
    expect((await program(['old.csv', '--max-age', '1d', '--as-of', '2026-11-17'])).code).toBe(0)
    expect((await program(['old.csv', '--max-age', '1d', '--as-of', '2026-11-02'])).code).toBe(0)
    expect((await program(['old.csv', '--max-age', '2w', '--as-of', '2026-12-01'])).code).toBe(3)
  })

  it.each([
    [
      'as Salesforce writes it',
      'Generated By: Kim Osei 11/3/2026 8:14 AM',
      csv(healthy).replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$2/$3/$1'),
    ],
    [
      'day first, as the columns are',
      'Generated By: Kim Osei 03/11/2026 08:14',
      csv(healthy).replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$3/$2/$1'),
    ],
    ['year first', 'Report generated on 2026-11-03 08:14', csv(healthy)],
    ['in words', 'Generated on 3 November 2026', csv(healthy)],
    ['in words, month first', 'Generated on Nov 3, 2026', csv(healthy)],
  ])('goes by the footer, %s', async (_, footer, content) => {
    file('report.csv', `${content}${FOOTER}"${footer}"\n`)
    const { code, stderr } = await program(['report.csv', '--max-age', '2w'])
    expect(code).toBe(3)
    expect(stderr).toContain('the export is of 2026-11-03, as line 5 of report.csv says: 17 days old')
    expect((await program(['report.csv', '--max-age', '17d'])).code).toBe(0)
    expect((await program(['-', '--max-age', '2w'], { stdin: `${content}${FOOTER}"${footer}"\n` })).code).toBe(3)
  })

  it('a footer that could be read either way is not guessed at', async () => {
    file('either.csv', `${csv(healthy)}${FOOTER}"Generated By: Kim Osei 03/11/2026"\n`, '2026-11-10')
    const { stderr } = await program(['either.csv', '--max-age', '3d'])
    expect(stderr).toContain('the export is of 2026-11-10, when either.csv was last written')
    const told = await program(['either.csv', '--max-age', '3d', '--date-order', 'dmy'])
    expect(told.stderr).toContain('the export is of 2026-11-03, as line 5')
  })

  it('--exported-at wins over all', async () => {
    const args = ['report.csv', '--max-age', '3d', '--exported-at']
    expect((await program([...args, '2026-11-19'])).code).toBe(0)
    const { code, stderr } = await program([...args, '2026-11-01'])
    expect(code).toBe(3)
    expect(stderr).toContain('the export is of 2026-11-01, as --exported-at says: 19 days old')
  })

  it('what came through a pipe has no day: it is refused, and the way out is named', async () => {
    for (const others of [[], ['reps.csv']]) {
      const { code, stdout, stderr } = await program(['-', ...others, '--max-age', '3d'], { stdin: csv(healthy) })
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(/cannot be told, for it came through a pipe\n {2}say the day .* --exported-at YYYY-MM-DD/)
    }
    const told = ['-', '--max-age', '3d', '--exported-at', '2026-11-19']
    expect((await program(told, { stdin: csv(healthy) })).code).toBe(0)
  })

  it('the file’s time becomes a day in the review’s zone', async () => {
    file('zone.csv', csv(healthy))
    const late = new Date('2026-11-19T23:30:00Z')
    utimesSync(path.join(cwd, 'zone.csv'), late, late)
    expect((await program(['zone.csv', '--max-age', '0d', '--timezone', 'Europe/Madrid'])).code).toBe(0)
    expect((await program(['zone.csv', '--max-age', '0d', '--timezone', 'UTC'])).code).toBe(3)
  })

  it.each([
    ['3', /“3” is not an age: write days \(3d\) or weeks \(2w\)/],
    ['72h', /“72h” is in hours, and an export has a day only/],
    ['-1d', /is not an age/],
    ['soon', /“soon” is not an age/],
  ])('%s is refused', async (age, message) => {
    const { code, stderr } = await program(['old.csv', `--max-age=${age}`])
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})
