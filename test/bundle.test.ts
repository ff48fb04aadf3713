import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from './support/run.ts'

// The other tests run the sources. What `dist/` holds can differ from them in how a dependency that is CommonJS hands
// over what it exports, and in what the build leaves out.

const run = (...args: readonly string[]) =>
  execFileSync('node', [path.join(projectFolder, 'bin/pipeline-coach.js'), ...args], { encoding: 'utf8' })

it('the program as it is built shows its help', () => {
  expect(run('--help')).toContain('Usage: pipeline-coach')
  expect(run('help', 'review')).toContain('--as-of')
})

it('the program as it is built reads a config', () => {
  const file = path.join(projectFolder, 'fixtures/hubspot/deals.csv')
  const args = [file, '--set', 'cadence=weekly', '--as-of', '2026-11-20', '--no-config']
  expect(run(...args)).toContain('PIPELINE REVIEW')
})

it('and loads a rule of one’s own, which is a module', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'pipeline-coach-')), 'rule.mjs')
  writeFileSync(
    file,
    `export default { id: 'acme/any', title: 'Any', why: 'All. Of it.', scopes: ['deal'],
    check: () => ({ severity: 'low', evidence: {} }), say: () => ({ problem: 'is there', asks: ['Why?'] }),
    examples: [{ kind: 'hit', title: 'a deal', deals: [{}], says: { severity: 'low' } }] }`,
  )
  expect(run('rules', 'check', file)).toContain('all as they should be')
})

it.each([0, 0x55, 0xff])('and runs nothing of which a failing disk has lost a sector, read as %i', (read) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(path.join(projectFolder, part), path.join(folder, part), { recursive: true })
  const chunks = path.join(folder, 'dist/chunks')
  const compiled = readdirSync(chunks).filter((file) => file.includes(process.version))
  expect(compiled.length).toBeGreaterThan(1)
  for (const file of compiled) {
    const bytes = readFileSync(path.join(chunks, file))
    const sector = Math.floor(bytes.length / 2 / 512) * 512
    bytes.fill(read, sector, sector + 512)
    writeFileSync(path.join(chunks, file), bytes)
  }
  const said = execFileSync('node', [path.join(folder, 'bin/pipeline-coach.js'), '--help'], { encoding: 'utf8' })
  expect(said).toContain('Usage: pipeline-coach')
})
