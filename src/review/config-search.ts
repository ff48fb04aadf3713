import type { ConfigSearch } from '../config/load-config.ts'
import type { Io } from '../system/io.ts'
import type { ReadFlags } from './flags.ts'

/** Where the flags say that the config is. */
export function configSearch(flags: Pick<ReadFlags, 'config' | 'set' | 'rules'>, io: Io): ConfigSearch {
  const file = typeof flags.config === 'string' ? flags.config : undefined
  return { file, none: flags.config === false, set: flags.set, modules: flags.rules, cwd: io.cwd, env: io.env }
}
