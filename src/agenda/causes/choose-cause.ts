import { oncePer } from '../../kit/remembered.ts'
import { count, date, person, sum } from '../../language/sentence.ts'
import { say } from '../say/say.ts'
import { hasNoDeals } from '../../book/team/team-verdicts.ts'
import type { Case, Cause } from './cause.ts'
import { lessWon } from './fall.ts'
import { lostDeals } from './lost.ts'
import { fewerNew, nothingNew } from './creation.ts'
import { oneDeal } from './one-deal.ts'
import { dueDates, lossReason, plainTopics } from './plain-topics.ts'
import { contacts, movedDates, oldDeals, stakeOfDeals } from './topics.ts'

/** A topic is of several deals, or of a good part of what is open. */
const LEAST = { deals: 3, share: 1 / 5 } as const

/**
 * Verdicts first: losing too many, then too little that is new. Else the topic with the most money at stake. What half of
 * the team shares is the team's point and no rep's cause.
 *
 * @param shared labels of topics that more than half of the reps have, and the rep who has most of it.
 */
export function chooseCause(given: Case, shared: ReadonlyMap<string, string>): Cause | undefined {
  const verdict = lostDeals(given) ?? nothingNew(given)
  if (verdict !== undefined) return verdict
  const lately = lossReason(given) ?? lessWon(given) ?? fewerNew(given)
  if (lately !== undefined) return lately
  const [most] = topicsOf(given)
    .filter(({ label }) => (shared.get(label.template) ?? given.rep.name) === given.rep.name)
    .toSorted((a, b) => stakeOfDeals(b.deals) - stakeOfDeals(a.deals))
  return most ?? oneDeal(given)
}

/** Every topic there is something to say about: what the reps share is told from them, and then each cause. */
export const topicsOf = oncePer((given: Case): readonly Cause[] => {
  const { rep } = given
  const open = stakeOfDeals(rep.open)
  const special = [contacts(given), movedDates(given), oldDeals(given), dueDates(given)]
  const isEnough = ({ deals }: Cause) =>
    deals.length >= LEAST.deals || (deals.length > 1 && stakeOfDeals(deals) >= LEAST.share * open)
  const told = special.flatMap((cause) => cause ?? []).filter(isEnough)
  return told.length > 0 ? told : plainTopics(given).filter(isEnough)
})

/** Somebody who logs activities and has no deal in these files: who they are is a question to the manager. */
export function noDeals({ rep, book }: Pick<Case, 'rep' | 'book'>): Cause | undefined {
  if (!hasNoDeals(rep) || book.deals.length === 0) return undefined
  return {
    topic: 'unknown',
    families: [],
    label: say('label.no-deals'),
    todo: say('do.no-deals', { rep: person(rep.name) }),
    why: [],
    asks: [say('ask.no-deals'), say('ask.no-deals-export')],
    deals: [],
    first: undefined,
    where: undefined,
    compared: [],
  }
}

/** A rep who shows no sign of life while the others work: a question to the manager. */
export function noSign({ rep, book }: Pick<Case, 'rep' | 'book'>): Cause | undefined {
  if (rep.open.length === 0) return undefined
  const days = rep.deals
    .flatMap(({ created, closedOn, lastActivity }) => [created, closedOn, lastActivity])
    .filter((day) => day !== undefined && day <= book.asOf)
  const last = days.reduce<number>((latest, day) => Math.max(latest, day ?? 0), 0)
  if (last === 0 || book.asOf - last < 28) return undefined
  return {
    topic: 'unknown',
    families: [],
    label: say('label.no-sign'),
    todo: say('do.no-sign', { n: count(rep.open), worth: sum(rep.open), rep: person(rep.name) }),
    why: [],
    asks: [say('ask.no-sign', { day: date(last as typeof book.asOf) })],
    deals: rep.open,
    first: undefined,
    where: undefined,
    compared: [],
  }
}
