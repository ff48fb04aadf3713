import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { run } from './support/run.ts'

const DEALS = 'Deal,Owner,Stage,Amount,Created\nAcme,Ann,Proposal,100,2026-11-18\n'

it.each([
  ['beside its folder', ['deals/a.csv', 'deals']],
  ['twice', ['deals/a.csv', './deals/a.csv']],
  ['by a link', ['deals/a.csv', 'link.csv']],
  ['with its kind too', ['deals', '--opportunities', 'deals/a.csv']],
])('a file that is named %s is read once', async (_, args) => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  mkdirSync(path.join(cwd, 'deals'))
  writeFileSync(path.join(cwd, 'deals', 'a.csv'), DEALS)
  symlinkSync('deals/a.csv', path.join(cwd, 'link.csv'))
  const { stdout, stderr } = await run([...args, '--as-of', '2026-11-20', '--no-config'], { cwd })
  expect(stderr).toBe('')
  expect(stdout).toMatch(/1 rep · 1 open deal\b/)
})

it.each([
  ['below a file', 'a.csv/b', 'a part of it is a file'],
  ['longer than a path can be', 'x'.repeat(5000), 'longer than a path can be'],
  ['by links that go round in a circle', 'round', 'go round in a circle'],
])('a path %s is no bug', async (_, given, hint) => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  writeFileSync(path.join(cwd, 'a.csv'), DEALS)
  symlinkSync('round', path.join(cwd, 'round'))
  for (const args of [[given], ['a.csv', '--previous', given]]) {
    const { code, stderr } = await run([...args, '--as-of', '2026-11-20', '--no-config'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('there is no such file')
    expect(stderr).toContain(hint)
  }
})

it.each([
  ['a letter too few', 'oportunities.csv', 'did you mean “opportunities.csv”?'],
  ['no ending', 'opportunities', 'did you mean “opportunities.csv”?'],
  ['another ending', 'opportunities.xlsx', 'did you mean “opportunities.csv”?'],
  ['a folder with a typing error', 'exprots', 'did you mean “exports/”?'],
  ['a file in such a folder', 'exprots/opportunities.csv', 'did you mean “exports/opportunities.csv”?'],
  ['another word altogether', 'xyz.csv', /the folder \S+ holds opportunities\.csv/],
  ['a folder that is not there', 'nowhere/at/all.csv', /there is no folder “\S+nowhere”/],
])('a path with %s: what was probably meant', async (_, given, hint) => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  mkdirSync(path.join(cwd, 'exports'))
  writeFileSync(path.join(cwd, 'opportunities.csv'), DEALS)
  writeFileSync(path.join(cwd, 'exports', 'opportunities.csv'), DEALS)
  const { code, stderr } = await run([given, '--no-config'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain(`${given}: there is no such file`)
  if (typeof hint === 'string') expect(stderr).toContain(hint)
  else expect(stderr).toMatch(hint)
})

it('a folder of folders: which there are, and how two weeks are compared', async () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  for (const week of ['11-13', '11-20', '.hidden']) {
    mkdirSync(path.join(cwd, 'weeks', week), { recursive: true })
    writeFileSync(path.join(cwd, 'weeks', week, 'deals.csv'), DEALS)
  }
  const { code, stderr } = await run(['weeks', '--no-config'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('no CSV files in this folder, only in folders below it: weeks/11-13, weeks/11-20\n')
  expect(stderr).toContain('pipeline-coach weeks/11-20 --previous weeks/11-13')
  writeFileSync(path.join(cwd, 'weeks', 'deals.csv'), DEALS)
  const beside = await run(['weeks', '--no-config', '--as-of', '2026-11-20'], { cwd })
  expect(beside.code).toBe(0)
  expect(beside.stderr).toBe(
    'pipeline-coach: weeks: folders in it are not read: weeks/11-13, weeks/11-20. To read one, name it too\n',
  )
})

it('--reps with the name of a rep says which flag was meant', async () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  writeFileSync(path.join(cwd, 'a.csv'), DEALS)
  const { code, stderr } = await run(['a.csv', '--reps', 'Ann', '--no-config'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('for the page of one rep: --rep "Ann"')
})

const isUnseen = process.getuid?.() === 0 || process.platform === 'win32'

it.skipIf(isUnseen)('a folder that may not be read is no bug, nor is what lies in it', async () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  mkdirSync(path.join(cwd, 'deals'), { mode: 0 })
  expect(await run(['deals'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('deals: you may not look into this folder'),
  })
  expect(await run(['deals/a.csv'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('you may not read this file'),
  })
})
