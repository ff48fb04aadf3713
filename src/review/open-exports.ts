import type { Config } from '../config/schema.ts'
import { entriesOf, fileSource, noSuchFile, type Source, streamSource } from '../ingest/bytes/source.ts'
import { type ExportFile, readExports, type ReadOptions } from '../ingest/read-exports.ts'
import { nearest } from '../language/suggestion.ts'
import type { Exports } from '../records/exports.ts'
import type { Kind } from '../records/fields.ts'
import type { Io } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { dateInZone, localDate, type PlainDate } from '../time/plain-date.ts'
import { COMMANDS } from './command-names.ts'
import { kindFlags, type ReadFlags, type ReviewFlags } from './flags.ts'
import { checkMemory } from './memory.ts'
import { Progress } from './progress.ts'
import { type Dirent, existsSync, fstatSync, readdirSync, realpathSync } from 'node:fs'

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
  const fullPath = (one: string) => realPath(path.resolve(io.cwd, one))
  // Each file once, however often it is named: beside its folder, by a link, by a flag that says what it is.
  const taken = new Set(flagged.map(({ one }) => fullPath(one)))
  // Last week's export in the folder of this week's is last week's only; compared with itself it is both.
  const before = (flags.previous ?? []).filter((one) => one !== STDIN).map(fullPath)
  const twice = paths.filter((one) => one !== STDIN && before.includes(fullPath(one)))
  if (twice.length < paths.length) for (const one of before) taken.add(one)
  const files: ExportFile[] = []
  const passedOver = twice.length < paths.length || paths.length === 0 ? [] : [sameAsPrevious(twice)]
  // A folder that is named, too, is read: as last week’s export, say.
  const isNamed = (folder: string) => given.some((one) => path.resolve(io.cwd, one) === path.resolve(io.cwd, folder))
  for (const one of paths) {
    const found = await filesAt(one, isNamed, io)
    if (found.passedOver !== undefined) passedOver.push(found.passedOver)
    for (const { full, ...file } of found.files) {
      if (full !== undefined && taken.has(realPath(full))) continue
      if (full !== undefined) taken.add(realPath(full))
      files.push(file)
    }
  }
  for (const { one, kind } of flagged)
    files.push({
      source: one === STDIN ? await standardInput(io) : await flaggedFile(one, kind, io),
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
    const exports = await readExports(watched, readOptions(flags, config, io))
    checkMemory(exports, io)
    return passedOver.length === 0 ? exports : { ...exports, warnings: [...passedOver, ...exports.warnings] }
  } finally {
    progress.end()
  }
}

function sameAsPrevious(paths: readonly string[]): string {
  return `${paths.join(', ')}: given as this week’s export and as last week’s, so that nothing can have changed. Name last week’s with --previous`
}

/** `--reps Dana` was to be `--rep Dana`. */
async function flaggedFile(given: string, kind: Kind, io: Io): Promise<Source> {
  const full = path.resolve(io.cwd, given)
  if (kind === 'reps' && !/[./\\]/u.test(given) && !existsSync(full))
    throw new Problem(`--reps names a file with the list of reps, and there is no file “${given}”`, {
      hint: `for the page of one rep: --rep "${given}"`,
    })
  return fileSource(full, given)
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

/** Files, and the folders beside them that were not looked into. */
interface FilesAt {
  readonly files: readonly Located[]
  readonly passedOver?: string
}

async function filesAt(given: string, isNamed: (folder: string) => boolean, io: Io): Promise<FilesAt> {
  if (given === STDIN) return { files: [{ source: await standardInput(io), kind: 'opportunities', fromFolder: false }] }
  const full = path.resolve(io.cwd, given)
  const entries = entriesOf(full, given)
  const isWord = entries === undefined && !given.includes('/') && path.extname(given) === '' && !existsSync(full)
  const command = isWord ? meantCommand(given, full) : undefined
  if (command !== undefined) throw command
  if (entries === undefined) return { files: [{ source: await fileSource(full, given), fromFolder: false, full }] }
  const names = entries.filter((entry) => !entry.isDirectory() && isExportName(entry.name))
  const below = foldersWithExports(entries, full, given).filter((folder) => !isNamed(folder))
  if (names.length === 0) throw noExportsIn(given, below)
  const sorted = names.map((entry) => entry.name).sort()
  const files = await Promise.all(
    sorted.map(async (name) => ({
      source: await fileSource(path.join(full, name), path.join(given, name)),
      fromFolder: true,
      full: path.join(full, name),
    })),
  )
  if (below.length === 0) return { files }
  return { files, passedOver: `${given}: folders in it are not read: ${named(below)}. To read one, name it too` }
}

/** The folders in a folder that hold exports themselves, as messages name them. Hidden ones, such as a history, are nobody's exports. */
function foldersWithExports(entries: readonly Dirent[], full: string, given: string): readonly string[] {
  const holdsExports = (name: string) => {
    try {
      return readdirSync(path.join(full, name)).some(isExportName)
    } catch {
      return false
    }
  }
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && holdsExports(entry.name))
    .map((entry) => path.join(given, entry.name))
    .sort()
}

const LISTED = 5

function named(folders: readonly string[]): string {
  const more = folders.length > LISTED ? ` and ${folders.length - LISTED} more` : ''
  return `${folders.slice(0, LISTED).join(', ')}${more}`
}

/** Of folders that are named by their weeks the last is the newest. */
function noExportsIn(given: string, below: readonly string[]): Problem {
  const where = { file: given }
  const [last, before] = [below.at(-1), below.at(-2)]
  if (last === undefined)
    return new Problem('no CSV files in this folder', {
      where,
      hint: 'name the exports, or the folder that holds them',
    })
  const previous = before === undefined ? '' : ` --previous ${before}`
  return new Problem(`no CSV files in this folder, only in folders below it: ${named(below)}`, {
    where,
    hint: `name the folder to read${before === undefined ? '' : ', and the one of the week before'}: “pipeline-coach ${last}${previous}”`,
  })
}

/** A word that is no file may be a command with a typing error, or one in the wrong place. Undefined where it is neither. */
function meantCommand(given: string, full: string): Problem | undefined {
  const meant = nearest(given, COMMANDS)
  if (meant === undefined) return undefined
  const first = `“${given}” is a command, and a command stands first: “pipeline-coach ${given}”`
  return noSuchFile(given, full, meant === given ? first : `did you mean “${meant}”?`)
}
