import { remembered } from '../kit/remembered.ts'
import { beginsWith, headOf, isOneOf, mentions, says } from './match.ts'
import {
  CLOSED,
  GOING_ON,
  LOST,
  LOST_FIRST,
  LOST_SAID,
  NOT_LOST,
  NOT_WON,
  OPEN,
  STAGE_ORDER,
  WON,
  WON_SAID,
  withoutPipeline,
} from './stages.ts'

export type DealState = 'open' | 'won' | 'lost' | 'unknown'

/** What a stage or a status says of its deals: `unknown` that they are over and not how, undefined that it is a step. */
export const namedState = remembered((text: string): DealState | undefined => {
  const name = withoutPipeline(text)
  if (isOneOf(name, WON)) return 'won'
  if (isOneOf(name, LOST)) return 'lost'
  if (isOneOf(name, OPEN) || isOneOf(name, GOING_ON)) return 'open'
  const [won, lost] = [says(name, WON_SAID, NOT_WON), says(name, LOST_SAID, NOT_LOST)]
  if (won !== lost) return won ? 'won' : 'lost'
  if (won) return undefined
  if (isOneOf(headOf(name), LOST) || beginsWith(name, LOST_FIRST)) return 'lost'
  return beginsWith(name, CLOSED) ? 'unknown' : undefined
})

/** Whether a text says by a usual word how far an open deal has come. */
export const isStepOfSale = remembered(
  (text: string): boolean => namedState(text) === undefined && STAGE_ORDER.some((words) => mentions(text, words)),
)
