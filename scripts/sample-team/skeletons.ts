import { addDays, type Days, type PlainDate } from '../../src/time/plain-date.ts'
import { daysAgo, on, WEEK_1, WEEK_2, workday } from './calendar.ts'
import { Random } from './random.ts'
import type { Profile } from './reps.ts'

/** When a deal came and how it ended: everything the numbers of a rep are made of. */
export interface Skeleton {
  readonly key: string
  readonly created: PlainDate
  readonly end?: { readonly day: PlainDate; readonly won: boolean }
}

interface Outcome {
  readonly key: string
  readonly created: PlainDate
  readonly won: boolean
}

const FIRST_DAY = on('2025-10-01')
const WEEKS = 60
/** Won cycles: about half are won within these days, nine in ten within 85. */
const WON_CYCLE = { median: 37, spread: 0.68 }
const LOST_CYCLE = { median: 54, spread: 0.55 }

/** The rep's deals that no story tells, oldest first. `told` are those that one does. */
export function skeletons(rep: Profile, told: readonly Pick<Skeleton, 'created' | 'end'>[]): Skeleton[] {
  const created = creationDays(
    rep,
    told.map((deal) => deal.created),
  )
  const open = stillOpen(rep, created, rep.open - told.filter(({ end }) => end === undefined).length)
  const gone = outcomes(
    rep,
    created.map((day, at) => ({ key: `${rep.name}|${at}`, created: day })).filter((_, at) => !open.has(at)),
  )
  const latest = closingThisWeek(rep, gone)
  const ends = new Map(gone.map((deal) => [deal.key, { day: latest.get(deal.key) ?? closing(deal), won: deal.won }]))
  return created.map((day, at) => {
    const key = `${rep.name}|${at}`
    const end = ends.get(key)
    return end === undefined ? { key, created: day } : { key, created: day, end }
  })
}

function creationDays(rep: Profile, told: readonly PlainDate[]): PlainDate[] {
  const random = new Random(`${rep.name}|creation`)
  const days: PlainDate[] = []
  for (let week = WEEKS - 1; week >= 0; week--) {
    const already = told.filter((day) => Math.floor((WEEK_2 - day) / 7) === week).length
    const wanted = rep.lately[week] ?? Math.floor(weeklyRate(rep, week) + random.next())
    for (let count = already; count < wanted; count++) days.push(workday(daysAgo(week * 7 + random.int(0, 4))))
  }
  return days.filter((day) => day >= FIRST_DAY).sort((a, b) => a - b)
}

/** The team's first half-year in this CRM was slower: the rates grow from `atFirst` to `before`. */
function weeklyRate(rep: Profile, week: number): number {
  const way = Math.min(1, (WEEKS - week) / (WEEKS - 30))
  return rep.atFirst + (rep.before - rep.atFirst) * way ** 3
}

/** Which of the deals are open on the second Friday, by their place: as a rule, but not always, the youngest. */
function stillOpen(rep: Profile, created: readonly PlainDate[], count: number): Set<number> {
  const random = new Random(`${rep.name}|open`)
  const candidates = created.map((day, at) => {
    const age = WEEK_2 - day
    return { at, age, turn: age < 14 ? 0 : age * (0.5 + random.next() * 1.2) }
  })
  const chosen = candidates.filter(({ age }) => age <= rep.oldest).sort((a, b) => a.turn - b.turn)
  return new Set(chosen.slice(0, count).map(({ at }) => at))
}

/** Spreads the wins evenly over the deals that closed, so that the rate holds in any stretch of time. */
function outcomes(rep: Profile, closed: readonly Omit<Outcome, 'won'>[]): Outcome[] {
  return closed.map((deal, at) => ({ ...deal, won: stepAt(at, rep.winRate) }))
}

/** True for `share` of all places, evenly spread. */
export function stepAt(at: number, share: number): boolean {
  return Math.floor((at + 1) * share + 0.5) > Math.floor(at * share + 0.5)
}

function closingThisWeek(rep: Profile, gone: readonly Outcome[]): Map<string, PlainDate> {
  const random = new Random(`${rep.name}|this week`)
  const days = new Map<string, PlainDate>()
  for (const won of [true, false]) {
    const ripe = gone.filter((deal) => deal.won === won && WEEK_2 - deal.created >= 25)
    // The deals nearest to an ordinary age at closing.
    ripe.sort((a, b) => strangeness(a.created) - strangeness(b.created))
    const count = won ? rep.thisWeek.won : rep.thisWeek.lost
    for (const deal of ripe.slice(0, count)) days.set(deal.key, daysAgo(random.int(0, 4)))
  }
  return days
}

function strangeness(created: PlainDate): Days {
  return Math.abs(WEEK_2 - created - 48)
}

/** A closing no later than the first export. */
function closing(deal: Outcome): PlainDate {
  const random = new Random(`${deal.key}|closing`)
  const { median, spread } = deal.won ? WON_CYCLE : LOST_CYCLE
  const room = WEEK_1 - deal.created
  let cycle = Math.round(random.skewed(median, spread))
  for (let tries = 0; cycle > room && tries < 50; tries++) cycle = Math.round(random.skewed(median, spread))
  const day = workday(addDays(deal.created, Math.max(4, Math.min(cycle, room))))
  return day > WEEK_1 ? WEEK_1 : day
}
