import type { Agenda, DealItem, OneThing, RepPage } from '../agenda/agenda.ts'
import { creationTarget } from '../agenda/page/one-thing.ts'
import { MANAGER, parseProof, type JudgedCommitment, type Proof } from '../book/past/commitments.ts'
import { findingKey } from '../book/past/past.ts'
import type { Finding } from '../engine/finding.ts'
import { bookWords } from '../book/book-words.ts'

/** One conversation on a rep's page. */
export type MeetingItem =
  | {
      readonly kind: 'one-thing'
      readonly oneThing: OneThing
      readonly findings: readonly Finding[]
      readonly page: RepPage
    }
  | { readonly kind: 'about'; readonly findings: readonly Finding[] }
  | { readonly kind: 'deal'; readonly deal: DealItem; readonly findings: readonly Finding[] }
  /** Promised and missed, or due and nobody but the two can tell; of the rep, or of the manager to the rep. */
  | { readonly kind: 'promise'; readonly promise: JudgedCommitment }

/**
 * What there is to talk about with one rep, in the order of the page: the one thing, what is said of the rep, what was
 * promised and missed, the deals. What half the team shares is the team's and not an item of each.
 */
export function itemsOf(page: RepPage, agenda: Agenda): readonly MeetingItem[] {
  const { oneThing } = page
  // A healthy rep's page shows no finding, and so none is brought up.
  if (oneThing === null) return promisesOf(page, agenda)
  const own = findingsOf(oneThing, page, agenda)
  const promises = promisesOf(page, agenda)
  const about = page.about
    // What was missed is an item itself, with what can be done about it.
    .filter(({ cures }) => promises.length === 0 || cures !== 'promise')
    .filter((one) => !own.includes(one) && !agenda.manager.shared.includes(one.rule))
    .map((one): MeetingItem => ({ kind: 'about', findings: [one] }))
  const deals = page.deals.flatMap((deal): MeetingItem[] => {
    const rest = deal.findings.filter((one) => !own.includes(one))
    return rest.length === 0 ? [] : [{ kind: 'deal', deal, findings: rest }]
  })
  return [{ kind: 'one-thing', oneThing, findings: own, page }, ...about, ...promises, ...deals]
}

/** What the one thing rests on. All that is said about creation is one conversation. */
function findingsOf({ rule, cures, deal }: OneThing, page: RepPage, agenda: Agenda): readonly Finding[] {
  const { about } = page
  if (deal === null)
    return about.filter((one) => one.rule === rule || (cures === 'new-opportunities' && one.cures === cures))
  return agenda.findings.filter((one) => one.rule === rule && one.deal?.id === deal.id).slice(0, 1)
}

/** Missed ones, and those that are due and that no export can show; what the manager owes this rep belongs here too. */
function promisesOf({ rep, commitments }: RepPage, { manager, book }: Agenda): MeetingItem[] {
  const owed = manager.commitments.filter(
    ({ commitment }) => commitment.rep === MANAGER && commitment.owedTo === rep.name,
  )
  return [...commitments, ...owed]
    .filter(({ verdict, commitment }) => {
      const isDue = commitment.on < book.asOf && commitment.by <= book.asOf
      return verdict === 'missed' || (verdict === 'open' && isDue && commitment.proof === undefined)
    })
    .map((promise) => ({ kind: 'promise', promise }))
}

/** By these the log says that an item was dealt with. */
export function keysOf(item: MeetingItem): readonly string[] {
  if (item.kind === 'promise') return [promiseKey(item.promise.commitment.id)]
  if (item.findings.length > 0 || item.kind !== 'one-thing') return item.findings.map(findingKey)
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
  const deal = item.kind === 'one-thing' ? item.oneThing.deal?.id : finding?.deal?.id
  // The day stands beside the text, and may be changed there.
  const text = withoutDay(action, agenda)
  return { text: text.charAt(0).toUpperCase() + text.slice(1), deal, proof: proofOf(item) }
}

/** An action without “by Fri 27 Nov” and the point at its end. */
export function withoutDay(action: string, { book }: Agenda): string {
  const { nextReview } = bookWords(book)
  return action.replace(new RegExp(`,? by ${nextReview}(?=[.,]?$)`, 'u'), '').replace(/[.,]$/u, '')
}

function proofOf(item: Exclude<MeetingItem, { kind: 'promise' }>): Proof | undefined {
  const [finding] = item.findings
  const isCreation = item.kind === 'one-thing' && item.oneThing.cures === 'new-opportunities'
  // So many as the one thing says, whatever a single finding would be content with.
  const count = isCreation ? creationTarget(item.page.diagnosis, finding) : undefined
  if (count !== undefined) return { kind: 'new-opportunities', count }
  // Better conversations are asked for, and those no export shows.
  if (isCreation && item.page.diagnosis.isCreatingIneffective) return undefined
  return finding?.proof === null || finding?.proof === undefined ? undefined : parseProof(finding.proof)
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
