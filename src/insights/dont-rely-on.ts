import type { Book } from '../book/book.ts'
import type { Unreliable } from '../book/checks/data-check.ts'
import { closedInYear } from './kit/closed.ts'
import { driversOf, isHindsight } from './kit/drivers.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { list, number, text, type Said } from '../language/sentence.ts'

interface Facts {
  readonly checked: readonly Unreliable[]
  /** Other columns that are filled in when a deal closes, or empty from then on. */
  readonly atClosing: readonly string[]
}

const ENOUGH_CLOSED = 40

export const dontRelyOn = defineInsight({
  id: 'dont-rely-on',
  title: 'Don’t rely on',
  why:
    'Some columns are filled and still tell nothing: a probability that follows the close date, a field that is filled in when a ' +
    'deal is already won. No rule and no insight uses them, and nobody in the meeting should.',
  place: 'data',
  needs: [],
  options: {},

  find(book): Sighting<Facts>[] {
    const checked = book.data.unreliable
    const atClosing = columnsAtClosing(book).filter((column) => !checked.some((one) => one.column === column))
    return checked.length + atClosing.length === 0 ? [] : [{ facts: { checked, atClosing }, open: [] }]
  },

  say({ checked, atClosing }) {
    const columns: Said[] = [...new Set([...checked.map(({ column }) => column), ...atClosing])].map((column) => ({
      template: 'column',
      words: '{column}',
      slots: { column: text(column) },
    }))
    const slots = { columns: list(columns, 'and'), atClosing: number(atClosing.length) }
    return {
      text: [
        {
          template: 'dont-rely-on',
          words: 'Don’t rely on {columns}: {columns?it says|they say} nothing about an open deal.',
          slots,
        },
      ],
      ask: { template: 'dont-rely-on.ask', words: 'Who fills in {columns}, and when?', slots },
    }
  },

  evidence: ({ checked, atClosing }) => ({
    columns: [...new Set([...checked.map(({ column }) => column), ...atClosing])],
    why: checked.map(({ why }) => why),
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'a source that is filled in only when a deal closes',
      deals: [...closed('Referral'), ...closed('Outbound'), { times: 20 }],
      says: { evidence: { columns: ['source'] } },
    },
    {
      kind: 'miss',
      title: 'a source that open deals have too',
      deals: [
        ...closed('Referral'),
        ...closed('Outbound'),
        { source: 'Referral', times: 20 },
        { source: 'Outbound', times: 5 },
      ],
    },
    {
      kind: 'boundary',
      title: 'with twenty closed deals nobody knows',
      deals: [...closed('Referral').slice(0, 1), { times: 20 }],
    },
  ],
})

function columnsAtClosing(book: Book): string[] {
  if (closedInYear(book).length < ENOUGH_CLOSED) return []
  return driversOf(book)
    .filter((driver) => driver.from === 'export' && isHindsight(driver, book))
    .map(({ column }) => column)
}

function closed(source: string) {
  const base = { source, created: '2026-03-02', closeDate: '2026-06-15' }
  return [
    { ...base, stage: 'Closed Won', times: 15 },
    { ...base, stage: 'Closed Lost', times: 15 },
  ]
}
