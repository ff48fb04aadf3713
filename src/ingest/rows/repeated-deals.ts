import type { PlainDate } from '../../time/plain-date.ts'
import type { Rejected } from '../../records/exports.ts'
import type { DealRow } from '../../records/fields.ts'
import { idKey } from '../../records/ids.ts'
import { plural, SAME_ID } from '../messages.ts'
import { isAnotherDeal } from './same-id.ts'

/** Where a deal's row stands. */
export interface DealPlace {
  readonly file: string
  readonly line: number
}

/** What becomes of deals that stand in more than one file. */
export interface Repeats {
  /** Indexes of the rows that are not to be used. */
  readonly dropped: ReadonlySet<number>
  readonly rejected: readonly Rejected[]
  readonly warnings: readonly string[]
  /** The files that are older exports. */
  readonly older: readonly string[]
}

/**
 * Of a deal in several files the newest file's row counts, and where their content does not tell which is newer, the first
 * one's. Deals without ids are one by name, account and day of creation.
 *
 * @param newest the day that each file is of, as far as it tells.
 */
export function repeatsAcross(
  rows: readonly DealRow[],
  placeOf: (index: number) => DealPlace,
  newest: (file: string) => PlainDate | undefined,
): Repeats {
  const kept = new Map<string, number>()
  const keys = distinctKeys(rows, placeOf)
  for (const [index, key] of keys.entries()) {
    if (key === undefined) continue
    const before = kept.get(key)
    const isNewer = before === undefined || (newest(placeOf(index).file) ?? 0) > (newest(placeOf(before).file) ?? 0)
    if (isNewer) kept.set(key, index)
  }
  const dropped = new Map<number, number>()
  for (const [index, key] of keys.entries()) {
    const by = key === undefined ? undefined : kept.get(key)
    if (by !== undefined && placeOf(by).file !== placeOf(index).file) dropped.set(index, by)
  }
  const rejected = [...dropped].map(([index, by]): Rejected => {
    const { file, line } = placeOf(index)
    const row = rows[index] as DealRow
    const same = row.id === undefined ? 'the same name, account and creation as' : SAME_ID
    const place = placeOf(by)
    return {
      file,
      line,
      column: undefined,
      value: row.id ?? row.name ?? '',
      reason: `${same} ${place.file}, line ${place.line}`,
    }
  })
  const pairs = pairsOf(rows, dropped, placeOf, newest)
  return {
    dropped: new Set(dropped.keys()),
    rejected,
    warnings: pairs.map(warningOf),
    older: pairs.filter(isOlderExport).map(({ from }) => from.file),
  }
}

/** Two files that have deals in common. */
interface Pair {
  /** The first deal of it that does not count, and the one that does. */
  readonly from: DealPlace
  readonly by: DealPlace
  readonly name: string
  count: number
  /** How many deals each holds. */
  readonly sizes: { readonly from: number; readonly by: number }
  /** Whether the other file tells of a later day. */
  readonly isNewer: boolean
}

function pairsOf(
  rows: readonly DealRow[],
  dropped: ReadonlyMap<number, number>,
  placeOf: (index: number) => DealPlace,
  newest: (file: string) => PlainDate | undefined,
): readonly Pair[] {
  const sizes = new Map<string, number>()
  for (const index of rows.keys()) sizes.set(placeOf(index).file, (sizes.get(placeOf(index).file) ?? 0) + 1)
  const pairs = new Map<string, Pair>()
  for (const [index, other] of dropped) {
    const from = placeOf(index)
    const by = placeOf(other)
    const pair = pairs.get(`${from.file}\n${by.file}`)
    if (pair !== undefined) pair.count++
    else
      pairs.set(`${from.file}\n${by.file}`, {
        from,
        by,
        name: rows[index]?.name ?? rows[index]?.id ?? '',
        count: 1,
        sizes: { from: sizes.get(from.file) ?? 0, by: sizes.get(by.file) ?? 0 },
        isNewer: (newest(by.file) ?? 0) !== (newest(from.file) ?? 0),
      })
  }
  return [...pairs.values()]
}

/** Of two lists that share a deal or two neither is the other's week before. */
function isOlderExport({ isNewer, count, sizes }: Pair): boolean {
  return isNewer && count * 2 >= sizes.from
}

/** A sentence for each pair of files. */
function warningOf(pair: Pair): string {
  const { from, by, name, count, sizes, isNewer } = pair
  if (isOlderExport(pair)) {
    const rest = sizes.from - count
    const others =
      rest === 0
        ? ''
        : `, and ${plural(rest, 'other')} count${rest === 1 ? 's' : ''} as ${rest === 1 ? 'it was' : 'they were'} then`
    return (
      `${from.file}: an older export: ${count} of its ${plural(sizes.from, 'deal')} (line ${from.line}: “${name}”) ` +
      `${count === 1 ? 'is' : 'are'} in ${by.file} too, which counts${others}. ` +
      `To see what changed since, add --previous ${inShell(from.file)}`
    )
  }
  if (isNewer)
    return (
      `${from.file}, line ${from.line}: ${plural(count, 'deal')} of it (“${name}”) stand${count === 1 ? 's' : ''} ` +
      `in ${by.file} too, which is newer and counts`
    )
  if (count > 1 && count === sizes.from && count === sizes.by)
    return (
      `${from.file}: the same ${count} deals as in ${by.file}, and each is counted once; leave one of the two files out. ` +
      `If one of them is older, name it with --previous`
    )
  return `${from.file}: ${plural(count, 'row')} repeat${count === 1 ? 's' : ''} a deal that was read before; the first was kept (line ${from.line}: “${name}” stands in ${by.file} too); if one of the two is an older export, give it with --previous`
}

/** As one types it. */
function inShell(file: string): string {
  return /^[\w./-]+$/u.test(file) ? file : `"${file}"`
}

/** The keys of all rows. Two lists that both number their deals 1, 2, 3 have not the same deals: a later one loses its id. */
function distinctKeys(
  rows: readonly DealRow[],
  placeOf: (index: number) => DealPlace,
): readonly (string | undefined)[] {
  const first = new Map<string, number>()
  return rows.map((row, index) => {
    const key = keyOf(row)
    const before = key === undefined ? undefined : first.get(key)
    if (key === undefined) return undefined
    if (before === undefined) {
      first.set(key, index)
      return key
    }
    const other = rows[before] as DealRow
    if (placeOf(before).file === placeOf(index).file || !isAnotherDeal(other, row, false)) return key
    row.id = undefined
    return keyOf(row)
  })
}

/** Under which a deal is the same in another file; undefined where too little is known to say so. */
function keyOf(row: DealRow): string | undefined {
  const { id, name, account, created, owner } = row
  if (id !== undefined) return `# ${idKey(id)}`
  if (account !== undefined && created !== undefined) return [name, account, created].join('\n')
  const known = [account, created, owner].filter((part) => part !== undefined).length
  return known < 2 ? undefined : [name, account, created, owner].join('\n')
}

/** Rows of one file without ids that are alike in all that was read. They may be two deals, and are kept. */
export function alikeWarnings(rows: readonly DealRow[], placeOf: (index: number) => DealPlace): string[] {
  const first = new Map<string, number[]>()
  const alike = new Map<string, { line: number; as: number; count: number }>()
  for (const [index, row] of rows.entries()) {
    if (row.id !== undefined) continue
    const { file, line } = placeOf(index)
    const key = [file, row.name, row.account, row.created, row.amount].join('\n')
    const others = first.get(key)
    if (others === undefined) {
      first.set(key, [index])
      continue
    }
    const text = JSON.stringify(row)
    const as = others.find((other) => JSON.stringify(rows[other]) === text)
    if (as === undefined) {
      others.push(index)
      continue
    }
    const known = alike.get(file)
    if (known === undefined) alike.set(file, { line, as: placeOf(as).line, count: 1 })
    else known.count++
  }
  return [...alike].map(
    ([file, { line, as, count }]) =>
      `${file}, line ${line}: the same as line ${as} in all that was read; ${plural(count, 'such row')} without an id ` +
      `${count === 1 ? 'counts as a deal' : 'count as deals'} of ${count === 1 ? 'its' : 'their'} own: take out of the export what is one deal`,
  )
}
