import { Argument, Command, Option } from 'commander'
import { addParentHelp, examplesText } from './commands/examples.ts'
import { addCommitmentsCommands, addHistoryCommands } from './commands/keeper-commands.ts'
import { describeOption } from './commands/option-values.ts'
import {
  addConfigOptions,
  addDisplayOptions,
  addOtherOptions,
  addReadOptions,
  addReviewOptions,
} from './commands/options.ts'
import type { InspectFlags } from './commands/inspect.ts'
import type { ReadFlags, ReviewFlags } from './commands/options.ts'
import type { Io, Take } from './io.ts'

/**
 * All commands and their flags: what is run, and what `--help`, the man page and the completion are made of. Each
 * command loads its own modules when it runs: the help must be quick.
 */
export function commandLine(io: Io, take: Take): Command {
  const program = new Command('pipeline-coach')
    .description('A coaching agenda for each sales rep, from an export of your CRM.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => take.help(text), writeErr: () => undefined })
    .configureHelp({ optionDescription: describeOption })
    .version(VERSION, '--version', 'the version of this program')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .showSuggestionAfterError()
    .addHelpText('after', examplesText('') + MORE)
  addReviews(program, io, take)
  addInspect(program.command('inspect'), io, take)
  addRulesCommands(program.command('rules').description('what the reviews look for'), io, take)
  addCommitmentsCommands(program.command('commitments').description('what was promised'), io, take)
  addHistoryCommands(program.command('history').description('earlier reviews'), io, take)
  addCompletion(program.command('completion'), io, take)
  return program
}

function addReviews(program: Command, io: Io, take: Take): void {
  addReviewOptions(program.command('review', { isDefault: true }))
    .description('read exports, print the agenda (the default command)')
    .argument('[paths...]', 'CSV files or folders of them; - is standard input')
    .addHelpText('after', examplesText('review'))
    .action(async (paths: string[], flags: ReviewFlags) => {
      const { review } = await import('./commands/review.ts')
      take.code(await review(paths, flags, io))
    })

  addReviewOptions(program.command('demo'))
    .description('a review of the built-in sample team')
    .addHelpText('after', examplesText('demo'))
    .action(async (flags: ReviewFlags) => {
      const { demo } = await import('./commands/demo.ts')
      take.code(await demo(flags, io))
    })
}

function addInspect(command: Command, io: Io, take: Take): void {
  addReadOptions(
    addDisplayOptions(command).addOption(
      new Option('--format <format>', 'how it is said').choices(['text', 'json']).default('text'),
    ),
  )
    .description('say what was recognised in each file, and what was not')
    .argument('<paths...>', 'CSV files or folders of them; - is standard input')
    .addHelpText('after', examplesText('inspect'))
    .action(async (paths: string[], flags: InspectFlags) => {
      const { inspect } = await import('./commands/inspect.ts')
      take.code(await inspect(paths, flags, io))
    })
}

function addRulesCommands(rules: Command, io: Io, take: Take): void {
  const load = () => import('./commands/rules.ts')
  addParentHelp(rules)
  addConfig(rules.command('list', { isDefault: true }), 'rules list')
    .description('every rule in a line')
    .action(async (flags: ReadFlags) => take.code(await (await load()).listRules(flags, io)))
  addConfig(rules.command('explain'), 'rules explain')
    .description('one rule: why, its options, its questions, its examples')
    .argument('<id>', 'the rule’s name')
    .action(async (id: string, flags: ReadFlags) => take.code(await (await load()).explainRule(id, flags, io)))
  addOtherOptions(rules.command('check'))
    .description('run a rule of your own on its examples')
    .argument('<module>', 'the rule’s module: its code runs')
    .addHelpText('after', examplesText('rules check'))
    .action(async (module: string) => take.code(await (await load()).checkOwnRule(module, io)))
}

function addConfig(command: Command, path: string): Command {
  return addOtherOptions(addConfigOptions(command)).addHelpText('after', examplesText(path))
}

function addCompletion(command: Command, io: Io, take: Take): void {
  addOtherOptions(command)
    .description('print what makes your shell complete commands, flags, values and files')
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', examplesText('completion'))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completion } = await import('./commands/completion.ts')
      take.code(await completion(shell, commandLine(io, take), io))
    })
}

/** Kept equal to the package's by a test: reading it there would cost every start a file. */
const VERSION = '0.1.0'

const MORE = `
A review is the default command: “pipeline-coach review --help” shows its flags.
`
