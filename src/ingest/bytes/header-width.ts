import { Problem } from '../../system/problem.ts'
import type { SampleRow } from './sample.ts'

/** Fewer rows than this say nothing about the header. */
const ENOUGH_ROWS = 3

/**
 * The header, as wide as the rows below it. Where every row has another width, a delimiter too many or too few in the
 * header would move each cell under its neighbour's name. An empty name among the others goes.
 *
 * @throws Problem where the names cannot be told from each other.
 */
export function fittingHeader(
  names: readonly string[],
  { rows, header }: { readonly rows: readonly SampleRow[]; readonly header: number },
  file: string,
): readonly string[] {
  const below = rows.slice(header + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [width, ...others] = new Set(below.map(({ cells }) => cells.length))
  const named = names.findLastIndex((name) => name !== '') + 1
  if (width === undefined || others.length > 0 || below.length < ENOUGH_ROWS || width === 1) return names
  if (width === names.length || width === named) return names
  if (width < names.length) {
    const inner = names.filter((name, at) => name !== '' || at >= named)
    if (inner.length === width) return inner
    if (inner.slice(0, named).length < width) return names
  } else if (below.every(({ cells }) => cells.slice(names.length).every((cell) => cell.trim() === ''))) return names
  const line = rows[header]?.line ?? 1
  throw new Problem(`the header has ${names.length} columns, and each row has ${width} cells`, {
    where: { file, line },
    hint:
      width < names.length
        ? 'take out of the header what has no cells below it, or export again'
        : 'a column name is missing from the header, or two have run together: put it right, or export again',
  })
}
