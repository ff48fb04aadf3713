import { describe, expect, it } from 'vitest'
import { goalLineOf, goalLineOfAll } from '../../src/agenda/page/goal-line.ts'
import { noSettings, type Settings } from '../../src/book/settings.ts'
import { wordsFor } from '../../src/language/words.ts'
import { bookOf, repCalled, times, type Cells } from '../support/exports.ts'

const open: Cells<'opportunities'> = { owner: 'Dana', stage: 'Prospecting', amount: 10_000, created: '2026-11-12' }
const promised = { ...open, amount: 100_000, closeDate: '2026-12-18' }

/** Closed in June, of $20k each, within ten days or forty-one; each rep's on a day of their own. */
function closed(owner: 'Dana' | 'Ann', won: number, lost: number, days: 10 | 41 = 10): Cells<'opportunities'>[] {
  const [created, closeDate] = {
    Dana: [days === 10 ? '2026-06-05' : '2026-05-05', '2026-06-15'],
    Ann: [days === 10 ? '2026-06-06' : '2026-05-06', '2026-06-16'],
  }[owner]
  const base = { ...open, owner, amount: 20_000, created, closeDate }
  return [...times(won, { ...base, stage: 'Closed Won' }), ...times(lost, { ...base, stage: 'Closed Lost' })]
}

/** Half of forty won. */
const half = (days: 10 | 41 = 10) => [...closed('Dana', 10, 10, days), ...closed('Ann', 10, 10, days)]

function bookWith(deals: Cells<'opportunities'>[], amount: number, history: Cells<'history'>[] = []) {
  const all = { levels: new Map(), reps: new Map() }
  const settings: Partial<Settings> = { goals: { ...noSettings.goals, amount: { ...all, default: amount } } }
  return bookOf({ deals, history }, { settings })
}

function lineFor(
  deals: Cells<'opportunities'>[],
  amount: number,
  history: Cells<'history'>[] = [],
  audience: 'manager' | 'rep' = 'manager',
) {
  const book = bookWith(deals, amount, history)
  const line = goalLineOf(repCalled(book, 'Dana'), book, wordsFor(book.asOf, 'USD'), audience)
  return line && { ...line, text: line.text.replaceAll('\u00A0', ' ') }
}

describe('the goal in words', () => {
  it('what is not covered, what that takes, and from when on it is late', () => {
    expect(lineFor([promised, ...half()], 90_000)?.text).toBe(
      '$90k to go of the Q4 goal of $90k. Open deals that close in it usually bring $50k. $40k is not covered. ' +
        'That takes 4 new opportunities, 1 a week until Dec 21 (50% won, $20k a deal). ' +
        'Half of all wins take longer than 10 days, so what is opened from Dec 22 on more likely closes after Q4.',
    )
  })

  it('too late for a new one it sends to the open deals, and to the next period', () => {
    expect(lineFor([promised, ...half(41)], 90_000)?.text).toBe(
      '$90k to go of the Q4 goal of $90k. Open deals that close in it usually bring $50k. $40k is not covered. ' +
        'Half of all wins take longer than 41 days, so what is opened from Nov 21 on more likely closes after Q4: look for the ' +
        '$40k in the open deals. Q1 is $90k short so far: that takes 9 new opportunities, 0.7 a week until Feb 18 ' +
        '(50% won, $20k a deal).',
    )
  })

  it.each([
    [46_000, 'just enough'],
    [45_000, 'enough'],
  ])('$50k for $%i is %s', (goal, enough) => {
    expect(lineFor([promised, ...half()], goal)?.text).toContain(
      `usually bring $50k, which is ${enough} if they are worked like those before.`,
    )
  })

  it('does not count on what it asks to close', () => {
    const old = { ...promised, created: '2026-05-11' }
    const line = lineFor([promised, { ...old, amount: 70_000 }, ...half(41)], 46_000)
    expect(line?.text).toContain(
      'Without one old deal ($70k), the open deals that close in it usually bring $50k, which is just',
    )
    expect(line).toMatchObject({ expected: 50_000, leftOut: { deals: 1, amount: 70_000 } })
    expect(lineFor([old, ...half(41)], 45_000)?.text).toContain(
      '$45k to go of the Q4 goal of $45k. Only one old deal ($100k) would close in it. $45k is not covered.',
    )
    expect(lineFor([open, ...half()], 45_000)?.text).toContain('Nothing open closes in it. $45k is not covered.')
  })

  it('takes the deals at the rep’s own record, in figures that can be redone: 50 × 10 ÷ 50', () => {
    // Of 120 that were in Prospecting half were won; Dana won four of forty.
    const deals = [promised, ...closed('Dana', 4, 36), ...closed('Ann', 56, 24)]
    const history = deals.map((_, at) => ({ dealId: `deal-${at + 1}`, changed: '2026-06-01', stage: 'Prospecting' }))
    const line = lineFor(deals, 90_000, history.slice(1))
    expect(line?.text).toContain(
      'Open deals that close in it usually bring $50k; at 10% won, against the usual 50%, $10k. $80k is not covered.',
    )
    expect(line).toMatchObject({ expected: 10_000, missing: 80_000, newOpportunities: 40 })
    expect(lineFor(deals, 90_000, history.slice(1), 'rep')?.text).toContain('usually bring $10k. $80k is not covered.')
  })

  it('tells a rep no rate that is the team’s', () => {
    const deals = [promised, ...half().map((deal) => ({ ...deal, owner: deal.owner === 'Dana' ? 'Bea' : deal.owner }))]
    expect(lineFor(deals, 90_000)?.text).toContain('(the team’s 50% won, $20k a deal)')
    expect(lineFor(deals, 90_000, [], 'rep')?.text).not.toContain('50%')
  })

  it('of several lets one’s surplus count, and names who is short', () => {
    const won = {
      ...open,
      owner: 'Ann',
      stage: 'Closed Won',
      amount: 120_000,
      created: '2026-10-29',
      closeDate: '2026-11-03',
    }
    const book = bookWith([promised, won, { ...open, owner: 'Ann' }, ...half()], 80_000)
    const line = goalLineOfAll(book.team, book, wordsFor(book.asOf, 'USD'))
    expect(line).toMatchObject({ goal: 160_000, won: 120_000, gap: 40_000, missing: 0, short: [{ rep: 'Dana' }] })
    expect(line?.text).toMatch(
      /^\$40k to go of the Q4 goal of \$160k\. Open deals .* enough if .*\. Short of their own goal: Dana by \$\d+k\.$/,
    )
  })
})
