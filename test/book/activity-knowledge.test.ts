import { describe, expect, it } from 'vitest'
import type { ActivityNeed } from '../../src/book/known/activity-knowledge.ts'
import type { Need } from '../../src/book/known/knowledge.ts'
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

describe('where there are activities, what they lack is asked for, and no export of them', () => {
  const EMAIL = { ...OWNED, type: 'Email' }
  const lacking: readonly (readonly [Need, string, Told, string])[] = [
    ['activities', 'nobody’s', { activities: [CALL] }, 'owner of each activity'],
    ['dealActivities', 'on no deal', { deals: [DEAL], activities: [OWNED] }, 'deal that each activity was on'],
    ['activityTypes', 'without a type', { activities: [{ ...CALL, type: undefined }] }, 'type of each activity'],
    ['activitySubjects', 'without words', { activities: [{ ...CALL, type: undefined }] }, 'subject or type of each'],
    ['activityContacts', 'with nobody', { activities: [CALL] }, 'contact of each activity'],
    ['activityDirection', 'begun by nobody', { activities: [EMAIL, OWNED] }, 'direction of each e-mail and call'],
    ['activityDirection', 'all gone out', { activities: [{ ...EMAIL, direction: 'out' }] }, 'that came in'],
    ['whoseTurn', 'begun by nobody', { deals: [DEAL], activities: [EMAIL] }, 'direction of each e-mail and call'],
    ['arrivals', 'begun by nobody', { deals: [DEAL], activities: [EMAIL] }, 'or the direction of each e-mail and call'],
    ['prospecting', 'on a deal', { deals: [DEAL], activities: [ON_DEAL] }, 'which were prospecting'],
    ['prospecting', 'nobody’s', { activities: [CALL] }, 'owner of each activity'],
    ['attendees', 'with nobody', { activities: [CALL] }, 'who was at each meeting'],
    ['contacts', 'with nobody', { deals: [DEAL], activities: [ON_DEAL] }, 'contact of each activity'],
    [
      'contacts',
      'all with one',
      { deals: [DEAL], activities: [{ ...ON_DEAL, personName: 'Ada Moss' }] },
      'contact roles: the activities name',
    ],
    [
      'contacts',
      'with roles beside them',
      {
        deals: [DEAL],
        activities: [{ ...ON_DEAL, personName: 'Ada Moss' }],
        roles: [{ dealId: 'deal-1', contactName: 'Ada Moss', role: 'Influencer' }],
      },
      'the other contact roles',
    ],
    [
      'clientContacts',
      'with others',
      { deals: [CLIENT], activities: [{ ...CALL, personName: 'Cy Reed' }] },
      'accounts',
    ],
    ['lastActivity', 'on no deal', { deals: [DEAL], activities: [OWNED] }, 'deal that each activity was on'],
    ['nextStep', 'all done', { deals: [DEAL], activities: [ON_DEAL] }, 'the activities that are planned'],
  ]

  it.each(lacking)('%s: %s', (need, _, told, expected) => {
    const enable = bookOf(told).knowledge.get(need)?.enable
    expect(enable).toContain(expected)
    expect(enable).not.toMatch(/export of (activities|e-mails|meetings)|activities with/)
  })

  it.each([...new Set(lacking.map(([need]) => need))])('%s: without any, an export of them would do', (need) => {
    const deals = need === 'clientContacts' ? [CLIENT] : [DEAL]
    expect(bookOf({ deals }).knowledge.get(need)?.enable).toMatch(
      /export of (activities|e-mails|meetings)|activities with/,
    )
  })

  it.each<Need>(['activityDirection', 'whoseTurn'])('%s: tasks and meetings alone lack e-mails and calls', (need) => {
    const activities = [{ ...CALL, type: 'Task' }]
    expect(bookOf({ deals: [DEAL], activities }).knowledge.get(need)?.enable).toContain('export of e-mails and calls')
  })
})
