import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** Where Debian and others put it; tests that need a browser skip where it is absent. */
export const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
)

type Params = Readonly<Record<string, unknown>>

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Params
  readonly result?: Params
  readonly error?: { readonly message: string }
}

/** A real browser without a window, spoken to over its pipe: one page at a time. */
export class Browser {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #waiting = new Map<number, (message: Message) => void>()
  readonly #events: Message[] = []
  #onLoad: (() => void) | undefined
  #next = 1
  #session: string | undefined

  private constructor(command: string) {
    this.#folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-browser-'))
    const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--hide-scrollbars']
    this.#process = spawn(command, [...flags, '--remote-debugging-pipe', `--user-data-dir=${this.#folder}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    })
    let rest = ''
    ;(this.#process.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\0')
      rest = parts.pop() ?? ''
      for (const part of parts) this.#take(JSON.parse(part) as Message)
    })
  }

  static async start(command: string): Promise<Browser> {
    const browser = new Browser(command)
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
    browser.#session = String(sessionId)
    await browser.send('Page.enable')
    await browser.send('Network.enable')
    return browser
  }

  #take(message: Message): void {
    if (message.method === 'Page.loadEventFired') this.#onLoad?.()
    if (message.id === undefined) this.#events.push(message)
    else this.#waiting.get(message.id)?.(message)
  }

  async send(method: string, params: Params = {}): Promise<Params> {
    const id = this.#next++
    const session = this.#session === undefined ? {} : { sessionId: this.#session }
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve))
    ;(this.#process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...session })}\0`)
    const { result, error } = await answer
    if (error !== undefined) throw new Error(`${method}: ${error.message}`)
    return result ?? {}
  }

  /** Opens a file at a width, in a colour scheme; says what was requested besides the file itself. */
  async open(file: string, width: number, scheme: 'light' | 'dark'): Promise<readonly string[]> {
    await this.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: 900,
      deviceScaleFactor: 1,
      mobile: width < 500,
    })
    await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
    this.#events.length = 0
    const loaded = new Promise<void>((resolve) => (this.#onLoad = resolve))
    await this.send('Page.navigate', { url: `file://${file}` })
    await loaded
    const requests = this.#events.filter(({ method }) => method === 'Network.requestWillBeSent')
    return requests.flatMap(({ params }) => {
      const { url } = (params?.['request'] ?? {}) as { url?: string }
      return url === undefined || url === `file://${file}` ? [] : [url]
    })
  }

  /** The value of an expression on the page. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true })
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
    return (result as { value?: unknown }).value
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.kill('SIGKILL')
    await ended
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
