import type { Proof } from '../../book/past/commitments.ts'
import type { Words } from '../../language/words.ts'

/**
 * What the next export has to show, in a few words: `2 new opportunities`.
 *
 * @param titles of the rules, by id.
 */
export function proofWords(proof: Proof | undefined, words: Words, titles: ReadonlyMap<string, string>): string {
  if (proof === undefined) return 'nothing: you are asked whether it is done'
  switch (proof.kind) {
    case 'cleared':
      return `“${titles.get(proof.rule)?.toLowerCase() ?? proof.rule}” no longer true`
    case 'new-opportunities':
      return words.count(proof.count, 'new opportunity', 'new opportunities')
    case 'stage':
      return `the deal in ${proof.stage}, or past it`
    case 'activity':
      return 'an activity on the deal'
    case 'next-step':
      return 'a next step with a date ahead'
    case 'close-date':
      return `a close date no later than ${words.date(proof.date)}`
    case 'won':
      return 'the deal won'
  }
}
