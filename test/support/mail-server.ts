import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail client that can stand in for `sendmail`; tests that need it skip where it is absent. */
export const msmtp = ['/usr/bin/msmtp', '/usr/local/bin/msmtp', '/opt/homebrew/bin/msmtp'].find((file) =>
  existsSync(file),
)

export interface Arrived {
  readonly to: readonly string[]
  readonly user: string | undefined
  readonly data: Buffer
}

/** A real mail server on this machine that keeps what it is given, and refuses those it is told to. */
export class MailServer {
  readonly arrived: Arrived[] = []
  /** Addresses for which there is no room just now. */
  readonly refused = new Set<string>()
  readonly #server: SMTPServer

  private constructor(password: string | undefined) {
    this.#server = new SMTPServer({
      logger: false,
      ...(password === undefined ? { disabledCommands: ['AUTH', 'STARTTLS'] } : {}),
      onAuth: (auth, _, done) =>
        auth.password === password ? done(null, { user: auth.username }) : done(new Error('no such password')),
      onRcptTo: ({ address }, _, done) =>
        this.refused.has(address) ? done(Object.assign(new Error('full'), { responseCode: 452 })) : done(),
      onData: (stream, { envelope, user }, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address)
          this.arrived.push({ to, user: typeof user === 'string' ? user : undefined, data: Buffer.concat(chunks) })
          done()
        })
      },
    })
    // A client that hangs up is a client’s affair.
    this.#server.on('error', () => undefined)
  }

  /** With a password it wants a login over TLS, else neither. */
  static async start(password?: string): Promise<MailServer> {
    const server = new MailServer(password)
    await new Promise<void>((resolve) => {
      server.#server.listen(0, '127.0.0.1', () => resolve())
    })
    return server
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
    })
  }
}
