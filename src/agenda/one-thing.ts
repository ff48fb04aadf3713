import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deal.ts'
import type { Rep } from '../book/rep.ts'
import { asPercent } from '../book/statistics.ts'
import { earningOf, winRateOf, type WinRate } from '../book/win-rates.ts'
import type { Finding } from '../engine/finding.ts'
import { addDays, type PlainDate } from '../plain-date.ts'
import { asShown, type Words } from '../words.ts'
import type { Collapsed, DealItem, OneThing, StillAnOpportunity } from './agenda.ts'
import { paceName, type Diagnosis } from './diagnosis.ts'

/**
 * The share of a deal's expected value that one good action in a week is taken to be worth: by which a deal is weighed
 * against new opportunities, and never said, for nobody has measured it.
 */
const SHARE_OF_ACTION = 0.25

interface Material {
  readonly rep: Rep
  readonly diagnosis: Diagnosis
  readonly about: readonly Finding[]
  readonly deals: readonly DealItem[]
  readonly findings: readonly Finding[]
  readonly collapsed: readonly Collapsed[]
  readonly old: StillAnOpportunity | undefined
}

/**
 * The action worth most in money: missing opportunities × win rate × average won amount, or a deal's amount × win
 * rate × a quarter. When the cause is too little activity it is creation, when it is losing it is the losses; ties go
 * to creation. Without amounts: creation first, then the deal with most points.
 */
export function chooseOneThing(material: Material, book: Book, words: Words): OneThing | null {
  const { cause } = material.diagnosis
  const creation = creationThing(material, book, words)
  const isCreation = cause === 'too-little-activity' || cause === 'both' || material.diagnosis.isCreatingIneffective
  if (creation !== null && isCreation) return creation
  const winning = winningThing(material, book, words)
  if (winning !== null) return winning
  const deal = dealThing(material, book, words)
  if (creation !== null && (deal === null || (creation.worth ?? Infinity) >= (deal.worth ?? 0))) return creation
  return deal ?? creation ?? patternThing(material, book, words)
}

/** Whose rate and average the arithmetic uses; nobody's where so little was closed that a rate means nothing. */
function history(rep: Rep, book: Book) {
  const earning = earningOf(rep, book)
  const whose = earning?.winRate.of === 'team' ? 'the team’s ' : ''
  return { winRate: earning?.winRate.rate, averageWon: earning?.averageWon, whose }
}

/** Rules about creation: one conversation. */
export const CREATION_RULES: ReadonlySet<string> = new Set(['no-new-opportunities', 'creation-below-standard'])

/** Findings whose number stands above them on the page, in the diagnosis or beside the goal: their question is asked. */
export const SAID_ABOVE: ReadonlySet<string> = new Set(['too-little-activity', 'anemic-pipeline', 'goal-out-of-reach'])

function creationThing(material: Material, book: Book, words: Words): OneThing | null {
  // A low one is no news: the week without anything new that every rep has now and then.
  const finding = material.about.find(({ rule, severity }) => CREATION_RULES.has(rule) && severity !== 'low')
  const short = shortfall(material, finding, book, words)
  if (short === undefined) return null
  const { winRate, averageWon, whose } = history(material.rep, book)
  const { missing, action, why } = short
  const base = { rule: finding?.rule ?? 'creation-below-standard', deal: null, action }
  if (missing === null || winRate === undefined || averageWon === undefined)
    return { ...base, why: `${capitalised(why)}.`, worth: null }
  const worth = Math.round(missing * asPercent(winRate) * asShown(averageWon))
  const sum = `${words.number(missing)} × ${whose}${words.percent(winRate)} won × ${words.money(averageWon)} a deal = ${words.money(worth)}`
  return { ...base, why: `${capitalised(why)}. ${sum}.`, worth }
}

/**
 * New opportunities to be opened within a week: the pace that creation is below. Undefined where it is below none, and
 * where more of the same is not the answer: enough is opened and too little counts, or enough people are asked in vain.
 */
export function creationTarget(
  { creation, isCreatingIneffective }: Pick<Diagnosis, 'creation' | 'isCreatingIneffective'>,
  finding: Finding | undefined,
): number | undefined {
  if (creation?.verdict !== 'below' || creation.against === undefined || isCreatingIneffective) return undefined
  return finding?.evidence['shortfall'] === 'quality' ? undefined : Math.max(1, Math.ceil(creation.against.perWeek))
}

/** How many opportunities are missing: over the weeks of the diagnosis, else by the finding. */
function shortfall({ diagnosis }: Material, finding: Finding | undefined, book: Book, words: Words) {
  const { creation } = diagnosis
  if (creation?.verdict === 'below' && creation.against !== undefined) {
    const { created, weeks, against } = creation
    const target = creationTarget(diagnosis, finding)
    const missing = Math.round(against.perWeek * weeks) - created
    const pace = `${paceName(against.of, book)} (${words.number(against.perWeek, 1)} a week)`
    return {
      missing,
      action: diagnosis.isCreatingIneffective
        ? `Go through last week’s first conversations together, and change one thing in them by ${words.nextReview}.`
        : // Enough is opened and too little of it counts: more of the same is not the answer.
          target === undefined
          ? `${finding?.action}.`
          : `Open ${words.count(target, 'new opportunity', 'new opportunities')} by ${words.nextReview}.`,
      why: `${words.number(missing)} short of the ${pace} over ${words.count(weeks, 'week')}`,
    }
  }
  if (finding === undefined) return undefined
  const { expected, created = 0 } = finding.evidence as { expected: number | null; created?: number }
  const missing = expected === null ? null : Math.round((expected - created) * 10) / 10
  return { missing, action: `${finding.action}.`, why: finding.problem }
}

/** Closings of the last three months: what they are short of is recent, and counted where it happened. */
const RECENT_DAYS = 91

/** What the losses cost: at the reference rate, so many more wins of what was closed in the last 13 weeks. */
function winningThing({ about, rep }: Material, book: Book, words: Words): OneThing | null {
  const finding = about.find(({ rule }) => rule === 'low-win-rate')
  if (finding === undefined) return null
  const { winRate, reference } = finding.evidence as { winRate: number; reference: number }
  const base = { rule: finding.rule, deal: null, action: `${finding.action}, by ${words.nextReview}.` }
  const { averageWon } = history(rep, book)
  const closed = closedSince(rep, addDays(book.asOf, -RECENT_DAYS))
  const short = asPercent(reference) - asPercent(winRate)
  const wins = Math.round(short * closed * 10) / 10
  const problem = `${capitalised(finding.problem)}.`
  if (wins === 0) return { ...base, why: problem, worth: null }
  const why = `${problem} ${closed} closed in 13 weeks × the ${words.percent(short)} between = ${words.number(wins)} ${wins === 1 ? 'win' : 'wins'}`
  if (averageWon === undefined) return { ...base, why: `${why}.`, worth: null }
  const worth = Math.round(wins * asShown(averageWon))
  return {
    ...base,
    why: `${why}. ${words.number(wins)} × ${words.money(averageWon)} a deal = ${words.money(worth)}.`,
    worth,
  }
}

function closedSince({ deals }: Rep, day: PlainDate): number {
  return deals.filter(
    ({ state, isRenewal, closedOn }) =>
      (state === 'won' || state === 'lost') && !isRenewal && closedOn !== undefined && closedOn > day,
  ).length
}

function dealThing({ rep, deals, findings }: Material, book: Book, words: Words): OneThing | null {
  const candidates = deals.map((item) => {
    const { amount } = item.deal
    const rate = winRateOf(item.deal, rep, book)
    const worth =
      amount === undefined || rate === undefined ? null : asShown(amount) * asPercent(rate.rate) * SHARE_OF_ACTION
    return { item, worth, rate }
  })
  const [best] = candidates.sort((a, b) => (b.worth ?? 0) - (a.worth ?? 0) || a.item.rank - b.item.rank)
  const worst = best === undefined ? undefined : findings[best.item.findings[0] ?? -1]
  if (best === undefined || worst === undefined) return null
  const { deal } = best.item
  const ref = { id: deal.id, name: deal.name }
  const action = `${worst.action} by ${words.nextReview}.`
  const seen = capitalised(worst.problem)
  if (best.worth === null || deal.amount === undefined || best.rate === undefined)
    return { rule: worst.rule, deal: ref, action, why: `${seen}.`, worth: null }
  const why = `${seen}. ${words.money(deal.amount)}, and ${chances(best.rate, deal, words)}.`
  return { rule: worst.rule, deal: ref, action, why, worth: Math.round(best.worth) }
}

/** How often such a deal is won, and what that was measured on. */
function chances({ rate, of, record }: WinRate, { stage }: Deal, words: Words): string {
  const share = words.percent(rate)
  if (of === 'renewals') return `renewals are won ${share} of the time`
  if (of === 'team') return `the team wins ${share} of what closes`
  if (of === 'rep' || stage === undefined) return `${share} of what closes is won`
  if (record === undefined) return `${share} are won from ${stage}`
  const usual = `against the usual ${words.percent(record.team.rate)}`
  return `about ${share} are won from ${stage} at ${words.percent(record.own.rate)} won in all, ${usual}`
}

/** Where nothing single stands out but a pattern does: the pattern. */
function patternThing({ collapsed, old, findings }: Material, book: Book, words: Words): OneThing | null {
  if (old !== undefined) {
    const amount = old.amount === undefined ? '' : ` (${words.money(old.amount)})`
    return {
      rule: 'aging-deal',
      deal: null,
      action: `Decide on ${words.count(old.count, 'old deal')}${amount} by ${words.nextReview}: close, or name what has changed.`,
      why: `${capitalised(oldness(book))}.`,
      worth: null,
    }
  }
  const [pattern] = collapsed
  if (pattern === undefined) return null
  const [deal] = pattern.largest
  const finding = findings.find(({ rule, deal: about }) => rule === pattern.rule && about?.id === deal?.id)
  if (deal === undefined || finding === undefined) return null
  return {
    rule: pattern.rule,
    deal,
    action: `${finding.action} by ${words.nextReview}.`,
    why: `${pattern.title} on ${pattern.count} of ${pattern.of} open deals; this is the largest.`,
    worth: null,
  }
}

/** What makes a deal old, in words that do not claim more wins than there were. */
export function oldness({ norms }: Pick<Book, 'norms'>): string {
  const { days, from } = norms.oldAge
  return from === 'team' ? `open longer than nine in ten wins took (${days} days)` : `open longer than ${days} days`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
