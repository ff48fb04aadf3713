import type { Config } from '../config/schema.ts'
import type { MeetingFormat, MeetingSummary, Wording } from '../report/meeting.ts'
import { renderMeeting } from '../report/meeting.ts'
import { withExactWidths } from '../report/text/width.ts'
import { colorLevel, displayWidth } from '../review/display.ts'
import { envelopeOf, TEXT_WIDTH } from '../review/mail.ts'
import type { DisplayFlags, ReadFlags, ReviewFlags } from '../review/flags.ts'
import type { Ascii } from '../review/rendering.ts'
import { type Io, writeOut } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { writeFileWhole } from '../system/write-file.ts'
import { Chalk } from 'chalk'

import path from 'node:path'

/** How a summary is written, and where. */
export interface SummaryFlags
  extends DisplayFlags, Pick<ReadFlags, 'timezone'>, Pick<ReviewFlags, 'output' | 'to' | 'from' | 'subject'> {
  readonly format?: MeetingFormat
}

const ENDINGS: Readonly<Record<string, MeetingFormat>> = {
  '': 'text',
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.json': 'json',
  '.eml': 'eml',
}

/** Before the meeting: what could not be written after it. @throws Problem */
export function checkSummary(flags: SummaryFlags, config: Config): void {
  const format = formatOf(flags)
  if (format === undefined)
    throw new Problem(`the summary of a meeting is not written as ${path.extname(flags.output ?? '')}`, {
      where: { file: flags.output ?? '' },
      hint: 'end the name in .txt, .md, .eml or .json, or say which with --format',
    })
  if (format === 'eml') envelopeOf(flags, config)
  else if (flags.to.length > 0 || flags.from !== undefined || flags.subject !== undefined)
    throw new Problem('--to, --from and --subject are for a mail, and this summary is none', {
      hint: 'write it as one: -o meeting.eml',
    })
}

function formatOf({ format, output = '' }: SummaryFlags): MeetingFormat | undefined {
  return format ?? ENDINGS[path.extname(output).toLowerCase()]
}

/** Writes the summary where the flags say: text for whoever reads, one whole mail to send on. */
export async function writeSummary(
  summary: MeetingSummary,
  { ascii, config, ...wording }: Wording & { readonly ascii: Ascii; readonly config: Config },
  flags: SummaryFlags,
  io: Io,
): Promise<void> {
  const { output } = flags
  const format = formatOf(flags) ?? 'text'
  const isToStdout = output === undefined || output === '-'
  const stream = isToStdout ? io.stdout : undefined
  const layout =
    format === 'eml'
      ? { width: TEXT_WIDTH, paint: new Chalk({ level: 0 }), ascii }
      : {
          width: displayWidth(flags, stream, io.env),
          paint: new Chalk({ level: colorLevel(flags.color, stream, io.env) }),
          ascii,
        }
  const said = await withExactWidths(() => renderMeeting(summary, format, wording, layout))
  const text = format === 'eml' ? await mailOf(said, summary, wording, flags, config) : said
  if (isToStdout) await writeOut(io.stdout, text)
  else await writeFileWhole(output, text, io.cwd, 'summary')
}

async function mailOf(
  text: string,
  { asOf }: MeetingSummary,
  { words }: Wording,
  flags: SummaryFlags,
  config: Config,
): Promise<string> {
  const { composeMail } = await import('../report/mail/eml.ts')
  const subject = `What we agreed on ${words.weekday(asOf)}`
  const { subject: given, ...envelope } = envelopeOf(flags, config)
  // The config's subject is that of reviews.
  return composeMail(
    { ...envelope, subject: flags.subject === undefined ? undefined : given },
    { subject, text, html: undefined, page: undefined },
    { asOf, timezone: flags.timezone ?? config.timezone },
  )
}
