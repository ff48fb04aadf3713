import type { Config } from '../config/schema.ts'
import type { Exports } from '../records/exports.ts'
import type { ReviewFlags } from './flags.ts'
import { formatOfEnding, type Format } from './format-names.ts'

/** The format that was asked for, else that of the file’s ending, else text. */
export function formatOf({ format, output }: Pick<ReviewFlags, 'format' | 'output'>): Format {
  return format ?? formatOfEnding(output ?? '') ?? 'text'
}

/** Writes in ASCII what is our own; undefined where that was not asked for. */
export type Ascii = ((text: string) => string) | undefined

/** What a report is made with, besides the agenda. */
export interface Rendering {
  readonly exports: Exports
  readonly config: Config
  readonly ascii: Ascii
  readonly flags: ReviewFlags
}
