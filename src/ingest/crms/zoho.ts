import type { Crm, FileShape } from './crm.ts'

const stages = [
  [
    'Qualification',
    'Needs Analysis',
    'Value Proposition',
    'Identify Decision Makers',
    'Proposal/Price Quote',
    'Negotiation/Review',
  ],
  [
    'Qualification',
    'Needs Analysis',
    'Value Proposition',
    'Id. Decision Makers',
    'Perception Analysis',
    'Proposal/Price Quote',
    'Negotiation/Review',
  ],
]

/** One row a stage that a deal was in: `Modified Time` is when it came there, `Moved To` where it went. */
const stageHistory: FileShape = {
  kind: 'history',
  otherwise: {
    dealId: ['Potential Name.id'],
    changed: ['Modified Time (Stage History)', 'Last Modified Time'],
    stage: ['Stage (Stage History)'],
    amount: ['Amount (Stage History)'],
    closeDate: ['Closing Date (Stage History)'],
  },
  telltales: ['Stage Duration (Calendar Days)', 'Moved To', 'Stage Duration'],
  columns: {
    dealId: ['Deal Name.id'],
    changed: ['Modified Time', 'Modified Time (Stage History)', 'Last Modified Time'],
  },
}

/** What both of its products call the same. */
const DEAL_COLUMNS = {
  currency: ['Currency'],
  created: ['Created Time'],
  lastActivity: ['Last Activity Time'],
  nextStep: ['Next Step'],
  probability: ['Probability (%)', 'Probability'],
  source: ['Lead Source'],
  type: ['Type'],
} as const

/** The module exports of Zoho CRM, in which every name has its record beside it: `Account Name.id`, `zcrm_…`. */
export const zoho: Crm = {
  id: 'zoho',
  name: 'Zoho CRM',
  stages,
  files: [
    {
      kind: 'opportunities',
      otherwise: {
        pipeline: ['Layout'],
      },
      telltales: ['Deal Owner.id', 'Closing Date', 'Last Activity Time'],
      beside: ['Deal Name', 'Deal Owner', 'Deal Owner.id'],
      columns: {
        ...DEAL_COLUMNS,
      },
      forbids: ['Moved To', 'Stage Duration (Calendar Days)', 'Potential Owner', 'Potential Name'],
    },
    stageHistory,
    {
      // Tasks, calls and meetings, which differ in little but the owner's column and the date's.
      kind: 'activities',
      otherwise: {
        owner: ['Call Owner', 'Meeting Owner', 'Host'],
        status: ['Outgoing Call Status'],
        outcome: ['Outgoing Call Status'],
        attendees: ['Participant Names'],
      },
      telltales: [
        'Task Owner',
        'Call Owner',
        'Event Owner',
        'Meeting Owner',
        'Host',
        'Call Start Time',
        'Related To.id',
      ],
      columns: {
        dealId: ['Related To.id', 'What Id', 'Related To'],
        personId: ['Contact Name.id', 'Who Id'],
        type: ['Call Type'],
        date: ['Closed Time'],
      },
      // A call's type is its direction.
      codes: {
        type: { outbound: 'Outbound call', inbound: 'Inbound call', missed: 'Missed call' },
        status: { overdue: 'open' },
      },
      activityKinds: {
        'Call Owner': 'call',
        'Call Start Time': 'call',
        'Event Owner': 'meeting',
        'Meeting Owner': 'meeting',
        'Event Title': 'meeting',
        Host: 'meeting',
      },
    },
    {
      kind: 'contacts',
      telltales: ['Contact Owner.id', 'Account Name.id'],
      columns: {
        accountId: ['Account Name.id'],
      },
      forbids: ['Lifecycle Stage', 'Lead Status'],
    },
    {
      kind: 'accounts',
      telltales: ['Account Owner.id', 'Parent Account.id', 'Account Site'],
      columns: {
        type: ['Account Type'],
      },
      forbids: ['Opportunity Name', 'Last Name', 'Stage', 'Account ID 18'],
    },
  ],
}

/** The tables that Zoho Analytics keeps of Zoho CRM; deals are still called potentials there. */
export const zohoAnalytics: Crm = {
  id: 'zoho-analytics',
  name: 'Zoho Analytics',
  stages,
  files: [
    {
      kind: 'opportunities',
      telltales: ['Potential Owner', 'Potential Name', 'Potential Owner Name'],
      columns: {
        status: ['Forecast Type'],
        ...DEAL_COLUMNS,
      },
      // What Zoho leaves out of its forecast is only kept; its stage tells the rest.
      codes: { status: { omitted: '', pipeline: 'open', 'closed won': 'won', 'closed lost': 'lost' } },
      forbids: ['Moved To', 'Stage Duration (Calendar Days)'],
    },
  ],
}
