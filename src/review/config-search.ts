import { rules as builtIn } from '../../rules/index.ts'
import { loadConfig, type ConfigSearch, type LoadedConfig } from '../config/load-config.ts'
import type { Io } from '../system/io.ts'
import type { ReadFlags } from './flags.ts'

type Flags = Pick<ReadFlags, 'config' | 'set' | 'rules' | 'quiet'>

/** Where the flags say that the config is. */
export function configSearch(flags: Flags, io: Io): ConfigSearch {
  const file = typeof flags.config === 'string' ? flags.config : undefined
  return { file, none: flags.config === false, set: flags.set, modules: flags.rules, cwd: io.cwd, env: io.env }
}

/** The config that the flags name or that is found, which says on standard error where it was found. */
export async function openConfig(flags: Flags, io: Io): Promise<LoadedConfig> {
  const loaded = await loadConfig(configSearch(flags, io), builtIn)
  if (loaded.notes.length > 0) await (await import('./whole-review.ts')).warn(loaded.notes, flags, io)
  return loaded
}
