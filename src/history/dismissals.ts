import type { Dismissal } from '../book/past/commitments.ts'
import type { Past, PastReview } from '../book/past/past.ts'
import { hasChanged } from '../engine/dismissals.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { isoDate } from '../time/plain-date.ts'
import { shortId } from './record.ts'

/** A dismissal as it can be named: with an id, and what it is about. */
export interface PutAside extends Dismissal {
  readonly id: string
  readonly rule: string
  readonly scope: string
  /** Id and name of the deal, or the rep or account that it is about. */
  readonly about: string
  readonly name: string
  /** Undefined where it is about no deal, or the deal is nobody's. */
  readonly rep: string | undefined
  readonly isOver: boolean
}

/** What was put aside up to a day, the last word on each finding, oldest first; a dismissal that was taken back is not in it. */
export function allPutAside({ dismissals, reviews }: Past, asOf: PlainDate): readonly PutAside[] {
  const last = new Map<string, Dismissal>()
  for (const one of dismissals) {
    if (one.on > asOf) continue
    last.delete(one.key)
    last.set(one.key, one)
  }
  return [...last.values()].map((one) => {
    const [, rule = '', scope = '', about = ''] = /^(\S+) (\S+) (.*)$/u.exec(one.key) ?? []
    const deal = scope === 'deal' ? dealSeen(about, reviews) : undefined
    const isChanged = deal !== undefined && changedSince(one, about, reviews)
    return {
      ...one,
      id: shortId(`${one.key} ${isoDate(one.on)}`),
      rule,
      scope,
      about,
      name: deal?.name ?? about,
      rep: deal?.owner ?? (scope === 'rep' ? about : undefined),
      isOver: isChanged || (one.until !== undefined && one.until < asOf),
    }
  })
}

function dealSeen(id: string, reviews: readonly PastReview[]) {
  return reviews.find(({ deals }) => deals.has(id))?.deals.get(id)
}

/** Between the review in which it was put aside and the newest. */
function changedSince({ on }: Dismissal, id: string, reviews: readonly PastReview[]): boolean {
  const then = reviews.findLast(({ asOf }) => asOf >= on)?.deals.get(id)
  const now = reviews[0]?.deals.get(id)
  return then !== undefined && now !== undefined && hasChanged(now, then)
}
