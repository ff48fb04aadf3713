import type { LoadedConfig } from '../config/load-config.ts'
import type { Exports } from '../records/exports.ts'
import { colorLevel, displayWidth } from '../review/display.ts'
import type { DisplayFlags, HistoryFlags, ReadFlags, ReviewFlags } from '../review/flags.ts'
import { openExports, reviewDay } from '../review/open-exports.ts'
import { openHistory } from '../review/open-history.ts'
import type { Io } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import type { Terminal } from '../terminal/terminal.ts'

type Flags = ReadFlags & DisplayFlags & HistoryFlags & Pick<ReviewFlags, 'previous'>

/**
 * Reads the exports. Where last week's lies among them, and somebody is there to answer, it is asked whether to read it as
 * last week's, unless a history tells what changed. A program is told the flag, by a warning.
 *
 * @param terminal that of a conversation which is held anyway.
 * @returns the flags too, with what was answered.
 */
export async function openWeeks<F extends Flags>(
  paths: readonly string[],
  flags: F,
  loaded: LoadedConfig,
  io: Io,
  terminal?: Terminal,
): Promise<{ exports: Exports; flags: F }> {
  const { config } = loaded
  const exports = await openExports(paths, flags, config, io)
  const { older } = exports
  const isAsked = terminal !== undefined || (flags.quiet !== true && isSomebodyThere(io))
  if (older.length === 0 || flags.previous.length > 0 || !isAsked) return { exports, flags }
  const history = await openHistory(flags, loaded, io)
  const today = reviewDay(flags, config, io)
  if ((await history?.days())?.some((day) => day < today) === true) return { exports, flags }
  if (!(await (terminal === undefined ? askedAlone(older, flags, io) : isWanted(older, terminal))))
    return { exports, flags }
  const asked = { ...flags, previous: older }
  return { exports: await openExports(paths, asked, config, io), flags: asked }
}

function isSomebodyThere({ stdin, stdout, stderr }: Io): boolean {
  return stderr.isTTY === true && stdout.isTTY === true && stdin.isTTY === true
}

/** The only question of a review. */
async function askedAlone(older: readonly string[], flags: Flags, io: Io): Promise<boolean> {
  const { Terminal: Conversation, Left } = await import('../terminal/terminal.ts')
  const terminal = new Conversation(io, {
    level: colorLevel(flags.color, io.stderr, io.env),
    width: () => displayWidth(flags, io.stderr, io.env),
    ascii: () => undefined,
  })
  try {
    return await isWanted(older, terminal)
  } catch (error) {
    if (!(error instanceof Left)) throw error
    throw new Problem('stopped, and nothing was written', {
      hint: 'with --previous FILE, or with --quiet, nothing is asked',
      exitCode: 130,
    })
  }
}

async function isWanted(older: readonly string[], terminal: Terminal): Promise<boolean> {
  const [name, their] = older.length === 1 ? [`${older[0]} holds`, 'it'] : [`${older.join(', ')} hold`, 'them']
  await terminal.show((lines) => {
    lines.text(`${name} the same deals as an older export.`)
    lines.text(`Read ${their} as the week before, to see what changed?`)
  })
  const answer = await terminal.keys([
    { key: 'y', action: 'yes', says: 'yes, as --previous' },
    { key: 'enter', action: 'yes', says: 'yes', isSilent: true },
    { key: 'n', action: 'no', says: 'no, all of it is this week’s' },
  ])
  return answer === 'yes'
}
