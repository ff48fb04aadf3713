import { bookWords } from '../book/book-words.ts'
import { sum } from '../book/kit/statistics.ts'
import { composeReport } from '../report/content/compose-report.ts'
import { renderSheet } from '../report/text/text.ts'
import type { Key } from '../terminal/prompts.ts'
import type { Meeting } from './meeting.ts'
import { managerItems } from './meeting-items.ts'
import { writeStart } from './meet-screens.ts'
import { paged } from './paged.ts'

/** Whom to go on with: a rep by the place of the page, or the manager's own page. */
export type Next = number | 'you'

export const QUIT: Key<'quit'> = { key: 'q', action: 'quit', says: 'quit' }

type Chosen = 'begin' | 'choose' | 'you' | 'team' | 'quit'

/**
 * The first screen: the team's, as the review prints it; when the meeting goes on, who has been met and who is left.
 *
 * @param next who would come next; undefined: all have been met.
 * @returns undefined: to the summary.
 */
export async function chooseNext(meeting: Meeting, next: Next | undefined): Promise<Next | undefined> {
  const { agenda, progress } = meeting
  const isBegun = agenda.pages.some(({ rep }) => progress.isMet(rep.name)) || progress.hasAny
  let action: Chosen = isBegun || teamSheets(meeting).length === 0 ? await listScreen(meeting, next) : 'team'
  while (action === 'team') action = await teamScreen(meeting, next)
  if (action === 'quit') return undefined
  if (action === 'begin') return next
  return action === 'you' ? 'you' : chooseRep(meeting)
}

function teamSheets({ agenda }: Meeting) {
  return composeReport(agenda).sheets.filter(({ kind }) => kind === 'team')
}

async function teamScreen(meeting: Meeting, next: Next | undefined): Promise<Chosen> {
  const { agenda, terminal } = meeting
  const words = bookWords(agenda.book)
  const text = await terminal.laidOut((lines) =>
    lines.raw(
      teamSheets(meeting)
        .map((sheet) => renderSheet(sheet, words, terminal.layout).trimEnd())
        .join('\n\n'),
    ),
  )
  const keys = startKeys(meeting, next)
  const [first, ...others] = keys
  const before = first === undefined ? others : [{ ...first, key: 'g' }, ...others]
  return paged<Chosen>(text, { atEnd: keys, before, otherwise: 'quit' }, terminal)
}

async function listScreen(meeting: Meeting, next: Next | undefined): Promise<Chosen> {
  const { agenda, terminal, progress } = meeting
  await terminal.show((lines) => writeStart(lines, agenda, progress, terminal.layout.width))
  if (next === undefined) terminal.print('All have been met today.\n')
  const team: Key<Chosen> = { key: 't', action: 'team', says: 'the team' }
  return terminal.keys([...startKeys(meeting, next), ...(teamSheets(meeting).length === 0 ? [] : [team])])
}

function startKeys(meeting: Meeting, next: Next | undefined): readonly Key<Chosen>[] {
  const { agenda, progress } = meeting
  const left = agenda.pages.filter(({ rep }) => !progress.isMet(rep.name))
  const isResumed = left.length < agenda.pages.length || progress.hasAny
  const name = next === 'you' ? 'your own page' : agenda.pages[next ?? -1]?.rep.name
  const minutes = sum(left.map((page) => page.minutes))
  const begin: Key<Chosen> =
    name === undefined
      ? { key: 'enter', action: 'quit', says: 'the summary' }
      : { key: 'enter', action: 'begin', says: `${isResumed ? 'go on' : 'begin'} with ${name}` }
  const you: Key<Chosen> = { key: 'y', action: 'you', says: 'your own page' }
  return [
    begin,
    { key: 'r', action: 'choose', says: `another rep (${left.length} left, about ${minutes} min)` },
    ...(managerItems(agenda).length === 0 || next === 'you' ? [] : [you]),
    ...(name === undefined ? [] : [QUIT]),
  ]
}

export async function chooseRep({ agenda, terminal, progress }: Meeting): Promise<number> {
  const choices = agenda.pages.map(({ rep }, at) => ({
    name: `${rep.name}${progress.isMet(rep.name) ? '  ✓ met' : ''}`,
    value: String(at),
  }))
  return Number(await terminal.choose('Whom?', choices))
}
