import { rules as builtIn } from '../../rules/index.ts'
import { loadConfig } from '../config/load-config.ts'
import { openHistory } from '../review/open-history.ts'
import { type Io, writeOut } from '../system/io.ts'

/** So that no module of a config runs because somebody pressed TAB. */
const NO_CODE = 'rules.modules=[]'

/**
 * The reps of the last review that was kept, one a line: what a shell's completion asks for after `--rep`. Nobody reads a
 * message at a TAB: where something is wrong there are none.
 *
 * @param words what has been typed so far, of which the flags say where the history is.
 */
export async function knownReps(words: readonly string[], io: Io): Promise<number> {
  try {
    const search = { file: flagIn(words, '--config'), none: words.includes('--no-config'), set: [NO_CODE], modules: [] }
    const loaded = await loadConfig({ ...search, cwd: io.cwd, env: io.env }, builtIn)
    const named = flagIn(words, '--history')
    const history = await openHistory(named === undefined ? {} : { history: named }, loaded, io)
    const reps = (await history?.newest())?.reps ?? []
    await writeOut(io.stdout, reps.map((name) => `${name}\n`).join(''))
  } catch {
    // The command itself will say what is wrong.
  }
  return 0
}

/** The value of a flag. bash hands over each word with its quotes, and `--flag=value` in three. */
function flagIn(typed: readonly string[], flag: string): string | undefined {
  const words = typed.map((word) => word.replaceAll(/^["']|["']$|\\/g, ''))
  const at = words.findLastIndex((word) => word === flag || word.startsWith(`${flag}=`))
  if (at < 0) return undefined
  const joined = words[at]?.slice(flag.length + 1)
  if (joined !== '') return joined
  const next = words[at + 1]
  return next === '=' ? words[at + 2] : next
}
