import type { Agenda, RepPage } from '../agenda/agenda.ts'
import { withDeal } from '../agenda/commitments.ts'
import { dealById } from '../book/lookup.ts'
import { MANAGER, parseProof } from '../book/past/commitments.ts'
import { findingKey } from '../book/past/past.ts'
import type { DealRef, Finding } from '../engine/finding.ts'
import type { LogEvent } from '../history/schema.ts'
import { standingOn } from '../history/log.ts'
import { isoDate, parseIsoDate, type PlainDate } from '../time/plain-date.ts'
import type { Agreed, MeetingSummary, RepMeeting } from '../report/meeting.ts'
import { isAbout, itemsOf, itemText, keysOf, managerItems, promiseKey, type MeetingItem } from './meeting-items.ts'

/** What was written down on the day of the review about the reps shown, however many sittings it took. */
export function summaryOf(shown: Agenda, whole: Agenda, events: readonly LogEvent[]): MeetingSummary {
  const { asOf } = whole.book
  const today = events.filter(({ on }) => on === isoDate(asOf))
  const met = new Set(today.flatMap((event) => (event.event === 'met' ? [event.rep] : [])))
  const meetings = shown.pages.map((page) => ({
    ...meetingWith(page, whole, events, today),
    isMet: met.has(page.rep.name),
  }))
  const own = { ...meetingWith(undefined, whole, events, today), isMet: met.has(MANAGER) }
  return {
    asOf,
    reps: [...meetings.filter((meeting) => meeting.isMet || hasAny(meeting)), ...(hasAny(own) ? [own] : [])],
    notMet: meetings.filter(({ isMet }) => !isMet).map(({ rep }) => rep),
  }
}

type Meeting = Omit<RepMeeting, 'isMet'>

function hasAny({ agreed, help, settled, dismissed, talkedAbout }: Meeting): boolean {
  return [agreed, help, settled, dismissed, talkedAbout].some((list) => list.length > 0)
}

type Committed = Extract<LogEvent, { event: 'committed' }>

/** @param page undefined: the manager's own. */
function meetingWith(
  page: RepPage | undefined,
  whole: Agenda,
  all: readonly LogEvent[],
  today: readonly LogEvent[],
): Meeting {
  const name = page?.rep.name ?? MANAGER
  const settledToday = new Map(
    today.flatMap((event) => (event.event === 'done' || event.event === 'dropped' ? [[event.id, event.event]] : [])),
  )
  const names = new Set(whole.pages.map(({ rep }) => rep.name))
  const isTheirs = ({ rep, owedTo }: Committed) =>
    page === undefined
      ? rep === MANAGER && !names.has(owedTo ?? '')
      : rep === name || (rep === MANAGER && owedTo === name)
  const made = committedIn(all).filter(isTheirs)
  const agreed = made.filter(({ on, id }) => on === isoDate(whole.book.asOf) && !settledToday.has(id))
  const findings = new Map(
    whole.findings
      .filter((one) => (page === undefined ? one.rep === null && one.deal === null : isAbout(one, page)))
      .map((one) => [findingKey(one), one]),
  )
  return {
    rep: name,
    agreed: agreed
      .filter(({ rep }) => (rep === MANAGER) === (page === undefined))
      .map((event) => agreedOf(event, whole)),
    help: agreed.filter(({ rep }) => rep === MANAGER && page !== undefined).map((event) => agreedOf(event, whole)),
    settled: made.flatMap(({ id, text, on }) => {
      const as = settledToday.get(id)
      const isAgain = as === 'dropped' && agreed.some((one) => one.text === text)
      return as !== undefined && !isAgain && on < isoDate(whole.book.asOf) ? [{ text, as }] : []
    }),
    dismissed: dismissedOf(findings, all, whole.book.asOf),
    talkedAbout: onlyTalked(today, page === undefined ? managerItems(whole) : itemsOf(page, whole), made, whole),
  }
}

function committedIn(events: readonly LogEvent[]): readonly Committed[] {
  return events.flatMap((event) => (event.event === 'committed' ? [event] : []))
}

/** What was put aside on the day and not taken back. */
function dismissedOf(
  findings: ReadonlyMap<string, Finding>,
  all: readonly LogEvent[],
  asOf: PlainDate,
): RepMeeting['dismissed'] {
  const standing = new Map(standingOn(all, asOf).dismissals.map((one) => [one.key, one]))
  return [...standing.values()].flatMap(({ key, on, reason, until }) => {
    const finding = findings.get(key)
    return on < asOf || finding === undefined
      ? []
      : [{ rule: finding.rule, deal: finding.deal?.name, what: finding.problem, reason, until }]
  })
}

/** What was talked about and led to nothing that stands here already. */
function onlyTalked(
  today: readonly LogEvent[],
  items: readonly MeetingItem[],
  made: readonly Committed[],
  whole: Agenda,
): readonly string[] {
  const elsewhere = new Set(
    today.flatMap((event) => {
      if (event.event === 'dismissed') return event.finding
      return event.event === 'committed' ? (event.about ?? []) : []
    }),
  )
  const texts = new Map([
    ...made.map((event) => [promiseKey(event.id), event.text] as const),
    ...items.flatMap((item) => keysOf(item).map((key) => [key, itemText(item, whole)] as const)),
  ])
  const said = today.flatMap((event) =>
    event.event === 'discussed' && !elsewhere.has(event.finding) ? (texts.get(event.finding) ?? []) : [],
  )
  return [...new Set(said)]
}

function agreedOf({ id, text, by, deal, proof }: Committed, { book }: Agenda): Agreed {
  const about = deal === undefined ? null : dealNamed(deal, book)
  return {
    id,
    text,
    said: withDeal(text, about, book),
    by: parseIsoDate(by) ?? book.asOf,
    deal: about,
    proof: proof === undefined ? undefined : parseProof(proof),
  }
}

function dealNamed(id: string, book: Agenda['book']): DealRef {
  return { id, name: dealById(id, book)?.name ?? id }
}
