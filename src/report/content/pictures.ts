import type { Agenda } from '../../agenda/agenda.ts'
import type { Talk } from '../../agenda/page/talk.ts'
import type { Point } from '../../agenda/team/screen.ts'
import { dealName } from '../../agenda/facts/names.ts'
import { sum } from '../../language/sentence.ts'
import type { Bars, Picture } from './document.ts'

const MOST = 6

/** The dates that deals were due on, beside a page that talks about dates. */
export function causePicture({ cause, rep }: Talk, { book, audience }: Agenda): Picture | undefined {
  if (cause === undefined || cause.topic !== 'slipping' || audience === 'rep') return undefined
  const moved = cause.deals
    .filter(({ datesHeld = [] }) => datesHeld.length > 1)
    .toSorted((a, b) => (b.pushes?.count ?? 0) - (a.pushes?.count ?? 0) || (b.amount ?? 0) - (a.amount ?? 0))
    .slice(0, MOST)
  if (moved.length === 0) return undefined
  return {
    kind: 'moves',
    today: book.asOf,
    deals: moved.map((deal) => ({
      name: dealName(deal, rep.open),
      amount: deal.amount === undefined ? undefined : sum([deal]),
      dates: (deal.datesHeld ?? []).map(({ day }) => day),
      moved: deal.pushes?.count ?? 0,
    })),
  }
}

/** The values a point of the team compares. */
export function pointPicture({ bars }: Point): Bars | undefined {
  return bars.length === 0 ? undefined : { kind: 'bars', groups: [{ title: undefined, bars }] }
}
