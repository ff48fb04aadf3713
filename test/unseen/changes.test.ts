import { describe, expect, it } from 'vitest'
import { repIn, reviewOf, seenBy } from './review-of.ts'

const HEADER = 'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date,Last Activity'
const deal = (id: string, name: string, stage: string, created: string, closeDate = '2026-12-20') =>
  `${id},${name},Ana Ruiz,${stage},20000,${created},${closeDate},2026-11-10`
const birch = deal('1', 'Birch', 'Qualification', '2026-11-11')
const cedar = deal('2', 'Cedar', 'Qualification', '2026-10-14')

function since(before: readonly string[], now: readonly string[]) {
  const files = { 'opps.csv': [HEADER, ...now], 'prev.csv': [HEADER, ...before] }
  return { files, asked: { paths: ['opps.csv'], flags: ['--previous', 'prev.csv'] } }
}

describe('since the last export', () => {
  it('a deal is new that was opened later on the day on which that was made', async () => {
    const plover = deal('3', 'Plover', 'Qualification', '2026-11-11')
    const { files, asked } = since([birch, cedar], [birch, cedar, plover])
    const { changes } = repIn(await reviewOf(files, asked), 'Ana Ruiz').sinceLastReview
    expect(changes.map((one) => `${one.deal.name} ${one.change}`)).toEqual(['Plover created'])
  })

  it('a deal that was lost and is open again is opened again, and not pushed', async () => {
    const lost = deal('4', 'Gorse', 'Closed Lost', '2026-10-07', '2026-11-10')
    const again = deal('4', 'Gorse', 'Qualification', '2026-10-07', '2027-01-15')
    const { files, asked } = since([birch, cedar, lost], [birch, cedar, again])
    const { changes } = repIn(await reviewOf(files, asked), 'Ana Ruiz').sinceLastReview
    expect(changes.map((one) => `${one.deal.name} ${one.change}`)).toEqual(['Gorse reopened'])
    expect((await seenBy(files, asked)).stdout).toMatch(/opened again/u)
  })

  it('goals for other periods are named, and not called none', async () => {
    const quotas = ['Rep,Quota,Period', 'Ana Ruiz,120000,FY27 Q3', 'Ana Ruiz,120000,FY27 Q4']
    const { stdout } = await seenBy({ 'opps.csv': [HEADER, birch, cedar], 'quotas.csv': quotas })
    const said = stdout.replaceAll(/\s+/gu, ' ')
    expect(said).toMatch(/Goals were read for FY27 Q3, FY27 Q4, and none for Oct 1 to Dec 31: .*fiscalYearStart/u)
    expect(said).not.toMatch(/No goals/u)
  })
})
