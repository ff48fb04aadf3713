import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { asPercent } from '../../book/kit/statistics.ts'
import { isUnlikelyFew } from '../../book/team/outcomes.ts'
import type { Rep } from '../../book/team/rep.ts'
import { earningOf, type WinRate, winRateOf } from '../../book/team/win-rates.ts'
import type { Cure, Finding } from '../../engine/finding.ts'
import type { AnyRule } from '../../engine/rule.ts'
import { asShown, type Words } from '../../language/words.ts'
import { addDays, type PlainDate } from '../../time/plain-date.ts'
import type { Collapsed, DealsTogether, OneThing } from '../agenda.ts'
import type { RankedDeal } from '../composition.ts'
import { type Diagnosis, paceName } from './diagnosis.ts'
import { lastLosses } from './losses.ts'

/**
 * The share of a deal's expected value that one good action in a week is taken to be worth: by which a deal is weighed
 * against new opportunities, and never said, for nobody has measured it.
 */
const SHARE_OF_ACTION = 0.25

interface Material {
  readonly rules: ReadonlyMap<string, AnyRule>
  readonly rep: Rep
  readonly diagnosis: Diagnosis
  readonly about: readonly Finding[]
  readonly deals: readonly RankedDeal[]
  /** All that is said of the rep and of their deals. */
  readonly findings: readonly Finding[]
  readonly collapsed: readonly Collapsed[]
  readonly old: DealsTogether | undefined
  /** Half the team or more creates too little: then it is the team’s before it is the rep’s. */
  readonly isTeamShort: boolean
  /** Rules that speak about more than a third of the team’s open deals. */
  readonly teamCollapsed: ReadonlySet<string>
}

/**
 * The action worth most in money: missing opportunities × win rate × average won amount, or a deal's amount × win
 * rate × a quarter. When the cause is too little activity it is creation, when it is losing it is the losses; ties go
 * to creation. Without amounts: creation first, then the deal with most points.
 */
export function chooseOneThing(material: Material, book: Book, words: Words): OneThing | null {
  const { cause } = material.diagnosis
  const short = shortfall(material, book, words)
  const creation = short === undefined ? null : creationThing(material, short, book, words)
  const isCreation = cause === 'too-little-activity' || cause === 'both' || material.diagnosis.isCreatingIneffective
  if (creation !== null && isCreation) return creation
  const winning = winningThing(material, book, words)
  if (winning !== null) return winning
  const deal = dealThing(material, book, words)
  if (short?.isChance === true) return deal ?? patternThing(material, book, words) ?? creation
  if (creation !== null && (deal === null || (creation.worth ?? Infinity) >= (deal.worth ?? 0))) return creation
  return deal ?? creation ?? patternThing(material, book, words)
}

/** Whose rate and average the arithmetic uses; nobody's where so little was closed that a rate means nothing. */
function history(rep: Rep, book: Book) {
  const earning = earningOf(rep, book)
  const isTeams = earning?.winRate.of === 'team'
  return {
    winRate: earning?.winRate.rate,
    averageWon: earning?.averageWon,
    isTeams,
    whose: isTeams ? 'the team’s ' : '',
  }
}

/** The id of a rule with this cure, for what is said where no finding says it. */
function ruleFor(cure: Cure, { rules }: Material): string {
  return [...rules.values()].find(({ cures }) => cures === cure)?.id ?? cure
}

function creationThing({ rep }: Material, short: Shortfall, book: Book, words: Words): OneThing {
  const { winRate, averageWon, isTeams, whose } = history(rep, book)
  const { rule, missing, action, why, whyForRep } = short
  const base = { rule, cures: 'new-opportunities', deal: null, action } as const
  const plain = {
    why: `${capitalised(why)}.`,
    worth: null,
    forRep: why === whyForRep ? undefined : { why: `${capitalised(whyForRep)}.`, worth: null },
  }
  if (missing === null || short.isChance || winRate === undefined || averageWon === undefined)
    return { ...base, ...plain }
  const worth = Math.round(missing * asPercent(winRate) * asShown(averageWon))
  const sum = `${words.number(missing)} × ${whose}${words.percent(winRate)} won × ${words.money(averageWon)} a deal = ${words.money(worth)}`
  return {
    ...base,
    why: `${plain.why} ${sum}.`,
    worth,
    forRep: isTeams || why !== whyForRep ? { why: `${capitalised(whyForRep)}.`, worth: null } : undefined,
  }
}

/**
 * New opportunities to be opened within a week: the pace that creation is below. Undefined where it is below none, and
 * where more of the same is not the answer: enough is opened and too little counts, or enough people are asked in vain.
 */
export function creationTarget(
  { asked, isCreatingIneffective }: Pick<Diagnosis, 'asked' | 'isCreatingIneffective'>,
  finding: Finding | undefined,
): number | undefined {
  return isCreatingIneffective || finding?.evidence['shortfall'] === 'quality' ? undefined : asked?.target
}

interface Shortfall {
  readonly rule: string
  /** Null where nothing says how many were to be expected. */
  readonly missing: number | null
  readonly action: string
  readonly why: string
  /** Without what comes of colleagues’ numbers. */
  readonly whyForRep: string
  /** So few happen by chance: nothing to set anybody’s week by, as long as there is something else. */
  readonly isChance: boolean
}

/** How many opportunities are missing: over the weeks of the diagnosis, else by the finding. */
function shortfall(material: Material, book: Book, words: Words): Shortfall | undefined {
  const { diagnosis, about, isTeamShort } = material
  // A low one is no news: the week without anything new that every rep has now and then.
  const finding = about.find(({ cures, severity }) => cures === 'new-opportunities' && severity !== 'low')
  const { creation, asked } = diagnosis
  if (creation === undefined || asked === undefined) return finding === undefined ? undefined : byFinding(finding)
  const target = creationTarget(diagnosis, finding)
  // The whole count and not the pace: what is missing follows from it and from the count in the diagnosis.
  const expected = Math.round(asked.perWeek * creation.weeks)
  const missing = expected - creation.created
  const weeks = words.count(creation.weeks, 'week')
  const shared = isTeamShort ? '; half the team or more is short too' : ''
  const why = `${words.number(missing)} short of the ${paceName(asked.of, book)} (${words.number(expected)} in ${weeks})${shared}`
  return {
    rule: finding?.rule ?? ruleFor('new-opportunities', material),
    missing,
    action: diagnosis.isCreatingIneffective
      ? `Go through last week’s first conversations together, and change one thing in them by ${words.nextReview}.`
      : // Enough is opened and too little of it counts: more of the same is not the answer.
        target === undefined
        ? `${finding?.action}.`
        : `Open ${words.count(target, 'new opportunity', 'new opportunities')} by ${words.nextReview}.`,
    why,
    whyForRep: asked.of === 'others' ? `${creation.created} new in ${weeks}${shared}` : why,
    isChance: false,
  }
}

function byFinding({ rule, evidence, action, problem, forRep }: Finding): Shortfall {
  const { expected, created = 0, of } = evidence as { expected: number | null; created?: number; of?: string }
  return {
    rule,
    missing: expected === null ? null : Math.round((expected - created) * 10) / 10,
    action: `${action}.`,
    why: problem,
    whyForRep: forRep?.problem ?? problem,
    // A standard and a goal are what they are; what is only usual is missed by chance too.
    isChance: of !== 'standard' && of !== 'goal' && expected !== null && !isUnlikelyFew(created, expected),
  }
}

/** Closings of the last three months: what they are short of is recent, and counted where it happened. */
const RECENT_DAYS = 91

/** What the losses cost: at the reference rate, so many more wins of what was closed in the last 13 weeks. */
function winningThing({ about, rep }: Material, book: Book, words: Words): OneThing | null {
  const finding = about.find(({ cures }) => cures === 'wins')
  if (finding === undefined) return null
  const { winRate, reference } = finding.evidence as { winRate: number; reference: number }
  const base = {
    rule: finding.rule,
    cures: finding.cures,
    deal: null,
    action: `${finding.action}, by ${words.nextReview}.`,
  }
  const { averageWon } = history(rep, book)
  const closed = closedSince(rep, addDays(book.asOf, -RECENT_DAYS))
  const short = asPercent(reference) - asPercent(winRate)
  const wins = Math.round(short * closed * 10) / 10
  const problem = `${capitalised(finding.problem)}.`
  const last = lastLosses(rep, words)
  const and = last === undefined ? '' : ` ${last}`
  // A team’s rate is the colleagues’: the rep’s own copy tells the count alone.
  const own = finding.forRep
  const forRep = own === undefined ? undefined : { why: `${capitalised(own.problem)}.${and}`, worth: null }
  if (wins === 0) return { ...base, why: `${problem}${and}`, worth: null, forRep }
  const why = `${problem} ${closed} closed in 13 weeks × the ${words.percent(short)} between = ${words.number(wins)} ${wins === 1 ? 'win' : 'wins'}`
  if (averageWon === undefined) return { ...base, why: `${why}.${and}`, worth: null, forRep }
  const worth = Math.round(wins * asShown(averageWon))
  return {
    ...base,
    why: `${why}. ${words.number(wins)} × ${words.money(averageWon)} a deal = ${words.money(worth)}.${and}`,
    worth,
    forRep,
  }
}

function closedSince({ deals }: Rep, day: PlainDate): number {
  return deals.filter(
    ({ state, isRenewal, closedOn }) =>
      (state === 'won' || state === 'lost') && !isRenewal && closedOn !== undefined && closedOn > day,
  ).length
}

function dealThing({ rep, deals }: Material, book: Book, words: Words): OneThing | null {
  const candidates = deals.map((item) => {
    const { amount } = item.deal
    const rate = winRateOf(item.deal, rep, book)
    const worth =
      amount === undefined || rate === undefined ? null : asShown(amount) * asPercent(rate.rate) * SHARE_OF_ACTION
    return { item, worth, rate }
  })
  const [best] = candidates.sort((a, b) => (b.worth ?? 0) - (a.worth ?? 0) || a.item.rank - b.item.rank)
  const worst = best === undefined ? undefined : best.item.findings[0]
  if (best === undefined || worst === undefined) return null
  const { deal } = best.item
  const ref = { id: deal.id, name: deal.name }
  const action = `${worst.action} by ${words.nextReview}.`
  const seen = capitalised(worst.problem)
  if (best.worth === null || deal.amount === undefined || best.rate === undefined)
    return { rule: worst.rule, cures: worst.cures, deal: ref, action, why: `${seen}.`, worth: null, forRep: undefined }
  return {
    rule: worst.rule,
    cures: worst.cures,
    deal: ref,
    action,
    why: `${seen}. ${words.money(deal.amount)}, and ${chances(best.rate, deal, words)}.`,
    worth: Math.round(best.worth),
    forRep: best.rate.of === 'rep' ? undefined : { why: `${seen}.`, worth: null },
  }
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
function patternThing(material: Material, book: Book, words: Words): OneThing | null {
  const { collapsed, old, findings, teamCollapsed } = material
  const teams = (rule: string) => (teamCollapsed.has(rule) ? ' It is a habit of the whole team.' : '')
  if (old !== undefined) {
    const rule = ruleFor('decision', material)
    return {
      rule,
      cures: 'decision',
      deal: null,
      action: `Decide on ${oldOnes(old, words)} by ${words.nextReview}: close, or name what has changed.`,
      why: `${capitalised(oldness(book))}.${teams(rule)}`,
      worth: null,
      forRep: undefined,
    }
  }
  const [pattern] = collapsed
  if (pattern === undefined) return null
  const [deal] = pattern.largest
  const finding = findings.find(({ rule, deal: about }) => rule === pattern.rule && about?.id === deal?.id)
  if (deal === undefined || finding === undefined) return null
  return {
    rule: pattern.rule,
    cures: finding.cures,
    deal,
    action: `${finding.action} by ${words.nextReview}.`,
    why: `${pattern.title} on ${pattern.count} of ${pattern.of} open deals; this is the largest.${teams(pattern.rule)}`,
    worth: null,
    forRep: undefined,
  }
}

/** As many as can be gone through in an hour. */
const AT_ONCE = 10

function oldOnes({ count, amount, largest: [first] }: DealsTogether, words: Words): string {
  const all = words.count(count, 'old deal')
  if (count <= AT_ONCE) return amount === undefined ? all : `${all} (${words.money(amount)})`
  const [most, worth] = amount === undefined ? ['oldest', ''] : ['largest', ` (${words.money(amount)})`]
  return `the ten ${most} of ${all}${worth}, from ${first?.name ?? '?'} on,`
}

/** What makes a deal old, in words that do not claim more wins than there were. */
export function oldness({ norms }: Pick<Book, 'norms'>): string {
  const { days, from } = norms.oldAge
  return from === 'team' ? `open longer than nine in ten wins took (${days} days)` : `open longer than ${days} days`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
