import type { Agenda, RepPage } from '../../agenda/agenda.ts'
import type { DealTalk } from '../../agenda/deals/choose-deals.ts'
import { mapped } from '../../kit/collections.ts'
import { bookWords } from '../../book/book-words.ts'
import { fill, fillAll } from '../../language/fill.ts'
import type { Said, Slot } from '../../language/sentence.ts'
import { isoDate } from '../../time/plain-date.ts'
import { composeReport } from '../content/compose-report.ts'
import { sentencesIn } from '../content/sentences.ts'
import { ownOf } from '../content/rep-sheet.ts'

export interface ToldOfDeal {
  readonly reasons: readonly string[]
  readonly question: string | null
  readonly dueIn: number | null
}

/** What the page says of a deal: why it is there, what to ask, and in how many days it is due. */
export function dealTalk(talk: DealTalk | undefined, agenda: Agenda): ToldOfDeal {
  if (talk === undefined) return { reasons: [], question: null, dueIn: null }
  const words = bookWords(agenda.book)
  const { closeDate } = talk.deal
  const reasons = ownOf(
    talk.reasons.map(({ said }) => said),
    agenda,
  )
  return {
    reasons: reasons.map((said) => fill(said, words)),
    question: talk.question === undefined ? null : fill(talk.question, words),
    dueIn: closeDate === undefined ? null : closeDate - agenda.book.asOf,
  }
}

/** What the page is about, and where in the deals the difference lies. */
export function topicOf({ talk }: RepPage, agenda: Agenda) {
  const { cause, rep } = talk
  const [where] = cause?.where === undefined ? [] : ownOf([cause.where], agenda)
  return {
    topic: cause?.topic ?? (rep.deals.length === 0 ? 'unknown' : 'none'),
    where: where === undefined ? null : fill(where, bookWords(agenda.book)),
  }
}

/** What stands behind the reason and could overturn it; null where nothing does. */
export function caveatOf({ talk }: RepPage, agenda: Agenda): string | null {
  const rest = ownOf(talk.why.slice(1), agenda)
  return rest.length === 0 ? null : fillAll(rest, bookWords(agenda.book))
}

/** The period of the team: what was won, what is due, and what the same day of earlier periods brought. */
export function periodDocument({ manager, book }: Agenda) {
  const { outlook, talks } = manager.screen
  const goals = talks.flatMap(({ rep }) => rep.goal ?? [])
  const total = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  return {
    period: book.period.label,
    won: goals.length === 0 ? null : total(goals.map(({ won }) => won ?? 0)),
    goal: goals.length === 0 ? null : total(goals.map(({ amount }) => amount)),
    due: outlook.due.length === 0 ? null : outlook.dueAmount,
    need: outlook.need ?? null,
    reach: outlook.reach,
    earlier: outlook.earlier.map(({ label, share, due, won }) => ({
      period: label,
      share,
      due: due.map(({ id }) => id),
      won: won.map(({ id }) => id),
    })),
  }
}

/** Every sentence of the report: its template, what fills it, and the ids behind each figure. */
export function sentencesDocument(agenda: Agenda) {
  const words = bookWords(agenda.book)
  return mapped(sentencesIn(composeReport(agenda)), ({ said, sheet, label }) => ({
    page: sheet?.id ?? null,
    label,
    text: fill(said, words),
    ...saidDocument(said),
  }))
}

interface SaidDocument {
  readonly template: string
  readonly slots: Readonly<Record<string, unknown>>
}

function saidDocument({ template, slots }: Said): SaidDocument {
  return {
    template,
    slots: Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, slotDocument(slot)])),
  }
}

function slotDocument(slot: Slot): unknown {
  if (slot.kind === 'date') return { kind: 'date', day: isoDate(slot.day) }
  return slot.kind === 'list' ? { kind: 'list', items: slot.items.map(saidDocument) } : slot
}
