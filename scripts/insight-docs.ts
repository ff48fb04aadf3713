import { exampleBook } from '../src/engine/examples/example-book.ts'
import { EXAMPLE_DAY } from '../src/engine/examples/example.ts'
import { findInsights } from '../src/engine/find-insights.ts'
import type { AnyInsight, InsightExample } from '../src/engine/insight.ts'
import { bookWords } from '../src/book/book-words.ts'
import { fill, fillAll } from '../src/language/fill.ts'

const NOTE = '<!-- Generated from the insights: npm run generate -->\n'

const PLACES = {
  period: 'the first point of the team, and each rep’s numbers',
  point: 'a point of the team, or the why of a rep’s page',
  line: 'a line of its own on the team’s screen',
  data: 'what is to be read first: it is about the export',
} as const

/** The overview of all insights, a table. */
export function insightOverview(insights: readonly AnyInsight[]): string {
  const rows = insights.map(
    ({ id, title, place, needs }) => `| [\`${id}\`](${id}.md) | ${title} | ${PLACES[place]} | ${needs.join(', ')} |`,
  )
  return `${NOTE}# The insights

What an analyst would find in the same files. A rule speaks about a deal or a rep; an insight tells what the files as a whole show,
with its counts and the open deals it touches. All are in \`--format json\` under \`insights\`; the team’s best three and each
rep’s best one are marked.

| insight | title | where it stands | needs |
|---|---|---|---|
${rows.join('\n')}
`
}

/** The page of one insight. */
export function insightPage(insight: AnyInsight): string {
  const options = Object.entries(insight.options)
  return `${NOTE}# ${insight.title}

\`${insight.id}\`${insight.needs.length === 0 ? '' : ` · needs ${insight.needs.join(', ')}`}

${insight.why}

## Options

${
  options.length === 0
    ? 'It has none.'
    : `| option | default |
|---|---|
${options.map(([name, value]) => `| \`${name}\` | ${typeof value === 'number' ? Math.round(value * 1000) / 1000 : JSON.stringify(value)} |`).join('\n')}`
}

\`\`\`yaml
insights:
  ${insight.id}: off
\`\`\`

## Examples

All are reviewed on ${EXAMPLE_DAY}.

| situation | it says | it asks |
|---|---|---|
${insight
  .examples()
  .map((example) => `| ${example.title} | ${says(insight, example)} |`)
  .join('\n')}
`
}

function says(insight: AnyInsight, { says: expected, ...situation }: InsightExample): string {
  const book = exampleBook(situation)
  const settings = new Map([[insight.id, { off: false, options: situation.options ?? {} }]])
  const found = findInsights(book, [insight], settings).insights.find(({ rep }) => rep === (expected?.rep ?? null))
  if (expected === undefined || found === undefined) return '– | –'
  const words = bookWords(book)
  const { text, caveat, ask } = found.said
  return `${fillAll([...text, ...(caveat === undefined ? [] : [caveat])], words)} | ${fill(ask, words)}`.replaceAll(
    '\n',
    ' ',
  )
}
