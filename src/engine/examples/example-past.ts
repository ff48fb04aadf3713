import type { JudgedCommitment } from '../../book/past/commitments.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { findingKey, noPast, noReading, seenOf, type Past, type PastReview } from '../../book/past/past.ts'
import { addDays, parseIsoDate, type PlainDate } from '../../time/plain-date.ts'
import { EXAMPLE_DAY, type Example, type ExampleDeal, type ExampleFinding } from './example.ts'
import { defineRule, type AnyRule } from '../rule.ts'

/** The earlier reviews of an example, a week apart: what they saw of its deals, and what they said. */
export function pastOf({ deals: told, said = [], promised = [] }: Example, deals: readonly Deal[]): Past {
  const reviews = Math.max(
    promised.length > 0 ? 1 : 0,
    ...told.map(({ earlier = [] }) => earlier.length),
    ...said.map(({ age }) => age - 1),
  )
  const keyOf = ({ rule, rep, deal: name }: ExampleFinding) => {
    const deal = deals.find((one) => one.name === name)
    return findingKey({ ...ABOUT_NOBODY, rule, rep, ...(deal !== undefined && { scope: 'deal', deal }) })
  }
  const dismissals = said
    .filter(({ isDismissed }) => isDismissed === true)
    .map((finding) => ({
      key: keyOf(finding),
      on: addDays(exampleDay(), -7),
      reason: 'not this month',
      until: undefined,
    }))
  if (reviews === 0) return { ...noPast, dismissals }
  const given = told.flatMap((deal) => Array.from({ length: deal.times ?? 1 }, () => deal))
  return {
    ...noPast,
    dismissals,
    reviews: Array.from({ length: reviews }, (_, at): PastReview => ({
      asOf: addDays(exampleDay(), -7 * (at + 1)),
      newest: undefined,
      reading: noReading,
      reps: [],
      judged: new Map(),
      deals: new Map(
        deals.flatMap((deal, number) => {
          const before = given[number]?.earlier?.[at]
          return before === undefined ? [] : [[deal.id, { ...seenOf(deal), ...seenThen(before) }] as const]
        }),
      ),
      findings: new Set(said.filter(({ age }) => age > at + 1).map(keyOf)),
    })),
  }
}

const ABOUT_NOBODY = { scope: 'rep', manager: null, deal: null, account: null } as const

function exampleDay(): PlainDate {
  const asOf = parseIsoDate(EXAMPLE_DAY)
  if (asOf === undefined) throw new RangeError(EXAMPLE_DAY)
  return asOf
}

function seenThen({ closeDate, ...same }: NonNullable<ExampleDeal['earlier']>[number]) {
  const known = Object.entries({ ...same, ...(closeDate != null && { closeDate: parseIsoDate(closeDate) }) })
  return Object.fromEntries(known.map(([field, value]) => [field, value ?? undefined]))
}

/** Rules that say what the example has them say. */
export function saying({ said = [] }: Example): readonly AnyRule[] {
  return said.map((finding) =>
    defineRule({
      id: finding.rule,
      scopes: [finding.deal === undefined ? 'rep' : 'deal'],
      title: finding.rule,
      why: '',
      needs: [],
      options: {},
      check: ({ name }) =>
        name === (finding.deal ?? finding.rep) ? { severity: finding.severity ?? 'medium', evidence: {} } : undefined,
      say: () => ({ problem: finding.rule, asks: [] }),
      family: 'deals',
      place: finding.place ?? 'agenda',
      cures: finding.cures ?? 'other',
      examples: () => [],
    }),
  )
}

export function promisesOf({ promised = [] }: Example): readonly JudgedCommitment[] {
  return promised.map(({ rep, text, verdict, timesMissed = verdict === 'missed' ? 1 : 0, clears }, at) => ({
    commitment: {
      id: String(at + 1),
      on: addDays(exampleDay(), -7),
      rep,
      text,
      by: addDays(exampleDay(), -1),
      deal: undefined,
      proof: clears === undefined ? undefined : { kind: 'cleared', rule: clears },
      owedTo: undefined,
      settled: undefined,
    },
    verdict,
    evidence: '',
    timesMissed,
    standing: { since: exampleDay(), times: Math.max(1, timesMissed) },
  }))
}
