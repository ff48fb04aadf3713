import { Help, type Command, type HelpConfiguration, type Option } from 'commander'

/** What most people need, by the flags' long names. All others are behind `--help --all`, and in the man page. */
const NEEDED: ReadonlySet<string> = new Set([
  '--as-of',
  '--rep',
  '--previous',
  '--format',
  '--output',
  '--full',
  '--set',
  '--history',
  '--date-order',
  '--yes',
])

/** A command with fewer flags than these is shown whole. */
const MANY = 20

/** A command's help on one screen. */
export const briefHelp: HelpConfiguration = {
  visibleOptions(command: Command): Option[] {
    const all = Help.prototype.visibleOptions.call(this as Help, command)
    return all.length < MANY ? all : all.filter(({ long }) => NEEDED.has(long ?? ''))
  },
}

/** Whether the help is asked for, and not all of it. */
export function isBriefHelp(argv: readonly string[]): boolean {
  return !argv.includes('--all') && (argv[0] === 'help' || argv.includes('--help') || argv.includes('-h'))
}

/** Says where the rest is; empty where nothing is left out. */
export function restOfHelp(command: Command): string {
  const { length } = Help.prototype.visibleOptions.call(new Help(), command)
  return length < MANY
    ? ''
    : `\nAll ${length} flags: pipeline-coach ${command.name()} --help --all, or man pipeline-coach\n`
}
