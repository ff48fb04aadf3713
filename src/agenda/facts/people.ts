import type { Book } from '../../book/book.ts'
import { engagedIn, type Touch } from '../../book/activity/touches.ts'
import type { Contact, Deal } from '../../book/deals/deal.ts'
import { addDays, type PlainDate } from '../../time/plain-date.ts'
import { isSayable } from './names.ts'

/** Who can say yes, where somebody is named who can. */
export function deciderOf({ decider, contacts }: Deal): Contact | undefined {
  const known = [decider, ...(contacts ?? []).filter(({ isDeciding }) => isDeciding)]
  return known.find((one) => isSayable(one?.name))
}

/** Whom to speak to: the contact, whether they decide or not. */
export function contactOf(deal: Deal): string | undefined {
  const [first] = deal.contacts ?? []
  return [deal.speakTo, first?.name, deal.decider?.name].find(isSayable)
}

/** A title that tells more than “Decision Maker” does. */
export function titleOf({ title, role }: Contact): string | undefined {
  return (
    title ?? (role !== undefined && /decision|buyer|influencer|evaluator|user|sponsor/iu.test(role) ? undefined : role)
  )
}

/** The last conversation on a deal, with this person if one is named. */
export function lastTalk(
  deal: Deal,
  { activities }: Book,
  person?: string,
): { person: string; day: PlainDate } | undefined {
  const talked = activities
    .touches(deal)
    .findLast(
      (touch) => touch.isConversation && isSayable(touch.person) && (person === undefined || touch.person === person),
    )
  return talked?.person === undefined ? undefined : { person: talked.person, day: talked.day }
}

/** What is planned with the customer next, and with whom where that is known. */
export function nextContact(
  deal: Deal,
  { activities, asOf }: Book,
): { day: PlainDate; person: string | undefined } | undefined {
  const meeting = activities
    .plannedMeetings()
    .find(({ deals, day }) => day >= asOf && deals.some(({ id }) => id === deal.id))
  if (meeting !== undefined) return { day: meeting.day, person: isSayable(meeting.person) ? meeting.person : undefined }
  return deal.planned === undefined || deal.planned < asOf ? undefined : { day: deal.planned, person: undefined }
}

/** How often this contact was spoken to or written to, and since when. */
export function inTouch(
  deal: Deal,
  person: string,
  { activities }: Book,
): { times: number; since: PlainDate } | undefined {
  const engaged = engagedIn(activities.touches(deal)).find(({ name }) => name === person)
  return engaged === undefined ? undefined : { times: engaged.touches, since: engaged.first }
}

/** Meetings on these deals after a day. */
export function meetingsSince(deals: readonly Deal[], since: PlainDate, { activities }: Book): number {
  const met = (touch: Touch) => touch.kind === 'meeting' && touch.day > since
  return deals.reduce((total, deal) => total + activities.touches(deal).filter(met).length, 0)
}

/** Who can say yes and was spoken to in the last week for the first time. */
export function firstTalks(
  deals: readonly Deal[],
  { activities, asOf }: Book,
): readonly { deal: Deal; decider: Contact }[] {
  const week = addDays(asOf, -7)
  return deals.flatMap((deal) => {
    const decider = deciderOf(deal)
    if (decider === undefined) return []
    const first = activities.touches(deal).find((touch) => touch.person === decider.name && touch.isConversation)
    return first !== undefined && first.day > week ? [{ deal, decider }] : []
  })
}
