import type { Book } from '../../src/book/book.ts'
import type { Manager } from '../../src/book/team/groups.ts'
import { isSamePerson } from '../../src/language/person-name.ts'
import type { ClientMeeting } from '../../src/book/activity/touches.ts'
import type { Finding } from '../../src/engine/finding.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { WhereToJoin } from '../../src/engine/where-to-join.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { isoOrNull } from '../../src/language/words.ts'

const SOON = 7
const AHEAD = 28

const KIM = { manager: 'Kim Osei' }
const TWO_MANAGERS = [
  { rep: 'Dana Whitfield', manager: 'Kim Osei' },
  { rep: 'Tom Okafor', manager: 'Lee Park' },
]
const SEEN = { on: '2026-10-20', kind: 'meeting', by: 'Kim Osei' } as const

export const managerOutOfTheField = defineRule({
  id: 'manager-out-of-the-field',
  scopes: ['manager'],
  family: 'leading',
  place: 'manager',
  cures: 'joining',
  title: 'Not in front of a client',
  why:
    'A team believes what its manager does. Whoever is never in front of a client coaches from reports, and hears last ' +
    'what clients have stopped saying.',
  needs: ['managerMeetings'],
  options: { days: 14 },
  readsFindings: true,

  check(manager, { book, asOf, options, findings }) {
    const { name } = manager
    const { activities, calendar } = book
    if (name === undefined || isToldAlready(manager, book) || !activities.wouldShow(name)) return undefined
    const last = activities.lastClientMeetingOf(name)?.day
    // Activities of the last week alone would make everybody look absent.
    const since = last ?? activities.since
    if (since === undefined || calendar.daysSince(since, name) < options.days) return undefined
    return {
      severity: 'medium',
      evidence: {
        manager: name,
        lastMeeting: isoOrNull(last),
        daysSince: last === undefined ? null : asOf - last,
        since: isoOrNull(activities.since),
        ...whereToBe(manager, name, book, findings),
      },
    }
  },

  say(
    { manager, lastMeeting, daysSince, since, meeting, with: person, deal, account, amount, rep, lastJoined },
    words,
  ) {
    const problem =
      lastMeeting === null
        ? `${manager} has been in no customer meeting on record, and the records begin on ${words.date(since ?? '')}`
        : `${manager} was last in a customer meeting on ${words.date(lastMeeting)}, ${words.count(daysSince ?? 0, 'day')} ago`
    // The first question is the one that is shown: it names where to be.
    const heard = 'What did you last hear from a client yourself, and when?'
    if (deal === null)
      return { problem, asks: [heard], action: `Ask each rep for one client meeting to join by ${words.nextReview}` }
    const worth = amount === null || amount <= 0 ? '' : ` (${words.money(amount)})`
    const owner = rep ?? 'the team'
    if (meeting === null)
      return {
        problem,
        asks: [`No meeting is planned: with whom could you ask for one about ${deal}${worth}?`, heard],
        action: `Ask ${owner} to plan one meeting about ${deal} with you in it`,
      }
    const who = person ?? account ?? 'the client'
    const day = words.date(meeting)
    const joined =
      lastJoined === null || rep === null ? owner : `${rep}, whom you last joined on ${words.date(lastJoined)},`
    return {
      problem,
      asks: [`On ${day} ${joined} meets ${who} about ${deal}${worth}: what would your being there change?`, heard],
      action: `Join ${rep === null ? 'the' : `${rep}’s`} meeting with ${who} on ${day} about ${deal}`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'fourteen days, and two meetings are planned: the larger deal’s',
      config: KIM,
      deals: [
        {
          name: 'Small',
          amount: 5_000,
          activities: [bothAt('2026-11-06'), { on: '2026-11-23', kind: 'meeting', with: 'Bo Lund' }],
        },
        { name: 'Large', amount: 90_000, activities: [{ on: '2026-11-25', kind: 'meeting', with: 'Sally Ortiz' }] },
      ],
      says: {
        severity: 'medium',
        evidence: { lastMeeting: '2026-11-06', daysSince: 14, meeting: '2026-11-25', deal: 'Large' },
      },
    },
    { kind: 'boundary', title: 'thirteen days', config: KIM, deals: [{ activities: [bothAt('2026-11-07')] }] },
    {
      kind: 'hit',
      title: 'nothing is planned: the deal that most needs one',
      config: KIM,
      deals: [
        { name: 'Small', amount: 5_000, activities: [SEEN] },
        { name: 'Large', amount: 90_000 },
      ],
      says: { severity: 'medium', evidence: { daysSince: 31, meeting: null, deal: 'Large' } },
    },
    {
      kind: 'miss',
      title: 'nobody says who the manager is',
      deals: [{ activities: [bothAt('2026-10-20')] }],
    },
    {
      kind: 'miss',
      title: 'the export would not show the manager at a meeting',
      config: KIM,
      deals: [{ activities: [{ on: '2026-10-20', kind: 'meeting' }] }],
    },
    {
      kind: 'hit',
      title: 'in no client meeting since the records began',
      config: KIM,
      deals: [
        {
          activities: [
            { on: '2026-10-20', by: 'Kim Osei' },
            { on: '2026-11-02', kind: 'meeting', with: 'Bo Lund' },
          ],
        },
      ],
      says: { severity: 'medium', evidence: { lastMeeting: null, daysSince: null, since: '2026-10-20' } },
    },
    {
      kind: 'boundary',
      title: 'a meeting in seven days comes before the larger deal’s in eight',
      config: KIM,
      deals: [
        { name: 'Small', amount: 0, activities: [SEEN, meetingOn('2026-11-27')] },
        { name: 'Large', amount: 90_000, activities: [meetingOn('2026-11-28')] },
      ],
      says: { severity: 'medium', evidence: { meeting: '2026-11-27', deal: 'Small', with: null } },
    },
    {
      kind: 'boundary',
      title: 'four weeks ahead is the furthest: the larger deal’s meeting in 29 days is not named',
      config: KIM,
      deals: [
        { name: 'Small', amount: 5_000, activities: [SEEN, meetingOn('2026-12-18')] },
        { name: 'Large', amount: 90_000, activities: [meetingOn('2026-12-19')] },
      ],
      says: { severity: 'medium', evidence: { meeting: '2026-12-18', deal: 'Small' } },
    },
    {
      kind: 'hit',
      title: 'the meeting that the manager goes to anyway is not named',
      config: KIM,
      deals: [
        { name: 'Large', amount: 90_000, activities: [SEEN, bothAt('2026-11-24')] },
        { name: 'Small', amount: 5_000, activities: [meetingOn('2026-11-25')] },
      ],
      says: { severity: 'medium', evidence: { meeting: '2026-11-25', deal: 'Small' } },
    },
    {
      kind: 'hit',
      title: 'of equal deals the one that is in trouble; hygiene and what was put aside are none',
      config: KIM,
      deals: [
        { name: 'Untidy', activities: [SEEN, meetingOn('2026-11-24')] },
        { name: 'Dismissed', activities: [meetingOn('2026-11-24')] },
        { name: 'Silent', activities: [meetingOn('2026-11-25')] },
      ],
      said: [
        { rule: 'untidy', rep: 'Dana Whitfield', deal: 'Untidy', age: 1, severity: 'high', place: 'hygiene' },
        { rule: 'amount-cut', rep: 'Dana Whitfield', deal: 'Dismissed', age: 1, severity: 'high', isDismissed: true },
        { rule: 'stale-deal', rep: 'Dana Whitfield', deal: 'Silent', age: 1, severity: 'low' },
      ],
      says: { severity: 'medium', evidence: { deal: 'Silent' } },
    },
    {
      kind: 'hit',
      title: 'of two managers, each goes to the meetings of their own reps',
      config: { manager: 'Pat Long' },
      reps: TWO_MANAGERS,
      page: 'Kim Osei',
      deals: [
        { name: 'Small', amount: 5_000, activities: [SEEN, { on: '2026-11-24', kind: 'meeting', by: null }] },
        { name: 'Large', owner: 'Tom Okafor', amount: 90_000, activities: [meetingOn('2026-11-24')] },
      ],
      says: { severity: 'medium', evidence: { manager: 'Kim Osei', deal: 'Small', rep: 'Dana Whitfield' } },
    },
    {
      kind: 'hit',
      title: 'no deal is open, and any client will do',
      config: KIM,
      deals: [
        {
          stage: 'Closed Won',
          created: '2026-06-01',
          closeDate: '2026-09-30',
          activities: [{ on: '2026-09-28', kind: 'meeting', by: 'Kim Osei' }],
        },
      ],
      says: { severity: 'medium', evidence: { meeting: null, deal: null, rep: null } },
    },
    {
      kind: 'miss',
      title: 'of another manager the exports show meetings, and of this one nothing',
      config: { manager: 'Pat Long' },
      reps: TWO_MANAGERS,
      page: 'Lee Park',
      deals: [{ activities: [SEEN] }],
    },
    {
      kind: 'hit',
      title: 'a deal that is nobody’s, and a meeting that nobody is entered for',
      config: KIM,
      deals: [
        { name: 'Open', owner: null, activities: [{ on: '2026-11-24', kind: 'meeting', with: 'Bo Lund' }] },
        { stage: 'Closed Won', activities: [SEEN] },
      ],
      says: { severity: 'medium', evidence: { deal: 'Open', rep: null, with: 'Bo Lund' } },
    },
    {
      kind: 'miss',
      title: 'whoever runs the team and leads some of it is told once, however the name is written',
      config: { manager: 'Osei Kim' },
      reps: TWO_MANAGERS,
      page: 'Kim Osei',
      deals: [{ activities: [SEEN] }, { owner: 'Tom Okafor' }],
    },
  ],
})

/** Whoever runs the whole team and leads some of it too is one person. */
function isToldAlready({ name, isTop }: Manager, { managers }: Book): boolean {
  const top = managers.find((manager) => manager.isTop)?.name
  return !isTop && name !== undefined && top !== undefined && isSamePerson(top, name)
}

/** The meeting most worth joining; where none is planned, the deal that most needs one. */
function whereToBe(manager: Manager, name: string, book: Book, findings: readonly Finding[]) {
  const where = new WhereToJoin(name, book, findings)
  const best = bestMeeting(manager, name, book, where)
  const deal = best?.deal ?? where.neediest(manager.open)
  return {
    meeting: isoOrNull(best?.meeting.day),
    with: best?.meeting.person ?? null,
    deal: deal?.name ?? null,
    account: deal?.account ?? null,
    amount: deal?.amount ?? null,
    rep: best?.meeting.owner ?? deal?.owner ?? null,
    lastJoined: isoOrNull(best?.lastJoined),
  }
}

/** Of their reps' meetings of this week, else of the next four, those that they do not go to anyway. */
function bestMeeting({ reps, isTop }: Manager, name: string, book: Book, where: WhereToJoin) {
  const own = new Set(reps.map((rep) => rep.name))
  const isTheirs = ({ owner, deals }: ClientMeeting) =>
    isTop || [owner, ...deals.map((deal) => deal.owner)].some((other) => other !== undefined && own.has(other))
  const planned = book.activities
    .plannedMeetings()
    .filter((meeting) => !book.activities.isAt(meeting, name) && isTheirs(meeting))
  const within = (days: number) => where.among(planned.filter(({ day }) => day <= addDays(book.asOf, days)))
  return within(SOON) ?? within(AHEAD)
}

/** A meeting of the deal’s owner, with nobody named. */
function meetingOn(on: string) {
  return { on, kind: 'meeting' } as const
}

function bothAt(on: string) {
  return { on, kind: 'meeting', attendees: ['Kim Osei', 'Dana Whitfield'] } as const
}
