import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { agendaSchema } from '../src/report/json/agenda-schema.ts'
import { projectFolder, run, sample } from './support/run.ts'

// Each folder in fixtures/ with a command.txt is a scenario: the exports, the commands, and what a reader sees.
// `npx vitest -u test/scenarios.test.ts` writes the expected files anew; read the difference before committing it.

const fixtures = path.join(projectFolder, 'fixtures')
const scenarios = readdirSync(fixtures).filter((name) => existsSync(path.join(fixtures, name, 'command.txt')))

/** The words of a command line; those with spaces stand in double quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

function linesOf(folder: string): string[] {
  return readFileSync(path.join(folder, 'command.txt'), 'utf8').trim().split('\n')
}

/** The arguments of each command of a scenario. */
function commandsOf(folder: string): string[][] {
  return linesOf(folder).map((command) => {
    const [program, ...args] = words(command)
    expect(program).toBe('pipeline-coach')
    return args
  })
}

describe.each(scenarios)('%s', (name) => {
  const folder = path.join(fixtures, name)

  it('prints what is expected', async () => {
    const screens: string[] = []
    for (const [at, args] of commandsOf(folder).entries()) {
      const { code, stdout, stderr } = await run(args, { cwd: folder })
      const said = stderr === '' ? '' : `--- standard error\n${stderr}`
      screens.push(`$ ${linesOf(folder)[at]}\n${stdout}${said}--- exit ${code}\n`)
    }
    // A mail has line ends of its own; in a file that is read they are like any other.
    const seen = screens.join('\n').replaceAll('\r\n', '\n')
    await expect(seen).toMatchFileSnapshot(path.join(folder, 'expected.txt'))
  })

  it('and its JSON is what the schema says', async () => {
    for (const args of commandsOf(folder)) {
      if (args[0] === 'inspect' || args.includes('--format')) continue
      const { stdout } = await run([...args, '--format', 'json'], { cwd: folder })
      expect(agendaSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined()
    }
  })
})

describe('README.md', () => {
  it('shows lines that the demo prints', async () => {
    const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8')
    const [, page = ''] = /```\n(PIPELINE REVIEW[^`]*)```/.exec(readme) ?? []
    const { stdout } = await sample()
    const lines = page
      .trimEnd()
      .split('\n')
      .filter((line) => line.trim() !== '…')
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) expect(stdout).toContain(line)
  })
})
