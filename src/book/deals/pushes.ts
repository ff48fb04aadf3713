import type { DealRow, HistoryRow } from '../../records/fields.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { Pushes } from './deal.ts'

/**
 * How often a deal's close date was moved later: counted in the history, the CRM's own push count, and against what
 * earlier reviews saw. The largest is taken, because each can miss moves (Salesforce counts only those out of a
 * calendar month). Undefined where nothing tells.
 *
 * An original close date beside the present one proves one move, or none.
 *
 * @param changes the deal's history up to the day of the review, oldest first.
 * @param seenCloseDates what earlier reviews saw, oldest first.
 */
export function countPushes(
  changes: readonly HistoryRow[],
  closeDate: PlainDate | undefined,
  { pushCount, originalCloseDate, slipDays }: Pick<DealRow, 'pushCount' | 'originalCloseDate' | 'slipDays'>,
  seenCloseDates: readonly PlainDate[],
): Pushes | undefined {
  const dates = lastOfEachDay(changes).flatMap((change) => change.closeDate ?? [])
  if (closeDate !== undefined && dates.length > 0 && dates.at(-1) !== closeDate) dates.push(closeDate)
  const found: Pushes[] = []
  if (dates.length > 0) found.push({ count: movesLater(dates), firstPromised: dates[0], source: 'history' })
  const original = originalCloseDate ?? dayBefore(closeDate, slipDays)
  if (pushCount !== undefined)
    found.push({ count: pushCount, firstPromised: original ?? dates[0] ?? seenCloseDates[0], source: 'push count' })
  if (original !== undefined && closeDate !== undefined)
    found.push({ count: movesLater([original, closeDate]), firstPromised: original, source: 'original close date' })
  const [firstSeen] = seenCloseDates
  if (firstSeen !== undefined && closeDate !== undefined)
    found.push({
      count: movesLater([...seenCloseDates, closeDate]),
      firstPromised: firstSeen,
      source: 'earlier reviews',
    })
  return found.reduce<Pushes | undefined>(
    (most, pushes) => (most === undefined || pushes.count > most.count ? pushes : most),
    undefined,
  )
}

/** What was changed and changed back within a day was never promised to anyone. */
function lastOfEachDay(changes: readonly HistoryRow[]): HistoryRow[] {
  const dated = changes.filter((change) => change.closeDate !== undefined)
  return dated.filter((change, at) => change.changed === undefined || change.changed !== dated[at + 1]?.changed)
}

/** The day that was promised first, where a column counts by how many days it has moved. */
function dayBefore(closeDate: PlainDate | undefined, slipDays: number | undefined): PlainDate | undefined {
  return closeDate === undefined || slipDays === undefined
    ? undefined
    : ((closeDate - Math.round(slipDays)) as PlainDate)
}

function movesLater(dates: readonly PlainDate[]): number {
  return dates.filter((date, at) => at > 0 && date > (dates[at - 1] ?? date)).length
}
