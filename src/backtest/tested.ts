import { isAboutOpenDeals } from '../engine/asking.ts'
import type { AnyRule } from '../engine/rule.ts'

/** The rules that speak about open deals, and the ids of the others. */
export function tested(rules: readonly AnyRule[]): { rules: readonly AnyRule[]; notTested: readonly string[] } {
  return {
    rules: rules.filter(isAboutOpenDeals),
    notTested: rules.filter((rule) => !isAboutOpenDeals(rule)).map(({ id }) => id),
  }
}
