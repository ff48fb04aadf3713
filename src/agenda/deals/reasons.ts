import type { Book } from '../../book/book.ts'
import { stageNorm } from '../../book/team/norms.ts'
import type { Deal } from '../../book/deals/deal.ts'
import type { Cure, Finding, Severity } from '../../engine/finding.ts'
import { date, name, number, sum, text, type Said } from '../../language/sentence.ts'
import { isMonthEnd, SOON_DAYS } from '../facts/days.ts'
import { deciderOf, nextContact } from '../facts/people.ts'
import { isSayable } from '../facts/names.ts'
import { stageSlot } from '../facts/stages.ts'
import { say } from '../say/say.ts'
import { longestWin, usualWin } from './ages.ts'
import type { Neighbours } from './neighbours.ts'

/** What a reason is about; the questions that go with it are found by it. */
export type ReasonKind =
  | 'overdue'
  | 'step-after-due'
  | 'moved'
  | 'no-contact'
  | 'step'
  | 'one-contact'
  | 'no-decider'
  | 'stage'
  | 'old'
  | 'cut'
  | 'first-stage'
  | 'lost-there'
  | 'shared-contact'
  | 'won-there'
  | 'other'

/** Something about a deal that is worth a question. */
export interface Reason {
  readonly kind: ReasonKind
  readonly said: Said
  /** How bad it is found; undefined where no rule speaks of it. */
  readonly severity: Severity | undefined
  /** The finding itself, where no reason of ours has words for it. */
  readonly finding?: Finding
}

/** Which findings are told by which reason. A rule that is off, or a finding put aside, so takes its reason with it. */
const TOLD: Partial<Record<Cure, ReasonKind>> = {
  'close-date': 'moved',
  call: 'no-contact',
  work: 'no-contact',
  'next-step': 'step',
  contacts: 'one-contact',
  'decision-maker': 'no-decider',
  stage: 'stage',
  decision: 'old',
  value: 'cut',
}

type Teller = (deal: Deal, book: Book) => Said | undefined

/** The words for what a finding of this kind saw, from the deal itself; undefined where the deal does not show it. */
const TELLERS: Partial<Record<ReasonKind, Teller>> = {
  moved: (deal, book) => overdue(deal, book) ?? moved(deal),
  'no-contact': ({ daysSilent }) =>
    daysSilent === undefined || daysSilent < 7 ? undefined : say('reason.no-contact', { days: number(daysSilent) }),
  step,
  'one-contact': oneContact,
  'no-decider': noDecider,
  stage: inStage,
  old,
  cut,
}

/** Everything worth a question about an open deal, what matters most first. */
export function reasonsOf(
  deal: Deal,
  findings: readonly Finding[],
  book: Book,
  neighbours: Neighbours,
): readonly Reason[] {
  const reasons: Reason[] = []
  const add = (kind: ReasonKind, said: Said | undefined, severity?: Severity, finding?: Finding) => {
    if (said === undefined || reasons.some((one) => one.kind === kind)) return
    reasons.push({ kind, said, severity, ...(finding === undefined ? {} : { finding }) })
  }
  for (const finding of findings) {
    const kind = TOLD[finding.cures]
    const said = kind === undefined ? undefined : TELLERS[kind]?.(deal, book)
    const isOverdue = kind === 'moved' && overdue(deal, book) !== undefined
    if (kind !== undefined && said !== undefined) add(isOverdue ? 'overdue' : kind, said, finding.severity)
  }
  const isListed = findings.some(({ cures }) => cures === 'close-date')
  if (isListed) add('overdue', overdue(deal, book), 'medium')
  // Where a date was moved and has passed, both count.
  if (reasons.some(({ kind }) => kind === 'overdue')) add('moved', moved(deal))
  add('step-after-due', stepAfterDue(deal, book))
  add('first-stage', firstStage(deal, book))
  add('lost-there', neighbours.lostThere(deal))
  add('shared-contact', neighbours.sharedContact(deal))
  add('won-there', neighbours.wonThere(deal), 'low')
  for (const finding of findings)
    if (finding.severity !== 'low' && finding.place === 'agenda' && isUntold(finding, reasons))
      add('other', say('reason.other', { problem: text(finding.problem) }), finding.severity, finding)
  return reasons.sort((a, b) => weightOf(b) - weightOf(a))
}

function isUntold({ cures }: Finding, reasons: readonly Reason[]): boolean {
  const kind = TOLD[cures]
  return kind === undefined
    ? cures !== 'fields'
    : !reasons.some((reason) => reason.kind === kind || reason.kind === 'overdue')
}

const MANY = 6
const HALF = 0.5

/** What more than half of a rep's open deals show tells none of them from the others. */
export function withoutCommon(all: ReadonlyMap<string, readonly Reason[]>): ReadonlyMap<string, readonly Reason[]> {
  if (all.size < MANY) return all
  const counts = new Map<ReasonKind, number>()
  for (const reasons of all.values()) for (const { kind } of reasons) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const isCommon = ({ kind }: Reason) => kind !== 'overdue' && (counts.get(kind) ?? 0) > HALF * all.size
  return new Map([...all].map(([id, reasons]) => [id, reasons.filter((reason) => !isCommon(reason))]))
}

const ORDER: readonly ReasonKind[] = [
  'overdue',
  'step-after-due',
  'lost-there',
  'shared-contact',
  'one-contact',
  'no-decider',
  'moved',
  'no-contact',
  'stage',
  'step',
  'old',
  'cut',
  'first-stage',
  'won-there',
  'other',
]
const SEVERITY: Readonly<Record<Severity, number>> = { high: 2, medium: 1, low: 0 }

function weightOf({ kind, severity }: Reason): number {
  return (severity === undefined ? 1 : SEVERITY[severity]) * 100 - ORDER.indexOf(kind)
}

function overdue(deal: Deal, book: Book): Said | undefined {
  const { closeDate } = deal
  if (closeDate === undefined || closeDate >= book.asOf) return undefined
  const days = number(book.asOf - closeDate)
  const next = nextContact(deal, book)
  return next === undefined
    ? say('reason.overdue', { days })
    : say('reason.overdue-step', { days, day: date(next.day) })
}

function moved({ pushes, datesHeld = [], closeDate }: Deal): Said | undefined {
  if (pushes === undefined || pushes.count < 1 || closeDate === undefined) return undefined
  const times = number(pushes.count)
  const [first] = datesHeld
  const before = datesHeld.at(-2)
  if (pushes.count === 1)
    return before === undefined ? undefined : say('reason.just-moved-from', { from: date(before.day) })
  if (datesHeld.length > 2 && datesHeld.every(({ day }) => isMonthEnd(day))) return say('reason.month-ends', { times })
  const promised = first?.day ?? pushes.firstPromised
  return promised === undefined
    ? say('reason.moved-often', { times })
    : say('reason.moved', { times, first: date(promised) })
}

const LONGEST_STEP = 40

/** A next step in the rep's own words; a long one is cut between words. */
export function stepWords({ nextStep }: Deal): string | undefined {
  const words = nextStep?.text.trim().replace(/[.!]{1,9}$/u, '')
  if (words === undefined || words === '') return undefined
  if (words.length <= LONGEST_STEP) return words
  const start = words.slice(0, LONGEST_STEP)
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), 20))}…`
}

function step(deal: Deal, book: Book): Said | undefined {
  if (deal.planned !== undefined && deal.planned >= book.asOf && deal.nextStep?.date === undefined) return undefined
  const words = stepWords(deal)
  if (words === undefined) return say('reason.no-step')
  if (deal.nextStep?.date !== undefined) return undefined
  return deal.before?.nextStep === deal.nextStep?.text && deal.before !== undefined
    ? say('reason.same-words', { step: text(words) })
    : say('reason.wish', { step: text(words) })
}

function oneContact({ contacts }: Deal): Said | undefined {
  if (contacts === undefined || contacts.length > 1) return undefined
  const [only] = contacts
  return only === undefined || !isSayable(only.name)
    ? say('reason.no-contact-named')
    : say('reason.one-contact', { contact: name(only.name) })
}

function noDecider(deal: Deal): Said | undefined {
  if (deciderOf(deal) !== undefined || deal.hasDecisionMaker === true) return undefined
  return deal.stage === undefined
    ? say('reason.no-decider-plain')
    : say('reason.no-decider', { stage: stageSlot(deal.stage) })
}

function inStage(deal: Deal, { norms }: Book): Said | undefined {
  const { stage, daysInStage, before, position } = deal
  if (stage === undefined) return undefined
  const norm = stageNorm(norms, stage)
  if (daysInStage === undefined || daysInStage <= norm.days)
    return before?.stage === undefined || position === undefined || before.stage === stage
      ? undefined
      : say('reason.moved-back', { stage: stageSlot(before.stage) })
  const slots = { stage: stageSlot(stage), days: number(daysInStage) }
  return norm.from === 'team'
    ? say('reason.long-stage', { ...slots, usual: number(Math.round(norm.days)) })
    : say('reason.long-stage-plain', slots)
}

function old({ age }: Deal, book: Book): Said | undefined {
  if (age === undefined) return undefined
  const longest = longestWin(book)
  const days = number(age)
  if (longest !== undefined && age > longest) return say('reason.older-than-any', { days, longest: number(longest) })
  const usual = usualWin(book)
  return usual === undefined
    ? say('reason.old-plain', { days })
    : say('reason.old', { days, usual: number(Math.round(usual)) })
}

/** How old a deal is, for one that nothing else is said of. */
export function ageOf(deal: Deal): readonly Reason[] {
  return deal.age === undefined
    ? []
    : [{ kind: 'other', said: say('reason.old-plain', { days: number(deal.age) }), severity: undefined }]
}

function cut({ amountsHeld = [], amount, before, id }: Deal): Said | undefined {
  const highest = Math.max(...amountsHeld.map((held) => held.amount), before?.amount ?? 0)
  if (amount === undefined || highest <= amount) return undefined
  return say('reason.cut', { before: { kind: 'sum', amount: highest, ids: [id] }, now: sum([{ id, amount }]) })
}

function stepAfterDue(deal: Deal, book: Book): Said | undefined {
  const { closeDate } = deal
  const next = nextContact(deal, book)
  if (closeDate === undefined || closeDate < book.asOf || next === undefined || next.day <= closeDate) return undefined
  const days = closeDate - book.asOf
  if (days > 2 * SOON_DAYS) return undefined
  return days <= SOON_DAYS
    ? say('reason.step-after-due', { days: number(next.day - closeDate), day: date(next.day) })
    : say('reason.step-later', { day: date(next.day) })
}

function firstStage({ position, closeDate }: Deal, { asOf }: Book): Said | undefined {
  const isSoon = closeDate !== undefined && closeDate >= asOf && closeDate - asOf <= SOON_DAYS
  return position === 0 && isSoon ? say('reason.first-stage') : undefined
}
