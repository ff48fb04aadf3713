import { checkData } from '../book/checks/check-data.ts'
import type { Checked } from '../book/checks/data-check.ts'
import type { Config } from '../config/schema.ts'
import { bookSettings } from '../config/settings.ts'
import type { Exports } from '../records/exports.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { ReviewFlags } from './flags.ts'

type Flags = Pick<ReviewFlags, 'asOf' | 'currency' | 'locale' | 'exportedAt'>

/** The files as far as they can be relied on, and the day that they can be reviewed as of. */
export function checkExport(exports: Exports, config: Config, flags: Flags, asOf: PlainDate): Checked {
  return checkData(exports, bookSettings(config, flags), { asOf, isAskedFor: flags.asOf !== undefined })
}
