import { bookWords } from '../book/book-words.ts'
import { MANAGER, type Proof } from '../book/past/commitments.ts'
import { commit, settle } from '../history/record.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { saidDayAhead, waysToSay, type Saying } from '../time/said-day.ts'
import type { Book } from '../book/book.ts'
import { Problem } from '../system/problem.ts'
import { proofWords } from '../report/content/proof-words.ts'
import type { Writing } from './meeting.ts'
import {
  dueDay,
  keysOf,
  promiseKey,
  proofChoices,
  proposalFor,
  type MeetingItem,
  type Proposal,
} from './meeting-items.ts'
import { writeDone, writeProposal } from './meet-screens.ts'

interface Draft extends Proposal {
  readonly by: PlainDate
}

/**
 * Proposes a commitment and writes it down when it is as wanted. A promise that is made again takes the place of the one
 * that was missed, which counts as missed.
 *
 * @returns whether something was written down.
 */
export async function agree(item: MeetingItem | undefined, rep: string, writing: Writing): Promise<boolean> {
  const { agenda, terminal, titles } = writing
  const words = bookWords(agenda.book)
  const proposed = item === undefined ? { text: '', deal: undefined, proof: undefined } : proposalFor(item, agenda)
  let draft: Draft = { ...proposed, by: dueDay(agenda.book) }
  if (draft.text === '') draft = { ...draft, text: await askWhat(draft.text, writing) }
  while (draft.text !== '') {
    const shown = draft
    await terminal.show((lines) => writeProposal(lines, shown, words, titles))
    const action = await terminal.keys([
      { key: 'enter', action: 'write', says: 'write it down' },
      { key: 'w', action: 'words', says: 'words' },
      { key: 'd', action: 'day', says: 'day' },
      { key: 'p', action: 'proof', says: 'what shows it' },
      { key: 'x', action: 'leave', says: 'leave it' },
    ])
    if (action === 'leave') return false
    if (action === 'words') draft = { ...draft, text: await askWhat(draft.text, writing) }
    else if (action === 'day') draft = { ...draft, by: await askDay(draft.by, writing) }
    else if (action === 'proof') draft = { ...draft, proof: await askProof(draft, proposed.proof, writing) }
    else {
      await keep(draft, item, rep, writing)
      return true
    }
  }
  return false
}

async function keep(draft: Draft, item: MeetingItem | undefined, rep: string, writing: Writing): Promise<void> {
  const { agenda, history, progress, terminal } = writing
  const { asOf } = agenda.book
  const words = bookWords(agenda.book)
  const before = item?.kind === 'promise' ? item.promise.commitment : undefined
  const keys = item === undefined ? [] : keysOf(item)
  const made = { ...draft, on: asOf, rep: before?.rep ?? rep, owedTo: before?.owedTo }
  const { id } = await writing.write(() => commit(history, made, { about: keys, insteadOf: before?.id }))
  progress.markDone(keys)
  await terminal.show((lines) => writeDone(lines, `written down as ${id}, by ${words.weekday(draft.by)}`))
}

/** Empty: nothing is agreed. */
async function askWhat(initial: string, { terminal }: Writing): Promise<string> {
  return terminal.line({ message: 'What will be done? (empty: nothing)', initial })
}

async function askDay(before: PlainDate, { agenda, terminal }: Writing): Promise<PlainDate> {
  const saying = sayingOf(agenda.book)
  const said = await terminal.line({
    message: 'By when?',
    initial: bookWords(agenda.book).date(before),
    check: (text) => (saidDayAhead(text, saying) === undefined ? `a day ahead, ${waysToSay(saying)}` : undefined),
  })
  return saidDayAhead(said, saying) ?? before
}

/** How days are typed in a meeting. */
export function sayingOf({ asOf, settings: { notation } }: Book): Saying {
  return { today: asOf, toward: 'ahead', isMonthFirst: notation.isMonthFirst }
}

async function askProof(draft: Draft, proposed: Proof | undefined, { agenda, terminal, titles }: Writing) {
  const words = bookWords(agenda.book)
  const choices = proofChoices({ ...draft, proof: proposed })
  const value = await terminal.choose(
    'What will the next export show?',
    choices.map((proof, at) => ({ name: proofWords(proof, words, titles), value: String(at) })),
  )
  return choices[Number(value)]
}

/**
 * Help asked for is something that the manager owes.
 *
 * @returns whether something was written down.
 */
export async function askHelp(item: MeetingItem | undefined, rep: string, writing: Writing): Promise<boolean> {
  const { agenda, history, progress, terminal } = writing
  const { asOf } = agenda.book
  const text = await terminal.line({ message: `What does ${rep} need from you? (empty: nothing)` })
  if (text === '') return false
  const by = await askDay(dueDay(agenda.book), writing)
  const deal = item === undefined ? undefined : proposalFor(item, agenda).deal
  const keys = item === undefined ? [] : keysOf(item)
  const made = { on: asOf, rep: MANAGER, owedTo: rep, text, by, deal, proof: undefined }
  const { id } = await writing.write(() => commit(history, made, { about: keys }))
  progress.markDone(keys)
  const when = bookWords(agenda.book).weekday(by)
  await terminal.show((lines) => writeDone(lines, `written down as ${id}: you owe ${rep} this by ${when}`))
  return true
}

/** What no export shows, and the two of you know. */
export async function settlePromise(
  item: Extract<MeetingItem, { kind: 'promise' }>,
  as: 'done' | 'dropped',
  { agenda, history, progress, terminal, write }: Writing,
): Promise<void> {
  const { id } = item.promise.commitment
  try {
    await write(() => settle(history, [id], as, agenda.book.asOf))
  } catch (error) {
    // It was settled a moment ago, and somebody went back to it.
    if (!(error instanceof Problem) || error.exitCode !== 2) throw error
    terminal.print(`${error.what}\n`)
  }
  progress.markDone([promiseKey(id)])
}
