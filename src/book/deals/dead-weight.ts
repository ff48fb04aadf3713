import { addDays } from '../../time/plain-date.ts'
import type { Book } from '../book.ts'
import { deadAge } from '../team/norms.ts'
import type { Deal } from './deal.ts'

const OVERDUE_DAYS = 60
/** Touched within so many days, and something planned. */
const ALIVE_DAYS = 14

type Facts = Pick<Book, 'norms' | 'asOf'>

/** Open longer than nearly all wins of its size took, and nobody works on it; a renewal is as old as its contract. */
export function isOld(deal: Deal, book: Facts): boolean {
  return isLate(deal, book) && !isAlive(deal)
}

/** As old, and worked on: what is left to be done is the question, and not whether it is one. */
export function isLateButAlive(deal: Deal, book: Facts): boolean {
  return isLate(deal, book) && isAlive(deal)
}

function isLate(deal: Deal, { norms }: Facts): boolean {
  return !deal.isRenewal && deal.age !== undefined && deal.age > deadAge(norms, deal).days
}

function isAlive({ isPlanned, daysSilent }: Deal): boolean {
  return isPlanned && daysSilent !== undefined && daysSilent <= ALIVE_DAYS
}

/** Promised for a day that passed over sixty days ago; a contract that ran out then and was not renewed, too. */
export function isLongOverdue({ closeDate }: Deal, { asOf }: Facts): boolean {
  return closeDate !== undefined && closeDate < addDays(asOf, -OVERDUE_DAYS)
}

/**
 * Whether nothing is to be expected of an open deal: a page asks to close the old ones, and those that are long overdue
 * and silent, so it cannot count on their money; a date that passed two months ago promises nothing either way.
 */
export function isDeadWeight(deal: Deal, book: Facts): boolean {
  return isOld(deal, book) || isLongOverdue(deal, book)
}
