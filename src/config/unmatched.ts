import { distance } from 'fastest-levenshtein'
import type { Book } from '../book/book.ts'
import { personKey } from '../language/person-name.ts'
import type { Config } from './schema.ts'

/**
 * Names in the config that are nobody's and no stage's, where one that is has almost the same letters: a typing error,
 * whose setting holds for nobody. Where nothing is near nothing is said: somebody is on leave, a stage stands empty.
 */
export function unmatchedNames(config: Config, book: Book): readonly string[] {
  const people = peopleIn(config)
  const stages = stagesIn(config)
  return [
    ...misspelled(people, people.length === 0 ? [] : book.reps.map(({ name }) => name), ['rep', personKey]),
    ...misspelled(stages, stages.length === 0 ? [] : book.deals.flatMap(({ stage }) => stage ?? []), [
      'stage',
      (name) => name.toLowerCase(),
    ]),
  ]
}

/** A name, and the key it stands under. */
type Named = readonly [key: string, name: string]

function peopleIn({ reps, standards, goals, closed = [] }: Config): readonly Named[] {
  const { newOpportunities, prospectingActivities, winRate, coverage } = standards ?? {}
  const byRep: readonly (readonly [string, unknown])[] = [
    ['standards.newOpportunities.perWeek', newOpportunities?.perWeek],
    ['standards.newOpportunities.qualified', newOpportunities?.qualified],
    ['standards.prospectingActivities.perWeek', prospectingActivities?.perWeek],
    ['standards.winRate', winRate],
    ['standards.coverage', coverage],
    ['goals', goals],
  ]
  return [
    ...keysOf('reps', reps),
    ...byRep.flatMap(([key, value]) => (hasReps(value) ? keysOf(`${key}.reps`, value.reps) : [])),
    ...closed.flatMap(({ reps: names = [] }, at) => names.map((name): Named => [`closed.${at}.reps`, name])),
  ]
}

function hasReps(value: unknown): value is { readonly reps?: Readonly<Record<string, unknown>> } {
  return typeof value === 'object' && value !== null && 'reps' in value
}

function stagesIn({ stages = {}, rules = {} }: Config): readonly Named[] {
  return [
    ...(['order', 'won', 'lost'] as const).flatMap((key) =>
      (stages[key] ?? []).map((name): Named => [`stages.${key}`, name]),
    ),
    ...Object.entries(rules).flatMap(([id, settings]) =>
      typeof settings === 'object' && 'stages' in settings ? keysOf(`rules.${id}.stages`, settings.stages) : [],
    ),
  ]
}

function keysOf(key: string, record: Readonly<Record<string, unknown>> | undefined): readonly Named[] {
  return Object.keys(record ?? {}).map((name): Named => [key, name])
}

function misspelled(
  named: readonly Named[],
  there: readonly string[],
  [what, fold]: readonly [string, (name: string) => string],
): readonly string[] {
  const known = [...new Set(there)]
  const isKnown = new Set(known.map(fold))
  // Who is named rightly elsewhere is not who was meant here.
  const meant = new Set(named.map(([, name]) => fold(name)))
  const free = known.filter((name) => !meant.has(fold(name)))
  return named.flatMap(([key, name]) => {
    const near = isKnown.has(fold(name)) ? undefined : free.find((other) => isAlmost(name, other))
    return near === undefined ? [] : [`${key}: no ${what} is called “${name}”: did you mean “${near}”?`]
  })
}

const SHORTEST = 4
const MOST_LETTERS = 2

/** The same words but for two letters in one of them. In short words and in numbers a letter makes another name. */
function isAlmost(name: string, other: string): boolean {
  const [words, others] = [wordsOf(name), wordsOf(other)]
  if (words.length !== others.length) return words.join('') === others.join('')
  const different = words.flatMap((word, at) => (word === others[at] ? [] : [[word, others[at] ?? ''] as const]))
  const [[word, there] = ['', ''], ...more] = different
  if (different.length === 0) return true
  const isLong = Math.min(word.length, there.length) >= SHORTEST && !/\p{N}/u.test(word + there)
  return more.length === 0 && isLong && distance(word, there) <= Math.min(MOST_LETTERS, Math.floor(word.length / 4))
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
