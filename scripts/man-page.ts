import type { Command, Option } from 'commander'
import { EXAMPLES } from '../src/cli/examples.ts'
import { describeOption } from '../src/cli/option-values.ts'

/** The page of `man pipeline-coach`, from the same commands and flags as `--help`. It has no date: it changes with them. */
export function manPage(program: Command): string {
  return `.\\" Generated from the commands: npm run generate
.TH PIPELINE\\-COACH 1 "" "pipeline\\-coach ${program.version() ?? ''}" "User Commands"
.SH NAME
pipeline\\-coach \\- a coaching agenda for each sales rep, from an export of your CRM
.SH SYNOPSIS
${synopses(program).join('\n.br\n')}
.SH DESCRIPTION
${paragraphs(DESCRIPTION)}
.SH OPTIONS
${flagLines(program).join('\n')}
.SH COMMANDS
${below(program)
  .map((command) => commandSection(command))
  .join('\n')}
.SH EXIT STATUS
${EXIT_CODES.map(([code, meaning]) => entry(`.B ${code}`, meaning)).join('\n')}
.SH ENVIRONMENT
${ENVIRONMENT.map(([name, meaning]) => entry(`.B ${name}`, meaning)).join('\n')}
.SH FILES
${FILES.map(([name, meaning]) => entry(`.I ${roff(name)}`, meaning)).join('\n')}
.SH EXAMPLES
${Object.values(EXAMPLES)
  .flat()
  .filter(([command], at, all) => all.findIndex(([other]) => other === command) === at)
  .map(([command, purpose]) => `.PP\n${roff(sentence(purpose))}\n.PP\n.nf\n.RS\n${roff(command)}\n.RE\n.fi`)
  .join('\n')}
.SH SEE ALSO
The rules, the config and recipes for cron, systemd and CI are in the folder docs of the project.
`
}

const DESCRIPTION = [
  'Reads what any CRM exports as CSV and prints, for each rep, the one thing to talk about first, what is new, what changed, the two or three deals worth the meeting’s minutes with the questions to ask, and what to fix beforehand. What a file holds is told from its header, not its name.',
  'It needs no account, no network and no set-up. Nothing leaves the machine. The same input gives the same output, byte for byte. The report goes to standard output, everything else to standard error.',
]

/** As docs/automation.md and the contract have them. */
const EXIT_CODES = [
  [0, 'The review ran.'],
  [1, 'It ran, and a finding reached \\-\\-fail\\-on.'],
  [2, 'It could not run: wrong usage, a bad config, an unreadable or unrecognised export, or a bug.'],
  [3, 'The export is older than \\-\\-max\\-age.'],
  [74, 'The output could not be written. What was there before is intact.'],
  [130, 'It was interrupted (143 when it was ended by SIGTERM). No half\\-written file is left.'],
] as const

const ENVIRONMENT = [
  ['NO_COLOR', 'No colour, unless \\-\\-color always asks for it.'],
  ['FORCE_COLOR', 'Colour in a pipe too.'],
  ['COLUMNS', 'The width of the terminal.'],
  ['XDG_CONFIG_HOME', 'Where the user’s config folder is; else ~/.config.'],
] as const

const FILES = [
  ['pipeline-coach.yaml', 'The config, in the working folder or a parent.'],
  ['~/.config/pipeline-coach/pipeline-coach.yaml', 'The config of whoever has none of these.'],
] as const

function below(command: Command): readonly Command[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .filter((sub) => sub.name() !== 'help')
}

/** The commands that run something, with the words that lead to them. */
function runnable(command: Command, above: string): { command: Command; name: string }[] {
  return below(command).flatMap((sub) => {
    const name = `${above} ${sub.name()}`
    return below(sub).length === 0 ? [{ command: sub, name }] : runnable(sub, name)
  })
}

function synopses(program: Command): string[] {
  return runnable(program, program.name()).map(({ command, name }) => {
    const isStandard = name === 'pipeline-coach review'
    const said = isStandard ? `\\fBpipeline\\-coach\\fR [\\fBreview\\fR]` : `\\fB${roff(name)}\\fR`
    return `${said} [\\fIoptions\\fR]${parameters(command)}`
  })
}

function parameters(command: Command): string {
  return command.registeredArguments
    .map((argument) => {
      const shown = `\\fI${roff(argument.name())}\\fR${argument.variadic ? '...' : ''}`
      return argument.required ? ` ${shown}` : ` [${shown}]`
    })
    .join('')
}

function commandSection(command: Command, above = ''): string {
  const name = `${above} ${command.name()}`.trim()
  const lines = [
    `.SS ${roff(name)}${parameters(command)}`,
    roff(sentence(command.description())),
    ...command.registeredArguments.map((argument) =>
      entry(`.I ${roff(argument.name())}`, roff(sentence(argument.description))),
    ),
    ...(name === 'demo' ? ['.PP\nTakes the flags of review.'] : flagLines(command)),
  ]
  return [...lines, ...below(command).map((sub) => commandSection(sub, name))].join('\n')
}

function flagLines(command: Command): string[] {
  return groupsOf(command).flatMap(([title, options]) => [
    `.PP\n.B ${roff(title.replace(/:$/, ''))}`,
    ...options.map((option) => entry(`.B ${roff(option.flags)}`, roff(sentence(describeOption(option))))),
  ])
}

/** As the help groups them. */
function groupsOf(command: Command): [string, Option[]][] {
  const help = command.createHelp()
  const groups = new Map<string, Option[]>()
  for (const option of [...command.options, ...help.visibleOptions(command)]) {
    const title = option.helpGroupHeading ?? 'Options:'
    const group = groups.get(title) ?? []
    if (!group.includes(option)) group.push(option)
    groups.set(title, group)
  }
  return [...groups]
}

function entry(term: string, text: string): string {
  return `.TP\n${term}\n${text}`
}

function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => roff(text)).join('\n.PP\n')
}

function sentence(text: string): string {
  const end = /[.?)]$/.test(text) && !text.endsWith(')') ? '' : '.'
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`
}

/** Text as roff reads it: a hyphen that is one to be typed, a backslash, a dot at the start of a line, our quotes. */
function roff(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll('’', String.raw`\(cq`)
    .replaceAll('“', String.raw`\(lq`)
    .replaceAll('”', String.raw`\(rq`)
    .replace(/^(?=[.'])/, String.raw`\&`)
}
