import type { Agenda } from '../agenda/agenda.ts'
import { isNothingToDiscuss, reaches } from '../agenda/empty.ts'
import type { ReviewFlags } from './flags.ts'

type Flags = Pick<ReviewFlags, 'failOn' | 'quietIfEmpty'>

/** Whether a finding reached `--fail-on`. */
export function isReached(agenda: Agenda, { failOn }: Flags): boolean {
  return failOn !== 'none' && reaches(agenda, failOn)
}

/** Whether a report is to be left out; an exit code of 1 always comes with the one that says why. */
export function isLeftOut(agenda: Agenda, flags: Flags): boolean {
  return flags.quietIfEmpty === true && !isReached(agenda, flags) && isNothingToDiscuss(agenda)
}
