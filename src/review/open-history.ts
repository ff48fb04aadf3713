import type { LoadedConfig } from '../config/load-config.ts'
import type { History } from '../history/folder.ts'
import type { Io } from '../system/io.ts'
import type { HistoryFlags } from './flags.ts'

import path from 'node:path'

/** The folder that `--history` names, from here, or else the config, beside its file. Undefined where neither does. */
export async function openHistory(
  { history: flag }: HistoryFlags,
  { config, file }: Pick<LoadedConfig, 'config' | 'file'>,
  io: Io,
): Promise<History | undefined> {
  if (flag === false || (flag === undefined && config.history === undefined)) return undefined
  const beside = file === undefined ? '.' : path.dirname(file)
  const shown = flag ?? path.join(beside, config.history ?? '')
  // Reading it takes zod, which takes longer to load than a small review takes.
  const { History: Folder } = await import('../history/folder.ts')
  return new Folder(path.resolve(io.cwd, shown), shown)
}
