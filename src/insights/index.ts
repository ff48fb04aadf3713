import type { AnyInsight } from '../engine/insight.ts'
import { burstOfNewDeals } from './burst-of-new-deals.ts'
import { clusterOfDueDates } from './cluster-of-due-dates.ts'
import { dontRelyOn } from './dont-rely-on.ts'
import { dueSoon } from './due-soon.ts'
import { goalInReach } from './goal-in-reach.ts'
import { handover } from './handover.ts'
import { hangsOnTwoDeals } from './hangs-on-two-deals.ts'
import { lostHereLately } from './lost-here-lately.ts'
import { lostTogether } from './lost-together.ts'
import { nobodysDeals } from './nobodys-deals.ts'
import { sharedAccounts } from './shared-accounts.ts'
import { thisPeriod } from './this-period.ts'
import { whatWinsHere } from './what-wins-here.ts'
import { whereNewDealsChanged } from './where-new-deals-changed.ts'
import { whereTheMoneyComesFrom } from './where-the-money-comes-from.ts'
import { whereTheRepLoses } from './where-the-rep-loses.ts'

/** Every insight, in the order of the documentation. */
export const insights: readonly AnyInsight[] = [
  thisPeriod,
  whatWinsHere,
  whereTheRepLoses,
  whereNewDealsChanged,
  burstOfNewDeals,
  whereTheMoneyComesFrom,
  goalInReach,
  dueSoon,
  hangsOnTwoDeals,
  sharedAccounts,
  lostHereLately,
  lostTogether,
  nobodysDeals,
  clusterOfDueDates,
  handover,
  dontRelyOn,
]
