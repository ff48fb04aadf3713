import type { PlainDate } from '../../src/time/plain-date.ts'
import type { Change, Deal, Stage } from './model.ts'

/** The deal as it stood from this day on. */
export interface State {
  readonly day: PlainDate
  readonly stage: Stage
  readonly amount: number | undefined
  readonly closeDate: PlainDate
}

/** One state at creation, and one for each day on which stage, amount or close date changed. */
export function states(deal: Deal): State[] {
  const changes = [deal.stages, deal.amounts, deal.promises].flatMap((list) => list.map(({ day }) => day))
  const days = [...new Set(changes)].filter((day) => deal.end === undefined || day <= deal.end.day)
  const all = days.sort((a, b) => a - b).map((day) => stateOn(deal, day))
  return all.filter((state, at) => at === 0 || differs(state, all[at - 1]))
}

function stateOn(deal: Deal, day: PlainDate): State {
  // Whoever closes a deal sets the close date to that day.
  const closed = deal.end !== undefined && day >= deal.end.day
  const closeDate = closed ? deal.end.day : valueOn(deal.promises, day)
  return { day, stage: valueOn(deal.stages, day), amount: valueOn(deal.amounts, day), closeDate }
}

function valueOn<T>(changes: readonly Change<T>[], day: PlainDate): T {
  const change = changes.findLast((each) => each.day <= day)
  if (change === undefined) throw new RangeError('before its creation a deal has no state')
  return change.to
}

function differs(state: State, before: State | undefined): boolean {
  const same = state.stage === before?.stage && state.amount === before.amount
  return !same || state.closeDate !== before.closeDate
}
