import type { Book } from '../../book/book.ts'
import { addDays, type PlainDate } from '../../time/plain-date.ts'
import type { Composition } from '../composition.ts'
import type { ManagerPage } from '../agenda.ts'
import { number, type Said } from '../../language/sentence.ts'
import { chanceToNotice } from '../../book/team/notice.ts'
import { closedInYear } from '../facts/closed.ts'
import { say } from '../say/say.ts'
import { meetingOf } from '../facts/days.ts'
import { outlookOf } from '../page/outlook.ts'
import type { Talk } from '../page/talk.ts'
import { goalOf, periodPoint, periodWords } from './period-words.ts'
import { changePoint, hangsPoint } from './period-points.ts'
import { teamPoints } from './points.ts'
import { readFirst } from './read-first.ts'
import type { Screen } from './screen.ts'
import { dueSoonWords, forYouWords, letPassWords, noOwnerWords, overdueWords, sinceWords } from './week-lines.ts'

const POINTS = 3

/** The screen of whoever leads these reps. */
export function composeScreen(
  page: Omit<ManagerPage, 'screen'>,
  all: readonly Talk[],
  { book, insights }: Pick<Composition, 'book' | 'insights'>,
): Screen {
  const names = new Set(page.reps.map(({ rep }) => rep.name))
  const talks = all.filter(({ rep }) => names.has(rep.name))
  const reps = talks.map(({ rep }) => rep)
  const ofTeam = page.manager.isTop
    ? { deals: book.deals, open: book.open }
    : { deals: reps.flatMap(({ deals }) => deals), open: reps.flatMap(({ open }) => open) }
  const outlook = outlookOf(ofTeam, goalOf(reps)?.gap, book)
  const first = periodPoint(reps, outlook, book)
  const points = [
    ...(first === undefined ? [] : [first]),
    ...teamPoints(reps, book, page.manager.isTop ? insights : []),
    ...[changePoint(reps, book), hangsPoint(reps, outlook, book)].flatMap((point) => point ?? []),
  ].slice(0, POINTS)
  const full = { ...page, screen: undefined as never }
  return {
    manager: page.manager,
    meeting: meetingOf(book),
    talks,
    teams: page.manager.isTop ? teamsOf(talks) : [],
    open: ofTeam.open,
    newest: newestDay(book),
    readFirst: page.manager.isTop ? readFirst(book) : [],
    outlook,
    period: reps.length === 0 ? [] : periodWords(reps, book),
    points,
    dueSoon: dueSoonWords(talks, book),
    overdue: overdueWords(talks, book),
    since: sinceWords(page, ofTeam.deals, page.changes, book),
    noOwner: noOwnerWords(page.unassigned),
    join: forYouWords(full, book),
    letPass: letPassWords(full),
    wouldNotice: page.manager.isTop ? noticeWords(book) : [],
  }
}

function teamsOf(talks: readonly Talk[]): Screen['teams'] {
  const names = [...new Set(talks.flatMap(({ rep }) => rep.manager ?? rep.team ?? []))]
  if (names.length < 2) return []
  return names.map((name) => ({ name, talks: talks.filter(({ rep }) => (rep.manager ?? rep.team) === name) }))
}

const FEWEST_REPS = 2

/** How often this file would show that a rep wins half as often as the others: what silence is worth. */
function noticeWords(book: Book): readonly Said[] {
  const reps = book.reps.map(({ deals }) => closedInYear(deals, book.asOf)).filter(({ closed }) => closed.length > 0)
  if (reps.length < FEWEST_REPS) return []
  const chance = chanceToNotice(reps.map(({ won, closed }) => ({ won: won.length, of: closed.length })))
  if (chance === undefined) return []
  const tenths = Math.round(10 * chance)
  const slots = { reps: number(reps.length), tenths: number(tenths) }
  return [say(tenths >= 10 ? 'notice.always' : tenths === 0 ? 'notice.never' : 'notice.chance', slots)]
}

/** The newest day of what has happened: opened, closed, logged or moved. */
function newestDay({ deals, asOf }: Book): PlainDate | undefined {
  let newest: number | undefined
  for (const { created, closedOn, lastActivity, stageSince } of deals)
    for (const day of [created, closedOn, lastActivity, stageSince])
      if (day !== undefined && day <= asOf && (newest === undefined || day > newest)) newest = day
  return newest === undefined ? undefined : addDays(newest as PlainDate, 0)
}
