import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { Finding } from '../../engine/finding.ts'
import type { Said } from '../../language/sentence.ts'
import { byAmount } from '../facts/closed.ts'
import type { Neighbours } from './neighbours.ts'
import type { Asked } from './asked.ts'
import { type Known, questionsAbout, questionsAnyway } from './questions.ts'
import { ageOf, type Reason } from './reasons.ts'
import { stakeOf } from '../../book/deals/stake.ts'
import { isDueSoon } from '../facts/days.ts'

/** A deal, and why it is named. */
export interface Told {
  readonly deal: Deal
  /** The one that the question is about first. */
  readonly reasons: readonly Reason[]
}

/** A deal of the page: why it is there, and what to ask. */
export interface DealTalk extends Told {
  readonly question: Said | undefined
}

export interface Chosen {
  /** By due date; without one, the largest first. */
  readonly shown: readonly DealTalk[]
  /** Due soon or among the largest, with something wrong, and not shown: to be named or counted elsewhere on the page. */
  readonly rest: readonly Told[]
  /** All of those, shown or not. */
  readonly must: readonly Deal[]
}

const REASONS = 2
const LARGEST = 3

interface Choice {
  readonly open: readonly Deal[]
  readonly reasons: ReadonlyMap<string, readonly Reason[]>
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  readonly book: Book
  readonly neighbours: Neighbours
  readonly asked: Asked
  readonly most: number
  /** Named above already: the deal of the one thing. */
  readonly named: ReadonlySet<string>
  /** The deals that the talk is about come first. */
  readonly preferred: ReadonlySet<Deal>
}

/** Deals that nobody should leave the meeting without: due soon, committed or among the three largest, with a finding. */
export function mustTalkAbout({ open, findings, book }: Pick<Choice, 'open' | 'findings' | 'book'>): readonly Deal[] {
  const largest = new Set(
    open
      .filter(({ amount }) => amount !== undefined)
      .toSorted(byAmount)
      .slice(0, LARGEST),
  )
  const isSerious = ({ id }: Deal) =>
    (findings.get(id) ?? []).some(({ severity, place }) => severity !== 'low' && place === 'agenda')
  return open.filter((deal) => (isDueSoon(deal, book) || deal.isCommitted || largest.has(deal)) && isSerious(deal))
}

/** The deals with most at stake, each with its reasons and a question of its own. */
export function chooseDeals(choice: Choice): Chosen {
  const { open, reasons, book, neighbours, asked, most, named, preferred } = choice
  const must = new Set(mustTalkAbout(choice))
  const stake = (deal: Deal) => stakeOf(deal, book, reasons.get(deal.id)?.length ?? 0)
  const [late, ...rest] = open.filter((deal) => isOverdue(deal, book) && !named.has(deal.id)).toSorted(byAmount)
  const later = new Set(rest)
  const candidates = open
    .filter((deal) => !named.has(deal.id) && !later.has(deal))
    .filter((deal) => deal === late || preferred.has(deal) || (reasons.get(deal.id) ?? []).some(isWorthAsking))
    .toSorted(
      (a, b) =>
        Number(preferred.has(b)) - Number(preferred.has(a)) ||
        Number(must.has(b)) - Number(must.has(a)) ||
        stake(b) - stake(a) ||
        byAmount(a, b),
    )
  const [largest] = [...must].filter(({ id }) => !named.has(id)).toSorted(byAmount)
  const first = candidates.slice(0, most)
  const last = first.at(-1)
  const isLeftOut =
    largest !== undefined && last !== undefined && candidates.includes(largest) && !first.includes(largest)
  const shown = isLeftOut ? [...first.slice(0, -1), largest] : first
  const talks = shown.toSorted(byDue).map((deal) => talkAbout({ deal, book, neighbours }, reasons, asked))
  return {
    shown: talks,
    must: [...must],
    rest: [...must]
      .filter((deal) => !shown.includes(deal) && !named.has(deal.id))
      .map((deal) => ({ deal, reasons: reasonsFor(deal, reasons) })),
  }
}

/** The reasons that are told are those that the question is about: the worst ones, as long as they leave one to ask. */
function talkAbout(known: Known, reasons: Choice['reasons'], asked: Asked): DealTalk {
  const { deal } = known
  const all = reasonsFor(deal, reasons)
  const worst = all.slice(0, REASONS)
  const question = asked.take(questionsAbout(worst, known))
  if (question !== undefined) {
    const isAbout = (reason: Reason) =>
      questionsAbout([reason], known).some((one) => one?.template === question.template)
    return { deal, reasons: worst.toSorted((a, b) => Number(isAbout(b)) - Number(isAbout(a))), question }
  }
  for (const other of all.slice(REASONS)) {
    const instead = asked.take(questionsAbout([other], known))
    if (instead !== undefined) return { deal, reasons: [other, ...worst.slice(0, REASONS - 1)], question: instead }
  }
  return { deal, reasons: worst, question: asked.take(questionsAnyway(known)) }
}

function reasonsFor(deal: Deal, reasons: Choice['reasons']): readonly Reason[] {
  const found = reasons.get(deal.id) ?? []
  return found.length > 0 ? found : ageOf(deal)
}

/** One overdue deal is worth a talk: the others are a list to clean up. */
function isOverdue({ closeDate }: Deal, { asOf }: Book): boolean {
  return closeDate !== undefined && closeDate < asOf
}

/** A low finding alone is no reason to talk. */
function isWorthAsking({ severity }: Reason): boolean {
  return severity !== 'low'
}

function byDue(a: Deal, b: Deal): number {
  return (a.closeDate ?? Infinity) - (b.closeDate ?? Infinity) || byAmount(a, b)
}
