import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agenda, RepPage } from '../../src/agenda/agenda.ts'
import { idsIn } from '../../src/language/fill.ts'
import { repSheet } from '../../src/report/content/rep-sheet.ts'
import { produces } from '../../src/book/team/outcomes.ts'
import type { Cells, Told } from '../support/exports.ts'
import { agendaOf, anyTeam, keptAgendaOf } from './any-team.ts'

// What holds of every agenda, whatever the team.

function holds(check: (agenda: Agenda, told: Told) => void) {
  fc.assert(
    fc.property(anyTeam(), (told) => check(keptAgendaOf(told), told)),
    { numRuns: 80 },
  )
}

/** What a page says, without what only counts or words it. */
function gist({ rep, oneThing, deals, diagnosis, about }: RepPage) {
  return {
    rep: rep.name,
    oneThing,
    cause: diagnosis.cause,
    because: diagnosis.because,
    about: about.map(({ rule }) => rule),
    deals: deals.map((item) => ({
      id: item.deal.id,
      rank: item.rank,
      asks: item.asks,
      findings: item.findings.map(({ rule }) => rule),
    })),
  }
}

describe('every agenda', () => {
  it('has a page for each rep, once', () => {
    holds(({ pages, book }) => {
      expect(pages.map(({ rep }) => rep.name).sort()).toEqual(book.reps.map(({ name }) => name))
    })
  })

  it('has one thing for a rep, or none and then two deals at most', () => {
    let [some, none] = [0, 0]
    holds(({ pages }) => {
      for (const { oneThing, deals } of pages) {
        if (oneThing === null) expect(deals.length).toBeLessThanOrEqual(2)
        else expect(oneThing.action).toMatch(/^\S.*\.$/u)
        if (oneThing === null) none++
        else some++
      }
    })
    expect(Math.min(some, none)).toBeGreaterThan(20)
  })

  it('speaks of a rep’s own open deals and of nobody else’s', () => {
    holds(({ pages, book, findings }) => {
      for (const { rep, deals, oneThing, stillAnOpportunity, collapsed, fixBeforeMeeting } of pages) {
        const own = new Set(rep.open.map(({ id }) => id))
        for (const { deal } of deals) expect(deal).toMatchObject({ owner: rep.name, state: 'open' })
        const named = [oneThing?.deal ?? [], stillAnOpportunity?.largest ?? [], collapsed.map((one) => one.largest)]
        const fixes = fixBeforeMeeting.map((fix) => fix.deals)
        for (const { id } of [...named, ...fixes].flat(2)) expect(own).toContain(id)
      }
      for (const { deal } of findings) if (deal !== null) expect(book.open.map(({ id }) => id)).toContain(deal.id)
    })
  })

  it('shows findings that are in the list of findings, about that deal or that rep, the worst first', () => {
    const weight = { high: 3, medium: 2, low: 1 }
    let shown = 0
    holds(({ pages, findings, manager }) => {
      for (const { rep, deals, about } of pages) {
        for (const one of about) {
          expect(findings).toContain(one)
          expect(one).toMatchObject({ rep: rep.name, deal: null, scope: 'rep' })
        }
        for (const { deal, findings: own } of deals) {
          for (const one of own) {
            expect(findings).toContain(one)
            expect(one).toMatchObject({ rep: rep.name, deal: { id: deal.id } })
          }
          const weights = own.map(({ severity }) => weight[severity])
          expect(weights).toEqual(weights.toSorted((a, b) => b - a))
          shown++
        }
      }
      for (const { rep } of manager.findings) expect(rep).toBeNull()
    })
    expect(shown).toBeGreaterThan(10)
  })

  it('asks at most three questions on a deal, and none twice on a page', () => {
    holds(({ pages }) => {
      for (const { deals } of pages) {
        const all = deals.flatMap(({ asks }) => asks)
        expect(new Set(all).size).toBe(all.length)
        for (const { deal, asks } of deals) {
          expect(asks.length).toBeLessThanOrEqual(3)
          // Of which nothing else is to be asked, it is named with the question that it shares.
          if (asks.length === 0) expect(all.join(' ')).toContain(`nd for ${deal.name}`)
        }
      }
    })
  })

  it('has the pages with the most to gain first and the healthy ones last', () => {
    holds(({ pages }) => {
      const needs = pages.map(({ oneThing }) => (oneThing === null ? -1 : (oneThing.worth ?? 0)))
      expect(needs).toEqual(needs.toSorted((a, b) => b - a))
    })
  })
})

describe('a page', () => {
  it('names or counts each deal that is due soon, committed or among the largest, where something is wrong with it', () => {
    let must = 0
    holds((agenda) => {
      for (const page of agenda.pages) {
        const { blocks } = repSheet(page, agenda)
        const lines = blocks.flatMap((block) => (block.kind === 'lines' ? block.lines.flatMap(({ said }) => said) : []))
        const entries = blocks.flatMap((block) => (block.kind === 'deals' ? block.entries.map(({ id }) => id) : []))
        const named = new Set([...lines.flatMap(idsIn), ...entries])
        for (const id of page.talk.must) expect(named, page.rep.name).toContain(id)
        must += page.talk.must.size
      }
    })
    expect(must).toBeGreaterThan(20)
  })

  it('has no more deals than asked for, ranked from 1 on', () => {
    fc.assert(
      fc.property(anyTeam(), fc.nat(6), (told, maxDeals) => {
        for (const page of agendaOf(told, maxDeals).pages) {
          expect(page.deals.length).toBeLessThanOrEqual(maxDeals)
          expect(page.deals.map(({ rank }) => rank)).toEqual(page.deals.map((_, at) => at + 1))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the agenda is the same', () => {
  it('whatever the order of the rows', () => {
    const reordered = anyTeam(fc.string(), fc.constant(true)).chain((told) => {
      const { deals = [], reps = [] } = told
      return fc.tuple(
        fc.constant(told),
        fc
          .shuffledSubarray([...deals], { minLength: deals.length })
          .map((shuffled): Told => ({ ...told, deals: shuffled, reps: reps.toReversed() })),
      )
    })
    const sorted = ({ findings }: Agenda) =>
      findings.map(({ rule, deal, rep, severity }) => `${rule} ${deal?.id} ${rep} ${severity}`).sort()
    fc.assert(
      fc.property(reordered, ([told, again]) => {
        const [one, other] = [agendaOf(told), agendaOf(again)]
        expect(sorted(other)).toEqual(sorted(one))
        expect(other.pages.map(gist)).toEqual(one.pages.map(gist))
      }),
      { numRuns: 100 },
    )
  })

  it('in another currency, ten times as large: every rank stays', () => {
    fc.assert(
      fc.property(anyTeam(), (told) => {
        const deals = (told.deals ?? []).map((deal) =>
          deal.amount === undefined ? deal : { ...deal, amount: deal.amount * 10 },
        )
        const ranking = (agenda: Agenda) =>
          new Map(
            agenda.pages.map(({ rep, deals: items }) => [rep.name, items.map(({ deal, rank }) => [rank, deal.id])]),
          )
        const things = (agenda: Agenda) =>
          new Map(agenda.pages.map(({ rep, oneThing }) => [rep.name, [oneThing?.rule, oneThing?.deal?.id]]))
        const [one, ten] = [agendaOf(told, 10), agendaOf({ ...told, deals }, 10)]
        expect(ranking(ten)).toEqual(ranking(one))
        expect(things(ten)).toEqual(things(one))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a rep who produces', () => {
  const ACTIVITY_RULES = ['too-little-activity', 'few-live-conversations', 'non-selling-work']

  it('is asked nothing about activity, whatever it is', () => {
    let produced = 0
    holds(({ pages, book, findings }) => {
      for (const { rep } of pages.filter((page) => produces(page.rep, book))) {
        produced++
        const about = findings.filter((finding) => finding.rep === rep.name).map(({ rule }) => rule)
        for (const rule of ACTIVITY_RULES) expect(about).not.toContain(rule)
      }
    })
    expect(produced).toBeGreaterThan(50)
  })
})

describe('one more healthy deal', () => {
  /** Nothing can be said of it: new, worked, dated, with three people of whom one decides. */
  const healthy: Cells<'opportunities'> = {
    id: 'healthy',
    name: 'Healthy',
    account: 'Healthy',
    owner: 'Dana',
    stage: 'Prospecting',
    amount: 1,
    created: '2026-11-19',
    closeDate: '2027-01-29',
    lastActivity: '2026-11-19',
    nextStep: 'call on 2026-11-27',
    pushCount: 0,
  }

  it('makes no page of the team longer by more than its counts', () => {
    let compared = 0
    holds((agenda, told) => {
      const more = agendaOf({ ...told, deals: [...(told.deals ?? []), healthy] })
      // A column that is filled in half of the deals for the first time is no blind spot any more.
      if (more.notChecked.length !== agenda.notChecked.length) return
      for (const page of agenda.pages) {
        const now = more.pages.find(({ rep }) => rep.name === page.rep.name)
        // Where a habit is no longer that of a third of the deals, what it hid is shown: that is no count.
        const hasHabits = page.collapsed.length + agenda.manager.collapsed.length > 0
        if (now === undefined || hasHabits || page.oneThing === null) continue
        compared++
        expect(now.flagged).toBeLessThanOrEqual(page.flagged)
        expect(now.about.length).toBeLessThanOrEqual(page.about.length)
      }
    })
    expect(compared).toBeGreaterThan(20)
  })
})
