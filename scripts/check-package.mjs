// The package as a user gets it: what is in it, what publint and arethetypeswrong say of it, and whether it runs from
// any folder once it is installed. Needs the registry, and some time: CI calls it, `npm test` does not.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const PUBLINT = 'publint@0.3.25'
const TYPES = '@arethetypeswrong/cli@0.18.5'

/** Everything that may be in the package. */
const WANTED = [
  /^package\.json$/,
  /^(README\.md|LICENSE)$/,
  /^bin\/(package\.json|(load|pipeline-coach)\.js)$/,
  /^dist\/(main|chunks\/[\w.-]+)\.cjs$/,
  /^docs\/(?:[\w/-]+\.md|page\.png)$/,
  /^fixtures\/sample-team\/(README\.md|reps\.csv|week-[12]\/[\w-]+\.csv)$/,
  /^man\/pipeline-coach\.1$/,
  /^schema\/[\w.]+\.json$/,
]
const NEEDED = [
  'bin/package.json',
  'dist/main.cjs',
  'docs/config.md',
  'man/pipeline-coach.1',
  'schema/agenda.v1.json',
  'schema/config.v1.json',
]

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-package-'))

function run(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    ...options,
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return stdout
}

function same(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what} differs: ${actual.slice(0, 300)}`)
}

function checkContents(files) {
  const surplus = files.filter((file) => !WANTED.some((pattern) => pattern.test(file)))
  const missing = NEEDED.filter((file) => !files.includes(file))
  if (surplus.length > 0) throw new Error(`not for a user: ${surplus.join(', ')}`)
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`)
}

/** By npx from the tarball, in an empty folder and with an empty cache, as whoever was sent the file does. */
function checkNpx(tarball) {
  const cwd = path.join(folder, 'empty')
  mkdirSync(cwd)
  const env = { ...process.env, npm_config_cache: path.join(folder, 'cache') }
  const npx = (...args) => run('npx', ['--yes', '--package', tarball, 'pipeline-coach', ...args], { cwd, env })
  const sample = path.join(root, 'fixtures', 'sample-team', 'week-2')
  for (const args of [['demo'], [sample, '--as-of', '2026-11-20', '--no-config']])
    same(`npx ${args[0]}`, npx(...args), run(process.execPath, [path.join(root, 'bin', 'pipeline-coach.js'), ...args]))
  npx('init', sample, '--yes')
  if (!existsSync(path.join(cwd, 'pipeline-coach.yaml'))) throw new Error('npx … init wrote no config')
}

/** Installed from the tarball, and run from a folder that has nothing to do with the clone. */
function checkInstalled(tarball) {
  const prefix = path.join(folder, 'prefix')
  const elsewhere = path.join(folder, 'another folder')
  mkdirSync(elsewhere)
  run('npm', ['install', '--global', '--prefix', prefix, '--prefer-offline', '--no-audit', '--no-fund', tarball])
  const program = path.join(prefix, process.platform === 'win32' ? '' : 'bin', 'pipeline-coach')
  const own = path.join(root, 'bin', 'pipeline-coach.js')
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  same('--version', run(program, ['--version'], { cwd: elsewhere }).trim(), version)
  for (const args of [['demo'], ['demo', '--width', '100', '--ascii'], ['rules'], ['completion', 'bash']])
    same(
      args.join(' '),
      run(program, args, { cwd: elsewhere }),
      run(process.execPath, [own, ...args], { cwd: elsewhere }),
    )
  // npm links manual pages only from a list: of a single string it takes no notice.
  if (process.platform !== 'win32')
    same(
      'man/man1',
      readFileSync(path.join(prefix, 'share', 'man', 'man1', 'pipeline-coach.1'), 'utf8'),
      readFileSync(path.join(root, 'man', 'pipeline-coach.1'), 'utf8'),
    )
  run(program, ['demo', '-o', 'agenda.txt'], { cwd: elsewhere })
  same('what is written', readdirSync(elsewhere).join(), 'agenda.txt')
}

try {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder]))
  checkContents(packed.files.map((file) => file.path))
  const tarball = path.join(folder, packed.filename)
  run('npx', ['--yes', PUBLINT, tarball, '--strict'])
  run('npx', ['--yes', TYPES, tarball])
  checkInstalled(tarball)
  checkNpx(tarball)
  const size = (packed.size / 1e6).toFixed(1)
  process.stdout.write(`The package is as it should be: ${packed.files.length} files, ${size} MB packed.\n`)
} catch (error) {
  process.stderr.write(`The package is not as it should be: ${error.message}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
