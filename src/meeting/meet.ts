import { capitalised } from '../agenda/page/one-thing.ts'
import { bookWords } from '../book/book-words.ts'
import { MANAGER } from '../book/past/commitments.ts'
import type { RepPage } from '../agenda/agenda.ts'
import { met, note } from '../history/record.ts'
import { Problem } from '../system/problem.ts'
import { repSheet } from '../report/content/rep-sheet.ts'
import { renderSheet } from '../report/text/text.ts'
import type { Key } from '../terminal/prompts.ts'
import { agree, askHelp, settlePromise } from './agree.ts'
import type { Meeting, Whose, Writing } from './meeting.ts'
import { itemsOf, keysOf, managerItems, type MeetingItem } from './meeting-items.ts'
import { nextRep } from './meeting-progress.ts'
import { writeAside, writeAsk, writeDone, writeItem } from './meet-screens.ts'
import { chooseNext, chooseRep, QUIT, type Next } from './meet-team.ts'
import { paged } from './paged.ts'
import { asideOf, putAside, takeBack } from './put-aside.ts'

/** What comes after a rep, or after an item. */
type Then = 'next' | 'later' | 'back' | 'page' | 'quit' | 'choose' | 'again'

/**
 * Goes through the reps one by one, and through the manager's own page, until all have been met or somebody quits. Whatever
 * is agreed is written down at once.
 *
 * @throws Left for Ctrl-C, Problem where nothing can be written.
 */
export async function hold(meeting: Meeting): Promise<void> {
  const { agenda, terminal, progress } = meeting
  const names = agenda.pages.map(({ rep }) => rep.name)
  let at = await begun(meeting, await chooseNext(meeting, nextOf(meeting)))
  while (at !== undefined) {
    const then = await meetNext(at, meeting)
    if (then === 'quit') return
    if (then === 'choose') {
      at = await chooseRep(meeting)
      continue
    }
    const next = nextOf(meeting, at === 'you' ? -1 : at)
    const isAhead = next === 'you' || (next !== undefined && at !== 'you' && next > at)
    // Past the last one, whoever was left out is offered and not simply begun with.
    at = isAhead || next === undefined ? next : await chooseNext(meeting, next)
  }
  if (nextRep(names, progress) === undefined) terminal.print('\n')
}

async function begun(meeting: Meeting, next: Next | undefined): Promise<Next | undefined> {
  if (next !== undefined) await written(meeting, meeting.begin)
  return next
}

/** Reps first; the manager's own page comes when all have been met. */
function nextOf({ agenda, progress }: Meeting, after = -1): Next | undefined {
  const rep = nextRep(
    agenda.pages.map((page) => page.rep.name),
    progress,
    after,
  )
  if (rep !== undefined) return rep
  return managerItems(agenda).length > 0 && !progress.isMet(MANAGER) ? 'you' : undefined
}

async function meetNext(at: Next, meeting: Meeting): Promise<'next' | 'choose' | 'quit'> {
  const { agenda } = meeting
  if (at === 'you') return goThrough({ name: MANAGER, page: undefined }, managerItems(agenda), meeting)
  const page = agenda.pages[at]
  return page === undefined ? 'quit' : goThrough({ name: page.rep.name, page }, itemsOf(page, agenda), meeting)
}

async function goThrough(
  whose: Whose,
  items: readonly MeetingItem[],
  meeting: Meeting,
): Promise<'next' | 'choose' | 'quit'> {
  const { agenda, progress } = meeting
  const from = progress.isMet(whose.name) ? 0 : progress.firstOpen(items)
  // Whoever comes back to a rep in the middle goes on there; the page is a key away.
  const first = progress.isBegun(whose.name, items) ? 'next' : await showPage(whose.page, items.length, meeting)
  if (first === 'later') return 'next'
  const then = first === 'next' ? await itemByItem(from, whose, items, meeting) : first
  if (then !== 'done') return then === 'quit' || then === 'choose' ? then : 'next'
  await written(meeting, () => met(meeting.history, whose.name, agenda.book.asOf))
  progress.markMet(whose.name)
  return 'next'
}

/** @returns done where the end was reached; later where the page is left for later. */
async function itemByItem(
  from: number,
  whose: Whose,
  items: readonly MeetingItem[],
  meeting: Meeting,
): Promise<'done' | 'later' | 'choose' | 'quit'> {
  let at = from
  for (;;) {
    const item = items[at]
    const then =
      item === undefined
        ? await closing(whose, items.length > 0, meeting)
        : await discuss(item, { at: at + 1, of: items.length }, whose, meeting)
    if (then === 'quit' || then === 'choose') return then
    if (then === 'later' || (then === 'next' && item === undefined)) return 'done'
    if (then === 'again') at = meeting.progress.takenBackAt(items) ?? at
    else if (then === 'page' || (then === 'back' && at === 0)) {
      const after = await showPage(whose.page, items.length, meeting)
      if (after === 'quit' || after === 'choose' || after === 'later') return after
    } else at += then === 'back' ? -1 : 1
  }
}

/** A rep's page, in pieces that a window holds. The manager's is on the team's screen. */
async function showPage(page: RepPage | undefined, items: number, { agenda, terminal }: Meeting): Promise<Then> {
  if (page === undefined) return 'next'
  const text = await terminal.laidOut((lines) =>
    lines.raw(renderSheet(repSheet(page, agenda), bookWords(agenda.book), terminal.layout).trimEnd()),
  )
  const rest: readonly Key<Then>[] = [
    { key: 'l', action: 'later', says: 'leave for later' },
    { key: 'r', action: 'choose', says: 'another rep' },
    QUIT,
  ]
  const says = `go through ${bookWords(agenda.book).count(items, 'item')}`
  const begin: Key<Then> = { key: 'enter', action: 'next', says }
  return paged<Then>(
    text,
    {
      // Nothing to go through: the closing question follows the page at once.
      atEnd: items === 0 ? undefined : [begin, { ...begin, key: 'g', isSilent: true }, ...rest],
      before: [{ ...begin, key: 'g', says: items === 0 ? 'go on' : 'go to the items' }, ...rest],
      otherwise: 'next',
    },
    terminal,
  )
}

const ITEM_KEYS: readonly Key[] = [
  { key: 't', action: 'talked', says: 'talked about' },
  { key: 'c', action: 'commit', says: 'commit' },
  { key: 'd', action: 'dismiss', says: 'dismiss' },
  { key: 'h', action: 'help', says: 'help asked' },
  { key: 's', action: 'skip', says: 'skip' },
]

const PROMISE_KEYS: readonly Key[] = [
  { key: 't', action: 'talked', says: 'talked about' },
  { key: 'c', action: 'commit', says: 'commit again' },
  { key: 'k', action: 'done', says: 'kept after all' },
  { key: 'd', action: 'dropped', says: 'drop it' },
  { key: 'h', action: 'help', says: 'help asked' },
  { key: 's', action: 'skip', says: 'skip' },
]

const UNDO: Key<'undo'> = { key: 'u', action: 'undo', says: 'undo a dismissal' }

const WAY_KEYS: readonly Key[] = [
  { key: 'b', action: 'back', says: 'back' },
  { key: 'p', action: 'page', says: 'page' },
  { key: 'n', action: 'later', says: 'next rep' },
  QUIT,
]

/** What rests on no finding cannot be put aside: nothing would fall silent. Nobody asks the manager for help on their own page. */
function keysFor(item: MeetingItem, whose: Whose, meeting: Meeting): readonly Key[] {
  const keys = item.kind === 'promise' ? PROMISE_KEYS : ITEM_KEYS
  const isPossible = ({ action }: Key) => {
    if (action === 'help') return whose.page !== undefined
    return action !== 'dismiss' || (item.kind !== 'promise' && item.findings.length > 0)
  }
  const undo = asideOf(whose.page, meeting).length === 0 ? [] : [UNDO]
  const way = WAY_KEYS.filter(({ action }) => action !== 'page' || whose.page !== undefined)
  return [...keys.filter(isPossible), ...undo, ...way]
}

/** One item, until something is said about it. */
async function discuss(
  item: MeetingItem,
  place: { readonly at: number; readonly of: number },
  whose: Whose,
  meeting: Meeting,
): Promise<Then> {
  const { agenda, terminal, history, progress } = meeting
  await terminal.show((lines) => writeItem(lines, item, place, whose, agenda))
  const writing: Writing = { ...meeting, write: (work) => written(meeting, work) }
  for (;;) {
    if (progress.isDone(item)) await terminal.show((lines) => writeDone(lines, 'something is written down about this'))
    const action = await terminal.keys(keysFor(item, whose, meeting))
    switch (action) {
      case 'talked':
        await written(meeting, () => note(history, 'discussed', keysOf(item), agenda.book.asOf))
        progress.markDone(keysOf(item))
        return 'next'
      case 'skip':
        return 'next'
      case 'commit':
        if (await agree(item, whose.name, writing)) return 'next'
        break
      case 'help':
        if (await askHelp(item, whose.name, writing)) return 'next'
        break
      case 'dismiss':
        if (item.kind !== 'promise' && (await putAside(item, writing))) return 'next'
        break
      case 'undo':
        if ((await takeBack(whose.page, writing)).length > 0) return 'again'
        break
      case 'done':
      case 'dropped':
        if (item.kind === 'promise') await settlePromise(item, action, writing)
        return 'next'
      default:
        return action as Then
    }
  }
}

/** What the items did not bring up, and what is put aside. */
async function closing(whose: Whose, hasItems: boolean, meeting: Meeting): Promise<Then> {
  const { terminal, agenda } = meeting
  const { page } = whose
  const name = page === undefined ? 'your own page' : whose.name
  const writing: Writing = { ...meeting, write: (work) => written(meeting, work) }
  await terminal.show((lines) => {
    lines.raw('')
    lines.text(terminal.paint.dim(page === undefined ? '── You' : `── ${name}, before you part`))
    writeAside(lines, asideOf(page, meeting), bookWords(agenda.book))
    writeAsk(lines, page === undefined ? 'What will you do yourself?' : 'What do you need from me?', 2)
  })
  for (;;) {
    const action = await terminal.keys<Then | 'commit' | 'help' | 'undo'>([
      { key: 'enter', action: 'next', says: `done with ${name}` },
      { key: 'c', action: 'commit', says: 'commit' },
      ...(page === undefined ? [] : [{ key: 'h', action: 'help' as const, says: 'help asked' }]),
      ...(asideOf(page, meeting).length === 0 ? [] : [UNDO]),
      ...(hasItems ? [{ key: 'b', action: 'back' as const, says: 'back' }] : []),
      { key: 'r', action: 'choose', says: 'another rep' },
      QUIT,
    ])
    if (action === 'commit') await agree(undefined, whose.name, writing)
    else if (action === 'help') await askHelp(undefined, whose.name, writing)
    else if (action === 'undo') {
      if ((await takeBack(page, writing)).length > 0) return 'again'
    } else return action
  }
}

/** Does what writes; where that fails it says so, and asks whether to try again: the meeting goes on. */
async function written<T>({ terminal }: Meeting, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Problem) || (error.exitCode !== 74 && error.exitCode !== 75)) throw error
      await terminal.show((lines) =>
        lines.text(`Not written down: ${error.what}. ${capitalised(error.hint)}`, { style: lines.paint.red }),
      )
      const action = await terminal.keys([
        { key: 'enter', action: 'again', says: 'try again' },
        { key: 'q', action: 'quit', says: 'quit' },
      ])
      if (action === 'quit') throw error
    }
  }
}
