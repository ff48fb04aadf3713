import { judgeExample } from '../../src/engine/examples/example-book.ts'
import type { Example } from '../../src/engine/examples/example.ts'
import type { Finding } from '../../src/engine/finding.ts'
import type { AnyRule } from '../../src/engine/rule.ts'
import { oncePer } from '../../src/kit/remembered.ts'

const known = new Map<Example, { readonly finding: Finding | undefined }>()

/** A rule's examples, the same objects each time. */
export const examplesOf = oncePer((rule: AnyRule) => rule.examples())

/**
 * What a rule says of one of its own examples, judged once for all tests that look at it. Not where lines are changed to
 * see which test notices (`vitest.mutation.config.ts`): there a test that is told what another has heard reaches no line.
 */
export function judged(rule: AnyRule, example: Example): Finding | undefined {
  const heard = known.get(example) ?? { finding: judgeExample(rule, example) }
  if (process.env['JUDGE_EACH_TIME'] === undefined) known.set(example, heard)
  return heard.finding
}
