import type { Exports } from '../../src/records/exports.ts'
import { readExports, type ReadOptions } from '../../src/ingest/read-exports.ts'
import { streamSource } from '../../src/ingest/bytes/source.ts'
import { parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { inChunks } from './reading.ts'

/** What a review on 20 November 2026 reads of these files, each given by its lines. */
export async function exportsOf(
  files: Readonly<Record<string, readonly string[] | Buffer>>,
  options: Partial<ReadOptions> = {},
): Promise<Exports> {
  const exports = await Promise.all(
    Object.entries(files).map(async ([name, lines]) => ({
      source: await streamSource(name, inChunks(Buffer.isBuffer(lines) ? lines : `${lines.join('\n')}\n`)),
      fromFolder: false,
    })),
  )
  const today = parseIsoDate('2026-11-20') as PlainDate
  return readExports(exports, { columns: {}, zone: 'UTC', dateOrder: undefined, decimal: undefined, today, ...options })
}
