import { addDays, type PlainDate } from '../../src/time/plain-date.ts'
import { daysAgo, WEEK_1, WEEK_2, workday } from './calendar.ts'
import type { Change, Contact, Deal, DealType, Rhythm, Role, Stage } from './model.ts'
import type { Directory } from './names.ts'
import { closeAhead, closedPath, closedPromises, openPath } from './paths.ts'
import { Random } from './random.ts'
import type { Blemish, Profile } from './reps.ts'
import { skeletons, stepAt, type Skeleton } from './skeletons.ts'

const PROJECTS = [
  'warehouse scanning',
  'dock scheduling',
  'quality portal',
  'maintenance planning',
  'shop-floor tablets',
  'supplier portal',
  'returns desk',
  'line planning',
  'batch tracing',
  'shift rota',
]
const GROWTH = ['expansion', 'plant 2 rollout', 'second site', 'night-shift licences', 'field team', 'analytics add-on']
const OWN_SOURCES = ['Referral', 'Outbound']
const OTHER_SOURCES = ['Web', 'Trade Show', 'Partner', 'Trade Show', 'Partner']

/** The least age, in days, of a deal on which each blemish can be seen. */
const LEAST_AGE: Readonly<Record<Blemish, number>> = {
  stale: 32,
  undated: 17,
  single: 20,
  'no decider': 46,
  'past close': 28,
  'pushed twice': 48,
  'no amount': 8,
  cut: 20,
  'pushed now': 25,
  'moved back': 40,
  stuck: 35,
}

interface Customer {
  readonly account: string
  readonly day: PlainDate
  readonly won: boolean
  readonly names: Set<string>
}

/** The ordinary deals of a rep: those that no story tells. */
export function ordinaryDeals(rep: Profile, told: readonly Deal[], people: Directory): Deal[] {
  const bones = skeletons(rep, told)
  const blemishes = spreadBlemishes(rep, bones)
  const customers: Customer[] = []
  return bones.map((skeleton, at) => {
    const random = new Random(skeleton.key)
    const source = sourceOf(rep, at, random)
    return dress(skeleton, rep, { random, people, customers, source, blemish: blemishes.get(skeleton.key) })
  })
}

function sourceOf(rep: Profile, at: number, random: Random): string {
  const source = random.pick(stepAt(at, rep.ownSourcing) ? OWN_SOURCES : OTHER_SOURCES)
  // What comes unasked through the web is not a healthy deal, so the healthy rep has none of it.
  return isHealthy(rep) && source === 'Web' ? 'Partner' : source
}

function isHealthy(rep: Profile): boolean {
  return rep.blemishes.length === 0
}

/** One open deal each, oldest demands first, so that every blemish finds a deal on which it shows. */
function spreadBlemishes(rep: Profile, bones: readonly Skeleton[]): Map<string, Blemish> {
  const open = bones.filter(({ end }) => end === undefined)
  const free = open.sort((a, b) => new Random(`${a.key}|turn`).next() - new Random(`${b.key}|turn`).next())
  const given = new Map<string, Blemish>()
  for (const blemish of rep.blemishes.toSorted((a, b) => LEAST_AGE[b] - LEAST_AGE[a])) {
    const deal = free.find(({ key, created }) => !given.has(key) && WEEK_2 - created >= LEAST_AGE[blemish])
    if (deal !== undefined) given.set(deal.key, blemish)
  }
  return given
}

interface Making {
  readonly random: Random
  readonly people: Directory
  readonly customers: Customer[]
  readonly source: string
  readonly blemish: Blemish | undefined
}

function dress(skeleton: Skeleton, rep: Profile, making: Making): Deal {
  const { random, source, blemish } = making
  const { key, created, end } = skeleton
  const rhythm = end === undefined ? openRhythm(rep, random, blemish) : closedRhythm(end, created, random)
  const stages = end === undefined ? openStages(skeleton, making, rhythm) : closedPath(skeleton, random)
  const promises = end === undefined ? openPromises(skeleton, making) : closedPromises(skeleton, random)
  const amounts = amountsOf(skeleton, rep, making)
  const named = name(skeleton, making)
  const contacts = contactsOf(skeleton, rep, making, named.account)
  const whole = { key, rep: rep.name, ...named, source, created, stages, promises, amounts, contacts, rhythm }
  return end === undefined ? whole : { ...whole, end }
}

function name({ created, end }: Skeleton, { random, people, customers }: Making) {
  const known = customers.filter(({ day, names }) => day < created && names.size < 3)
  const customer = known.length > 0 && random.chance(0.3) ? random.pick(known) : undefined
  const account = customer?.account ?? people.account()
  const type: DealType = customer?.won === true ? 'Expansion' : 'New Business'
  const taken = customer?.names ?? new Set()
  const what = random.pick((type === 'Expansion' ? GROWTH : PROJECTS).filter((each) => !taken.has(each)))
  if (end !== undefined) customers.push({ account, day: end.day, won: end.won, names: new Set([...taken, what]) })
  if (customer !== undefined) customers.splice(customers.indexOf(customer), 1)
  return { account, type, name: type === 'Expansion' ? `${account}: ${what}` : `${account} ${what}` }
}

function openRhythm(rep: Profile, random: Random, blemish: Blemish | undefined): Rhythm {
  if (blemish === 'stale') {
    const until = daysAgo(random.int(16, 26))
    return { every: [4, 6], until, plans: false, note: random.pick(['waiting to hear back', '', 'send revised quote']) }
  }
  if (blemish === 'undated') {
    return { every: [3, 6], plans: false, note: random.pick(['follow up', '', 'they are thinking about it']) }
  }
  return { every: isHealthy(rep) ? [3, 4] : [3, 6], plans: true }
}

function closedRhythm(end: { day: PlainDate; won: boolean }, created: PlainDate, random: Random): Rhythm {
  // In the first export it is an open deal like any other.
  if (end.day > WEEK_1) return { every: [3, 4], plans: true }
  // What is long past is told with fewer activities: it is only there for the norms.
  const past = WEEK_2 - created > 130 ? 4 : 0
  const every: [number, number] = end.won ? [4 + past, 7 + past] : [6 + past, 11 + past]
  return { every, plans: random.chance(0.8) }
}

function openStages(skeleton: Skeleton, { random, blemish }: Making, rhythm: Rhythm): Change<Stage>[] {
  const until = rhythm.until ?? (blemish === 'stuck' ? daysAgo(24) : WEEK_2)
  const path = openPath(skeleton, random, until, blemish === 'no decider' ? 4 : 0)
  const back = path.at(-2)
  return blemish === 'moved back' && back !== undefined ? [...path, { day: daysAgo(3), to: back.to }] : path
}

function openPromises({ created }: Skeleton, { random, blemish }: Making): Change<PlainDate>[] {
  const now = closeAhead(created, random)
  const age = WEEK_2 - created
  if (blemish === 'past close') return [{ day: created, to: workday(daysAgo(random.int(4, 12))) }]
  if (blemish === 'pushed now') {
    const later = workday(addDays(now, random.int(20, 30)))
    return [
      { day: created, to: now },
      { day: daysAgo(random.int(1, 3)), to: later },
    ]
  }
  if (blemish === 'pushed twice') {
    const [first, second] = [0.5, 0.85].map((part) => workday(addDays(created, Math.round(age * part))))
    if (first === undefined || second === undefined) throw new RangeError('two dates make two dates')
    return [
      { day: created, to: first },
      { day: addDays(first, -1), to: second },
      { day: addDays(second, -1), to: now },
    ]
  }
  return [{ day: created, to: now }]
}

function amountsOf({ created, end }: Skeleton, rep: Profile, { random, blemish }: Making): Deal['amounts'] {
  const amount = money(Math.max(8_000, Math.min(150_000, random.skewed(rep.medianAmount, 0.5))))
  if (blemish === 'no amount') return [{ day: created, to: undefined }]
  const first = { day: created, to: amount }
  if (blemish === 'cut') return [first, { day: daysAgo(random.int(1, 3)), to: money(amount * 0.76) }]
  // A scope often settles on the way, a little above or below what was written down first.
  const settles = end !== undefined && end.day - created > 30 && random.chance(0.25)
  if (!settles) return [first]
  return [first, { day: workday(addDays(end.day, -12)), to: money(amount * (0.88 + random.next() * 0.2)) }]
}

function money(value: number): number {
  return Math.round(value / 100) * 100
}

function contactsOf({ created, end }: Skeleton, rep: Profile, making: Making, account: string): Contact[] {
  const { random, people, blemish } = making
  return people.contacts(account, roles(rep, random, blemish, end), created)
}

function roles(rep: Profile, random: Random, blemish: Blemish | undefined, end: Skeleton['end']): Role[] {
  const decider: Role = random.chance(0.6) ? 'Decision Maker' : 'Economic Buyer'
  const healthy = isHealthy(rep)
  if (blemish === 'single') return ['Influencer']
  if (blemish === 'no decider') return ['Influencer', 'Evaluator']
  if (end?.won === false && !healthy && random.chance(0.35)) return ['Influencer']
  if (healthy && random.chance(0.4)) return ['Influencer', decider, 'Evaluator', 'Business User']
  if (healthy || random.chance(0.72)) return ['Influencer', decider, 'Evaluator']
  return ['Influencer', decider]
}
