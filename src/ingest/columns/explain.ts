import type { MappedColumn, Suggestion, SureColumn } from '../../records/exports.ts'
import { cleanText } from '../../vocabulary/nothing.ts'
import type { Recognised } from './recognise.ts'

/** Enough to see what a column holds. */
const SAMPLES = 3
/** A wide export has many columns that might be something. */
const MOST_SUGGESTIONS = 8

/** The columns with how sure each is and which others it might have been. */
export function explained(
  columns: readonly MappedColumn[],
  { confidence, rivals }: Recognised,
  header: readonly string[],
): readonly SureColumn[] {
  return columns.map((column) => ({
    ...column,
    // What the rows themselves said, such as the heading of a group, is sure.
    confidence: confidence.get(column.field) ?? 1,
    rivals: (rivals.get(column.field) ?? []).map((at) => header[at] ?? ''),
  }))
}

/** What columns that were not taken may be, best first, with what they hold and how to say so. */
export function suggested(
  { suggestions }: Recognised,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): readonly Suggestion[] {
  return suggestions.slice(0, MOST_SUGGESTIONS).map(({ field, column, confidence }) => {
    const name = header[column] ?? ''
    const cells = sample.map((row) => cleanText(row[column] ?? '')).filter((cell) => cell !== '')
    const setting = `--set columns.${field}=${/^[\w.-]+$/u.test(name) ? name : `"${name}"`}`
    return { field, column: name, confidence, samples: [...new Set(cells)].slice(0, SAMPLES), setting }
  })
}
