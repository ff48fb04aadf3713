import { compareText, groupBy } from '../../kit/collections.ts'
import type { Deal } from '../deals/deal.ts'
import type { DataCheck, DataFinding } from './data-check.ts'

/** Fewer deals may change hands for any reason. */
const MANY = 5
/** Whoever keeps more than this of the open deals they opened has not handed them over. */
const NEARLY_NONE = 0.1

type Handover = Extract<DataFinding, { id: 'handover' }>

/** What was found, and who took over whose deals: A has nothing left of many deals, B owns many they never opened. */
export function withHandovers(data: DataCheck, open: readonly Deal[]): DataCheck {
  const found = [...groupBy(open, ({ opener }) => opener)].flatMap(([from, opened]) => handoversOf(from, opened))
  if (found.length === 0) return data
  const sorted = found.sort((a, b) => b.deals - a.deals || compareText(a.from, b.from))
  return { ...data, findings: [...data.findings, ...sorted] }
}

function handoversOf(from: string | undefined, opened: readonly Deal[]): Handover[] {
  if (from === undefined || opened.length < MANY) return []
  const kept = opened.filter(({ owner }) => owner === from).length
  if (kept > NEARLY_NONE * opened.length) return []
  return [...groupBy(opened, ({ owner }) => owner)].flatMap(([to, taken]) =>
    to === undefined || to === from || taken.length < MANY
      ? []
      : [{ id: 'handover' as const, from, to, deals: taken.length }],
  )
}
