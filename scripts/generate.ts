// Writes what is generated from the code: the sample team, the JSON Schemas, the man page, the pages of
// the rules. With --check it writes nothing and fails where a file is not as it would be written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { rules } from '../rules/index.ts'
import { commandLine } from '../src/cli/command-line.ts'
import { configSchema } from '../src/config/schema.ts'
import { historySchema } from '../src/history/schema.ts'
import { processIo } from '../src/system/io.ts'
import { backtestSchema } from '../src/report/backtest/json.ts'
import { agendaSchema } from '../src/report/json/agenda-schema.ts'
import { manPage } from './man-page.ts'
import { insights } from '../src/insights/index.ts'
import { insightOverview, insightPage } from './insight-docs.ts'
import { ruleOverview, rulePage } from './rule-docs.ts'
import { sampleTeamFiles } from './sample-team/files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const isCheck = process.argv.includes('--check')

function schemaFile(schema: z.ZodType, title: string): string {
  const body = z.toJSONSchema(schema, { io: 'input' })
  return `${JSON.stringify({ ...body, title }, null, 2)}\n`
}

const files = new Map<string, string>([
  ['schema/backtest.v1.json', schemaFile(backtestSchema, 'pipeline-coach/backtest@1')],
  ['schema/config.v1.json', schemaFile(configSchema, 'pipeline-coach.yaml')],
  ['schema/agenda.v1.json', schemaFile(agendaSchema, 'pipeline-coach/agenda@1')],
  ['schema/history.v1.json', schemaFile(historySchema, 'A review’s file, or a line of log.ndjson')],
  ['man/pipeline-coach.1', manPage(commandLine(processIo(), { code: () => undefined, help: () => undefined }))],
  ['docs/rules/README.md', ruleOverview(rules)],
  ...rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)] as const),
  ['docs/insights/README.md', insightOverview(insights)],
  ...insights.map((insight) => [`docs/insights/${insight.id}.md`, insightPage(insight)] as const),
  ...[...sampleTeamFiles()].map(([file, content]) => [path.join('fixtures/sample-team', file), content] as const),
])

for (const [file, content] of files) {
  const target = path.join(root, file)
  if (existsSync(target) && readFileSync(target, 'utf8') === content) continue
  if (isCheck) {
    process.stderr.write(`${file} is not what the code would write: npm run generate\n`)
    process.exitCode = 1
    continue
  }
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, content)
  process.stdout.write(`wrote ${file}\n`)
}
