import type { Source } from '../ingest/bytes/source.ts'
import { reckoning } from '../system/interruption.ts'
import type { Io } from '../system/io.ts'
import type { ReadFlags } from './flags.ts'

const QUIET_MS = 1000
const EVERY_MS = 100

/**
 * Says on a terminal how far the reading has come, once it has taken a second. Nothing is said in a pipe, and what
 * was said is wiped out at the end.
 */
export class Progress {
  readonly #io: Io
  readonly #isShown: boolean
  readonly #start: number
  #last = 0
  #length = 0

  constructor(io: Io, isQuiet: boolean) {
    this.#io = io
    this.#isShown = io.stderr.isTTY === true && !isQuiet
    this.#start = io.now().getTime()
  }

  /** The source, watched while it is read. */
  watch(source: Source): Source {
    return this.#isShown ? { ...source, open: () => this.#watched(source) } : source
  }

  async *#watched(source: Source): AsyncGenerator<Buffer> {
    let bytes = 0
    for await (const chunk of source.open()) {
      bytes += chunk.length
      this.#say(source.name, bytes)
      yield chunk
    }
  }

  #say(name: string, bytes: number): void {
    const now = this.#io.now().getTime()
    if (now - this.#start < QUIET_MS || now - this.#last < EVERY_MS) return
    this.#last = now
    const text = `reading ${name.replaceAll(/\p{C}/gu, '·')}: ${(bytes / 1e6).toFixed(0)} MB`
    this.#io.stderr.write(`\r${text.padEnd(this.#length)}`)
    this.#length = text.length
  }

  /** Leaves the line as it was. */
  end(): void {
    if (this.#length > 0) this.#io.stderr.write(`\r${' '.repeat(this.#length)}\r`)
    this.#length = 0
  }
}

/** So many deals are work for a second. */
const MANY = 5000

/** What is reckoned, and of how many deals. */
interface Said {
  readonly what: 'checking' | 'judging' | 'looking back over' | 'writing what was found in'
  readonly deals: readonly unknown[]
}

/** Reckons, and says on a terminal what, where it will take more than a second: while it goes on nothing can be said. */
export async function reckoningAloud<T>(
  { what, deals: { length } }: Said,
  { quiet }: Pick<ReadFlags, 'quiet'>,
  io: Io,
  work: () => T | Promise<T>,
): Promise<T> {
  if (io.stderr.isTTY !== true || quiet === true || length < MANY) return reckoning(io, work)
  const text = `${what} ${length.toLocaleString('en-US')} deals`
  io.stderr.write(text)
  try {
    return await reckoning(io, work)
  } finally {
    io.stderr.write(`\r${' '.repeat(text.length)}\r`)
  }
}
