import { Problem } from '../system/problem.ts'
import { isNamedAlike, nameParts } from './person-name.ts'
import { nearest, suggestion } from './suggestion.ts'

/** Who can be meant by a name that somebody types. */
export interface Asked {
  readonly what: 'rep' | 'manager'
  readonly names: readonly string[]
  /** Ends “no rep called “Dana””: where was looked. */
  readonly where?: string
  /** What to do where nobody has a name at all. */
  readonly ifNone?: string
}

/**
 * The name, as it is written here, of whom somebody means: all of it in any of its spellings, or a part that only one
 * person has, such as the first name.
 *
 * @throws Problem where nobody is meant, or several may be.
 */
export function whoIsMeant(said: string, { what, names, where = '', ifNone = 'the export names none' }: Asked): string {
  const all = [...new Set(names)]
  const whole = all.find((name) => name === said) ?? all.find((name) => isNamedAlike(name, said))
  if (whole !== undefined) return whole
  const [found, ...others] = all.filter((name) => hasPart(name, said))
  if (found === undefined)
    throw new Problem(`no ${what} called “${said}”${where}`, {
      hint: all.length === 0 ? ifNone : (severalNamed(said, what, all) ?? nearestName(said, all)),
    })
  if (others.length === 0) return found
  throw new Problem(`${others.length + 1} ${what}s are called “${said}”${where}: ${[found, ...others].join(', ')}`, {
    hint: 'write the whole name',
  })
}

/** `Dana, Tom` where one is to be named: a flag for each. */
function severalNamed(said: string, what: Asked['what'], names: readonly string[]): string | undefined {
  const parts = said.split(/,|;|&|\band\b/u).map((part) => part.trim())
  const isKnown = (part: string) => names.some((name) => hasPart(name, part))
  if (parts.length < 2 || !parts.every(isKnown)) return undefined
  return `name each by itself: ${parts.map((part) => `--${what} "${part}"`).join(' ')}`
}

/** `Dana`, `Whitfield`, `Dana W.` of `Dana Whitfield`: at least one whole word. */
function hasPart(name: string, said: string): boolean {
  const parts = nameParts(name).split(' ')
  const words = nameParts(said)
    .split(' ')
    .map((word) => word.replace(/\.$/u, ''))
  const isWhole = (word: string) => word !== '' && parts.includes(word)
  return words.some(isWhole) && words.every((word) => isWhole(word) || isInitial(word, parts))
}

function isInitial(word: string, parts: readonly string[]): boolean {
  return word.length === 1 && parts.some((part) => part.startsWith(word))
}

/** A first name with a typing error is far from the whole name, and near to its own word. */
function nearestName(said: string, names: readonly string[]): string {
  const words = new Map(names.flatMap((name) => name.split(' ').map((word) => [word, name] as const)))
  const near = nearest(said, names) ?? words.get(nearest(said, [...words.keys()]) ?? '')
  return near === undefined ? suggestion(said, names) : `did you mean “${near}”?`
}
