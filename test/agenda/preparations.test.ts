import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import type { Agenda } from '../../src/agenda/agenda.ts'
import { composeAgenda } from '../../src/agenda/compose-agenda.ts'
import { select } from '../../src/agenda/select.ts'
import { runRules } from '../../src/engine/run-rules.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { bookOf, day, iso, TODAY, type Cells } from '../support/exports.ts'

// With whom a rep prepares a meeting, and why.

const ago = (days: number) => iso(addDays(day(TODAY), -days)) ?? TODAY

/** Of forty closed so many won. */
function closed(owner: string, won: number): Cells<'opportunities'>[] {
  return Array.from({ length: 40 }, (_, at) => ({
    owner,
    stage: at < won ? 'Closed Won' : 'Closed Lost',
    created: ago(260 + at),
    closeDate: ago(200 + at),
    amount: 10_000,
  }))
}

/** Five deals of which each has a meeting next week and the first so many are going quiet. */
function open(owner: string, silent: number): { deals: Cells<'opportunities'>[]; activities: Cells<'activities'>[] } {
  const deals = Array.from({ length: 5 }, (_, at) => ({
    id: `${owner}-${at}`,
    name: `${owner} ${at}`,
    owner,
    stage: 'Proposal/Price Quote',
    amount: 10_000 * (at + 1),
    created: ago(60 - at),
    closeDate: '2027-01-31',
    lastActivity: ago(at < silent ? 40 : 2),
  }))
  return { deals, activities: deals.map(({ id }) => ({ type: 'Meeting', dealId: id, date: '2026-11-26', owner })) }
}

function agendaOf(team: readonly { owner: string; won: number; silent: number }[]): Agenda {
  const told = team.map(({ owner, won, silent }) => ({ owner, closings: closed(owner, won), ...open(owner, silent) }))
  const book = bookOf({
    deals: told.flatMap(({ deals, closings }) => [...deals, ...closings]),
    activities: told.flatMap(({ activities }) => activities),
    reps: told.map(({ owner }) => ({ rep: owner })),
  })
  return composeAgenda(book, rules, runRules(book, rules), { maxDeals: 3, minutesPerRep: undefined })
}

function helpers({ pages }: Agenda, name: string) {
  return pages.find(({ rep }) => rep.name === name)?.preparations.map(({ peer, on, reason }) => ({ peer, on, reason }))
}

const others = ['Bo', 'Cy', 'Di'].map((owner) => ({ owner, won: 16, silent: 0 }))

describe('a meeting is prepared with a peer', () => {
  it('who wins more, where the win rate is below, and with no peer more than twice', () => {
    const agenda = agendaOf([{ owner: 'Ana', won: 3, silent: 3 }, ...others])
    const named = helpers(agenda, 'Ana') ?? []
    expect(named[0]).toMatchObject({ on: 'winning', reason: 'who wins 40% of 40 closed' })
    expect(new Set(named.map(({ peer }) => peer)).size).toBeGreaterThan(1)
    const own = select(agenda, { reps: ['Ana'], managers: [], teams: [], audience: 'rep' })
    expect(own.pages[0]?.preparations[0]?.reason).toBe('who wins more than most')
  })

  it('who hardly has the trouble that the deal shares with others of the rep’s', () => {
    const agenda = agendaOf([{ owner: 'Ana', won: 16, silent: 2 }, ...others])
    expect(helpers(agenda, 'Ana')?.[0]).toMatchObject({
      on: 'habit',
      reason: 'who has “gone silent” on 0 of 5 open deals (here 2 of 5)',
    })
  })

  it('and nobody is sent to one who wins well enough and has no weakness in the deal', () => {
    const agenda = agendaOf([{ owner: 'Ana', won: 16, silent: 1 }, ...others])
    expect(agenda.pages.flatMap(({ preparations }) => preparations)).toEqual([])
  })
})
