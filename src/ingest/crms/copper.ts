import type { Crm } from './crm.ts'

/** Copper's exports: custom columns end in their number (`Region cf_698260`), the standard ones are these. */
export const copper: Crm = {
  id: 'copper',
  name: 'Copper',
  stages: [['Qualified', 'Follow-up', 'Presentation', 'Contract Sent', 'Negotiation']],
  files: [
    {
      kind: 'opportunities',
      otherwise: {
        closedOn: ['Completed Date'],
        probability: ['Win %'],
        source: ['Customer Source'],
      },
      telltales: ['Owned By', 'Inactive Days', 'Interaction Count'],
      forbids: ['Due Date', 'Activity Type'],
    },
    {
      kind: 'activities',
      otherwise: {
        dealId: ['Related To', 'Related Record'],
      },
      telltales: ['Owned By', 'Assigned To', 'Related To', 'Completed At', 'Reminder Date'],
      columns: {
        subject: ['Name', 'Task', 'Task Name'],
      },
      forbids: ['Value', 'Stage', 'Subject'],
    },
    {
      kind: 'contacts',
      telltales: ['Owned By', 'Interaction Count', 'Inactive Days', 'Contact Type'],
      forbids: ['Value', 'Stage', 'Status', 'Email Domain'],
    },
    {
      kind: 'accounts',
      telltales: ['Email Domain'],
      columns: {
        type: ['Contact Type'],
        domain: ['Email Domain'],
      },
      forbids: ['Value', 'Stage', 'Title'],
    },
  ],
}
