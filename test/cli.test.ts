import { spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectFolder, run } from './support/run.ts'

// What a user meets who gets something wrong: one clear message, a hint, exit 2, never a stack.

const HEADER = 'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date\n'
const ROW = '006A,Alder,Rosa Kemp,Qualification,12000,2026-12-18,2026-11-17\n'
let cwd: string

beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  const files: Record<string, string | Buffer> = {
    'good.csv': HEADER + ROW,
    'empty.csv': '',
    'header.csv': HEADER,
    'unknown.csv': 'foo,bar\n1,2\n',
    'sheet.csv': Buffer.from('PK\u0003\u0004\u0014\u0000'),
    'two-owners.csv': 'Deal,Rep,Account Executive,Amount\nAlder,Rosa,Tom,5\n',
    'alike.csv': 'Deal,Owner,Owner,Amount\nAlder,Rosa,Tom,5\n',
    'ambiguous.csv': 'Deal,Rep,Created\nAlder,Rosa,3/11/2026\nBirch,Rosa,5/11/2026\n',
    'no-owner.csv': 'Id,Name,StageName,Amount,Whose\n006A,Alder,Prospecting,5,Rosa\n',
    'unknown-key.yaml': 'timezone: Europe/Madrid\nstagess:\n  order: [A]\n',
    'unknown-rule.yaml': 'rules:\n  stale-deals: off\n',
    'unknown-option.yaml': 'rules:\n  stale-deal: { dayz: 21 }\n',
    'wrong-value.yaml': 'rules:\n  stale-deal: { days: soon }\n',
    'not-yaml.yaml': 'stages: [A\nother: B\n',
    'not-a-map.yaml': '- one\n- two\n',
    'huge.yaml': `# ${'x'.repeat(300_000)}\n`,
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content)
})

async function refused(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(args, { cwd })
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).not.toMatch(/\bat .*[:(]\d+|node_modules|undefined/)
  expect(stderr.trimEnd().split('\n')).toHaveLength(2)
  return stderr
}

describe('what was given', () => {
  it.each([
    ['nothing', [], /no export was given/, /pipeline-coach demo/],
    ['a missing file', ['missing.csv'], /missing\.csv: .*no such file/, /check the path/],
    ['a command with a typing error', ['reveiw'], /reveiw: there is no such file or folder/, /did you mean “review”/],
    [
      'a command behind a command',
      ['review', 'demo'],
      /demo: there is no such file or folder/,
      /stands first: “pipeline-coach demo”/,
    ],
    ['standard input twice', ['-', '--previous', '-'], /standard input can be read only once/, /by its path/],
    ['standard input twice by name', ['-', '--reps', '-'], /standard input can be read only once/, /by its path/],
    ['an empty path', [''], /: an empty path was given$/, /variable .*"\$EXPORT"/],
    ['one to --previous', ['good.csv', '--previous', ''], /an empty path was given to --previous/, /variable/],
    ['one to --opportunities', ['--opportunities', ''], /an empty path was given to --opportunities/, /variable/],
    ['one to --config', ['good.csv', '--config', ''], /an empty path was given to --config/, /variable/],
    ['one to --history', ['good.csv', '--history', ''], /an empty path was given to --history/, /variable/],
    ['one to --output', ['good.csv', '-o', ''], /an empty path was given to --output/, /variable/],
    ['an empty file', ['empty.csv'], /empty\.csv: .*empty/, /export it again/],
    ['a header and nothing else', ['header.csv'], /header\.csv, line 1: a header and no rows/, /export it again/],
    ['a header that nobody knows', ['unknown.csv'], /unknown\.csv, line 1: .*“foo”, “bar”/, /--set columns\./],
    ['a spreadsheet renamed to .csv', ['sheet.csv'], /sheet\.csv: .*spreadsheet/, /save it as CSV/],
    ['two columns for one field', ['two-owners.csv'], /“Rep” and column 3 “Account Executive”/, /--set columns\.owner/],
    [
      'two columns of one name',
      ['alike.csv'],
      /column 2 “Owner” and column 3 “Owner”/,
      /takes the first; .* rename it/,
    ],
    [
      'dates that could be either way round',
      ['ambiguous.csv'],
      /column “Created”, “3\/11\/2026”: /,
      /--date-order dmy/,
    ],
  ])('%s', async (_, args, what, hint) => {
    const [first = '', second = ''] = (await refused(...args)).split('\n')
    expect(first).toMatch(what)
    expect(second).toMatch(hint)
  })

  it('two columns for one field, settled', async () => {
    const { code } = await run(['two-owners.csv', '--set', 'columns.owner=Rep'], { cwd })
    expect(code).toBe(0)
  })

  it('dates that could be either way round, settled', async () => {
    const { stdout } = await run(['ambiguous.csv', '--date-order', 'dmy', '--format', 'json'], { cwd })
    expect(JSON.parse(stdout).reps[0].measures.lastCreated).toBe('2026-11-05')
  })

  it('no owner column: everything is unassigned, with a warning and exit 0', async () => {
    const { code, stdout, stderr } = await run(['no-owner.csv'], { cwd })
    expect(code).toBe(0)
    expect(stderr).toMatch(/no owner column.*“Whose”.*--set columns\.owner/)
    expect(stdout).toContain('NO OWNER')
  })

  it('standard input, when asked for', async () => {
    const { code, stdout } = await run(['-', '--format', 'json'], { cwd, stdin: HEADER + ROW })
    expect(code).toBe(0)
    expect(JSON.parse(stdout).inputs[0]).toMatchObject({ file: 'standard input', rows: { read: 1, used: 1 } })
  })

  it.each([
    ['as what a flag says', ['--opportunities', '-']],
    ['as the last review’s export', ['good.csv', '--previous', '-']],
  ])('standard input, %s', async (_, args) => {
    const { code, stderr } = await run([...args, '--format', 'json'], { cwd, stdin: HEADER + ROW })
    expect([code, stderr]).toEqual([0, ''])
  })

  it('a folder as standard input is no empty file', () => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(projectFolder, 'bin/pipeline-coach.js'), '-'], {
      stdio: [openSync(cwd, 'r'), 'pipe', 'pipe'],
      encoding: 'utf8',
    })
    expect([status, stderr.split('\n')[0]]).toEqual([2, 'pipeline-coach: standard input: this is a folder, not a file'])
  })
})

describe('the config', () => {
  it.each([
    ['an unknown key', 'unknown-key.yaml', /unknown-key\.yaml, line 2: unknown key “stagess”/, /“stages”/],
    ['an unknown rule', 'unknown-rule.yaml', /unknown rule “rules.stale-deals”/, /“stale-deal”/],
    ['an unknown option', 'unknown-option.yaml', /unknown option “rules.stale-deal.dayz”/, /“days”/],
    ['a wrong value', 'wrong-value.yaml', /“"soon"”: rules.stale-deal.days/, /a number/],
    [
      'something that is not YAML',
      'not-yaml.yaml',
      /not-yaml\.yaml, line 1, “stages: \[A”: a \[ is opened and not closed/,
      /put a \]/,
    ],
    ['a list where keys should be', 'not-a-map.yaml', /not-a-map\.yaml/, /docs\/config\.md/],
    ['a file larger than any config', 'huge.yaml', /larger than 256 KB/, /a page of YAML/],
    ['a folder', '.', /the config cannot be read: it is a folder$/, /pipeline-coach\.yaml/],
    ['a file that is not there', 'nope.yaml', /nope\.yaml: there is no such config/, /check the path/],
  ])('%s', async (_, file, what, hint) => {
    const [first = '', second = ''] = (await refused('good.csv', '--config', file)).split('\n')
    expect(first).toMatch(what)
    expect(second).toMatch(hint)
  })

  it('is found in a parent of the working folder, and not with --no-config', async () => {
    const project = mkdtempSync(path.join(cwd, 'project-'))
    const below = mkdtempSync(path.join(project, 'exports-'))
    writeFileSync(path.join(project, 'pipeline-coach.yaml'), 'currency: GBP\n')
    const currency = async (...args: string[]) =>
      JSON.parse((await run([path.join(cwd, 'good.csv'), '--format', 'json', ...args], { cwd: below })).stdout).currency
    expect(await currency()).toBe('GBP')
    expect(await currency('--no-config')).toBeNull()
  })

  it('lies in the user’s config folder otherwise', async () => {
    const home = mkdtempSync(path.join(cwd, 'home-'))
    const { mkdirSync } = await import('node:fs')
    mkdirSync(path.join(home, 'pipeline-coach'))
    writeFileSync(path.join(home, 'pipeline-coach', 'pipeline-coach.yaml'), 'currency: CHF\n')
    const { stdout } = await run(['good.csv', '--format', 'json'], { cwd, env: { XDG_CONFIG_HOME: home } })
    expect(JSON.parse(stdout).currency).toBe('CHF')
  })
})

describe('flags', () => {
  it.each([
    ['an unknown one', ['good.csv', '--asof', '2026-11-20'], /unknown option '--asof'/, /did you mean --as-of/],
    [
      'a day that does not exist',
      ['good.csv', '--as-of', '2026-02-30'],
      /--as-of “2026-02-30” is not a day/,
      /such as today, fri/,
    ],
    [
      'a format there is not',
      ['good.csv', '--format', 'xml'],
      /it is one of text, markdown, html, eml, json/,
      /did you mean “eml”/,
    ],
    [
      'a day too far away',
      ['good.csv', '--as-of', '1800-01-01'],
      /--as-of “1800-01-01” is too far away/,
      /1970 to 2099/,
    ],
    ['a format by its ending', ['good.csv', '--format', 'md'], /--format cannot be “md”/, /did you mean “markdown”/],
    [
      'a format that the command has not',
      ['inspect', 'good.csv', '--format', 'md'],
      /cannot be “(?:md|x)”: it is one of/,
      /inspect --help/,
    ],
    [
      'one of a command below',
      ['commitments', 'list', '--format', 'x'],
      /cannot be “(?:md|x)”: it is one of/,
      /commitments list --help/,
    ],
    [
      'one of the default below',
      ['history', '--format', 'x'],
      /cannot be “(?:md|x)”: it is one of/,
      /“pipeline-coach history list --help”/,
    ],
    ['a command’s beginning', ['rules', 'expl'], /no command called “expl” below rules/, /did you mean “explain”/],
    ['help of what is not there', ['help', 'history', 'shw'], /no command called “shw” below history/, /“show”/],
    ['--to, and no mail', ['good.csv', '--to', 'kim@example.com'], /--to is for a mail/, /--format eml/],
    [
      '--attach, and no mail',
      ['good.csv', '--attach', 'html', '-o', 'x.html'],
      /--attach is for a mail/,
      /--format eml/,
    ],
    [
      '--from, and files that are no mails',
      ['good.csv', '--split-by', 'rep', '--output-dir', 'pages', '--from', 'a@example.com'],
      /--from is for a mail/,
      /--format eml/,
    ],
    ['a width that is no number', ['good.csv', '--width', 'wide'], /whole number from 40/, /--help/],
    ['a rep there is not', ['good.csv', '--rep', 'Rosa Kempe'], /no rep called “Rosa Kempe”/, /“Rosa Kemp”/],
    ['a time zone there is not', ['good.csv', '--timezone', 'Mars/Base'], /not a time zone/, /--help/],
    ['--set without a value', ['good.csv', '--set', 'currency'], /expected key=value/, /--set rules\./],
    ['a rule there is not', ['rules', 'explain', 'stale'], /no rule called “stale”/, /stale-deal/],
  ])('%s', async (_, args, what, hint) => {
    const [first = '', second = ''] = (await refused(...args)).split('\n')
    expect(first).toMatch(what)
    expect(second).toMatch(hint)
  })

  it('--fail-on is 1 from that severity on', async () => {
    const stale = `${HEADER.trim()},Last Activity\n${ROW.trim().replace('2026-11-17', '2026-10-01')},2026-11-01\n`
    const code = async (level: string) => (await run(['-', '--fail-on', level], { cwd, stdin: stale })).code
    expect(await code('medium')).toBe(1)
    expect(await code('high')).toBe(0)
    expect(await code('none')).toBe(0)
  })

  it('--version is the package’s', async () => {
    const { version } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'))
    expect((await run(['--version'])).stdout.trim()).toBe(version)
  })

  it('--help shows the commands and an example', async () => {
    const { code, stdout } = await run(['--help'])
    expect(code).toBe(0)
    for (const command of ['review', 'demo', 'inspect', 'rules']) expect(stdout).toContain(command)
    expect(stdout).toContain('pipeline-coach opportunities.csv')
  })

  it('help of a command below another', async () => {
    const { stdout } = await run(['help', 'commitments', 'add'])
    expect(stdout).toBe((await run(['commitments', 'add', '--help'])).stdout)
  })

  it('rules explain shows defaults and the values in force', async () => {
    const { stdout } = await run(['rules', 'explain', 'stale-deal', '--set', 'rules.stale-deal.days=21', '--no-config'])
    expect(stdout).toContain('days: 14, now 21')
    expect(stdout).toContain('silent for fourteen days to the day')
  })
})
