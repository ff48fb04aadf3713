import { addDays, parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { Random } from '../sample-team/random.ts'
import { LOST, PRODUCTS, REASONS, SOURCES, STAGES, WON, type Activity, type Customer, type DealLog } from './log.ts'
import type { Entry, Person, WorldRep } from './log.ts'
import type { ChangeOptions, ColumnOptions, WorldOptions } from './options.ts'

/** What a deal is opened with. */
export interface Opening {
  readonly at: number
  readonly rep: WorldRep
  readonly repAt: number
  readonly customer: Customer
  readonly created: PlainDate
  /** Offered again: of the same product. */
  readonly product?: string
}

export function dayOf(text: string): PlainDate {
  const day = parseIsoDate(text)
  if (day === undefined) throw new RangeError(`not a day: ${text}`)
  return day
}

/** The whole life of one deal. It depends on its own seed alone: a further deal changes none of the others. */
export function dealLog(opening: Opening, options: WorldOptions): DealLog | undefined {
  const { at, rep, repAt, customer, created } = opening
  const random = new Random(`world ${options.seed}|deal ${at}`)
  const product = opening.product ?? random.pick(PRODUCTS)
  const source = random.pick(SOURCES)
  const group = { rep: repAt, product, source, region: customer.region }
  // Planted after everything else is drawn: a deal that stays is the same in both worlds.
  const keeps = random.next()
  const amount = rounded(random.skewed(options.amount * (rep.amountFactor ?? 1), 0.7))
  const cells = columnsOf(options, random)
  const people = [...customer.people]
  const count = 1 + Math.floor(random.next() * 3)
  const drawn = random.chance(0.65) ? people.slice(0, count) : people.slice(1, 1 + Math.min(2, count))
  const contacts =
    options.oneContactShare === undefined ? drawn : withShare(options.oneContactShare, people, options, at)
  const chance = winChance({ options, rep, created, group, amount, cells, contacts })
  const outcome: DealLog['outcome'] = random.chance(options.neverClosed)
    ? undefined
    : random.chance(chance)
      ? 'won'
      : 'lost'
  const closing = addDays(created, Math.max(6, Math.round(random.skewed(options.cycleDays, 0.5))))
  if (keeps > creationFactor(options.changes, group, created)) return undefined
  const life = { random, rep, options, created, amount, contacts, outcome, closing }
  const type = customer.wonSince !== undefined && customer.wonSince <= created ? 'Existing Business' : 'New Business'
  if (outcome === 'won') customer.wonSince ??= closing
  return {
    id: `D${String(at + 1).padStart(6, '0')}`,
    name: `${customer.name} - ${product}`,
    customer,
    product,
    source,
    type,
    created,
    createdBy: rep,
    entries: entries(life, at),
    columns: new Map(cells.map(({ column, value }) => [column.name, value.value])),
    outcome,
  }
}

/** One contact or all of them, by a draw of its own: every other draw stays as it is. */
function withShare(share: number, people: readonly Person[], { seed }: WorldOptions, at: number): Person[] {
  return new Random(`world ${seed}|contacts ${at}`).chance(share) ? people.slice(0, 1) : [...people]
}

type Group = { readonly rep: number; readonly product: string; readonly source: string; readonly region: string }

function applies(change: ChangeOptions, group: Group, day: PlainDate): boolean {
  return (
    day >= dayOf(change.since) &&
    (change.until === undefined || day <= dayOf(change.until)) &&
    (['rep', 'product', 'source', 'region'] as const).every(
      (key) => change[key] === undefined || change[key] === group[key],
    )
  )
}

function creationFactor(changes: readonly ChangeOptions[], group: Group, day: PlainDate): number {
  return changes.reduce((all, each) => (applies(each, group, day) ? all * (each.creationFactor ?? 1) : all), 1)
}

interface Chances {
  readonly options: WorldOptions
  readonly rep: WorldRep
  readonly created: PlainDate
  readonly group: Group
  readonly amount: number
  readonly cells: readonly Cell[]
  readonly contacts: readonly Person[]
}

const SURE = 0.97

function winChance({ options, rep, created, group, amount, cells, contacts }: Chances): number {
  const isInForce = rep.since === undefined || created >= dayOf(rep.since)
  let chance = options.winRate * (isInForce ? (rep.winFactor ?? 1) : 1)
  for (const { value } of cells) chance *= value.winFactor ?? 1
  for (const change of options.changes) if (applies(change, group, created)) chance *= change.winFactor ?? 1
  if (amount > 2 * options.amount) chance *= options.largeWinFactor
  if (!contacts.some(({ isDeciding }) => isDeciding)) chance *= options.noDecisionMakerWinFactor
  if (contacts.length === 1) chance *= options.oneContactWinFactor
  return Math.min(SURE, chance)
}

interface Cell {
  readonly column: ColumnOptions
  readonly value: ColumnOptions['values'][number]
}

function columnsOf(options: WorldOptions, random: Random): Cell[] {
  return allColumns(options).map((column) => {
    let left = random.next()
    const value = column.values.find(({ share }) => (left -= share) < 0) ?? column.values.at(-1)
    if (value === undefined) throw new RangeError(`the column ${column.name} has no values`)
    return { column, value }
  })
}

const known = new WeakMap<WorldOptions, readonly ColumnOptions[]>()

/** The planted columns and those that tell nothing. */
export function allColumns(options: WorldOptions): readonly ColumnOptions[] {
  const found = known.get(options) ?? drawnColumns(options)
  known.set(options, found)
  return found
}

function drawnColumns(options: WorldOptions): readonly ColumnOptions[] {
  const noise = Array.from({ length: options.noiseColumns }, (_, at): ColumnOptions => {
    const random = new Random(`world ${options.seed}|noise ${at}`)
    const values = random.int(2, 6)
    const weights = Array.from({ length: values }, () => 0.3 + random.next())
    const sum = weights.reduce((all, each) => all + each, 0)
    return {
      name: `Field ${String.fromCodePoint(65 + (at % 26))}${at < 26 ? '' : Math.floor(at / 26)}`,
      values: weights.map((weight, each) => ({ value: `Value ${each + 1}`, share: weight / sum })),
    }
  })
  return [...options.columns, ...noise]
}

interface Life {
  readonly random: Random
  readonly rep: WorldRep
  readonly options: WorldOptions
  readonly created: PlainDate
  readonly amount: number
  readonly contacts: readonly Person[]
  readonly outcome: DealLog['outcome']
  readonly closing: PlainDate
}

function entries(life: Life, at: number): Entry[] {
  const { rep, created, amount, contacts, closing, random } = life
  const leaves = rep.leaves === undefined ? undefined : dayOf(rep.leaves)
  const start: Entry[] = [
    { day: created, kind: 'owner', to: random.chance(life.options.withoutOwner) ? undefined : rep },
    { day: created, kind: 'stage', to: STAGES[0] },
    { day: created, kind: 'amount', to: amount },
    ...contacts.map((person, each): Entry => ({ day: addDays(created, each * 4), kind: 'contact', to: person })),
  ]
  const cut: Entry[] = random.chance(0.1)
    ? [{ day: midway(created, closing, 0.5), kind: 'amount', to: rounded(amount * 0.75) }]
    : []
  const all = [...start, ...stages(life), ...cut, ...closeDates(life), ...activities(life, at)]
  return all.filter(({ day }) => leaves === undefined || day <= leaves).sort((a, b) => a.day - b.day)
}

const midway = (from: PlainDate, to: PlainDate, share: number) => addDays(from, Math.round((to - from) * share))

function stages({ random, rep, created, outcome, closing }: Life): Entry[] {
  const isLate = random.chance(rep.lostLate ?? 1 / STAGES.length)
  const early = random.int(0, STAGES.length - 2)
  const last = outcome === 'lost' ? (isLate ? STAGES.length - 1 : early) : STAGES.length - 1
  const moves = STAGES.slice(1, last + 1).map((stage, at): Entry => ({
    day: midway(created, closing, (at + 1) / (last + 1)),
    kind: 'stage',
    to: stage,
  }))
  const isPrice = random.chance(rep.lostOnPrice ?? 1 / REASONS.length)
  const reason = isPrice ? REASONS[0] : random.pick(REASONS.slice(1))
  if (outcome === undefined) return moves
  const end: Entry =
    outcome === 'won' ? { day: closing, kind: 'stage', to: WON } : { day: closing, kind: 'stage', to: LOST, reason }
  return [...moves, end]
}

/** The first promise, each move later when its day has come, and the day of closing. */
function closeDates({ random, rep, options, created, outcome, closing }: Life): Entry[] {
  const found: Entry[] = []
  let promised = addDays(created, Math.max(10, Math.round(random.skewed(options.cycleDays, 0.3))))
  let day = created
  const end = outcome === undefined ? addDays(created, 400) : closing
  while (day < end) {
    found.push({ day, kind: 'close date', to: promised })
    const wait = Math.max(3, Math.round((promised - day) / (rep.moveFactor ?? 1)) + random.int(-4, 3))
    day = addDays(day, wait)
    promised = addDays(day > promised ? day : promised, random.int(10, 40))
  }
  if (outcome !== undefined) found.push({ day: closing, kind: 'close date', to: closing })
  return found
}

const TYPES = ['Call', 'Email', 'Meeting'] as const

function activities({ random, rep, created, contacts, outcome, closing }: Life, at: number): Entry[] {
  const found: Entry[] = []
  const end = outcome === undefined ? addDays(created, 60) : closing
  let day = addDays(created, 1)
  for (let each = 0; day <= end; each++) {
    const type = random.pick(TYPES)
    const entered = addDays(day, type === 'Meeting' ? -random.int(2, 9) : 0)
    const activity: Activity = {
      id: `T${String(at + 1).padStart(6, '0')}${each}`,
      type,
      person: random.pick(contacts),
      owner: rep,
      known: entered < created ? created : entered,
      day,
    }
    found.push({ day: activity.known, kind: 'activity', activity })
    day = addDays(day, Math.max(1, Math.round(random.skewed(7, 0.5))))
  }
  return found
}

function rounded(amount: number): number {
  return Math.max(500, Math.round(amount / 500) * 500)
}
