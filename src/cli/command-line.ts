import type { BacktestFlags } from '../commands/backtest.ts'
import type { InitFlags } from '../commands/init.ts'
import type { InspectFlags } from '../commands/inspect.ts'
import type { MeetFlags } from '../commands/meet.ts'
import type { WhyFlags } from '../commands/why.ts'
import type { ReadFlags, ReviewFlags } from '../review/flags.ts'
import type { Io, Take } from '../system/io.ts'
import { KNOWN_REPS } from '../completion/known-reps.ts'
import { briefHelp, isBriefHelp, restOfHelp } from './brief-help.ts'
import { examplesText } from './examples.ts'
import { addCommitmentsCommands, addDismissalsCommands, addHistoryCommands } from './keeper-commands.ts'
import { describeCommand, describeOption, notEmpty, settleDays, withPaths } from './option-values.ts'
import {
  addBacktestOptions,
  addConfigOptions,
  addDisplayOptions,
  addInitOptions,
  addMeetOptions,
  addOtherOptions,
  addParentOptions,
  addReadOptions,
  addReviewOptions,
  addWhyOptions,
} from './options.ts'
import { Argument, Command, Option } from 'commander'

/** A command of the first rank: what the help of all says of it, and what is only built where it is looked at. */
interface Entry {
  readonly name: string
  readonly description: string
  readonly argument?: Argument
  /** Asked by a program only: no help names it. */
  readonly isHidden?: true
  readonly build: (command: Command, io: Io, take: Take) => void
}

const PATHS = 'CSV files or folders of them; - is standard input'

const ENTRIES: readonly Entry[] = [
  {
    name: 'review',
    description: 'read exports, print the agenda (the default command)',
    argument: withPaths(new Argument('[paths...]', PATHS)),
    build: (command, io, take) =>
      addReviewOptions(command).action(async (paths: string[], flags: ReviewFlags) => {
        const { review } = await import('../commands/review.ts')
        take.code(await review(paths, flags, io))
      }),
  },
  {
    name: 'demo',
    description: 'a review of the built-in sample team',
    build: (command, io, take) =>
      addReviewOptions(command).action(async (flags: ReviewFlags) => {
        const { demo } = await import('../commands/demo.ts')
        take.code(await demo(flags, io))
      }),
  },
  {
    name: 'init',
    description: 'set up: say what was recognised, ask the rest, write pipeline-coach.yaml',
    argument: withPaths(new Argument('[paths...]', 'CSV files or folders of them')),
    build: (command, io, take) =>
      addInitOptions(command).action(async (paths: string[], flags: InitFlags) => {
        const { init } = await import('../commands/init.ts')
        take.code(await init(paths, flags, io))
      }),
  },
  {
    name: 'meet',
    description: 'walk through the agenda in the meeting, and write down what is agreed',
    argument: withPaths(new Argument('[paths...]', 'CSV files or folders of them')),
    build: (command, io, take) =>
      addMeetOptions(command).action(async (paths: string[], flags: MeetFlags) => {
        const { meet } = await import('../commands/meet.ts')
        take.code(await meet(paths, flags, io))
      }),
  },
  {
    name: 'inspect',
    description: 'say what was recognised in each file, and what was not',
    argument: withPaths(new Argument('[paths...]', PATHS)),
    build: (command, io, take) =>
      addReadOptions(
        addDisplayOptions(command).addOption(
          new Option('--format <format>', 'how it is said').choices(['text', 'json']).default('text'),
        ),
      ).action(async (paths: string[], flags: InspectFlags) => {
        const { inspect } = await import('../commands/inspect.ts')
        take.code(await inspect(paths, flags, io))
      }),
  },
  {
    name: 'why',
    description: 'the deals behind a figure of the page',
    argument: new Argument('<text>', 'the figure as the page has it, such as "98 of 282"'),
    build: (command, io, take) =>
      addWhyOptions(
        command.addArgument(
          withPaths(new Argument('[paths...]', 'CSV files or folders; none: the last review’s page')),
        ),
      ).action(async (text: string, paths: string[], flags: WhyFlags) => {
        const { why } = await import('../commands/why.ts')
        take.code(await why(text, paths, flags, io))
      }),
  },
  {
    name: 'backtest',
    description: 'what each rule would have said in the past, and what became of those deals',
    argument: withPaths(
      new Argument('[paths...]', 'CSV files or folders; folders or files of several days are compared'),
    ),
    build: (command, io, take) =>
      addBacktestOptions(command).action(async (paths: string[], flags: BacktestFlags) => {
        const { backtest } = await import('../commands/backtest.ts')
        take.code(await backtest(paths, flags, io))
      }),
  },
  { name: 'rules', description: 'what the reviews look for', build: addRulesCommands },
  { name: 'commitments', description: 'what was promised', build: addCommitmentsCommands },
  { name: 'dismissals', description: 'what was put aside, and taking it back', build: addDismissalsCommands },
  { name: 'history', description: 'earlier reviews', build: addHistoryCommands },
  {
    name: 'completion',
    description: 'print what makes your shell complete commands, flags, values and files',
    argument: new Argument('<shell>', 'bash, zsh or fish').choices(['bash', 'zsh', 'fish']),
    build: (command, io, take) =>
      addOtherOptions(command).action(async (shell: 'bash' | 'zsh' | 'fish') => {
        const { completion } = await import('../commands/completion.ts')
        take.code(await completion(shell, commandLine(io, take), io))
      }),
  },
  {
    name: KNOWN_REPS,
    description: 'the reps of the last review, for the shell’s completion',
    argument: new Argument('[words...]', 'what has been typed so far, after “--”'),
    isHidden: true,
    build: (command, io, take) =>
      command.action(async (words: string[]) => {
        const { knownReps } = await import('../commands/known-reps.ts')
        take.code(await knownReps(words, io))
      }),
  },
]

/**
 * All commands and their flags: what is run, and what `--help`, the man page and the completion are made of. Each
 * command loads its own modules when it runs: the help must be quick.
 *
 * @param argv what was typed: of the other commands only the names are made then, for flags by the hundred take time.
 */
export function commandLine(io: Io, take: Take, argv?: readonly string[]): Command {
  const isBrief = argv !== undefined && isBriefHelp(argv)
  const program = new Command('pipeline-coach')
    .description('A coaching agenda for each sales rep, from an export of your CRM.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => take.help(text), writeErr: () => undefined })
    .configureHelp({ optionDescription: describeOption, subcommandTerm: describeCommand, ...(isBrief && briefHelp) })
    .version(VERSION, '--version', 'the version of this program')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .showSuggestionAfterError()
    .addHelpText('after', () => examplesText('') + MORE)
    .hook('preAction', (_, command) => settleDays(command, io.now()))
  const wanted = argv && commandOf(argv)
  for (const { name, description, argument, isHidden, build } of ENTRIES) {
    const how = { isDefault: name === 'review', hidden: isHidden === true }
    const command = program.command(name, how).description(description)
    if (argument !== undefined) command.addArgument(argument)
    if (wanted !== undefined && wanted !== name) continue
    build(command, io, take)
    command.addHelpText('after', () => examplesText(name) + (isBrief ? restOfHelp(command) : ''))
  }
  return program
}

/** The only command that is looked at; none (empty) for the help of all; undefined where it takes a closer look. */
function commandOf([first = '', ...rest]: readonly string[]): string | undefined {
  if (rest.length === 0 && /^(?:-h|--help|--version)$/.test(first)) return ''
  if (first === '' || first === 'help' || first.startsWith('-')) return undefined
  return ENTRIES.some(({ name }) => name === first) ? first : 'review'
}

function addRulesCommands(rules: Command, io: Io, take: Take): void {
  const load = () => import('../commands/rules.ts')
  addParentOptions(rules)
  addConfig(rules.command('list', { isDefault: true }))
    .description('every rule in a line')
    .addHelpText('after', () => examplesText('rules list'))
    .action(async (flags: ReadFlags) => take.code(await (await load()).listRules(flags, io)))
  addConfig(rules.command('explain'))
    .description('one rule: why, its options, its questions, its examples')
    .argument('<id>', 'the rule’s name')
    .addHelpText('after', () => examplesText('rules explain'))
    .action(async (id: string, flags: ReadFlags) => take.code(await (await load()).explainRule(id, flags, io)))
  addOtherOptions(rules.command('check'))
    .description('run a rule of your own on its examples')
    .argument('<module>', 'the rule’s module: its code runs', (given: string) => notEmpty(given))
    .addHelpText('after', () => examplesText('rules check'))
    .action(async (module: string) => take.code(await (await load()).checkOwnRule(module, io)))
}

function addConfig(command: Command): Command {
  return addOtherOptions(addConfigOptions(command))
}

/** Kept equal to the package's by a test: reading it there would cost every start a file. */
const VERSION = '0.1.0'

const MORE = `
A review is the default command: “pipeline-coach review --help” shows its flags.
`
