import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { worthJoining } from '../../book/deals/stake.ts'
import { addDays } from '../../time/plain-date.ts'
import type { Change } from '../../history/compare.ts'
import { groupBy } from '../../kit/collections.ts'
import { count, date, list, name, number, sum, text, type Said, person } from '../../language/sentence.ts'
import { fill } from '../../language/fill.ts'
import { bookWords } from '../../book/book-words.ts'
import type { ManagerPage } from '../agenda.ts'
import type { DealTalk } from '../deals/choose-deals.ts'
import { isDueSoon } from '../facts/days.ts'
import { byAmount } from '../facts/closed.ts'
import { customer, isSayable } from '../facts/names.ts'
import { changeParts } from '../page/week-words.ts'
import type { Talk } from '../page/talk.ts'
import { commitmentLine } from '../commitments.ts'
import { say } from '../say/say.ts'

const NAMED = 2

/** Who has a deal, by what they are called. */
function ownerOf(deal: Deal) {
  return person(deal.owner ?? 'nobody')
}

/** Open deals due within two weeks; named where something is wrong with them, the largest first. */
export function dueSoonWords(talks: readonly Talk[], book: Book): readonly Said[] {
  const due = talks
    .flatMap(({ rep }) => rep.open)
    .filter((deal) => isDueSoon(deal, book) && (deal.closeDate ?? 0) >= book.asOf)
  if (due.length === 0) return []
  const wrong = talks
    .flatMap(({ deals }) => deals)
    .filter(({ deal }) => due.includes(deal))
    // What has words of its own on a page comes first.
    .toSorted((a, b) => Number(isOther(a)) - Number(isOther(b)) || byAmount(a.deal, b.deal))
    .slice(0, NAMED)
  const all = say('week.due', { n: count(due), worth: sum(due) })
  if (wrong.length === 0)
    return [all, say('week.due-largest', { deals: list(due.toSorted(byAmount).slice(0, NAMED).map(dealOf)) })]
  const words = bookWords(book)
  return [
    all,
    ...wrong.map(({ deal, reasons }) => {
      const [reason] = reasons
      const said = reason === undefined ? '' : fill(reason.said, words)
      return say('week.due-named', { ...slotsOf(deal), reason: text(said) })
    }),
  ]
}

function isOther({ reasons: [reason] }: DealTalk): boolean {
  return reason === undefined || reason.kind === 'other'
}

function slotsOf(deal: Deal) {
  return { deal: customer(deal), worth: sum([deal]), rep: ownerOf(deal), day: date(deal.closeDate ?? (0 as never)) }
}

function dealOf(deal: Deal): Said {
  return say('week.deal-of', slotsOf(deal))
}

/** How many are overdue, and whose. */
export function overdueWords(talks: readonly Talk[], { asOf }: Book): readonly Said[] {
  const isOverdue = ({ closeDate }: Deal) => closeDate !== undefined && closeDate < asOf
  const overdue = talks.flatMap(({ rep }) => rep.open).filter(isOverdue)
  const [only] = overdue
  if (only === undefined) return []
  if (overdue.length === 1) return [say('week.overdue-one', slotsOf(only))]
  const byRep = [...groupBy(overdue, ({ owner }) => owner ?? '')].toSorted(
    ([, a], [, b]) => b.length - a.length || sum(b).amount - sum(a).amount,
  )
  const most = byRep.slice(0, 5)
  const rest = byRep.slice(5).flatMap(([, deals]) => deals)
  const reps = most.map(([rep, deals]) => {
    const worth = sum(deals)
    const slots = { rep: person(rep), n: count(deals) }
    return worth.amount === 0 ? say('part.rep-count-plain', slots) : say('part.rep-count', { ...slots, worth })
  })
  const others = rest.length === 0 ? [] : [say('part.others-count', { n: count(rest) })]
  return [say('week.overdue', { n: count(overdue), worth: sum(overdue), reps: list([...reps, ...others]) })]
}

/** What the team won, lost and opened, and what moved. */
export function sinceWords(
  page: Pick<ManagerPage, 'reps'>,
  deals: readonly Deal[],
  changes: readonly Change[],
  book: Book,
): readonly Said[] {
  const parts = changeParts(deals, changes, book).filter(({ template }) => template !== 'changed.moved-back')
  const known = new Map(deals.map((deal) => [deal.id, deal]))
  const of = (kind: Change['change']) =>
    changes.flatMap(({ change, deal }) => (change === kind ? (known.get(deal.id) ?? []) : []))
  const [pushed, cut] = [of('pushed'), of('amount-down')]
  const moves = [
    ...(pushed.length === 0 ? [] : [say('week.pushed', { n: count(pushed), worth: sum(pushed) })]),
    ...(cut.length === 0 ? [] : [say('week.cut', { n: count(cut) })]),
  ]
  const all = [...parts, ...moves]
  if (all.length === 0) return book.past.reviews.length === 0 ? [] : [say('week.nothing')]
  const promised = page.reps.flatMap(({ commitments }) => commitments)
  const withVerdict = (verdict: string) => promised.filter((one) => one.verdict === verdict).length
  const isPromised = withVerdict('kept') + withVerdict('missed') > 0
  return [
    say('week.since', { parts: list(all) }),
    ...(isPromised
      ? [say('week.promises', { kept: number(withVerdict('kept')), missed: number(withVerdict('missed')) })]
      : book.past.reviews.length > 0 && promised.length === 0
        ? [say('week.no-promises')]
        : []),
  ]
}

/** Deals that nobody has. */
export function noOwnerWords(unassigned: readonly Deal[]): readonly Said[] {
  if (unassigned.length === 0) return []
  const largest = unassigned.toSorted(byAmount).slice(0, NAMED + 1)
  const named = list(
    largest.map((deal) => {
      const slots = { deal: customer(deal), worth: sum([deal]) }
      return deal.created === undefined
        ? say('week.no-owner-plain', slots)
        : say('week.no-owner-deal', { ...slots, day: date(deal.created) })
    }),
  )
  return unassigned.length <= NAMED + 1
    ? [say('week.no-owner', { deals: named })]
    : [say('week.no-owner-many', { n: count(unassigned), worth: sum(unassigned), deals: named })]
}

const AHEAD_DAYS = 7

/** The manager’s own: the last customer meeting, one to join, and what is owed. */
export function forYouWords(
  { manager, commitments }: Pick<ManagerPage, 'manager' | 'commitments'>,
  book: Book,
): readonly Said[] {
  const { name: who } = manager
  const last = who === undefined ? undefined : book.activities.lastClientMeetingOf(who)
  const met = last === undefined ? [] : [say('week.last-met', { day: date(last.day) })]
  const owed = commitments.map((one) => say('week.owes', { promise: text(commitmentLine(one, book, bookWords(book))) }))
  return [...owed.slice(0, 1), ...(owed.length > 0 ? [] : met), ...join(manager, book)]
}

/** Of the meetings with customers this week the one about the largest deal. */
function join({ name: who, reps }: ManagerPage['manager'], book: Book): readonly Said[] {
  const names = new Set(reps.map((rep) => rep.name))
  const meetings = book.activities
    .plannedMeetings()
    .filter(({ day, owner }) => day <= addDays(book.asOf, AHEAD_DAYS) && owner !== undefined && names.has(owner))
    .filter((meeting) => who === undefined || !book.activities.isAt(meeting, who))
  const best = worthJoining(meetings, (deal) => [deal.amount ?? 0])
  if (best === undefined || best.meeting.owner === undefined) return []
  const { meeting, deal } = best
  const slots = { rep: person(best.meeting.owner), deal: customer(deal), worth: sum([deal]), day: date(meeting.day) }
  return [
    meeting.person === undefined || !isSayable(meeting.person)
      ? say('week.join', slots)
      : say('week.join-with', { ...slots, who: name(meeting.person) }),
  ]
}

/** What stood for several reviews and nobody promised anything about: the oldest. */
export function letPassWords({ letPass }: ManagerPage): readonly Said[] {
  return letPass
    .filter(({ deal }) => deal !== null)
    .slice(0, 1)
    .map(({ deal, rep, age }) =>
      say('week.let-pass', { deal: name(deal?.name ?? '', [deal?.id ?? '']), rep: person(rep), n: number(age) }),
    )
}
