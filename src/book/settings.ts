import type { PlainDate } from '../plain-date.ts'
import type { Closure } from './calendar.ts'
import type { StageSettings } from './stages.ts'

/** A value that may differ by level or for single reps. */
export interface ByRep<T> {
  readonly default: T | undefined
  readonly levels: ReadonlyMap<string, T>
  readonly reps: ReadonlyMap<string, T>
}

export function valueFor<T>(by: ByRep<T>, rep: string, level: string | undefined): T | undefined {
  return by.reps.get(rep) ?? (level === undefined ? undefined : by.levels.get(level.toLowerCase())) ?? by.default
}

/** What the config says about one person. */
export interface RepSettings {
  readonly email: string | undefined
  readonly level: string | undefined
  readonly manager: string | undefined
  readonly startDate: PlainDate | undefined
}

/** What the manager told about the team: how the exports are to be understood and what is expected. */
export interface Settings {
  readonly stages: StageSettings
  readonly closures: readonly Closure[]
  /** Owners that are no reps. Undefined: whatever reads as a bot, queue, integration or inactive user. */
  readonly ignoreOwners: readonly string[] | undefined
  readonly reps: ReadonlyMap<string, RepSettings>
  /** Who “you” is on the manager's page. */
  readonly manager: string | undefined
  readonly standards: {
    /** New opportunities a week. */
    readonly newOpportunities: ByRep<number>
    /** Won ÷ closed, 0 to 1. */
    readonly winRate: number | undefined
  }
  readonly words: { readonly renewal: readonly string[]; readonly deciding: readonly string[] }
  readonly currency: string | undefined
  /** What one unit of another currency is worth in `currency`. */
  readonly rates: ReadonlyMap<string, number>
}

export const noSettings: Settings = {
  stages: { order: [], won: [], lost: [] },
  closures: [],
  ignoreOwners: undefined,
  reps: new Map(),
  manager: undefined,
  standards: {
    newOpportunities: { default: undefined, levels: new Map(), reps: new Map() },
    winRate: undefined,
  },
  words: { renewal: [], deciding: [] },
  currency: undefined,
  rates: new Map(),
}
