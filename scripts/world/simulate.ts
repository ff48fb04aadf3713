import { addDays, calendarParts, type PlainDate } from '../../src/time/plain-date.ts'
import { Random } from '../sample-team/random.ts'
import { dayOf, dealLog, type Opening } from './deal.ts'
import { LOST, REGIONS, WON, type Customer, type DealLog, type Entry, type World, type WorldRep } from './log.ts'
import { customer, emailOf, repName } from './names.ts'
import { DEFAULTS, type WorldOptions } from './options.ts'

/** A company’s whole CRM from the first day to the last, as a log of what happened. The same options, the same world. */
export function world(given: Partial<WorldOptions>): World {
  const options = { ...DEFAULTS, ...given }
  const reps = repsOf(options)
  const customers: Customer[] = []
  const deals: DealLog[] = []
  for (const opening of openings(options, reps, customers)) {
    const deal = dealLog(opening, options)
    if (deal === undefined) continue
    deals.push(deal)
    const again = retryOf(deal, opening, options)
    if (again !== undefined) deals.push(again)
  }
  deals.sort((a, b) => a.created - b.created)
  return { options, reps, customers, deals: clustered(handedOver(deals, options, reps), options, reps) }
}

function repsOf({ reps }: WorldOptions): WorldRep[] {
  const each = typeof reps === 'number' ? Array.from({ length: reps }, () => ({})) : reps
  return each.map((rep, at) => {
    const made = { name: repName(at), manager: 'Morgan Hill', region: REGIONS[at % REGIONS.length] ?? 'North', ...rep }
    return { ...made, email: emailOf(made.name, 'seller.example') }
  })
}

/** Ids of a rep's deals begin here: a further deal of one rep leaves all deals of the others as they are. */
const IDS_A_REP = 20_000
const RETRY_IDS = 10_000
const WORKING_DAYS = 5
const IS_OLD_CUSTOMER = 0.35

/** Every deal that is opened, by day. */
function openings(options: WorldOptions, reps: readonly WorldRep[], customers: Customer[]): Opening[] {
  const found: Opening[] = []
  const randoms = reps.map((_, at) => new Random(`world ${options.seed}|rep ${at}`))
  const own = reps.map((): Customer[] => [])
  const counts = reps.map(() => 0)
  const last = dayOf(options.to)
  for (let day = dayOf(options.from); day <= last; day = addDays(day, 1)) {
    const { weekday } = calendarParts(day)
    if (weekday === 0 || weekday === 6) continue
    for (const [repAt, rep] of reps.entries()) {
      const random = randoms[repAt]
      if (random === undefined) continue
      const opened = poisson((options.dealsAWeek / WORKING_DAYS) * paceOf(rep, repAt, day, options), random)
      for (let each = 0; each < opened; each++) {
        const chosen = customerFor({ random, repAt, own, rep, customers, options })
        found.push({ at: repAt * IDS_A_REP + (counts[repAt] ?? 0), rep, repAt, customer: chosen, created: day })
        counts[repAt] = (counts[repAt] ?? 0) + 1
      }
    }
  }
  return found
}

function paceOf(rep: WorldRep, repAt: number, day: PlainDate, { handover }: WorldOptions): number {
  if (rep.leaves !== undefined && day > dayOf(rep.leaves)) return 0
  if (handover?.from === repAt && day >= dayOf(handover.day)) return 0
  const isSince = rep.since === undefined || day >= dayOf(rep.since)
  const isOver = rep.until !== undefined && day >= dayOf(rep.until)
  return isSince && !isOver ? (rep.creationFactor ?? 1) : 1
}

interface Choice {
  readonly random: Random
  readonly repAt: number
  readonly own: readonly Customer[][]
  readonly rep: WorldRep
  readonly customers: Customer[]
  readonly options: WorldOptions
}

function customerFor({ random, repAt, own, rep, customers, options }: Choice): Customer {
  const mine = own[repAt] ?? []
  const others = own.filter((list, at) => at !== repAt && list.length > 0)
  if (random.chance(options.sharedAccounts) && others.length > 0) return random.pick(random.pick(others))
  if (mine.length > 3 && random.chance(IS_OLD_CUSTOMER)) return random.pick(mine)
  const made = customer(options.seed, customers.length, rep.region)
  customers.push(made)
  mine.push(made)
  return made
}

function poisson(mean: number, random: Random): number {
  let left = random.next()
  let chance = Math.exp(-mean)
  let count = 0
  while (left >= chance && count < 50) {
    left -= chance
    count++
    chance *= mean / count
  }
  return count
}

/** The same product offered again to a customer that said no. */
function retryOf(deal: DealLog, opening: Opening, options: WorldOptions): DealLog | undefined {
  if (deal.outcome !== 'lost' || options.retries === 0) return undefined
  const random = new Random(`world ${options.seed}|retry ${opening.at}`)
  const closed = closingOf(deal)
  if (!random.chance(options.retries) || closed === undefined) return undefined
  const created = addDays(closed, random.int(14, 110))
  if (created > dayOf(options.to)) return undefined
  return dealLog({ ...opening, at: opening.at + RETRY_IDS, created, product: deal.product }, options)
}

export function closingOf({ entries }: DealLog): PlainDate | undefined {
  return entries.find((entry) => entry.kind === 'stage' && (entry.to === WON || entry.to === LOST))?.day
}

function isOpenOn(deal: DealLog, day: PlainDate): boolean {
  const closing = closingOf(deal)
  return deal.created <= day && (closing === undefined || closing > day)
}

function handedOver(deals: readonly DealLog[], { handover }: WorldOptions, reps: readonly WorldRep[]): DealLog[] {
  const from = handover === undefined ? undefined : reps[handover.from]
  const to = handover === undefined ? undefined : reps[handover.to]
  if (handover === undefined || from === undefined || to === undefined) return [...deals]
  const day = dayOf(handover.day)
  return deals.map((deal) => {
    if (deal.createdBy !== from || !isOpenOn(deal, day)) return deal
    const entries = deal.entries.map((entry): Entry =>
      entry.kind === 'activity' && entry.activity.day >= day
        ? { ...entry, activity: { ...entry.activity, owner: to } }
        : entry,
    )
    return { ...deal, entries: inOrder([...entries, { day, kind: 'owner', to }]) }
  })
}

function clustered(deals: readonly DealLog[], options: WorldOptions, reps: readonly WorldRep[]): DealLog[] {
  const { cluster } = options
  const rep = cluster === undefined ? undefined : reps[cluster.rep]
  if (cluster === undefined || rep === undefined) return [...deals]
  const last = dayOf(options.to)
  const set = addDays(last, -7)
  const chosen = deals
    .filter((deal) => deal.createdBy === rep && isOpenOn(deal, last) && deal.created < set)
    .slice(-cluster.deals)
  return deals.map((deal) => {
    const at = chosen.indexOf(deal)
    if (at < 0) return deal
    const to = addDays(dayOf(cluster.from), at % cluster.days)
    const kept = deal.entries.filter((entry) => entry.kind !== 'close date' || entry.day < set)
    return { ...deal, entries: inOrder([...kept, { day: set, kind: 'close date', to }]) }
  })
}

const inOrder = (entries: readonly Entry[]) => entries.toSorted((a, b) => a.day - b.day)
