import { bookWords } from '../book/book-words.ts'
import type { RepPage } from './agenda.ts'
import { isHeldAgainst } from './team/silence.ts'
import type { Case } from './causes/cause.ts'
import { topicsOf } from './causes/choose-cause.ts'
import { stakeOfDeals } from './causes/topics.ts'
import type { Composition } from './composition.ts'
import { Neighbours } from './deals/neighbours.ts'
import { Asked } from './deals/asked.ts'
import { reasonsOf, withoutCommon } from './deals/reasons.ts'
import { fridayAfter, meetingOf } from './facts/days.ts'
import { byDeal, composeTalk, prepare } from './page/compose-talk.ts'
import { outlookOf } from './page/outlook.ts'
import { bestLate } from './page/praise.ts'
import type { Talk } from './page/talk.ts'
import { compareText, groupBy } from '../kit/collections.ts'

const HALF = 0.5
/** Fewer reps than this share nothing that is worth calling the team's. */
const TEAM = 3

/** What each page says, in the order of the pages: most at stake first, those who need nothing last. */
export function composeTalks(
  pages: readonly Omit<RepPage, 'preparations' | 'talk'>[],
  composition: Composition,
): readonly Talk[] {
  const { book, bounds } = composition
  const neighbours = new Neighbours(book)
  const meeting = meetingOf(book)
  const by = fridayAfter(meeting)
  const isShown = isHeldAgainst(book)
  const cases = pages.map(({ rep, diagnosis }): Case => {
    const own = composition.byRep.get(rep.name) ?? []
    const findings = byDeal(own.filter(isShown))
    const reasons = withoutCommon(
      new Map(rep.open.map((deal) => [deal.id, reasonsOf(deal, findings.get(deal.id) ?? [], book, neighbours)])),
    )
    return { rep, book, diagnosis, findings, reasons, neighbours, meeting, by }
  })
  const shared = sharedTopics(cases)
  const prepared = pages
    .flatMap((page, at) => {
      const given = cases[at]
      return given === undefined ? [] : [prepare(page, given, shared)]
    })
    .toSorted(
      (a, b) =>
        Number(b.cause !== undefined) - Number(a.cause !== undefined) ||
        b.stake - a.stake ||
        compareText(a.page.rep.name, b.page.rep.name),
    )
  const team = { deals: book.deals, open: book.open }
  const report = {
    book,
    neighbours,
    asked: new Asked(bookWords(book)),
    bounds,
    helper: bestLate(book),
    learner: prepared.find(({ cause }) => cause?.topic === 'winning')?.page.rep,
    insights: new Map(
      composition.insights.flatMap((one) => (one.rep !== null && one.isBest ? [[one.rep, one] as const] : [])),
    ),
    earlier: outlookOf(team, undefined, book).earlier,
  }
  return prepared.map((one, place) => composeTalk(one, place, report))
}

/** Topics that half of the reps or more have: the team's, and only talked about where most money is at stake in them. */
function sharedTopics(cases: readonly Case[]): ReadonlyMap<string, string> {
  const reps = cases.filter(({ rep }) => rep.open.length > 0)
  if (reps.length < TEAM) return new Map()
  const all = reps.flatMap((given) => topicsOf(given).map((topic) => ({ rep: given.rep.name, topic })))
  const byLabel = groupBy(all, ({ topic }) => topic.label.template)
  return new Map(
    [...byLabel]
      .filter(([, same]) => same.length > HALF * reps.length)
      .map(([label, same]) => {
        const stakes = same.map(({ rep, topic }) => ({ rep, stake: stakeOfDeals(topic.deals) }))
        const [most] = stakes.toSorted((a, b) => b.stake - a.stake)
        return [label, most?.rep ?? '']
      }),
  )
}
