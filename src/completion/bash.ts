import { KNOWN_REPS } from './known-reps.ts'
import { allCommands, flagsAt, type CommandShape, type Value } from './shape.ts'

/** printf %q makes one word of a name. In quotes that were begun it cannot: a name that would be more than text there is left out. */
const REPS = `_pipeline_coach_reps() {
  local typed="$1" quote='' name
  case "$typed" in
    '"'* | "'"*) quote=begun typed="\${typed:1}" ;;
    *) typed="\${typed//\\\\/}" ;;
  esac
  while IFS= read -r name; do
    [[ $name == "$typed"* ]] || continue
    if [[ $quote != begun ]]; then
      COMPREPLY+=("$(printf '%q' "$name")")
    elif [[ $name != *[\\"\\'\\$\\!\\\`\\\\]* ]]; then
      COMPREPLY+=("$name")
    fi
  done < <(pipeline-coach ${KNOWN_REPS} -- "\${COMP_WORDS[@]}" 2>/dev/null)
}
`

/**
 * The script for bash. It needs no bash-completion package, and starts a process at a TAB only where reps are asked for. It
 * is kept to what bash 3.2 knows, which macOS still has.
 */
export function bashScript(program: CommandShape): string {
  const commands = allCommands(program)
  return `# bash completion of pipeline-coach. In ~/.bashrc: source <(pipeline-coach completion bash)
# Where that does nothing (bash 3.2): eval "$(pipeline-coach completion bash)"

_pipeline_coach_words() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_pipeline_coach_files() {
  local IFS=$'\\n'
  type compopt >/dev/null 2>&1 && compopt -o filenames 2>/dev/null
  COMPREPLY+=($(compgen -f -- "$1"))
}

${REPS}
_pipeline_coach() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" flag='' place='' at word
  COMPREPLY=()
  # bash takes --flag=value apart.
  if [[ $current == '=' ]]; then
    flag=$before current=''
  elif [[ $before == '=' ]]; then
    flag="\${COMP_WORDS[COMP_CWORD-2]}"
  else
    flag=$before
  fi
  # A command can only be the first word, and the first after a command that has others below it.
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    case "$place|$word" in
${cases(program)}
      *) break ;;
    esac
  done
  case "$place|$flag" in
${commands.flatMap((command) => valueCases(command)).join('\n')}
  esac
  if [[ $current == -* ]]; then
    case "$place" in
${commands.map((command) => `      ${quoted(command.path)}) _pipeline_coach_words ${quoted(flagWords(command))} "$current" ;;`).join('\n')}
    esac
    return
  fi
  case "$place" in
${commands.map((command) => argumentCase(command)).join('\n')}
  esac
}

complete -F _pipeline_coach pipeline-coach
`
}

function cases(program: CommandShape): string {
  return allCommands(program)
    .flatMap((command) =>
      command.commands.map(
        (below) => `      ${quoted(`${command.path}|${below.name}`)}) place=${quoted(below.path)} ;;`,
      ),
    )
    .join('\n')
}

/** After a flag that takes a value there is nothing else to complete. */
function valueCases(command: CommandShape): string[] {
  const byReply = new Map<string, string[]>()
  for (const { long, short, value } of flagsAt(command)) {
    if (value === undefined) continue
    const reply = replyOf(value)
    const names = [long, ...(short === undefined ? [] : [short])].map((name) => quoted(`${command.path}|${name}`))
    byReply.set(reply, [...(byReply.get(reply) ?? []), ...names])
  }
  return [...byReply].map(([reply, names]) => `    ${names.join(' | ')})\n      ${reply}\n      return\n      ;;`)
}

function replyOf(value: Value): string {
  switch (value.kind) {
    case 'files':
      return '_pipeline_coach_files "$current"'
    case 'choices':
      return `_pipeline_coach_words ${quoted(value.choices.join('\n'))} "$current"`
    case 'reps':
      return '_pipeline_coach_reps "$current"'
    case 'anything':
      return ':'
  }
}

/** Commands where none was named yet, and what the command, or the default one, takes. */
function argumentCase({ path, commands, argument, standard }: CommandShape): string {
  const taken = argument ?? standard?.argument
  const replies = [
    ...(commands.length === 0
      ? []
      : [
          `((at == COMP_CWORD)) && _pipeline_coach_words ${quoted(commands.map(({ name }) => name).join('\n'))} "$current"`,
        ]),
    ...(taken === undefined || taken.kind === 'anything' ? [] : [replyOf(taken)]),
  ]
  return `    ${quoted(path)})\n${(replies.length === 0 ? [':'] : replies).map((reply) => `      ${reply}`).join('\n')}\n      ;;`
}

function flagWords(command: CommandShape): string {
  return flagsAt(command)
    .flatMap(({ long, short }) => [long, ...(short === undefined ? [] : [short])])
    .join('\n')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
