import { missingOf } from '../engine/finding.ts'
import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { dealById } from '../book/lookup.ts'
import type { Need } from '../book/known/knowledge.ts'
import { type Commitment, MANAGER, type Proof } from '../book/past/commitments.ts'
import type { SeenDeal } from '../book/past/seen-deal.ts'
import type { Finding } from '../engine/finding.ts'
import type { AnyRule } from '../engine/rule.ts'
import type { RuleRun } from '../engine/run-rules.ts'
import { isNamedAlike } from '../language/person-name.ts'
import type { Words } from '../language/words.ts'
import { isoDate, type PlainDate } from '../time/plain-date.ts'
import { missingDeals } from './missing.ts'

/** What a commitment is judged by. */
export interface Judging {
  readonly book: Book
  readonly run: Pick<RuleRun, 'findings' | 'notChecked'>
  /** Those that were asked: what a rule that is off does not say proves nothing. */
  readonly rules: readonly AnyRule[]
  readonly words: Words
}

/** What the export shows of a proof. */
export interface Proven {
  /** `unknown`: the export cannot tell; `moot`: the deal that it was about is lost or gone. */
  readonly is: 'shown' | 'not shown' | 'unknown' | 'moot'
  /** A clause with the days and counts that show it, or with what is missing. */
  readonly evidence: string
}

const shown = (evidence: string): Proven => ({ is: 'shown', evidence })
const notShown = (evidence: string): Proven => ({ is: 'not shown', evidence })
const unknown = (evidence: string): Proven => ({ is: 'unknown', evidence })

/** Looks in the export for what was promised. */
export function prove(commitment: Commitment, proof: Proof, judging: Judging): Proven {
  if (proof.kind === 'new-opportunities') return proveCreation(commitment, proof.count, judging)
  if (commitment.deal === undefined)
    return proof.kind === 'cleared'
      ? proveCleared(commitment, proof.rule, undefined, judging)
      : unknown('it names no deal')
  const deal = dealById(commitment.deal, judging.book)
  if (deal === undefined) return proveAbsent(commitment.deal, judging)
  if (deal.state === 'lost') return { is: 'moot', evidence: `the deal was lost${onDay(deal.closedOn, judging)}` }
  if (deal.state === 'unknown') return unknown('whether the deal is open is not known')
  return proveOnDeal(commitment, proof, deal, judging)
}

/** A deal that is not in the export: gone, unless the export is a narrower one. */
function proveAbsent(id: string, { book }: Judging): Proven {
  if (book.ids.has(id)) return unknown('its owner is left out of the review')
  const last = book.past.reviews.find(({ deals }) => deals.has(id))
  const owner = last?.deals.get(id)?.owner
  if (book.past.reviews.length > 0 && last === undefined) return unknown('no review has seen its deal')
  if (last !== undefined && owner !== undefined && missingDeals(book, last).leftOut.has(owner))
    return unknown(`this export has nothing of ${owner}`)
  return { is: 'moot', evidence: 'the deal is no longer in the export' }
}

type DealProof = Exclude<Proof, { kind: 'new-opportunities' }>

function proveOnDeal(commitment: Commitment, proof: DealProof, deal: Deal, judging: Judging): Proven {
  const wonSince = deal.state === 'won' && (deal.closedOn === undefined || deal.closedOn >= commitment.on)
  const won = `the deal was won${onDay(deal.closedOn, judging)}`
  switch (proof.kind) {
    case 'won':
      return deal.state === 'won' ? shown(won) : notShown(`still in ${deal.stage ?? 'an unknown stage'}`)
    case 'close-date':
      return proveCloseDate(commitment, proof.date, deal, judging)
    case 'activity':
      return wonSince ? shown(won) : proveActivity(commitment, deal, judging)
    case 'stage':
      return deal.state === 'won' ? shown(won) : proveStage(proof.stage, deal, judging)
    case 'next-step':
      return deal.state === 'won' ? shown(won) : proveNextStep(deal, judging)
    case 'cleared':
      return deal.state === 'won' ? shown(won) : proveCleared(commitment, proof.rule, deal, judging)
  }
}

function proveActivity({ on }: Commitment, { lastActivity }: Deal, { book, words }: Judging): Proven {
  if (lastActivity !== undefined && lastActivity > on) return shown(`activity on ${words.date(isoDate(lastActivity))}`)
  const gap = book.knowledge.get('lastActivity')
  if (gap !== undefined) return unknown(`the export does not tell: ${gap.missing} missing`)
  if (lastActivity === undefined) return notShown('no activity so far')
  return notShown(`no activity since ${words.date(isoDate(lastActivity))}`)
}

function proveStage(wanted: string, deal: Deal, { book }: Judging): Proven {
  if (deal.stage === undefined) return unknown('the stage of the deal is missing')
  if (deal.stage.toLowerCase() === wanted.toLowerCase()) return shown(`in ${deal.stage}`)
  const [place, goal] = [deal.position, book.stages.position(wanted)]
  if (goal === undefined)
    return unknown(`where “${wanted}” comes among the stages is not known (stages.order in the config)`)
  if (place === undefined) return unknown(`where “${deal.stage}” comes among the stages is not known`)
  return place >= goal ? shown(`in ${deal.stage}, past ${wanted}`) : notShown(`still in ${deal.stage}`)
}

function proveNextStep({ nextStep, planned }: Deal, { book, words }: Judging): Proven {
  const date = [nextStep?.date, planned].find((day) => day !== undefined && day >= book.asOf)
  if (date !== undefined) return shown(`next step on ${words.date(isoDate(date))}`)
  const gap = book.knowledge.get('nextStep')
  if (gap !== undefined) return unknown(`the export does not tell: ${gap.missing} missing`)
  if (nextStep === undefined) return notShown('no next step')
  return notShown(
    nextStep.date === undefined
      ? `next step without a date: “${nextStep.text}”`
      : `next step of ${words.date(isoDate(nextStep.date))} has passed`,
  )
}

function proveCloseDate({ on, by }: Commitment, latest: PlainDate, deal: Deal, { book, words }: Judging): Proven {
  const date = deal.state === 'won' ? deal.closedOn : deal.closeDate
  if (date === undefined) return unknown('the close date of the deal is missing')
  const written = words.date(isoDate(date))
  if (deal.state === 'won')
    return date <= latest ? shown(`won on ${written}`) : notShown(`won on ${written}, later than agreed`)
  if (date > latest) return notShown(`closes ${written}`)
  if (date < book.asOf) return notShown(`its close date, ${written}, has passed`)
  // Who promised that the date would hold has kept it when the day comes, and not while it lasts.
  const then = seenOn(on, deal.id, book.past.reviews)?.closeDate
  const isToHold = then !== undefined && then <= latest && by > book.asOf
  return isToHold ? notShown(`closes ${written} so far`) : shown(`closes ${written}`)
}

/** What the review saw in which it was promised, or the last before. */
function seenOn(on: PlainDate, id: string, reviews: Judging['book']['past']['reviews']): SeenDeal | undefined {
  return reviews.find(({ asOf }) => asOf <= on)?.deals.get(id)
}

/** New business only: a renewal comes up by itself. */
function proveCreation({ rep, on }: Commitment, count: number, { book, words }: Judging): Proven {
  const gap = book.knowledge.get('created')
  if (gap !== undefined) return unknown(`the export does not tell: ${gap.missing} missing`)
  const thatDay = book.past.reviews.find(({ asOf }) => asOf === on)
  const isSince = (deal: Deal) =>
    deal.created !== undefined &&
    (deal.created > on || (deal.created === on && thatDay !== undefined && !thatDay.deals.has(deal.id)))
  const created = book.deals.filter(
    (deal) =>
      (rep === MANAGER || (deal.owner !== undefined && isNamedAlike(deal.owner, rep))) &&
      !deal.isRenewal &&
      isSince(deal),
  )
  const names = created.slice(0, count).map(({ name }) => name)
  const list = names.length === 0 || names.length > MOST_NAMED ? '' : `: ${words.list(names)}`
  const evidence = `${created.length} of ${count} created since ${words.date(isoDate(on))}${list}`
  return created.length >= count ? shown(evidence) : notShown(evidence)
}

const MOST_NAMED = 3

/** The rule was asked and said nothing, and neither did one that speaks in its place. */
function proveCleared(commitment: Commitment, id: string, deal: Deal | undefined, judging: Judging): Proven {
  const { run, rules, book, words } = judging
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule === undefined) return unknown(`the rule ${id} did not run`)
  const gap = run.notChecked.find((entry) => entry.rule === id)
  if (gap !== undefined)
    return unknown(
      gap.gaps.length === 0
        ? `the rule ${id} did not run`
        : `the export does not tell: ${words.list(missingOf(gap))} missing`,
    )
  const speaking = [id, ...(rule.yieldsTo ?? [])].flatMap(
    (name) => run.findings.find((finding) => finding.rule === name && isAbout(finding, commitment)) ?? [],
  )
  const [finding] = speaking
  if (finding !== undefined) return notShown(finding.problem)
  const day = words.date(isoDate(book.asOf))
  const news = deal === undefined ? undefined : newContacts(commitment, deal, judging)
  return shown(news ?? `“${rule.title.toLowerCase()}” no longer holds on ${day}`)
}

function isAbout(finding: Finding, { deal, rep }: Commitment): boolean {
  if (deal !== undefined) return finding.deal?.id === deal
  return rep === MANAGER
    ? finding.scope === 'team' || finding.scope === 'manager'
    : finding.scope === 'rep' && finding.rep === rep
}

const CONTACT_NEEDS: ReadonlySet<Need> = new Set(['contacts', 'contactRoles'])

/** Of a rule about contacts: who has come, which is what one wants to hear. */
function newContacts({ on, proof }: Commitment, deal: Deal, { book, rules, words }: Judging): string | undefined {
  const rule = rules.find(({ id }) => proof?.kind === 'cleared' && id === proof.rule)
  if (rule?.needs.some((need) => CONTACT_NEEDS.has(need)) !== true) return undefined
  const before = seenOn(on, deal.id, book.past.reviews)?.contacts
  const names = (deal.contacts ?? []).map(({ name }) => name)
  const fresh = before === undefined ? [] : names.filter((name) => !before.includes(name))
  return fresh.length === 0 ? undefined : `new since ${words.date(isoDate(on))}: ${words.list(fresh)}`
}

function onDay(day: PlainDate | undefined, { words }: Judging): string {
  return day === undefined ? '' : ` on ${words.date(isoDate(day))}`
}
