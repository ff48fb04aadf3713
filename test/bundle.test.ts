import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from './support/run.ts'

// The other tests run the sources. What `dist/` holds can differ from them in one way: how a dependency that is
// CommonJS hands over what it exports.

it('the program as it is built reads a config', () => {
  const file = path.join(projectFolder, 'fixtures/hubspot/deals.csv')
  const args = [file, '--set', 'cadence=weekly', '--as-of', '2026-11-20', '--no-config']
  const report = execFileSync('node', [path.join(projectFolder, 'bin/pipeline-coach.js'), ...args], {
    encoding: 'utf8',
  })
  expect(report).toContain('Pipeline review')
})
