import type { Agenda } from '../agenda/agenda.ts'
import type { Config } from '../config/schema.ts'
import { isAddress } from '../language/mail-address.ts'
import { bookWords } from '../book/book-words.ts'
import { fill } from '../language/fill.ts'
import { composeReport } from '../report/content/compose-report.ts'
import type { Report, Sheet } from '../report/content/document.ts'
import { newsOf } from '../report/content/subject.ts'
import type { Envelope, MailBody } from '../report/mail/eml.ts'
import { Problem } from '../system/problem.ts'
import type { ReviewFlags } from './flags.ts'
import type { Rendering } from './rendering.ts'
import { Chalk } from 'chalk'

/** Columns of the text of a mail: what programs that quote it leave room for. */
export const TEXT_WIDTH = 72

/** Whom the review is mailed to: the flags, else the config. @throws Problem where somebody is missing. */
export function envelopeOf(flags: Pick<ReviewFlags, 'to' | 'from' | 'subject'>, config: Config): Envelope {
  const configured = config.mail?.to ?? []
  const to = flags.to.length > 0 ? flags.to : typeof configured === 'string' ? [configured] : configured
  if (to.length === 0)
    throw new Problem('a mail needs somebody to go to', { hint: 'add --to kim@example.com, or mail.to in the config' })
  return { from: senderOf(flags, config), to: to.map(checked), subject: flags.subject ?? config.mail?.subject }
}

/** @throws Problem where nobody is named. */
export function senderOf(flags: Pick<ReviewFlags, 'from'>, config: Config): string {
  const from = flags.from ?? config.mail?.from
  if (from === undefined)
    throw new Problem('a mail needs a sender', { hint: 'add --from coach@example.com, or mail.from in the config' })
  return checked(from)
}

function checked(address: string): string {
  if (isAddress(address)) return address
  throw new Problem('this is not one plain address', {
    where: { value: address },
    hint: 'write it as kim@example.com; for several, repeat --to',
  })
}

/** The review as one message: the pages for whoever leads, a letter for a rep. */
export async function renderMail(agenda: Agenda, envelope: Envelope, rendering: Rendering): Promise<string> {
  const { config, flags } = rendering
  const { composeMail } = await import('../report/mail/eml.ts')
  const report = composeReport(agenda)
  const [sheet, another] = report.sheets
  const isLetter = report.audience === 'rep' && sheet?.kind === 'rep' && another === undefined
  const written = isLetter ? await letter(report, sheet, agenda, rendering) : await pages(report, agenda, rendering)
  const page = flags.attach === 'html' ? await attached(agenda) : undefined
  return composeMail(
    envelope,
    { ...written, page },
    { asOf: agenda.book.asOf, timezone: flags.timezone ?? config.timezone },
  )
}

type Written = Omit<MailBody, 'page'>

const layoutOf = ({ ascii }: Rendering) => ({ width: TEXT_WIDTH, paint: new Chalk({ level: 0 }), ascii })

async function letter(report: Report, sheet: Sheet, agenda: Agenda, rendering: Rendering): Promise<Written> {
  const [{ letterOf }, { letterHtml, letterText }, { withExactWidths }] = await Promise.all([
    import('../report/content/letter.ts'),
    import('../report/mail/letter.ts'),
    import('../report/text/width.ts'),
  ])
  const words = bookWords(agenda.book)
  const [page] = agenda.pages
  const said = letterOf(report, sheet, page?.rep.manager ?? agenda.manager.manager.name)
  return {
    subject: fill(said.subject, words),
    text: await withExactWidths(() => letterText(said, words, layoutOf(rendering))),
    html: letterHtml(said, words),
  }
}

async function pages(report: Report, agenda: Agenda, rendering: Rendering): Promise<Written> {
  const [{ mailHtml }, { renderText }, { withExactWidths }] = await Promise.all([
    import('../report/mail/page.ts'),
    import('../report/text/text.ts'),
    import('../report/text/width.ts'),
  ])
  const words = bookWords(agenda.book)
  const rest =
    rendering.flags.attach === 'html'
      ? 'are in the page that is attached, and in the text of this mail.'
      : 'are in the text of this mail; with --attach html the whole page comes with it.'
  return {
    subject: fill(newsOf(report), words),
    text: await withExactWidths(() => renderText(agenda, layoutOf(rendering))),
    html: mailHtml(report, words, rest),
  }
}

async function attached(agenda: Agenda): Promise<string> {
  const { pageHtml } = await import('../report/html/page.ts')
  return pageHtml(composeReport(agenda, true), bookWords(agenda.book))
}
