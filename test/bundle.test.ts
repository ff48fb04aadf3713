import { execFileSync } from 'node:child_process'
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
  expect(run(...args)).toContain('Pipeline review')
})
