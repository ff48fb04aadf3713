import { isEmptyMarker } from './nothing.ts'
import { mentions } from './match.ts'

/** Roles whose holder can say yes, wherever they stand in the text (“Economic Buyer (CFO)”). */
export const DECIDING = [
  'decision maker',
  'economic buyer',
  'economic decision',
  'executive sponsor',
  'budget holder',
  'final approver',
  'signatory',
]

/** Titles that say the same, but only as the whole text: a vice president is not the president. */
export const DECIDING_TITLES = [
  'ceo',
  'cfo',
  'coo',
  'chief executive officer',
  'chief financial officer',
  'chief operating officer',
  'owner',
  'founder',
  'president',
  'managing director',
  'approver',
]

/** Owners that are no persons: their deals are counted and left out. */
export const NOT_A_PERSON = ['bot', 'agent', 'queue', 'integration', 'inactive user', 'system', 'api']

/** Words in a rep's level that mean a senior one. */
const SENIOR = [
  'senior',
  'sr',
  'snr',
  'lead',
  'principal',
  'staff',
  'expert',
  'veteran',
  'strategic',
  'enterprise',
  'head',
  'director',
  'vp',
  'iii',
  'iv',
  'leitend',
  'leitender',
  'leitende',
  'confirmé',
  'sénior',
  'sênior',
]

/** Whether a rep's level, as a reps file or the config gives it, is a senior one. */
export function isSenior(level: string | undefined): boolean {
  return level !== undefined && mentions(level, SENIOR)
}

const NOBODY = new Set(['unassigned', 'not assigned', 'no owner', 'nobody', 'tbd', 'tba', 'tbc', 'unknown', '?'])

/** Whether an owner's name stands for none: `Unassigned`, `TBD`, `N/A`. */
export function isNobody(owner: string): boolean {
  return isEmptyMarker(owner) || NOBODY.has(owner.trim().toLowerCase())
}
