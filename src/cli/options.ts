import {
  address,
  addresses,
  age,
  currency,
  DayOption,
  filePath,
  filePaths,
  line,
  list,
  locale,
  number,
  timezone,
} from './option-values.ts'
import { type Command, Option } from 'commander'

// The groups of the help, in which flags are looked for.
const REVIEW = 'The review:'
const REPORT = 'The report:'
const MAIL = 'The mail, with --format eml:'
const UNATTENDED = 'Unattended:'
const HISTORY = 'The history:'
const CONFIG = 'The config:'
const FILES = 'What a file holds, whatever its header says:'
const CELLS = 'When a file does not tell:'
const OTHER = 'Messages and help:'

/** What reads exports: how they are read, and the config. */
export function addReadOptions(command: Command): Command {
  command
    .optionsGroup(REVIEW)
    .addOption(
      new DayOption('--as-of <date>', 'the day of the review: 2026-11-20, nov 20, fri, yesterday (default: today)'),
    )
    .addOption(new Option('--timezone <zone>', 'the zone of the review’s day, e.g. Europe/Madrid').argParser(timezone))
  addConfigOptions(command)
    .optionsGroup(FILES)
    .addOption(filePaths('--opportunities <file>', 'opportunities'))
    .addOption(filePaths('--activities <file>', 'activities'))
    .addOption(filePaths('--contact-roles <file>', 'contact roles'))
    .addOption(filePaths('--opportunity-history <file>', 'the history of opportunities'))
    .addOption(filePaths('--reps <file>', 'the reps'))
    .addOption(filePaths('--contacts <file>', 'contacts'))
    .addOption(filePaths('--accounts <file>', 'accounts'))
    .addOption(filePaths('--users <file>', 'the names behind owners’ ids'))
    .addOption(filePaths('--goals <file>', 'goals'))
    .addOption(filePaths('--field-history <file>', 'changes of single fields'))
    .addOption(filePaths('--prices <file>', 'what products cost'))
    .optionsGroup(CELLS)
    .addOption(new Option('--date-order <order>', 'the order of days and months').choices(['mdy', 'dmy', 'ymd']))
    .addOption(new Option('--decimal <mark>', 'the decimal mark').choices(['.', ',']))
    .addOption(new Option('--encoding <name>', 'the encoding, e.g. windows-1251'))
    .addOption(new Option('--delimiter <char>', 'what stands between cells, e.g. ";"'))
    .addOption(new Option('--header-row <n>', 'the line the header stands on').argParser(number(1, 1000)))
  return addOtherOptions(command)
    .addOption(new Option('-q, --quiet', 'no warnings'))
    .addOption(new Option('-v, --verbose', 'say more when something goes wrong'))
}

/** Where the config is, and what is set for one run. */
export function addConfigOptions(command: Command): Command {
  return command
    .optionsGroup(CONFIG)
    .addOption(filePath('--config <file>', 'use this config instead of searching for pipeline-coach.yaml'))
    .addOption(new Option('--no-config', 'use no config'))
    .addOption(list('--set <key=value>', 'set one key of the config (repeatable)'))
    .addOption(filePaths('--rules <module>', 'a rule of your own: its code runs (repeatable)'))
}

/** The last group, with the help itself. */
export function addOtherOptions(command: Command): Command {
  return command.optionsGroup(OTHER).helpOption('-h, --help', 'show this help')
}

/** Where earlier reviews are remembered. */
export function addHistoryOptions(command: Command): Command {
  return command
    .optionsGroup(HISTORY)
    .addOption(filePath('--history <dir>', 'the folder that remembers earlier reviews (default: as the config says)'))
    .addOption(new Option('--no-history', 'remember nothing, and look at nothing earlier'))
}

/** Of a command that has others below it. */
export function addParentOptions(command: Command): Command {
  return addOtherOptions(command).helpCommand('help [command]', 'show the help of a command')
}

/** How a text looks. */
export function addDisplayOptions(command: Command): Command {
  return command
    .optionsGroup(REPORT)
    .addOption(new Option('--color <when>', 'colour').choices(['auto', 'always', 'never']).default('auto'))
    .addOption(
      new Option('--width <columns>', 'its width (default: the terminal’s, else 80)').argParser(number(40, 400)),
    )
    .addOption(
      new Option(
        '--ascii',
        'text and Markdown with plain quotes, dashes and lines, for mail that garbles others; names stay as they are',
      ),
    )
    .addOption(new Option('--locale <tag>', 'numbers and dates as written there, e.g. en-US, de').argParser(locale))
}

/** Whose pages, what they are compared with, and how long they are. */
function addPageOptions(command: Command): Command {
  return command
    .optionsGroup(REVIEW)
    .addOption(list('--rep <name>', 'only this rep’s page (repeatable)'))
    .addOption(list('--manager <name>', 'only the pages of this manager and their reps (repeatable)'))
    .addOption(list('--team <name>', 'only the pages of this team’s reps (repeatable)'))
    .addOption(filePaths('--previous <path>', 'last review’s export, to see what changed (repeatable)'))
    .addOption(new Option('--max-deals <n>', 'deals on a page (default: 3)').argParser(number(0, 20)))
    .addOption(
      new Option(
        '--minutes <n>',
        'minutes for a rep: fewer deals where they are few (default: 15 for 3 deals)',
      ).argParser(number(1, 240)),
    )
    .addOption(new Option('--currency <code>', 'the currency of the amounts, e.g. EUR').argParser(currency))
}

/** Whom a mail is from and to. */
function addEnvelopeOptions(command: Command): Command {
  return command
    .optionsGroup(MAIL)
    .addOption(addresses('--to <address>', 'whom the mail goes to (repeatable; default: mail.to of the config)'))
    .addOption(new Option('--from <address>', 'whom it is from (default: mail.from of the config)').argParser(address))
    .addOption(new Option('--subject <text>', 'its subject (default: of which week it is)').argParser(line))
}

/** Of writing a config: what is read. */
export function addInitOptions(command: Command): Command {
  command
    .optionsGroup(CONFIG)
    .addOption(new Option('--yes', 'ask nothing: what nobody has said stays a comment; needs no terminal'))
  return addReadOptions(addDisplayOptions(command))
}

/** Of a meeting: what is read and who is met. */
export function addMeetOptions(command: Command): Command {
  addPageOptions(command)
    .optionsGroup(REPORT)
    .addOption(
      new Option('--format <format>', 'of the summary; default: by the ending of --output, else text').choices([
        'text',
        'markdown',
        'eml',
        'json',
      ]),
    )
    .addOption(filePath('-o, --output <file>', 'write the summary to this file; - is standard output'))
  addEnvelopeOptions(addDisplayOptions(command))
  return addReadOptions(addHistoryOptions(command))
}

/** What `review` takes. */
export function addReviewOptions(command: Command): Command {
  addPageOptions(command)
    .addOption(new Option('--audience <who>', 'rep: their own page, nobody else’s numbers').choices(['manager', 'rep']))
    .optionsGroup(REPORT)
    .addOption(
      new Option('--format <format>', 'default: by the ending of --output, else text').choices([
        'text',
        'markdown',
        'html',
        'eml',
        'json',
      ]),
    )
    .addOption(filePath('-o, --output <file>', 'write to this file, whole or not at all; - is standard output'))
    .addOption(new Option('--full', 'everything behind the pages too, in text and Markdown; HTML and JSON have it'))
    .addOption(new Option('--split-by <whom>', 'a file for each rep in --output-dir, their own copy').choices(['rep']))
    .addOption(filePath('--output-dir <dir>', 'where --split-by writes; the folder is made'))
  addEnvelopeOptions(addDisplayOptions(command))
    .addOption(new Option('--attach <what>', 'attach the full page').choices(['html']))
    .optionsGroup(UNATTENDED)
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 when a finding reaches it')
        .choices(['none', 'low', 'medium', 'high'])
        .default('none'),
    )
    .addOption(new Option('--quiet-if-empty', 'no report when there is nothing to discuss'))
    .addOption(new Option('--max-age <age>', 'exit with 3 when the export is older, e.g. 3d or 2w').argParser(age))
    .addOption(new DayOption('--exported-at <date>', 'the day of the export, where no file tells'))
  return addReadOptions(addHistoryOptions(command))
}

/** Of the question where a figure comes from: what was reviewed, and how the answer is written. */
export function addWhyOptions(command: Command): Command {
  command
    .optionsGroup(REVIEW)
    .addOption(list('--rep <name>', 'only figures of this rep’s page (repeatable)'))
    .addOption(filePaths('--previous <path>', 'last review’s export, as it was given to the review (repeatable)'))
    .addOption(new Option('--currency <code>', 'the currency of the amounts, e.g. EUR').argParser(currency))
    .optionsGroup(REPORT)
    .addOption(new Option('--format <format>', 'how it is said').choices(['text', 'csv', 'json']).default('text'))
  return addReadOptions(addHistoryOptions(addDisplayOptions(command)))
}

/** Of the look back: what is read, how far ahead an end counts, and how it is written. */
export function addBacktestOptions(command: Command): Command {
  command
    .optionsGroup(REVIEW)
    .addOption(
      new Option('--horizon <days>', 'a deal counts as won within so many days (default: nine in ten wins)').argParser(
        number(1, 1000),
      ),
    )
    .addOption(new Option('--currency <code>', 'the currency of the amounts, e.g. EUR').argParser(currency))
    .optionsGroup(REPORT)
    .addOption(
      new Option('--format <format>', 'default: by the ending of --output, else text').choices([
        'text',
        'markdown',
        'html',
        'json',
      ]),
    )
    .addOption(filePath('-o, --output <file>', 'write to this file, whole or not at all; - is standard output'))
  return addReadOptions(addHistoryOptions(addDisplayOptions(command)))
}
