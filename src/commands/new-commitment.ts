import { MANAGER, parseProof, type Proof } from '../book/past/commitments.ts'
import { findingKey, type PastReview } from '../book/past/past.ts'
import { ruleHint } from '../config/check-names.ts'
import type { AnyRule } from '../engine/rule.ts'
import type { NewCommitment } from '../history/record.ts'
import { nearest } from '../language/suggestion.ts'
import { typedDay } from '../language/typed-day.ts'
import { whoIsMeant } from '../language/who-is-meant.ts'
import { idKey } from '../records/ids.ts'
import { Problem } from '../system/problem.ts'
import { isoDate, type PlainDate } from '../time/plain-date.ts'
import { cleanText } from '../vocabulary/nothing.ts'
import type { AddFlags } from './commitment-flags.ts'

/** What a commitment is checked against. Without a review nothing is known of reps and deals, and everything is taken. */
interface Known {
  readonly newest: PastReview | undefined
  readonly asOf: PlainDate
  readonly rules: readonly AnyRule[]
  readonly stages: readonly string[]
}

/**
 * A commitment as the command line has it, with names and ids as the newest review knows them.
 *
 * @throws Problem for a rep, deal or proof that is not known, or a day that cannot be meant.
 */
export function checked(said: string, flags: AddFlags, known: Known): { made: NewCommitment; dealName?: string } {
  const text = cleanText(said)
  if (text === '') throw new Problem('a commitment says what will be done', { hint: 'commitments add "Add the CFO" …' })
  const by = typedDay(flags.by, '--by', { today: known.asOf, toward: 'ahead', locale: flags.locale })
  if (by < known.asOf)
    throw new Problem(`--by ${isoDate(by)} is before the day it is made, ${isoDate(known.asOf)}`, {
      hint: 'give a later day; --as-of says on which day it was made',
    })
  const rep = flags.rep.toLowerCase() === MANAGER ? MANAGER : knownRep(flags.rep, known)
  if (flags.for !== undefined && rep !== MANAGER)
    throw new Problem('--for says whom the manager owes it', { hint: 'use it with --rep manager' })
  const deal = flags.deal === undefined ? undefined : knownDeal(flags.deal, rep, known)
  const proof = knownProof(flags.proof, rep, deal?.id, known)
  return {
    made: {
      on: known.asOf,
      rep,
      text,
      by,
      deal: deal?.id,
      proof,
      owedTo: flags.for === undefined ? undefined : knownRep(flags.for, known),
    },
    ...(deal !== undefined && { dealName: deal.name }),
  }
}

function knownRep(said: string, { newest }: Known): string {
  const name = cleanText(said)
  if (name === '') throw new Problem('--rep needs a name', { hint: 'or “manager” for what the manager owes' })
  if (newest === undefined) return name
  return whoIsMeant(name, { what: 'rep', names: newest.reps, where: ` in the review of ${isoDate(newest.asOf)}` })
}

/** By its id; by its name where only one deal has it; else by what the page calls it, the customer the name begins with. */
function knownDeal(said: string, rep: string, { newest }: Known): { id: string; name: string } {
  const wanted = cleanText(said)
  if (newest === undefined) return { id: idKey(wanted), name: wanted }
  const byId = newest.deals.get(idKey(wanted))
  if (byId !== undefined) return { id: idKey(wanted), name: byId.name }
  const named = [...newest.deals].filter(([, { name }]) => name.toLowerCase() === wanted.toLowerCase())
  const meant = named.length > 0 ? named : beginningWith(wanted, rep, newest)
  const [only, another] = meant
  if (only !== undefined && another === undefined) return { id: only[0], name: only[1].name }
  const day = isoDate(newest.asOf)
  if (only !== undefined)
    throw new Problem(`${meant.length} deals are called “${wanted}” in the review of ${day}`, {
      hint: `name it by its id: ${meant.map(([id]) => id).join(', ')}`,
    })
  const near = nearestDeal(wanted, newest)
  throw new Problem(`no deal “${wanted}” in the review of ${day}`, {
    hint: near === undefined ? 'give its id or its whole name' : `did you mean “${near}”?`,
  })
}

/** Open deals whose name begins so and goes on with another word; of several the rep’s own. */
function beginningWith(wanted: string, rep: string, { deals }: PastReview) {
  const isMeant = (name: string) =>
    name.toLowerCase().startsWith(wanted.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(name.slice(wanted.length))
  const open = [...deals].filter(([, { name, state }]) => state === 'open' && isMeant(name))
  return open.length < 2 ? open : open.filter(([, { owner }]) => owner === rep)
}

/** People write the beginning of a name, or a word of it. */
function nearestDeal(wanted: string, { deals }: PastReview): string | undefined {
  const names = [...deals.values()].map(({ name }) => name)
  const words = new Map(names.flatMap((name) => name.split(' ').map((word) => [word, name] as const)))
  const part = names.find((name) => name.toLowerCase().includes(wanted.toLowerCase()))
  return part ?? nearest(wanted, [...deals.keys(), ...names]) ?? words.get(nearest(wanted, [...words.keys()]) ?? '')
}

const PROOFS = 'cleared:RULE, new-opportunities:N, stage:NAME, activity, next-step, close-date:DATE or won'
const KINDS = ['cleared', 'new-opportunities', 'stage', 'activity', 'next-step', 'close-date', 'won']

function knownProof(said: string | undefined, rep: string, deal: string | undefined, known: Known): Proof | undefined {
  if (said === undefined) return deal === undefined ? undefined : { kind: 'activity' }
  const proof = parseProof(said)
  if (proof === undefined) {
    const near = nearest(said.split(':')[0] ?? '', KINDS)
    throw new Problem(`--proof ${said} is not a proof`, {
      hint: near === undefined || said.startsWith(near) ? PROOFS : `did you mean “${near}”? There are ${PROOFS}`,
    })
  }
  if (proof.kind === 'cleared') return clearedRule(proof.rule, rep, deal, known)
  if (proof.kind === 'stage') checkStage(proof.stage, known)
  if (proof.kind !== 'new-opportunities' && deal === undefined)
    throw new Problem(`--proof ${said} is about a deal`, { hint: 'name it with --deal' })
  return proof
}

function clearedRule(id: string, rep: string, deal: string | undefined, { rules, newest }: Known): Proof {
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule === undefined) throw new Problem(`no rule called “${id}”`, { hint: ruleHint(id, rules) })
  if (rule.readsFindings === true)
    throw new Problem(`the rule ${id} speaks about what the others say, and proves nothing`, {
      hint: 'name the rule that speaks about the deal or the rep',
    })
  const scope = deal === undefined ? 'rep' : 'deal'
  const isAbout = rep === MANAGER && deal === undefined ? true : rule.scopes.includes(scope)
  if (!isAbout)
    throw new Problem(`the rule ${id} does not speak about a ${scope}`, {
      hint: deal === undefined ? 'name the deal with --deal' : 'leave out --deal, or name a rule about deals',
    })
  if (newest !== undefined && rep !== MANAGER) checkSpeaks(id, rep, deal, newest)
  return { kind: 'cleared', rule: id }
}

/** What a rule does not say now would be “no longer said” at once. */
function checkSpeaks(rule: string, rep: string, deal: string | undefined, newest: PastReview): void {
  const about = {
    scope: deal === undefined ? 'rep' : 'deal',
    rep,
    manager: null,
    deal: deal === undefined ? null : { id: deal, name: '' },
    account: null,
  }
  if (newest.findings.has(findingKey({ ...about, rule }))) return
  const end = findingKey({ ...about, rule: '' })
  const others = [...newest.findings].filter((key) => key.endsWith(end)).map((key) => key.slice(0, -end.length))
  throw new Problem(`the rule ${rule} said nothing about ${deal ?? rep} on ${isoDate(newest.asOf)}`, {
    hint: others.length === 0 ? 'choose another proof' : `those that did: ${others.join(', ')}`,
  })
}

/** A stage that no deal is in may still be one; a typing error is not. */
function checkStage(stage: string, { newest, stages }: Known): void {
  const seen = [...(newest?.deals.values() ?? [])].flatMap((deal) => deal.stage ?? [])
  const all = [...new Set([...stages, ...seen])]
  if (all.some((name) => name.toLowerCase() === stage.toLowerCase())) return
  const near = nearest(stage, all)
  if (near !== undefined)
    throw new Problem(`no deal is in a stage called “${stage}”`, { hint: `did you mean “${near}”?` })
}
