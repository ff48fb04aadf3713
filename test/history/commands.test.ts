import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { projectFolder, run } from '../support/run.ts'

// `commitments` and `history` as somebody types them, on the history that is kept in fixtures/.

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  cpSync(path.join(projectFolder, 'fixtures', 'history-v1'), path.join(cwd, 'kept'), { recursive: true })
})

const keeper = (...args: string[]) => run([...args, '--history', 'kept', '--no-config'], { cwd })
const add = (...args: string[]) => keeper('commitments', 'add', 'Call them', '--by', '2026-11-27', ...args)
const log = () => readFileSync(path.join(cwd, 'kept', 'log.ndjson'), 'utf8')

describe('commitments add', () => {
  it('says what will prove it, and takes names as they are in the review', async () => {
    const { code, stdout } = await add('--rep', 'dana whitfield', '--deal', 'umbrella AUDIT')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^\w{4} {2}Dana Whitfield, by 2026-11-27: Call them\n {6}deal {3}Umbrella audit\n {6}proof {2}activity: any on the deal since 2026-11-20\n$/,
    )
    expect(log()).toContain('"on":"2026-11-20","event":"committed"')
    expect((await add('--rep', 'Dana Whitfield', '--deal', '006A04')).stdout).toContain('it was written down already')
  })

  it('days and names as people say them, from the day of the newest review on', async () => {
    const by = (...said: string[]) => keeper('commitments', 'add', 'Call them', '--rep', 'Tom', '--by', ...said)
    expect((await by('fri')).stdout).toContain('Tom Okafor, by 2026-11-27: Call them')
    expect((await by('in 2 weeks')).stdout).toContain('by 2026-12-04')
    expect((await by('12/4', '--locale', 'en-GB')).stdout).toContain('by 2027-04-12')
    expect((await by('soon')).stderr).toContain(
      '--by “soon” is not a day\n  use a day such as fri, next friday, in 2 weeks',
    )
    expect((await keeper('commitments', 'add', 'Call them', '--rep', 'Tom')).stderr).toContain(
      '--by is missing\n  say until when: --by fri',
    )
    expect((await keeper('commitments', 'list', '--rep', 'tom')).stdout).toContain(
      'by 2026-12-04  Tom Okafor: Call them',
    )
  })

  it('what no export can show says so', async () => {
    expect((await add('--rep', 'Tom Okafor')).stdout).toMatch(/proof {2}none: no export can show it/)
    expect((await add('--rep', 'manager', '--for', 'Tom Okafor')).stdout).toMatch(/you, to Tom Okafor, by 2026-11-27/)
  })

  const dana = ['--rep', 'Dana Whitfield']
  const umbrella = [...dana, '--deal', '006A04']

  it.each<[string, string[], RegExp, RegExp]>([
    [
      'a rep nobody knows',
      ['--rep', 'Dana Whitfeld'],
      /no rep called “Dana Whitfeld”/,
      /did you mean “Dana Whitfield”/,
    ],
    ['a deal nobody knows', [...dana, '--deal', 'Umbrela'], /no deal “Umbrela”/, /did you mean “Umbrella audit”/],
    ['a proof that is none', [...umbrella, '--proof', 'activty'], /activty is not a proof/, /did you mean “activity”/],
    ['a count that is none', [...dana, '--proof', 'new-opportunities:some'], /is not a proof/, /new-opportunities:N/],
    ['a rule nobody knows', [...umbrella, '--proof', 'cleared:stale-deals'], /no rule called/, /“stale-deal”/],
    ['a rule of another scope', [...dana, '--proof', 'cleared:stale-deal'], /does not speak about a rep/, /--deal/],
    [
      'a rule that is silent now',
      [...umbrella, '--proof', 'cleared:close-date-pushed'],
      /said nothing about/,
      /stale-deal/,
    ],
    ['a rule about the others', [...dana, '--proof', 'cleared:commitments-missed'], /proves nothing/, /name the rule/],
    [
      'a stage with a typing error',
      [...umbrella, '--proof', 'stage:Needs Analisys'],
      /no deal is in/,
      /“Needs Analysis”/,
    ],
    ['a proof about no deal', [...dana, '--proof', 'won'], /is about a deal/, /--deal/],
    ['--for without the manager', [...dana, '--for', 'Tom Okafor'], /--for says/, /--rep manager/],
  ])('%s is refused with a hint', async (_, args, what, hint) => {
    const before = log()
    const { code, stdout, stderr } = await add(...args)
    const [first = '', second = ''] = stderr.split('\n')
    expect([code, stdout]).toEqual([2, ''])
    expect(first).toMatch(what)
    expect(second).toMatch(hint)
    expect(log()).toBe(before)
  })

  it('a day before it was made is refused, and so is no day', async () => {
    const late = await keeper('commitments', 'add', 'x', ...dana, '--by', '2026-11-19')
    expect([late.code, late.stderr]).toEqual([2, expect.stringMatching(/before the day it is made, 2026-11-20/)])
    const none = await keeper('commitments', 'add', 'x', ...dana)
    expect([none.code, none.stderr]).toEqual([2, expect.stringMatching(/--by is missing/)])
    const early = await keeper('commitments', 'add', 'x', ...dana, '--by', '2026-11-19', '--as-of', '2026-11-13')
    expect(early.code).toBe(0)
  })

  it('without a history it says how to name one', async () => {
    const { code, stderr } = await run(['commitments', 'list', '--no-config'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringMatching(/there is no history.*\n.*--history DIR/)])
  })
})

describe('commitments list, done and drop', () => {
  it('lists what is open and missed, and with --all the rest', async () => {
    const { stdout } = await keeper('commitments', 'list')
    expect(stdout).toBe('gkzj  missed   by 2026-11-13  Tom Okafor: Create two opportunities (new-opportunities:2)\n')
    const all = await keeper('commitments', 'list', '--all', '--format', 'json')
    const { commitments } = JSON.parse(all.stdout) as { commitments: { id: string; status: string }[] }
    expect(commitments.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'gkzj missed',
      'qfqp moot',
      '73bd kept',
      'reaq done',
      'xzw6 dropped',
    ])
    expect((await keeper('commitments', 'list', '--rep', 'Dana Whitfield')).stdout).toMatch(/^No commitments are open/)
  })

  it('settles one, and a wrong id settles nothing', async () => {
    expect((await keeper('commitments', 'done', 'gkzj')).stdout).toBe(
      'gkzj  done  Tom Okafor: Create two opportunities\n',
    )
    const { code, stderr } = await keeper('commitments', 'drop', 'gkzk')
    expect([code, stderr]).toEqual([2, expect.stringMatching(/kept: there is no commitment gkzk/)])
  })
})

describe('history', () => {
  it('lists and shows', async () => {
    expect((await keeper('history', 'list')).stdout.split('\n')).toHaveLength(5)
    expect((await keeper('history', 'show', '2026-11-13')).stdout).toMatch(/006A02 {2}Globex rollout · Dana Whitfield/)
    const json = await keeper('history', 'show', '2026-11-13', '--format', 'json')
    expect(JSON.parse(json.stdout)).toMatchObject({ schemaVersion: 2, asOf: '2026-11-13' })
    const none = await keeper('history', 'show', '2026-11-14')
    expect([none.code, none.stderr]).toEqual([2, expect.stringMatching(/no review of 2026-11-14\n.*“2026-11-1/)])
  })

  it('prunes only when told twice, and never the log', async () => {
    const [before, reviews] = [log(), () => readdirSync(path.join(cwd, 'kept', 'reviews'))]
    expect((await keeper('history', 'prune', '--before', '2026-11-13')).stdout).toBe(
      '2026-10-30\n2026-11-06\nWould remove 2 of 4 reviews; --yes removes them. Commitments and dismissals stay.\n',
    )
    expect(reviews()).toHaveLength(4)
    expect((await keeper('history', 'prune', '--keep', '1', '--yes')).stdout).toMatch(/Removed 3 of 4 reviews/)
    expect(reviews()).toEqual(['2026-11-20.json'])
    expect((await keeper('history', 'prune', '--before', '2026-12-01')).stdout).toContain('remove 1 of 1 review;')
    expect((await keeper('history', 'prune', '--keep', '1', '--yes')).stdout).toBe(
      'Nothing to remove: 1 review is kept.\n',
    )
    expect((await keeper('history', 'prune')).code).toBe(2)
    expect(log()).toBe(before)
    // What was said for good is known without the reviews that said it.
    expect((await keeper('commitments', 'list', '--all')).stdout).toContain('qfqp  moot')
  })
})
