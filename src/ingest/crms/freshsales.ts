import type { Crm } from './crm.ts'

export const freshsales: Crm = {
  id: 'freshsales',
  name: 'Freshsales',
  stages: [
    ['New', 'Qualification', 'Discovery', 'Demo', 'Negotiation'],
    ['New', 'Follow-up', 'Under review', 'Demo', 'Negotiation'],
  ],
  files: [
    {
      kind: 'opportunities',
      otherwise: {
        amount: ['Deal value in base currency'],
        lostReason: ['Deal reason'],
      },
      telltales: ['Deal pipeline', 'Sales owner', 'Sales account', 'Related contacts', 'Deal value'],
      beside: ['Deal name'],
      columns: {
        nextActivity: ['Upcoming activities'],
      },
    },
    {
      kind: 'activities',
      otherwise: {
        dealId: ['Targetable Id', 'Related to'],
        personName: ['Attendees'],
        date: ['From date'],
        subject: ['Appointment title'],
        attendees: ['Appointment attendees'],
      },
      telltales: ['Task type', 'Targetable', 'Appointment title', 'Related to'],
      columns: {
        direction: ['Call direction'],
      },
      activityKinds: { 'Appointment title': 'meeting' },
      forbids: ['Deal value', 'Task Owner.id', 'Subject'],
    },
    {
      kind: 'contacts',
      telltales: ['Sales owner', 'Sales accounts', 'Sales account', 'Accounts'],
      forbids: ['Deal value', 'Deal stage', 'Title'],
    },
  ],
}
