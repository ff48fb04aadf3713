import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder, run } from './support/run.ts'

// Each folder in fixtures/ with a command.txt is a scenario: the exports, the commands, and what a reader sees.
// `npx vitest -u test/scenarios.test.ts` writes the expected files anew; read the difference before committing it.

const fixtures = path.join(projectFolder, 'fixtures')
const scenarios = readdirSync(fixtures).filter((name) => existsSync(path.join(fixtures, name, 'command.txt')))

/** The words of a command line; those with spaces stand in double quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

describe.each(scenarios)('%s', (name) => {
  const folder = path.join(fixtures, name)

  it('prints what is expected', async () => {
    const screens: string[] = []
    for (const command of readFileSync(path.join(folder, 'command.txt'), 'utf8').trim().split('\n')) {
      const [program, ...args] = words(command)
      expect(program).toBe('pipeline-coach')
      const { code, stdout, stderr } = await run(args, { cwd: folder })
      const said = stderr === '' ? '' : `--- standard error\n${stderr}`
      screens.push(`$ ${command}\n${stdout}${said}--- exit ${code}\n`)
    }
    await expect(screens.join('\n')).toMatchFileSnapshot(path.join(folder, 'expected.txt'))
  })
})

describe('README.md', () => {
  it('shows lines that the demo prints', async () => {
    const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8')
    const [, page = ''] = /```\n(Dana Whitfield[^`]*)```/.exec(readme) ?? []
    const { stdout } = await run(['demo'])
    const lines = page
      .trimEnd()
      .split('\n')
      .filter((line) => line.trim() !== '…')
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) expect(stdout).toContain(line)
  })
})
