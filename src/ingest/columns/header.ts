import { HeaderReader, type Meaning } from '../../vocabulary/headers/dictionary.ts'
import { tokens } from '../../vocabulary/headers/tokens.ts'
import { plainName } from './plain-name.ts'

/** A header as it is understood, before anything is said of fields. */
export interface Header {
  readonly cells: readonly string[]
  readonly names: readonly string[]
  /** The names again: most of what they are searched for is not there. */
  readonly there: ReadonlySet<string>
  readonly meanings: readonly Meaning[]
}

export function readHeader(cells: readonly string[]): Header {
  const names = cells.map(plainName)
  const words = cells.map(tokens)
  const reader = new HeaderReader(words)
  return {
    cells,
    names,
    there: new Set(names),
    meanings: withoutPrefix(words, reader).map((each) => reader.meaning(each)),
  }
}

/** A prefix is said of so many of the names. */
const MOST = 0.6
const FEWEST_NAMES = 4

/** Drops a first word that most names share and no dictionary has: the name of a team or a system (`GHB Stage`). */
function withoutPrefix(words: readonly (readonly string[])[], reader: HeaderReader): readonly (readonly string[])[] {
  const named = words.filter(({ length }) => length > 0)
  const counts = new Map<string, number>()
  for (const [first = ''] of named) counts.set(first, (counts.get(first) ?? 0) + 1)
  const [prefix, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0])
  const isShared = named.length >= FEWEST_NAMES && count >= named.length * MOST
  if (!isShared || reader.meaning([prefix]).unknown === 0) return words
  return words.map((each) => (each.length > 1 && each[0] === prefix ? each.slice(1) : each))
}
