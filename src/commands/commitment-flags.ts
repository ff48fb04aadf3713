import type { HistoryFlags, ReadFlags } from '../review/flags.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** What every command on the history takes. */
export interface KeeperFlags extends Pick<ReadFlags, 'config' | 'set' | 'rules'>, HistoryFlags {
  readonly asOf?: PlainDate
}

/** The flags of `commitments add`. */
export interface AddFlags extends KeeperFlags {
  readonly rep: string
  readonly by: PlainDate
  readonly deal?: string
  readonly proof?: string
  readonly for?: string
}
