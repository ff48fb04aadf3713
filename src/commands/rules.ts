import { rules as builtIn } from '../../rules/index.ts'
import { ruleHint } from '../config/check-names.ts'
import { ruleSettings } from '../config/settings.ts'
import { contradiction, judgeExample } from '../engine/examples/example-book.ts'
import { EXAMPLE_DAY } from '../engine/examples/example.ts'
import { loadRules } from '../engine/load-rules.ts'
import type { AnyRule } from '../engine/rule.ts'
import type { RuleSettings } from '../engine/asking.ts'
import { openConfig } from '../review/config-search.ts'
import type { ReadFlags } from '../review/flags.ts'
import { type Io, writeOut } from '../system/io.ts'
import { Problem } from '../system/problem.ts'

type RuleFlags = Pick<ReadFlags, 'config' | 'set' | 'rules'>

async function inForce(flags: RuleFlags, io: Io) {
  const { config, rules } = await openConfig(flags, io)
  return { rules, settings: ruleSettings(config) }
}

/** `rules list`: every rule in a line. */
export async function listRules(flags: RuleFlags, io: Io): Promise<number> {
  const { rules, settings } = await inForce(flags, io)
  const width = Math.max(...rules.map((rule) => rule.id.length))
  const lines = rules.map((rule) => {
    const off = settings.get(rule.id)?.off === true ? '  (off)' : ''
    return `${rule.id.padEnd(width)}  ${rule.scopes.join(', ').padEnd(13)}  ${rule.title}${off}`
  })
  await writeOut(io.stdout, `${lines.join('\n')}\n`)
  return 0
}

/** `rules explain ID`; the title, as reports and `rules list` have it, does too. */
export async function explainRule(said: string, flags: RuleFlags, io: Io): Promise<number> {
  const { rules, settings } = await inForce(flags, io)
  const rule = rules.find(({ id, title }) => id === said || title.toLowerCase() === said.trim().toLowerCase())
  if (rule === undefined) throw new Problem(`no rule called “${said}”`, { hint: ruleHint(said, rules) })
  await writeOut(io.stdout, explanation(rule, settings.get(rule.id)))
  return 0
}

/** `rules check MODULE`: runs a rule of one's own on its examples. 1 where it does not say what they expect. */
export async function checkOwnRule(module: string, io: Io): Promise<number> {
  const [rule] = await loadRules([module], io.cwd, builtIn)
  if (rule === undefined) return 0
  const all = rule.examples()
  if (all.length === 0)
    throw new Problem(`${rule.id} has no examples to check it by`, {
      where: { file: module },
      hint: 'give it examples: a hit, a miss and a boundary, as “pipeline-coach rules explain stale-deal” shows',
    })
  const results = all.map((example) => ({ example, wrong: contradiction(rule, example) }))
  const lines = results.map(({ example, wrong }) =>
    wrong === undefined ? `  ok      ${example.title}` : `  wrong   ${example.title}: ${wrong}`,
  )
  const failed = results.filter(({ wrong }) => wrong !== undefined).length
  const kinds = (['hit', 'miss', 'boundary'] as const).filter((kind) => !all.some((one) => one.kind === kind))
  const summary =
    failed === 0
      ? `${all.length} examples, all as they should be.`
      : `${failed} of ${all.length} examples are not as they should be.`
  const lacking = kinds.length === 0 ? '' : ` There is no ${kinds.join(' and no ')} among them.`
  await writeOut(io.stdout, `${rule.id}: ${rule.title}\n${lines.join('\n')}\n${summary}${lacking}\n`)
  return failed === 0 ? 0 : 1
}

function explanation(rule: AnyRule, settings: RuleSettings | undefined): string {
  const sections = [
    `${rule.id}: ${rule.title}\n`,
    `${wrap(rule.why)}\n`,
    rule.needs.length === 0
      ? 'Needs nothing but the deals.'
      : `Needs: ${rule.needs.join(', ')}. Without it the rule is “not checked”.`,
    rule.yieldsTo === undefined ? undefined : `Yields to: ${rule.yieldsTo.join(', ')}.`,
    settings?.off === true ? 'It is switched off in the config.' : undefined,
    `\nOptions${rule.perStage === undefined ? '' : ` (${rule.perStage} also by stage, under stages:)`}\n${options(rule, settings)}`,
    `\nWhat it says, for example\n${spoken(rule)}`,
    `\nExamples, all reviewed on ${EXAMPLE_DAY}\n${examples(rule)}`,
  ]
  return `${sections.filter((section) => section !== undefined).join('\n')}\n`
}

function options(rule: AnyRule, settings: RuleSettings | undefined): string {
  return Object.entries(rule.options)
    .map(([name, standard]) => {
      const own = settings?.options[name]
      const now = own === undefined ? '' : `, now ${JSON.stringify(own)}`
      return `  ${name}: ${JSON.stringify(round(standard))}${now}`
    })
    .join('\n')
}

function round(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
}

/** The finding of the first example that has one. */
function spoken(rule: AnyRule): string {
  const finding = rule
    .examples()
    .map((example) => judgeExample(rule, example))
    .find((judged) => judged !== undefined)
  if (finding === undefined) return '  –'
  return [`  ${finding.severity}  ${finding.problem}`, ...finding.asks.map((ask) => `  ask   ${ask}`)].join('\n')
}

function examples(rule: AnyRule): string {
  return rule
    .examples()
    .map((example) => `  ${(example.says?.severity ?? 'silent').padEnd(7)} ${example.title}`)
    .join('\n')
}

function wrap(text: string): string {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length > 78) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}
