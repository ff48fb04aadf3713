import type { CommanderError } from 'commander'
import { nearest, suggestion } from '../suggestion.ts'
import { BELOW, COMMANDS } from './names.ts'

/** “option '--format <format>' argument 'jsn' is invalid. Allowed choices are text, json.”, and the same of an argument. */
const CHOICES = /'([^']*)' is invalid(?: for argument '.*')?\. Allowed choices are (.*)\.$/

/** What was wrong on the command line, and what to do about it: commander's messages in our words. */
export function wrongUsage(error: CommanderError, argv: readonly string[]): { what: string; hint: string } {
  if (error.code === 'commander.help') {
    const wrong = argv[1] ?? ''
    return { what: `no command called “${wrong}”`, hint: meant(nearest(wrong, COMMANDS)) }
  }
  const [above = '', wrongBelow = ''] = argv
  const below = BELOW[above] ?? []
  // The default command below took the word for an argument of its own.
  if (error.code === 'commander.excessArguments' && below.length > 0 && !below.includes(wrongBelow))
    return { what: `no command called “${wrongBelow}” below ${above}`, hint: suggestion(wrongBelow, below) }
  // Commander's own suggestion, for a flag or a command, stands on a line of its own: “(Did you mean --as-of?)”.
  const [what = '', own] = error.message.replace(/^error: /, '').split('\n')
  if (own !== undefined) return { what, hint: own.replace(/^\((.*)\)$/, '$1').replace('Did', 'did') }
  const [, wrong = '', allowed = ''] = CHOICES.exec(what) ?? []
  return { what, hint: meant(nearest(wrong, allowed === '' ? [] : allowed.split(', '))) }
}

function meant(near: string | undefined): string {
  return near === undefined ? 'see “pipeline-coach --help”' : `did you mean “${near}”?`
}
