import type { ByRep, Settings } from '../book/settings.ts'
import type { RuleSettings } from '../engine/run-rules.ts'
import { parseIsoDate, type PlainDate } from '../plain-date.ts'
import { Problem } from '../problem.ts'
import type { Config } from './schema.ts'

/** The config as the book wants it. */
export function bookSettings(config: Config, currency: string | undefined): Settings {
  const { stages, words, standards, reps = {}, closed = [] } = config
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
    manager: config.manager,
    standards: { newOpportunities: byRep(standards?.newOpportunities?.perWeek), winRate: standards?.winRate },
    words: { renewal: words?.renewal ?? [], deciding: words?.deciding ?? [] },
    currency: currency ?? config.currency,
    rates: new Map(Object.entries(config.rates ?? {})),
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

function byRep(value: number | Partitioned | undefined): ByRep<number> {
  if (typeof value !== 'object') return { default: value, levels: new Map(), reps: new Map() }
  const levels = Object.entries(value.levels ?? {}).map(([level, own]) => [level.toLowerCase(), own] as const)
  return { default: value.default, levels: new Map(levels), reps: new Map(Object.entries(value.reps ?? {})) }
}

interface Partitioned {
  default?: number | undefined
  levels?: Record<string, number> | undefined
  reps?: Record<string, number> | undefined
}

function day(text: string): PlainDate {
  const date = parseIsoDate(text)
  if (date === undefined)
    throw new Problem('no such day in the config', { where: { value: text }, hint: 'write it as YYYY-MM-DD' })
  return date
}
