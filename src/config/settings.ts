import { nobodys, type ByRep, type Qualified, type Settings } from '../book/settings.ts'
import type { RuleSettings } from '../engine/asking.ts'
import { notationFor, standardNotation } from '../language/notation.ts'
import { parseIsoDate, type PlainDate } from '../time/plain-date.ts'
import type { Config } from './schema.ts'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The config as the book wants it, and the flags that say the same or more. */
export function bookSettings(
  config: Config,
  { currency, locale, exportedAt }: { currency?: string; locale?: string; exportedAt?: PlainDate } = {},
): Settings {
  const { stages, targets, reps = {}, closed = [] } = config
  return {
    stages: { order: stages?.order ?? [], won: stages?.won ?? [], lost: stages?.lost ?? [] },
    closures: closed.map(({ from, to, reps: names }) => ({ from: day(from), to: day(to), reps: names })),
    ignoreOwners: config.ignoreOwners,
    reps: new Map(
      Object.entries(reps).map(([name, { email, level, manager, startDate }]) => [
        name,
        { email, level, manager, startDate: startDate === undefined ? undefined : day(startDate) },
      ]),
    ),
    standards: standardsOf(config),
    goals: goalsOf(config),
    targets: { accounts: targets?.accounts ?? [], segments: targets?.segments ?? [] },
    words: wordsOf(config),
    manager: config.manager,
    meetingDay: WEEKDAYS.indexOf(config.meeting?.day ?? 'monday'),
    currency: currency ?? config.currency,
    exportedAt,
    rates: new Map(Object.entries(config.rates ?? {})),
    notation: locale === undefined ? standardNotation : notationFor(locale),
  }
}

/** The config's `rules` as the engine wants them. */
export function ruleSettings({ rules = {} }: Config): ReadonlyMap<string, RuleSettings> {
  return new Map(
    Object.entries(rules).flatMap(([id, settings]): [string, RuleSettings][] => {
      if (settings === undefined || Array.isArray(settings)) return []
      if (typeof settings !== 'object')
        return [[id, { off: true, severity: undefined, options: {}, stages: new Map() }]]
      const { severity, stages = {}, ...options } = settings
      const perStage = new Map(Object.entries(stages).map(([stage, value]) => [stage.toLowerCase(), value]))
      return [[id, { off: false, severity, options, stages: perStage }]]
    }),
  )
}

/** The same of its `insights`. */
export function insightSettings({ insights = {} }: Config): ReadonlyMap<string, RuleSettings> {
  return new Map(
    Object.entries(insights).map(([id, settings]) => {
      const isOn = typeof settings === 'object'
      return [id, { off: !isOn, severity: undefined, options: isOn ? settings : {}, stages: new Map() }] as const
    }),
  )
}

function wordsOf({ words: { renewal = [], deciding = [], ownSources = [], nonSelling = [] } = {} }: Config) {
  return { renewal, deciding, ownSources, nonSelling }
}

function standardsOf({ standards }: Config): Settings['standards'] {
  const { perWeek, qualified } = standards?.newOpportunities ?? {}
  return {
    newOpportunities: byRep(perWeek),
    qualified: qualifiedOf(qualified),
    prospectingActivities: byRep(standards?.prospectingActivities?.perWeek),
    winRate: byRep(standards?.winRate),
    coverage: byRep(standards?.coverage),
  }
}

function goalsOf({ goals = {} }: Config): Settings['goals'] {
  const { period = 'quarter', fiscalYearStart = 1, perRep, levels, reps } = goals
  return { period, fiscalYearStart, amount: partitioned({ default: perRep, levels, reps }, (amount) => amount) }
}

interface QualifiedConfig {
  stage?: string | undefined
  requires?: Qualified['requires'] | undefined
}

function qualifiedOf(value: (QualifiedConfig & Partitioned<QualifiedConfig>) | undefined): ByRep<Qualified> {
  if (value === undefined) return nobodys()
  const { stage, requires, ...byWhom } = value
  const isForAll = stage !== undefined || requires !== undefined
  return partitioned(isForAll ? { default: value } : byWhom, (own) => ({
    stage: own.stage,
    requires: own.requires ?? [],
  }))
}

function byRep(value: number | Partitioned<number> | undefined): ByRep<number> {
  return partitioned(typeof value === 'object' ? value : { default: value }, (own) => own)
}

interface Partitioned<T> {
  default?: T | undefined
  levels?: Record<string, T> | undefined
  reps?: Record<string, T> | undefined
}

function partitioned<T, U>({ default: all, levels = {}, reps = {} }: Partitioned<T>, read: (own: T) => U): ByRep<U> {
  return {
    default: all === undefined ? undefined : read(all),
    levels: new Map(Object.entries(levels).map(([level, own]) => [level.toLowerCase(), read(own)])),
    reps: new Map(Object.entries(reps).map(([rep, own]) => [rep, read(own)])),
  }
}

/** The schema has seen that it is one. */
function day(text: string): PlainDate {
  const date = parseIsoDate(text)
  if (date === undefined) throw new RangeError(text)
  return date
}
