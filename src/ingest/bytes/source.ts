import {
  accessSync,
  constants,
  createReadStream,
  readdirSync,
  readFileSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs'
import { extname } from 'node:path'
import { pathHint } from '../../language/near-path.ts'
import { Problem } from '../../system/problem.ts'

/** Bytes asked for at a time. Larger ones parse no faster and only raise the peak. */
const CHUNK_BYTES = 256 * 1024

/**
 * A place bytes come from. It is read more than once (encoding, dialect, rows), so what cannot be opened twice, such
 * as standard input, is spooled in memory.
 */
export interface Source {
  /** What the user calls it: a path, or `-`. */
  readonly name: string
  /** When the file was last written; undefined for a stream. */
  readonly modified: Date | undefined
  open(): AsyncIterable<Buffer>
}

/** A file on disk. A pipe with a path (`<(zcat deals.csv.gz)`) is spooled. */
export async function fileSource(path: string, name: string = path): Promise<Source> {
  try {
    const found = statSync(path)
    if (found.isDirectory()) {
      throw new Problem('this is a folder, not a file', {
        where: { file: name },
        hint: 'name the CSV file in it',
      })
    }
    if (found.isCharacterDevice() || found.isBlockDevice()) throw notAFile(name)
    accessSync(path, constants.R_OK)
    if (!found.isFile()) return await streamSource(name, createReadStream(path))
    return {
      name,
      modified: found.mtime,
      open: found.size > CHUNK_BYTES ? () => chunksOfFile(path, name, found) : readOnce(path, name),
    }
  } catch (error) {
    throw isMissing(error) ? noSuchFile(name, path) : readingProblem(error, name)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** A path that leads nowhere, with what was probably meant. */
export function noSuchFile(name: string, full: string, hint = pathHint(name, full)): Problem {
  const what = extname(name) === '' ? 'there is no such file or folder' : 'there is no such file'
  return new Problem(what, { where: { file: name }, hint })
}

/**
 * What lies in a folder; undefined where the path leads to none.
 *
 * @throws Problem where one may not look.
 */
export function entriesOf(path: string, name: string): readonly Dirent[] | undefined {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined
  } catch (error) {
    throw readingProblem(error, name)
  }
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    throw new Problem('you may not look into this folder', {
      where: { file: name },
      hint: 'ask for permission to read it, or name a folder of your own',
    })
  }
}

/** Everything a stream has to give, kept as the chunks it came in. */
export async function streamSource(name: string, stream: AsyncIterable<Buffer | string>): Promise<Source> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return { name, modified: undefined, open: () => chunksInMemory(chunks) }
}

async function* chunksInMemory(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks
}

/** @param found the file when it was opened first: it is read more than once, and has to stay the same. */
async function* chunksOfFile(path: string, name: string, found: Stats): AsyncGenerator<Buffer> {
  let now: Stats | undefined
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>
    now = statSync(path)
  } catch (error) {
    throw readingProblem(error, name)
  }
  if (now.size === found.size && now.mtimeMs === found.mtimeMs && now.ino === found.ino) return
  throw new Problem('this file changed while it was read', {
    where: { file: name },
    hint: 'wait until the export is complete, then run the command again',
  })
}

/** A device such as /dev/zero has no end. */
function notAFile(name: string): Problem {
  return new Problem('this is a device, not a file', { where: { file: name }, hint: 'name a CSV file' })
}

/**
 * A file of one chunk is kept when first read: opening it again for each look at it takes longer than the looks do. Read
 * at once, for there is nothing to do meanwhile, and Node's promises for files are a tenth of a start.
 */
function readOnce(path: string, name: string): () => AsyncGenerator<Buffer> {
  let bytes: Buffer | undefined
  return async function* chunk() {
    try {
      bytes ??= readFileSync(path)
    } catch (error) {
      throw readingProblem(error, name)
    }
    yield bytes
  }
}

const READING_PROBLEMS: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOENT: ['this file is gone', 'it was there a moment ago: export it again'],
  ENOTDIR: ['there is no such file', 'check the path; a part of it is a file, not a folder'],
  ENAMETOOLONG: ['there is no such file', 'check the path; it is longer than a path can be'],
  ELOOP: ['there is no such file', 'the links on this path go round in a circle'],
  EACCES: ['you may not read this file', 'ask for permission to read it, or copy it to a folder of your own'],
  EPERM: ['you may not read this file', 'ask for permission to read it, or copy it to a folder of your own'],
  EISDIR: ['this is a folder, not a file', 'name the CSV file in it'],
  ENXIO: ['this is no file that can be read', 'name a CSV file'],
  ENODEV: ['this is no file that can be read', 'name a CSV file'],
  EBUSY: ['another program holds this file', 'close it there, then try again'],
  EIO: ['this file could not be read to its end', 'copy it to another disk, then try again'],
}

/** The user's problem behind an error of the file system; any other error as it is. */
function readingProblem(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const known = READING_PROBLEMS[error.code]
  return known === undefined ? error : new Problem(known[0], { where: { file: name }, hint: known[1] })
}
