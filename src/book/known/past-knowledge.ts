import type { Exports } from '../../records/exports.ts'
import type { Deal } from '../deals/deal.ts'
import type { StageOrder } from '../deals/stages.ts'
import type { Past } from '../past/past.ts'
import type { SeenDeal } from '../past/seen-deal.ts'
import { aColumn, anExport, aSetting, type Fix, type Gap, isMostly } from './gaps.ts'

const KEPT_REVIEWS: Fix = { kind: 'reviews', of: 'a history of reviews, kept with --history' }

const HISTORY_OR_LAST_WEEK = 'add an export of the opportunity history, or last week’s export with --previous'

/** What rules about stages, and about how deals stood before, can need. */
export type PastNeed =
  | 'pushes'
  | 'stageOrder'
  | 'stageDates'
  | 'history'
  | 'earlierStages'
  | 'earlierAmounts'
  | 'givenStageOrder'
  | 'earlierReviews'

export interface PastFacts {
  readonly exports: Exports
  readonly past: Past
  readonly deals: readonly Deal[]
  readonly open: readonly Deal[]
  readonly stages: StageOrder
}

export const pastChecks: Record<PastNeed, (facts: PastFacts) => Gap | undefined> = {
  pushes: ({ deals }) =>
    deals.length === 0 || deals.some((deal) => deal.pushes !== undefined)
      ? undefined
      : {
          missing: 'earlier close dates',
          fixes: [anExport('history'), aColumn('how often each close date was moved')],
          enable:
            'add the column “Push Count”, an export of the opportunity history, or last week’s export with --previous',
        },

  stageOrder: ({ stages, open }) =>
    open.length === 0 || stages.position(stages.names[0]) !== undefined
      ? undefined
      : {
          missing: 'the order of the stages',
          fixes: [aSetting('stages.order')],
          enable: 'set stages.order in pipeline-coach.yaml',
        },

  stageDates: ({ open }) =>
    isMostly(open, (deal) => deal.stageSince !== undefined)
      ? undefined
      : {
          missing: 'days of stage changes',
          fixes: [anExport('history'), aColumn('the day each deal came into its stage')],
          enable: 'add the column “Last Stage Change Date” or an export of the opportunity history',
        },

  history: ({ exports, past }) =>
    exports.history.length > 0 || past.reviews.length > 0
      ? undefined
      : {
          missing: 'how deals stood before',
          fixes: [anExport('history')],
          enable: HISTORY_OR_LAST_WEEK,
        },

  earlierStages: ({ deals, past }) =>
    deals.length === 0 ||
    deals.some(({ stagesHeld }) => stagesHeld !== undefined) ||
    wasSeen(past, ({ stage }) => stage !== undefined)
      ? undefined
      : {
          missing: 'earlier stages',
          fixes: [anExport('history')],
          enable: HISTORY_OR_LAST_WEEK,
        },

  earlierAmounts: ({ deals, past }) =>
    deals.length === 0 ||
    deals.some(({ amountsHeld }) => amountsHeld !== undefined) ||
    wasSeen(past, ({ amount }) => amount !== undefined)
      ? undefined
      : {
          missing: 'earlier amounts',
          fixes: [anExport('history')],
          enable: HISTORY_OR_LAST_WEEK,
        },

  givenStageOrder: ({ stages, open }) =>
    open.length === 0 || (stages.isGiven && stages.names.length >= 2)
      ? undefined
      : {
          missing: 'an order of the stages that is not guessed',
          fixes: [aSetting('stages.order')],
          enable: 'set stages.order in pipeline-coach.yaml',
        },

  earlierReviews: ({ past }) =>
    past.reviews.length > 0
      ? undefined
      : {
          missing: 'earlier reviews',
          fixes: [KEPT_REVIEWS],
          enable: 'keep a history with --history, or give last week’s export with --previous',
        },
}

/** Whether the last review knew it of any deal. */
function wasSeen({ reviews: [last] }: Past, isKnown: (deal: SeenDeal) => boolean): boolean {
  return last !== undefined && [...last.deals.values()].some(isKnown)
}
