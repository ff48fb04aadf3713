import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAddress } from '../src/language/mail-address.ts'
import { composeMail } from '../src/report/mail/eml.ts'
import { bigTeam } from './support/big-team.ts'
import { day } from './support/exports.ts'
import { MailServer, msmtp } from './support/mail-server.ts'
import { elementsOf, textOf } from './support/reading.ts'
import { run, sample, type Outcome } from './support/run.ts'

// The mail as a program that reads mails sees it, and as it arrives when a real client hands it to a real server.

const ENVELOPE = ['--from', 'coach@example.com', '--to', 'kim@example.com', '--to', 'vp@example.com']

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-mail-'))
  writeFileSync(path.join(folder, 'few.csv'), 'Deal,Owner,Stage\nA,Ann,New\n')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const mail = (...args: string[]) => received(run([...args, '--format', 'eml'], { cwd: folder }))
const sampleMail = (...flags: string[]) => received(sample(...flags, '--format', 'eml'))

async function received(outcome: Promise<Outcome>) {
  const { code, stdout, stderr } = await outcome
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return { bytes: stdout, message: await PostalMime.parse(stdout) }
}

async function refused(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run([...args], { cwd: folder })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  return stderr
}

describe('a mail', () => {
  it('is one whole message, the same bytes each time', async () => {
    const { bytes, message } = await sampleMail(...ENVELOPE)
    expect((await mail('demo', ...ENVELOPE)).bytes).toBe(bytes)
    expect(message.from?.address).toBe('coach@example.com')
    expect(message.to?.map(({ address }) => address)).toEqual(['kim@example.com', 'vp@example.com'])
    expect(message.subject).toMatch(/^Pipeline review for Mon, Nov 23/)
    expect(message.date).toBe('2026-11-20T06:00:00.000Z')
    expect(message.text).toContain('Dana Whitfield')
    expect(message.html).toContain('Dana Whitfield')
    expect(message.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    for (const line of bytes.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
    expect(bytes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('is of the morning of the review in its zone, and threads with the others of its week', async () => {
    const [monday, friday, next] = await Promise.all(
      ['2026-11-16', '2026-11-20', '2026-11-23'].map((asOf) =>
        mail('few.csv', '-q', '--no-config', ...ENVELOPE, '--as-of', asOf, '--timezone', 'America/New_York'),
      ),
    )
    expect(friday?.message.date).toBe('2026-11-20T11:00:00.000Z')
    expect(monday?.message.messageId).not.toBe(friday?.message.messageId)
    expect(monday?.message.inReplyTo).toBe(friday?.message.inReplyTo)
    expect(next?.message.inReplyTo).not.toBe(friday?.message.inReplyTo)
  })

  it('stays small enough that no program cuts it off', async () => {
    writeFileSync(path.join(folder, 'deals.csv'), bigTeam())
    const flags = ['--as-of', '2026-11-20', '--no-config', '-q']
    const { message } = await mail('deals.csv', ...flags, ...ENVELOPE)
    expect(Buffer.byteLength(message.html ?? '')).toBeLessThan(90 * 1024)
    // Of thirty reps it has those to see first and to thank, and everybody in a table.
    expect(message.html).toContain('Maximiliana')
    expect(message.html).not.toMatch(/more reps?<\/b> are in the text/)
    const attached = await mail('deals.csv', ...flags, ...ENVELOPE, '--attach', 'html')
    const [page] = attached.message.attachments
    expect(page).toMatchObject({ filename: 'pipeline-review-2026-11-20.html', disposition: 'attachment' })
    const whole = await run(['deals.csv', ...flags, '--format', 'html'], { cwd: folder })
    expect(new TextDecoder().decode(page?.content as ArrayBuffer).trim()).toBe(whole.stdout.trim())
  })

  it('has no line of nothing but a dot, where sendmail would take it to end', async () => {
    const envelope = { from: 'coach@example.com', to: ['kim@example.com'], subject: undefined }
    const asOf = day('2026-11-20')
    // Wherever lines are wrapped, one of these has its full stop alone on the next; and so has an empty sentence.
    const text = Array.from({ length: 80 }, (_, length) => `${'x'.repeat(length)}.\n`).join('')
    const message = await composeMail(
      envelope,
      { subject: 'x', text, html: `<p>${text}</p>`, page: text },
      { asOf, timezone: undefined },
    )
    const lines = message.split('\r\n')
    expect(lines).not.toContain('.')
    expect(lines.filter((line) => line === '=2E').length).toBeGreaterThan(2)
    expect((await PostalMime.parse(message)).text?.trim()).toBe(text.trim())
  })

  it('has nothing that a mail program does not show or should not load', async () => {
    const { message } = await sampleMail(...ENVELOPE)
    expect(message.html).not.toMatch(/<(?:style|script|svg|img|link|iframe|form)|https?:|url\(/i)
  })

  it('takes whom it goes to from the config, and flags go first', async () => {
    writeFileSync(
      path.join(folder, 'pipeline-coach.yaml'),
      'mail: { from: coach@example.com, to: [kim@example.com], subject: Monday }\n',
    )
    const { message } = await mail('few.csv', '-q')
    expect(message.subject).toBe('Monday')
    expect(message.to?.map(({ address }) => address)).toEqual(['kim@example.com'])
    expect((await mail('few.csv', '-q', '--to', 'b@example.com')).message.to?.[0]?.address).toBe('b@example.com')
    rmSync(path.join(folder, 'pipeline-coach.yaml'))
  })

  it('without anybody to go to, or a sender, says which flag is missing', async () => {
    expect(await refused('demo', '--format', 'eml')).toMatch(/needs somebody to go to\n.*--to .*mail\.to/)
    expect(await refused('demo', '--format', 'eml', '--to', 'a@b.example')).toMatch(/needs a sender\n.*--from/)
    expect(await refused('demo', '--format', 'eml', '--subject', 'a\nBcc: x@y.z')).toMatch(/one line of text/)
  })

  it.each([
    'a@b.example,c@d.example',
    'a@b.example c@d.example',
    'a@b.example\nBcc: c@d.example',
    'a@b.example\r',
    'Ann <a@b.example>',
    '"a@b"@c.example',
    '-oQ/tmp@b.example',
    'a@b@c.example',
    'a@-b.example',
    'a@[127.0.0.1]',
    'undisclosed: a@b.example;',
    'ä@b.example',
    '@b.example',
    '',
  ])('%j is no address', async (address) => {
    expect(isAddress(address)).toBe(false)
    expect(await refused('demo', '--format', 'eml', `--to=${address}`)).toContain('is invalid')
  })

  it.each(['root@localhost', "o'brien+x@sub.b-c.example", 'a.b@xn--bcher-kva.example'])('%s is one', (address) => {
    expect(isAddress(address)).toBe(true)
  })
})

describe('a mail for each rep', () => {
  it('is their own copy, to the address of the reps file', async () => {
    const args = [
      'demo',
      '--split-by',
      'rep',
      '--output-dir',
      'mails',
      '--format',
      'eml',
      '--from',
      'coach@example.com',
    ]
    expect(await run(args, { cwd: folder })).toMatchObject({ code: 0, stdout: '', stderr: '' })
    const files = readdirSync(path.join(folder, 'mails')).sort()
    expect(files).toHaveLength(6)
    const dana = await PostalMime.parse(readFileSync(path.join(folder, 'mails', 'dana-whitfield.eml'), 'utf8'))
    expect(dana.to).toMatchObject([{ address: expect.stringMatching(/^dana.*@/) }])
    expect(dana.subject).toMatch(/^For Mon, Nov 23: new business first, then /)
    // What is read, not how it is styled: “line-height:” is no coaching.
    for (const part of [dana.text, textOf(elementsOf(dana.html ?? '')[0])]) {
      expect(part).toMatch(/Hi Dana/)
      expect(part).toContain('what do you need from me?')
      expect(part).not.toMatch(/Marcus|Priya|the team|other five|theirs|\b(?:Tight|In reach|Out of reach)\b/)
    }
  })

  it('who has no usable address is named, and gets none', async () => {
    writeFileSync(
      path.join(folder, 'reps.csv'),
      'Rep,Email,Manager\nAnn,ann@example.com,Kim\nBob,"b@x.example,c@y.example",Kim\n',
    )
    writeFileSync(path.join(folder, 'deals.csv'), 'Deal ID,Deal,Owner,Stage\n1,A,Ann,New\n2,B,Bob,New\n3,C,Cy,New\n')
    const args = ['deals.csv', 'reps.csv', '--no-config', '--as-of', '2026-11-20', '--from', 'coach@example.com']
    const split = ['--split-by', 'rep', '--output-dir', 'some', '--format', 'eml']
    const { code, stderr } = await run([...args, ...split], { cwd: folder })
    expect(code).toBe(0)
    expect(stderr).toMatch(/2 of 3 reps got no mail, for want of a usable address: (?:Bob, Cy|Cy, Bob)\./)
    expect(readdirSync(path.join(folder, 'some'))).toEqual(['ann.eml'])
  })

  it.each([
    [['--split-by', 'rep'], 'needs a folder'],
    [['--output-dir', 'x'], 'needs --split-by rep'],
    [['--split-by', 'rep', '--output-dir', 'x', '-o', 'y.txt'], '--output is one file'],
    [['--split-by', 'rep', '--output-dir', 'x', '--format', 'eml', ...ENVELOPE], '--to is for one mail'],
    [
      ['--split-by', 'rep', '--output-dir', 'x', '--format', 'eml', '--from', 'a@b.c', '--audience', 'manager'],
      'own copy',
    ],
  ])('%j is refused', async (flags, what) => {
    expect(await refused('demo', ...flags)).toContain(what)
  })

  it.each([
    ['below a file', 'file/x', 'a file is in its place'],
    ['in the place of a link that leads nowhere', 'dangling', 'a link that leads nowhere is in its place'],
    // Node's own way to make folders never came back from there.
    ...(existsSync('/proc/self')
      ? [['where the system makes none', '/proc/x/y', 'the system makes no folder there']]
      : []),
  ])('a folder that cannot be made is 74: %s', async (_, target, why) => {
    const cwd = mkdtempSync(path.join(folder, 'split-'))
    writeFileSync(path.join(cwd, 'file'), '')
    symlinkSync('nowhere', path.join(cwd, 'dangling'))
    const args = [path.join(folder, 'few.csv'), '-q', '--split-by', 'rep', '--output-dir', target ?? '']
    const { code, stderr } = await run(args, { cwd })
    expect(code).toBe(74)
    expect(stderr).toContain(`the folder could not be made: ${why}`)
  })
})

describe('a rep’s own copy as one mail', () => {
  const demo = ['demo', '--format', 'eml', '--from', 'a@b.co', '--to', 'c@d.co', '--audience', 'rep']

  it('says when it has the pages of others, too', async () => {
    const { code, stderr } = await run(demo)
    expect(code).toBe(0)
    expect(stderr).toMatch(/^pipeline-coach: this mail has the pages of 6 reps, .* Add --rep NAME .*\n$/)
    expect(await run([...demo, '--rep', 'Dana Whitfield'])).toMatchObject({ code: 0, stderr: '' })
  })

  it('has a subject that can be seen', async () => {
    expect(await run([...demo, '--rep', 'Dana Whitfield', '--subject', '  '])).toMatchObject({ code: 2, stdout: '' })
  })
})

describe.skipIf(msmtp === undefined)('through a real client to a real server', () => {
  it('arrives as it left, at those who are named and nobody else', async () => {
    const server = await MailServer.start()
    const { bytes, message } = await sampleMail(...ENVELOPE, '--attach', 'html')
    const flags = ['--host=127.0.0.1', `--port=${server.port}`, '--tls=off', '--auth=off', '--read-envelope-from', '-t']
    const client = spawn(msmtp ?? '', ['--file=/dev/null', ...flags], { stdio: ['pipe', 'ignore', 'pipe'] })
    let said = ''
    client.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    client.stdin.end(bytes)
    const code = await new Promise((resolve) => client.on('close', resolve))
    await server.stop()
    expect({ code, said }).toEqual({ code: 0, said: '' })
    expect(server.arrived.map(({ to }) => to)).toEqual([['kim@example.com', 'vp@example.com']])
    const read = await PostalMime.parse(server.arrived[0]?.data ?? '')
    expect(read.text).toBe(message.text)
    expect(read.html).toBe(message.html)
    expect(read.messageId).toBe(message.messageId)
    expect(read.attachments.map(({ filename }) => filename)).toEqual(['pipeline-review-2026-11-20.html'])
  })
})
