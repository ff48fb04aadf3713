import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { run } from './support/run.ts'

// A rule of one's own: a plain object in a module, loaded only where it is named.

const guide = readFileSync(fileURLToPath(new URL('../docs/own-rules.md', import.meta.url)), 'utf8')
const [, documented = ''] = /```js own-rule\n(.*?)```/s.exec(guide) ?? []
const ID = 'acme/large-deal-unreviewed'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'own-rules-'))
  file(
    'opps.csv',
    'Id,Name,Owner,Stage,Amount,Created\n1,Big,Dana,Proposal,150000,2026-11-01\n2,Small,Dana,Proposal,9000,2026-11-01\n',
  )
  file('rule.mjs', documented)
})

function file(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text)
  return name
}

const coach = (...argv: string[]) => run(argv, { cwd: folder })

async function findings(...argv: string[]): Promise<{ rule: string; deal: { name: string } | null }[]> {
  const { stdout } = await coach('opps.csv', '--as-of', '2026-11-20', '--format', 'json', ...argv)
  return (JSON.parse(stdout) as { findings: { rule: string; deal: { name: string } | null }[] }).findings
}

describe('the rule in the guide', () => {
  it('speaks about the deal over the amount', async () => {
    const own = (await findings('--rules', 'rule.mjs')).filter(({ rule }) => rule === ID)
    expect(own.map(({ deal }) => deal?.name)).toEqual(['Big'])
  })

  it('says what its examples expect', async () => {
    expect(await coach('rules', 'check', 'rule.mjs')).toMatchObject({ code: 0 })
  })

  it('is listed and explained like a built-in one, with the values in force', async () => {
    expect((await coach('rules', 'list', '--rules', 'rule.mjs')).stdout).toContain(ID)
    const set = ['--set', `rules.${ID}.over=5`]
    expect((await coach('rules', 'explain', ID, '--rules', 'rule.mjs', ...set)).stdout).toContain('over: 100000, now 5')
  })

  it('takes its options from the config that names it', async () => {
    file('mine.yaml', `rules:\n  modules: [rule.mjs]\n  ${ID}: { over: 5000 }\n`)
    const own = (await findings('--config', 'mine.yaml')).filter(({ rule }) => rule === ID)
    expect(own).toHaveLength(2)
  })
})

describe('code runs only where it was named', () => {
  it('not from a config that was found', async () => {
    file('pipeline-coach.yaml', 'rules:\n  modules: [rule.mjs]\n')
    expect(await coach('opps.csv')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--config pipeline-coach.yaml') as string,
    })
  })
})

describe('a rule that fails', () => {
  const broken = documented.replace('deal.amount <= options.over', 'deal.amount.toFixed(2).missing.it')

  it('is named, and harms nothing else', async () => {
    file('broken.mjs', broken)
    const { code, stdout, stderr } = await coach(
      'opps.csv',
      '--as-of',
      '2026-11-20',
      '--format',
      'json',
      '--rules',
      'broken.mjs',
    )
    const agenda = JSON.parse(stdout) as { notChecked: { rule: string }[]; findings: unknown[] }
    expect(code).toBe(0)
    expect(stderr).toContain(ID)
    expect(agenda.notChecked.map(({ rule }) => rule)).toContain(ID)
    expect(agenda.findings).toEqual(await findings())
  })

  it('fails its check with what it said', async () => {
    file('broken.mjs', broken)
    const { code, stdout } = await coach('rules', 'check', 'broken.mjs')
    expect(code).toBe(1)
    expect(stdout).toContain('it failed')
  })

  it.each([
    ['an odd severity', documented.replace("severity: 'medium', evidence", "severity: 'urgent', evidence"), 'urgent'],
    ['no questions', documented.replace(/asks: \[.*\],/, 'asks: [],'), 'no asks'],
    [
      'a change to the book',
      documented.replace('check(deal, { options }) {', 'check(deal, { options, book }) { book.open.pop();'),
      'delete',
    ],
  ])('by %s', async (_, text, message) => {
    file('odd.mjs', text)
    const { code, stderr } = await coach('opps.csv', '--as-of', '2026-11-20', '--rules', 'odd.mjs')
    expect(code).toBe(0)
    expect(stderr).toContain(message)
  })
})

describe('a module that holds no rule', () => {
  it.each([
    ['is not there', 'nowhere.mjs', undefined, 'no such rule module'],
    ['does not parse', 'odd.mjs', 'export default {', 'cannot be loaded'],
    ['exports nothing', 'odd.mjs', 'export const rule = {}', 'default export'],
    ['has no namespace', 'odd.mjs', documented.replace(ID, 'large-deal'), 'namespace'],
    ['knows a scope too many', 'odd.mjs', documented.replace("['deal']", "['planet']"), 'planet'],
    ['needs what there is not', 'odd.mjs', documented.replace('needs: []', "needs: ['contact']"), 'did you mean'],
    ['has no say', 'odd.mjs', documented.replace('say(', 'tell('), 'say(…)'],
  ])('%s', async (_, name, text, message) => {
    if (text !== undefined) file(name, text)
    const { code, stderr } = await coach('opps.csv', '--rules', name)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr).toContain(name)
  })
})
