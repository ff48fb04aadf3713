import { KNOWN_REPS } from './known-reps.ts'
import { allCommands, flagsAt, type CommandShape, type FlagShape, type Value } from './shape.ts'

/** The script for fish. */
export function fishScript(program: CommandShape): string {
  const lines = allCommands(program).flatMap((command) => commandLines(command))
  return `# fish completion of pipeline-coach. In ~/.config/fish/config.fish: pipeline-coach completion fish | source

# Whether the command line so far is exactly of this command: a command is the first word, and none stands elsewhere.
function __pipeline_coach_at
    set -l words (commandline -opc)
    set -e words[1]
    set -l place
    set -l known ${allCommands(program)
      .filter(({ path }) => path !== '')
      .map(({ path }) => quoted(path))
      .join(' ')}
    for word in $words
        set -l next (string join ' ' -- $place $word)
        contains -- $next $known; or break
        set place $place $word
    end
    test "$place" = "$argv[1]"
end

# No word but those of the command itself.
function __pipeline_coach_first
    __pipeline_coach_at $argv[1]; and test (count (commandline -opc)) -eq (math 1 + (count (string split -n ' ' -- $argv[1])))
end

complete -c pipeline-coach -f
${lines.join('\n')}
`
}

function commandLines(command: CommandShape): string[] {
  const { path, commands, argument, standard } = command
  const taken = argument ?? standard?.argument
  const here = `-n ${quoted(`__pipeline_coach_at "${path}"`)}`
  const first = `-n ${quoted(`__pipeline_coach_first "${path}"`)}`
  return [
    ...commands.map(({ name, description }) => line(first, `-a ${name}`, description)),
    ...(taken === undefined || taken.kind === 'anything' ? [] : [line(here, reply(taken))]),
    ...flagsAt(command).map((flag) => line(here, flagWords(flag), flag.description)),
  ]
}

function flagWords({ long, short, value }: FlagShape): string {
  const name = `-l ${long.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`
  if (value === undefined) return name
  // -x: a value, and no file.
  return value.kind === 'files' ? `${name} -r -F` : `${name} -x ${reply(value)}`.trimEnd()
}

function reply(value: Value): string {
  switch (value.kind) {
    case 'files':
      return '-F'
    case 'choices':
      return `-a ${quoted(value.choices.join(' '))}`
    case 'reps':
      return `-a '(pipeline-coach ${KNOWN_REPS} -- (commandline -opc) 2>/dev/null)'`
    case 'anything':
      return ''
  }
}

function line(where: string, what: string, description?: string): string {
  return `complete -c pipeline-coach ${where} ${what}${description === undefined ? '' : ` -d ${quoted(description)}`}`
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`
}
