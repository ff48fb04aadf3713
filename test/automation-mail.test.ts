import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MailServer, msmtp } from './support/mail-server.ts'
import { CTRL_C, hasTerminal, Screen } from './support/screen.ts'
import { crontab, fence, healthy, Home, isThere, readmeBlock, silent } from './support/recipes.ts'

// The recipes of docs/automation.md that mail, run as they stand there, with a real client and a real server.

describe.skipIf(msmtp === undefined)('mail', () => {
  const PASSWORD = 'correct horse'
  const inFolder = (...names: string[]) => path.join(home.pipeline, ...names)
  const outbox = () => readdirSync(inFolder('outbox')).sort()
  let home: Home
  let server: MailServer

  beforeEach(async () => {
    home = new Home()
    home.install(msmtp ?? '', 'sendmail')
    server = await MailServer.start(PASSWORD)
    // Of what the page has, only which server it is and that its certificate is its own differs.
    const settings = fence('ini .msmtprc')
      .replace('host smtp.example.com', 'host 127.0.0.1\ntls_certcheck off')
      .replace('port 587', `port ${server.port}`)
    writeFileSync(path.join(home.folder, '.msmtprc'), settings, { mode: 0o600 })
    writeFileSync(path.join(home.folder, '.smtp-password'), `${PASSWORD}\n`, { mode: 0o600 })
    writeFileSync(inFolder('pipeline-coach.yaml'), fence('yaml pipeline-coach.yaml'))
    writeFileSync(inFolder('send-outbox'), fence('sh send-outbox'))
  })

  afterEach(() => server.stop())

  const arrivedAt = () => server.arrived.map(({ to }) => to.join())
  const two = silent + silent.replace('006B,Birch,Rosa Kemp', '006C,Cedar,Theo Lang')

  it('to oneself goes to whom the config names, with and without the page', async () => {
    home.exported(silent)
    expect(await home.run(`set -e; ${fence('sh mail')}`)).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(arrivedAt()).toEqual(['kim@example.com', 'kim@example.com'])
    expect(server.arrived[0]?.user).toBe('coach@example.com')
    const [short, long] = await Promise.all(server.arrived.map(({ data }) => PostalMime.parse(data)))
    expect(short?.text).toContain('Birch')
    expect([short?.attachments.length, long?.attachments.length]).toEqual([0, 1])
  })

  it('as the README has it: to the manager, with the page, and to each rep', async () => {
    home.exported(two)
    expect(await home.run(`set -e\n${readmeBlock('sendmail -t')}`)).toEqual({ status: 0, stdout: '', stderr: '' })
    const both = ['kim@example.com', 'kim@example.com']
    expect(arrivedAt()).toEqual([...both, 'rosa@example.com', 'theo@example.com'])
  })

  it('a pipe with nothing in it is no mail', async () => {
    home.exported(healthy)
    const piped = await home.run('pipeline-coach exports/ --quiet-if-empty --format eml | sendmail -t')
    expect(piped.status).not.toBe(0)
    expect(piped.stderr).toContain('no recipients found')
  })

  it('on a schedule is sent where there is one, and last week’s is not sent again', async () => {
    home.exported(silent)
    expect(await home.run(fence('sh mail-if-any'))).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(arrivedAt()).toEqual(['kim@example.com'])
    home.exported(healthy)
    expect(await home.run(fence('sh mail-if-any'))).toEqual({ status: 0, stdout: '', stderr: '' })
    home.exported(silent, 10)
    expect(await home.run(fence('sh mail-if-any'))).toMatchObject({ status: 3, stdout: '' })
    expect(arrivedAt()).toHaveLength(1)
  })

  const [, meetArgs = '', thenSent = ''] = /^pipeline-coach (meet .*?) (&& .*)$/m.exec(fence('sh mail-summary')) ?? []
  const meeting = (): Screen =>
    new Screen(
      [...meetArgs.split(' '), '--history', 'kept'],
      { cwd: home.pipeline, env: { HOME: home.folder, PATH: `${home.programs}:${process.env['PATH']}` } },
      thenSent,
    )

  it.skipIf(!hasTerminal)('of what was agreed goes out after a meeting, and not after one that was left', async () => {
    home.exported(two)
    const left = meeting()
    await left.type(CTRL_C, 'quit')
    expect(await left.exit()).toBe(130)
    left.close()
    expect(arrivedAt()).toEqual([])
    const held = meeting()
    await held.type('q', 'quit')
    expect(await held.exit()).toBe(0)
    held.close()
    expect(arrivedAt()).toEqual(['kim@example.com'])
    const mail = await PostalMime.parse(server.arrived[0]?.data ?? '')
    expect(mail.subject).toMatch(/^What we agreed on /)
    expect(mail.text).toContain('Not met: Rosa Kemp and Theo Lang.')
  })

  it('that the server does not take is still there to be sent', async () => {
    home.exported(silent)
    server.refused.add('kim@example.com')
    const { status, stderr } = await home.run(fence('sh mail-if-any'))
    expect(status).not.toBe(0)
    expect(stderr).toContain('kim@example.com')
    server.refused.clear()
    const [last = ''] = fence('sh mail-if-any').trim().split('\n').slice(-1)
    expect(await home.run(last)).toMatchObject({ status: 0 })
    expect(arrivedAt()).toEqual(['kim@example.com'])
  })

  it('for each rep is lost by no failing server, and sent to nobody twice', async () => {
    home.exported(two)
    const [write, send] = [fence('sh write-outbox'), fence('sh send-outbox')]
    expect(await home.run(write)).toEqual({ status: 0, stdout: '', stderr: '' })
    expect({ outbox: outbox(), arrived: arrivedAt() }).toEqual({
      outbox: ['rosa-kemp.eml', 'theo-lang.eml'],
      arrived: [],
    })
    server.refused.add('rosa@example.com')
    expect((await home.run(send)).status).toBe(1)
    expect({ outbox: outbox(), arrived: arrivedAt() }).toEqual({
      outbox: ['rosa-kemp.eml'],
      arrived: ['theo@example.com'],
    })
    // All of it once more, while the server is still full, and then when it no longer is.
    expect((await home.run(`${write}\n${send}`)).status).toBe(1)
    expect(outbox()).toEqual(['rosa-kemp.eml'])
    server.refused.clear()
    for (const again of [send, send, `${write}\n${send}`])
      expect(await home.run(again)).toEqual({ status: 0, stdout: '', stderr: '' })
    expect({ outbox: outbox(), arrived: arrivedAt() }).toEqual({
      outbox: [],
      arrived: ['theo@example.com', 'rosa@example.com'],
    })
    const theo = await PostalMime.parse(server.arrived[0]?.data ?? '')
    expect(theo.text).toContain('Cedar')
    expect(theo.text).not.toMatch(/Birch|Rosa/)
  })

  it('waits for a server that is not there', async () => {
    home.exported(two)
    await home.run(fence('sh write-outbox'))
    const { port } = server
    await server.stop()
    const { status, stderr } = await home.run(fence('sh send-outbox'))
    expect({ status, outbox: outbox().length }).toEqual({ status: 1, outbox: 2 })
    expect(stderr).toContain(`port ${port}`)
    server = await MailServer.start(PASSWORD)
  })

  it.skipIf(!isThere('flock'))('by cron: one job writes, the other sends', async () => {
    const { settings, jobs } = crontab('crontab mail')
    expect(jobs).toHaveLength(2)
    home.exported(two)
    for (const job of jobs) expect(await home.run(job, settings)).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(arrivedAt().sort()).toEqual(['rosa@example.com', 'theo@example.com'])
  })
})
