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
  telltales: ['Stage Duration (Calendar Days)', 'Moved To', 'Stage Duration'],
  requires: ['dealId', 'stage', 'changed'],
  columns: {
    dealId: ['Deal Name.id', 'Deal.id', 'Potential Name.id', 'Potential Id', 'Deal Id', 'Deal Name', 'Potential Name'],
    changed: ['Modified Time', 'Modified Time (Stage History)', 'Last Modified Time'],
    stage: ['Stage', 'Stage (Stage History)'],
    amount: ['Amount', 'Amount (Stage History)'],
    closeDate: ['Closing Date', 'Closing Date (Stage History)'],
  },
}

/** What both of its products call the same. */
const DEAL_COLUMNS = {
  amount: ['Amount'],
  currency: ['Currency'],
  created: ['Created Time'],
  closeDate: ['Closing Date'],
  createdBy: ['Created By'],
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
      telltales: ['Deal Owner.id', 'Closing Date', 'Last Activity Time'],
      requires: ['name', 'stage'],
      columns: {
        id: ['Record Id', 'Deal Id', 'Id'],
        name: ['Deal Name'],
        account: ['Account Name', 'Company Name'],
        accountId: ['Account Name.id', 'Company Name.id'],
        owner: ['Deal Owner', 'Deal Owner Name', 'Owner'],
        stage: ['Stage'],
        ...DEAL_COLUMNS,
        pipeline: ['Pipeline', 'Layout'],
        contact: ['Contact Name'],
        contactId: ['Contact Name.id'],
        lostReason: ['Reason For Loss', 'Reason For Loss (Deals)'],
        stageChanged: ['Stage Modified Time'],
      },
      forbids: ['Moved To', 'Stage Duration (Calendar Days)', 'Potential Owner', 'Potential Name'],
    },
    stageHistory,
    {
      // Tasks, calls and meetings, which differ in little but the owner's column and the date's.
      kind: 'activities',
      telltales: [
        'Task Owner',
        'Call Owner',
        'Event Owner',
        'Meeting Owner',
        'Host',
        'Call Start Time',
        'Related To.id',
      ],
      requires: [['date', 'dueDate'], 'subject'],
      columns: {
        dealId: ['Related To.id', 'What Id', 'Related To'],
        personId: ['Contact Name.id', 'Who Id'],
        personName: ['Contact Name'],
        owner: ['Task Owner', 'Call Owner', 'Event Owner', 'Meeting Owner', 'Host'],
        date: ['Closed Time', 'Call Start Time', 'From', 'Start DateTime'],
        dueDate: ['Due Date'],
        type: ['Activity Type', 'Call Type'],
        subject: ['Subject', 'Title', 'Event Title'],
        status: ['Status', 'Call Status', 'Outgoing Call Status', 'Check-In Status'],
        outcome: ['Call Result', 'Outgoing Call Status'],
        attendees: ['Participants', 'Participant Names', 'Attendees'],
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
      requires: ['lastName'],
      columns: {
        id: ['Record Id', 'Contact Id', 'Id'],
        name: ['Full Name'],
        firstName: ['First Name'],
        lastName: ['Last Name'],
        email: ['Email'],
        title: ['Title'],
        account: ['Account Name'],
        accountId: ['Account Name.id'],
      },
      forbids: ['Lifecycle Stage', 'Lead Status'],
    },
    {
      kind: 'accounts',
      telltales: ['Account Owner.id', 'Parent Account.id', 'Account Site'],
      requires: ['name'],
      columns: {
        id: ['Record Id', 'Account Id', 'Id'],
        name: ['Account Name'],
        type: ['Account Type'],
        segment: ['Industry'],
        owner: ['Account Owner'],
        domain: ['Website'],
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
      requires: ['stage', ['id', 'name']],
      columns: {
        id: ['Id', 'Potential Id', 'Deal Id'],
        name: ['Potential Name', 'Deal Name'],
        account: ['Account Name'],
        accountId: ['Account Id'],
        owner: ['Potential Owner', 'Potential Owner Name', 'Deal Owner Name', 'Owner Name'],
        stage: ['Stage'],
        status: ['Forecast Type'],
        ...DEAL_COLUMNS,
        contact: ['Contact Name'],
      },
      // What Zoho leaves out of its forecast is only kept; its stage tells the rest.
      codes: { status: { omitted: '', pipeline: 'open', 'closed won': 'won', 'closed lost': 'lost' } },
      forbids: ['Moved To', 'Stage Duration (Calendar Days)'],
    },
  ],
}
