import { type Command, InvalidArgumentError, Option } from 'commander'
import { parseIsoDate, type PlainDate } from '../plain-date.ts'
import type { DateOrder } from '../ingest/cells/date.ts'
import type { Severity } from '../engine/finding.ts'
import type { Kind } from '../ingest/fields.ts'

/** How exports are read and the config found: what every command that reads exports takes. */
export interface ReadFlags {
  readonly config?: string | boolean
  readonly set: readonly string[]
  /** Modules with rules of one's own. */
  readonly rules: readonly string[]
  readonly dateOrder?: DateOrder
  readonly encoding?: string
  readonly delimiter?: string
  readonly headerRow?: number
  readonly decimal?: '.' | ','
  readonly timezone?: string
  readonly asOf?: PlainDate
  readonly opportunities: readonly string[]
  readonly activities: readonly string[]
  readonly contactRoles: readonly string[]
  readonly opportunityHistory: readonly string[]
  readonly reps: readonly string[]
  readonly contacts: readonly string[]
  readonly accounts: readonly string[]
  readonly users: readonly string[]
  readonly goals: readonly string[]
  readonly fieldHistory: readonly string[]
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/** Where the history is kept. */
export interface HistoryFlags {
  /** False: `--no-history`. */
  readonly history?: string | false
}

/** The flags of `review`. */
export interface ReviewFlags extends ReadFlags, DisplayFlags, HistoryFlags {
  readonly format?: 'text' | 'json'
  readonly output?: string
  readonly rep: readonly string[]
  readonly manager: readonly string[]
  readonly team: readonly string[]
  readonly audience: 'manager' | 'rep'
  readonly failOn: 'none' | Severity
  readonly previous: readonly string[]
  readonly maxDeals?: number
  readonly minutes?: number
  readonly currency?: string
}

export interface DisplayFlags {
  readonly color: 'auto' | 'always' | 'never'
  readonly width?: number
}

/** Flags that name a kind of file outright. */
export const kindFlags = [
  ['opportunities', 'opportunities'],
  ['activities', 'activities'],
  ['contactRoles', 'contact-roles'],
  ['opportunityHistory', 'history'],
  ['reps', 'reps'],
  ['contacts', 'contacts'],
  ['accounts', 'accounts'],
  ['users', 'users'],
  ['goals', 'goals'],
  ['fieldHistory', 'field-history'],
] as const satisfies readonly (readonly [keyof ReadFlags, Kind])[]

const repeat = (value: string, before: readonly string[]) => [...before, value]

/** An option that may be given several times. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser(repeat).default([], '')
}

export function date(value: string): PlainDate {
  const parsed = parseIsoDate(value)
  if (parsed === undefined) throw new InvalidArgumentError(`“${value}” is not a day: write it as YYYY-MM-DD.`)
  return parsed
}

export function number(from: number, to: number) {
  return (value: string): number => {
    const parsed = Number(value)
    if (!Number.isInteger(parsed) || parsed < from || parsed > to)
      throw new InvalidArgumentError(`“${value}” is not a whole number from ${from} to ${to}.`)
    return parsed
  }
}

function timezone(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    throw new InvalidArgumentError(`“${value}” is not a time zone: use a name such as Europe/Madrid.`)
  }
}

function currency(value: string): string {
  if (!/^[A-Z]{3}$/.test(value)) throw new InvalidArgumentError(`“${value}” is not a currency code such as EUR.`)
  return value
}

export function addReadOptions(command: Command): Command {
  return command
    .addOption(new Option('--as-of <date>', 'the day of the review, YYYY-MM-DD (default: today)').argParser(date))
    .addOption(new Option('--config <file>', 'use this config instead of searching for pipeline-coach.yaml'))
    .addOption(new Option('--no-config', 'use no config'))
    .addOption(repeatable('--set <key=value>', 'set one key of the config (repeatable)'))
    .addOption(repeatable('--rules <module>', 'a rule of your own: its code runs (repeatable)'))
    .addOption(repeatable('--opportunities <file>', 'this file holds opportunities, whatever its header says'))
    .addOption(repeatable('--activities <file>', 'this file holds activities'))
    .addOption(repeatable('--contact-roles <file>', 'this file holds contact roles'))
    .addOption(repeatable('--opportunity-history <file>', 'this file holds the history of opportunities'))
    .addOption(repeatable('--reps <file>', 'this file lists the reps'))
    .addOption(repeatable('--contacts <file>', 'this file holds contacts'))
    .addOption(repeatable('--accounts <file>', 'this file holds accounts'))
    .addOption(repeatable('--users <file>', 'this file tells the names behind owners’ ids'))
    .addOption(repeatable('--goals <file>', 'this file holds goals'))
    .addOption(repeatable('--field-history <file>', 'this file holds changes of single fields'))
    .addOption(new Option('--date-order <order>', 'when the file does not tell').choices(['mdy', 'dmy', 'ymd']))
    .addOption(new Option('--decimal <mark>', 'when the file does not tell').choices(['.', ',']))
    .addOption(new Option('--encoding <name>', 'when the file does not tell, e.g. windows-1251'))
    .addOption(new Option('--delimiter <char>', 'when the file does not tell, e.g. ";"'))
    .addOption(new Option('--header-row <n>', 'the line the header stands on').argParser(number(1, 1000)))
    .addOption(new Option('--timezone <zone>', 'the zone of the review’s day, e.g. Europe/Madrid').argParser(timezone))
    .addOption(new Option('-q, --quiet', 'no warnings'))
    .addOption(new Option('-v, --verbose', 'say more when something goes wrong'))
}

export function addHistoryOptions(command: Command): Command {
  return command
    .addOption(new Option('--history <dir>', 'the folder that remembers earlier reviews (default: as the config says)'))
    .addOption(new Option('--no-history', 'remember nothing, and look at nothing earlier'))
}

export function addDisplayOptions(command: Command): Command {
  return command
    .addOption(new Option('--color <when>', 'colour').choices(['auto', 'always', 'never']).default('auto'))
    .addOption(
      new Option('--width <columns>', 'width of the text (default: the terminal’s, else 80)').argParser(
        number(40, 400),
      ),
    )
}

export function addReviewOptions(command: Command): Command {
  addReadOptions(command)
    .addOption(
      new Option('--format <format>', 'default: by the ending of --output, else text').choices(['text', 'json']),
    )
    .addOption(new Option('-o, --output <file>', 'write to this file, whole or not at all; - is standard output'))
    .addOption(repeatable('--rep <name>', 'only this rep’s page (repeatable)'))
    .addOption(repeatable('--manager <name>', 'only the pages of this manager and their reps (repeatable)'))
    .addOption(repeatable('--team <name>', 'only the pages of this team’s reps (repeatable)'))
    .addOption(
      new Option('--audience <who>', 'rep: their own page, nobody else’s numbers')
        .choices(['manager', 'rep'])
        .default('manager'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 when a finding reaches it')
        .choices(['none', 'low', 'medium', 'high'])
        .default('none'),
    )
    .addOption(repeatable('--previous <path>', 'last review’s export, to see what changed (repeatable)'))
    .addOption(new Option('--max-deals <n>', 'deals on a page (default: 3)').argParser(number(0, 20)))
    .addOption(
      new Option(
        '--minutes <n>',
        'minutes for a rep: fewer deals where they are few (default: 15 for 3 deals)',
      ).argParser(number(1, 240)),
    )
    .addOption(new Option('--currency <code>', 'the currency of the amounts, e.g. EUR').argParser(currency))
  return addDisplayOptions(addHistoryOptions(command))
}
