import type { HistoryFlags, ReadFlags } from '../review/flags.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** What every command on the history takes. */
export interface KeeperFlags extends Pick<ReadFlags, 'config' | 'set' | 'rules'>, HistoryFlags {
  readonly asOf?: PlainDate
  readonly locale?: string
}

/** The flags of `commitments add`. */
export interface AddFlags extends KeeperFlags {
  readonly rep: string
  /** As it was typed: what `fri` is depends on the day the promise is made. */
  readonly by: string
  readonly deal?: string
  readonly proof?: string
  readonly for?: string
}
