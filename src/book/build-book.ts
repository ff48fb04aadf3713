import { once } from '../kit/remembered.ts'
import type { Exports } from '../records/exports.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { buildAccounts } from './accounts/accounts.ts'
import { Activities } from './activity/activities.ts'
import type { Book } from './book.ts'
import { type DataCheck, nothingFound } from './checks/data-check.ts'
import { withHandovers } from './checks/handovers.ts'
import { withSameData } from './checks/same-data.ts'
import { dealColumns } from './columns.ts'
import { buildDeals } from './deals/build-deals.ts'
import { isSetBack } from './deals/set-back.ts'
import { measureProgress } from './goals/progress.ts'
import { ReviewCalendar } from './kit/calendar.ts'
import { Currencies } from './kit/currency.ts'
import { Distribution } from './kit/statistics.ts'
import { assess } from './known/knowledge.ts'
import { comparablePast, readingOf } from './known/reading.ts'
import type { Past } from './past/past.ts'
import type { Settings } from './settings.ts'
import { staffOf } from './team/staff.ts'
import { measureNorms } from './team/norms.ts'
import { measureStageOutcomes } from './team/stage-outcomes.ts'

/**
 * Interprets the exports as of one day. Pure: the same exports, past, settings and day give the same book.
 *
 * @param checked what the check of the files found.
 */
export function buildBook(
  exports: Exports,
  seen: Past,
  settings: Settings,
  asOf: PlainDate,
  checked: DataCheck = nothingFound,
): Book {
  const calendar = new ReviewCalendar(asOf, settings.closures)
  const currencies = new Currencies(exports.deals, settings.currency, settings.rates)
  const reading = readingOf(exports, currencies.home, settings.rates)
  const past = comparablePast(seen, reading)
  const built = buildDeals(exports, past, settings, calendar, currencies)
  const { deals: all, tracks, ...known } = built
  const staff = staffOf(all, { exports, settings, calendar, isRateKnown: hasBothOutcomes(checked) })
  const { deals, open, reps } = staff
  const activities = new Activities(tracks, all, reps, calendar)
  const accounts = once(() => buildAccounts(tracks, exports.accounts, all, new Set(deals), asOf))
  const columns = once(() => dealColumns(exports, all, isSetBack(exports, settings, asOf)))
  const data = withHandovers(withSameData(checked, past, { deals, activities, asOf }), open)
  const { stages, joined } = known
  const facts = { asOf, exports, data, joined, settings, past, stages, activities, accounts, ...staff }
  return {
    ...known,
    ...staff,
    asOf,
    data,
    calendar,
    settings,
    past,
    createdLater: exports.deals.length - all.length - built.undated,
    activities,
    get accounts() {
      return accounts()
    },
    norms: measureNorms(deals),
    progress: measureProgress(deals, staff.period, asOf),
    stageOutcomes: measureStageOutcomes(deals),
    openAmounts: new Distribution(reps.flatMap((rep) => rep.open.flatMap((deal) => deal.amount ?? []))),
    knowledge: assess(facts),
    get columns() {
      return columns()
    },
    currency: currencies.home,
    reading,
  }
}

/** Whether the files hold won and lost deals, or nothing closed at all: else a rate would be all or nothing. */
function hasBothOutcomes({ findings }: DataCheck): boolean {
  return !findings.some(({ id }) => id === 'outcomes-missing')
}
