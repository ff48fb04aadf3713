// npm run bench: reads 200,000 opportunities and 1,000,000 activities, beside csv-parse's own bare parse of the same
// bytes, times the program's start beside a bare Node, and measures whole reviews of several shapes. Timings on a shared
// machine are noisy: each pair is run in turns, and ratios count: of the best runs, and for starts, which are short, of
// the medians too.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'
import { writeActivities, writeOpportunities } from './generate.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const bin = path.join(here, '../../bin/pipeline-coach.js')
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const scale = Number(process.env.BENCH_SCALE ?? 1)
const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-bench-'))

/** Reading by itself. Not an entry of the program's own build: the shared parts would cost it files at every start. */
const bundle = path.join(folder, 'ingest.mjs')

function job(name, files) {
  const run = spawnSync(process.execPath, ['--expose-gc', path.join(here, 'job.mjs'), name, bundle, ...files], {
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

const best = (runs, by) => runs.reduce((a, b) => (b[by] < a[by] ? b : a))
const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`

function compare(what, files, objects) {
  const bytes = files.reduce((total, file) => total + statSync(file).size, 0)
  const bare = []
  const ours = []
  for (let round = 0; round < rounds; round++) {
    bare.push(job('bare', files))
    ours.push(job('ingest', files))
  }
  const [b, o] = [best(bare, 'cpu'), best(ours, 'cpu')]
  process.stdout.write(
    `${what}, ${mb(bytes)}\n` +
      `  csv-parse bare   ${b.cpu.toFixed(2)} s   ${(bytes / 1e6 / b.cpu).toFixed(0)} MB/s   peak ${mb(b.peak)}\n` +
      `  whole ingest     ${o.cpu.toFixed(2)} s   ${(bytes / 1e6 / o.cpu).toFixed(0)} MB/s   peak ${mb(o.peak)}   ` +
      `${(o.kept / objects).toFixed(0)} bytes kept a row\n` +
      `  ratio ${(o.cpu / b.cpu).toFixed(2)} (CPU seconds, best of ${rounds})\n`,
  )
}

function start(what, args) {
  const begin = process.hrtime.bigint()
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder })
  if (run.status !== 0) throw new Error(`${what}: ${run.stderr}`)
  return Number(process.hrtime.bigint() - begin) / 1e6
}

function startTimes(review) {
  const jobs = [
    ['node -e 0', ['-e', '0']],
    ['--help', [bin, '--help']],
    ['a review of 500 deals', [bin, review, '--as-of', '2026-11-20', '--no-config']],
  ]
  const times = jobs.map(() => [])
  for (let round = 0; round < rounds * 5; round++) jobs.forEach(([what, args], at) => times[at].push(start(what, args)))
  const sorted = times.map((list) => list.toSorted((a, b) => a - b))
  const of = (at, share) => sorted[at][Math.floor(share * (rounds * 5 - 1))]
  const column = (at, share) => `${of(at, share).toFixed(0)} ms ${(of(at, share) / of(0, share)).toFixed(2)} × node`
  jobs.forEach(([what], at) =>
    process.stdout.write(`${what.padEnd(22)} fastest ${column(at, 0)}   median ${column(at, 0.5)}\n`),
  )
}

/** Whole reviews: what grows faster than the file shows beside one with a tenth of the reps, or of the deals. */
async function reviews(rows) {
  const file = path.join(folder, 'review.csv')
  const shapes = [
    ['three quarters open', rows, 400, 0.75, 'text'],
    ['a tenth of the deals', rows / 10, 40, 0.75, 'text'],
    ['ten times the reps', rows, 4000, 0.75, 'text'],
    ['one in twenty open', rows, 400, 0.05, 'text'],
    ['as JSON', rows, 400, 0.75, 'json'],
  ]
  for (const [what, count, reps, openShare, format] of shapes) {
    await writeOpportunities(file, count, reps, openShare)
    const runs = Array.from({ length: rounds }, () => measured(file, format))
    const { cpu, peak } = runs.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(rounds / 2)]
    const size = `${count} deals, ${reps} reps`
    process.stdout.write(
      `review, ${what.padEnd(22)} ${size.padEnd(26)} ${cpu.toFixed(1)} s CPU   peak ${mb(peak)} (median)\n`,
    )
  }
}

/** The report goes nowhere: a large one is longer than what a pipe's reader would hold. */
function measured(file, format) {
  const cost = path.join(folder, 'cost.json')
  const args = ['--require', path.join(here, 'cost.cjs'), bin, file]
  const run = spawnSync(process.execPath, [...args, '--as-of', '2026-11-20', '--no-config', '--format', format], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, BENCH_COST: cost },
  })
  if (run.status !== 0) throw new Error(`a review as ${format} ended with ${run.status ?? run.signal}`)
  return JSON.parse(readFileSync(cost, 'utf8'))
}

try {
  await build({
    cwd: path.join(here, '../..'),
    input: path.join(here, 'ingest.ts'),
    platform: 'node',
    logLevel: 'warn',
    output: { file: bundle, format: 'esm', codeSplitting: false },
  })
  const [deals, activities] = [Math.round(200_000 * scale), Math.round(1_000_000 * scale)]
  const files = ['opportunities.csv', 'activities.csv', 'small.csv'].map((name) => path.join(folder, name))
  await writeOpportunities(files[0], deals)
  await writeActivities(files[1], activities, deals)
  await writeOpportunities(files[2], 500, 10)
  writeFileSync(path.join(folder, 'README'), '')
  compare(`${deals} opportunities`, [files[0]], deals)
  compare(`${activities} activities beside 500 opportunities`, [files[1], files[2]], activities)
  startTimes(files[2])
  await reviews(deals)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
