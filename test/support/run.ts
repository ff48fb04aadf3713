import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { main } from '../../src/main.ts'

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly stdin?: string
  /** The day the program takes for today. */
  readonly now?: string
  /** How many bytes Node gives the program. */
  readonly heapLimit?: number
}

/** Runs the program in this process, with streams and a clock of the test's own. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const stdout = new Collector()
  const stderr = new Collector()
  const code = await main(args, {
    stdin: (async function* () {
      yield await Promise.resolve(Buffer.from(options.stdin ?? ''))
    })(),
    stdout,
    stderr,
    env: options.env ?? {},
    cwd: options.cwd ?? projectFolder,
    now: () => new Date(`${options.now ?? '2026-11-20'}T12:00:00Z`),
    ...(options.heapLimit !== undefined && { heapLimit: options.heapLimit }),
  })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

const sampleRuns = new Map<string, Promise<Outcome>>()

/**
 * The built-in sample team, reviewed once for all tests that only look at what is printed of it. Where a file is written,
 * or one run is compared with another, it is `run`.
 */
export function sample(...flags: readonly string[]): Promise<Outcome> {
  const key = JSON.stringify(flags)
  const known = sampleRuns.get(key) ?? run(['demo', ...flags])
  sampleRuns.set(key, known)
  return known
}

class Collector extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}
