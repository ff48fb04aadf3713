import { remembered } from '../kit/remembered.ts'
import { beginsWith, folded, headOf, mentions, says } from './match.ts'
import {
  AGREED,
  BESIDE,
  CLOSED,
  GOING_ON,
  LOST,
  LOST_FIRST,
  LOST_PART,
  LOST_SAID,
  NOT,
  NOT_LOST,
  NOT_WON,
  NOT_YET,
  OPEN,
  OPEN_PART,
  PARKED,
  PARKED_PART,
  WON,
  WON_ALONE,
  WON_PART,
  WON_SAID,
} from './outcomes.ts'
import { STAGE_ORDER, withoutPipeline } from './stages.ts'

export type DealState = 'open' | 'won' | 'lost' | 'unknown'

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(folded))
const [won, wonAlone, lost, closed, agreed] = [WON, WON_ALONE, LOST, CLOSED, AGREED].map(setOf)
const [open, goingOn, parked, beside, not] = [OPEN, GOING_ON, PARKED, BESIDE, NOT].map(setOf)

/** What a stage or a status says of its deals: `unknown` that they are over and not how, undefined that it is a step. */
export const namedState = remembered((text: string): DealState | undefined => {
  const name = withoutPipeline(text)
  const whole = wholeState(name)
  if (whole !== undefined) return whole === 'step' ? undefined : whole
  const [saysWon, saysLost] = [says(name, WON_SAID, NOT_WON), says(name, LOST_SAID, NOT_LOST)]
  if (saysWon !== saysLost) return saysWon ? 'won' : 'lost'
  if (saysWon) return undefined
  const said = headState(headOf(name))
  if (said !== undefined) return said
  if (beginsWith(numberless(name), LOST_FIRST)) return 'lost'
  return beginsWith(numberless(name), CLOSED) ? 'unknown' : undefined
})

/** What all words of a text say together; a `step` of the sale where they deny that it is over. */
function wholeState(name: string): DealState | 'step' | undefined {
  const part = partState(name)
  if (part !== undefined) return part
  const words = numberless(name)
  if (has(wonAlone, words)) return 'won'
  if (has(open, words) || has(goingOn, words) || has(parked, words)) return 'open'
  const tokens = words.split(' ').filter((word) => !has(beside, word) || isAlone(words, word))
  const rest = tokens.filter((word) => !has(closed, word))
  const said = rest.join(' ')
  if (said === '') return rest.length < tokens.length ? 'unknown' : undefined
  const state = stateIn(said) ?? stateIn(tokens.join(' ')) ?? stateIn(words)
  if (state !== undefined || !has(not, tokens[0] ?? '')) return state
  const denied = stateIn(tokens.slice(1).join(' '))
  if (denied === undefined) return undefined
  return denied === 'won' ? 'lost' : 'step'
}

/** Of “Deal dropped - price” the first part. What stands behind the word is what it is about: “Rejected offer, second round”. */
function headState(head: string): 'won' | 'lost' | undefined {
  const words = numberless(head).split(' ')
  const from = words.findIndex((word) => !has(beside, word) && !has(closed, word))
  return from < 0 ? undefined : stateIn(words.slice(from).join(' '))
}

function stateIn(words: string): 'won' | 'lost' | undefined {
  if (has(won, words)) return 'won'
  return has(lost, words) ? 'lost' : undefined
}

function has(words: ReadonlySet<string> | undefined, word: string): boolean {
  return words?.has(word) === true
}

function isAlone(words: string, word: string): boolean {
  return words === word
}

function partState(name: string): DealState | undefined {
  // No text of an alphabet has any of them.
  if (!/[\u3040-\u9fff\uac00-\ud7af]/u.test(name)) return undefined
  const holds = (parts: readonly string[]) => parts.some((part) => name.includes(part))
  if (holds(LOST_PART)) return 'lost'
  if (holds(WON_PART)) return holds(NOT_YET) ? undefined : 'won'
  return holds(OPEN_PART) || holds(PARKED_PART) ? 'open' : undefined
}

/** The words of a stage without its number, letter and signs: “07. Contract Signed ✔”, “Lead-1”, “B) Demo”. */
function numberless(name: string): string {
  const words = folded(name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).split(' ')
  const kept = words.filter((word) => !/^\d+[a-z%]?$/u.test(word))
  // One letter in front of a sign is a number: “B. Demo”, and not “i förhandling”.
  if (kept.length > 1 && /^\s*\p{L}\s*[.):\]\-–—]/u.test(name)) kept.shift()
  return kept.join(' ')
}

/** Whether it says that the work was delivered or paid: won, unless its probability denies it. */
export const saysDelivered = remembered((text: string): boolean => has(wonAlone, numberless(withoutPipeline(text))))

/** Whether it says that the client agreed, or that the work is done: won only where nothing else is. */
export const saysAgreed = remembered((text: string): boolean => {
  const words = numberless(withoutPipeline(text))
  const said = words
    .split(' ')
    .filter((word) => !has(beside, word) && !has(closed, word))
    .join(' ')
  return has(agreed, said)
})

/** “Not closed”: lost where “closed” is another stage, and means won. */
export const saysNotClosed = remembered((text: string): boolean => {
  const words = numberless(text).split(' ')
  const rest = words.slice(1).filter((word) => !has(beside, word))
  return has(not, words[0] ?? '') && rest.length > 0 && rest.every((word) => has(closed, word))
})

/** Whether deals only wait there: it has no place among the steps of a sale. */
export const isParked = remembered((text: string): boolean => {
  const words = numberless(text)
  return has(parked, words) || PARKED_PART.some((part) => text.includes(part))
})

/** Whether it is said of a record or a task as well as of a deal. */
export const isGoingOn = remembered((text: string): boolean => has(goingOn, numberless(text)))

/** Whether a text says by a usual word how far an open deal has come. */
export const isStepOfSale = remembered(
  (text: string): boolean => namedState(text) === undefined && STAGE_ORDER.some((words) => mentions(text, words)),
)
