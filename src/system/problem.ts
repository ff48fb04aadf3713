/** Where in the user's input something is wrong. */
export interface Place {
  readonly file?: string
  /** Physical line, the first is 1. */
  readonly line?: number
  readonly column?: string
  readonly value?: string
}

/** A question whose answer would settle a problem: where somebody can be asked, `init` asks it. */
export type Unsettled =
  /** Which of these columns a field is. */
  | { readonly kind: 'column'; readonly field: string; readonly candidates: readonly string[] }
  /** What the columns of a file are that reads as nothing we know. */
  | { readonly kind: 'header'; readonly columns: readonly string[] }
  /** Whether the day or the month comes first. */
  | { readonly kind: 'date-order'; readonly example: string | undefined }

/** 2 it could not run, 3 too old, 74 not written, 75 another run is writing, 130 somebody left with Ctrl-C. */
type ProblemCode = 2 | 3 | 74 | 75 | 130

/**
 * Something the user can put right: says what is wrong, where, and what to do about it. Anything else that is
 * thrown is a bug and keeps its stack.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly what: string
  readonly where: Place
  readonly hint: string
  readonly exitCode: ProblemCode
  readonly unsettled: Unsettled | undefined

  constructor(what: string, options: { where?: Place; hint: string; exitCode?: ProblemCode; unsettled?: Unsettled }) {
    super(what)
    this.what = what
    this.where = options.where ?? {}
    this.hint = options.hint
    this.exitCode = options.exitCode ?? 2
    this.unsettled = options.unsettled
  }
}
