import type { FileShape } from './crm.ts'
import { OTHER_LANGUAGES } from './spreadsheet-languages.ts'

type Deals = Extract<FileShape, { kind: 'opportunities' }>

export const DEAL_NAMES = ['Deal', 'Deal Name', 'Opportunity', 'Opportunity Name', 'Opp Name', 'Deal Title']
export const ACCOUNT_NAMES = [
  'Account',
  'Account Name',
  'Company',
  'Company Name',
  'Customer',
  'Client',
  'Organization',
]
export const DEAL_STAGES = ['Stage', 'Deal Stage', 'Sales Stage', 'Stage Name', 'Opportunity Stage', 'Pipeline Stage']
export const CLOSE_DATES = [
  'Close Date',
  'Expected Close',
  'Expected Close Date',
  'Closing Date',
  'Est. Close Date',
  'Estimated Close Date',
  'Target Close Date',
]

/** A list of deals in English. */
export const DEALS: Deals = {
  kind: 'opportunities',
  requires: [
    ['id', 'name'],
    ['owner', 'stage', 'amount', 'created'],
  ],
  columns: {
    id: ['Id', 'Deal ID', 'Opportunity ID', 'Opp ID', 'Record ID', 'Opportunity Number', 'Deal Number'],
    name: ['Name', ...DEAL_NAMES, 'Title', 'Topic', 'Project'],
    account: ACCOUNT_NAMES,
    owner: [
      'Owner',
      'Owner Name',
      'Deal Owner',
      'Opportunity Owner',
      'Rep',
      'Sales Rep',
      'Sales Representative',
      'Salesperson',
      'Sales Agent',
      'Account Executive',
      'AE',
      'Account Manager',
      'Assigned To',
    ],
    stage: DEAL_STAGES,
    status: ['Status', 'Deal Status', 'State', 'Won/Lost', 'Outcome'],
    isClosed: ['Closed', 'Is Closed'],
    isWon: ['Won', 'Is Won'],
    amount: [
      'Amount',
      'Value',
      'Deal Value',
      'Deal Amount',
      'Close Value',
      'Opportunity Amount',
      'TCV',
      'ACV',
      'ARR',
      'Revenue',
      'Expected Revenue',
    ],
    currency: ['Currency', 'Currency Code'],
    created: [
      'Created',
      'Created Date',
      'Date Created',
      'Create Date',
      'Created On',
      'Created At',
      'Created Time',
      'Creation Date',
      'Open Date',
      'Opened',
      'Engage Date',
    ],
    closeDate: CLOSE_DATES,
    closedOn: ['Closed On', 'Closed Date', 'Date Closed', 'Actual Close Date'],
    createdBy: ['Created By', 'Creator', 'Opened By', 'Created by user', 'Record creator', 'Deal creator'],
    lastActivity: [
      'Last Activity',
      'Last Activity Date',
      'Last Contact',
      'Last Contacted',
      'Last Contact Date',
      'Last Touch',
    ],
    nextStep: ['Next Step', 'Next Steps', 'Next Action'],
    nextActivity: ['Next Activity', 'Next Activity Date', 'Next Meeting', 'Next Step Date', 'Follow-up Date'],
    hasOpenActivity: ['Has Open Activity'],
    pushCount: ['Push Count', 'Pushes', 'Times Pushed'],
    probability: ['Probability', 'Win Probability', 'Likelihood'],
    source: ['Source', 'Lead Source', 'Original Source', 'Deal Source'],
    type: ['Type', 'Deal Type', 'Opportunity Type', 'Record Type'],
    pipeline: ['Pipeline'],
    contact: ['Contact', 'Contact Name', 'Primary Contact', 'Contact Person', 'Main Contact'],
    decisionMaker: ['Decision Maker', 'Economic Buyer'],
    valueProposition: [
      'Value Proposition',
      'Value Prop',
      'Metrics',
      'Business Case',
      'Business Value',
      'Value to Client',
      'Client Value',
    ],
    lostReason: ['Lost Reason', 'Loss Reason', 'Closed Lost Reason', 'Reason Lost', 'Reason for Loss'],
  },
  forbids: ['WhatId', 'ActivityDate', 'Activity Date', 'Activity Type'],
}

/** … in whatever language. It asks for more, because a list of customers has a status and an owner too. */
export const DEALS_IN_ANY_LANGUAGE: Deals = {
  ...DEALS,
  columns: withOthers(DEALS.columns, OTHER_LANGUAGES),
  requires: [
    ['id', 'name'],
    ['stage', 'closeDate'],
    ['stage', 'status'],
    ['amount', 'closeDate'],
  ],
}

/** … and where the customer is all that names a deal: invoices have a customer, an amount and a status. */
export const DEALS_OF_CUSTOMERS: Deals = {
  ...DEALS_IN_ANY_LANGUAGE,
  requires: ['account', 'amount', ['stage', 'closeDate'], ['stage', 'status']],
}

type Names<F extends string> = { readonly [Each in F]?: readonly string[] }

/** The English names of each field, and those in other languages after them. */
export function withOthers<F extends string>(english: Names<F>, others: Names<NoInfer<F>>): Names<F> {
  const fields = Object.keys(english) as F[]
  const both = fields.map((field) => [field, [...(english[field] ?? []), ...(others[field] ?? [])]])
  return Object.fromEntries(both) as Names<F>
}
