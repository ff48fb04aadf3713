import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFolder, run } from './support/run.ts'

// Every command that the README and the guides show is run as it stands there, one after the other, in a folder that has
// the files it names. What goes through other programs is run by automation.test.ts, what asks by test/interactive.

// The last one changes what stands in the folder.
const GUIDES = ['README.md', 'docs/history.md', 'docs/meet.md', 'docs/own-rules.md', 'docs/backtest.md']
/** They need a terminal, or a mail server. */
const ELSEWHERE = /^pipeline-coach (?:meet|init(?!.*--yes))\b/u

const read = (file: string) => readFileSync(path.join(projectFolder, file), 'utf8')

/** The commands in a guide’s blocks: without remarks, and up to where another program takes over. */
function commandsIn(guide: string): string[] {
  const blocks = [...read(guide).matchAll(/^```[^\n]*\n(.*?)^```/gmsu)].map(([, block = '']) => block)
  return blocks
    .flatMap((block) => block.replaceAll(/\\\n\s*/gu, '').split('\n'))
    .filter((line) => line.startsWith('pipeline-coach '))
    .map((line) => line.replace(/\s+#.*$/u, '').replace(/\s*[|>].*$/u, ''))
}

/** As a shell takes it apart, with the one pattern that the guides have. */
function argumentsOf(command: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain = '']) => quoted ?? plain)
  return words.slice(1).flatMap((word) => (word === 'week-2026-*/' ? ['week-2026-11-13/', 'week-2026-11-20/'] : [word]))
}

let cwd: string

const fixture = (...parts: string[]) => path.join(projectFolder, 'fixtures', ...parts)
const put = (from: string, to: string) => cpSync(from, path.join(cwd, to), { recursive: true })

beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-docs-'))
  put(fixture('sample-team', 'week-2'), 'exports')
  put(fixture('sample-team', 'reps.csv'), path.join('exports', 'reps.csv'))
  put(fixture('sample-team', 'week-2', 'opportunities.csv'), 'opportunities.csv')
  put(fixture('sample-team', 'week-1', 'opportunities.csv'), 'last-week.csv')
  put(fixture('four-weeks', 'week-2'), 'week-2026-11-13')
  put(fixture('four-weeks', 'week-3'), 'week-2026-11-20')
  const [, rule = ''] = /```js own-rule\n(.*?)```/su.exec(read('docs/own-rules.md')) ?? []
  writeFileSync(path.join(cwd, 'large-deal-unreviewed.mjs'), rule)
  mkdirSync(path.join(cwd, 'team'))
})

afterAll(() => rmSync(cwd, { recursive: true, force: true }))

describe.each(GUIDES)('%s', (guide) => {
  const later = guide === 'README.md' ? commandsIn('docs/backtest.md') : []
  const commands = commandsIn(guide).filter((command) => !ELSEWHERE.test(command) && !later.includes(command))

  it(`runs as it stands there (${commands.length} commands)`, async () => {
    expect(commands.length).toBeGreaterThan(0)
    const config = path.join(cwd, 'pipeline-coach.yaml')
    rmSync(config, { force: true })
    // Going through a year again takes its time: of few deals less.
    if (guide === 'docs/backtest.md') put(fixture('four-weeks', 'week-4'), 'exports')
    if (guide === 'docs/history.md') writeFileSync(config, 'history: kept\n')
    for (const shown of commands) {
      const command = shown.replace('k7m2', await firstCommitment(shown))
      const { code, stderr } = await run(argumentsOf(command), { cwd })
      expect({ command, code, problem: code === 0 ? '' : stderr }).toEqual({ command, code: 0, problem: '' })
    }
  }, 60_000)
})

/** The id that stands for the one in the guide. */
async function firstCommitment(command: string): Promise<string> {
  if (!command.includes('k7m2')) return ''
  const { stdout } = await run(['commitments'], { cwd })
  return stdout.split(' ', 1)[0] ?? ''
}
