import type { Kind } from '../../records/fields.ts'
import type { Reading } from './reading.ts'
import { REPEATED, type Facts } from './evidence.ts'
import type { Header } from './header.ts'

/** Whether a header says enough to be taken for a kind that the user has not named. */
export function isTold(reading: Reading, header: Header, facts: readonly Facts[]): boolean {
  const { kind, columns, crmFile, total } = reading
  if (total < LEAST[kind]) return false
  const has = (...fields: readonly string[]) => fields.some((field) => columns.has(field))
  if (kind === 'opportunities') return areDeals(reading, header, facts)
  if (kind === 'accounts') return !hasBareDay(header)
  // A rep, a quota and a month are a goal, and no word about the rep.
  if (kind === 'reps' && has('goal') && has('period', 'month', 'quarter', 'year'))
    return has('manager', 'level', 'startDate', 'team')
  if (crmFile.telltales > 0) return true
  if (kind === 'history') {
    const ids = facts[columns.get('dealId') ?? -1]
    const areRepeated = ids === undefined || ids.filled === 0 || ids.distinct < ids.filled * REPEATED
    return areRepeated && !has('name')
  }
  // Nobody knows for when a goal is that has no period, but of a rep's it is said elsewhere.
  if (kind === 'goals') return has('from', 'to', 'period', 'month', 'quarter', 'year')
  return true
}

/** A kind has to explain so much. */
const LEAST: Readonly<Record<Kind, number>> = {
  opportunities: 3,
  activities: 2.3,
  'contact-roles': 2,
  contacts: 2.5,
  accounts: 1.25,
  users: 2,
  reps: 1.8,
  goals: 2,
  history: 2,
  'field-history': 3,
  prices: 2.5,
}

/** What happens to deals has their ids again and again. */
const OFTEN_REPEATED = 0.7
/** The columns of a deal whose names may say that it is one. */
const OF_DEALS = ['id', 'name', 'stage', 'status', 'owner', 'amount', 'created', 'closeDate']

/**
 * A list of deals says so in a name (`Deal ID`), or has a stage or status beside money or a close date. An id and a day may be
 * of anything.
 */
function areDeals({ columns, crmFile }: Reading, header: Header, facts: readonly Facts[]): boolean {
  const has = (...fields: readonly string[]) => fields.some((field) => columns.has(field))
  const areRepeated = header.meanings.some(({ concepts }, at) => {
    const isId = at === columns.get('id') || (concepts.has('deal') && concepts.has('id') && concepts.size === 2)
    const { filled = 0, distinct = 0 } = facts[at] ?? {}
    return isId && distinct < filled * OFTEN_REPEATED
  })
  if (areRepeated && !(has('name') && has('stage', 'status', 'amount', 'closeDate'))) return false
  // What changed, of which deal, and nothing else of the deal: a history.
  const hasChange = header.meanings.some(({ concepts }) => concepts.has('change') && !concepts.has('stage'))
  const plainIds = header.meanings.filter(({ concepts }) => concepts.has('id') && concepts.size === 1).length
  const ofDeals = header.meanings.filter(
    ({ concepts }) => concepts.has('id') && concepts.has('deal') && concepts.size === 2,
  ).length
  const isOfDeals = hasChange || (plainIds > 0 && ofDeals > 0)
  if (isOfDeals && !has('name', 'owner', 'account')) return false
  if (header.meanings.some(({ concepts }) => concepts.has('change') && concepts.size === 1)) return false
  // A day, a type and a deal: what was done for it.
  const hasDeals = has('stage', 'amount', 'closeDate', 'probability')
  if (hasBareDay(header) && has('type') && !hasDeals) return false
  // People, though they may be on a deal.
  const ofPeople = header.meanings.some(({ concepts }) => concepts.has('lastname'))
  if (ofPeople && !has('stage', 'status', 'amount', 'closeDate')) return false
  const isNamed = OF_DEALS.some((field) => header.meanings[columns.get(field) ?? -1]?.concepts.has('deal'))
  if ((isNamed || crmFile.telltales > 0) && has('name', 'stage', 'status', 'amount', 'closeDate')) return true
  return has('stage', 'status', 'isWon', 'isClosed') && has('amount', 'closeDate', 'probability')
}

/** `Date` by itself: of something that happened. */
function hasBareDay(header: Header): boolean {
  return header.meanings.some(({ concepts, unknown }) => unknown === 0 && concepts.size === 1 && concepts.has('date'))
}
