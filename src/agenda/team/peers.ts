import type { Book } from '../../book/book.ts'
import { USUAL_WEEKS } from '../../book/team/groups.ts'
import { ENOUGH_CLOSINGS, pace } from '../../book/team/measures.ts'
import { judgeOutcomes } from '../../book/team/outcomes.ts'
import type { Rep } from '../../book/team/rep.ts'
import { wilson } from '../../book/kit/statistics.ts'
import { compareText, groupBy } from '../../kit/collections.ts'
import type { Cure, Finding } from '../../engine/finding.ts'
import type { AnyRule } from '../../engine/rule.ts'
import type { Words } from '../../language/words.ts'
import type { LearnFrom, Pair } from '../agenda.ts'
import type { Diagnosis } from '../page/diagnosis.ts'
import type { DominantPattern } from '../page/dominant-pattern.ts'

/** How much better a peer has to be, and how many may be sent to one. */
const BETTER = 1.2
const LEARNERS = 3
const WEEKS = { from: 0, to: 25 } as const
const ENOUGH_DEALS = 5
/** A habit is what more than a third of the open deals show. */
const HABIT = 1 / 3

/** How good each rep is at one thing: higher is better. Undefined: too little to say. */
interface Skill {
  readonly on: LearnFrom['on']
  readonly rule: string | null
  value(rep: Rep): number | undefined
  /** By what is certain of it: a high rate of few is no better than a good one of many. Else the value itself. */
  certain?(rep: Rep): number | undefined
  /** Whether somebody can be a model at it. */
  isModel(rep: Rep): boolean
  text(rep: Rep, value: number): string
  ask(): string
}

export interface Learner {
  readonly rep: Rep
  readonly diagnosis: Diagnosis
  /** What their headline names although they produce. */
  readonly pattern: DominantPattern | undefined
  /** Findings on their deals. */
  readonly findings: readonly Finding[]
}

/**
 * For each rep's main weakness the peer who is best at exactly that: at least a fifth better, with enough data, and
 * not weak at it too. A habit of the whole team is left out. Those of the same manager come first, of these whoever
 * produces, and nobody is sent more than three learners: whoever creates or wins too little is served before habits are.
 */
export function findPeers(
  learners: readonly Learner[],
  book: Book,
  rules: ReadonlyMap<string, AnyRule>,
  shares: Shares,
  words: Words,
): ReadonlyMap<string, LearnFrom> {
  const sent = new Map<string, number>()
  const found = new Map<string, LearnFrom>()
  const known = new Map<string, readonly Model[]>()
  const modelsAt = (skill: Skill) => {
    const models = known.get(skill.rule ?? skill.on) ?? modelsOf(skill, learners)
    known.set(skill.rule ?? skill.on, models)
    return models
  }
  for (const learner of [...learners].sort((a, b) => Number(isShort(b)) - Number(isShort(a)))) {
    const skill = weaknessOf(learner, book, rules, shares, words)
    const peer = skill === undefined ? undefined : bestAt(skill, learner, modelsAt(skill), sent)
    if (skill === undefined || peer === undefined) continue
    sent.set(peer.rep.name, (sent.get(peer.rep.name) ?? 0) + 1)
    const text = skill.text(peer.rep, peer.value)
    found.set(learner.rep.name, { rep: peer.rep.name, on: skill.on, rule: skill.rule, text, ask: skill.ask() })
  }
  return found
}

/** Who is to learn from whom; two who have something to show each other stand together once. */
export function pairsOf(peers: ReadonlyMap<string, LearnFrom>): readonly Pair[] {
  return [...peers].map(([rep, { rep: learnsFrom, on, text }]) => ({
    rep,
    learnsFrom,
    on,
    text,
    isMutual: peers.get(learnsFrom)?.rep === rep,
  }))
}

/** Somebody who can be learned from, and how good they are at it. */
interface Model {
  readonly rep: Rep
  readonly value: number
}

/** Everybody who is good enough to be a model, whoever produces and is most certainly good first. */
function modelsOf(skill: Skill, all: readonly Learner[]): readonly Model[] {
  return all
    .filter(({ rep }) => skill.isModel(rep))
    .flatMap(({ rep, diagnosis }) => {
      const value = skill.value(rep)
      if (value === undefined || value <= 0) return []
      return [{ rep, value, certain: skill.certain?.(rep) ?? value, produces: diagnosis.cause === 'producing' }]
    })
    .sort(
      (a, b) => Number(b.produces) - Number(a.produces) || b.certain - a.certain || compareText(a.rep.name, b.rep.name),
    )
}

function bestAt(
  skill: Skill,
  { rep: learner }: Learner,
  models: readonly Model[],
  sent: ReadonlyMap<string, number>,
): Model | undefined {
  const least = BETTER * (skill.value(learner) ?? 0)
  const isFree = ({ rep, value }: Model) => rep !== learner && value >= least && (sent.get(rep.name) ?? 0) < LEARNERS
  return models.find((model) => model.rep.manager === learner.manager && isFree(model)) ?? models.find(isFree)
}

function isShort({ diagnosis: { creation, winning } }: Learner): boolean {
  return creation?.verdict === 'below' || winning?.rate.verdict === 'below'
}

function weaknessOf(
  learner: Learner,
  book: Book,
  rules: ReadonlyMap<string, AnyRule>,
  shares: Shares,
  words: Words,
): Skill | undefined {
  const { creation, winning } = learner.diagnosis
  if (creation?.verdict === 'below') return creating(book, words)
  if (winning?.rate.verdict === 'below') return winningSkill(book, words)
  return habit(learner, rules, shares, words)
}

function creating(book: Book, words: Words): Skill {
  return {
    on: 'creating',
    rule: null,
    value: (rep) => {
      const usual = pace(rep.creation, book.calendar, WEEKS, rep)
      return rep.isNew || usual === undefined || usual.weeks < USUAL_WEEKS.atLeast ? undefined : usual.perWeek
    },
    isModel: (rep) => judgeOutcomes(rep, book).creation?.verdict === 'not-below',
    text: (rep, value) => `${rep.name} opens ${words.number(value, 1)} a week${mainSource(rep, book, words)}`,
    ask: () => 'Ask for twenty minutes: where do the first conversations come from?',
  }
}

const SOURCE_SHARE = 0.4

/** Where most of a rep's new business of half a year came from. */
function mainSource(rep: Rep, book: Book, words: Words): string {
  const recent = rep.deals.filter(
    ({ created, isRenewal }) => !isRenewal && created !== undefined && created > book.asOf - 7 * (WEEKS.to + 1),
  )
  const [[source, deals] = ['', []]] = [...groupBy(recent, (deal) => deal.source ?? '')].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  if (source === '' || deals.length < ENOUGH_DEALS || deals.length < SOURCE_SHARE * recent.length) return ''
  return `, ${words.percent(deals.length / recent.length)} of them from “${source}”`
}

function winningSkill(book: Book, words: Words): Skill {
  const closed = ({ closings }: Rep) => closings.newBusinessWon + closings.newBusinessLost
  return {
    on: 'winning',
    rule: null,
    value: (rep) => (rep.isNew || closed(rep) < ENOUGH_CLOSINGS ? undefined : rep.closings.winRate),
    certain: (rep) => wilson(rep.closings.newBusinessWon, closed(rep))?.low,
    isModel: (rep) => judgeOutcomes(rep, book).winning?.rate.verdict !== 'below',
    text: (rep, value) => `${rep.name} wins ${words.percent(value)} of ${closed(rep)} closed`,
    ask: () => 'Go together to the next meeting that decides: what is asked there that you do not ask?',
  }
}

export type Shares = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Of each rep with enough open deals: rule to the share of them that it speaks about. */
export function shareOfRules(learners: readonly Learner[], collapsed: ReadonlySet<string>): Shares {
  return new Map(
    learners
      .filter(({ rep }) => rep.open.length >= ENOUGH_DEALS)
      .map(({ rep, findings }) => {
        const byRule = groupBy(
          // What the whole team does is nobody's to learn from a peer.
          findings.filter(
            ({ rule, severity, place }) => severity !== 'low' && place !== 'hygiene' && !collapsed.has(rule),
          ),
          ({ rule }) => rule,
        )
        return [rep.name, new Map([...byRule].map(([rule, same]) => [rule, same.length / rep.open.length]))] as const
      }),
  )
}

/** What somebody's headline names, else what more than a third of their deals show; and fewer of another's. */
function habit(
  { rep, pattern }: Learner,
  rules: ReadonlyMap<string, AnyRule>,
  shares: Shares,
  words: Words,
): Skill | undefined {
  const habits = [...(shares.get(rep.name) ?? [])].filter(([id]) => isLearnable(rules.get(id)?.cures))
  const [most] = habits.sort(([a, x], [b, y]) => y - x || compareText(a, b))
  const [id, share] = habits.find(([rule]) => rule === pattern?.rule) ?? most ?? ['', 0]
  const rule = rules.get(id)
  if (rule === undefined || (share <= HABIT && id !== pattern?.rule)) return undefined
  const without = (other: Rep) => 1 - (shares.get(other.name)?.get(id) ?? 0)
  return {
    on: 'habit',
    rule: id,
    value: (other) => (shares.has(other.name) ? without(other) : undefined),
    isModel: (other) => shares.has(other.name) && 1 - without(other) <= HABIT,
    text: (other) => {
      const [theirs, own] = [(1 - without(other)) * other.open.length, share * rep.open.length].map(Math.round)
      const some = theirs === 0 ? 'none' : words.number(theirs ?? 0)
      return (
        `“${rule.title.toLowerCase()}” is said of ${some} of ${other.name}’s ${words.count(other.open.length, 'open deal')}, ` +
        `and of ${words.number(own ?? 0)} of ${words.number(rep.open.length)} here`
      )
    },
    ask: () => 'Ask for twenty minutes: what is done differently from the first meeting on?',
  }
}

/** Nobody teaches a deal to be younger. */
export function isLearnable(cure: Cure | undefined): boolean {
  return cure !== 'decision' && cure !== 'stage' && cure !== 'work'
}
