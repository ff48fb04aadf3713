import type { Proof } from '../book/commitments.ts'
import type { Words } from '../words.ts'

/** What the next export has to show, in a few words: `two new opportunities`. */
export function proofWords(proof: Proof | undefined, words: Words): string {
  if (proof === undefined) return 'nothing: you are asked whether it is done'
  switch (proof.kind) {
    case 'cleared':
      return `“${proof.rule}” no longer said of it`
    case 'new-opportunities':
      return `${words.count(proof.count, 'new opportunity', 'new opportunities')}, renewals left out`
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
