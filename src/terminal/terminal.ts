import { Writable } from 'node:stream'
import { Chalk, type ChalkInstance } from 'chalk'
import { createPromptModule } from 'inquirer'
import type { Io } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { Lines, type Layout } from '../report/text/lines.ts'
import { widthOf, withExactWidths, wrap } from '../report/text/width.ts'
import { keysPrompt, linePrompt, type Key, type KeysQuestion, type LineQuestion } from './prompts.ts'

/** Somebody left with Ctrl-C or Ctrl-D, or closed the window: exit code 130. */
export class Left extends Error {
  override readonly name = 'Left'
}

/**
 * What is asked needs somebody to answer.
 *
 * @throws Problem where standard input or standard error is no terminal.
 */
export function requireTerminal(io: Io, what: string, hint: string): void {
  const missing = [
    ...(io.stdin.isTTY === true ? [] : ['standard input']),
    ...(io.stderr.isTTY === true ? [] : ['standard error']),
  ]
  if (missing.length > 0)
    throw new Problem(`${what}, and ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} no terminal`, {
      hint,
    })
}

/** How the screens look. */
export interface Look {
  readonly level: 0 | 1
  /** Columns: asked anew for every screen, because a window may have been resized. */
  readonly width: () => number
  /** Writes our own words in ASCII, where that was asked for. */
  readonly ascii: () => ((text: string) => string) | undefined
}

/**
 * A conversation at the terminal: read from standard input, drawn on standard error. What is printed appears together
 * with the next question, in one write: whoever reads it can answer at once, and no key is lost on the way.
 */
export class Terminal {
  #pending = ''
  readonly paint: ChalkInstance
  readonly #io: Io
  readonly #look: Look

  constructor(io: Io, look: Look) {
    this.#io = io
    this.#look = look
    this.paint = new Chalk({ level: look.level })
  }

  get layout(): Layout {
    return { width: this.#look.width(), paint: this.paint, ascii: this.#look.ascii() }
  }

  /** Where one types. */
  get #mark(): string {
    return this.paint.cyan(this.#plain('›'))
  }

  #plain(text: string): string {
    const ascii = this.#look.ascii()
    return ascii === undefined ? text : ascii(text).replaceAll('›', '>').replaceAll('✓', '+')
  }

  /** Lines that are seen at once. */
  get rows(): number {
    return Math.max(10, this.#io.stderr.rows ?? 24)
  }

  /** What is written, laid out for the width that there is. */
  async laidOut(write: (lines: Lines) => void): Promise<string> {
    return withExactWidths(() => {
      const lines = new Lines(this.layout)
      write(lines)
      return lines.toString()
    })
  }

  async show(write: (lines: Lines) => void): Promise<void> {
    this.print(await this.laidOut(write))
  }

  print(text: string): void {
    this.#pending += this.#plain(text)
  }

  /** What was printed and no question has come after. */
  async flush(): Promise<void> {
    const text = this.#take()
    if (text !== '') await new Promise<void>((resolve) => this.#io.stderr.write(text, () => resolve()))
  }

  #take(): string {
    const text = this.#pending
    this.#pending = ''
    return text
  }

  /** Which of the keys was pressed. */
  async keys<Action extends string>(keys: readonly Key<Action>[]): Promise<Action> {
    const { stderr } = this.#io
    const question: KeysQuestion = {
      shown: () => this.#shown(keys),
      keys,
      mark: this.#mark,
      onResize: (redraw) => {
        stderr.on('resize', redraw)
        return () => stderr.off('resize', redraw)
      },
    }
    return (await this.#ask({ type: 'keys', ...question })) as Action
  }

  /** A line as it was typed, without the spaces around it. */
  async line(question: Partial<LineQuestion> & Pick<LineQuestion, 'message'>): Promise<string> {
    const { initial = '', check = () => undefined } = question
    const { bold, red } = this.paint
    const message = wrap(this.#plain(question.message), this.layout.width)
      .map((line) => bold(line))
      .join('\n')
    const asked: LineQuestion = { message, mark: this.#mark, initial, check, paint: red }
    return this.#ask({ type: 'line', ...asked })
  }

  /** One of a list. */
  async choose<T extends string>(message: string, choices: readonly { name: string; value: T }[]): Promise<T> {
    const { cyan, bold, dim } = this.paint
    const theme = {
      prefix: this.#mark,
      icon: { cursor: this.#mark },
      style: {
        message: (text: string) => bold(text),
        answer: (text: string) => text,
        highlight: (text: string) => cyan(text),
        help: (text: string) => dim(text),
        keysHelpTip: () => dim('arrows, then Enter'),
      },
    }
    return (await this.#ask({ type: 'select', message, choices, theme, pageSize: this.rows - 6, loop: false })) as T
  }

  /** `t talked about · c commit`, in as many lines as it takes; keys of one group stay on a line where they fit. */
  #shown(keys: readonly Key[]): string {
    const { width } = this.layout
    const said = keys.filter(({ isSilent }) => isSilent !== true)
    const lines: string[][] = [[]]
    let used = 0
    for (const { key, says } of said) {
      const name = key === 'enter' ? 'Enter' : key
      const text = `${this.paint.cyan(this.paint.bold(name))} ${says}`
      const more = widthOf(`${name} ${says}`) + (used === 0 ? 0 : GAP.length)
      if (used + more > width - 1) {
        lines.push([])
        used = 0
      }
      used += more
      lines.at(-1)?.push(text)
    }
    return lines.map((line) => line.join(GAP)).join('\n')
  }

  async #ask(question: Readonly<Record<string, unknown>>): Promise<string> {
    const { stdin, stderr } = this.#io
    const leaving = new AbortController()
    const input = stdin as unknown as NodeJS.ReadStream
    const leave = () => leaving.abort()
    const onKey = (_: unknown, key: { ctrl?: boolean; name?: string } | undefined) => {
      // Otherwise readline closes, and nobody ever answers.
      if (key?.ctrl === true && key.name === 'd') leave()
    }
    input.on('keypress', onKey)
    input.once('end', leave)
    input.once('error', leave)
    const output = new Behind(stderr, () => this.#take()) as unknown as NodeJS.WriteStream
    const prompt = createPromptModule({ input, output, signal: leaving.signal })
    prompt.registerPrompt('keys', keysPrompt)
    prompt.registerPrompt('line', linePrompt)
    try {
      // The types of inquirer know its own prompts only.
      const asked = [{ name: 'answer', ...question }] as unknown as Parameters<typeof prompt>[0]
      const { answer } = (await prompt(asked)) as unknown as { answer: string }
      return answer
    } catch (error) {
      const name = error instanceof Error ? error.name : ''
      throw name === 'ExitPromptError' || name === 'AbortPromptError' ? new Left() : error
    } finally {
      input.off('keypress', onKey)
      input.off('end', leave)
      input.off('error', leave)
    }
  }
}

/** Standard error, with what is still to be printed in front of the first thing that is written. */
class Behind extends Writable {
  readonly isTTY = true
  readonly #stderr: Io['stderr']
  readonly #take: () => string

  constructor(stderr: Io['stderr'], take: () => string) {
    super({ decodeStrings: false })
    this.#stderr = stderr
    this.#take = take
  }

  get columns(): number | undefined {
    return this.#stderr.columns
  }

  get rows(): number | undefined {
    return this.#stderr.rows
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    this.#stderr.write(this.#take() + chunk.toString(), () => done())
  }
}

const GAP = '   '
