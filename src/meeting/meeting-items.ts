import type { Agenda, DealItem, OneThing, RepPage } from '../agenda/agenda.ts'
import { fridayAfter, meetingOf } from '../agenda/facts/days.ts'
import { creationTarget } from '../agenda/page/one-thing.ts'
import { MANAGER, parseProof, type JudgedCommitment, type Proof } from '../book/past/commitments.ts'
import { findingKey } from '../book/past/past.ts'
import type { Finding } from '../engine/finding.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { fill, fillAll } from '../language/fill.ts'
import { bookWords } from '../book/book-words.ts'

/** One conversation on a rep's page. */
export type MeetingItem =
  | {
      readonly kind: 'one-thing'
      readonly oneThing: OneThing
      readonly findings: readonly Finding[]
      readonly page: RepPage
    }
  /** A point of the team's screen. It has no finding of its own. */
  | { readonly kind: 'point'; readonly key: string; readonly said: string; readonly findings: readonly [] }
  | { readonly kind: 'deal'; readonly deal: DealItem; readonly findings: readonly Finding[] }
  /** Promised and missed, or due and nobody but the two can tell; of the rep, or of the manager to the rep. */
  | { readonly kind: 'promise'; readonly promise: JudgedCommitment }

/**
 * What there is to talk about with one rep, in the order of the page: what was promised and missed, the one thing, the
 * deals. What rules say beside that is in no item: the meeting has the page's words and numbers.
 */
export function itemsOf(page: RepPage, agenda: Agenda): readonly MeetingItem[] {
  const { oneThing } = page
  // A healthy rep's page shows no finding, and so none is brought up.
  if (oneThing === null) return promisesOf(page, agenda)
  const own = findingsOf(oneThing, page, agenda)
  const promises = promisesOf(page, agenda)
  const deals = page.deals.flatMap((deal): MeetingItem[] => {
    // The deal that the one thing is about is talked about there.
    if (deal.deal.id === oneThing.deal?.id) return []
    return [{ kind: 'deal', deal, findings: deal.findings.filter((one) => !own.includes(one)) }]
  })
  return [...promises, { kind: 'one-thing', oneThing, findings: own, page }, ...deals]
}

/** What the one thing rests on: all that is said about creation is one conversation, and all that is said about one deal. */
function findingsOf({ rule, cures, deal }: OneThing, page: RepPage, agenda: Agenda): readonly Finding[] {
  const { about } = page
  if (deal === null)
    return about.filter((one) => one.rule === rule || (cures === 'new-opportunities' && one.cures === cures))
  const own = agenda.findings.filter((one) => one.rule === rule && one.deal?.id === deal.id).slice(0, 1)
  const rest = page.deals.find((one) => one.deal.id === deal.id)?.findings ?? []
  return [...own, ...rest.filter((one) => !own.includes(one))]
}

/** Missed ones, and those that are due and that no export can show; what the manager owes this rep belongs here too. */
function promisesOf({ rep, commitments }: RepPage, { manager, book }: Agenda): MeetingItem[] {
  const owed = manager.commitments.filter(
    ({ commitment }) => commitment.rep === MANAGER && commitment.owedTo === rep.name,
  )
  return [...commitments, ...owed]
    .filter((one) => isToSettle(one, book.asOf))
    .map((promise) => ({ kind: 'promise', promise }))
}

/** Missed; or due, and no export can show it. */
function isToSettle({ verdict, commitment }: JudgedCommitment, asOf: PlainDate): boolean {
  const isDue = commitment.on < asOf && commitment.by <= asOf
  return verdict === 'missed' || (verdict === 'open' && isDue && commitment.proof === undefined)
}

/** Whether something is said of a rep, or of one of their open deals. */
export function isAbout({ rep, deal }: Finding, { rep: { name, open } }: RepPage): boolean {
  return rep === name || open.some(({ id }) => id === deal?.id)
}

/**
 * The manager's own page: what they promised to nobody who has a page, the points of the team's screen, and the meeting to
 * join. What they promised to a rep is an item of that rep.
 */
export function managerItems({ manager, pages, book, isWholeTeam }: Agenda): readonly MeetingItem[] {
  const isTheirs = ({ commitment: { rep, owedTo } }: JudgedCommitment) =>
    rep === MANAGER && !pages.some((page) => page.rep.name === owedTo)
  const promises = manager.commitments.filter((one) => isTheirs(one) && isToSettle(one, book.asOf))
  const { points, join } = manager.screen
  const words = bookWords(book)
  const said = [...points.map((point) => point.said), ...(join.length === 0 ? [] : [join])]
  return [
    ...promises.map((promise): MeetingItem => ({ kind: 'promise', promise })),
    ...(isWholeTeam ? said : []).map((all): MeetingItem => ({
      kind: 'point',
      key: `team ${all[0]?.template ?? ''}`,
      said: fillAll(all, words),
      findings: [],
    })),
  ]
}

/** What an item is about, in a line: for the summary. */
export function itemText(item: MeetingItem, agenda: Agenda): string {
  switch (item.kind) {
    case 'promise':
      return item.promise.commitment.text
    case 'one-thing':
      return withoutDay(item.oneThing.action, agenda)
    case 'point':
      return item.said
    case 'deal':
      return [item.deal.deal.name, ...[reasonsOf(item, agenda).join('; ')].filter(Boolean)].join(': ')
  }
}

/** Why a deal is talked about, as its page says it. */
export function reasonsOf(
  { deal: { deal } }: Extract<MeetingItem, { kind: 'deal' }>,
  agenda: Agenda,
): readonly string[] {
  const words = bookWords(agenda.book)
  const told = agenda.pages.flatMap(({ talk }) => talk.deals).find((one) => one.deal.id === deal.id)
  return told?.reasons.map(({ said }) => fill(said, words)) ?? []
}

/** By these the log says that an item was dealt with. */
export function keysOf(item: MeetingItem): readonly string[] {
  if (item.kind === 'promise') return [promiseKey(item.promise.commitment.id)]
  if (item.findings.length > 0) return item.findings.map(findingKey)
  // The page says of it what no rule does.
  if (item.kind === 'deal') return [`deal ${item.deal.deal.id}`]
  if (item.kind === 'point') return [item.key]
  // It rests on a pattern, or on the pace, and no finding says so.
  const { oneThing, page } = item
  return [findingKey({ ...oneThing, scope: 'rep', rep: page.rep.name, manager: null, account: null })]
}

export function promiseKey(id: string): string {
  return `commitment ${id}`
}

/** What a commitment would be, before anybody has changed a word of it. */
export interface Proposal {
  readonly text: string
  readonly deal: string | undefined
  readonly proof: Proof | undefined
}

/** What could be promised about an item: the action of its first finding, and what the next export would show. */
export function proposalFor(item: MeetingItem, agenda: Agenda): Proposal {
  if (item.kind === 'promise') {
    const { text, deal, proof } = item.promise.commitment
    return { text, deal, proof }
  }
  const [finding] = item.findings
  const action = item.kind === 'one-thing' ? item.oneThing.action : (finding?.action ?? '')
  const deal =
    item.kind === 'one-thing' ? item.oneThing.deal?.id : item.kind === 'deal' ? item.deal.deal.id : finding?.deal?.id
  // The day stands beside the text, and may be changed there.
  const text = withoutDay(action, agenda)
  return { text: text.charAt(0).toUpperCase() + text.slice(1), deal, proof: proofOf(item) }
}

/** Until when something is promised where nobody says otherwise: the day that the page names. */
export function dueDay(book: Agenda['book']): PlainDate {
  return fridayAfter(meetingOf(book))
}

/** An action without “by Fri 27 Nov” and the point at its end. */
export function withoutDay(action: string, { book }: Agenda): string {
  const day = bookWords(book).weekday(dueDay(book))
  return action.replace(new RegExp(`,? by ${day}(?=[.,]?$|:)`, 'u'), '').replace(/[.,]$/u, '')
}

function proofOf(item: Exclude<MeetingItem, { kind: 'promise' }>): Proof | undefined {
  const [finding] = item.findings
  const isCreation = item.kind === 'one-thing' && item.oneThing.cures === 'new-opportunities'
  // So many as the one thing says, whatever a single finding would be content with.
  const count = isCreation ? creationTarget(item.page.diagnosis, finding) : undefined
  if (count !== undefined) return { kind: 'new-opportunities', count }
  // Better conversations are asked for, and those no export shows.
  if (isCreation && item.page.diagnosis.isCreatingIneffective) return undefined
  const proof = finding?.proof === null || finding?.proof === undefined ? undefined : parseProof(finding.proof)
  // What is said of a rep rests on months of deals, and no week can change that: it is asked about, and not judged by it.
  return proof?.kind === 'cleared' && finding?.deal === null ? undefined : proof
}

/** What else the next export could show about a deal, or about a rep. */
export function proofChoices({ deal, proof }: Proposal): readonly (Proof | undefined)[] {
  const others: readonly Proof[] =
    deal === undefined
      ? [1, 2, 3, 4].map((count) => ({ kind: 'new-opportunities', count }))
      : [{ kind: 'activity' }, { kind: 'next-step' }, { kind: 'won' }]
  const proposed = JSON.stringify(proof)
  return [
    ...(proof === undefined ? [] : [proof]),
    ...others.filter((one) => JSON.stringify(one) !== proposed),
    undefined,
  ]
}
