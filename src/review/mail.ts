import type { Agenda } from '../agenda/agenda.ts'
import type { Config } from '../config/schema.ts'
import { isAddress } from '../language/mail-address.ts'
import type { Envelope } from '../report/mail/eml.ts'
import { Problem } from '../system/problem.ts'
import type { ReviewFlags } from './flags.ts'
import type { Rendering } from './rendering.ts'
import { Chalk } from 'chalk'

/** Columns of the text of a mail: what programs that quote it leave room for. */
const TEXT_WIDTH = 72

/** Whom the review is mailed to: the flags, else the config. @throws Problem where somebody is missing. */
export function envelopeOf(flags: ReviewFlags, config: Config): Envelope {
  const configured = config.mail?.to ?? []
  const to = flags.to.length > 0 ? flags.to : typeof configured === 'string' ? [configured] : configured
  if (to.length === 0)
    throw new Problem('a mail needs somebody to go to', { hint: 'add --to kim@example.com, or mail.to in the config' })
  return { from: senderOf(flags, config), to: to.map(checked), subject: flags.subject ?? config.mail?.subject }
}

/** @throws Problem where nobody is named. */
export function senderOf(flags: ReviewFlags, config: Config): string {
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

/** The review as one message. */
export async function renderMail(
  agenda: Agenda,
  envelope: Envelope,
  { ascii, config, flags }: Rendering,
): Promise<string> {
  const [{ composeMail }, { renderMailHtml }, { renderText }, { withExactWidths }] = await Promise.all([
    import('../report/mail/eml.ts'),
    import('../report/mail/mail-html.ts'),
    import('../report/text/text.ts'),
    import('../report/text/width.ts'),
  ])
  const layout = { width: TEXT_WIDTH, paint: new Chalk({ level: 0 }), ascii }
  const hasPage = flags.attach === 'html'
  const rest = hasPage
    ? 'are in the page that is attached, and in the text of this mail.'
    : 'are in the text of this mail; with --attach html the whole page comes with it.'
  const body = {
    text: await withExactWidths(() => renderText(agenda, layout)),
    html: renderMailHtml(agenda, rest),
    page: hasPage ? (await import('../report/html/html.ts')).renderHtml(agenda) : undefined,
  }
  return composeMail(envelope, body, {
    asOf: agenda.book.asOf,
    timezone: flags.timezone ?? config.timezone,
    isForRep: agenda.audience === 'rep',
  })
}
