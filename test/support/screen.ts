import type { IPty } from '@lydell/node-pty'
import headless from '@xterm/headless'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { projectFolder } from './run.ts'

// The program at a real terminal: keys are typed, and the screen is read back as a person sees it.

/** Undefined on a machine for which there is no pseudo-terminal, whose tests are then shown as skipped. */
const pty = await import('@lydell/node-pty').catch(() => undefined)
export const hasTerminal = pty !== undefined

export interface Window {
  readonly cwd: string
  readonly columns?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string>>
}

const PATIENCE_MS = 20_000

/** A number that no program has for a sequence of its own. */
const ENDED = 7461

export class Screen {
  readonly #process: IPty
  readonly #terminal: headless.Terminal
  #raw = ''
  #waiting: (() => void) | undefined
  /** What everything that was run ended with. */
  #exitCode: number | undefined
  /** What stood there when something was last typed. */
  #before: readonly string[] = []

  /** @param then what a shell does with it: a redirection such as `> summary.txt`, or what it runs afterwards. */
  constructor(args: readonly string[], { cwd, columns = 80, rows = 30, env = {} }: Window, then = '') {
    if (pty === undefined) throw new Error('no pseudo-terminal on this machine')
    const program = [process.execPath, path.join(projectFolder, 'bin', 'pipeline-coach.js'), ...args]
    const quoted = program.map((part) => `'${part.replaceAll("'", String.raw`'\''`)}'`).join(' ')
    // The system may lose what is still on its way when the last process at a pseudo-terminal ends (node-pty's issue 72). So
    // the shell tells the end by a sequence that shows nothing, behind all else, and stays until it is closed.
    const told = String.raw`printf '\033]%d;%d\007' ${ENDED} $?; read -r _`
    this.#process = pty.spawn('/bin/sh', ['-c', `trap : INT; ${quoted} ${then}\n${told}`], {
      cwd,
      cols: columns,
      rows,
      env: { PATH: process.env['PATH'], HOME: cwd, TERM: 'xterm-256color', NO_COLOR: '1', ...env },
    })
    this.#terminal = new headless.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true })
    this.#terminal.parser.registerOscHandler(ENDED, (code) => {
      this.#exitCode = Number(code)
      return true
    })
    this.#process.onData((data) => {
      this.#raw += data
      this.#terminal.write(data, () => this.#waiting?.())
    })
  }

  /** Everything on the screen and scrolled off it, as it would be copied; or only from a line on. */
  text(): string {
    return this.#lines().join('\n').trimEnd()
  }

  #lines(): string[] {
    const { active } = this.#terminal.buffer
    return Array.from({ length: active.length }, (_, at) => active.getLine(at)?.translateToString(true) ?? '')
  }

  /** From the first line on that is no longer as it was when something was last typed. */
  #news(): string {
    const lines = this.#lines()
    const same = lines.findIndex((line, at) => line !== this.#before[at])
    return same < 0 ? '' : lines.slice(same).join('\n').trimEnd()
  }

  /** Every byte that the program wrote, and what was run after it. */
  get raw(): string {
    return this.#raw.replace(new RegExp(String.raw`\u001B\]${ENDED};\d+\u0007`, 'u'), '')
  }

  /** The longest line in columns. */
  get widest(): number {
    return Math.max(
      ...this.text()
        .split('\n')
        .map((line) => line.length),
    )
  }

  /**
   * Waits until this stands on the screen, in what is new since something was last typed. How a sentence is broken into
   * lines is the window's business; a pattern is for where it matters.
   */
  async see(wanted: string | RegExp): Promise<string> {
    const isThere = () => {
      const seen = this.#news()
      return typeof wanted === 'string' ? seen.replaceAll(/\s+/gu, ' ').includes(wanted) : wanted.test(seen)
    }
    await this.#until(isThere, `“${String(wanted)}” is not on the screen`)
    return this.#news()
  }

  /** Types, once the screen shows what is waited for. */
  async type(keys: string, afterSeeing?: string | RegExp): Promise<void> {
    if (afterSeeing !== undefined) await this.see(afterSeeing)
    this.#before = this.#lines()
    this.#process.write(keys)
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows)
    this.#process.resize(columns, rows)
    this.#before = []
  }

  async exit(): Promise<number> {
    await this.#until(() => this.#exitCode !== undefined, 'it has not ended')
    return this.#exitCode ?? -1
  }

  /** Ends the program with SIGKILL, at whatever it is; the shell stays and tells the code. */
  kill(): void {
    spawnSync('pkill', ['-KILL', '-P', String(this.#process.pid)])
  }

  /** Ends the shell, and the program if a failed test has left it. */
  close(): void {
    this.#process.kill('SIGKILL')
  }

  async #until(isSo: () => boolean, otherwise: string): Promise<void> {
    if (isSo()) return
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting = undefined
        reject(new Error(`${otherwise}:\n${this.text()}`))
      }, PATIENCE_MS)
      this.#waiting = () => {
        if (!isSo()) return
        clearTimeout(late)
        this.#waiting = undefined
        resolve()
      }
    })
  }
}

export const ENTER = '\r'
export const CTRL_C = '\u0003'
export const CTRL_D = '\u0004'
/** Empties the line that is edited. */
export const CTRL_U = '\u0015'
