import { compareText } from '../../kit/collections.ts'
import type { DealRow } from '../../records/fields.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import {
  type DealState,
  isGoingOn,
  isParked,
  isStepOfSale,
  namedState,
  saysAgreed,
  saysDelivered,
  saysNotClosed,
} from '../../vocabulary/deal-state.ts'
import { isOneOf } from '../../vocabulary/match.ts'
import type { StageSettings } from '../deals/stages.ts'

export type { DealState } from '../../vocabulary/deal-state.ts'

/** A stage or status of which it is not clear whether its deals are open, won or lost. */
export interface UnclearStage {
  readonly name: string
  readonly deals: number
}

/** How the deals of an export stand. */
export interface DealStates {
  of(row: DealRow): DealState
  /** What has to be asked, most deals first; empty where all is clear. */
  readonly unclear: readonly UnclearStage[]
  /** Whether the row is in one of these. */
  isAsked(row: DealRow): boolean
}

/**
 * Open, won or lost: from the config, else the status, the flags, the days of winning and losing, the stage’s name; where
 * none of them tells, from what is known of all deals of the stage.
 */
export function readStates(rows: readonly DealRow[], settings: StageSettings, asOf: PlainDate): DealStates {
  const told = new Counts()
  const untold = new Map<string, Evidence>()
  const toldOf = toldStates(rows, settings)
  for (const row of rows) {
    const state = toldOf(row)
    const name = row.stage ?? row.status
    if (state === 'won' || state === 'lost' || state === 'open') told.add(state, row)
    else if (name !== undefined) evidenceOf(untold, name).add(row, state, asOf)
  }
  const byName = settle(untold, told)
  const byDates = told.closedOn + sumOf(untold, ({ closedOn }) => closedOn) < rows.length
  const unclear = unclearOf(untold, byName, told, rows.length)
  const asked = new Set(unclear.map(({ name }) => name))
  // A column of statuses that says won or lost of some deals says of the others how far they have come.
  const isOfSales = told.won + told.lost > 0
  const isStep = ({ stage, status }: DealRow) =>
    stage !== undefined || (status !== undefined && (isOfSales || isStepOfSale(status)))
  return {
    of(row) {
      const state = toldOf(row)
      if (state !== undefined && state !== 'unknown') return state
      const name = row.stage ?? row.status
      const settled = name === undefined ? undefined : byName.get(name)
      if (settled !== undefined) return settled
      // A day of closing that only some deals have says that these are over.
      if (row.closedOn !== undefined && byDates) return row.lostReason !== undefined ? 'lost' : 'unknown'
      return state ?? (isStep(row) && row.isClosed !== true ? 'open' : 'unknown')
    },
    unclear,
    isAsked: ({ stage, status }) => asked.has(stage ?? status ?? ''),
  }
}

/**
 * What each row says itself. “Delivered” is won, and a step of the sale at 70 % where a deal that is won stands at 100 %:
 * the proposal was delivered.
 */
function toldStates(rows: readonly DealRow[], settings: StageSettings): (row: DealRow) => DealState | undefined {
  const nameOf = ({ stage, status }: DealRow) => stage ?? status ?? ''
  const isSure = (row: DealRow) =>
    row.probability === 100 && !saysDelivered(nameOf(row)) && toldState(row, settings) === 'won'
  const isRated = rows.some(isSure)
  return (row) => {
    const state = toldState(row, settings)
    const isDenied = isRated && state === 'won' && isBetween(row.probability) && saysDelivered(nameOf(row))
    return isDenied && configuredState(nameOf(row), settings) === undefined ? undefined : state
  }
}

function isBetween(probability: number | undefined): boolean {
  return probability !== undefined && probability > 0 && probability < 100
}

/** What the row says itself: `unknown` that it is over and not how, undefined nothing. */
function toldState(row: DealRow, settings: StageSettings): DealState | undefined {
  const named = row.stage ?? row.status
  const configured = named === undefined ? undefined : configuredState(named, settings)
  if (configured !== undefined) return configured
  const status = row.status === undefined ? undefined : namedState(row.status)
  const isVague = status === 'unknown' || (row.status !== undefined && (isGoingOn(row.status) || isParked(row.status)))
  const told = (isVague ? undefined : status) ?? flaggedState(row) ?? datedState(row)
  if (told !== undefined) return told
  const stage = row.stage === undefined ? undefined : namedState(row.stage)
  if (stage === 'won' || stage === 'lost') return stage
  // Where deals only wait may be where they end: what is known of all of them tells.
  const isWaiting = row.stage !== undefined && isParked(row.stage)
  return status ?? (isWaiting ? undefined : stage)
}

function configuredState(named: string, { order, won, lost }: StageSettings): DealState | undefined {
  if (isOneOf(named, won)) return 'won'
  if (isOneOf(named, lost)) return 'lost'
  return isOneOf(named, order) ? 'open' : undefined
}

function flaggedState({ isClosed, isWon, isLost }: DealRow): DealState | undefined {
  if (isWon === true) return 'won'
  if (isLost === true) return 'lost'
  if (isWon === false && isLost === false && isClosed === undefined) return 'open'
  if (isClosed === undefined) return undefined
  if (!isClosed) return 'open'
  return isWon === false ? 'lost' : undefined
}

/** Some exports tell it only by which of two dates is filled. */
function datedState({ wonOn, lostOn }: DealRow): DealState | undefined {
  if (wonOn !== undefined) return 'won'
  return lostOn === undefined ? undefined : 'lost'
}

/** How many deals say themselves what they are. */
class Counts {
  won = 0
  lost = 0
  open = 0
  closedOn = 0
  /** Open deals whose probability is above 0. */
  likely = 0

  add(state: 'won' | 'lost' | 'open', { closedOn, probability }: DealRow): void {
    this[state]++
    if (closedOn !== undefined) this.closedOn++
    if (state === 'open' && probability !== undefined && probability > 0) this.likely++
  }
}

/** What is known of all deals of one stage whose name says nothing. */
class Evidence {
  deals = 0
  isClosed = false
  /** Deals with a close date that is still to come; with one that has passed. */
  ahead = 0
  past = 0
  reasons = 0
  closedOn = 0
  certain = 0
  hopeless = 0

  add(row: DealRow, state: DealState | undefined, asOf: PlainDate): void {
    this.deals++
    if (state === 'unknown') this.isClosed = true
    const { closeDate, lostReason, closedOn, probability } = row
    if (closeDate !== undefined && closeDate > asOf) this.ahead++
    else if (closeDate !== undefined) this.past++
    if (lostReason !== undefined) this.reasons++
    if (closedOn !== undefined) this.closedOn++
    if (probability === 100) this.certain++
    if (probability === 0) this.hopeless++
  }

  get isPast(): boolean {
    return this.ahead === 0 && this.past * 2 > this.deals
  }
}

function evidenceOf(untold: Map<string, Evidence>, name: string): Evidence {
  const known = untold.get(name)
  if (known !== undefined) return known
  const evidence = new Evidence()
  untold.set(name, evidence)
  return evidence
}

function sumOf(untold: ReadonlyMap<string, Evidence>, count: (evidence: Evidence) => number): number {
  let total = 0
  for (const evidence of untold.values()) total += count(evidence)
  return total
}

/** The state of each stage that can be settled. */
function settle(untold: ReadonlyMap<string, Evidence>, told: Counts): ReadonlyMap<string, DealState> {
  const likely = told.likely + sumOf(untold, ({ deals, hopeless, certain }) => deals - hopeless - certain)
  const settled = new Map<string, DealState>()
  for (const [name, evidence] of untold) {
    const state = shownState(name, evidence, likely > 0)
    if (state !== undefined) settled.set(name, state)
  }
  const states = new Set(settled.values())
  const hasWon = told.won > 0 || states.has('won')
  const isDenied = [...untold.keys()].some(saysNotClosed)
  const hasLost = told.lost > 0 || states.has('lost') || isDenied
  const hasClosed = [...untold.values()].some(({ isClosed }) => isClosed)
  for (const [name, { isClosed }] of untold) {
    if (settled.has(name)) continue
    if (hasClosed && saysNotClosed(name)) settled.set(name, 'lost')
    // Beside “lost”, and where no deal is won by another word, “closed” is what this team calls won.
    else if (hasLost && !hasWon && (isClosed || saysAgreed(name))) settled.set(name, 'won')
  }
  return settled
}

/** What the deals of a stage show: all certain or all hopeless, with none still to close, or lost for a reason. */
function shownState(name: string, evidence: Evidence, isRated: boolean): DealState | undefined {
  const { deals, reasons, closedOn, certain, hopeless } = evidence
  if (reasons >= MOST * deals) return 'lost'
  if (isStepOfSale(name)) return undefined
  const isOver = evidence.isClosed || evidence.isPast || closedOn === deals
  if (isOver && isRated && certain === deals) return 'won'
  return isOver && isRated && hopeless === deals ? 'lost' : undefined
}

const MOST = 0.8

/** A number or an id in place of a name: `422982642`, `a1b2c3d4-…`. */
const ID = /^(?=.*\d)[\da-f-]{4,}$/iu

/** Stages that may be won or lost, for all that can be seen. */
function unclearOf(
  untold: ReadonlyMap<string, Evidence>,
  byName: ReadonlyMap<string, DealState>,
  told: Counts,
  deals: number,
): readonly UnclearStage[] {
  const open = [...untold].filter(([name]) => !byName.has(name))
  const states = new Set(byName.values())
  const hasWon = told.won > 0 || states.has('won')
  const hasLost = told.lost > 0 || states.has('lost')
  const isStrange = (name: string, evidence: Evidence) =>
    evidence.isPast && !isStepOfSale(name) && !isParked(name) && evidence.deals >= LEAST_STRANGE
  const openDeals = told.open + open.reduce((total, [, evidence]) => total + evidence.deals, 0)
  return open
    .filter(([name, evidence]) => {
      if (evidence.isClosed || ID.test(name)) return true
      if (!isStrange(name, evidence)) return false
      // Where deals are won and lost by name, a stage of old ones is a slow one, unless nearly all stand there.
      return !(hasWon && hasLost) || evidence.deals * 3 >= openDeals * 2
    })
    .map(([name, evidence]) => ({ name, deals: Math.min(evidence.deals, deals) }))
    .toSorted((a, b) => b.deals - a.deals || compareText(a.name, b.name))
}

const LEAST_STRANGE = 3
