// Makes a clone ready to run: installs what is missing and compiles what has changed. Quick when there is
// nothing to do. Everything it says goes to standard error, so that `npm run demo` can be piped.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'

const root = fileURLToPath(new URL('..', import.meta.url))
const installed = path.join(root, 'node_modules', '.pipeline-coach-lock')
const built = path.join(root, 'dist', '.pipeline-coach-sources')

function hash(files) {
  const sum = createHash('sha256')
  for (const file of files)
    sum
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return sum.digest('hex')
}

function sources() {
  const found = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'scripts/build.mjs',
    'scripts/compile.mjs',
    'bin/load.js',
  ]
  for (const folder of ['src', 'rules'])
    for (const entry of readdirSync(path.join(root, folder), { recursive: true }))
      if (entry.endsWith('.ts')) found.push(path.join(folder, entry))
  return found.sort()
}

function isMarked(marker, value) {
  return existsSync(marker) && readFileSync(marker, 'utf8') === value
}

function step(what, command, args) {
  process.stderr.write(`pipeline-coach: ${what} …\n`)
  const run = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (run.status !== 0) {
    process.stderr.write(`pipeline-coach: ${command} ${args.join(' ')} failed\n`)
    process.exit(1)
  }
}

const lock = hash(['package-lock.json', '.npmrc'])
if (!isMarked(installed, lock)) {
  // Errors only, and no package's own script: what npm says of those would look like a failure to whoever tries this.
  const quietly = ['--no-fund', '--no-audit', '--loglevel=error', '--ignore-scripts']
  step('installing what it needs, once (about half a minute)', 'npm', ['ci', ...quietly])
  writeFileSync(installed, lock)
}
// Another Node compiles anew.
const code = `${hash(sources())} ${process.version}`
if (!isMarked(built, code)) {
  step('building', process.execPath, [path.join('scripts', 'build.mjs')])
  writeFileSync(built, code)
}
