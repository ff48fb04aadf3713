import type { Deal } from '../../book/deals/deal.ts'
import { groupBy } from '../../kit/collections.ts'
import { oncePer } from '../../kit/remembered.ts'
import { name, type NameSlot } from '../../language/sentence.ts'

const DOMAIN = /^[\w-]+(?:\.[\w-]+)+$/u
const PARTED = /^(?<customer>.{3,200}?)\s{1,9}[-–—:|]\s{1,9}\S/u

/** The customer’s name: of an account that is only a web address, what stands first in the deal’s name. */
function customerName({ account, name: own }: Pick<Deal, 'account' | 'name'>): string | undefined {
  if (account === undefined || !DOMAIN.test(account)) return account
  return PARTED.exec(own)?.groups?.['customer'] ?? account
}

/**
 * What stands for a deal: its customer, as long as no other open deal of the rep is there, or the amounts beside the names
 * tell them apart; else the deal's own name.
 */
export function dealName(deal: Deal, openOfRep: readonly Deal[]): string {
  const ofCustomer = customerName(deal)
  if (ofCustomer === undefined) return deal.name
  const there = byCustomer(openOfRep).get(ofCustomer) ?? []
  return there.every((other) => other.id === deal.id || hasOtherAmount(deal, other)) ? ofCustomer : deal.name
}

const byCustomer = oncePer((open: readonly Deal[]) => groupBy(open, (deal) => customerName(deal) ?? ''))

/** Amounts this close are written alike. */
const ALIKE = 0.1

function hasOtherAmount({ amount: one }: Deal, { amount: other }: Deal): boolean {
  if (one === undefined || other === undefined) return false
  return Math.abs(one - other) > ALIKE * Math.max(one, other)
}

/** The same as what fills a sentence. */
export function dealSlot(deal: Deal, openOfRep: readonly Deal[]): NameSlot {
  return name(dealName(deal, openOfRep), [deal.id])
}

/** The customer to speak of; where none is known, the deal. */
export function customer(deal: Deal): NameSlot {
  return name(customerName(deal) ?? deal.name, [deal.id])
}

const DIGITS = /\d/u

/** A name that can be said to somebody: no id and no address. */
export function isSayable(person: string | undefined): person is string {
  return person !== undefined && !person.includes('@') && !DIGITS.test(person)
}
