import { nearest, suggestion } from '../language/suggestion.ts'
import { BELOW, COMMANDS } from '../review/command-names.ts'
import { formatOfEnding } from '../review/format-names.ts'
import type { CommanderError } from 'commander'

/** “option '--format <format>' argument 'jsn' is invalid. Allowed choices are text, json.”, and the same of an argument. */
const CHOICES = /'([^']*)' is invalid(?: for argument '.*')?\. Allowed choices are (.*)\.$/

/** Which flag that is. */
const CHOICE_OF_FLAG = /^option '(?:-\w, )?(--[a-z-]{1,40})/

/** “error: unknown option '--html'”. */
const UNKNOWN = /^error: unknown option '(--[a-z-]+)/

/** “error: required option '--by <date>' not specified”. */
const MISSING = /^error: required option '(--[a-z-]+) [^']*' not specified/

/** What a command cannot do without. */
const NEEDED: Readonly<Record<string, string>> = {
  '--by': 'say until when: --by fri, --by "in 2 weeks" or --by 2026-11-27',
  '--rep': 'say who promised it: --rep Dana; --rep manager for what you owe',
}

/** Flags that other programs have, and what does the same here. */
const INSTEAD: Readonly<Record<string, string>> = {
  '--html': 'name a file that ends in .html: -o agenda.html',
  '--markdown': 'name a file that ends in .md: -o agenda.md; or --format markdown',
  '--md': 'name a file that ends in .md: -o agenda.md; or --format markdown',
  '--json': 'use --format json, or -o agenda.json',
  '--text': 'text is the default; with -o agenda.txt it goes to a file',
  '--pdf': 'use -o agenda.html, and print that page as PDF in a browser',
  '--csv': 'an agenda is no table: use --format json for a program; “pipeline-coach why” writes deals as CSV',
  '--email': 'use --format eml --to kim@example.com, and hand it to sendmail -t',
  '--mail': 'use --format eml --to kim@example.com, and hand it to sendmail -t',
  '--date': 'the day of the review is --as-of',
  '--today': 'the day of the review is --as-of',
  '--file': 'name the file without a flag: pipeline-coach opportunities.csv',
  '--input': 'name the file without a flag: pipeline-coach opportunities.csv',
  '--name': 'one rep’s page is --rep "Dana Whitfield"',
  '--owner': 'one rep’s page is --rep "Dana Whitfield"; to name the column of owners: --set columns.owner="…"',
  '--last-week': 'last week’s export goes to --previous',
  '--compare': 'last week’s export goes to --previous',
  '--all': 'use --full for everything behind the pages',
}

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
  const known = knownMistake(error.message, argv)
  if (known !== undefined) return known
  // Commander's own suggestion, for a flag or a command, stands on a line of its own: “(Did you mean --as-of?)”.
  const [what = '', own] = error.message.replace(/^error: /, '').split('\n')
  if (own !== undefined) return { what, hint: own.replace(/^\((.*)\)$/, '$1').replace('Did', 'did') }
  const [, flag] = CHOICE_OF_FLAG.exec(what) ?? []
  const [, wrong, choices] = CHOICES.exec(what) ?? []
  const shown =
    flag === undefined || choices === undefined ? what : `${flag} cannot be “${wrong}”: it is one of ${choices}`
  return { what: shown, hint: choiceMeant(what, argv) }
}

/** What people leave out, and flags that other programs have. */
function knownMistake(message: string, argv: readonly string[]): { what: string; hint: string } | undefined {
  const [, missing = ''] = MISSING.exec(message) ?? []
  if (missing !== '')
    return { what: `${missing} is missing`, hint: NEEDED[missing] ?? meant(undefined, commandIn(argv)) }
  const instead = INSTEAD[UNKNOWN.exec(message)?.[1] ?? '']
  if (instead === undefined || !['review', 'demo', 'meet'].includes(commandIn(argv))) return undefined
  return { what: message.replace(/^error: /, '').split('\n', 1)[0] ?? '', hint: instead }
}

/** Of a value that has to be one of a few. */
function choiceMeant(what: string, argv: readonly string[]): string {
  const [, wrong = '', choices = ''] = CHOICES.exec(what) ?? []
  const allowed = choices === '' ? [] : choices.split(', ')
  const ofEnding = formatOfEnding(`report.${wrong}`)
  const near = ofEnding !== undefined && allowed.includes(ofEnding) ? ofEnding : nearest(wrong, allowed)
  return meant(near, commandIn(argv))
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
