import type { Cure, Finding } from '../../engine/finding.ts'
import { text, type Said } from '../../language/sentence.ts'
import { asSentence } from '../page/last-resort.ts'
import { bySeverity } from '../page/rank.ts'
import { say, sayOfOthers } from '../say/say.ts'
import type { Cause } from './cause.ts'

const LABELS: Readonly<Partial<Record<Cure, 'label.goal' | 'label.new-business' | 'label.time'>>> = {
  goal: 'label.goal',
  'new-opportunities': 'label.new-business',
  prospecting: 'label.new-business',
  activity: 'label.time',
  conversations: 'label.time',
  'selling-time': 'label.time',
}

/** Where nothing else stands out, the worst that is said of the rep: whoever has a medium or high finding is not healthy. */
export function aboutRep(about: readonly Finding[]): Cause | undefined {
  const [worst] = about
    .filter(({ severity, place, dismissed }) => severity !== 'low' && place === 'agenda' && dismissed === null)
    // A missed promise has a line of its own above.
    .filter(({ cures }) => cures !== 'promise')
    .toSorted(bySeverity)
  if (worst === undefined) return undefined
  const { cures, family, action, problem, asks, forRep } = worst
  const why = { problem: text(asSentence(problem)) }
  return {
    topic: 'none',
    families: [family],
    label: say(LABELS[cures] ?? 'label.point'),
    todo: say('do.finding', { action: text(asSentence(action)) }),
    why: [forRep === undefined ? say('why.finding', why) : sayOfOthers('why.finding', why)],
    asks: asks.slice(0, 2).map((ask): Said => say('finding.ask', { ask: text(ask) })),
    deals: [],
    first: undefined,
    where: undefined,
    compared: [],
  }
}
