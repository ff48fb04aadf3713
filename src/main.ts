import { Command, CommanderError, Option } from 'commander'
import { addDisplayOptions, addReadOptions, addReviewOptions } from './commands/options.ts'
import { addCommitmentsCommands, addHistoryCommands } from './commands/keeper-commands.ts'
import type { InspectFlags } from './commands/inspect.ts'
import type { ReadFlags, ReviewFlags } from './commands/options.ts'
import { processIo, writeOut, type Io } from './io.ts'
import { Problem } from './problem.ts'

/**
 * Runs the command line and says its exit code: 0 it ran, 1 a finding reached `--fail-on`, 2 it could not run,
 * 74 the output could not be written. The only place that turns errors into codes.
 *
 * @param argv the arguments after the program's name.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  let code = 0
  let help = ''
  const program = commandLine(
    io,
    (result) => {
      code = result
    },
    (text) => {
      help += text
    },
  )
  // A reader that leaves (`| head`) is a quiet end.
  io.stdout.on('error', () => undefined)
  io.stderr.on('error', () => undefined)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (help === '' || !(error instanceof CommanderError) || error.exitCode !== 0) return report(error, argv, io)
    return writeHelp(help, argv, io)
  }
}

async function writeHelp(help: string, argv: readonly string[], io: Io): Promise<number> {
  try {
    await writeOut(io.stdout, help)
    return 0
  } catch (error) {
    return report(error, argv, io)
  }
}

/** Each command loads its own modules when it runs: the help must be quick. */
function commandLine(io: Io, finish: (code: number) => void, takeHelp: (text: string) => void): Command {
  const program = new Command('pipeline-coach')
    .description('A coaching agenda for each sales rep, from an export of your CRM.')
    .exitOverride()
    .configureOutput({
      writeOut: takeHelp,
      writeErr: () => undefined,
    })
    .addHelpText('after', EXAMPLES)
    .version(VERSION, '--version', 'the version of this program')
    .helpCommand(true)
    .showSuggestionAfterError()

  addReviewOptions(program.command('review', { isDefault: true }))
    .description('read exports, print the agenda (the default command)')
    .argument('[paths...]', 'CSV files or folders of them; - is standard input')
    .action(async (paths: string[], flags: ReviewFlags) => {
      const { review } = await import('./commands/review.ts')
      finish(await review(paths, flags, io))
    })

  addReviewOptions(program.command('demo'))
    .description('a review of the built-in sample team')
    .action(async (flags: ReviewFlags) => {
      const { demo } = await import('./commands/demo.ts')
      finish(await demo(flags, io))
    })

  addDisplayOptions(addReadOptions(program.command('inspect')))
    .description('say what was recognised in each file, and what was not')
    .argument('<paths...>', 'CSV files or folders of them; - is standard input')
    .addOption(new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'))
    .action(async (paths: string[], flags: InspectFlags) => {
      const { inspect } = await import('./commands/inspect.ts')
      finish(await inspect(paths, flags, io))
    })

  addRulesCommands(program.command('rules').description('what the reviews look for'), io, finish)
  addCommitmentsCommands(program.command('commitments').description('what was promised'), io, finish)
  addHistoryCommands(program.command('history').description('earlier reviews'), io, finish)
  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}

function addRulesCommands(rules: Command, io: Io, finish: (code: number) => void): void {
  const load = () => import('./commands/rules.ts')
  const list = rules.command('list', { isDefault: true }).description('every rule in a line')
  list.action(async (flags: ReadFlags) => finish(await (await load()).listRules(flags, io)))
  const explain = rules.command('explain').description('one rule: why, its options, its questions, its examples')
  explain.argument('<id>', 'the rule’s name')
  explain.action(async (id: string, flags: ReadFlags) => finish(await (await load()).explainRule(id, flags, io)))
  const check = rules.command('check').description('run a rule of your own on its examples')
  check.argument('<module>', 'the rule’s module: its code runs')
  check.action(async (module: string) => finish(await (await load()).checkOwnRule(module, io)))
  check.copyInheritedSettings(rules)
  for (const command of [list, explain]) {
    command.option('--config <file>', 'the config whose values are in force').option('--no-config', 'use no config')
    command.option(
      '--set <key=value>',
      'set one key of the config (repeatable)',
      (value, all: string[]) => [...all, value],
      [],
    )
    command.option('--rules <module>', 'a rule of your own (repeatable)', (value, all: string[]) => [...all, value], [])
    command.copyInheritedSettings(rules)
  }
}

/** Kept equal to the package's by a test: reading it there would cost every start a file. */
const VERSION = '0.1.0'

const EXAMPLES = `
Examples:
  pipeline-coach opportunities.csv             the agenda for every rep
  pipeline-coach exports/ --rep "Dana Whitfield"
  pipeline-coach inspect opportunities.csv     what was recognised in the file
  pipeline-coach demo                          see it work on a sample team
`

function report(error: unknown, argv: readonly string[], io: Io): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') {
      say(io, `no command called “${argv[1] ?? ''}”`, 'see “pipeline-coach --help”')
      return 2
    }
    const [what = '', meant] = error.message.replace(/^error: /, '').split('\n')
    say(
      io,
      what,
      meant === undefined ? 'see “pipeline-coach --help”' : meant.replace(/^\((.*)\)$/, '$1').replace('Did', 'did'),
    )
    return 2
  }
  if (error instanceof Problem) {
    say(io, `${place(error)}${error.what}`, error.hint)
    return error.exitCode
  }
  const verbose = argv.includes('--verbose') || argv.includes('-v')
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? error.stack : undefined
  say(io, `this is a bug: ${message}`, verbose ? (stack ?? '') : 'run it again with --verbose and report what it says')
  return 2
}

/** `opps.csv, line 17, column “Close Date”, “31/02/2026”: ` */
function place({ where: { file, line, column, value } }: Problem): string {
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column “${column}”`,
    value === undefined ? undefined : `“${value}”`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? '' : `${parts.join(', ')}: `
}

/** Text that came from outside may hold escapes: none of them reaches a terminal. */
function say(io: Io, what: string, hint: string): void {
  const plain = (text: string) => text.replaceAll(/[^\P{C}\n]/gu, '·')
  io.stderr.write(`pipeline-coach: ${plain(what)}\n  ${plain(hint)}\n`)
}
