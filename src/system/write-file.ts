import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { open, readdir, readlink, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { describeFileError } from './file-error.ts'
import { isPlantedLink } from './ownership.ts'
import { inPieces, type Written } from './pieces.ts'
import { undoneOnSignal } from './interruption.ts'
import { Problem } from './problem.ts'

/** How the names of files start that a killed run leaves behind. */
export const TEMPORARY = '.pipeline-coach-'

/**
 * Writes a file whole or not at all: into a new file beside it, checked and flushed, then renamed over it. What was
 * there before is intact after any failure. A target that is no ordinary file (a pipe, a device) is written directly.
 *
 * @throws Problem (74) when it cannot be written.
 */
export async function writeFileWhole(file: string, text: Written, cwd: string, what = 'report'): Promise<void> {
  const wanted = path.resolve(cwd, file)
  try {
    if (isPlantedLink(wanted)) throw new Error('it is a link that another user made')
    const target = await realTarget(wanted)
    const existing = await stat(target).catch(() => undefined)
    if (existing?.isDirectory() === true) throw new Error('it is a folder')
    if (existing !== undefined && !existing.isFile()) await writeInto(target, text)
    else await replaceFile(target, text, existing?.mode)
  } catch (error) {
    throw unwritten(error, file, what)
  }
}

/**
 * Writes a file that only the user may read, whole or not at all. A link in its place is replaced and not followed.
 *
 * @throws Problem (74) when it cannot be written.
 */
export async function writePrivateFile(file: string, text: Written): Promise<void> {
  try {
    await replaceFile(file, text, 0o600)
  } catch (error) {
    throw unwritten(error, file, 'page')
  }
}

function unwritten(error: unknown, file: string, what: string): Problem {
  const folder = path.dirname(file)
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(folder)
  return new Problem(`the ${what} could not be written: ${describeFileError(error)}`, {
    where: { file },
    hint: isMissing
      ? `make the folder “${folder}” first, or write somewhere else`
      : 'what was there before is unchanged; check the path, its permissions and the free space',
    exitCode: 74,
  })
}

/** Where a link leads, even to a file that is not there yet. */
async function realTarget(wanted: string): Promise<string> {
  const found = await realpath(wanted).catch(() => undefined)
  if (found !== undefined) return found
  const link = await readlink(wanted).catch(() => undefined)
  return link === undefined ? wanted : path.resolve(path.dirname(wanted), link)
}

async function writeInto(target: string, text: Written): Promise<void> {
  const handle = await open(target, 'w')
  try {
    await writeAll(handle, text)
  } finally {
    await handle.close()
  }
}

/**
 * Puts a new file in the place of the old one, or of none, in one step: a kill at any moment leaves the one or the other.
 *
 * @param mode of the new file; undefined: what the system gives.
 */
export async function replaceFile(target: string, text: Written, mode: number | undefined): Promise<void> {
  const folder = path.dirname(target)
  // Loaded here: most reports go to the terminal, and it is a twentieth of a start.
  const { randomBytes } = await import('node:crypto')
  const fresh = path.join(folder, `${TEMPORARY}${randomBytes(6).toString('hex')}.tmp`)
  await sweep(folder)
  await undoneOnSignal(
    () => rmSync(fresh, { force: true }),
    () => writeAndRename(fresh, target, text, mode),
  )
  await syncFolder(folder)
}

async function writeAndRename(fresh: string, target: string, text: Written, mode: number | undefined): Promise<void> {
  // Made at once and not in the background, where it could come to be after a signal has ended the program.
  closeSync(openSync(fresh, 'wx', (mode ?? 0o666) | OWNER_WRITES))
  try {
    const handle = await open(fresh, 'r+')
    try {
      // The mode given on opening is cut by the umask.
      if (mode !== undefined) await handle.chmod(mode)
      await writeAll(handle, text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(fresh, target)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
}

const OWNER_WRITES = 0o200

/** What a run that was killed outright, or a power cut, left behind; nothing takes an hour to write. */
const LEFTOVER = /^\.pipeline-coach-[0-9a-f]{12}\.tmp$/
const LEFT_MS = 3_600_000

/** Removes such leftovers. One that cannot be removed is in nobody's way. */
async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((candidate) => LEFTOVER.test(candidate))) {
    const left = path.join(folder, name)
    const found = await stat(left).catch(() => undefined)
    if (found !== undefined && Date.now() - found.mtimeMs > LEFT_MS)
      await rm(left, { force: true }).catch(() => undefined)
  }
}

/** A short write is an error that the system reports only in its count. */
export async function writeAll(handle: FileHandle, text: Written): Promise<void> {
  for (const piece of inPieces(text)) {
    const bytes = Buffer.from(piece)
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, at)
      if (bytesWritten === 0) throw new Error('nothing more could be written')
      at += bytesWritten
    }
  }
}

/** Without this a power cut can undo the rename. Not every system lets a folder be opened. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
