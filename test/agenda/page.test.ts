import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { butOf, dominantPattern } from '../../src/agenda/page/dominant-pattern.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { Agenda, RepPage } from '../../src/agenda/agenda.ts'
import { day, TODAY, type Cells, type Told } from '../support/exports.ts'
import { agendaOf } from './any-team.ts'

// Single pages, where the properties of all of them seldom look.

const healthy: Cells<'opportunities'> = {
  owner: 'Dana',
  stage: 'Proposal/Price Quote',
  amount: 20_000,
  created: '2026-11-02',
  closeDate: '2027-01-31',
  lastActivity: '2026-11-18',
  nextStep: '11/27 call',
}

function pageOf(told: Told): RepPage {
  return pageIn(agendaOf(told))
}

function pageIn({ pages: [page] }: Agenda): RepPage {
  if (page === undefined) throw new Error('there is no page')
  return page
}

function people(dealId: string, ...names: string[]): Cells<'contact-roles'>[] {
  return names.map((contactName) => ({ dealId, contactName, role: 'CEO' }))
}

describe('a page', () => {
  it('of a rep who produces says first what a third of the money has in common', () => {
    const deals = ['A', 'B', 'C'].map((id) => ({ ...healthy, id, name: id, created: '2026-10-02' }))
    const rest = ['D', 'E', 'F', 'G', 'H', 'I', 'J'].map((id) => ({ ...healthy, id, name: id, amount: 30_000 }))
    const roles = [
      ...rest.flatMap(({ id }) => people(id, 'Ada', 'Bo', 'Cy')),
      ...deals.flatMap(({ id }) => people(id, 'Ada')),
    ]
    const pattern = (amount: number, count = 3) => {
      const agenda = agendaOf({
        deals: [...deals.slice(0, count).map((deal) => ({ ...deal, amount })), ...rest],
        roles,
      })
      const material = {
        ...agenda,
        rules: new Map(rules.map((rule) => [rule.id, rule])),
        teamCollapsed: new Set<string>(),
      }
      return dominantPattern(pageIn(agenda).rep, agenda.findings, material)
    }
    expect(pattern(35_000)).toMatchObject({ rule: 'single-threaded-champion', count: 3, amount: 105_000, of: 315_000 })
    expect(butOf(pattern(35_000), wordsFor(day(TODAY), 'USD'))).toBe(
      ', but on single contacts: 3 deals, $105k of $315k',
    )
    expect(pattern(34_999)).toBeUndefined()
    expect(pattern(200_000, 2)).toBeUndefined()
  })

  it('with nothing but a low finding takes up nobody’s time', () => {
    const deals = [healthy, { ...healthy, created: '2026-11-18' }]
    const roles = [...people('deal-1', 'Ada', 'Bo'), ...people('deal-2', 'Ada', 'Bo', 'Cy')]
    const page = pageOf({ deals, roles })
    expect(agendaOf({ deals, roles }).findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      'single-threaded-champion',
      'low',
    ])
    expect(page).toMatchObject({ oneThing: null, deals: [], flagged: 1, minutes: 5 })
  })

  it('ranks two deals that are alike by their ids, whichever stands first', () => {
    const silent = { ...healthy, lastActivity: '2026-11-03', nextStep: undefined }
    const deals = ['B', 'A', 'C'].map((id) => ({ ...silent, id, name: id }))
    const ids = (cells: Cells<'opportunities'>[]) => pageOf({ deals: cells }).deals.map(({ deal }) => deal.id)
    expect(ids(deals)).toEqual(['A', 'B', 'C'])
    expect(ids(deals.toReversed())).toEqual(['A', 'B', 'C'])
  })

  it('ranks by the finding, the amount, and whether it closes in this quarter', () => {
    const silent = { ...healthy, lastActivity: '2026-11-03', nextStep: undefined }
    const deals = [
      { ...silent, id: 'small', amount: 10_000 },
      { ...silent, id: 'large', amount: 90_000 },
      { ...silent, id: 'soon', amount: 11_000, closeDate: '2026-12-31' },
      { ...silent, id: 'next', amount: 12_000, closeDate: '2027-01-01' },
    ]
    const ranked = agendaOf({ deals }, 9).pages[0]?.deals.map(({ deal }) => deal.id)
    expect(ranked).toEqual(['large', 'soon', 'next', 'small'])
  })

  it('says a habit once, and asks first whether the rep is still there', () => {
    const silent = { ...healthy, created: '2026-09-21', lastActivity: '2026-10-03', nextStep: undefined }
    const deals = [
      { ...silent, id: 'small', amount: 10_000 },
      { ...silent, id: 'large', amount: 90_000 },
      { ...silent, id: 'middle', amount: 50_000 },
      { ...silent, id: 'soon', amount: 60_000, closeDate: '2026-12-31' },
      { ...silent, id: 'smaller', amount: 5_000 },
    ]
    const page = pageOf({ deals })
    expect(page.collapsed.find(({ rule }) => rule === 'stale-deal')).toMatchObject({ count: 5, of: 5 })
    // Nothing has happened for four weeks: that comes before any deal.
    expect(page.talk.cause).toMatchObject({ label: { template: 'label.no-sign' }, deals: page.rep.open })
    expect(page.flagged).toBe(5)
  })

  it('says of clients without a name something else than of those nobody has spoken to', () => {
    const won = { ...healthy, stage: 'Closed Won', created: '2026-05-01', closeDate: '2026-06-30' }
    const deals = [
      ...['Northwind', 'Globex', 'Acme'].map((account) => ({ ...won, id: account, account })),
      { ...healthy, id: 'open', account: 'Initech' },
    ]
    const roles = [...people('Globex', 'Ada Moss'), ...people('Acme', 'Bo Lund', 'Cy Reed')]
    const activities = [
      { dealId: 'Globex', personName: 'Ada Moss', date: '2026-06-01' },
      { dealId: 'Acme', personName: 'Bo Lund', date: '2026-06-15' },
      { dealId: 'open', personName: 'Dee Park', date: '2026-11-18' },
    ]
    expect(pageOf({ deals, roles, activities }).clients).toMatchObject([
      { title: 'Not spoken to for 90 days or more', count: 2, names: ['Acme', 'Globex'] },
      { title: 'Nobody known by name', count: 1, names: ['Northwind'] },
    ])
  })

  it('asks to close what is old, and of what is late and worked on what is left to do', () => {
    const late = { ...healthy, created: '2026-08-01' }
    const deals = [
      { ...late, id: 'alive' },
      { ...late, id: 'silent', lastActivity: '2026-11-05' },
      { ...late, id: 'nothing planned', nextStep: 'call' },
      { ...late, id: 'a fortnight', lastActivity: '2026-11-06', amount: 30_000 },
    ]
    const page = pageOf({ deals })
    expect(page.stillAnOpportunity?.largest.map(({ id }) => id)).toEqual(['nothing planned', 'silent'])
    expect(page.lateButAlive).toMatchObject({ count: 2, amount: 50_000 })
    expect(page.lateButAlive?.largest.map(({ id }) => id)).toEqual(['a fortnight', 'alive'])
  })

  it('asks to close a renewal whose day passed two months ago in silence, and no other for its age', () => {
    const renewal = {
      ...healthy,
      created: '2025-08-01',
      type: 'Renewal',
      lastActivity: '2026-08-03',
      nextStep: undefined,
    }
    const deals = [
      { ...renewal, id: 'ran out', closeDate: '2026-09-20' },
      { ...renewal, id: 'a day later', closeDate: '2026-09-21' },
      { ...renewal, id: 'ahead', closeDate: '2026-12-20' },
    ]
    expect(pageOf({ deals }).stillAnOpportunity?.largest.map(({ id }) => id)).toEqual(['ran out'])
  })
})
