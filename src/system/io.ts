import { fstatSync, writeSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { getHeapStatistics } from 'node:v8'
import { describeFileError } from './file-error.ts'
import { inPieces, type Written } from './pieces.ts'
import { Problem } from './problem.ts'

/** What the program is given from outside; tests give their own. */
export interface Io {
  readonly stdin: AsyncIterable<Buffer | string> & { isTTY?: boolean; readonly fd?: number }
  readonly stdout: Writable & { isTTY?: boolean; columns?: number; readonly fd?: number }
  readonly stderr: Writable & { isTTY?: boolean; columns?: number; rows?: number }
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** The only clock there is. */
  readonly now: () => Date
  /** Where signals arrive and the program can be ended; tests have none. */
  readonly signals?: Pick<NodeJS.Process, 'on' | 'off' | 'exit'>
  /** How many bytes Node gives the program for what it keeps; tests give none, or few. */
  readonly heapLimit?: number
}

/** Where the outcome of a command goes. */
export interface Take {
  code(code: number): void
  help(text: string): void
}

export function processIo(): Io {
  return {
    // Opened where it is read: a review of files does not.
    get stdin() {
      return process.stdin
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    signals: process,
    get heapLimit() {
      return getHeapStatistics().heap_size_limit
    },
  }
}

/** Text for a terminal: what came from outside, a file's name for one, may hold escapes, and none of them gets there. */
export function harmless(text: string): string {
  return text.replaceAll(/[^\P{C}\n]/gu, '·')
}

/**
 * Writes to standard output and waits until it is out. A reader that has gone away (`| head`) is a quiet end.
 *
 * @throws Problem (74) when it cannot be written, a full disk for one.
 */
export async function writeOut(stream: Io['stdout'], text: Written): Promise<void> {
  for (const piece of inPieces(text)) if (!(await writePiece(stream, piece))) return
}

/** @returns whether anybody still reads it. */
async function writePiece(stream: Io['stdout'], text: string): Promise<boolean> {
  try {
    if (isFile(stream)) writeToFile(stream.fd, text)
    else
      await new Promise<void>((resolve, reject) => {
        stream.once('error', reject)
        stream.write(text, (error) => {
          stream.off('error', reject)
          if (error) reject(error)
          else resolve()
        })
      })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return false
    throw new Problem(`standard output could not be written: ${describeFileError(error)}`, {
      hint: 'check where it goes to, its permissions and the free space',
      exitCode: 74,
    })
  }
}

function isFile(stream: Io['stdout']): stream is Io['stdout'] & { readonly fd: number } {
  try {
    return stream.fd !== undefined && fstatSync(stream.fd).isFile()
  } catch {
    return false
  }
}

/** Node's own stream writes to a file once and takes no notice of how much of it a disk had room for. */
function writeToFile(fd: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) {
    const written = writeSync(fd, bytes, at)
    if (written === 0) throw new Error('nothing more could be written')
    at += written
  }
}
