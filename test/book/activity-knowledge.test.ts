import { describe, expect, it } from 'vitest'
import type { ActivityNeed } from '../../src/book/activity-knowledge.ts'
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
