import type { Crm } from './crm.ts'

/** Reports (labels, English and German) and the API, Data Loader and full data exports (API names). */
export const salesforce: Crm = {
  id: 'salesforce',
  name: 'Salesforce',
  stages: [
    [
      'Prospecting',
      'Qualification',
      'Needs Analysis',
      'Value Proposition',
      'Id. Decision Makers',
      'Perception Analysis',
      'Proposal/Price Quote',
      'Negotiation/Review',
    ],
  ],
  files: [
    {
      // Before the opportunities, which have the same columns but for the id of another record.
      kind: 'history',
      telltales: ['OpportunityId'],
      forbids: ['Name', 'Opportunity Name', 'OwnerId', 'Opportunity Owner'],
    },
    {
      kind: 'opportunities',
      otherwise: {
        id: ['Opportunity ID 18'],
        owner: ['Opportunity-Inhaber'],
        probability: ['Wahrscheinlichkeit (%)'],
      },
      telltales: [
        'Opportunity Name',
        'Opportunity Owner',
        'Opportunity ID',
        'StageName',
        'IsWon',
        'PushCount',
        'ForecastCategoryName',
      ],
      columns: {
        // Beside columns of one's own that could be them.
        amount: ['Amount'],
        closeDate: ['CloseDate', 'Close Date'],
        // No standard column: what administrators commonly add, MEDDIC's metrics among them.
      },
      except: { columns: ['IsDeleted'], values: ['true', '1'] },
      // A history has the opportunity's id too, but neither its name nor whose it is.
      forbids: ['OpportunityHistoryKey'],
    },
    {
      kind: 'contact-roles',
      telltales: ['OpportunityId', 'Opportunity ID'],
      forbids: ['Subject', 'ActivityDate', 'StageName', 'Stage', 'Amount'],
    },
    {
      kind: 'activities',
      otherwise: {
        owner: ['CreatedBy.Name', 'CreatedById'],
        date: ['MessageDate'],
        type: ['TaskSubtype', 'EventSubtype'],
      },
      telltales: ['WhatId', 'WhoId', 'TaskSubtype', 'Assigned', 'RelatedToId', 'MessageDate'],
      columns: {
        dealId: ['WhatId', 'RelatedToId'],
        personId: ['WhoId'],
        personName: ['Who.Name'],
        // Of an e-mail whether it came in, of a call its type.
      },
      codes: { direction: { true: 'in', false: 'out', yes: 'in', no: 'out', 1: 'in', 0: 'out', internal: '' } },
      activityKinds: {
        EndDateTime: 'meeting',
        StartDateTime: 'meeting',
        DurationInMinutes: 'meeting',
        EventSubtype: 'meeting',
        IsAllDayEvent: 'meeting',
        MessageDate: 'email',
      },
      forbids: ['StageName', 'Stage', 'Amount'],
    },
    {
      kind: 'field-history',
      otherwise: {
        changed: ['Edit Date'],
      },
      telltales: ['OldValue', 'Old Value'],
    },
    {
      kind: 'contacts',
      beside: ['AccountId', 'OwnerId', 'Contact ID', 'Reports To', 'Mailing City', 'Lead Source'],
      telltales: ['AccountId', 'Account Name', 'Account.Name'],
      forbids: ['StageName', 'Stage', 'Amount', 'CloseDate', 'Close Date', 'Subject', 'Role'],
    },
    {
      kind: 'accounts',
      telltales: ['BillingCity', 'Billing City', 'ParentId', 'AccountNumber', 'NumberOfEmployees'],
      forbids: ['StageName', 'Stage', 'Amount', 'Opportunity Name', 'LastName', 'Last Name', 'Subject'],
    },
    {
      kind: 'users',
      telltales: ['Username', 'IsActive', 'ProfileId'],
      beside: ['IsActive', 'ProfileId'],
      forbids: ['StageName', 'Amount', 'AccountId'],
    },
  ],
}
