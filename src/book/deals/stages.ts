import { compareText, groupBy } from '../../kit/collections.ts'
import type { DealRow } from '../../records/fields.ts'
import { type DealState, isParked, namedState } from '../../vocabulary/deal-state.ts'
import { isOneOf, mentions } from '../../vocabulary/match.ts'
import { STAGE_ORDER, withoutPipeline } from '../../vocabulary/stages.ts'
import { median } from '../kit/statistics.ts'
import { remembered } from '../../kit/remembered.ts'

/** The config's `stages`: what the names do not tell. */
export interface StageSettings {
  readonly order: readonly string[]
  readonly won: readonly string[]
  readonly lost: readonly string[]
}

/** Where the order of the open stages is known from. */
export type OrderSource = 'config' | 'crm' | 'probability' | 'names' | 'unknown'

/** The open stages in order. */
export class StageOrder {
  readonly names: readonly string[]
  readonly source: OrderSource
  readonly #places: ReadonlyMap<string, number>
  readonly #plain: (stage: string) => string

  /** @param plain leaves of a stage's name what tells it from the others of its pipeline. */
  constructor(names: readonly string[], source: OrderSource, plain = withoutPipeline) {
    this.names = names
    this.source = source
    this.#plain = plain
    this.#places = new Map(names.map((name, place) => [plain(name).toLowerCase(), place]))
  }

  /** The place of a stage, from 0; undefined for one that is none of these. */
  readonly placeOf = remembered((stage: string) => this.#places.get(this.#plain(stage).toLowerCase()))

  /** Whether somebody has set this order: one read from probabilities or names is a guess, and proves no move. */
  get isGiven(): boolean {
    return this.source === 'config' || this.source === 'crm'
  }

  /**
   * (k − 1) ÷ (n − 1) of the k-th of n open stages: 0 is the first, 1 the last. Undefined where the place is unknown. Where
   * all open deals are in one stage, its name may tell how far that usually is.
   */
  position(stage: string | undefined): number | undefined {
    const place = stage === undefined ? undefined : this.placeOf(stage)
    if (place === undefined) return undefined
    if (this.names.length < 2) return this.source === 'names' ? usualPlace(this.names[0] ?? '') : undefined
    return place / (this.names.length - 1)
  }
}

/**
 * The order of the open stages: from the config; else the CRM's own list, where it has every stage in use; else
 * from the probabilities in the file; else from the stages' names. Guessed orders say so.
 */
export function orderStages(
  open: readonly DealRow[],
  crmStages: readonly (readonly string[])[],
  settings: StageSettings,
): StageOrder {
  if (settings.order.length > 0) {
    const isEnd = (name: string) => isOneOf(name, [...settings.won, ...settings.lost]) || isEndState(namedState(name))
    const names = settings.order.filter((name) => !isEnd(name))
    return new StageOrder(names, 'config')
  }
  // Where deals only wait is no step, and has no place in the order.
  const used = [...new Set(open.flatMap(({ stage }) => (stage === undefined || isParked(stage) ? [] : stage)))].sort(
    compareText,
  )
  if (used.length === 0) return new StageOrder([], 'unknown')
  const bare = pipelineRemover(used)
  const plain = (stage: string) => withoutPipeline(bare(stage))
  const own = crmStages.find((list) => used.every((stage) => isOneOf(plain(stage), list)))
  if (own !== undefined) return new StageOrder(own, 'crm', plain)
  const names = [...new Set(used.map(bare))]
  const ranked = byRank(names, probabilityAmong(open, bare))
  if (ranked !== undefined) return new StageOrder(ranked, 'probability', plain)
  const guessed = byRank(names, rankOfName)
  return guessed === undefined ? new StageOrder([], 'unknown') : new StageOrder(guessed, 'names', plain)
}

function isEndState(state: DealState | undefined): boolean {
  return state === 'won' || state === 'lost'
}

const BRACKET = /\s{0,9}\(([^()]{0,200})\)\s{0,9}$/u

/** HubSpot puts the pipeline behind a stage: “Contract Sent (New Business)”. It is what most names share, by twos or more. */
function pipelineRemover(used: readonly string[]): (stage: string) => string {
  const bracketOf = (stage: string) => BRACKET.exec(stage)?.[1]
  const shared = groupBy(used, (stage) => bracketOf(stage) ?? '')
  const isPipeline = (stage: string) => {
    const bracket = bracketOf(stage)
    return bracket !== undefined && (shared.get(bracket)?.length ?? 0) >= 2
  }
  if (used.filter(isPipeline).length * 2 <= used.length) return (stage) => stage
  return (stage) => (isPipeline(stage) ? stage.replace(BRACKET, '') : stage)
}

function byRank(stages: readonly string[], rank: (stage: string) => number | undefined): readonly string[] | undefined {
  const ranked = stages.map((stage) => ({ stage, rank: rank(stage) }))
  if (ranked.some((entry) => entry.rank === undefined)) return undefined
  if (new Set(ranked.map((entry) => entry.rank)).size < ranked.length) return undefined
  ranked.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  return ranked.map(({ stage }) => stage)
}

/** By itself, so that the order that is kept does not keep these rows. */
function probabilityAmong(open: readonly DealRow[], bare: (stage: string) => string) {
  return (name: string): number | undefined =>
    median(
      open.flatMap(({ stage, probability }) =>
        stage !== undefined && bare(stage) === name ? (probability ?? []) : [],
      ),
    )
}

/** The place of a stage among those that sales usually have. */
function usualPlace(stage: string): number | undefined {
  const rank = usualRank(stage)
  return rank === undefined ? undefined : rank / (STAGE_ORDER.length - 1)
}

function usualRank(stage: string): number | undefined {
  const rank = STAGE_ORDER.findIndex((words) => mentions(stage, words))
  return rank < 0 ? undefined : rank
}

function rankOfName(stage: string): number | undefined {
  const numbered = /^(\d{1,2}|[A-Z])[.)\s-]/u.exec(stage)?.[1]
  if (numbered !== undefined) return /\d/.test(numbered) ? Number(numbered) : numbered.codePointAt(0)
  return usualRank(stage)
}
