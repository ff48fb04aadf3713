import type { Config } from '../config/schema.ts'
import { entriesOf, fileSource, type Source, streamSource } from '../ingest/bytes/source.ts'
import { type ExportFile, readExports, type ReadOptions } from '../ingest/read-exports.ts'
import { nearest } from '../language/suggestion.ts'
import type { Exports } from '../records/exports.ts'
import type { Io } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { dateInZone, localDate, type PlainDate } from '../time/plain-date.ts'
import { COMMANDS } from './command-names.ts'
import { kindFlags, type ReadFlags, type ReviewFlags } from './flags.ts'
import { Progress } from './reading-progress.ts'
import { existsSync, fstatSync, realpathSync } from 'node:fs'

import path from 'node:path'

/** The day of the review: `--as-of`, else today in the review's zone. */
export function reviewDay(flags: ReadFlags, config: Config, io: Io): PlainDate {
  return flags.asOf ?? today(flags, config, io)
}

function today(flags: ReadFlags, config: Config, io: Io): PlainDate {
  const zone = flags.timezone ?? config.timezone
  return zone === undefined ? localDate(io.now()) : dateInZone(io.now(), zone)
}

/**
 * Reads what the command line names: files, folders, and `-` for standard input.
 *
 * @param flags where another export is read afterwards (`previous`), it has its share of standard input too.
 */
export async function openExports(
  paths: readonly string[],
  flags: ReadFlags & Partial<Pick<ReviewFlags, 'previous'>>,
  config: Config,
  io: Io,
): Promise<Exports> {
  const given = [...paths, ...kindFlags.flatMap(([flag]) => flags[flag]), ...(flags.previous ?? [])]
  if (given.filter((one) => one === STDIN).length > 1)
    throw new Problem('standard input can be read only once', { hint: 'name the other file by its path' })
  const flagged = kindFlags.flatMap(([flag, kind]) => flags[flag].map((one) => ({ one, kind })))
  // Each file once, however often it is named: beside its folder, by a link, by a flag that says what it is.
  const taken = new Set(flagged.map(({ one }) => realPath(path.resolve(io.cwd, one))))
  const files: ExportFile[] = []
  for (const one of paths)
    for (const { full, ...file } of await filesAt(one, io)) {
      if (full !== undefined && taken.has(realPath(full))) continue
      if (full !== undefined) taken.add(realPath(full))
      files.push(file)
    }
  for (const { one, kind } of flagged)
    files.push({
      source: one === STDIN ? await standardInput(io) : await fileSource(path.resolve(io.cwd, one), one),
      kind,
      fromFolder: false,
    })
  if (files.length === 0)
    throw new Problem('no export was given', {
      hint: 'try “pipeline-coach opportunities.csv”, or “pipeline-coach demo” to see it work',
    })
  const progress = new Progress(io, flags.quiet === true)
  try {
    const watched = files.map((file) => ({ ...file, source: progress.watch(file.source) }))
    return await readExports(watched, readOptions(flags, config, io))
  } finally {
    progress.end()
  }
}

function readOptions(flags: ReadFlags, config: Config, io: Io): ReadOptions {
  const now = today(flags, config, io)
  return {
    columns: config.columns ?? {},
    nonSelling: config.words?.nonSelling ?? [],
    zone: flags.timezone ?? config.timezone,
    dateOrder: flags.dateOrder ?? config.dateOrder,
    decimal: flags.decimal,
    // Nothing can have been created after the later of the two: an old --as-of says nothing about the file's dates.
    today: flags.asOf !== undefined && flags.asOf > now ? flags.asOf : now,
    encoding: flags.encoding,
    delimiter: flags.delimiter,
    headerRow: flags.headerRow,
  }
}

const STDIN = '-'

async function standardInput({ stdin }: Io): Promise<Source> {
  const name = 'standard input'
  // Node takes a folder for a stream that has ended.
  if (stdin.fd !== undefined && fstatSync(stdin.fd).isDirectory())
    throw new Problem('this is a folder, not a file', { where: { file: name }, hint: 'name the folder instead of “-”' })
  return streamSource(name, stdin)
}

/** Where links lead; what is not there says so when it is opened. */
export function realPath(full: string): string {
  try {
    return realpathSync(full)
  } catch {
    return full
  }
}

/** What is read of a folder. */
export function isExportName(name: string): boolean {
  return /\.(csv|tsv)$/i.test(name)
}

/** A file, and where it lies; what comes through a pipe lies nowhere. */
interface Located extends ExportFile {
  readonly full?: string
}

async function filesAt(given: string, io: Io): Promise<Located[]> {
  if (given === STDIN) return [{ source: await standardInput(io), kind: 'opportunities', fromFolder: false }]
  const full = path.resolve(io.cwd, given)
  const entries = entriesOf(full, given)
  if (entries === undefined && !given.includes('/') && path.extname(given) === '' && !existsSync(full))
    throw noSuchFile(given)
  if (entries === undefined) return [{ source: await fileSource(full, given), fromFolder: false, full }]
  const names = entries.filter((entry) => !entry.isDirectory() && isExportName(entry.name))
  if (names.length === 0)
    throw new Problem('no CSV files in this folder', {
      where: { file: given },
      hint: 'name the exports, or their folder',
    })
  const sorted = names.map((entry) => entry.name).sort()
  return Promise.all(
    sorted.map(async (name) => ({
      source: await fileSource(path.join(full, name), path.join(given, name)),
      fromFolder: true,
      full: path.join(full, name),
    })),
  )
}

/** A word that is no file may be a command with a typing error, or one in the wrong place. */
function noSuchFile(given: string): Problem {
  const meant = nearest(given, COMMANDS)
  const hint =
    meant === given
      ? `“${given}” is a command, and a command stands first: “pipeline-coach ${given}”`
      : meant === undefined
        ? 'check the path, or see “pipeline-coach --help” for the commands'
        : `did you mean “${meant}”?`
  return new Problem('no such file', { where: { file: given }, hint })
}
