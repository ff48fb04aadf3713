import { addDays, type PlainDate } from '../../src/time/plain-date.ts'
import { daysAgo, WEEK_2, workday } from './calendar.ts'
import type { Ids } from './ids.ts'
import { OPEN_STAGES, type Activity, type ActivityType, type Contact, type Deal } from './model.ts'
import { Random } from './random.ts'

/** What happens in a touch, and what the next step says while it is ahead; `{first}` is the person's first name. */
type Script = readonly [type: ActivityType, subject: string, step: string]

const EARLY: readonly Script[] = [
  ['Call', 'Intro call', 'intro call, {first} brings the current numbers'],
  ['Meeting', 'Discovery meeting', 'discovery meeting, {first} invites the floor team'],
  ['Email', 'Re: your questions', '{first} answers the open questions'],
  ['Call', 'Discovery call', 'call, {first} confirms who else decides'],
  ['Meeting', 'Site visit', 'site visit, {first} shows the line'],
]
const MIDDLE: readonly Script[] = [
  ['Meeting', 'Demo', 'demo, {first} brings two users'],
  ['Call', 'Requirements call', 'call, {first} ranks the requirements'],
  ['Email', 'Re: requirements list', '{first} returns the requirements list'],
  ['Meeting', 'Workshop', 'workshop, {first} brings the team'],
  ['Call', 'Business case call', 'call, {first} checks the savings figure'],
  ['Task', 'Business case shared', '{first} comments on the business case'],
]
const LATE: readonly Script[] = [
  ['Meeting', 'Proposal review', 'proposal review, {first} brings the comments'],
  ['Call', 'Pricing call', 'pricing call, {first} brings the budget figure'],
  ['Email', 'Re: contract draft', '{first} returns the contract comments'],
  ['Meeting', 'Decision meeting', 'decision meeting, {first} confirms the date of signing'],
  ['Call', 'Legal and security call', 'call, {first} brings legal'],
]
const LOOP: readonly Script[] = [
  ['Call', 'Catch-up, still has to talk to the boss', 'call {first} again, still has to talk to the boss'],
  ['Email', 'Re: any news from the boss?', '{first} wants to write after talking to the boss'],
  ['Call', 'Follow-up, boss was travelling', 'catch up with {first}, hopes to see the boss first'],
  ['Meeting', 'Walk-through of the proposal', '{first} wants to see it once more before taking it up'],
]
const AFTER_CARE: readonly Script[] = [
  ['Call', 'Quarterly check-in', ''],
  ['Meeting', 'Review of results', ''],
  ['Call', 'Check-in, asked for a referral', ''],
]

/** Everything done on the deal, and the next thing planned. */
export function touches(deal: Deal, ids: Ids, care: { keepsInTouch: number }): Activity[] {
  const random = new Random(`${deal.key}|touches`)
  if (deal.contacts.length === 0) return []
  const days = touchDays(deal, random)
  const met = new Set<Contact>()
  const start = random.int(0, 9)
  const done = days.map((day, at) => {
    const contact = whom(deal, day, at, met)
    const known = deal.rhythm.plans ? (days[at - 1] ?? day) : day
    return activity(deal, ids, contact, { random, day, known, script: scriptFor(deal, day, start + at) })
  })
  return deal.end?.won === true && random.chance(care.keepsInTouch) ? [...done, ...afterCare(deal, ids, random)] : done
}

function touchDays(deal: Deal, random: Random): PlainDate[] {
  const last = deal.rhythm.until ?? deal.end?.day ?? WEEK_2
  const [least, most] = deal.rhythm.every
  const days: PlainDate[] = []
  let day = deal.created
  for (; day <= last; day = workday(addDays(day, random.int(least, most)))) days.push(day)
  // Somebody says yes or no, as a rule in person.
  if (deal.end !== undefined && deal.rhythm.plans && (days.at(-1) ?? 0) < deal.end.day) days.push(deal.end.day)
  // A deal in good hands has its next touch in the calendar.
  if (deal.end === undefined && deal.rhythm.plans) {
    days.push(workday(addDays(WEEK_2, random.int(3, deal.rhythm.loops === true ? 6 : 18))))
  }
  return days
}

/** Who is new comes first; then everybody in turn. */
function whom(deal: Deal, day: PlainDate, at: number, met: Set<Contact>): Contact {
  const joined = deal.contacts.filter(({ since }) => since <= day)
  const contact = joined.find((each) => !met.has(each)) ?? joined[at % joined.length]
  if (contact === undefined) throw new RangeError(`nobody to talk to: ${deal.name}`)
  met.add(contact)
  return contact
}

function scriptFor(deal: Deal, day: PlainDate, at: number): Script {
  const stage = deal.stages.findLast((change) => change.day <= day)?.to
  const place = OPEN_STAGES.findIndex((each) => each === stage)
  const scripts = deal.rhythm.loops === true && day > addDays(deal.created, 8) ? LOOP : phase(place)
  const script = scripts[at % scripts.length]
  if (script === undefined) throw new RangeError('nothing to say')
  return script
}

function phase(place: number): readonly Script[] {
  if (place < 0) return LATE
  if (place < 2) return EARLY
  return place < 6 ? MIDDLE : LATE
}

interface Touch {
  readonly random: Random
  readonly day: PlainDate
  readonly known: PlainDate
  readonly script: Script
}

function activity(deal: Deal, ids: Ids, { person }: Contact, touch: Touch): Activity {
  const [type, subject, step] = touch.script
  const said = step.replace('{first}', person.name.split(' ')[0] ?? person.name)
  const { day, known, random } = touch
  const id = ids.next(type === 'Meeting' ? '00U' : '00T')
  const whole = { id, deal, who: person, owner: deal.rep, type, subject, day, known, step: said }
  return type === 'Call' ? { ...whole, disposition: disposition(random, 0.7) } : whole
}

export function disposition(random: Random, connected: number): string {
  if (random.chance(connected)) return 'Connected'
  return random.chance(0.5) ? 'Left Voicemail' : 'No Answer'
}

/** A client hears from a good rep at least every quarter. */
function afterCare(deal: Deal, ids: Ids, random: Random): Activity[] {
  const list: Activity[] = []
  const start = deal.end?.day ?? deal.created
  let day = workday(addDays(start, random.int(35, 55)))
  for (let at = 0; day <= WEEK_2; at++) {
    const contact = deal.contacts[at % deal.contacts.length]
    const script = AFTER_CARE[at % AFTER_CARE.length]
    if (contact === undefined || script === undefined) throw new RangeError('nobody to talk to')
    list.push(activity(deal, ids, contact, { random, day, known: day, script }))
    day = workday(addDays(day, random.int(45, 70)))
  }
  return list
}

/** The manager's own days in front of clients: too few of late. */
export function managerVisits(deals: readonly Deal[], ids: Ids, manager: string): Activity[] {
  const visits = [22, 43, 64, 92, 113, 141, 169, 197, 232, 260].map((ago) => workday(daysAgo(ago)))
  return visits.flatMap((day) => {
    const host = deals.find((deal) => {
      const running = deal.created < addDays(day, -14) && (deal.end === undefined || deal.end.day > day)
      const quiet = deal.rep !== '' && deal.rhythm.until === undefined && deal.rhythm.loops !== true
      return running && quiet && deal.contacts.length > 1
    })
    const contact = host?.contacts[1]
    if (host === undefined || contact === undefined) return []
    const id = ids.next('00U')
    const who = contact.person
    return [{ id, deal: host, who, owner: manager, type: 'Meeting' as const, subject: 'Joint visit', day, known: day }]
  })
}
