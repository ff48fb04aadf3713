import type { Argument, Command, Option } from 'commander'

/** What can stand after a flag, or as an argument. */
export type Value =
  | { readonly kind: 'files' | 'reps' | 'anything' }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }

/** A flag as one may write it. */
export interface FlagShape {
  /** `--output`; `--no-config` too. */
  readonly long: string
  /** `-o`. */
  readonly short: string | undefined
  readonly description: string
  readonly isRepeatable: boolean
  /** Undefined for a flag that stands alone. */
  readonly value: Value | undefined
}

/** A command: its flags, what follows, and the commands below it. */
export interface CommandShape {
  /** As typed: `rules explain`; empty for the program itself. */
  readonly path: string
  readonly name: string
  readonly description: string
  readonly flags: readonly FlagShape[]
  /** Undefined where nothing can follow. */
  readonly argument: Value | undefined
  /** Whether more than one can. */
  readonly isVariadic: boolean
  readonly commands: readonly CommandShape[]
  /** What runs where no command is named. */
  readonly standard: CommandShape | undefined
}

/**
 * The tree of commands as data, of which the scripts for the shells are made.
 *
 * @param rules the names of the rules.
 */
export function shapeOf(command: Command, rules: readonly string[], above = ''): CommandShape {
  const isProgram = command.parent === null
  const path = isProgram ? '' : `${above} ${command.name()}`.trim()
  const help = command.createHelp()
  const visible = help.visibleCommands(command).filter((sub) => sub.name() !== 'help')
  const commands = visible.map((sub) => shapeOf(sub, rules, path))
  const [argument] = command.registeredArguments
  return {
    path,
    name: command.name(),
    description: command.description(),
    flags: help.visibleOptions(command).map((option) => flagOf(option)),
    argument:
      argument && (path === 'rules explain' ? { kind: 'choices', choices: rules } : valueOf(argument.name(), argument)),
    isVariadic: argument?.variadic === true,
    commands,
    standard: commands.find(({ name }) => STANDARD.has(path === '' ? name : `${path} ${name}`)),
  }
}

/** Commander does not say which command is the default one; a test asks it. */
const STANDARD: ReadonlySet<string> = new Set([
  'review',
  'rules list',
  'commitments list',
  'dismissals list',
  'history list',
])

/** Flags that name a rep. */
const REPS = new Set(['--rep', '--for'])

const FILES = new Set(['file', 'path', 'paths', 'module', 'dir'])

function flagOf(option: Option): FlagShape {
  const [, placeholder] = /<([^<>]*)>/.exec(option.flags) ?? []
  return {
    long: option.long ?? option.flags,
    short: option.short,
    description: option.description,
    isRepeatable: Array.isArray(option.defaultValue),
    value:
      placeholder === undefined
        ? undefined
        : REPS.has(option.long ?? '')
          ? { kind: 'reps' }
          : valueOf(placeholder, option),
  }
}

function valueOf(placeholder: string, { argChoices }: Pick<Argument | Option, 'argChoices'>): Value {
  if (argChoices !== undefined) return { kind: 'choices', choices: argChoices }
  return { kind: FILES.has(placeholder) ? 'files' : 'anything' }
}

/** A command and all below it. */
export function allCommands(shape: CommandShape): readonly CommandShape[] {
  return [shape, ...shape.commands.flatMap((below) => allCommands(below))]
}

/** The flags that can be given here: those of the default command too, which needs no name. */
export function flagsAt({ flags, standard }: CommandShape): readonly FlagShape[] {
  const own = new Set(flags.map(({ long }) => long))
  return [...flags, ...(standard?.flags ?? []).filter(({ long }) => !own.has(long))]
}
