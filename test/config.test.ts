import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { judgeCreation } from '../src/book/team/outcomes.ts'
import { valueFor } from '../src/book/settings.ts'
import { loadConfig, type ConfigSearch } from '../src/config/load-config.ts'
import { bookSettings, ruleSettings } from '../src/config/settings.ts'
import { runRules } from '../src/engine/run-rules.ts'
import type { Problem } from '../src/system/problem.ts'
import { bookOf, repCalled, repNames, times, type Cells, type Told } from './support/exports.ts'

// What a manager writes in `pipeline-coach.yaml`, and what the review makes of it.

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
})

async function load(yaml: string | undefined, search: Partial<ConfigSearch> = {}) {
  if (yaml !== undefined) writeFileSync(path.join(cwd, 'pipeline-coach.yaml'), yaml)
  return loadConfig({ file: undefined, none: false, set: [], modules: [], cwd, env: {}, ...search }, rules)
}

async function bookWith(yaml: string, told: Told) {
  const { config } = await load(yaml)
  return bookOf(told, { settings: bookSettings(config) })
}

/** What one rule says of the deals, under this config: `deal-1 medium`. */
async function says(rule: string, yaml: string, told: Told): Promise<string[]> {
  const { config } = await load(yaml)
  const book = bookOf(told, { settings: bookSettings(config) })
  const { findings } = runRules(book, rules, ruleSettings(config))
  return findings.flatMap((found) => (found.rule === rule ? `${found.deal?.id ?? found.rep} ${found.severity}` : []))
}

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Qualification', amount: 20_000, created: '2026-10-01' }

describe('standards', () => {
  const told: Told = {
    deals: [open],
    reps: [
      { rep: 'Ann', level: 'Senior' },
      { rep: 'Bea', level: 'Junior' },
    ],
  }

  it.each([
    ['one value for all', 'perWeek: 2', [2, 2, 2]],
    ['by level, without regard to case', 'perWeek: { default: 2, levels: { senior: 3 } }', [3, 2, 2]],
    ['by name', 'perWeek: { default: 2, levels: { Senior: 3 }, reps: { Ann: 0.5, Dana: 1 } }', [0.5, 2, 1]],
    ['for one level and nobody else', 'perWeek: { levels: { JUNIOR: 1 } }', [undefined, 1, undefined]],
  ])('%s', async (_, perWeek, expected) => {
    const { reps, settings } = await bookWith(`standards: { newOpportunities: { ${perWeek} } }`, told)
    const values = reps.map(({ name, level }) => valueFor(settings.standards.newOpportunities, name, level))
    expect(values).toEqual(expected)
  })

  it('the config’s level of a rep comes before the reps file’s', async () => {
    const yaml =
      'reps: { Ann: { level: junior } }\nstandards: { newOpportunities: { perWeek: { levels: { junior: 1 } } } }'
    const book = await bookWith(yaml, told)
    expect(judgeCreation(repCalled(book, 'Ann'), book)?.against).toEqual({ perWeek: 1, of: 'standard' })
  })

  it('a standard makes a finding, and a win rate another', async () => {
    const closed = { ...open, created: '2026-05-04', closeDate: '2026-06-15' }
    const deals = [
      open,
      ...times(2, { ...closed, stage: 'Closed Won' }),
      ...times(17, { ...closed, stage: 'Closed Lost' }),
      ...times(17, { ...closed, created: '2026-05-05', stage: 'Closed Lost' }),
    ]
    expect(await says('low-win-rate', '', { deals })).toEqual([])
    expect(await says('low-win-rate', 'standards: { winRate: 0.3 }', { deals })).toEqual(['Dana high'])
  })
})

describe('closed days', () => {
  const quiet = { deals: [{ ...open, lastActivity: '2026-11-04' }], reps: [{ rep: 'Dana' }] }

  it('of everybody, or of one rep, end no silence but do not count in it', async () => {
    const closed = (reps: string) => `closed: [{ from: 2026-11-09, to: 2026-11-11${reps} }]`
    expect(await says('stale-deal', '', quiet)).toEqual(['deal-1 medium'])
    expect(await says('stale-deal', closed(''), quiet)).toEqual([])
    expect(await says('stale-deal', closed(', reps: [Dana]'), quiet)).toEqual([])
    expect(await says('stale-deal', closed(', reps: [Ann]'), quiet)).toEqual(['deal-1 medium'])
  })

  it('that no calendar has are refused', async () => {
    await expect(load('closed:\n  - { from: 2026-02-30, to: 2026-03-01 }')).rejects.toMatchObject({
      what: 'closed.0.from: there is no such day',
      where: { file: 'pipeline-coach.yaml', line: 2, value: '2026-02-30' },
    })
  })
})

describe('rules', () => {
  const deals = [
    { ...open, lastActivity: '2026-11-01' },
    { ...open, stage: 'Needs Analysis', lastActivity: '2026-11-01' },
    { ...open, stage: 'Negotiation/Review', lastActivity: '2026-10-20' },
  ]
  const stale = (settings: string) => says('stale-deal', `rules:\n  stale-deal: ${settings}\n`, { deals })

  it('as they come', async () => {
    expect(await says('stale-deal', '', { deals })).toEqual(['deal-1 medium', 'deal-2 medium', 'deal-3 high'])
  })

  it.each([['off'], ['false']])('turned %s say nothing, and are not “not checked”', async (off) => {
    expect(await stale(off)).toEqual([])
    const { config } = await load(`rules: { no-decision-maker: ${off} }`)
    const { notChecked } = runRules(bookOf({ deals }), rules, ruleSettings(config))
    expect(notChecked.map(({ rule }) => rule)).not.toContain('no-decision-maker')
    expect(runRules(bookOf({ deals }), rules).notChecked.map(({ rule }) => rule)).toContain('no-decision-maker')
  })

  it('with a severity of the manager’s own', async () => {
    expect(await stale('{ severity: low }')).toEqual(['deal-1 low', 'deal-2 low', 'deal-3 low'])
  })

  it('with a threshold of the manager’s own', async () => {
    expect(await stale('{ days: 20 }')).toEqual(['deal-3 medium'])
    expect(await stale('{ days: 19, severity: high }')).toEqual(['deal-1 high', 'deal-2 high', 'deal-3 high'])
  })

  it('with a threshold for one stage, in any capitals, the rest as before', async () => {
    expect(await stale('{ stages: { negotiation/review: 45, Qualification: 5 } }')).toEqual([
      'deal-1 high',
      'deal-2 medium',
    ])
    expect(await stale('{ days: 100, stages: { Needs Analysis: 19 } }')).toEqual(['deal-2 medium'])
  })

  it('turned off on the command line', async () => {
    const { config } = await load('rules: { stale-deal: { days: 20 } }', { set: ['rules.stale-deal=off'] })
    expect(ruleSettings(config).get('stale-deal')?.off).toBe(true)
  })

  it.each([
    ['rules: { stale-deal: { days: -1 } }', 'rules.stale-deal.days has a wrong value'],
    ['rules: { stale-deal: { days: "14" } }', 'rules.stale-deal.days has a wrong value'],
    ['rules: { stale-deal: { severity: urgent } }', 'rules.stale-deal'],
    ['rules: { aging-deal: { stages: { Legal: 45 } } }', 'unknown option “rules.aging-deal.stages”'],
    ['rules: { stale-deal: on }', 'rules.stale-deal'],
  ])('%s is refused', async (yaml, message) => {
    await expect(load(yaml)).rejects.toThrow(message)
  })
})

describe('stages and words', () => {
  it('make a deal won, lost or open, and give the stages their order', async () => {
    const yaml = 'stages: { order: [Hunt, Grok, Live], won: [Live], lost: [Ghosted] }'
    const deals = ['Hunt', 'Grok', 'Live', 'Ghosted'].map((stage) => ({ ...open, stage, closeDate: '2026-11-01' }))
    const book = await bookWith(yaml, { deals })
    expect(book.deals.map(({ state, position }) => [state, position])).toEqual([
      ['open', 0],
      ['open', 1],
      ['won', undefined],
      ['lost', undefined],
    ])
  })

  it('name renewals and deciders', async () => {
    const told = {
      deals: [{ ...open, type: 'rinnovo' }],
      roles: [{ dealId: 'deal-1', contactName: 'Ada', role: 'vp ops' }],
    }
    const [plain] = (await bookWith('', told)).deals
    const [worded] = (await bookWith('words: { renewal: [Rinnovo], deciding: ["VP Ops"] }', told)).deals
    expect([plain?.isRenewal, plain?.hasDecisionMaker]).toEqual([false, false])
    expect([worded?.isRenewal, worded?.hasDecisionMaker]).toEqual([true, true])
  })

  it('name owners that are no reps', async () => {
    const deals = ['Dana', 'House Account'].map((owner) => ({ ...open, owner }))
    expect(repNames(await bookWith('ignoreOwners: [House Account]', { deals }))).toEqual(['Dana'])
  })
})

describe('currency', () => {
  it('is the command line’s, else the config’s, else the export’s', async () => {
    const { config } = await load('currency: EUR')
    expect(bookOf({}, { settings: bookSettings(config, { currency: 'GBP' }) }).currency).toBe('GBP')
    expect(bookOf({}, { settings: bookSettings(config) }).currency).toBe('EUR')
    expect(bookOf({ deals: [{}] }).currency).toBe('USD')
  })
})

describe('a config is found', () => {
  const at = (...folders: string[]) => {
    const folder = path.join(cwd, ...folders)
    mkdirSync(folder, { recursive: true })
    return folder
  }
  const put = (folder: string, timezone: string) =>
    writeFileSync(path.join(folder, 'pipeline-coach.yaml'), `timezone: ${timezone}\n`)
  const found = async (search: Partial<ConfigSearch>) => (await load(undefined, search)).config.timezone

  it('in the folder, else in a parent, else in the user’s own', async () => {
    const env = { XDG_CONFIG_HOME: at('home') }
    const inner = at('work', 'inner')
    put(at('home', 'pipeline-coach'), 'Europe/Madrid')
    expect(await found({ cwd: inner, env })).toBe('Europe/Madrid')
    put(at('work'), 'Europe/Rome')
    expect(await found({ cwd: inner, env })).toBe('Europe/Rome')
    put(inner, 'Europe/Oslo')
    expect(await found({ cwd: inner, env })).toBe('Europe/Oslo')
  })

  it('by its name alone when it has one, and not at all when none is wanted', async () => {
    put(at(), 'Europe/Paris')
    put(at('other'), 'Europe/Riga')
    expect(await found({ file: path.join('other', 'pipeline-coach.yaml') })).toBe('Europe/Riga')
    expect(await found({ none: true })).toBeUndefined()
    await expect(found({ file: 'none.yaml' })).rejects.toThrow('there is no such config')
  })

  it('and says the line and the nearest key of what it does not know', async () => {
    const problem = await load('timezone: UTC\nstandards:\n  winrate: 0.3\n').catch(
      (error: unknown) => error as Problem,
    )
    expect(problem).toMatchObject({
      what: 'unknown key “standards.winrate”',
      where: { file: 'pipeline-coach.yaml', line: 3 },
      hint: 'did you mean “winRate”?',
    })
  })
})

describe('what is wrong in it is said with what is allowed', () => {
  const byRep = 'expected a number or keys and values (default, levels, reps)'

  it.each([
    [
      'standards:\n  newOpportunities: { perWeek: two }',
      `standards.newOpportunities.perWeek: ${byRep}`,
      2,
      /config\.md/,
    ],
    ['standards: { winRate: 25% }', `standards.winRate: ${byRep}`, 1, /^write 25 % as 0.25$/],
    ['rules: { stale-deal: on }', 'rules.stale-deal: expected “off” or keys and values', 1, /runs unless it is “off”/],
    ['rules: { stale-deal: true }', 'rules.stale-deal: expected “off” or keys and values', 1, /explain stale-deal”/],
    ['closed:\n  - { from: 2026-02-03 }', 'closed.0.to is missing', 2, /config\.md/],
    ['mail: { to: 5 }', 'mail.to: expected a text or a list', 1, /config\.md/],
    ['cadence: weekli', 'cadence: expected “weekly” or “biweekly”', 1, /“weekly”/],
  ])('%s', async (yaml, what, line, hint) => {
    await expect(load(yaml)).rejects.toMatchObject({
      what,
      where: { file: 'pipeline-coach.yaml', line },
      hint: expect.stringMatching(hint) as string,
    })
  })

  it('what --set has set wrong stands in no line of the file', async () => {
    const search = { set: ['closed=[{from: 2026-02-30, to: 2026-03-05}]'] }
    await expect(load('cadence: weekly', search)).rejects.toMatchObject({
      what: 'closed.0.from: there is no such day',
      where: { file: '--set', value: '2026-02-30' },
    })
  })

  it.each(['columns.__proto__=Nope', 'rules.__proto__=off', 'rules.stale-deal.__proto__=4', 'rates.__proto__=1'])(
    '%s is a key that nobody knows',
    async (setting) => {
      const what = `unknown key “${setting.split('=')[0]}”`
      await expect(load(undefined, { set: [setting] })).rejects.toMatchObject({ what })
    },
  )

  it('so it is in the file', async () => {
    await expect(load('columns:\n  __proto__: Nope')).rejects.toMatchObject({
      what: 'unknown key “columns.__proto__”',
      where: { line: 2 },
    })
  })
})
