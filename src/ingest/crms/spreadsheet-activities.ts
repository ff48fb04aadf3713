import type { FileShape } from './crm.ts'
import { ACCOUNT_NAMES, CLOSE_DATES, DEAL_NAMES, DEAL_STAGES, withOthers } from './spreadsheet-deals.ts'
import { ACTIVITIES_IN_OTHER_LANGUAGES, OTHER_LANGUAGES } from './spreadsheet-languages.ts'

type Activities = Extract<FileShape, { kind: 'activities' }>

/** A list of activities in English. */
export const ACTIVITIES = {
  kind: 'activities',
  requires: ['date', 'type', ['dealId', 'personId', 'personName', 'accountId', 'owner']],
  columns: {
    dealId: ['Opportunity ID', 'Deal ID'],
    accountId: ['Account ID', 'Company ID'],
    personId: ['Contact ID', 'Contact Email'],
    personName: ['Contact', 'Contact Name'],
    owner: ['Owner', 'Rep', 'Assigned To', 'Activity Owner'],
    date: ['Date', 'Activity Date'],
    dueDate: ['Due Date'],
    type: ['Type', 'Activity Type', 'Activity'],
    subject: ['Subject', 'Title'],
    status: ['Status'],
    outcome: ['Outcome', 'Result'],
    direction: ['Direction', 'Inbound/Outbound', 'In/Out', 'Incoming/Outgoing'],
    attendees: ['Attendees', 'Participants'],
  },
  otherwise: { dealId: DEAL_NAMES, accountId: ACCOUNT_NAMES },
  // Not all amounts: the revenue of a company may stand beside the calls to it.
  forbids: ['Amount', 'Value', 'Deal Value', 'Deal Amount', ...DEAL_STAGES, ...CLOSE_DATES, 'Probability'],
} as const satisfies Activities

/** … in whatever language. */
export const ACTIVITIES_IN_ANY_LANGUAGE: Activities = {
  ...ACTIVITIES,
  columns: withOthers(ACTIVITIES.columns, ACTIVITIES_IN_OTHER_LANGUAGES),
  otherwise: withOthers(ACTIVITIES.otherwise, { dealId: OTHER_LANGUAGES.name, accountId: OTHER_LANGUAGES.account }),
  forbids: [
    ...ACTIVITIES.forbids,
    ...OTHER_LANGUAGES.stage,
    ...OTHER_LANGUAGES.amount,
    ...OTHER_LANGUAGES.closeDate,
    ...OTHER_LANGUAGES.probability,
  ],
}
