import type { Words } from '../../language/words.ts'
import type { Book } from '../book.ts'

/** So many stages are named; of the others it is said how many there are. */
const NAMED = 6

/** What has to be asked about stages that may be open, won or lost, and the line of the config that answers it. */
export function stateQuestion({ states, deals, team }: Book, words: Words): readonly string[] {
  const { unclear } = states
  const named = new Set(unclear.map(({ name }) => name))
  const nameless = deals.filter(({ state, stage }) => state === 'unknown' && (stage === undefined || !named.has(stage)))
  if (unclear.length === 0) return withoutStage(nameless.length, words)
  const shown = unclear.slice(0, NAMED).map(({ name, deals: count }) => `“${name}” (${words.count(count, 'deal')})`)
  const more = unclear.length > NAMED ? [`${unclear.length - NAMED} more`] : []
  const example = unclear[0]?.name ?? ''
  const until = team.closings.winRate === undefined ? ' Until then no win rate is told.' : ''
  return [
    `Open, won or lost? ${words.list([...shown, ...more])}. ` +
      `Say it in pipeline-coach.yaml under stages.won, stages.lost or stages.order: stages: { won: ["${example}"] }.${until}`,
  ]
}

function withoutStage(count: number, words: Words): readonly string[] {
  if (count === 0) return []
  return [
    `Of ${words.count(count, 'deal')} it is not known whether ${count === 1 ? 'it is' : 'they are'} open, won or lost: add the column with their stage or status.`,
  ]
}
