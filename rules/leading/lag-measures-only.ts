import { defineRule } from '../../src/engine/rule.ts'

export const lagMeasuresOnly = defineRule({
  id: 'lag-measures-only',
  scopes: ['manager'],
  family: 'leading',
  place: 'hygiene',
  cures: 'export',
  title: 'Only results are visible',
  why:
    'Revenue cannot be acted on: it is what was done, or not done, months ago. New opportunities and client ' +
    'conversations can be acted on this week, and these exports show neither.',
  needs: [],
  options: {},

  check({ isTop }, { book }) {
    const hasCreated = book.knowledge.get('created') === undefined
    if (!isTop || hasCreated || book.joined.total > 0 || book.deals.length === 0) return undefined
    const imported = book.deals.filter(({ importedOn }) => importedOn !== undefined).length
    return { severity: 'low', evidence: { deals: book.deals.length, activities: 0, imported } }
  },

  say: ({ deals, imported }) => ({
    problem:
      imported * 2 > deals
        ? 'the creation dates are those of an import, and no calls or meetings are there, so only results can be seen'
        : 'the exports hold neither creation dates nor calls and meetings, so only results can be seen',
    asks: ['What did each rep do last week that will be revenue in three months, and how would you know?'],
    action:
      imported * 2 > deals
        ? 'Add an export of activities, and the column with the day each deal began, if there is one'
        : 'Add the creation date to the export, and an export of activities',
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'no creation dates, no activities',
      deals: [{ created: null, times: 3 }],
      says: { severity: 'low', evidence: { deals: 3 } },
    },
    {
      kind: 'hit',
      title: 'all created by an import on one day',
      deals: [{ created: '2026-11-02', closeDate: '2026-10-30', times: 20 }],
      says: { severity: 'low', evidence: { deals: 20, imported: 20 } },
    },
    { kind: 'miss', title: 'creation dates', deals: [{ times: 3 }] },
    { kind: 'boundary', title: 'creation dates of half the deals', deals: [{}, { created: null }] },
    {
      kind: 'boundary',
      title: 'of less than half',
      deals: [{}, { created: null, times: 2 }],
      says: { severity: 'low' },
    },
    {
      kind: 'miss',
      title: 'no creation dates, but activities',
      deals: [{ created: null, activities: [{ on: '2026-11-18' }], times: 3 }],
    },
  ],
})
