import { describe, expect, it } from 'vitest'
import type { Cells } from '../support/exports.ts'
import { agendaOf } from './any-team.ts'

// What most of a team's pipeline shows is the leader's before it is any rep's.

const silent: Cells<'opportunities'> = {
  owner: 'Dana',
  stage: 'Proposal/Price Quote',
  created: '2026-09-21',
  closeDate: '2027-01-31',
  lastActivity: '2026-10-11',
  nextStep: 'waiting',
}
const touched = { ...silent, lastActivity: '2026-11-18' }

function team(silentAmounts: readonly (number | undefined)[], otherAmounts: readonly (number | undefined)[]) {
  const deals = [
    ...silentAmounts.map((amount) => ({ ...silent, amount })),
    ...otherAmounts.map((amount) => ({ ...touched, amount })),
  ]
  return agendaOf({ deals }).manager
}

const times = (count: number, amount?: number) => Array.from({ length: count }, () => amount)

describe('a habit of the team’s', () => {
  it('that is most of the money open stands at the top, with money, days and a question', () => {
    const { team: first, collapsed } = team(times(5, 90_000), times(7, 10_000))
    expect(first).toContain(
      '5 of 12 open deals, $450k of $520k: gone silent, half of them for 40 days or more. What would we stop doing to call them?',
    )
    expect(collapsed.find(({ rule }) => rule === 'stale-deal')).toMatchObject({ amount: 450_000, isMost: true })
  })

  it('that is less than half of it stands further down', () => {
    const { team: first, collapsed } = team(times(5, 10_000), times(7, 90_000))
    expect(first.join(' ')).not.toContain('gone silent')
    expect(collapsed.find(({ rule }) => rule === 'stale-deal')).toMatchObject({ count: 5, isMost: false })
  })

  it('goes by the number of deals where no amount is known', () => {
    expect(team(times(7), times(5)).team.join(' ')).toContain('7 of 12 open deals: gone silent')
    expect(team(times(5), times(7)).team.join(' ')).not.toContain('gone silent')
  })
})
