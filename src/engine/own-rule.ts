import type { Book } from '../book/book.ts'
import { needs, type Need } from '../book/known/knowledge.ts'
import { Problem } from '../system/problem.ts'
import { suggestion } from '../language/suggestion.ts'
import { cures, families, places, severities, type Evidence, type Family, type Place } from './finding.ts'
import { ruleScopes, type AnyRule, type RuleOptions, type RuleScope, type Said, type SaidToRep } from './rule.ts'

const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/u

/** What a rule is about where it names no family. */
const USUAL_FAMILY: Record<RuleScope, Family> = {
  deal: 'deals',
  rep: 'winning',
  account: 'people',
  team: 'leading',
  manager: 'leading',
}

/** What the agenda needs to know of the rule, each with a default. */
function declared(
  value: Readonly<Record<string, unknown>>,
  id: string,
  [scope = 'deal']: readonly RuleScope[],
  file: string,
): Pick<AnyRule, 'family' | 'place' | 'cures'> {
  const { family, place = 'agenda', cures: cure = 'other', isHygiene } = value
  if (isHygiene !== undefined)
    throw wrong(file, `${id}: isHygiene is no longer a member`, 'write place: “hygiene”, or place(evidence) { … }')
  const oneOf = <T extends string>(given: unknown, known: readonly T[], what: string) =>
    listOf(given, known, `${id}: ${what}`, file)[0] as T
  return {
    family: oneOf(family ?? USUAL_FAMILY[scope], families, 'family'),
    place:
      typeof place === 'function'
        ? (evidence) => placeSaid((place as (evidence: Evidence) => unknown).call(value, evidence))
        : oneOf(place, places, 'place'),
    cures: oneOf(cure, cures, 'cures'),
  }
}

function placeSaid(value: unknown): Place {
  const found = places.find((known) => known === value)
  if (found === undefined) throw new TypeError(`place returned ${show(value)}, not agenda, hygiene or manager`)
  return found
}

/** The members that say whom the rule is asked about, and when. */
function subjectsOfOwn(value: Readonly<Record<string, unknown>>): Partial<AnyRule> {
  const { deals, renewals, sparesProducers, readsFindings } = value
  return {
    ...((deals === 'open' || deals === 'lost') && { deals }),
    ...(renewals === 'never' && { renewals }),
    ...(sparesProducers === true && { sparesProducers }),
    ...(readsFindings === true && { readsFindings }),
  }
}

/**
 * A rule of one's own, as a module's default export: a plain object with the members of a built-in rule. What it says
 * is checked each time, so that a slip in it is one reported failure and never an odd report.
 *
 * @param file the module, as it was named.
 * @throws Problem where a member is missing or wrong.
 */
export function readOwnRule(value: unknown, file: string): AnyRule {
  if (!isObject(value))
    throw wrong(file, 'its default export is no object', 'write “export default { id: …, check(…) { … } }”')
  const { id, title, why, check, say, proof, yieldsTo, perStage, examples } = value
  if (typeof id !== 'string' || !ID.test(id))
    throw wrong(file, 'the rule’s id has no namespace', 'call it for example acme/no-legal-contact', show(id))
  if (typeof title !== 'string' || typeof why !== 'string')
    throw wrong(file, `${id} needs a title and a why`, 'both are texts: what is wrong, and why it matters')
  if (typeof check !== 'function' || typeof say !== 'function')
    throw wrong(
      file,
      `${id} needs check(…) and say(…)`,
      'check returns { severity, evidence } or nothing; say returns { problem, asks }',
    )
  const options = optionsOf(value['options'], id, file)
  const scopes = listOf(value['scopes'] ?? value['scope'], ruleScopes, `${id}: scopes`, file)
  return {
    id,
    isOwn: true,
    scopes,
    ...declared(value, id, scopes, file),
    title: plain(title),
    why: plain(why),
    needs: listOf<Need>(value['needs'] ?? [], needs(), `${id}: needs`, file),
    options,
    ...(typeof perStage === 'string' && Object.hasOwn(options, perStage) && { perStage }),
    ...subjectsOfOwn(value),
    ...(Array.isArray(yieldsTo) && { yieldsTo: yieldsTo.map(String) }),
    check: (subject, context) => seen(atOnce((check as AnyRule['check']).call(value, subject, context), 'check')),
    say: (evidence, words) => said(atOnce((say as AnyRule['say']).call(value, evidence, words), 'say')),
    ...(typeof proof === 'function' && {
      proof: (evidence: Evidence) =>
        plain(atOnce((proof as NonNullable<AnyRule['proof']>).call(value, evidence), 'proof')),
    }),
    examples: () => (Array.isArray(examples) ? (examples as ReturnType<AnyRule['examples']>) : []),
  }
}

/** A rule of one's own may read the book and not change it: other rules and the agenda read the same. */
export function frozen(book: Book): Book {
  for (const list of [book.deals, book.open, book.reps, book.unassigned, book.managers])
    for (const item of Object.freeze(list)) Object.freeze(item)
  for (const rep of [...book.reps, ...book.managers]) for (const list of [rep.deals, rep.open]) Object.freeze(list)
  return Object.freeze(book)
}

/**
 * What a member returned. A promise is not waited for: its failure would come when nobody listens any more, and end the
 * whole review.
 */
function atOnce<T>(value: T, member: string): T {
  if (!(value instanceof Promise)) return value
  void value.catch(() => undefined)
  throw new TypeError(`${member} is async: a rule answers at once, so write ${member}(…) without async`)
}

function seen(value: unknown): ReturnType<AnyRule['check']> {
  if (value === undefined || value === null || value === false) return undefined
  if (!isObject(value)) throw new TypeError(`check returned ${show(value)}, not { severity, evidence } or nothing`)
  const severity = severities.find((known) => known === value['severity'])
  if (severity === undefined)
    throw new TypeError(`check returned the severity ${show(value['severity'])}, not low, medium or high`)
  if (!isObject(value['evidence'])) throw new TypeError('check returned no evidence')
  return { severity, evidence: asJson(value['evidence']) }
}

/** Evidence is printed as JSON: what JSON cannot hold becomes null. */
function asJson(evidence: Record<string, unknown>): Evidence {
  const text = JSON.stringify(evidence, (_, value: unknown) => value ?? null)
  return JSON.parse(text) as Evidence
}

function said(value: unknown): Said {
  if (!isObject(value) || typeof value['problem'] !== 'string' || value['problem'].trim() === '')
    throw new TypeError('say returned no problem')
  const { asks, action, forRep } = value
  if (!Array.isArray(asks) || asks.length === 0 || asks.some((ask) => typeof ask !== 'string'))
    throw new TypeError('say returned no asks: a list of questions')
  return {
    problem: plain(value['problem']),
    asks: asks.map((ask) => plain(String(ask))),
    ...(typeof action === 'string' && { action: plain(action) }),
    ...(isObject(forRep) && { forRep: saidToRep(forRep) }),
  }
}

function saidToRep({ problem, action, without }: Record<string, unknown>): SaidToRep {
  if (typeof problem !== 'string' || !Array.isArray(without))
    throw new TypeError('say returned a forRep without problem, or without the names of evidence to leave out')
  return {
    problem: plain(problem),
    ...(typeof action === 'string' && { action: plain(action) }),
    without: without.map(String),
  }
}

function optionsOf(value: unknown, id: string, file: string): RuleOptions {
  // A zod schema gives its defaults when it is asked to read nothing.
  const options =
    isObject(value) && typeof value['parse'] === 'function' ? (value['parse'] as (given: object) => unknown)({}) : value
  if (options === undefined) return {}
  if (!isObject(options)) throw wrong(file, `${id}: options are no object`, 'write their defaults: { days: 14 }')
  for (const [name, standard] of Object.entries(options))
    if (!['number', 'boolean', 'string'].includes(typeof standard) && !Array.isArray(standard))
      throw wrong(
        file,
        `${id}: the option ${name} has no usable default`,
        'a number, true or false, a text, or a list of texts',
        show(standard),
      )
  return options as RuleOptions
}

function listOf<T extends string>(value: unknown, known: readonly T[], what: string, file: string): readonly T[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return items.map((item) => {
    const found = known.find((candidate) => candidate === item)
    if (found !== undefined) return found
    throw wrong(file, `${what} does not know ${show(item)}`, suggestion(String(item), known))
  })
}

function wrong(file: string, what: string, hint: string, value?: string): Problem {
  return new Problem(what, { where: { file, ...(value !== undefined && { value }) }, hint })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}

/** It is printed: nothing in it may steer a terminal. */
function plain(text: string): string {
  return text.replaceAll(/\p{C}+/gu, ' ').trim()
}
