import type { Agenda } from '../../agenda/agenda.ts'
import { printedPages } from '../../agenda/printed-pages.ts'
import { sum } from '../../book/kit/statistics.ts'
import { groupBy } from '../../kit/collections.ts'
import { enabling, type NotChecked } from '../../engine/finding.ts'
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

/** More are not read to the end: then the titles stand together, and what helps most of them is said. */
const CURES_LISTED = 5
const SOURCES_SHOWN = 3

/** What can be added at one stroke, and how a cure speaks of it. */
const SOURCES: readonly (readonly [source: string, spoken: RegExp])[] = [
  [
    'an export of activities: tasks, calls, e-mails, meetings',
    /\bexport of (?:activities|e-mails|meetings)\b|\bactivities with\b/u,
  ],
  // Where there is one, what it lacks.
  ['the direction of each e-mail and call: who began it', /\bdirection of each\b|\bthat came in\b/u],
  ['the owner of each activity', /\bowner of each activity\b/u],
  ['the deal of each activity', /\bdeal that each activity\b/u],
  ['the type or subject of each activity', /\b(?:type|subject) of each activity\b/u],
  ['the contact of each activity', /\bcontact of each activity\b/u],
  ['the owner or attendees of each meeting', /\bwho was at each meeting\b/u],
  ['a word in the type or subject of activities that says which were prospecting', /\bwhich were prospecting\b/u],
  ['an export of the opportunity history, or last week’s export with --previous', /\bhistory\b|--previous/u],
  ['an export of contact roles', /contact roles/u],
  ['the column with the day each deal was created', /day each deal was created/u],
  ['goals, standards or targets in pipeline-coach.yaml', /pipeline-coach\.yaml/u],
]

/** Every rule that was not checked by its title, and what it would need. */
function notChecked({ notChecked: entries, audience }: Agenda): readonly string[] {
  if (audience === 'rep') return []
  const alike = byCount([...groupBy(entries, enabling)])
  if (alike.length <= CURES_LISTED) return alike.map(([enable, same]) => `${titles(same)}: ${enable}.`)
  const helped = SOURCES.map(
    ([source, spoken]) => [source, entries.filter(({ cures }) => cures.some((cure) => spoken.test(cure)))] as const,
  )
  return [
    `${titles(entries)}.`,
    ...byCount(helped.filter(([, some]) => some.length > 0))
      .slice(0, SOURCES_SHOWN)
      .map(([source, some]) => `${some.length} of these ${entries.length} wait for ${source}.`),
    'What each of them needs is in “pipeline-coach inspect”.',
  ]
}

function byCount<T>(
  groups: readonly (readonly [string, readonly T[]])[],
): readonly (readonly [string, readonly T[]])[] {
  return groups.toSorted(([, a], [, b]) => b.length - a.length)
}

function titles(entries: readonly NotChecked[]): string {
  return entries.map((entry) => `“${entry.title.toLowerCase()}”`).join(', ')
}
