import type { Agenda } from '../../agenda/agenda.ts'
import { printedPages } from '../../agenda/printed-pages.ts'
import { sum } from '../../book/kit/statistics.ts'
import { enabling } from '../../engine/finding.ts'
import { remediesFor } from '../../engine/remedies.ts'
import { wordsFor } from '../../language/words.ts'
import { calendarParts, type PlainDate } from '../../time/plain-date.ts'
import type { Book } from '../../book/book.ts'
import { bookWords } from '../../book/book-words.ts'
import { type DataLine, dataLines, unreliableLines } from '../../agenda/team/data-lines.ts'
import { halfPage } from './half-page.ts'
import { repContent } from './content-page.ts'
import { teamContent } from './content-team.ts'
import type { ReportContent } from './content.ts'

/** From this many reps on nobody reads to the end to find the team. */
const LARGE_TEAM = 20

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Puts an agenda into words: what the formats with marks of their own have in common. */
export function reportContent(agenda: Agenda): ReportContent {
  const { book, isWholeTeam } = agenda
  const pages = printedPages(agenda)
  const half = halfPage(book)
  const day = half === undefined ? book.asOf : (book.data.old?.asked ?? book.asOf)
  const words = bookWords(book)
  const open = isWholeTeam ? book.open.length : sum(pages.map((page) => page.rep.open.length))
  const ofNobody = isWholeTeam ? agenda.manager.withoutOwner : undefined
  const minutes = sum(pages.map((page) => page.minutes)) + (ofNobody?.minutes ?? 0)
  const isTeamFirst = pages.length > LARGE_TEAM
  const leaders = isTeamFirst ? [agenda.manager, ...agenda.managers] : [...agenda.managers, agenda.manager]
  const managers = isWholeTeam ? leaders : agenda.managers
  return {
    title: titleOf(day, book),
    summary: [
      ...(ofNobody === undefined || pages.length > 0 ? [words.count(pages.length, 'rep')] : []),
      words.count(open, 'open deal'),
      `about ${minutes} min`,
    ].join(' · '),
    readFirst: half !== undefined || agenda.audience === 'rep' ? [] : texts(dataLines(book, words)),
    unreliable: half !== undefined || agenda.audience === 'rep' ? [] : texts(unreliableLines(book, words)),
    half,
    reps: half === undefined ? pages.map((page) => repContent(page, agenda)) : [],
    isTeamFirst,
    teams: half === undefined ? managers.map((page) => teamContent(page, agenda)) : [],
    notChecked: half === undefined ? notChecked(agenda) : [],
  }
}

function titleOf(day: PlainDate, { settings: { notation } }: Book): string {
  const { weekday, year } = calendarParts(day)
  const date = wordsFor(day, undefined, { notation }).date(day)
  return `Pipeline review · ${WEEKDAYS[weekday]} ${date}${notation.isMonthFirst ? ',' : ''} ${year}`
}

function texts(lines: readonly DataLine[]): readonly string[] {
  return lines.map(({ text }) => text)
}

const REMEDIES_SHOWN = 3

/** How many rules were not checked, and what would let most of them run. `inspect` has the rest. */
function notChecked({ notChecked: entries, audience, book }: Agenda): readonly string[] {
  if (audience === 'rep' || entries.length === 0) return []
  const failed = entries.filter(({ failure }) => failure !== undefined)
  const waiting = entries.filter(({ failure }) => failure === undefined)
  const words = bookWords(book)
  return [
    ...failed.map((entry) => `“${entry.title.toLowerCase()}”: ${enabling(entry)}.`),
    ...(waiting.length === 0
      ? []
      : [`${words.count(waiting.length, 'rule')}: “pipeline-coach inspect” says what each of them needs.`]),
    ...remediesFor(waiting)
      .slice(0, REMEDIES_SHOWN)
      .map(({ text, rules }) => `${rules.length} ${rules.length === 1 ? 'waits' : 'wait'} for ${text}.`),
  ]
}
