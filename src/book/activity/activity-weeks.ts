import { compareText } from '../../kit/collections.ts'
import type { ReviewCalendar } from '../kit/calendar.ts'
import type { Rep } from '../team/rep.ts'
import { sum } from '../kit/statistics.ts'

/** How far back activities are counted by week. */
export const ACTIVITY_WEEKS = 12

/** How many completed activities; notes are none. */
export interface ActivityCounts {
  readonly total: number
  /**
   * Looking for new business: named so by type or subject, whatever it was; or a call, e-mail or meeting that is on no
   * known deal and with no client, that was no other work, and that the client did not begin.
   */
  readonly prospecting: number
  /** Meetings that are not internal ones, and calls that are not known to have reached nobody. */
  readonly conversations: number
  /** … with somebody on the client's side: a person is named, or a deal or an account was found. */
  readonly clientConversations: number
  /** Meetings that were the first ever with that person; where none is named, on that deal, or with that account. */
  readonly firstMeetings: number
  /** Meetings and calls that type or subject call a demo, a presentation, a pitch. */
  readonly presentations: number
  /** Order follow-up, invoices, reports and the like. */
  readonly nonSelling: number
  /** Of which nothing tells whether they were a call, an e-mail, a meeting or a task. */
  readonly untold: number
}

export interface ActivityWeek extends ActivityCounts {
  /** 0 is the seven days ending on the as-of day. */
  readonly week: number
  /** False where no day of it was open to the rep, or it lies before the rep's first day: it counts in no pace. */
  readonly counts: boolean
}

/** Several weeks together, those left out that do not count. */
export interface ActivitySummary extends ActivityCounts {
  /** How many weeks count; of the whole team: rep-weeks. */
  readonly weeks: number
  /** Undefined where no week counts. */
  readonly prospectingPerWeek: number | undefined
  /** Shares of `total`, 0 to 1; undefined where there is no activity. */
  readonly conversationShare: number | undefined
  readonly nonSellingShare: number | undefined
  /** The commonest first; `share` of all that is no selling, 0 to 1. */
  readonly nonSellingBy: readonly { readonly category: string; readonly count: number; readonly share: number }[]
}

/** What one activity counts as. */
export interface Tally {
  readonly week: number
  readonly isProspecting: boolean
  readonly isConversation: boolean
  readonly isClientSide: boolean
  readonly isFirstMeeting: boolean
  readonly isPresentation: boolean
  readonly nonSelling: string | undefined
  readonly isUntold: boolean
}

type Counts = { -readonly [C in keyof ActivityCounts]: number }

interface Week extends Counts {
  readonly categories: Map<string, number>
}

/** The last twelve weeks of one person, being counted. */
export class WeekCounter {
  readonly #weeks: readonly Week[] = Array.from({ length: ACTIVITY_WEEKS }, () => ({
    ...NONE,
    categories: new Map<string, number>(),
  }))

  add(tally: Tally): void {
    const week = this.#weeks[tally.week]
    if (week === undefined) return
    week.total++
    if (tally.isProspecting) week.prospecting++
    if (tally.isConversation) week.conversations++
    if (tally.isConversation && tally.isClientSide) week.clientConversations++
    if (tally.isFirstMeeting) week.firstMeetings++
    if (tally.isPresentation) week.presentations++
    if (tally.isUntold) week.untold++
    if (tally.nonSelling === undefined) return
    week.nonSelling++
    week.categories.set(tally.nonSelling, (week.categories.get(tally.nonSelling) ?? 0) + 1)
  }

  weeks(rep: Tenure, calendar: ReviewCalendar): ActivityWeek[] {
    return this.#weeks.map((counted, week) => ({
      week,
      counts: isCounted(week, rep, calendar),
      ...addUp([counted]),
    }))
  }

  /** Weeks 0 to `weeks` − 1. */
  summary(weeks: number, rep: Tenure, calendar: ReviewCalendar): ActivitySummary {
    const counted = this.#weeks.filter((_, week) => week < weeks && isCounted(week, rep, calendar))
    return summarise(counted)
  }

  /** The same for several people. */
  static summaryOf(
    of: readonly (readonly [WeekCounter, Tenure])[],
    weeks: number,
    calendar: ReviewCalendar,
  ): ActivitySummary {
    return summarise(
      of.flatMap(([counter, rep]) =>
        counter.#weeks.filter((_, week) => week < weeks && isCounted(week, rep, calendar)),
      ),
    )
  }
}

/** Whose weeks they are, and since when. */
export type Tenure = Pick<Rep, 'name' | 'since'>

const NONE: Readonly<Counts> = {
  total: 0,
  prospecting: 0,
  conversations: 0,
  clientConversations: 0,
  firstMeetings: 0,
  presentations: 0,
  nonSelling: 0,
  untold: 0,
}

function isCounted(week: number, { name, since }: Tenure, calendar: ReviewCalendar): boolean {
  const first = since === undefined ? undefined : (calendar.weekOf(since) ?? -1)
  return (first === undefined || week <= first) && !calendar.isClosedWeek(week, name)
}

function summarise(weeks: readonly Week[]): ActivitySummary {
  const counts = addUp(weeks)
  const { total, nonSelling } = counts
  const categories = new Map<string, number>()
  for (const week of weeks)
    for (const [category, count] of week.categories) categories.set(category, (categories.get(category) ?? 0) + count)
  return {
    ...counts,
    weeks: weeks.length,
    prospectingPerWeek: weeks.length === 0 ? undefined : counts.prospecting / weeks.length,
    conversationShare: total === 0 ? undefined : counts.conversations / total,
    nonSellingShare: total === 0 ? undefined : nonSelling / total,
    nonSellingBy: [...categories]
      .map(([category, count]) => ({ category, count, share: count / nonSelling }))
      .sort((a, b) => b.count - a.count || compareText(a.category, b.category)),
  }
}

/** Each count over all of these. */
export function addUp(weeks: readonly ActivityCounts[]): ActivityCounts {
  const total = { ...NONE }
  for (const count of Object.keys(NONE) as (keyof Counts)[]) total[count] = sum(weeks.map((week) => week[count]))
  return total
}
