import { bookWords } from '../book/book-words.ts'
import type { RepPage } from '../agenda/agenda.ts'
import { dismiss, met, note } from '../history/record.ts'
import { addDays } from '../time/plain-date.ts'
import { Problem } from '../system/problem.ts'
import { repSheet } from '../report/content/rep-sheet.ts'
import { renderSheet } from '../report/text/text.ts'
import { saidDayAhead, waysToSay } from '../time/said-day.ts'
import { agree, askHelp, sayingOf, settlePromise } from './agree.ts'
import type { Meeting, Writing } from './meeting.ts'
import { findingKey } from '../book/past/past.ts'
import { itemsOf, keysOf, type MeetingItem } from './meeting-items.ts'
import { nextRep } from './meeting-progress.ts'
import { writeDone, writeItem, writeStart, writeWhich, writeAsk } from './meet-screens.ts'
import type { Key } from '../terminal/prompts.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** What comes after a rep, or after an item. */
type Then = 'next' | 'later' | 'back' | 'page' | 'quit' | 'choose'

const QUIT: Key<'quit'> = { key: 'q', action: 'quit', says: 'quit' }

/**
 * Goes through the reps one by one until all have been met or somebody quits. Whatever is agreed is written down at once.
 *
 * @throws Left for Ctrl-C, Problem where nothing can be written.
 */
export async function hold(meeting: Meeting): Promise<void> {
  const { agenda, terminal, progress } = meeting
  const names = agenda.pages.map(({ rep }) => rep.name)
  let at = await start(meeting, nextRep(names, progress))
  while (at !== undefined) {
    const page = agenda.pages[at]
    if (page === undefined) return
    const then = await meetRep(page, meeting)
    if (then === 'quit') return
    const next = nextRep(names, progress, at)
    if (then === 'choose') at = (await chooseRep(meeting)) ?? at
    // Past the last one, whoever was left out is offered and not simply begun with.
    else if (next !== undefined && next > at) at = next
    else at = next === undefined ? undefined : await start(meeting, next)
  }
  if (nextRep(names, progress) === undefined) terminal.print('\n')
}

/** The start screen. Undefined: to the summary. */
async function start(meeting: Meeting, next: number | undefined): Promise<number | undefined> {
  const { agenda, terminal, progress } = meeting
  await terminal.show((lines) => writeStart(lines, agenda, progress, terminal.layout.width))
  const name = agenda.pages[next ?? -1]?.rep.name
  if (name === undefined) terminal.print('All have been met today.\n')
  const isResumed = agenda.pages.some(({ rep }) => progress.isMet(rep.name))
  const action = await terminal.keys<'begin' | 'choose' | 'quit'>([
    ...(name === undefined
      ? []
      : [{ key: 'enter', action: 'begin' as const, says: `${isResumed ? 'go on' : 'begin'} with ${name}` }]),
    { key: 'r', action: 'choose', says: 'another rep' },
    name === undefined ? { key: 'enter', action: 'quit', says: 'the summary' } : QUIT,
  ])
  if (action === 'quit') return undefined
  await written(meeting, meeting.begin)
  return action === 'begin' ? next : await chooseRep(meeting)
}

async function chooseRep({ agenda, terminal, progress }: Meeting): Promise<number | undefined> {
  const choices = agenda.pages.map(({ rep }, at) => ({
    name: `${rep.name}${progress.isMet(rep.name) ? '  ✓ met' : ''}`,
    value: String(at),
  }))
  return Number(await terminal.choose('Whom?', choices))
}

async function meetRep(page: RepPage, meeting: Meeting): Promise<'next' | 'choose' | 'quit'> {
  const { agenda, progress } = meeting
  const items = itemsOf(page, agenda)
  const isBegun = progress.isBegun(page.rep.name, items)
  let at = progress.isMet(page.rep.name) ? 0 : progress.firstOpen(items)
  // Whoever comes back to a rep in the middle goes on there; the page is a key away.
  if (!isBegun) {
    const then = await showPage(page, items.length, meeting)
    if (then === 'quit' || then === 'choose') return then
    if (then === 'later') return 'next'
  }
  for (;;) {
    const item = items[at]
    const then =
      item === undefined
        ? await closing(page, items.length > 0, meeting)
        : await discuss(item, { at: at + 1, of: items.length }, page, meeting)
    if (then === 'quit' || then === 'choose') return then
    if (then === 'later' || (then === 'next' && item === undefined)) break
    if (then === 'page' || (then === 'back' && at === 0)) {
      const after = await showPage(page, items.length, meeting)
      if (after === 'quit' || after === 'choose') return after
      if (after === 'later') return 'next'
    } else at += then === 'back' ? -1 : 1
  }
  await written(meeting, () => met(meeting.history, page.rep.name, agenda.book.asOf))
  progress.markMet(page.rep.name)
  return 'next'
}

/** The page, in pieces that a window holds. */
async function showPage(page: RepPage, items: number, { agenda, terminal }: Meeting): Promise<Then> {
  const text = await terminal.laidOut((lines) =>
    lines.raw(renderSheet(repSheet(page, agenda), bookWords(agenda.book), terminal.layout).trimEnd()),
  )
  const all = ['', terminal.paint.dim('─'.repeat(terminal.layout.width)), ...text.trimEnd().split('\n')]
  const piece = terminal.rows - 4
  const rest: readonly Key<Then>[] = [
    { key: 'l', action: 'later', says: 'leave for later' },
    { key: 'r', action: 'choose', says: 'another rep' },
    QUIT,
  ]
  for (let from = 0; ; from += piece) {
    terminal.print(`${all.slice(from, from + piece).join('\n')}\n`)
    const isLast = from + piece >= all.length
    // Nothing to go through: the closing question follows the page at once.
    if (isLast && items === 0) return 'next'
    const says = `go through ${bookWords(agenda.book).count(items, 'item')}`
    const begin = { key: 'enter', action: 'next' as const, says }
    if (isLast) return terminal.keys([begin, { ...begin, key: 'g', isSilent: true }, ...rest])
    const action = await terminal.keys<Then | 'more'>([
      { key: 'enter', action: 'more', says: 'more of the page' },
      { key: 'space', action: 'more', says: 'more', isSilent: true },
      { ...begin, key: 'g', action: 'next', says: items === 0 ? 'go on' : 'go to the items' },
      ...rest,
    ])
    if (action !== 'more') return action
  }
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

const WAY_KEYS: readonly Key[] = [
  { key: 'b', action: 'back', says: 'back' },
  { key: 'p', action: 'page', says: 'page' },
  { key: 'n', action: 'later', says: 'next rep' },
  QUIT,
]

/** What rests on no finding cannot be put aside: nothing would fall silent. */
function keysFor(item: MeetingItem): readonly Key[] {
  if (item.kind === 'promise') return PROMISE_KEYS
  return item.findings.length > 0 ? ITEM_KEYS : ITEM_KEYS.filter(({ action }) => action !== 'dismiss')
}

/** One item, until something is said about it. */
async function discuss(
  item: MeetingItem,
  place: { readonly at: number; readonly of: number },
  page: RepPage,
  meeting: Meeting,
): Promise<Then> {
  const { agenda, terminal, history, progress } = meeting
  await terminal.show((lines) => writeItem(lines, item, place, page, agenda))
  const writing: Writing = { ...meeting, write: (work) => written(meeting, work) }
  for (;;) {
    if (progress.isDone(item)) await terminal.show((lines) => writeDone(lines, 'something is written down about this'))
    const action = await terminal.keys([...keysFor(item), ...WAY_KEYS])
    switch (action) {
      case 'talked':
        await written(meeting, () => note(history, 'discussed', keysOf(item), agenda.book.asOf))
        progress.markDone(keysOf(item))
        return 'next'
      case 'skip':
        return 'next'
      case 'commit':
        if (await agree(item, page.rep.name, writing)) return 'next'
        break
      case 'help':
        if (await askHelp(item, page.rep.name, writing)) return 'next'
        break
      case 'dismiss':
        if (item.kind !== 'promise' && (await putAside(item, meeting))) return 'next'
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

/** What the items did not bring up. */
async function closing(page: RepPage, hasItems: boolean, meeting: Meeting): Promise<Then> {
  const { terminal } = meeting
  const name = page.rep.name
  const writing: Writing = { ...meeting, write: (work) => written(meeting, work) }
  await terminal.show((lines) => {
    lines.raw('')
    lines.text(terminal.paint.dim(`── ${name}, before you part`))
    writeAsk(lines, 'What do you need from me?', 2)
  })
  for (;;) {
    const action = await terminal.keys<Then | 'commit' | 'help'>([
      { key: 'enter', action: 'next', says: `done with ${name}` },
      { key: 'c', action: 'commit', says: 'commit' },
      { key: 'h', action: 'help', says: 'help asked' },
      ...(hasItems ? [{ key: 'b', action: 'back' as const, says: 'back' }] : []),
      { key: 'r', action: 'choose', says: 'another rep' },
      QUIT,
    ])
    if (action === 'commit') await agree(undefined, name, writing)
    else if (action === 'help') await askHelp(undefined, name, writing)
    else return action
  }
}

const FOUR_WEEKS = 28

/** @returns whether all of what the item says was put aside. */
async function putAside(item: Exclude<MeetingItem, { kind: 'promise' }>, meeting: Meeting): Promise<boolean> {
  const { agenda, terminal, history, progress } = meeting
  const { asOf } = agenda.book
  const saying = sayingOf(agenda.book)
  const chosen = await chooseFindings(item, terminal)
  if (chosen.length === 0) return false
  const reason = await terminal.line({ message: 'Why is it put aside? (empty: not at all)' })
  if (reason === '') return false
  const isDeal = chosen.every(({ deal }) => deal !== null)
  const until = await terminal.line({
    message: isDeal ? 'Until when? (empty: until the deal changes)' : 'Until when?',
    initial: isDeal ? '' : bookWords(agenda.book).date(addDays(asOf, FOUR_WEEKS)),
    check: (text) =>
      (text === '' && isDeal) || saidDayAhead(text, saying) !== undefined
        ? undefined
        : `a day ahead, ${waysToSay(saying)}`,
  })
  const keys = chosen.map(findingKey)
  await written(meeting, () =>
    dismiss(
      history,
      keys.map((key) => ({ key, on: asOf, reason, until: saidDayAhead(until, saying) })),
    ),
  )
  progress.markDone(keys)
  const end = saidDayAhead(until, saying)
  await terminal.show((lines) =>
    writeDone(lines, `put aside until ${end === undefined ? 'the deal changes' : bookWords(agenda.book).weekday(end)}`),
  )
  return progress.isDone(item)
}

async function chooseFindings({ findings }: Exclude<MeetingItem, { kind: 'promise' }>, terminal: Terminal) {
  if (findings.length < 2) return findings
  await terminal.show((lines) => writeWhich(lines, findings))
  const action = await terminal.keys([
    ...findings.map((_, at): Key => ({ key: String(at + 1), action: String(at), says: 'this one' })),
    { key: 'a', action: 'all', says: 'all of them' },
    { key: 'x', action: 'none', says: 'none' },
  ])
  return action === 'all' ? findings : findings.slice(Number(action), Number(action) + 1)
}

/** Does what writes; where that fails it says so, and asks whether to try again: the meeting goes on. */
async function written<T>({ terminal }: Meeting, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Problem) || (error.exitCode !== 74 && error.exitCode !== 75)) throw error
      await terminal.show((lines) =>
        lines.text(`Not written down: ${error.what}. ${error.hint}`, { style: lines.paint.red }),
      )
      const action = await terminal.keys([
        { key: 'enter', action: 'again', says: 'try again' },
        { key: 'q', action: 'quit', says: 'quit' },
      ])
      if (action === 'quit') throw error
    }
  }
}
