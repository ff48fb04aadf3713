import type { Book } from '../book/book.ts'
import { sum } from '../book/kit/statistics.ts'
import { compareText, groupBy } from '../kit/collections.ts'
import type { NotChecked } from './finding.ts'
import type { AnyInsight, FoundInsight, Sighting } from './insight.ts'
import type { RuleSettings } from './asking.ts'

export interface InsightRun {
  /** Every insight: the team's first, each group by rank. */
  readonly insights: readonly FoundInsight[]
  readonly notChecked: readonly NotChecked[]
  /** Insights that threw: reported by name, and nothing else is harmed. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[]
}

export const noInsights: InsightRun = { insights: [], notChecked: [], failures: [] }

type Unranked = Omit<FoundInsight, 'rank' | 'isBest'>

/** Asks each insight of the book, and puts first what most open money hangs on. */
export function findInsights(
  book: Book,
  insights: readonly AnyInsight[],
  settings: ReadonlyMap<string, Pick<RuleSettings, 'off' | 'options'>> = new Map(),
): InsightRun {
  const found: Unranked[] = []
  const notChecked: NotChecked[] = []
  const failures: { rule: string; error: unknown }[] = []
  for (const insight of insights) {
    const own = settings.get(insight.id)
    if (own?.off === true) continue
    const gaps = insight.needs.flatMap((need) => book.knowledge.get(need) ?? [])
    if (gaps.length > 0) {
      notChecked.push({ rule: insight.id, title: insight.title, gaps, failure: undefined })
      continue
    }
    try {
      const sightings = insight.find(book, { ...insight.options, ...own?.options })
      found.push(...sightings.map((sighting) => foundOf(insight, sighting)))
    } catch (error) {
      failures.push({ rule: insight.id, error })
    }
  }
  return { insights: ranked(found, book), notChecked, failures }
}

function foundOf(insight: AnyInsight, { rep, facts, open, stake }: Sighting<unknown>): Unranked {
  const amounts = open.flatMap(({ amount }) => amount ?? [])
  return {
    insight: insight.id,
    title: insight.title,
    place: insight.place,
    scope: rep === undefined ? 'team' : 'rep',
    rep: rep ?? null,
    said: insight.say(facts),
    evidence: insight.evidence(facts),
    deals: open,
    stake: stake ?? (amounts.length === 0 ? undefined : sum(amounts)),
  }
}

const TEAM_BEST = 3

/** The team's best are the period and the two points with most open money, of different kinds; a rep's is the first point. */
function ranked(found: readonly Unranked[], book: Book): FoundInsight[] {
  const usual = book.openAmounts.median ?? 1
  const weight = ({ stake, deals }: Unranked) => stake ?? deals.length * usual
  const byRep = groupBy(found, ({ rep }) => rep)
  const groups = [...byRep].toSorted(([a], [b]) => compareText(a ?? '', b ?? ''))
  return groups.flatMap(([rep, own]) => {
    const sorted = own.toSorted(
      (a, b) => Number(b.place === 'period') - Number(a.place === 'period') || weight(b) - weight(a),
    )
    const best = bestOf(sorted, rep === null ? TEAM_BEST : 1)
    return sorted.map((one, at) => ({ ...one, rank: at + 1, isBest: best.has(one) }))
  })
}

function bestOf(sorted: readonly Unranked[], most: number): ReadonlySet<Unranked> {
  const best: Unranked[] = []
  for (const one of sorted) {
    if (one.place !== 'point' && (one.place !== 'period' || one.scope === 'rep')) continue
    if (best.length < most && !best.some(({ insight }) => insight === one.insight)) best.push(one)
  }
  return new Set(best)
}
