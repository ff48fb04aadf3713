import type { Book } from '../book/book.ts'
import { sumForeign } from '../book/currency.ts'
import { compareText } from '../collections.ts'
import type { Finding } from '../engine/finding.ts'
import type { AnyRule } from '../engine/rule.ts'
import type { RuleRun } from '../engine/run-rules.ts'
import { compare } from '../history/compare.ts'
import { isoDate } from '../plain-date.ts'
import { wordsFor, type Words } from '../words.ts'
import type { Agenda, Collapsed, ManagerPage, RepPage } from './agenda.ts'
import { groupBy } from '../collections.ts'
import { collapse, composePage, isMost, type Bounds, type Composition } from './compose-page.ts'

const COLLAPSE_TEAM_DEALS = 10
const HALF = 0.5
/** Fewer reps than this say nothing about a team. */
const TEAM = 3

/** Turns findings into pages: for each rep one thing and a few conversations, and the manager's own page. */
export function composeAgenda(book: Book, rules: readonly AnyRule[], run: RuleRun, bounds: Bounds): Agenda {
  const { findings } = run
  const live = [...findings.keys()].filter((index) => findings[index]?.dismissed === null)
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const collapsed = collapsedForTeam(book, byId, findings, live)
  const composition: Composition = {
    book,
    rules: byId,
    findings,
    live,
    byRep: groupBy(live, (index) => findings[index]?.rep ?? ''),
    teamCollapsed: new Set(collapsed.map(({ rule }) => rule)),
    changes: compare(book),
    bounds,
  }
  const pages = book.reps.map((rep) => composePage(rep, composition)).sort(byNeed)
  return {
    book,
    findings,
    notChecked: run.notChecked,
    pages,
    manager: managerPage(composition, pages, collapsed),
    isWholeTeam: true,
  }
}

/** Those with the most to gain first, healthy ones last; then by name. */
function byNeed(a: RepPage, b: RepPage): number {
  const need = (page: RepPage) => (page.oneThing === null ? -1 : (page.oneThing.worth ?? 0))
  return need(b) - need(a) || compareText(a.rep.name, b.rep.name)
}

function collapsedForTeam(
  book: Book,
  rules: ReadonlyMap<string, AnyRule>,
  findings: readonly Finding[],
  live: readonly number[],
): Collapsed[] {
  const ofDeals = live.filter((index) => findings[index]?.scope === 'deal')
  return [...groupBy(ofDeals, (index) => findings[index]?.rule ?? '')].flatMap(([id, indexes]) => {
    const rule = rules.get(id)
    return rule !== undefined && isMost(indexes.length, book.open.length, COLLAPSE_TEAM_DEALS)
      ? [collapse(rule, indexes, book.open, findings)]
      : []
  })
}

function managerPage(
  composition: Composition,
  pages: readonly RepPage[],
  collapsed: readonly Collapsed[],
): ManagerPage {
  const { book, findings } = composition
  const words = wordsFor(book.asOf, book.currency)
  return {
    findings: composition.live.filter((index) => findings[index]?.rep === null),
    team: teamLines(pages, findings, words),
    collapsed,
    unassigned: book.unassigned,
    notes: notesOn(book, words),
  }
}

/** What half the team or more has in common is the team's, and its leader's, before it is anyone's. */
function teamLines(pages: readonly RepPage[], findings: readonly Finding[], words: Words): string[] {
  if (pages.length < TEAM) return []
  const lines: string[] = []
  const silent = pages.filter((page) => page.about.some((index) => findings[index]?.rule === 'no-new-opportunities'))
  if (silent.length >= HALF * pages.length)
    lines.push(
      `${silent.length} of ${words.count(pages.length, 'rep')} created no new business in the last seven days. Was it a holiday? Then enter it ` +
        'under closed: in the config. If not, what did the team’s week go into?',
    )
  const causes = groupBy(pages, (page) => page.diagnosis.cause)
  for (const [cause, same] of causes)
    if (cause !== 'producing' && cause !== 'cannot-tell' && same.length >= HALF * pages.length)
      lines.push(
        `${same.length} of ${pages.length} reps have the same cause, ${cause.replaceAll('-', ' ')}: that is a matter of leadership. ` +
          'What would have to change for all of them?',
      )
  return lines
}

function ignoredDeals({ ignored }: Book): number {
  return ignored.reduce((total, { deals }) => total + deals, 0)
}

/** Deals whose owner seems to be gone, by owner. */
function orphans(book: Book, words: Words): string[] {
  const owners = groupBy(
    book.unassigned.filter(({ owner }) => owner !== undefined),
    (deal) => deal.owner ?? '',
  )
  if (owners.size === 0) return []
  const named = [...owners].map(([owner, deals]) => `${owner} (${words.count(deals.length, 'deal')})`)
  const isAll = book.reps.length === 0
  return [
    `Created and logged nothing in 28 days: ${named.join(', ')}. ` +
      (isAll
        ? 'That is everybody: is this export an old one?'
        : 'Who takes their deals? Someone who is still there stands in a reps file.'),
  ]
}

function notesOn(book: Book, words: Words): string[] {
  const notes: string[] = orphans(book, words)
  const unknown = book.deals.filter((deal) => deal.state === 'unknown').length
  if (unknown > 0) notes.push(`Of ${words.count(unknown, 'deal')} it is not known whether they are open, won or lost.`)
  const later = book.ids.size - book.deals.length - ignoredDeals(book)
  if (later > 0 && book.deals.length === 0)
    notes.push(`All deals (${later}) were created after ${words.date(isoDate(book.asOf))}: is --as-of right?`)
  const apart = sumForeign(book.open)
  if (apart.length > 0)
    notes.push(
      `Not added to anything, for want of a rate (rates: in the config): ${words.list(apart.map(({ amount, currency }) => words.money(amount, currency)))}.`,
    )
  const { importDays, defaultCloseDates, ignored, joined } = book
  if (importDays.length > 0)
    notes.push(
      `Deals created on ${words.list(importDays.map((day) => words.date(isoDate(day))))} look imported; their creation dates are not used.`,
    )
  if (defaultCloseDates > 0)
    notes.push(
      `${words.count(defaultCloseDates, 'open deal')} close the same number of days after creation: a default, so not used as promises.`,
    )
  for (const { owner, deals } of ignored) notes.push(`${owner} is left out (${words.count(deals, 'open deal')}).`)
  if (joined.total > 0)
    notes.push(`Activities: ${joined.total - joined.unmatched} of ${joined.total} found their deal.`)
  return notes
}
