import type { Agenda } from '../agenda/agenda.ts'
import { bookWords } from '../book/book-words.ts'
import { composeReport } from '../report/content/compose-report.ts'
import type { Io } from '../system/io.ts'
import type { Written } from '../system/pieces.ts'
import { colorLevel, displayWidth } from './display.ts'
import type { Format } from './format-names.ts'
import type { Rendering } from './rendering.ts'
import { Chalk } from 'chalk'

/** The review in one format. Each format is loaded when it is asked for. */
export async function render(format: Format, agenda: Agenda, rendering: Rendering, io: Io): Promise<Written> {
  const { flags } = rendering
  switch (format) {
    case 'json': {
      const { renderJson } = await import('../report/json/json.ts')
      return renderJson(agenda, rendering.exports)
    }
    case 'markdown': {
      const { pageMarkdown } = await import('../report/markdown/page.ts')
      return pageMarkdown(composeReport(agenda, flags.full === true), bookWords(agenda.book), rendering.ascii)
    }
    case 'html': {
      const { pageHtml } = await import('../report/html/page.ts')
      return pageHtml(composeReport(agenda, true), bookWords(agenda.book))
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
  return withExactWidths(() => renderText(agenda, layout, flags.full === true))
}
