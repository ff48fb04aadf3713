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
}

/**
 * Of a deal in several files the newest file's row counts, and where their content does not tell which is newer, the first
 * one's. Deals without ids are one by name, account and day of creation.
 *
 * @param newest the last day that each file knows of.
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
  return { dropped: new Set(dropped.keys()), rejected, warnings: warningsOf(rows, dropped, placeOf, newest) }
}

/** A sentence for each pair of files, with the first deal of each. */
function warningsOf(
  rows: readonly DealRow[],
  dropped: ReadonlyMap<number, number>,
  placeOf: (index: number) => DealPlace,
  newest: (file: string) => PlainDate | undefined,
): string[] {
  const pairs = new Map<string, { from: DealPlace; by: DealPlace; name: string; count: number }>()
  for (const [index, other] of dropped) {
    const from = placeOf(index)
    const by = placeOf(other)
    const pair = pairs.get(`${from.file}\n${by.file}`)
    if (pair === undefined)
      pairs.set(`${from.file}\n${by.file}`, { from, by, name: rows[index]?.name ?? rows[index]?.id ?? '', count: 1 })
    else pair.count++
  }
  const sizes = new Map<string, number>()
  for (const index of rows.keys()) sizes.set(placeOf(index).file, (sizes.get(placeOf(index).file) ?? 0) + 1)
  return [...pairs.values()].map(({ from, by, name, count }) => {
    const compare = `to see what changed from the older to the newer: pipeline-coach ${by.file} --previous ${from.file}`
    if ((newest(by.file) ?? 0) !== (newest(from.file) ?? 0))
      return (
        `${from.file}, line ${from.line}: ${plural(count, 'deal')} of it (“${name}”) stand${count === 1 ? 's' : ''} in ${by.file} too, ` +
        `which is newer and counts; ${compare}`
      )
    if (count > 1 && count === sizes.get(from.file) && count === sizes.get(by.file))
      return (
        `${from.file}: the same ${count} deals as in ${by.file}, and each is counted once; leave one of the two files out. ` +
        `If one of them is older, name it with --previous`
      )
    return `${from.file}: ${plural(count, 'row')} repeat${count === 1 ? 's' : ''} a deal that was read before; the first was kept (line ${from.line}: “${name}” stands in ${by.file} too); if one of the two is an older export, give it with --previous`
  })
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
