import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine } from '../src/cli/command-line.ts'
import { EXAMPLES } from '../src/cli/examples.ts'
import { BELOW, COMMANDS } from '../src/review/command-names.ts'
import { allCommands, flagsAt, shapeOf } from '../src/completion/shape.ts'
import { processIo } from '../src/system/io.ts'
import { projectFolder, run } from './support/run.ts'

const program = shapeOf(commandLine(processIo(), { code: () => undefined, help: () => undefined }), [])
const commands = allCommands(program)
const man = readFileSync(path.join(projectFolder, 'man', 'pipeline-coach.1'), 'utf8')

describe('the help', () => {
  it.each(commands.map((command) => [command.path === '' ? 'pipeline-coach' : command.path, command] as const))(
    'of %s has its flags, an example, and no line that a terminal would break',
    async (_, { path: place, flags }) => {
      const { code, stdout, stderr } = await run([...place.split(' ').filter(Boolean), '--help', '--all'])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      for (const { long } of flags) expect(stdout).toContain(long)
      expect(stdout).toMatch(/\nExamples?:\n {2}\S/)
      expect(stdout).not.toMatch(/default: \[|undefined/)
      const [before = ''] = stdout.split(/\nExamples?:\n/)
      for (const line of before.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    },
  )

  it('of a command fits a screen, and says where the rest is', async () => {
    for (const command of ['review', 'meet', 'init', 'inspect', 'why', 'demo', 'backtest']) {
      const { code, stdout } = await run([command, '--help'])
      expect(code).toBe(0)
      expect(stdout.split('\n').length).toBeLessThanOrEqual(42)
      expect(stdout).toMatch(new RegExp(`All \\d+ flags: pipeline-coach ${command} --help --all`))
    }
    expect((await run(['review', '--help'])).stdout).not.toContain('--encoding')
    expect((await run(['review', '--help', '--all'])).stdout).toContain('--encoding')
  })

  it('groups the flags of a review by what one is after', async () => {
    const { stdout } = await run(['review', '--help', '--all'])
    const groups = [...stdout.matchAll(/^(\S.*):$/gm)].map(([, title]) => title)
    expect(groups).toEqual([
      'Arguments',
      'The review',
      'The report',
      'The mail, with --format eml',
      'Unattended',
      'The history',
      'The config',
      'What a file holds, whatever its header says',
      'When a file does not tell',
      'Messages and help',
      'Examples',
    ])
  })

  it('of each command has an example for it', () => {
    expect(Object.keys(EXAMPLES).toSorted()).toEqual(commands.map((command) => command.path).toSorted())
  })

  it.each(Object.values(EXAMPLES).flat())('%s: its commands and flags are there', (example) => {
    const [, line = ''] = /pipeline-coach(.*?)(?: \| (?:source|less)|\))?$/.exec(example) ?? []
    const words = line.trim().split(' ')
    const named = commands.findLast(({ path: place }) => place !== '' && ` ${line.trim()} `.startsWith(` ${place} `))
    const known = flagsAt(named ?? program).flatMap(({ long, short }) => [long, short])
    for (const word of words.filter((one) => /^-\w|^--/.test(one))) expect(known).toContain(word)
  })
})

describe('who mistypes', () => {
  it('the lists of commands are the program’s', () => {
    const names = (place: string) =>
      commands.find((command) => command.path === place)?.commands.map(({ name }) => name)
    expect(COMMANDS).toEqual([...(names('') ?? []), 'help'])
    for (const [above, below] of Object.entries(BELOW)) expect(below).toEqual([...(names(above) ?? []), 'help'])
    const above = commands.filter((command) => command.path !== '' && command.commands.length > 0)
    expect(Object.keys(BELOW)).toEqual(above.map((command) => command.path))
  })

  it.each([
    ['a command', ['insepct'], /did you mean “inspect”/],
    ['a command whose help is wanted', ['help', 'insepct'], /did you mean “inspect”/],
    ['a command below another', ['rules', 'explian', 'stale-deal'], /did you mean “explain”/],
    ['a flag', ['demo', '--quiet-if-emty'], /did you mean --quiet-if-empty/],
    ['a choice', ['demo', '--fail-on', 'meduim'], /did you mean “medium”/],
    ['a key of the config', ['demo', '--set', 'standrads.winRate=0.3'], /did you mean “standards”/],
    ['a choice in the config', ['review', 'x.csv', '--set', 'goals.period=quater'], /did you mean “quarter”/],
    ['a rule', ['rules', 'explain', 'stale-dael'], /did you mean “stale-deal”/],
  ])('%s is told the nearest', async (_, args, meant) => {
    const { code, stdout, stderr } = await run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(meant)
  })
})

describe('the man page', () => {
  const file = path.join(projectFolder, 'man', 'pipeline-coach.1')
  const isThere = (command: string, flag: string) => spawnSync(command, [flag]).error === undefined

  it.skipIf(!isThere('man', '--version'))('is one that man can show', () => {
    const { stdout, stderr, status } = spawnSync('man', ['--warnings', '-l', file], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], MANWIDTH: '80', LC_ALL: 'C.UTF-8' },
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/NAME\n +pipeline-coach +- +a coaching agenda/)
    expect(stdout).toContain('--max-age <age>')
  })

  it.skipIf(!isThere('mandoc', '-V'))('has no fault that mandoc finds', () => {
    const { stdout, stderr } = spawnSync('mandoc', ['-T', 'lint', '-W', 'error', file], { encoding: 'utf8' })
    expect(stdout + stderr).toBe('')
  })

  it('has every command and flag', () => {
    const plain = man.replaceAll(String.raw`\-`, '-')
    for (const command of commands) {
      expect(plain).toContain(command.path)
      for (const { long } of command.flags) expect(plain).toContain(long)
    }
  })
})
