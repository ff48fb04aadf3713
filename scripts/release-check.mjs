// What must be true before a version is tagged: the version has its section in the changelog, no other commit has its tag,
// nothing is uncommitted, and all that CI runs passes.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file) => readFileSync(path.join(root, file), 'utf8')
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()

const { version } = JSON.parse(read('package.json'))
const tag = `v${version}`
const wrong = []

if (!new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'mu').test(read('CHANGELOG.md')))
  wrong.push(`CHANGELOG.md has no section “## ${version}”`)
if (JSON.parse(read('package-lock.json')).version !== version)
  wrong.push('package-lock.json has another version: run npm install')
if (git('status', '--porcelain') !== '') wrong.push('there are changes that are not committed')
if (git('tag', '--list', tag) !== '' && git('rev-parse', `${tag}^{commit}`) !== git('rev-parse', 'HEAD'))
  wrong.push(`${tag} is another commit: raise the version in package.json`)

if (wrong.length === 0) {
  const { status } = spawnSync('bash', ['.ci/run'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) wrong.push('.ci/run failed')
}

for (const what of wrong) process.stderr.write(`release-check: ${what}\n`)
if (wrong.length > 0) process.exitCode = 1
else process.stdout.write(`release-check: ${tag} is ready: git tag ${tag}\n`)
