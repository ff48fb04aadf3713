import type { Agenda } from '../../src/agenda/agenda.ts'
import { composeAgenda } from '../../src/agenda/compose-agenda.ts'
import { rules } from '../../rules/index.ts'
import type { Settings } from '../../src/book/settings.ts'
import { runRules } from '../../src/engine/run-rules.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { bookOf, day, iso, TODAY, type Cells, type Told } from '../support/exports.ts'

// Teams of two managers, told by what each rep opens a week and what became of it.

interface Seller {
  readonly rep: string
  readonly manager: string
  readonly team?: string
  /** New opportunities a week over the last 30 weeks. */
  readonly perWeek: number
  readonly won: number
  readonly lost: number
  readonly source?: string
}

export const SELLERS: readonly Seller[] = [
  { rep: 'Ana', manager: 'Kim', team: 'North', perWeek: 4, won: 20, lost: 20, source: 'Referral' },
  { rep: 'Ben', manager: 'Kim', team: 'North', perWeek: 0.25, won: 20, lost: 20 },
  { rep: 'Cleo', manager: 'Kim', team: 'North', perWeek: 4, won: 2, lost: 38 },
  { rep: 'Dov', manager: 'Lee', team: 'South', perWeek: 4, won: 20, lost: 20 },
  { rep: 'Eve', manager: 'Lee', team: 'South', perWeek: 4, won: 26, lost: 14 },
  { rep: 'Fay', manager: 'Lee', team: 'South', perWeek: 4, won: 20, lost: 20 },
]

export function agendaOfManagers(settings: Partial<Settings> = {}, sellers = SELLERS): Agenda {
  const book = bookOf(toldOf(sellers), { settings })
  return composeAgenda(book, rules, runRules(book, rules), { maxDeals: 3, minutesPerRep: undefined })
}

function toldOf(sellers: readonly Seller[]): Told {
  return {
    deals: sellers.flatMap((seller) => [...opened(seller), ...closed(seller)]),
    reps: sellers.map(({ rep, manager, team }) => ({ rep, manager, team })),
  }
}

const ago = (days: number) => iso(addDays(day(TODAY), -days)) ?? TODAY

/** Evenly over thirty weeks, each open and well looked after. */
function opened({ rep, perWeek, source }: Seller): Cells<'opportunities'>[] {
  const count = Math.round(30 * perWeek)
  return Array.from({ length: count }, (_, at) => ({
    id: `${rep}-open-${at}`,
    owner: rep,
    stage: 'Proposal/Price Quote',
    amount: 10_000,
    created: ago(Math.floor((at * 210) / count)),
    closeDate: ago(-90 - at),
    lastActivity: ago(2),
    nextStep: 'call on 2026-11-27',
    source,
  }))
}

/** All closed between two and eleven months ago, each after three weeks. */
function closed({ rep, won, lost }: Seller): Cells<'opportunities'>[] {
  return Array.from({ length: won + lost }, (_, at) => ({
    id: `${rep}-closed-${at}`,
    owner: rep,
    stage: at < won ? 'Closed Won' : 'Closed Lost',
    amount: 10_000,
    created: ago(241 + at),
    closeDate: ago(220 + at),
  }))
}
