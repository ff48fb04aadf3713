import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import { hostOf } from '../../language/mail-address.ts'
import { addDays, calendarParts, isoDate, type PlainDate } from '../../time/plain-date.ts'
import { instantAt } from '../../time/zone-clock.ts'

/** Who a message is from and to; every address is one that `isAddress` takes. */
export interface Envelope {
  readonly from: string
  readonly to: readonly string[]
  /** Undefined: what the message says first. */
  readonly subject: string | undefined
}

export interface MailBody {
  /** What is new, in a line; for a message that was given no subject. */
  readonly subject: string
  readonly text: string
  /** Undefined: a mail of nothing but text. */
  readonly html: string | undefined
  /** The full page, where it was asked for. */
  readonly page: string | undefined
}

export interface MailDay {
  readonly asOf: PlainDate
  /** The zone whose morning it is sent on; UTC where none is set. */
  readonly timezone: string | undefined
}

/**
 * One complete message. The same review gives the same bytes: no clock, nothing random. What stood in a cell is in no
 * header but the subject, where it is one line of plain text, and the address of a rep.
 */
export async function composeMail(envelope: Envelope, body: MailBody, day: MailDay): Promise<string> {
  const { from, to } = envelope
  const subject = envelope.subject ?? oneLine(body.subject)
  const id = hash([from, ...to, subject, isoDate(day.asOf), body.text, body.html ?? '', body.page ?? ''])
  const thread = `<pipeline-review.${isoDate(mondayOf(day.asOf))}.${hash([from])}@${hostOf(from)}>`
  const composer = new MailComposer({
    from: { name: '', address: from },
    to: to.map((address) => ({ name: '', address })),
    subject,
    date: instantAt(day.asOf, MORNING, day.timezone ?? 'UTC'),
    messageId: `<${id}@${hostOf(from)}>`,
    inReplyTo: thread,
    references: [thread],
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: body.text,
    ...(body.html !== undefined && { html: body.html }),
    attachments:
      body.page === undefined
        ? []
        : [
            {
              filename: `pipeline-review-${isoDate(day.asOf)}.html`,
              content: body.page,
              contentType: 'text/html; charset=utf-8',
            },
          ],
    baseBoundary: id,
    newline: '\r\n',
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    composer.compile().build((error, message) => (error === null ? resolve(message) : reject(error)))
  })
  return bytes.toString('utf8').replaceAll(LONE_DOT, '=2E')
}

const LONGEST_SUBJECT = 140

/** Without anything that could begin another header. */
function oneLine(subject: string): string {
  const plain = subject.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim()
  const short = Array.from(plain).slice(0, LONGEST_SUBJECT).join('')
  return short === plain ? plain : `${short.trimEnd()}…`
}

function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, -((calendarParts(day).weekday + 6) % 7))
}

/**
 * `sendmail` takes a line of nothing but a dot for the end of a message, and would cut it off there. Such a line can only
 * stand in a part that is quoted-printable: where a wrapped sentence ends.
 */
const LONE_DOT = /^\.$/gm

/** Before the meeting, and never ahead of the clock of whoever sends it on the day. */
const MORNING = 6

function hash(parts: readonly string[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(`${Buffer.byteLength(part)}:`).update(part)
  return sum.digest('hex').slice(0, 24)
}
