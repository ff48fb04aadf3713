import type { RepPage } from '../agenda/agenda.ts'
import { bookWords } from '../book/book-words.ts'
import { findingKey } from '../book/past/past.ts'
import { dismiss, note } from '../history/record.ts'
import type { Key } from '../terminal/prompts.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { addDays } from '../time/plain-date.ts'
import { saidDayAhead, waysToSay } from '../time/said-day.ts'
import { sayingOf } from './agree.ts'
import type { Aside, Writing } from './meeting.ts'
import { isAbout, type MeetingItem } from './meeting-items.ts'
import { asideLine, writeDone, writeWhich } from './meet-screens.ts'

const FOUR_WEEKS = 28

/** @returns whether all of what the item says was put aside. */
export async function putAside(item: Exclude<MeetingItem, { kind: 'promise' }>, writing: Writing): Promise<boolean> {
  const { agenda, terminal, history, progress, write } = writing
  const { asOf } = agenda.book
  const saying = sayingOf(agenda.book)
  const chosen = await chooseFindings(item, terminal)
  if (chosen.length === 0) return false
  const reason = await terminal.line({ message: 'Why is it put aside? (empty: not at all)' })
  if (reason === '') return false
  const isDeal = chosen.every(({ deal }) => deal !== null)
  const said = await terminal.line({
    message: isDeal ? 'Until when? (empty: until the deal changes)' : 'Until when?',
    initial: isDeal ? '' : bookWords(agenda.book).date(addDays(asOf, FOUR_WEEKS)),
    check: (text) =>
      (text === '' && isDeal) || saidDayAhead(text, saying) !== undefined
        ? undefined
        : `a day ahead, ${waysToSay(saying)}`,
  })
  const until = saidDayAhead(said, saying)
  const dismissals = chosen.map((finding) => ({ key: findingKey(finding), on: asOf, reason, until }))
  await write(() => dismiss(history, dismissals))
  progress.markAside(dismissals)
  const end = until === undefined ? 'the deal changes' : bookWords(agenda.book).weekday(until)
  await terminal.show((lines) => writeDone(lines, `put aside until ${end}; u takes it back`))
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

/** What of a rep's page, or of the manager's, is put aside now: what was put aside in one stroke is one. */
export function asideOf(
  page: RepPage | undefined,
  { agenda, progress }: Pick<Writing, 'agenda' | 'progress'>,
): readonly Aside[] {
  const groups = new Map<string, Aside>()
  for (const finding of agenda.findings) {
    const dismissal = progress.aside(findingKey(finding))
    const isTheirs = page === undefined ? finding.rep === null && finding.deal === null : isAbout(finding, page)
    // One of an earlier day may be over: the review says.
    if (dismissal === undefined || !isTheirs || (dismissal.on < agenda.book.asOf && finding.dismissed === null))
      continue
    const { reason, until, on } = dismissal
    const key = JSON.stringify([finding.deal?.id ?? null, reason, until, on])
    const before = groups.get(key)
    groups.set(key, { reason, until, findings: [...(before?.findings ?? []), finding] })
  }
  return [...groups.values()]
}

/** Takes a dismissal back; where there are several, one of them. @returns the findings that are open again. */
export async function takeBack(page: RepPage | undefined, writing: Writing): Promise<readonly string[]> {
  const { agenda, terminal, history, progress, write } = writing
  const words = bookWords(agenda.book)
  const standing = asideOf(page, writing)
  const chosen =
    standing.length < 2
      ? standing[0]
      : standing[
          await whichOf(
            standing.map((one) => asideLine(one, words)),
            terminal,
          )
        ]
  if (chosen === undefined) return []
  const keys = chosen.findings.map(findingKey)
  await write(() => note(history, 'undismissed', keys, agenda.book.asOf))
  progress.takeBack(keys)
  const isOld = chosen.findings.some(({ dismissed }) => dismissed !== null)
  const when = isOld ? '. The next review speaks about it again' : ''
  await terminal.show((lines) => writeDone(lines, `taken back: ${asideLine(chosen, words)}${when}`))
  return keys
}

async function whichOf(lines: readonly string[], terminal: Terminal): Promise<number> {
  const choices = [...lines.map((name, at) => ({ name, value: String(at) })), { name: '(none of these)', value: '-1' }]
  return Number(await terminal.choose('Which do you take back?', choices))
}
