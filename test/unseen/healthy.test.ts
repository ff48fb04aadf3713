import { describe, expect, it } from 'vitest'
import { repIn, reviewOf, seenBy } from './review-of.ts'

const HEADER =
  'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date,Last Activity,Next Step,Type'
const deals = (type: (at: number) => string) =>
  Array.from({ length: 24 }, (_, week) => {
    const day = (ago: number) => new Date(Date.UTC(2026, 10, 18 - ago)).toISOString().slice(0, 10)
    const open = week < 6
    const closed = day(Math.max(2, 7 * week - 40))
    const stage = open ? 'Qualification' : week % 2 === 0 ? 'Closed Won' : 'Closed Lost'
    const dates = open ? `2027-01-${10 + week},${day(0)},Call on 24 Nov` : `${closed},${closed},`
    return `006${week},Alder ${week},Ana Ruiz,${stage},20000,${day(7 * week)},${dates},${type(week)}`
  })

describe('a rep about whom the review finds something medium or high', () => {
  const nothing = /No deal needs the meeting/u

  it('is talked to about a goal that is out of reach', async () => {
    const files = { 'opps.csv': [HEADER, ...deals(() => 'New Business')] }
    const flags = ['--set', 'goals.perRep=400000']
    const review = await reviewOf(files, { flags })
    expect(review.findings.map(({ rule }) => rule)).toContain('goal-out-of-reach')
    expect(repIn(review, 'Ana Ruiz').oneThing?.action).toMatch(/Q4/u)
    const page = await seenBy(files, { flags: [...flags, '--rep', 'Ana Ruiz'] })
    expect(page.stdout).toMatch(/\$400k/u)
    expect(page.stdout).not.toMatch(nothing)
  })
})
