import type { ManagerPage, RepPage } from '../../agenda/agenda.ts'
import type { Book } from '../../book/book.ts'
import { sum } from '../../book/kit/statistics.ts'
import type { DealRef } from '../../engine/finding.ts'
import type { Change, ChangeKind } from '../../history/compare.ts'
import { isoDate } from '../../time/plain-date.ts'
import type { Words } from '../../language/words.ts'

// What has changed since the last review, in words that every format says alike.

const CHANGES_SHOWN = 6

/** What matters most comes first; what moved a stage forward, as it should, is one line at the end. */
const CHANGE_ORDER = [
  'won',
  'lost',
  'gone',
  'pushed',
  'moved-back',
  'amount-down',
  'owner',
  'amount-up',
  'pulled-in',
  'created',
] as const

const changeNames: Record<ChangeKind, string> = {
  created: 'new',
  won: 'won',
  lost: 'lost',
  gone: 'gone',
  owner: 'owner',
  pushed: 'pushed',
  'pulled-in': 'sooner',
  advanced: 'forward',
  'moved-back': 'back',
  'amount-up': 'more',
  'amount-down': 'less',
}

/** A rep's changes: those that are told one by one, and what is said of the others. */
export interface Since {
  readonly changes: readonly { readonly label: string; readonly text: string }[]
  /** “2 more changes”; undefined where all are told. */
  readonly more: string | undefined
  /** What several losses have in common. */
  readonly losses: string | undefined
  /** “7 deals a stage on: …” */
  readonly forward: string | undefined
}

export function sinceLastTime({ changes, losses }: Pick<RepPage, 'changes' | 'losses'>, words: Words): Since {
  const told = CHANGE_ORDER.flatMap((kind) => changes.filter(({ change }) => change === kind))
  const rest = told.length - CHANGES_SHOWN
  const forward = changes.filter(({ change }) => change === 'advanced').map(({ deal }) => deal)
  return {
    changes: told.slice(0, CHANGES_SHOWN).map((change) => changeLine(change, words)),
    more: rest > 0 ? words.count(rest, 'more change') : undefined,
    losses,
    forward:
      forward.length === 0
        ? undefined
        : `${words.count(forward.length, 'deal')} a stage on: ${named(forward.slice(0, 3), forward.length)}`,
  }
}

function changeLine({ deal, change, from, to, amount, reason }: Change, words: Words) {
  const value = (side: string | number | null) =>
    typeof side === 'number' ? words.money(side) : side === null ? '?' : words.date(side)
  const size = amount === undefined ? '' : `, ${words.money(amount)}`
  const why = reason === null ? '' : `, “${reason}”`
  const isAboutDeal = change === 'created' || change === 'won' || change === 'lost' || change === 'gone'
  const text = isAboutDeal ? `${deal.name}${size}${why}` : `${deal.name}: ${value(from)} → ${value(to)}`
  return { label: changeNames[change], text }
}

/** Names, and how many more there are. */
export function named(refs: readonly DealRef[], of: number): string {
  const names = refs.map(({ name }) => name).join(', ')
  return of > refs.length ? `${names} and ${of - refs.length} more` : names
}

/** The team's changes in a line; undefined where there was no review before, or nothing changed. */
export function teamSince({ changes }: ManagerPage, { past }: Book, words: Words): string | undefined {
  const [last] = past.reviews
  if (last === undefined || changes.length === 0) return undefined
  const counts = [...CHANGE_ORDER, 'advanced' as const].flatMap((kind) => {
    const same = changes.filter(({ change }) => change === kind)
    return same.length === 0 ? [] : [`${same.length} ${teamNames[kind]}${money(same, words)}`]
  })
  return `Since ${words.date(isoDate(last.asOf))}: ${counts.join(', ')}.`
}

const teamNames: Record<ChangeKind, string> = {
  ...changeNames,
  pushed: 'pushed later',
  'pulled-in': 'pulled in',
  advanced: 'a stage on',
  'moved-back': 'a stage back',
  'amount-up': 'larger',
  'amount-down': 'smaller',
  owner: 'handed over',
}

/** What all of it comes to, where it is whole deals that came or went. */
function money(changes: readonly Change[], words: Words): string {
  const [{ change } = { change: 'owner' }] = changes
  const isWhole = change === 'created' || change === 'won' || change === 'lost' || change === 'gone'
  const amounts = changes.flatMap(({ amount }) => amount ?? [])
  return isWhole && amounts.length > 0 ? ` (${words.money(sum(amounts))})` : ''
}
