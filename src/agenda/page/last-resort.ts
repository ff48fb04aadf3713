import type { Book } from '../../book/book.ts'
import type { Rep } from '../../book/team/rep.ts'
import type { Finding } from '../../engine/finding.ts'
import type { Words } from '../../language/words.ts'
import { addDays } from '../../time/plain-date.ts'
import type { OneThing } from '../agenda.ts'
import { bySeverity } from './rank.ts'

const WEEK = 7
/** Fewer losses are a week like another. */
const MANY = 3
const HALF = 0.5
const NAMED = 3

/** Where half of what was open was lost within the week, that is what the meeting is about. Clean-ups are not losses. */
export function lossesThing({ deals, open }: Rep, { asOf, norms }: Book, words: Words): OneThing | null {
  const since = addDays(asOf, -WEEK)
  const lost = deals.filter(
    ({ state, closedOn, age }) =>
      state === 'lost' &&
      closedOn !== undefined &&
      closedOn > since &&
      closedOn <= asOf &&
      (age ?? 0) <= norms.oldAge.days,
  )
  if (lost.length < MANY || lost.length < HALF * (lost.length + open.length)) return null
  const largest = [...lost].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0)).slice(0, NAMED)
  const names = words.list(largest.map(({ name }) => name))
  const more = lost.length > NAMED ? `, ${names} first` : `: ${names}`
  return {
    rule: 'recent-losses',
    cures: 'wins',
    deal: null,
    action: `Go through the ${lost.length} deals lost since ${words.weekday(addDays(since, 1))}${more}, by ${words.nextReview}.`,
    why: `${lost.length} of ${lost.length + open.length} open deals were lost within seven days.`,
    worth: null,
    forRep: undefined,
  }
}

/** Where nothing else stands out, the worst that is said of the rep: whoever has a medium or high finding is not healthy. */
export function aboutThing(about: readonly Finding[]): OneThing | null {
  const [worst] = about.filter(({ severity }) => severity !== 'low').sort(bySeverity)
  if (worst === undefined) return null
  return {
    rule: worst.rule,
    cures: worst.cures,
    deal: null,
    action: asSentence(worst.action),
    why: asSentence(worst.problem),
    worth: null,
    forRep: worst.forRep === undefined ? undefined : { why: asSentence(worst.forRep.problem), worth: null },
  }
}

/** What a rule says, as a sentence of its own. */
export function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/u.test(text) ? '' : '.'}`
}
