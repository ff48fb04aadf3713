import type { Agenda, ManagerPage } from '../../agenda/agenda.ts'
import { isAllListed } from '../../agenda/team/data-lines.ts'
import type { Screen } from '../../agenda/team/screen.ts'
import { say } from '../../agenda/say/say.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { count, date, name, number, sum, type Said } from '../../language/sentence.ts'
import { goalOf } from '../../agenda/team/period-words.ts'
import { elapsedShare } from '../../book/goals/period.ts'
import { bookWords } from '../../book/book-words.ts'
import type { Block, Head, Line, LineId, Lines, Picture, Sheet } from './document.ts'
import { notChecked } from './not-checked.ts'
import { pointPicture } from './pictures.ts'
import { largeTables, MANY_REPS, repsTable } from './team-table.ts'

/** What kind of document it is. */
const KICKER = 'Pipeline review'

/** The team on one screen. */
export function teamSheet(page: ManagerPage, agenda: Agenda): Sheet {
  const { screen, unassigned } = page
  const { book } = agenda
  const tables = screen.talks.length > MANY_REPS ? largeTables(screen, book) : [repsTable(screen, unassigned, book)]
  const blocks: readonly Block[] = [
    headOf(screen),
    ...group(line('read-first', 'Read first', screen.readFirst)),
    ...group(line('period', book.period.label, screen.period, progressOf(screen, agenda))),
    ...(screen.points.length === 0
      ? []
      : [
          {
            kind: 'points' as const,
            points: screen.points.map((point) => {
              const picture = pointPicture(point)
              return { said: point.said, ...(picture === undefined ? {} : { picture }) }
            }),
          },
        ]),
    ...(screen.talks.length === 0 ? [] : tables),
    ...group(weekLines(page, agenda)),
  ]
  return {
    kind: 'team',
    id: page.manager.isTop ? 'team' : `team-${page.manager.name ?? ''}`,
    name: page.manager.name,
    blocks,
  }
}

function group(lines: readonly Line[]): readonly Lines[] {
  return lines.length === 0 ? [] : [{ kind: 'lines', lines }]
}

function line(id: LineId, label: string, said: readonly Said[], picture?: Picture): readonly Line[] {
  return said.length === 0 ? [] : [{ id, label, said, ...(picture === undefined ? {} : { picture }) }]
}

function headOf({ manager, talks, teams, open, meeting, newest }: Screen): Head {
  const reps = number(talks.length)
  const title =
    teams.length > 1
      ? say('title.teams', { n: number(teams.length) })
      : manager.name === undefined
        ? say('title.plain', { n: reps })
        : say('title.team', { name: name(manager.name) })
  const isKnown = totalAmount(open) !== undefined
  const deals = isKnown
    ? say(isAllListed(open) ? 'head.open-list' : 'head.open', { n: count(open), worth: sum(open) })
    : say('head.open-plain', { n: count(open) })
  return {
    kind: 'head',
    kicker: KICKER,
    title,
    aside: say('head.for', { day: date(meeting) }),
    facts: [...(talks.length === 0 ? [] : [say('head.reps', { n: reps })]), deals],
    ...(newest === undefined ? {} : { factsAside: say('head.data', { day: date(newest) }) }),
  }
}

function progressOf({ talks }: Screen, { book }: Agenda): Picture | undefined {
  const goal = goalOf(talks.map(({ rep }) => rep))
  return goal === undefined
    ? undefined
    : { kind: 'progress', won: goal.won, goal: goal.amount, gone: elapsedShare(book.period, book.asOf) }
}

function weekLines({ screen, manager }: ManagerPage, agenda: Agenda): readonly Line[] {
  const { book } = agenda
  const [last] = book.past.reviews
  const since = last === undefined ? 'Last week' : `Since ${bookWords(book).date(last.asOf)}`
  return [
    ...line('due-soon', 'Due in 2 weeks', screen.dueSoon),
    ...line('overdue', 'Overdue', screen.overdue),
    ...line('since', since, screen.since),
    ...line('no-owner', 'No owner', screen.noOwner),
    ...line('join', 'For you', screen.join),
    ...line('let-pass', 'Still open', screen.letPass),
    ...line('would-notice', 'Sure?', screen.wouldNotice),
    ...line('not-checked', 'Not checked', manager.isTop ? notChecked(agenda) : []),
  ]
}
