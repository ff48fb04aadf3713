import { describe, expect, it } from 'vitest'
import type { ActivityNeed } from '../../src/book/activity-knowledge.ts'
import { noSettings, type Settings } from '../../src/book/settings.ts'
import { bookOf, times, type Cells, type Told } from '../support/exports.ts'

const DEAL: Cells<'opportunities'> = { owner: 'Dana Whitfield', stage: 'Prospecting', created: '2026-10-01' }
const CALL: Cells<'activities'> = { date: '2026-11-18', type: 'Call' }
const OWNED = { ...CALL, owner: 'Dana Whitfield' }
const ON_DEAL = { ...OWNED, dealId: 'deal-1' }
const CLIENT = { ...DEAL, account: 'Northwind', stage: 'Closed Won', closeDate: '2026-11-01' }

/** Enough, and just not enough. */
const cases: readonly (readonly [ActivityNeed, known: Told, unknown: Told])[] = [
  ['activities', { activities: [OWNED] }, { activities: [CALL] }],
  [
    'activityTypes',
    { activities: [CALL, { ...CALL, type: 'Other' }] },
    { activities: [CALL, ...times(2, { ...CALL, type: 'Other' })] },
  ],
  [
    'activitySubjects',
    { activities: [CALL, { ...CALL, type: undefined }] },
    { activities: [CALL, ...times(2, { ...CALL, type: undefined })] },
  ],
  [
    'activityContacts',
    { activities: [...times(9, CALL), { ...CALL, personName: 'Ada Moss' }] },
    { activities: [...times(10, CALL), { ...CALL, personName: 'Ada Moss' }] },
  ],
  [
    'activityDirection',
    { activities: [CALL, { ...CALL, direction: 'in' }] },
    { activities: times(2, { ...CALL, direction: 'out' }) },
  ],
  [
    'activityDirection',
    {
      activities: [
        { ...CALL, type: 'Meeting' },
        { ...CALL, direction: 'in' },
      ],
    },
    { activities: [...times(2, CALL), { ...CALL, direction: 'in' }] },
  ],
  ['prospecting', { activities: [OWNED] }, { activities: [{ ...OWNED, dealId: 'deal-1' }] }],
  [
    'prospecting',
    { activities: [ON_DEAL, { ...OWNED, date: '2026-08-29' }] },
    { activities: [ON_DEAL, { ...OWNED, date: '2026-08-28' }] },
  ],
  ['attendees', { activities: [{ ...CALL, attendees: 'Kim Osei' }] }, { activities: [CALL] }],
  ['source', { deals: [DEAL, { ...DEAL, source: 'Web' }] }, { deals: [DEAL, DEAL, { ...DEAL, source: 'Web' }] }],
  [
    'valueProposition',
    { deals: [DEAL, { ...DEAL, valueProposition: 'Saves a shift' }] },
    { deals: [DEAL, DEAL, { ...DEAL, valueProposition: 'Saves a shift' }] },
  ],
  ['accounts', { deals: [DEAL, { ...DEAL, account: 'A' }] }, { deals: [DEAL, DEAL, { ...DEAL, account: 'A' }] }],
  ['clients', { deals: [CLIENT] }, { deals: [{ ...DEAL, account: 'Northwind' }] }],
  ['clients', { accounts: [{ name: 'Northwind', type: 'Customer' }] }, { accounts: [{ name: 'Northwind' }] }],
  [
    'clientContacts',
    { deals: [CLIENT], people: [{ id: '1', name: 'Ada Moss', account: 'Northwind' }] },
    { deals: [CLIENT], people: [{ id: '1', name: 'Ada Moss', account: 'Globex' }] },
  ],
]

/** With what the config says: enough, and just not enough. */
const configured: readonly (readonly [ActivityNeed, string, Partial<Settings>, known: Told, unknown: Told])[] = [
  [
    'ownSources',
    'a word for a rep’s own among words that are in no list',
    {},
    { deals: [...times(3, { ...DEAL, source: 'Apollo' }), { ...DEAL, source: 'Outbound' }] },
    { deals: times(3, { ...DEAL, source: 'Apollo' }) },
  ],
  [
    'ownSources',
    'half of it came in, and nothing is anyone’s own',
    {},
    {
      deals: [
        { ...DEAL, source: 'Apollo' },
        { ...DEAL, source: 'Web' },
      ],
    },
    { deals: [...times(2, { ...DEAL, source: 'Apollo' }), { ...DEAL, source: 'Web' }] },
  ],
  [
    'ownSources',
    'the config says which, but most say nothing',
    { words: { ...noSettings.words, ownSources: ['Apollo'] } },
    {
      deals: [
        { ...DEAL, source: 'Partner' },
        { ...DEAL, source: 'Other' },
      ],
    },
    { deals: [{ ...DEAL, source: 'Apollo' }, ...times(2, { ...DEAL, source: 'Other' })] },
  ],
  [
    'targets',
    'segments that half of the deals have',
    { targets: { accounts: [], segments: ['Manufacturing'] } },
    { deals: [DEAL, { ...DEAL, account: 'A' }], accounts: [{ name: 'A', segment: 'Software' }] },
    { deals: [DEAL, DEAL, { ...DEAL, account: 'A' }], accounts: [{ name: 'A', segment: 'Software' }] },
  ],
]

it.each(configured)('%s: %s', (need, _, settings, known, unknown) => {
  expect(bookOf(known, { settings }).knowledge.get(need)).toBeUndefined()
  expect(bookOf(unknown, { settings }).knowledge.get(need)).toMatchObject({ missing: expect.any(String) as string })
})

it('targets are what the config says', () => {
  const settings = { targets: { accounts: ['Northwind'], segments: [] } }
  expect(bookOf({ deals: [DEAL] }).knowledge.get('targets')?.enable).toContain('targets.accounts')
  expect(bookOf({ deals: [DEAL] }, { settings }).knowledge.get('targets')).toBeUndefined()
})

describe('what the exports can answer', () => {
  it.each(cases)('about %s: from this, and not from that', (need, known, unknown) => {
    const gapOf = (told: Told) => bookOf({ deals: [DEAL], ...told }).knowledge.get(need)
    expect(gapOf(known)).toBeUndefined()
    expect(gapOf(unknown)).toMatchObject({
      missing: expect.any(String) as string,
      enable: expect.any(String) as string,
    })
  })

  it('about activities from none: nothing', () => {
    const { knowledge } = bookOf({ deals: [DEAL] })
    for (const need of ['activities', 'activityTypes', 'activitySubjects', 'activityContacts', 'attendees'] as const)
      expect(knowledge.get(need)).toBeDefined()
  })
})
