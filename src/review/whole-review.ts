import { insights as builtInInsights } from '../insights/index.ts'
import { rules as builtIn } from '../../rules/index.ts'
import type { Agenda } from '../agenda/agenda.ts'
import { withoutJudgement } from '../agenda/without-judgement.ts'
import { composeAgenda } from '../agenda/compose-agenda.ts'
import { MOST_DEALS } from '../agenda/page/compose-talk.ts'
import { buildBook } from '../book/build-book.ts'
import type { Checked } from '../book/checks/data-check.ts'
import type { Past } from '../book/past/past.ts'
import type { LoadedConfig } from '../config/load-config.ts'
import { checkInsights } from '../config/check-names.ts'
import { bookSettings, insightSettings, ruleSettings } from '../config/settings.ts'
import { findInsights } from '../engine/find-insights.ts'
import type { RuleSettings } from '../engine/asking.ts'
import { frozen } from '../engine/own-rule.ts'
import type { AnyRule } from '../engine/rule.ts'
import { type RuleRun, runRules } from '../engine/run-rules.ts'
import { judge } from '../history/judge.ts'
import { messageFor } from '../report/text/message.ts'
import { harmless, type Io } from '../system/io.ts'
import type { ReadFlags, ReviewFlags } from './flags.ts'
import type { Ascii } from './rendering.ts'

/** What the exports tell, what the rules say about it, what became of what was promised, and the agenda of all that. */
export function wholeReview(
  { exports, asOf, data }: Checked,
  past: Past,
  { config, rules, file }: Pick<LoadedConfig, 'config' | 'rules' | 'file'>,
  flags: Pick<ReviewFlags, 'currency' | 'maxDeals' | 'minutes' | 'locale' | 'exportedAt'>,
): { agenda: Agenda; run: RuleRun } {
  const built = buildBook(exports, past, bookSettings(config, flags), asOf, data)
  const book = rules.length > builtIn.length ? frozen(built) : built
  const settings = ruleSettings(config)
  const run = runRules(book, rules, settings, (said) => judge(book, said, judgingRules(rules, settings)))
  checkInsights(config, () => ({ file: file ?? '--set' }), builtInInsights)
  const found = findInsights(book, builtInInsights, insightSettings(config))
  const bounds = {
    maxDeals: flags.maxDeals ?? config.meeting?.maxDeals ?? MOST_DEALS,
    minutesPerRep: flags.minutes ?? config.meeting?.minutesPerRep,
  }
  const agenda = withoutJudgement(composeAgenda(book, rules, run, bounds, found))
  return { agenda, run: { ...run, failures: [...run.failures, ...found.failures] } }
}

/** Those whose silence can show that something was put right: not one that is off, nor one that reads what is judged. */
function judgingRules(rules: readonly AnyRule[], settings: ReadonlyMap<string, RuleSettings>): readonly AnyRule[] {
  return rules.filter((rule) => rule.readsFindings !== true && settings.get(rule.id)?.off !== true)
}

/** What is said of rules that threw. */
export function failuresOf({ failures }: RuleRun): readonly string[] {
  return failures.map(
    ({ rule, error }) => `${rule} failed and was left out: ${error instanceof Error ? error.message : String(error)}`,
  )
}

/** On standard error, a line each. */
export async function warn(
  warnings: readonly string[],
  flags: Pick<ReadFlags, 'quiet'>,
  io: Io,
  ascii?: Ascii,
): Promise<void> {
  if (flags.quiet === true || warnings.length === 0) return
  await new Promise<void>((resolve) => {
    const lines = warnings.map((warning) => `pipeline-coach: ${harmless(ascii?.(warning) ?? warning)}\n`)
    const { isTTY, columns = 80 } = io.stderr
    io.stderr.write(isTTY === true ? messageFor(columns, lines.join('')) : lines.join(''), () => resolve())
  })
}
