import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { run, type Outcome } from './support/run.ts'

// What those who tried to break it found: wrong numbers, lost data, and bytes that steer a terminal.

let cwd: string

beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
})

async function on(files: Record<string, string>, ...args: string[]): Promise<Outcome> {
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content)
  return run([...args, '--as-of', '2026-11-20', '--no-config'], { cwd })
}

async function inspected(csv: string) {
  const { stdout } = await on({ 'a.csv': csv }, 'inspect', 'a.csv', '--format', 'json')
  return JSON.parse(stdout)
}

async function reviewed(csv: string) {
  const { stdout } = await on({ 'a.csv': csv }, 'a.csv', '--format', 'json')
  return JSON.parse(stdout)
}

describe('what a stage says', () => {
  it.each([
    ['Not Won', { lost: 1 }],
    ['Won’t close', { open: 1 }],
    ['Closed', { unknown: 1 }],
    ['Verloren', { lost: 1 }],
    ['Сделка провалена', { lost: 1 }],
    ['C2:LOSE', { lost: 1 }],
    ['Выдано', { won: 1 }],
  ])('%s', async (stage, expected) => {
    expect((await inspected(`Deal,Owner,Stage,Amount\nA,Ann,${stage},5\n`)).deals).toMatchObject(expected)
  })
})

describe('rows', () => {
  it('a well-quoted row with a cell too many is one rejected row, and makes no deal of its tail', async () => {
    const inspection = await inspected(
      'Deal ID,Deal,Owner,Stage,Note\n1,A,Ann,New,x\n2,"B\nsecond",Ann,New,"call\nthen mail",extra\n',
    )
    expect(inspection.inputs[0].rows).toEqual({ read: 2, used: 1, rejected: 1, ignored: 0 })
    expect(inspection.rejected).toMatchObject([
      { line: 3, reason: '6 cells, the header has 5: an unquoted delimiter?' },
    ])
  })

  it('a deal that stands there twice is kept once, and both places are named', async () => {
    const { stderr, stdout } = await on(
      { 'a.csv': 'Deal ID,Deal,Owner,Stage\n1,A,Ann,New\n', 'b.csv': 'Deal ID,Deal,Owner,Stage\n1,A,Ann,Won\n' },
      'a.csv',
      'b.csv',
      '--format',
      'json',
    )
    expect(stderr).toContain('b.csv: 1 row repeats a deal that was read before; the first was kept')
    expect(JSON.parse(stdout).rejected).toMatchObject([
      { file: 'b.csv', line: 2, reason: 'the same id as a.csv, line 2' },
    ])
  })

  it('one file named twice is read once', async () => {
    const { stderr } = await on({ 'a.csv': 'Deal ID,Deal,Owner,Stage\n1,A,Ann,New\n' }, 'a.csv', 'a.csv')
    expect(stderr).toBe('')
  })
})

describe('owners', () => {
  it('who stands for nobody is nobody, and one person in two spellings is one', async () => {
    const owners = ['N/A', '-', '(none)', 'TBD', 'Unassigned', 'Ann Lee', 'ann lee', 'ANN LEE']
    const rows = owners.map((owner, at) => `${at},Deal ${at},${owner},New,2026-11-18`)
    const agenda = await reviewed(`Deal ID,Deal,Owner,Stage,Created\n${rows.join('\n')}\n`)
    expect(agenda.reps.map((page: { rep: string }) => page.rep)).toEqual(['Ann Lee'])
    expect(agenda.reps[0].measures.openDeals).toBe(3)
    expect(agenda.manager.unassigned).toHaveLength(5)
  })
})

describe('new business', () => {
  it('a deal of a renewals pipeline is none', async () => {
    const agenda = await reviewed(
      'Deal ID,Deal,Owner,Stage,Pipeline,Created\n1,A,Ann,New,Renewals Pipeline,2026-11-18\n2,B,Ann,New,Sales,2026-11-18\n',
    )
    expect(agenda.reps[0].measures).toMatchObject({ newOpportunities: 2, newBusiness: 1 })
  })
})

describe('silence is not health', () => {
  it('without a stage or status nothing is open, and that is said', async () => {
    const { stdout, stderr } = await on({ 'a.csv': 'Deal,Owner,Amount\nA,Ann,5\nB,Ann,6\n' }, 'a.csv')
    expect(stderr).toContain('neither a stage nor a status was recognised')
    expect(stdout).toContain('Of 2 deals it is not known whether they are open, won or lost')
  })

  it('wins of years ago are no team that never wins', async () => {
    const rows = ['A,Ann,Closed Won,2024-01-01,2024-03-01', 'B,Ann,Closed Lost,2026-01-01,2026-03-01']
    const file = {
      'a.csv': `Deal,Owner,Stage,Created,Close Date\n${rows.join('\n')}\nC,Ann,New,2026-11-02,2026-12-01\n`,
    }
    expect((await on(file, 'a.csv')).stdout.replaceAll(/\s+/g, ' ')).toContain('wins 0 of 1 in 12 months')
  })

  it('where every deal was created after the day of the review, it asks for the day', async () => {
    const { stdout } = await on({ 'a.csv': 'Deal,Owner,Stage,Created\nA,Ann,New,2026-12-24\n' }, 'a.csv')
    expect(stdout).toContain('All deals (1) were created after Nov 20: is --as-of right?')
  })

  it('a column that the config names and no file has is an error that shows the columns there are', async () => {
    const { code, stderr } = await on(
      { 'a.csv': 'Deal,Owner,Stage\nA,Ann,New\n' },
      'a.csv',
      '--set',
      'columns.owner=Nope',
    )
    expect(code).toBe(2)
    expect(stderr).toMatch(/set to “Nope”, and no file has such a column\n.*“Deal”, “Owner”, “Stage”/)
  })

  it('a bad file in a folder is left out with a word', async () => {
    const folder = mkdtempSync(path.join(cwd, 'exports-'))
    writeFileSync(path.join(folder, 'deals.csv'), 'Deal,Owner,Stage\nA,Ann,New\n')
    writeFileSync(path.join(folder, 'empty.csv'), '')
    const { code, stderr } = await on({}, folder)
    expect(code).toBe(0)
    expect(stderr).toContain('empty.csv: not used: this file is empty')
  })
})

describe('what is too much to list', () => {
  it('is counted: every cell that could not be read is told of', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `${at},Deal ${at},Ann,New,soon`)
    const csv = `Deal ID,Deal,Owner,Stage,Created\n0,Deal,Ann,New,2026-11-18\n${rows.slice(1).join('\n')}\n`
    const { stderr, stdout } = await on({ 'a.csv': csv }, 'a.csv', '--format', 'json')
    expect(stderr).toContain('a.csv: 1499 cells could not be read')
    expect(JSON.parse(stdout).rejected).toHaveLength(1000)
    const { stdout: page } = await on({}, 'inspect', 'a.csv')
    expect(page).toContain('499 more cells, which are counted and not listed')
  })
})

describe('a deal without a name', () => {
  it('and without an account is told by its id, since a product is on many', async () => {
    const head = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'
    const without = `${head}\nX1,Ann,GTX,,Won,11/1/2026,11/18/2026,5\n`
    const { stdout } = await on({ 'a.csv': without }, 'a.csv')
    expect(stdout).toContain('Won GTX (X1) ($5)')
    const { stdout: both } = await on({ 'a.csv': `${without}X2,Ann,GTX,Isdom,Won,11/2/2026,11/18/2026,6\n` }, 'a.csv')
    expect(both).toMatch(/Won 2 \(\$11\)|Isdom/u)
  })
})

describe('what was there is not destroyed', () => {
  it('the report does not replace an export', async () => {
    const csv = 'Deal,Owner,Stage\nA,Ann,New\n'
    const { code, stderr } = await on({ 'a.csv': csv }, 'a.csv', '-o', './a.csv')
    expect(code).toBe(2)
    expect(stderr).toContain('would replace an export')
    expect(readFileSync(path.join(cwd, 'a.csv'), 'utf8')).toBe(csv)
  })

  it.each([
    ['in a folder that is read', 'exports/a.csv'],
    ['by a link to it', 'link.csv'],
    ['by a link to its folder', 'folder/a.csv'],
  ])('nor one named %s', async (_, output) => {
    const csv = 'Deal,Owner,Stage\nA,Ann,New\n'
    const exports = path.join(cwd, 'exports')
    rmSync(exports, { recursive: true, force: true })
    mkdirSync(exports)
    for (const link of ['link.csv', 'folder']) rmSync(path.join(cwd, link), { force: true })
    writeFileSync(path.join(exports, 'a.csv'), csv)
    symlinkSync('exports/a.csv', path.join(cwd, 'link.csv'))
    symlinkSync('exports', path.join(cwd, 'folder'))
    const { code, stderr } = await on({}, 'exports', '--format', 'text', '-o', output)
    expect(code).toBe(2)
    expect(stderr).toContain('would lie among the exports')
    expect(readFileSync(path.join(exports, 'a.csv'), 'utf8')).toBe(csv)
    // What is no export there is nobody's loss, and the next review does not read it.
    expect(await on({}, 'exports', '-o', 'exports/agenda.txt')).toMatchObject({ code: 0 })
  })
})

describe('no byte of an export or a config steers the terminal', () => {
  const nasty = '\u001B[31m\u009B2J\u202E\u0007\u200B\uFEFF'

  it.each([
    'a.csv',
    'inspect a.csv',
    'inspect a.csv --format json',
    'a.csv --format json',
    'a.csv --set columns.owner=x',
  ])('%s', async (command) => {
    const header = ['Deal', 'Owner', 'Stage', `x${nasty}`, 'Next step'].map((cell) => `"${cell}"`).join(',')
    const row = [`A${nasty}`, `Ann${nasty}`, `New${nasty}`, nasty, `11/2${nasty}: call`]
      .map((cell) => `"${cell}"`)
      .join(',')
    const { stdout, stderr } = await on({ 'a.csv': `${header}\n${row}\n` }, ...command.split(' '))
    expect(stdout + stderr).not.toMatch(/[^\P{C}\n]/u)
  })

  it.each(['review', 'inspect'])('nor the name of a file in a warning of %s', async (command) => {
    const file = `a${nasty}.csv`
    const { code, stdout, stderr } = await on({ [file]: 'Deal,Stage\nA,New\n' }, command, file)
    expect(code).toBe(0)
    expect(stdout + stderr).toContain('no owner column was recognised')
    expect(stdout + stderr).not.toMatch(/[^\P{C}\n]/u)
  })

  it('nor a name in the config', async () => {
    writeFileSync(path.join(cwd, 'nasty.yaml'), 'reps:\n  "Z\\e[31m": { level: senior }\n')
    writeFileSync(path.join(cwd, 'a.csv'), 'Deal,Owner,Stage\nA,Ann,New\n')
    const { code, stderr } = await run(['a.csv', '--config', 'nasty.yaml'], { cwd })
    expect(code).toBe(2)
    expect(stderr).not.toMatch(/[^\P{C}\n]/u)
  })
})
