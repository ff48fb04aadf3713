import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectFolder, run } from './support/run.ts'

// What people get wrong in their first ten minutes. Each message says what is wrong, where, and what to type instead.

const OPPORTUNITIES = readFileSync(path.join(projectFolder, 'fixtures/sample-team/week-2/opportunities.csv'), 'utf8')

let cwd = ''

beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  mkdirSync(path.join(cwd, 'exports'))
  const files: Readonly<Record<string, string>> = {
    'opportunities.csv': OPPORTUNITIES,
    'exports/opportunities.csv': OPPORTUNITIES,
    'copy.csv': OPPORTUNITIES,
    'no-header.csv': OPPORTUNITIES.split('\n').slice(1).join('\n'),
    'namesakes.csv':
      'Deal,Owner,Stage,Amount,Created\nAcme,Dana Whitfield,Proposal,100,2026-11-18\nUmbra,Dana Smith,Proposal,90,2026-11-17\n',
    'tab.yaml': 'goals:\n\tperRep: 150000\n',
    'colon.yaml': 'manager: Kim: Osei\n',
    'brace.yaml': 'reps:\n  Dana Whitfield: { email: dana@example.com\nmanager: Kim Osei\n',
    'quote.yaml': 'manager: "Kim Osei\ntimezone: Europe/Madrid\n',
    'twice.yaml': 'manager: Kim\nmanager: Kim Osei\n',
    'indent.yaml': 'goals:\n  perRep: 150000\n period: quarter\n',
    'rule.yaml': 'manager: Kim Osei\nrules:\n  stale-deals: off\n',
    'title.yaml': 'rules:\n  Prospects in bursts: off\n',
    'option.yaml': 'rules:\n  stale-deal:\n    dayz: 3\n',
    'field.yaml': 'columns:\n  ownr: Account Exec\n',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text)
})

const REVIEW = ['opportunities.csv', '--as-of', '2026-11-20', '--no-config']

async function refused(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(args, { cwd })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  return stderr.replaceAll(/\s+/gu, ' ').trim()
}

describe('flags that other programs have', () => {
  it.each([
    [['--html'], "unknown option '--html' name a file that ends in .html: -o agenda.html"],
    [['--json'], "unknown option '--json' use --format json"],
    [['--pdf'], 'print that page as PDF in a browser'],
    [['--date', '2026-11-20'], 'the day of the review is --as-of'],
    [['-o', 'agenda.pdf'], 'write it to a file that ends in .html, and print that page as PDF'],
    [['--format', 'docx'], '--format cannot be “docx”: it is one of text, markdown, html, eml, json'],
  ])('%j', async (flags, says) => {
    expect(await refused(...REVIEW, ...flags)).toContain(says)
  })
})

it('a report into a folder that is not there', async () => {
  const { code, stderr } = await run([...REVIEW, '-o', 'out/agenda.txt'], { cwd })
  expect(code).toBe(74)
  expect(stderr).toContain('make the folder “out” first')
})

describe('the name of a rep', () => {
  it.each(['Dana', 'dana', 'Whitfield', 'Dana W.', 'Whitfield, Dana'])(
    '“%s” is enough where it is unique',
    async (name) => {
      const { code, stdout } = await run([...REVIEW, '--rep', name], { cwd })
      expect(code).toBe(0)
      expect(stdout).toMatch(/^DANA WHITFIELD/)
    },
  )

  it.each([
    ['Dana Whitfeld', 'no rep called “Dana Whitfeld” did you mean “Dana Whitfield”?'],
    ['Dana, Marcus', 'name each by itself: --rep "Dana" --rep "Marcus"'],
    ['Danna', 'no rep called “Danna” did you mean “Dana Whitfield”?'],
    ['Xerxes', /no rep called “Xerxes” known here: .*Dana Whitfield/],
  ])('“%s”', async (name, says) => {
    const said = await refused(...REVIEW, '--rep', name)
    if (typeof says === 'string') expect(said).toContain(says)
    else expect(said).toMatch(says)
  })

  it('two of one first name', async () => {
    const said = await refused('namesakes.csv', '--as-of', '2026-11-20', '--no-config', '--rep', 'Dana')
    expect(said).toContain('2 reps are called “Dana”: Dana Smith, Dana Whitfield write the whole name')
  })
})

describe('days', () => {
  it.each([
    [['--as-of', '11/20/2026'], 0],
    [['--as-of', '20/11/2026'], 0],
    [['--as-of', 'friday'], 0],
    [['--as-of', '20 nov', '--locale', 'en-GB'], 0],
    [['--as-of', 'yesterday'], 1],
  ])('%j', async (flags, before) => {
    const { code, stdout } = await run(['opportunities.csv', '--no-config', '--format', 'json', ...flags], { cwd })
    expect(code).toBe(0)
    expect(JSON.parse(stdout).asOf).toBe(`2026-11-${20 - before}`)
  })

  it('what is none', async () => {
    expect(await refused('opportunities.csv', '--as-of', 'soonish')).toBe(
      'pipeline-coach: --as-of “soonish” is not a day use a day such as today, fri, 2 weeks ago, nov 27, 11/27 or 2026-11-27',
    )
  })
})

describe('the config', () => {
  it.each([
    ['tab.yaml', 'line 2, “perRep: 150000”: this line begins with a tab'],
    ['colon.yaml', 'line 1, “manager: Kim: Osei”: this line has a second colon'],
    ['brace.yaml', 'line 2, “Dana Whitfield: { email: dana@example.com”: a { is opened and not closed'],
    ['quote.yaml', 'line 1, “manager: "Kim Osei”: a quote is opened here and not closed'],
    ['twice.yaml', 'line 2, “manager: Kim Osei”: this key stands here for the second time'],
    ['indent.yaml', 'line 3, “period: quarter”: this line begins further left or right'],
    ['rule.yaml', 'line 3: unknown rule “rules.stale-deals” did you mean “stale-deal”?'],
    [
      'title.yaml',
      'line 2: unknown rule “rules.Prospects in bursts” the rule with the title “Prospects in bursts” is “sporadic-prospecting”',
    ],
    ['option.yaml', 'line 3: unknown option “rules.stale-deal.dayz” did you mean “days”?'],
    ['field.yaml', 'line 2: unknown field “columns.ownr” did you mean “owner”?'],
  ])('%s', async (file, says) => {
    expect(await refused('opportunities.csv', '--config', file)).toContain(`pipeline-coach: ${file}, ${says}`)
  })

  it('a rule is explained by its title too', async () => {
    const { code, stdout } = await run(['rules', 'explain', 'Prospects in bursts'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^sporadic-prospecting: /)
  })
})

describe('exports', () => {
  it('without a header', async () => {
    expect(await refused('no-header.csv')).toMatch(
      /no-header\.csv, line 1: this line holds values and no column names: .* write the names of the columns into a first line/,
    )
  })

  it('of two weeks in one folder: the flag that compares them, and it does', async () => {
    const week = (number: number) =>
      readFileSync(path.join(projectFolder, `fixtures/four-weeks/week-${number}/opportunities.csv`), 'utf8')
    mkdirSync(path.join(cwd, 'weeks'))
    writeFileSync(path.join(cwd, 'weeks', 'deals 2026-11-13.csv'), week(3))
    writeFileSync(path.join(cwd, 'weeks', 'deals 2026-11-20.csv'), week(4))
    const both = ['weeks', '--as-of', '2026-11-20', '--no-config']
    const { code, stdout, stderr } = await run(both, { cwd })
    expect(code).toBe(0)
    expect(stdout).not.toContain('SINCE NOV 13')
    const [, flag = ''] = /^pipeline-coach: .* To see what changed since, add --previous "(.*)"$/m.exec(stderr) ?? []
    expect(flag).toBe('weeks/deals 2026-11-13.csv')
    const compared = await run([...both, '--previous', flag], { cwd })
    expect(compared).toMatchObject({ code: 0, stderr: '' })
    expect(compared.stdout).toContain('SINCE NOV 13')
  })

  it('with a cell that cannot be read: which one, and where', async () => {
    writeFileSync(path.join(cwd, 'tbd.csv'), 'Deal,Owner,Stage,Amount\nAcme,Dana,New,100\nUmbra,Tom,New,tbd\n')
    const { stderr } = await run(['tbd.csv', '--no-config'], { cwd })
    expect(stderr).toBe(
      'pipeline-coach: tbd.csv: 1 cell could not be read: line 3, column “Amount”, “tbd” (not an amount)\n',
    )
  })

  it('given as this week’s and as last week’s', async () => {
    const { code, stderr } = await run([...REVIEW, '--previous', 'opportunities.csv'], { cwd })
    expect(code).toBe(0)
    expect(stderr).toContain('given as this week’s export and as last week’s, so that nothing can have changed')
  })

  it('the same one twice', async () => {
    const { code, stderr } = await run([...REVIEW, 'copy.csv'], { cwd })
    expect(code).toBe(0)
    expect(stderr).toContain('copy.csv: the same 457 deals as in opportunities.csv, and each is counted once')
  })
})

describe('more deals than fit into memory', () => {
  it('are refused, with how much they need and what to do', async () => {
    const { code, stdout, stderr } = await run(REVIEW, { cwd, heapLimit: 2 ** 20 })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(
      /^pipeline-coach: \d+ deals need about \d\.\d GB of memory, and Node gives this program 0\.0 GB\n/,
    )
    expect(stderr).toContain('NODE_OPTIONS=--max-old-space-size=')
  })

  it('those that fit are reviewed', async () => {
    expect((await run(REVIEW, { cwd, heapLimit: 2 ** 30 })).code).toBe(0)
  })
})
