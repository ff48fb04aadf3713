import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../src/cli/command-line.ts'
import { allCommands, flagsAt, shapeOf } from '../src/completion/shape.ts'
import { processIo } from '../src/system/io.ts'
import { projectFolder, run } from './support/run.ts'

// The scripts in the shells themselves, where they are installed: what a user gets who presses TAB.

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

const isThere = (shell: Shell) => spawnSync(shell, ['-c', 'exit 0']).status === 0

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  mkdirSync(path.join(folder, 'exports'))
  for (const file of ['opps 2026.csv', 'opps.csv', 'team.yaml']) writeFileSync(path.join(folder, file), '')
  for (const shell of SHELLS)
    writeFileSync(path.join(folder, `completion.${shell}`), (await run(['completion', shell])).stdout)
  await keepReview()
})

/** A review that was kept, of reps whose names a shell could take for something else, and the program as it is installed. */
async function keepReview(): Promise<void> {
  const rows = ['Dana Whitfield', 'Dan O’Brien', "Pat O'Neil", '$(touch run)', '`touch run`'].map(
    (owner, at) => `${at},Deal ${at},${owner},New,100,2026-11-18,2026-12-30\n`,
  )
  writeFileSync(path.join(folder, 'deals-kept.csv'), `Id,Deal,Owner,Stage,Amount,Created,Close date\n${rows.join('')}`)
  const kept = ['--as-of', '2026-11-20', '--no-config', '--history', 'kept']
  expect(await run(['deals-kept.csv', ...kept], { cwd: folder })).toMatchObject({ code: 0 })
  mkdirSync(path.join(folder, 'bin'))
  const program = path.join(folder, 'bin', 'pipeline-coach')
  const main = path.join(projectFolder, 'bin', 'pipeline-coach.js')
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`)
  chmodSync(program, 0o755)
}

function inShell(shell: Shell, args: readonly string[], script: string): string {
  const { stdout, stderr, status } = spawnSync(shell, [...args, script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}`,
      HOME: folder,
      TERM: 'dumb',
      LC_ALL: 'C.UTF-8',
    },
    timeout: 25_000,
  })
  if (status !== 0) throw new Error(`${shell} ended with ${status}: ${stderr}`)
  expect(stderr).toBe('')
  return stdout
}

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** As readline takes a line apart: at spaces, and at `=`. */
function bash(line: string): string[] {
  const words = line.split(/ |(=)/).filter((word) => word !== undefined)
  return inShell(
    'bash',
    ['--noprofile', '--norc', '-c'],
    `source completion.bash
     COMP_WORDS=(${words.map(quoted).join(' ')}); COMP_CWORD=${words.length - 1}
     _pipeline_coach; printf '%s\\n' "\${COMPREPLY[@]}"`,
  )
    .split('\n')
    .filter((word) => word !== '')
}

function fish(line: string): string[] {
  return inShell('fish', ['--no-config', '-c'], `source completion.fish; complete -C ${quoted(line)}`)
    .split('\n')
    .flatMap((entry) => entry.split('\t')[0] ?? [])
    .filter((word) => word !== '')
}

/** A word as the shell would read it. */
const plain = (word: string) => word.replaceAll('\\', '')

/** A zsh of its own at a pseudo-terminal, whose list of matches is taken from it. */
function zsh(line: string): string[] {
  const taken = inShell(
    'zsh',
    ['-f', '-c'],
    `zmodload zsh/zpty
     zpty z zsh -f -i
     z_run() { zpty -w z "$1" }
     z_run 'PS1= PROMPT2=; unsetopt zle_bracketed_paste 2>/dev/null; stty -echo columns 400 rows 200'
     z_run 'autoload -Uz compinit && compinit -u -d ./zdump && source completion.zsh'
     z_run 'take() { compadd() { local -a got; builtin compadd -O got "$@"; (( \${#got} )) && print -l -- $got >> taken; builtin compadd "$@" }; _pipeline-coach "$@"; print done >> finished }'
     z_run 'compdef take pipeline-coach; zstyle ":completion:*" list-prompt ""; LISTMAX=10000; print ready > started'
     repeat 200 { [[ -e started ]] && break; sleep 0.05; zpty -rt z ignored '*' 2>/dev/null }
     zpty -w -n z ${quoted(line)}$'\\t'
     repeat 200 { [[ -e finished ]] && break; sleep 0.05; zpty -rt z ignored '*' 2>/dev/null }
     cat taken 2>/dev/null; rm -f taken started finished; zpty -d z; true`,
  )
  // It asks more than once, for exact matches and then for others.
  return [...new Set(taken.split('\n').filter((word) => word !== ''))]
}

const complete = { bash, fish, zsh }

describe.each(SHELLS.filter(isThere))('in %s', (shell) => {
  const words = (line: string) => complete[shell](`pipeline-coach ${line}`)

  it('commands and files, for a review needs no command', () => {
    const first = words('')
    expect(first).toEqual(expect.arrayContaining(['review', 'demo', 'inspect', 'rules', 'completion']))
    expect(first.map((word) => word.replace(/\/$/, ''))).toEqual(
      expect.arrayContaining(['opps.csv', 'opps 2026.csv', 'exports']),
    )
    expect(words('rev')).toEqual(['review'])
  })

  it('files, with spaces in their names too', () => {
    expect(words('inspect opps').toSorted()).toEqual(['opps 2026.csv', 'opps.csv'])
    expect(words('review opps.csv team')).toEqual(['team.yaml'])
  })

  it('flags: of the command, and of a review where none is named', () => {
    expect(words('inspect --date')).toEqual(['--date-order'])
    expect(words('--quiet-if')).toEqual(['--quiet-if-empty'])
    expect(words('opps.csv --max-a')).toEqual(['--max-age'])
    expect(words('rules explain --no-')).toEqual(['--no-config'])
    expect(words('inspect --fail')).toEqual([])
  })

  it('values: choices, and files where a flag takes one', () => {
    expect(words('demo --fail-on ').toSorted()).toEqual(['high', 'low', 'medium', 'none'])
    expect(words('--format j')).toEqual(['json'])
    expect(words('opps.csv --config te')).toEqual(['team.yaml'])
    expect(words('opps.csv --split-by rep --output-dir exp').map((word) => word.replace(/\/$/, ''))).toEqual([
      'exports',
    ])
    expect(words('completion ').toSorted()).toEqual(['bash', 'fish', 'zsh'])
  })

  it('the names of the rules', () => {
    expect(words('rules explain stale-d')).toEqual(['stale-deal'])
  })

  it('the reps of the last review, from the history that is named or that the config names', () => {
    expect(words('opps.csv --history kept --rep Dana').map(plain)).toEqual(['Dana Whitfield'])
    expect(words('commitments add Call --history kept --for Pat').map(plain)).toEqual(["Pat O'Neil"])
    expect(words('opps.csv --rep Dana')).toEqual([])
    writeFileSync(path.join(folder, 'pipeline-coach.yaml'), 'history: kept\n')
    expect(words('opps.csv --rep ').map(plain)).toHaveLength(5)
    rmSync(path.join(folder, 'pipeline-coach.yaml'))
    expect(existsSync(path.join(folder, 'run'))).toBe(false)
  })

  it('commands below a command', () => {
    expect(words('rules e')).toEqual(['explain'])
    expect(words('rules check team')).toEqual(['team.yaml'])
  })
})

// Listed as skipped, so that nobody takes silence for a pass.
for (const shell of SHELLS.filter((candidate) => !isThere(candidate))) {
  it(`in ${shell}`, (context) => {
    expect(isThere(shell)).toBe(false)
    context.skip(`${shell} is not installed`)
  })
}

describe('bash', () => {
  it.skipIf(!isThere('bash'))('takes --flag=value apart as it does itself', () => {
    expect(bash('pipeline-coach demo --color=')).toEqual(['auto', 'always', 'never'])
    expect(bash('pipeline-coach demo --color=al')).toEqual(['always'])
  })

  it.skipIf(!isThere('bash'))('goes on in quotes that were begun, and never with what would run there', () => {
    expect(bash('pipeline-coach opps.csv --history=kept --rep="Dana')).toEqual(['Dana Whitfield'])
    expect(bash('pipeline-coach opps.csv --history kept --rep "$')).toEqual([])
    expect(bash('pipeline-coach opps.csv --history kept --rep $')).toEqual([String.raw`\$\(touch\ run\)`])
  })

  it.skipIf(!isThere('bash'))('a name that is a flag’s value is no command', () => {
    expect(bash('pipeline-coach --rep demo --max-d')).toEqual(['--max-deals'])
  })
})

describe('what is completed', () => {
  const program = commandLine(processIo(), { code: () => undefined, help: () => undefined })
  const all = allCommands(shapeOf(program, []))

  it('knows which command runs where none is named', async () => {
    expect(
      all.flatMap(({ path: place, standard }) => (standard === undefined ? [] : [[place, standard.path]])),
    ).toEqual([
      ['', 'review'],
      ['rules', 'rules list'],
      ['commitments', 'commitments list'],
      ['dismissals', 'dismissals list'],
      ['history', 'history list'],
    ])
    const { stdout } = await run(['rules'])
    expect(stdout).toBe((await run(['rules', 'list'])).stdout)
  })

  it.each(SHELLS)('every command and flag is in the script for %s', async (shell) => {
    const { stdout } = await run(['completion', shell])
    for (const command of all) {
      expect(stdout).toContain(command.name)
      for (const { long } of flagsAt(command)) expect(stdout).toContain(shell === 'fish' ? `-l ${long.slice(2)}` : long)
    }
  })

  it('another shell is refused, with the nearest', async () => {
    const { code, stderr } = await run(['completion', 'zhs'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/Allowed choices are bash, zsh, fish\.\n {2}did you mean “zsh”\?/)
  })
})
