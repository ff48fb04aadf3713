import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/engine/finding.ts'
import { WhereToJoin } from '../../src/engine/where-to-join.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { bookOf, day, iso, TODAY, type Cells } from '../support/exports.ts'

// Beside whom a manager would be of most use.

const KIM = 'Kim Osei'

const ago = (days: number) => iso(addDays(day(TODAY), -days)) ?? TODAY

/** Forty closings, so many of them won. */
function closed(owner: string, won: number): Cells<'opportunities'>[] {
  return Array.from({ length: 40 }, (_, at) => ({
    owner,
    stage: at < won ? 'Closed Won' : 'Closed Lost',
    created: ago(260 + at),
    closeDate: ago(200 + at),
    amount: 10_000,
  }))
}

const open = (owner: string, amount: number, created = '2026-11-02'): Cells<'opportunities'> => ({
  id: `${owner} ${amount}`,
  name: `${owner} ${amount}`,
  owner,
  stage: 'Prospecting',
  amount,
  created,
})

const meeting = (dealId: string, date: string, by?: string): Cells<'activities'> => ({
  type: 'Meeting',
  dealId,
  date,
  owner: by ?? dealId.split(' ')[0],
})

function joined(deals: Cells<'opportunities'>[], activities: Cells<'activities'>[]) {
  const book = bookOf({ deals, activities })
  const best = new WhereToJoin(KIM, book, []).among(book.activities.plannedMeetings())
  return best === undefined ? undefined : [best.deal.name, iso(best.lastJoined)]
}

function said(id: string): Finding {
  return {
    rule: 'no-next-step',
    scope: 'deal',
    rep: null,
    manager: null,
    deal: { id, name: id },
    account: null,
    severity: 'medium',
    age: 1,
    evidence: {},
    problem: '',
    asks: [],
    action: '',
    proof: null,
    forRep: undefined,
    family: 'deals',
    place: 'agenda',
    cures: 'other',
    dismissed: null,
  }
}

describe('the meeting to join', () => {
  const deals = [open('Ana', 90_000), open('Bo', 50_000), open('Cy', 20_000)]
  const planned = deals.map(({ id = '' }) => meeting(id, '2026-11-24'))

  it('is about the largest deal where nothing tells the reps apart', () => {
    expect(joined(deals, planned)).toEqual(['Ana 90000', undefined])
  })

  it('is of a rep who was not joined within four weeks', () => {
    expect(joined(deals, [...planned, meeting('Ana 90000', '2026-10-24', KIM)])).toEqual(['Bo 50000', undefined])
    expect(joined(deals, [...planned, meeting('Ana 90000', '2026-10-23', KIM)])).toEqual(['Ana 90000', '2026-10-23'])
  })

  it('is first of all of a rep who wins too little', () => {
    const closings = [...closed('Ana', 16), ...closed('Bo', 16), ...closed('Cy', 3)]
    const before = [meeting('Cy 20000', '2026-11-10', KIM)]
    expect(joined([...deals, ...closings], [...planned, ...before])).toEqual(['Cy 20000', '2026-11-10'])
  })

  it('of weak deals the one with most money in it, however much more is said of another', () => {
    const book = bookOf({ deals, activities: planned })
    const at = (id: string, severity: Finding['severity']) => ({ ...said(id), severity })
    const among = (findings: readonly Finding[]) =>
      new WhereToJoin(KIM, book, findings).among(book.activities.plannedMeetings())?.deal.name
    expect(among([at('Cy 20000', 'high'), at('Cy 20000', 'high'), at('Bo 50000', 'medium')])).toBe('Bo 50000')
    expect(among([at('Cy 20000', 'high'), at('Bo 50000', 'low')])).toBe('Cy 20000')
  })

  it('is never about a deal that is to be closed', () => {
    const old = [open('Ana', 90_000, '2026-02-01'), open('Bo', 50_000), open('Cy', 20_000)]
    expect(joined(old, planned)?.[0]).toBe('Bo 50000')
    const book = bookOf({ deals: old })
    expect(new WhereToJoin(undefined, book, []).neediest(book.open)?.name).toBe('Bo 50000')
  })
})
