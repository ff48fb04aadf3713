import { isSenior as isSeniorLevel } from '../../vocabulary/people.ts'
import type { Book } from '../book.ts'
import type { Rep } from './rep.ts'

const YEAR_DAYS = 365.25

/**
 * Whether a rep is a senior one: by the level that the reps file or the config gives; where it gives nobody a level,
 * by so many years since the start date.
 */
export function isSenior(rep: Rep, { reps, asOf }: Book, years: number): boolean {
  if (reps.some(({ level }) => level !== undefined)) return isSeniorLevel(rep.level)
  return rep.startDate !== undefined && asOf - rep.startDate >= Math.ceil(years * YEAR_DAYS)
}
