export interface RejectedRow {
  /** Physical line, the first is 1. */
  readonly line: number
  /** The row's text, at most 200 characters of it. */
  readonly value: string
  readonly reason: string
}

/** What became of a row. `value` is the offending cell; without it, the row's text is reported. */
export type Verdict =
  | 'used'
  /** Used too: what it says went to the record of an earlier row. */
  | 'folded'
  | { readonly ignored: string }
  | { readonly rejected: string; readonly column?: string; readonly value?: string }

export interface RowSink {
  /** A data row, with exactly as many cells as the header, and the physical line it starts on. */
  row(cells: readonly string[], line: number): Verdict
  /** Called once for every rejected row. */
  rejected(row: RejectedRow & { column?: string }): void
  /** Called once for every ignored row. */
  ignored?(cells: readonly string[], line: number, reason: string): void
  /** A sum or a note among the rows or below them. */
  footer?(cells: readonly string[], line: number): void
}
