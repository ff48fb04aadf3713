import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { expectedOf, shouldBring } from '../../src/book/team/should-bring.ts'
import { periodContaining } from '../../src/book/goals/period.ts'
import { measureWinByAge } from '../../src/book/team/win-by-age.ts'
import type { Deal } from '../../src/book/deals/deal.ts'
import { addDays, type PlainDate } from '../../src/time/plain-date.ts'
import { sharedData, sharedFile } from '../support/shared-data.ts'
import { bookOf, day, iso, TODAY, type Cells } from '../support/exports.ts'

it('says what deals of this age bring in time, with what came of it before', () => {
  const before = (days: number) => iso(addDays(day(TODAY), -days)) ?? ''
  const closed = Array.from({ length: 700 }, (_, at): Cells<'opportunities'> => ({
    owner: 'Dana',
    stage: at % 2 === 0 ? 'Closed Won' : 'Closed Lost',
    amount: 1_000,
    created: before(760 - at),
    closeDate: before(760 - at - 30),
  }))
  const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Prospecting', amount: 1_000, created: before(20) }
  const book = bookOf({ deals: [...closed, open, { ...open, created: before(1) }] })
  const brings = shouldBring(book.open, book, 14)
  // One of two is old enough to be won within two weeks, and half are won.
  expect(brings?.amount).toBeCloseTo(500, -1)
  expect(brings?.range?.low).toBeGreaterThan(400)
  expect(brings?.range?.high).toBeLessThan(600)
})

it('is not known below twenty wins', () => {
  const book = bookOf({ deals: [{ owner: 'Dana', stage: 'Prospecting', created: '2026-11-02' }] })
  expect(shouldBring(book.open, book, 30)).toBeUndefined()
})

it.skipIf(sharedData === undefined)('comes to what came, over the year of the shared export at list price', () => {
  const all = maven()
  let [said, came] = [0, 0]
  // Every week of the year, each to the end of its quarter.
  for (let now = day('2017-01-06'); now < day('2017-12-24'); now = addDays(now, 7)) {
    const within = periodContaining(now, 'quarter').to - now
    const then = all.flatMap((deal) => on(deal, now))
    const curve = measureWinByAge(then, now)
    if (curve === undefined || within < 7) continue
    const open = then.filter(({ state }) => state === 'open')
    said += expectedOf(open, curve, within).amount
    for (const { state, created = 0, closedOn = 0, amount = 0 } of all)
      if (state === 'won' && created <= now && closedOn > now && closedOn <= now + within) came += amount
  }
  expect(said / came).toBeGreaterThan(0.8)
  expect(said / came).toBeLessThan(1.25)
})

function maven(): Deal[] {
  const rows = (file: string) =>
    readFileSync(sharedFile(file), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
  const prices = new Map(
    rows('maven-crm/products.csv').map(([name = '', , price]) => [name.replace(' ', ''), Number(price)]),
  )
  const date = (text = '') => {
    const [month, at, year] = text.split('/').map(Number)
    return text === '' ? undefined : (Math.round(Date.UTC(year ?? 0, (month ?? 1) - 1, at) / 86_400_000) as PlainDate)
  }
  return rows('maven-crm/sales_pipeline.csv').flatMap(([id, , product = '', , stage, engaged, closed]) => {
    const created = date(engaged)
    if (created === undefined) return []
    const state = stage === 'Won' ? 'won' : stage === 'Lost' ? 'lost' : 'open'
    const amount = prices.get(product.replace(' ', ''))
    return [{ id, state, isRenewal: false, created, closedOn: date(closed), amount } as unknown as Deal]
  })
}

function on(deal: Deal, now: PlainDate): Deal[] {
  const { created, closedOn } = deal
  if (created === undefined || created > now) return []
  if (closedOn !== undefined && closedOn <= now) return [{ ...deal, age: closedOn - created }]
  return [{ ...deal, state: 'open', closedOn: undefined, age: now - created }]
}
