import { oncePer } from '../kit/remembered.ts'
import type { DealRow, Field } from './fields.ts'

/**
 * What a value in today's export says of an earlier day. `fixed`: it was the same then. `dated`: its own date or the history
 * tells how it stood. `living`: it is overwritten again and again, so that nobody knows how it stood. `at-closing`: it is
 * filled when a deal closes, and tells of open deals how they will end.
 */
export type FieldClass = 'fixed' | 'dated' | 'living' | 'at-closing'

/** The class of every field of a deal. */
export const fieldClasses: Readonly<Record<Field<'opportunities'>, FieldClass>> = {
  id: 'fixed',
  name: 'fixed',
  account: 'fixed',
  product: 'fixed',
  owner: 'living',
  stage: 'dated',
  status: 'dated',
  isClosed: 'dated',
  isWon: 'dated',
  isLost: 'dated',
  amount: 'dated',
  amountWon: 'dated',
  amountPeriod: 'fixed',
  currency: 'fixed',
  created: 'fixed',
  closeDate: 'dated',
  closedOn: 'dated',
  lastActivity: 'living',
  nextStep: 'living',
  nextActivity: 'living',
  hasOpenActivity: 'living',
  pushCount: 'living',
  probability: 'living',
  source: 'fixed',
  type: 'fixed',
  pipeline: 'fixed',
  contact: 'living',
  contactId: 'living',
  contactRole: 'living',
  decisionMaker: 'living',
  accountId: 'fixed',
  wonOn: 'dated',
  lostOn: 'dated',
  lostReason: 'at-closing',
  stageChanged: 'dated',
  valueProposition: 'living',
  stageAge: 'living',
  age: 'living',
  idleDays: 'living',
  cycleDays: 'dated',
  daysToClose: 'living',
  slipDays: 'living',
  contactCount: 'living',
  activityCount: 'living',
  openActivityCount: 'living',
  meetingCount: 'living',
  callCount: 'living',
  emailCount: 'living',
  taskCount: 'living',
  originalCloseDate: 'fixed',
  lastActivityType: 'living',
  nextActivityType: 'living',
  forecastCategory: 'living',
  rating: 'living',
  createdBy: 'fixed',
  modified: 'living',
  manager: 'living',
  team: 'living',
  ownerActive: 'living',
  ownerId: 'living',
  ownerEmail: 'living',
  weightedAmount: 'living',
  convertedAmount: 'dated',
  convertedCurrency: 'fixed',
  champion: 'living',
  campaign: 'fixed',
  lineOfBusiness: 'fixed',
}

/** Whose deals they were then is not known either; without today's owner there would be nobody to review. */
const KEPT: ReadonlySet<string> = new Set(['owner', 'ownerId', 'ownerEmail', 'ownerActive', 'manager', 'team'])

const UNKNOWN: ReadonlySet<string> = new Set(
  Object.entries(fieldClasses).flatMap(([field, of]) =>
    (of === 'living' || of === 'at-closing') && !KEPT.has(field) ? [field] : [],
  ),
)

/**
 * A row as a review of an earlier day may know it: nothing of what has been overwritten since. Made once for each row: a
 * backtest goes through the same rows on many days.
 */
export const asKnownThen = oncePer((row: DealRow): DealRow => {
  const known: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(row)) if (!UNKNOWN.has(field)) known[field] = value
  return known
})
