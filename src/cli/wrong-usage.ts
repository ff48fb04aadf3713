import { nearest, suggestion } from '../language/suggestion.ts'
import { BELOW, COMMANDS } from '../review/command-names.ts'
import { formatOfEnding } from '../review/format-names.ts'
import type { CommanderError } from 'commander'

/** “option '--format <format>' argument 'jsn' is invalid. Allowed choices are text, json.”, and the same of an argument. */
const CHOICES = /'([^']*)' is invalid(?: for argument '.*')?\. Allowed choices are (.*)\.$/

/** What was wrong on the command line, and what to do about it: commander's messages in our words. */
export function wrongUsage(error: CommanderError, argv: readonly string[]): { what: string; hint: string } {
  const [above = '', wrongBelow = '', last = ''] = argv
  const below = BELOW[above] ?? []
  if (error.code === 'commander.help')
    return below.length === 0
      ? { what: `no command called “${wrongBelow}”`, hint: meant(nearest(wrongBelow, COMMANDS)) }
      : { what: `no command called “${last}” below ${above}`, hint: suggestion(last, below) }
  // The default command below took the word for an argument of its own.
  if (error.code === 'commander.excessArguments' && below.length > 0 && !below.includes(wrongBelow))
    return { what: `no command called “${wrongBelow}” below ${above}`, hint: suggestion(wrongBelow, below) }
  // Commander's own suggestion, for a flag or a command, stands on a line of its own: “(Did you mean --as-of?)”.
  const [what = '', own] = error.message.replace(/^error: /, '').split('\n')
  if (own !== undefined) return { what, hint: own.replace(/^\((.*)\)$/, '$1').replace('Did', 'did') }
  const [, wrong = '', choices = ''] = CHOICES.exec(what) ?? []
  const allowed = choices === '' ? [] : choices.split(', ')
  const ofEnding = formatOfEnding(`report.${wrong}`)
  const near = ofEnding !== undefined && allowed.includes(ofEnding) ? ofEnding : nearest(wrong, allowed)
  return { what, hint: meant(near, commandIn(argv)) }
}

/** The command that was typed, as its help is asked for: the default ones are named too, for it is they that have the flags. */
function commandIn([first = '', second = '']: readonly string[]): string {
  const above = first !== 'help' && COMMANDS.includes(first) ? first : 'review'
  const below = BELOW[above]
  return below === undefined ? above : `${above} ${below.includes(second) ? second : below[0]}`
}

function meant(near: string | undefined, command = ''): string {
  if (near !== undefined) return `did you mean “${near}”?`
  return `see “pipeline-coach ${command === '' ? '' : `${command} `}--help”`
}
