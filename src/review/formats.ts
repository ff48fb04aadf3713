import path from 'node:path'
import { Chalk } from 'chalk'
import type { Agenda } from '../agenda/agenda.ts'
import type { Config } from '../config/schema.ts'
import type { Exports } from '../records/exports.ts'
import type { Io } from '../system/io.ts'
import { colorLevel, displayWidth } from './display.ts'
import type { ReviewFlags } from '../cli/options.ts'

/** How a review can be written, and the ending of a file of it. */
export const formats = {
  text: '.txt',
  markdown: '.md',
  html: '.html',
  eml: '.eml',
  json: '.json',
} as const

export type Format = keyof typeof formats

/** What else a file of a format is called. */
const OTHER_ENDINGS: Readonly<Record<string, Format>> = { '.markdown': 'markdown', '.htm': 'html' }

/** The format that was asked for, else that of the file’s ending, else text. */
export function formatOf({ format, output }: Pick<ReviewFlags, 'format' | 'output'>): Format {
  return format ?? formatOfEnding(output ?? '') ?? 'text'
}

/** Undefined for an ending that is no format’s. */
export function formatOfEnding(file: string): Format | undefined {
  const ending = path.extname(file).toLowerCase()
  const own = Object.keys(formats) as Format[]
  return own.find((format) => formats[format] === ending) ?? OTHER_ENDINGS[ending]
}

/** Writes in ASCII what is our own; undefined where that was not asked for. */
export type Ascii = ((text: string) => string) | undefined

/** What a report is made with, besides the agenda. */
export interface Rendering {
  readonly exports: Exports
  readonly config: Config
  readonly ascii: Ascii
  readonly flags: ReviewFlags
}

/** The review in one format. Each format is loaded when it is asked for. */
export async function render(format: Format, agenda: Agenda, rendering: Rendering, io: Io): Promise<string> {
  switch (format) {
    case 'json': {
      const { renderJson } = await import('../report/json/json.ts')
      return renderJson(agenda, rendering.exports)
    }
    case 'markdown': {
      const { renderMarkdown } = await import('../report/markdown/markdown.ts')
      return renderMarkdown(agenda, rendering.ascii)
    }
    case 'html': {
      const { renderHtml } = await import('../report/html/html.ts')
      return renderHtml(agenda)
    }
    case 'eml': {
      const { envelopeOf, renderMail } = await import('./mail.ts')
      return renderMail(agenda, envelopeOf(rendering.flags, rendering.config), rendering)
    }
    case 'text':
      return text(agenda, rendering, io)
  }
}

async function text(agenda: Agenda, { ascii, flags }: Rendering, io: Io): Promise<string> {
  const [{ renderText }, { withExactWidths }] = await Promise.all([
    import('../report/text/text.ts'),
    import('../report/text/width.ts'),
  ])
  const isToStdout = (flags.output === undefined || flags.output === '-') && flags.outputDir === undefined
  const toTerminal = isToStdout ? io.stdout : undefined
  const layout = {
    width: displayWidth(flags, toTerminal, io.env),
    paint: new Chalk({ level: colorLevel(flags.color, toTerminal, io.env) }),
    ascii,
  }
  return withExactWidths(() => renderText(agenda, layout))
}
