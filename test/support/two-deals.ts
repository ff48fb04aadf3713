import type { Cells } from './exports.ts'

// Two open deals of Dana's, to be seen in one review and changed in the next.

export const alder: Cells<'opportunities'> = {
  id: 'A',
  name: 'Alder',
  owner: 'Dana',
  stage: 'Qualification',
  amount: 20_000,
  created: '2026-10-01',
  closeDate: '2026-12-31',
}

export const birch: Cells<'opportunities'> = { ...alder, id: 'B', name: 'Birch', amount: 50_000 }
