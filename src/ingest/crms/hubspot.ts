import type { Crm } from './crm.ts'

export const hubspot: Crm = {
  id: 'hubspot',
  name: 'HubSpot',
  stages: [
    [
      'Appointment Scheduled',
      'Qualified to Buy',
      'Presentation Scheduled',
      'Decision Maker Bought-In',
      'Contract Sent',
    ],
  ],
  files: [
    {
      kind: 'opportunities',
      otherwise: {
        lastActivity: ['notes_last_updated'],
        account: ['Associated Company Domain'],
        source: ['Original Traffic Source'],
        contact: ['Associated Contact Email'],
      },
      telltales: ['Deal Stage'],
      // Beside columns of one's own that could be them.
      columns: { amount: ['Amount'], closeDate: ['Close Date'] },
    },
    {
      kind: 'activities',
      telltales: ['Activity assigned to', 'Associated Contact Email', 'Associated Contact', 'Associated Deal IDs'],
      columns: {
        subject: ['Call/Meeting Title/Subject', 'Task title', 'Subject'],
        outcome: ['Call Outcome', 'Meeting Outcome'],
        attendees: ['Attendee Owners', 'Attendee owner'],
      },
      // Calls and meetings, with tasks beside them, stand in one file, each with columns of its own.
      byRow: ['outcome', 'subject'],
      // What HubSpot calls an e-mail's direction.
      codes: { direction: { email: 'out', incoming_email: 'in', forwarded_email: 'in' } },
    },
    {
      kind: 'contacts',
      telltales: ['Lifecycle Stage', 'Associated Company', 'Associated Company Domain', 'Lead Status'],
      forbids: ['Deal Stage', 'Deal Name', 'Activity Type'],
    },
    {
      kind: 'accounts',
      telltales: ['Company Domain Name', 'Company owner'],
      forbids: ['Deal Stage', 'Deal Name', 'Email'],
    },
  ],
}
