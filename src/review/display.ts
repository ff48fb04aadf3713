import { NARROWEST } from '../report/text/lines.ts'
import type { Io } from '../system/io.ts'
import type { DisplayFlags } from './flags.ts'

type Stream = Io['stdout'] | undefined

/**
 * Chalk's level of colour for this stream: the flag, `NO_COLOR`, `FORCE_COLOR`, then what the stream is. Undefined
 * stands for a file.
 */
export function colorLevel(flag: DisplayFlags['color'], stream: Stream, env: NodeJS.ProcessEnv): 0 | 1 {
  if (flag !== 'auto') return flag === 'always' ? 1 : 0
  if ((env['NO_COLOR'] ?? '') !== '') return 0
  const forced = env['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced === '0' || forced === 'false' ? 0 : 1
  return stream?.isTTY === true && env['TERM'] !== 'dumb' ? 1 : 0
}

/** Columns: the flag, else the terminal's (`COLUMNS` first), else 80. */
export function displayWidth(flags: DisplayFlags, stream: Stream, env: NodeJS.ProcessEnv): number {
  if (flags.width !== undefined) return flags.width
  if (stream?.isTTY !== true) return 80
  const columns = Number(env['COLUMNS']) || stream.columns || 80
  return Math.max(NARROWEST, Math.min(columns, 120))
}
