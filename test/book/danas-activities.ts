import { bookOf, repCalled, type Cells, type Told } from '../support/exports.ts'

export const DANA = 'Dana Whitfield'

/** An open deal, `deal-1`, of Dana's with Northwind. */
export const DEAL: Cells<'opportunities'> = {
  name: 'Northwind rollout',
  account: 'Northwind',
  owner: DANA,
  stage: 'Prospecting',
  created: '2026-09-01',
}

/** Her activities of two days ago, where they do not say otherwise. */
export function toldOf(activities: readonly Cells<'activities'>[], more: Partial<Told> = {}): Told {
  const owned = activities.map((cells): Cells<'activities'> => ({ owner: DANA, date: '2026-11-18', ...cells }))
  return { deals: [DEAL], activities: owned, ...more }
}

/** Her last weeks together. */
export function lastWeeks(activities: readonly Cells<'activities'>[], weeks = 1, more: Partial<Told> = {}) {
  const book = bookOf(toldOf(activities, more))
  return book.activities.inWeeks(repCalled(book, DANA), weeks)
}
