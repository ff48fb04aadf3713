import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { configText, type Told } from '../../src/config/config-text.ts'
import { configSchema } from '../../src/config/schema.ts'
import { withHistory } from '../../src/setup/ask-for-history.ts'
import { saidAmount, saidOrder } from '../../src/setup/init-questions.ts'
import { MeetingProgress, nextRep, requireSomebody } from '../../src/meeting/meeting-progress.ts'
import { saidDay, saidDayAhead } from '../../src/time/said-day.ts'
import { renderMeeting } from '../../src/report/meeting.ts'
import { wordsFor } from '../../src/language/words.ts'
import { Chalk } from 'chalk'
import { day, iso } from '../support/exports.ts'

const TODAY = day('2026-11-20')
const AHEAD = { today: TODAY, toward: 'ahead', isMonthFirst: true } as const

describe('a day as one says it', () => {
  it.each([
    ['fri', '2026-11-27'],
    ['Monday', '2026-11-23'],
    ['tomorrow', '2026-11-21'],
    ['+10', '2026-11-30'],
    ['27 nov', '2026-11-27'],
    ['Nov 27', '2026-11-27'],
    ['Fri 27 Nov', '2026-11-27'],
    ['3 march', '2027-03-03'],
    ['20 nov', '2027-11-20'],
    ['27 nov 2028', '2028-11-27'],
    ['Nov 27, 2028', '2028-11-27'],
    ['2026-12-24', '2026-12-24'],
    ['by Friday', '2026-11-27'],
    ['next friday', '2026-11-27'],
    ['this saturday', '2026-11-21'],
    ['mon next week', '2026-11-23'],
    ['in 2 weeks', '2026-12-04'],
    ['two weeks', '2026-12-04'],
    ['in a month', '2026-12-20'],
    ['10 days from now', '2026-11-30'],
    ['next week', '2026-11-27'],
    ['end of month', '2026-11-30'],
    ['eoq', '2026-12-31'],
    ['12/4', '2026-12-04'],
    ['12/4/26', '2026-12-04'],
    ['25/12', '2026-12-25'],
    ['4.12.', '2026-12-04'],
    ['4.12.2026', '2026-12-04'],
    ['2026/12/4', '2026-12-04'],
    ['11/19', '2027-11-19'],
    ['Nov 27th', '2026-11-27'],
    ['29 feb', '2028-02-29'],
  ])('%s is %s', (said, expected) => {
    expect(iso(saidDayAhead(said, AHEAD))).toBe(expected)
  })

  it.each([
    ['today', '2026-11-20'],
    ['fri', '2026-11-20'],
    ['monday', '2026-11-16'],
    ['last friday', '2026-11-13'],
    ['yesterday', '2026-11-19'],
    ['2 weeks ago', '2026-11-06'],
    ['3 days', '2026-11-17'],
    ['-7', '2026-11-13'],
    ['nov 27', '2025-11-27'],
    ['11/13', '2026-11-13'],
    ['11/20/2026', '2026-11-20'],
    ['next monday', '2026-11-23'],
    ['tomorrow', '2026-11-21'],
  ])('looking back, %s is %s', (said, expected) => {
    expect(iso(saidDay(said, { ...AHEAD, toward: 'back' }))).toBe(expected)
  })

  it('day and month by the locale', () => {
    expect(iso(saidDayAhead('12/4', { ...AHEAD, isMonthFirst: false }))).toBe('2027-04-12')
  })

  it.each([
    '',
    'today',
    '2026-11-20',
    '2025-01-01',
    '+0',
    '31 feb',
    'soon',
    '12',
    'friends',
    'nov',
    '13/13',
    'in 2 years',
    '1/2/3/4',
  ])('“%s” is none that lies ahead', (said) => {
    expect(saidDayAhead(said, AHEAD)).toBeUndefined()
  })
})

describe('amounts and orders as one types them', () => {
  it.each([
    ['150000', 150_000],
    ['150k', 150_000],
    ['1.2 M', 1_200_000],
    ['150 000', 150_000],
    ['150,000', 150_000],
    ['', 0],
    ['much', undefined],
    ['1,5', undefined],
  ])('“%s”', (said, amount) => {
    expect(saidAmount(said)).toBe(amount)
  })

  it('each stage once', () => {
    const stages = ['Proposal', 'Discovery']
    expect(saidOrder('discovery , PROPOSAL', stages)).toEqual(['Discovery', 'Proposal'])
    expect(saidOrder('Discovery', stages)).toBeUndefined()
    expect(saidOrder('Discovery, Discovery', stages)).toBeUndefined()
    expect(saidOrder('Discovery, Propsal', stages)).toBeUndefined()
  })
})

describe('how far a meeting has come', () => {
  const line = { schemaVersion: 1, on: '2026-11-20' } as const
  const item = { kind: 'promise', promise: { commitment: { id: 'k7m2' } } } as never

  it('is told by the events of the day', () => {
    const events = [
      { ...line, on: '2026-11-13', event: 'met' as const, rep: 'Tom' },
      { ...line, event: 'met' as const, rep: 'Dana' },
      { ...line, event: 'discussed' as const, finding: 'commitment k7m2' },
    ]
    const progress = new MeetingProgress(events, TODAY)
    expect([progress.isMet('Dana'), progress.isMet('Tom')]).toEqual([true, false])
    expect(progress.firstOpen([item])).toBe(1)
    expect([progress.isBegun('Tom', [item]), progress.isBegun('Dana', [item])]).toEqual([true, false])
    expect(nextRep(['Dana', 'Tom'], progress)).toBe(1)
    progress.markMet('Tom')
    expect(nextRep(['Dana', 'Tom'], progress, 0)).toBeUndefined()
  })

  it('whoever was left out comes after the last', () => {
    const progress = new MeetingProgress([{ ...line, event: 'met', rep: 'B' }], TODAY)
    expect(nextRep(['A', 'B', 'C'], progress, 2)).toBe(0)
    expect(nextRep(['A', 'B', 'C'], progress, 0)).toBe(2)
  })
})

const nothing: Told = {
  from: [],
  columns: {},
  dateOrder: undefined,
  stages: { order: [], guessed: [], won: [], lost: [] },
  manager: undefined,
  perWeek: undefined,
  pace: undefined,
  goal: undefined,
  ignored: [],
  history: undefined,
  mail: undefined,
  currency: undefined,
}

describe('the text of a config', () => {
  it('says nothing where nothing was said, and explains every key', () => {
    expect(parse(configText(nothing))).toBeNull()
  })

  it('every proposal in it is valid once its “#” is gone', () => {
    const told = { ...nothing, pace: 1.9, ignored: ['Bot'], stages: { ...nothing.stages, guessed: ['A', 'B'] } }
    const text = configText(told)
      .split('\n')
      .filter((line) => /^# ( *[a-zA-Z]+:( |$))/.test(line) && !/\. /.test(line))
      .map((line) => line.slice(2))
      .join('\n')
    expect(configSchema.parse(parse(text))).toMatchObject({
      stages: { order: ['A', 'B'] },
      standards: { newOpportunities: { perWeek: 1.9 } },
      ignoreOwners: ['Bot'],
    })
  })

  it('comes back as it was, whatever the names are', () => {
    const name = fc.stringMatching(/^\P{C}+$/u).filter((text) => text.trim() === text && text !== '')
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(name, names, name, (column, order, manager) => {
        const text = configText({
          ...nothing,
          columns: { owner: column },
          stages: { ...nothing.stages, order },
          manager,
        })
        expect(configSchema.parse(parse(text))).toEqual({ columns: { owner: column }, stages: { order }, manager })
      }),
    )
  })

  it('a history is noted below what stands there', () => {
    expect(parse(withHistory('cadence: weekly # ours'))).toEqual({ cadence: 'weekly', history: '.pipeline-coach' })
    expect(withHistory('# ours\ncadence: weekly\n')).toMatch(/^# ours\ncadence: weekly\n# .*\nhistory: /)
  })
})

describe('the summary of a meeting', () => {
  const summary = {
    asOf: TODAY,
    reps: [
      {
        rep: 'Dana <b>',
        isMet: true,
        agreed: [
          {
            id: 'k7m2',
            text: 'Call @ann about [it](http://x.example)',
            said: 'Alder: Call @ann about [it](http://x.example)',
            by: day('2026-11-27'),
            deal: { id: 'A', name: 'Alder' },
            proof: { kind: 'activity' as const },
          },
        ],
        help: [],
        settled: [],
        dismissed: [
          { deal: undefined, rule: 'stale-deal', what: 'Birch: silent', reason: 'on leave', until: undefined },
        ],
        talkedAbout: [],
      },
    ],
    notMet: ['Tom'],
  }
  const layout = { width: 60, paint: new Chalk({ level: 0 }) }
  const how = { words: wordsFor(TODAY, undefined), titles: new Map<string, string>() }

  it('in markdown nothing that was typed is markup', () => {
    const text = renderMeeting(summary, 'markdown', how, layout)
    expect(text).toContain('## Dana &lt;b&gt;')
    expect(text).toContain('- **agreed** Alder: Call `@ann` about `[it](http://x.example`), by Fri, Nov 27')
    expect(text).toContain('Not met: Tom.')
  })

  it('in JSON it has what a script wants', () => {
    expect(JSON.parse(renderMeeting(summary, 'json', how, layout))).toMatchObject({
      schema: 'pipeline-coach/meeting@1',
      asOf: '2026-11-20',
      reps: [
        { met: true, agreed: [{ id: 'k7m2', by: '2026-11-27', proof: 'activity' }], dismissed: [{ until: null }] },
      ],
      notMet: ['Tom'],
    })
  })
})

it('a meeting with nobody is refused, and not over', () => {
  expect(() => requireSomebody({ pages: [] })).toThrow('nobody is there to meet: no deal has an owner')
})
