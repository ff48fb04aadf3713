import type { AnyInsight } from '../engine/insight.ts'
import type { AnyRule } from '../engine/rule.ts'
import { fieldsOf, kinds } from '../records/fields.ts'
import { type Place, Problem } from '../system/problem.ts'
import { nearest, suggestion } from '../language/suggestion.ts'
import type { Config } from './schema.ts'

/** Where a key of the config stands: its file and line, or `--set`. */
export type At = (keys: readonly string[], key: string) => Place

/**
 * Checks the config's `rules` against the rules there are.
 *
 * @throws Problem that names the rule, the option, and what is allowed.
 */
export function checkRules({ rules: configured = {} }: Config, at: At, rules: readonly AnyRule[]): void {
  for (const [id, settings] of Object.entries(configured)) {
    if (id === 'modules') continue
    const rule = rules.find((candidate) => candidate.id === id)
    if (rule === undefined)
      throw new Problem(`unknown rule “rules.${id}”`, { where: at(['rules'], id), hint: ruleHint(id, rules) })
    if (typeof settings === 'object' && !Array.isArray(settings)) checkOptions(rule, settings, at)
  }
}

/** Which rule was meant: people write the title that they have read. */
export function ruleHint(said: string, rules: readonly Pick<AnyRule, 'id' | 'title'>[]): string {
  const ids = rules.map(({ id }) => id)
  const near = nearest(said, ids)
  if (near !== undefined) return `did you mean “${near}”?`
  const title = nearest(
    said,
    rules.map((rule) => rule.title),
  )
  const titled = rules.find((rule) => rule.title === title)
  if (titled !== undefined) return `the rule with the title “${titled.title}” is “${titled.id}”`
  return '“pipeline-coach rules list” lists them all'
}

/**
 * Checks the config's `insights` against the insights there are.
 *
 * @throws Problem that names the insight, the option, and what is allowed.
 */
export function checkInsights(
  { insights: configured = {} }: Config,
  at: At,
  insights: readonly Pick<AnyInsight, 'id' | 'options'>[],
): void {
  for (const [id, settings] of Object.entries(configured)) {
    const insight = insights.find((candidate) => candidate.id === id)
    if (insight === undefined)
      throw new Problem(`unknown insight “insights.${id}”`, {
        where: at(['insights'], id),
        hint: suggestion(
          id,
          insights.map((one) => one.id),
        ),
      })
    if (typeof settings === 'object') checkEach('insights', insight, Object.keys(insight.options), settings, at)
  }
}

function checkOptions(rule: AnyRule, settings: Record<string, unknown>, at: At): void {
  const known = ['severity', ...Object.keys(rule.options), ...(rule.perStage === undefined ? [] : ['stages'])]
  checkEach('rules', rule, known, settings, at)
}

type Configured = Pick<AnyInsight, 'id' | 'options'>

function checkEach(
  key: 'rules' | 'insights',
  { id, options }: Configured,
  known: readonly string[],
  settings: Readonly<Record<string, unknown>>,
  at: At,
): void {
  for (const [option, value] of Object.entries(settings)) {
    if (key === 'rules' && (option === 'severity' || (option === 'stages' && known.includes('stages')))) continue
    if (!known.includes(option))
      throw new Problem(`unknown option “${key}.${id}.${option}”`, {
        where: at([key, id], option),
        hint: known.length === 0 ? 'it has no options: off, or nothing' : suggestion(option, known),
      })
    const standard = options[option]
    if (!isLike(standard, value))
      throw new Problem(`${key}.${id}.${option} has a wrong value`, {
        where: { ...at([key, id], option), value: JSON.stringify(value) },
        hint: `a ${typeof standard === 'number' ? 'number from 0 up' : Array.isArray(standard) ? 'list' : typeof standard}, such as ${JSON.stringify(standard)}`,
      })
  }
}

/** Of the kind that the default is. */
function isLike(standard: unknown, value: unknown): boolean {
  if (typeof value !== typeof standard || Array.isArray(value) !== Array.isArray(standard)) return false
  return typeof standard !== 'number' || Number(value) >= 0
}

/** @throws Problem where the config names a field that there is none of. */
export function checkColumns({ columns = {} }: Config, at: At): void {
  const known = [...new Set(kinds.flatMap((kind) => Object.keys(fieldsOf[kind])))]
  for (const field of Object.keys(columns))
    if (!known.includes(field))
      throw new Problem(`unknown field “columns.${field}”`, {
        where: at(['columns'], field),
        hint: suggestion(field, known),
      })
}
