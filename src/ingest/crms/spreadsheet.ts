import type { Crm, FileShape } from './crm.ts'
import { ACTIVITIES, ACTIVITIES_IN_ANY_LANGUAGE } from './spreadsheet-activities.ts'
import { DEALS, DEALS_IN_ANY_LANGUAGE, DEALS_OF_CUSTOMERS, withOthers } from './spreadsheet-deals.ts'
import { GOALS_IN_OTHER_LANGUAGES } from './spreadsheet-languages.ts'

/** What a quota runs for. */
const PERIOD_COLUMNS = {
  period: ['Period', 'Fiscal Period', 'Goal Period', 'Quota Period', 'Target Period'],
  month: ['Month', 'Fiscal Month'],
  quarter: ['Quarter', 'Fiscal Quarter', 'Qtr'],
  year: ['Year', 'Fiscal Year', 'FY'],
} as const

const GOALS = {
  kind: 'goals',
  requires: ['rep', 'goal', ['from', 'to', 'period', 'month', 'quarter', 'year']],
  columns: {
    rep: ['Rep', 'Sales Rep', 'Goal Owner', 'Owner', 'Sales Agent', 'Salesperson', 'Name'],
    goal: ['Goal', 'Quota', 'Target', 'Amount'],
    from: ['From', 'Start', 'Start Date', 'Period Start'],
    to: ['To', 'End', 'End Date', 'Period End'],
    ...PERIOD_COLUMNS,
  },
  // A list of deals may have its quarter in a column too.
  forbids: [
    'Stage',
    'Deal Stage',
    'Subject',
    'Level',
    'Manager',
    'Status',
    'Close Date',
    'Deal',
    'Deal Name',
    'Opportunity',
    'Opportunity Name',
    'Account',
    'Account Name',
    'Company',
    'Customer',
  ],
} as const satisfies FileShape & { kind: 'goals' }

const OF_A_PERIOD: Extract<FileShape, { kind: 'goals' }>['requires'] = [
  'rep',
  'goal',
  ['period', 'month', 'quarter', 'year'],
]

/** What people call their columns when no CRM decides. Also fills what a recognised CRM's own names leave open. */
export const spreadsheet: Crm = {
  id: 'spreadsheet',
  name: 'a spreadsheet',
  stages: [],
  files: [
    // Before the opportunities: a day, a type and the names of deals and owners are no list of deals.
    ACTIVITIES,
    ACTIVITIES_IN_ANY_LANGUAGE,
    DEALS,
    DEALS_IN_ANY_LANGUAGE,
    DEALS_OF_CUSTOMERS,
    {
      kind: 'contact-roles',
      requires: ['dealId', ['contactId', 'contactName'], 'role'],
      columns: {
        dealId: ['Opportunity ID', 'Deal ID'],
        contactId: ['Contact ID', 'Contact Email'],
        contactName: ['Contact', 'Contact Name'],
        role: ['Role', 'Contact Role', 'Buying Role'],
      },
      forbids: ['Subject', 'Stage', 'Deal Stage', 'Amount'],
    },
    // Before the reps: a rep, a quarter and a quota are a goal, and no word about the rep.
    { ...GOALS, requires: OF_A_PERIOD },
    { ...GOALS, columns: withOthers(GOALS.columns, GOALS_IN_OTHER_LANGUAGES), requires: OF_A_PERIOD },
    {
      kind: 'reps',
      requires: ['rep', ['manager', 'level', 'startDate', 'goal']],
      columns: {
        rep: ['Rep', 'Sales Rep', 'Sales Agent', 'Salesperson', 'Rep Name', 'Owner', 'Name'],
        email: ['Email', 'E-mail', 'Email Address'],
        manager: ['Manager', 'Sales Manager', 'Reports To'],
        team: ['Team', 'Region', 'Regional Office', 'Office'],
        level: ['Level', 'Seniority', 'Grade'],
        startDate: ['Start Date', 'Hire Date', 'Started', 'Joined'],
        goal: ['Goal', 'Quota', 'Quarterly Goal', 'Quarterly Quota', 'Target', 'Annual Quota', 'Monthly Goal'],
        ...PERIOD_COLUMNS,
      },
      forbids: [
        'Stage',
        'Deal Stage',
        'Amount',
        'Subject',
        'Activity Date',
        'Account',
        'Account Name',
        'AccountId',
        'Last Name',
      ],
    },
    GOALS,
    {
      kind: 'contacts',
      requires: ['email', ['name', 'lastName'], ['account', 'title']],
      columns: {
        id: ['Contact ID', 'Id'],
        name: ['Name', 'Contact', 'Contact Name', 'Full Name'],
        firstName: ['First Name'],
        lastName: ['Last Name', 'Surname'],
        email: ['Email', 'E-mail', 'Email Address'],
        title: ['Title', 'Job Title', 'Position'],
        account: ['Account', 'Account Name', 'Company', 'Company Name', 'Customer', 'Organization'],
      },
      forbids: ['Stage', 'Deal Stage', 'Amount', 'Subject', 'Level', 'Quota', 'Goal'],
    },
    {
      kind: 'accounts',
      requires: ['name', ['type', 'segment']],
      columns: {
        id: ['Account ID', 'Company ID', 'Id'],
        name: ['Account', 'Account Name', 'Company', 'Company Name', 'Customer'],
        type: ['Type', 'Account Type'],
        segment: ['Industry', 'Sector', 'Segment'],
      },
      forbids: ['Stage', 'Deal Stage', 'Amount', 'Subject', 'Email', 'Owner', 'Rep', 'Sales Agent', 'Sales Rep'],
    },
    // Where “Name” is all that names it, it is the account's.
    {
      kind: 'accounts',
      requires: ['name', ['type', 'segment']],
      columns: { id: ['Id'], name: ['Name'], type: ['Type'], segment: ['Industry', 'Sector', 'Segment'] },
      forbids: [
        'Stage',
        'Deal Stage',
        'Amount',
        'Subject',
        'Email',
        'Owner',
        'Rep',
        'Level',
        'Manager',
        'Status',
        'Title',
        'Last Name',
        'Company',
        'Account',
        'Customer',
      ],
    },
    {
      kind: 'users',
      requires: ['id', ['name', 'lastName'], 'email'],
      columns: {
        id: ['User ID', 'Id', 'Owner ID'],
        name: ['User', 'User Name', 'Name', 'Full Name', 'Owner'],
        firstName: ['First Name', 'Given Name'],
        lastName: ['Last Name', 'Surname', 'Family Name'],
        email: ['Email', 'E-mail', 'User Email'],
        isActive: ['Active', 'Is Active'],
      },
      forbids: ['Stage', 'Amount', 'Subject', 'Company', 'Account', 'Title', 'Job Title'],
    },
    {
      kind: 'history',
      requires: ['dealId', 'changed', ['stage', 'amount', 'closeDate']],
      columns: {
        dealId: ['Deal ID', 'Opportunity ID'],
        changed: ['Changed', 'Changed On', 'Date Changed', 'Change Date', 'Modified Time', 'Entered On'],
        stage: ['Stage', 'New Stage', 'To Stage', 'Moved To'],
        amount: ['Amount', 'Value'],
        closeDate: ['Close Date', 'Expected Close Date'],
      },
      forbids: ['Owner', 'Deal Name', 'Name'],
    },
  ],
}
