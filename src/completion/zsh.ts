import { KNOWN_REPS } from './known-reps.ts'
import { allCommands, flagsAt, type CommandShape, type FlagShape, type Value } from './shape.ts'

/** The script for zsh: to be sourced after compinit, or put as `_pipeline-coach` in a folder of `$fpath`. */
export function zshScript(program: CommandShape): string {
  const functions = allCommands(program).map((command) => commandFunction(command))
  return `#compdef pipeline-coach
# zsh completion of pipeline-coach. In ~/.zshrc, after compinit: source <(pipeline-coach completion zsh)

_pipeline-coach_reps() {
  local -a names=(\${(f)"$(pipeline-coach ${KNOWN_REPS} -- \${(Q)words} 2>/dev/null)"})
  compadd -a names
}

${functions.join('\n\n')}

if [[ $funcstack[1] == _pipeline-coach ]]; then
  _pipeline-coach "$@"
else
  compdef _pipeline-coach pipeline-coach
fi
`
}

/** A word that names a command below goes to its function; else flags and arguments, the default command's too. */
function commandFunction(command: CommandShape): string {
  const { commands } = command
  const below = commands.map(
    ({ name, path }) => `      ${name}) shift words; ((CURRENT--)); ${functionName(path)}; return ;;`,
  )
  const names = commands.map(({ name, description }) => `      ${quoted(`${name}:${description}`)}`)
  const dispatch =
    commands.length === 0
      ? ''
      : `  if ((CURRENT > 2)); then
    case $words[2] in
${below.join('\n')}
    esac
  elif [[ $words[2] != -* ]]; then
    local -a commands=(
${names.join('\n')}
    )
    _describe -t commands command commands
  fi
`
  const specs = [...flagsAt(command).flatMap((flag) => flagSpecs(flag)), ...argumentSpecs(command)]
  return `${functionName(command.path)}() {
${dispatch}  _arguments -s -S \\
${specs.map((spec) => `    ${quoted(spec)}`).join(' \\\n')}
}`
}

function functionName(path: string): string {
  return `_pipeline-coach${path === '' ? '' : `-${path.replaceAll(' ', '-')}`}`
}

function flagSpecs({ long, short, description, isRepeatable, value }: FlagShape): string[] {
  const about = `[${description.replaceAll(/[[\]:\\]/g, String.raw`\$&`)}]`
  const taken = value === undefined ? '' : `:${long.slice(2)}:${action(value)}`
  const names = short === undefined ? [long] : [short, long]
  const exclusive = isRepeatable ? '*' : `(${names.join(' ')})`
  return names.map((name) => `${exclusive}${name}${value !== undefined && name === long ? '=' : ''}${about}${taken}`)
}

function argumentSpecs({ argument, isVariadic, standard }: CommandShape): string[] {
  const taken = argument ?? standard?.argument
  const isMany = argument === undefined ? standard?.isVariadic === true : isVariadic
  return taken === undefined
    ? []
    : [`${isMany ? '*' : '1'}:${taken.kind === 'files' ? 'file' : 'value'}:${action(taken)}`]
}

function action(value: Value): string {
  switch (value.kind) {
    case 'files':
      return '_files'
    case 'choices':
      return `(${value.choices.join(' ')})`
    case 'reps':
      return '_pipeline-coach_reps'
    case 'anything':
      return ' '
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
