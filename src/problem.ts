/** Where in the user's input something is wrong. */
export interface Place {
  readonly file?: string
  /** Physical line, the first is 1. */
  readonly line?: number
  readonly column?: string
  readonly value?: string
}

/**
 * Something the user can put right: says what is wrong, where, and what to do about it. Anything else that is
 * thrown is a bug and keeps its stack.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly what: string
  readonly where: Place
  readonly hint: string
  readonly exitCode: 2 | 3 | 74 | 75

  constructor(what: string, options: { where?: Place; hint: string; exitCode?: 2 | 3 | 74 | 75 }) {
    super(what)
    this.what = what
    this.where = options.where ?? {}
    this.hint = options.hint
    this.exitCode = options.exitCode ?? 2
  }
}
