import { kinds, type Kind } from '../../records/fields.ts'
import type { Facts } from './evidence.ts'
import type { Header } from './header.ts'
import { kindsOfHeader } from './kinds/index.ts'
import type { KindOfHeader } from './kinds/kind-of-header.ts'
import { readAs, type Reading } from './reading.ts'
import { isTold } from './told.ts'

/**
 * Reads a header as each kind of file and gives the one that explains most of it; undefined where none has what it needs.
 *
 * @param givenFor columns that the user named, for a kind.
 */
export function chooseKind(
  header: Header,
  facts: readonly Facts[],
  givenFor: (kind: Kind) => ReadonlyMap<string, number>,
  only: Kind | undefined,
): Reading | undefined {
  let best: Reading | undefined
  for (const kind of only === undefined ? kinds : [only]) {
    const given = givenFor(kind)
    const reading = readAs(header, kindsOfHeader[kind], facts, given)
    if (!hasNeeds(reading, kindsOfHeader[kind])) continue
    // Who names what a kind needs has said what the file is, whatever its columns are called.
    const isSaid = only !== undefined || hasNeeds({ columns: given }, kindsOfHeader[kind])
    if (!isSaid && !isTold(reading, header, facts)) continue
    if (best === undefined || reading.total > best.total) best = reading
  }
  return best
}

function hasNeeds({ columns }: Pick<Reading, 'columns'>, { needs }: KindOfHeader): boolean {
  return (needs as readonly (string | readonly string[])[]).every((need) =>
    typeof need === 'string' ? columns.has(need) : need.some((field) => columns.has(field)),
  )
}
