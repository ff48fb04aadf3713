import { describe, expect, it } from 'vitest'
import { seenBy } from './review-of.ts'

const deals = (dates: readonly string[]) => ({
  'deals.csv': [
    'Deal ID,Deal Name,Owner,Stage,Amount,Created,Close Date',
    ...dates.map((day, at) => `${at},Larch ${at},Ana Ruiz,Proposal,20000,${day},2026-12-${14 + at}`),
  ],
})

describe('dates that a spreadsheet has turned around', () => {
  it('are warned about, with the column and a cell of each kind', async () => {
    const { code, stderr } = await seenBy(deals(['17/10/2026', '2026-03-11', '28/10/2026', '2026-07-11', '2026-02-10']))
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /deals\.csv, column “Created”: two kinds of dates .*“2026-03-11” on line 3.*“17\/10\/2026” on line 2/u,
    )
  })

  it('are not where both kinds hold all days', async () => {
    const mixed = ['17/10/2026', '03/11/2026', '2026-10-28', '2026-07-11', '13/10/2026', '2026-02-10']
    expect((await seenBy(deals(mixed))).stderr).not.toMatch(/two kinds/u)
  })
})
