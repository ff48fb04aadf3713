import * as fc from 'fast-check'
import { rules } from '../../rules/index.ts'
import type { Agenda } from '../../src/agenda/agenda.ts'
import { composeAgenda } from '../../src/agenda/compose-agenda.ts'
import { noPast } from '../../src/book/past/past.ts'
import { runRules } from '../../src/engine/run-rules.ts'
import { salesforce } from '../../src/ingest/crms/salesforce.ts'
import { seenBy } from '../../src/history/seen.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { bookOf, day, iso, TODAY, type Cells, type Told } from '../support/exports.ts'

// Small teams as their exports tell of them: some reps, their deals of any age and state, contacts, activities.

/** A day so many days before the review (negative: after it). */
function daysAgo(days: number): string {
  return iso(addDays(day(TODAY), -days)) ?? TODAY
}

const ago = (min: number, max: number) => fc.integer({ min, max }).map(daysAgo)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 })

export const OWNERS = ['Dana', 'Priya', 'Tom', 'Integration User'] as const

const anyOwner = fc.constantFrom(...OWNERS)

function anyDeal(names: fc.Arbitrary<string>): fc.Arbitrary<Cells<'opportunities'>> {
  return fc.record({
    name: names,
    owner: fc.option(anyOwner, { nil: undefined, freq: 12 }),
    stage: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...salesforce.stages.flat()) },
      { weight: 2, arbitrary: fc.constantFrom('Closed Won', 'Closed Lost') },
    ),
    created: maybe(ago(-5, 200)),
    closeDate: maybe(ago(-120, 120)),
    lastActivity: maybe(ago(-10, 60)),
    nextStep: maybe(fc.constantFrom('11/27 call', '11/10 demo', 'waiting')),
    pushCount: maybe(fc.nat(4)),
    type: maybe(fc.constantFrom('New Business', 'Renewal')),
  })
}

/**
 * Amounts are whole thousands and no two are the same, so that neither rounding nor a tie decides what comes first.
 *
 * @param isPriced whether a deal has an amount.
 */
export function anyTeam(
  names: fc.Arbitrary<string> = fc.string(),
  isPriced: fc.Arbitrary<boolean> = fc.boolean(),
): fc.Arbitrary<Told> {
  const amounts = fc.shuffledSubarray(
    Array.from({ length: 60 }, (_, at) => (at + 1) * 1000),
    { minLength: 60 },
  )
  return fc
    .tuple(
      fc.array(fc.tuple(anyDeal(names), isPriced), { maxLength: 40 }),
      amounts,
      fc.array(fc.tuple(fc.nat(40), fc.constantFrom('Ada Moss', 'Bo Lund', 'Cy Reed'), ago(-7, 100), anyOwner), {
        maxLength: 30,
      }),
      fc.array(fc.tuple(fc.nat(40), fc.constantFrom('Ada Moss', 'Bo Lund'), fc.constantFrom('CEO', 'Influencer'))),
      fc.subarray(['Dana', 'Vera']),
    )
    .map(([deals, money, met, roles, listed]) => ({
      deals: deals.map(([deal, hasAmount], at) => ({
        ...deal,
        id: `deal-${at + 1}`,
        amount: hasAmount ? money[at] : undefined,
      })),
      activities: met.map(([at, personName, date, owner]) => ({ dealId: `deal-${at + 1}`, personName, date, owner })),
      roles: roles.map(([at, contactName, role]) => ({ dealId: `deal-${at + 1}`, contactName, role })),
      reps: listed.map((rep) => ({ rep })),
    }))
}

/** Last week's export of the same team: some deals as they are, some that have changed since, some not there yet. */
export function agendaOf(told: Told, maxDeals = 3, before?: Told): Agenda {
  const past =
    before === undefined ? noPast : { ...noPast, reviews: [seenBy(bookOf(before, { asOf: daysAgo(7) }), [])] }
  const book = bookOf(told, { past })
  return composeAgenda(book, rules, runRules(book, rules), { maxDeals, minutesPerRep: undefined })
}

const known = new Map<string, Agenda>()
/** More than the teams of any one property. */
const KEPT = 200

/** The same, kept for the next property that looks at these teams: from one seed, the same teams are made for each. */
export function keptAgendaOf(told: Told, maxDeals?: number, before?: Told): Agenda {
  const key = JSON.stringify([told, maxDeals, before])
  const agenda = known.get(key) ?? agendaOf(told, maxDeals, before)
  if (known.size >= KEPT) known.clear()
  known.set(key, agenda)
  return agenda
}
