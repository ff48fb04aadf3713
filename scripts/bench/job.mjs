// One measured job in a process of its own: prints its seconds, CPU seconds and peak memory as JSON.
//   job.mjs bare BUNDLE FILE…     csv-parse alone: arrays, one thread, 256 KiB buffers
//   job.mjs ingest BUNDLE FILE…   the whole of readExports, which the bundle holds
import { createReadStream } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse'

const [job, bundle, ...files] = process.argv.slice(2)

async function bare() {
  let rows = 0
  for (const file of files) {
    const parser = createReadStream(file, { highWaterMark: 256 * 1024 }).pipe(
      parse({ record_delimiter: ['\r\n', '\n', '\r'], relax_quotes: true, relax_column_count: true }),
    )
    parser.on('data', () => rows++)
    await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject))
  }
  return { rows }
}

/** Loaded before the clock runs, as csv-parse is. */
const { readExports, fileSource } = job === 'ingest' ? await import(pathToFileURL(bundle).href) : {}

async function ingest() {
  const sources = await Promise.all(files.map((file) => fileSource(file)))
  const exports = await readExports(
    sources.map((source) => ({ source, fromFolder: false })),
    { columns: {}, zone: undefined, dateOrder: undefined, decimal: undefined, today: 20_778 },
  )
  return { rows: exports.deals.length + exports.activities.length, exports }
}

/** Bytes still in use, the exports among them. Measured after the time, which is not to count this collection. */
function keptBy(exports) {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return exports.deals.length === 0 ? 0 : heapUsed + arrayBuffers - before
}

globalThis.gc?.()
const { heapUsed, arrayBuffers } = process.memoryUsage()
const before = heapUsed + arrayBuffers
const cpu = process.cpuUsage()
const start = process.hrtime.bigint()
const { rows, exports } = await (job === 'bare' ? bare() : ingest())
const seconds = Number(process.hrtime.bigint() - start) / 1e9
const { user, system } = process.cpuUsage(cpu)
const kept = exports === undefined ? null : keptBy(exports)
const peak = process.resourceUsage().maxRSS * 1024
process.stdout.write(`${JSON.stringify({ rows, seconds, cpu: (user + system) / 1e6, peak, kept })}\n`)
