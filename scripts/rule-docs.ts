import { EXAMPLE_DAY, type Example } from '../src/engine/examples/example.ts'
import { judgeExample } from '../src/engine/examples/example-book.ts'
import type { AnyRule, RuleScope } from '../src/engine/rule.ts'

const NOTE = '<!-- Generated from the rules: npm run generate -->\n'

/** The overview of all rules, a table. */
export function ruleOverview(rules: readonly AnyRule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](${rule.id}.md) | ${rule.scopes.join(', ')} | ${rule.title} | ${rule.needs.join(', ')} |`,
  )
  return `${NOTE}# The rules

Each is named for what goes wrong, never for the cure. A rule whose data the export does not hold is “not checked”.

| rule | speaks about | title | needs |
|---|---|---|---|
${rows.join('\n')}
`
}

const SUBJECTS: Readonly<Record<RuleScope, string>> = {
  deal: 'an open deal',
  rep: 'a rep',
  account: 'a client',
  team: 'the team',
  manager: 'the manager',
}

function spokenOf(rule: AnyRule): string {
  if (rule.deals === 'lost') return 'a lost deal'
  return rule.scopes.map((scope) => SUBJECTS[scope]).join(' or ')
}

/** The page of one rule. */
export function rulePage(rule: AnyRule): string {
  const spoken = rule.examples().flatMap((example) => judgeExample(rule, example) ?? [])
  const asks = [...new Set(spoken.flatMap((finding) => finding.asks))]
  const actions = [...new Set(spoken.map(({ action }) => action))]
  const proofs = [...new Set(spoken.flatMap(({ proof }) => proof ?? []))]
  const toReps = [...new Set(spoken.flatMap(({ forRep }) => forRep?.problem ?? []))]
  return `${NOTE}# ${rule.title}

\`${rule.id}\` · ${rule.family} · speaks about ${spokenOf(rule)} · needs ${rule.needs.join(', ')}

${rule.why}

${rule.sparesProducers === true ? 'It never speaks about a rep who produces: whose creation and winning are not below.\n\n' : ''}${rule.yieldsTo === undefined ? '' : `It says nothing where ${rule.yieldsTo.map((id) => `\`${id}\``).join(' or ')} speaks about the same subject.\n\n`}## Options

| option | default |
|---|---|
${Object.entries(rule.options)
  .map(
    ([name, value]) =>
      `| \`${name}\` | ${typeof value === 'number' ? Math.round(value * 1000) / 1000 : JSON.stringify(value)} |`,
  )
  .join('\n')}

\`\`\`yaml
rules:
  ${rule.id}: off
\`\`\`

## What it asks

${asks.map((ask) => `- ${ask}`).join('\n')}

## What it suggests

${actions.map((action) => `- ${action}`).join('\n')}

What the next export would show: ${proofs.map((proof) => `\`${proof}\``).join(', ')}.
${toReps.length === 0 ? '' : `\n## What a rep’s own copy says instead\n\n${toReps.map((problem) => `- ${problem}`).join('\n')}\n`}
## Examples

All are reviewed on ${EXAMPLE_DAY}.

| situation | it says |
|---|---|
${rule
  .examples()
  .map((example) => `| ${example.title} | ${says(rule, example)} |`)
  .join('\n')}
`
}

function says(rule: AnyRule, example: Example): string {
  const finding = judgeExample(rule, example)
  if (finding === undefined) return '–'
  const before = finding.place === 'hygiene' ? ', clean up first' : ''
  return `**${finding.severity}**${before}: ${finding.problem.replaceAll('|', '\\|')}`
}
