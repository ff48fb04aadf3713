import type { ReviewCalendar } from '../kit/calendar.ts'
import type { Deal } from './deal.ts'
import type { Rep } from '../team/rep.ts'

/**
 * The new business that a rep created in weeks 0 to `weeks` − 1. What is older than the rep's first day was taken over
 * from somebody and is not among it.
 */
export function newBusinessOf(rep: Pick<Rep, 'opened' | 'since'>, calendar: ReviewCalendar, weeks: number): Deal[] {
  return rep.opened.filter(({ created, isRenewal }) => {
    if (created === undefined || isRenewal || created < (rep.since ?? -Infinity)) return false
    const week = calendar.weekOf(created)
    return week !== undefined && week < weeks
  })
}
