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
  expect(stdout).toMatch(/1 rep · 1 open deal ·/)
})
