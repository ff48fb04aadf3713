import type { Crm } from './crm.ts'

/** Views exported to Excel and saved as CSV: the first three columns are for bringing changes back. */
export const dynamics: Crm = {
  id: 'dynamics-365',
  name: 'Dynamics 365',
  stages: [
    ['Qualify', 'Develop', 'Propose', 'Close'],
    ['1-Qualify', '2-Develop', '3-Propose', '4-Close'],
    ['Qualifizieren', 'Entwickeln', 'Vorschlagen', 'Schließen'],
  ],
  files: [
    {
      kind: 'opportunities',
      otherwise: {
        id: ['Opportunity'],
        account: ['Parent Account'],
        amount: ['Est. Revenue (Base)'],
        amountWon: ['Actual Revenue (Base)'],
        closedOn: ['Actual End'],
        contact: ['Parent Contact'],
        valueProposition: ['Proposed Solution'],
        lostReason: ['Statusgrund'],
      },
      telltales: [
        '(Do Not Modify) Opportunity',
        'Topic',
        'Est. revenue',
        'Potential Customer',
        '(Nicht ändern) Verkaufschance',
      ],
      columns: {
        source: ['Source Campaign'],
      },
      forbids: ['Regarding', 'Activity Type', 'Aktivitätstyp'],
    },
    {
      kind: 'activities',
      otherwise: {
        date: ['Tatsächliches Ende'],
        dueDate: ['Scheduled End', 'Fälligkeitsdatum'],
        type: ['Aktivitätstyp'],
        status: ['Aktivitätsstatus'],
        direction: ['Direction Code'],
      },
      telltales: [
        '(Do Not Modify) Activity',
        '(Do Not Modify) Task',
        '(Do Not Modify) Phone Call',
        '(Do Not Modify) Appointment',
        '(Do Not Modify) Email',
        'Regarding',
        '(Nicht ändern) Aktivität',
      ],
      columns: {
        dealId: ['Regarding', 'Bezug'],
        sender: ['From'],
        recipient: ['To'],
        date: ['Actual End'],
      },
      // The direction is a yes or no: whether it went out.
      codes: { direction: { yes: 'out', no: 'in', true: 'out', false: 'in', 1: 'out', 0: 'in' } },
      activityKinds: {
        '(Do Not Modify) Phone Call': 'call',
        '(Do Not Modify) Appointment': 'meeting',
        '(Do Not Modify) Email': 'email',
        'Required Attendees': 'meeting',
      },
      forbids: ['Est. revenue', 'Topic'],
    },
    {
      kind: 'goals',
      telltales: ['Goal Owner', '(Do Not Modify) Goal'],
      columns: {
        rep: ['Goal Owner'],
        to: ['To'],
      },
    },
    {
      kind: 'contacts',
      otherwise: {
        email: ['Email Address'],
      },
      telltales: ['(Do Not Modify) Contact'],
      forbids: ['Topic', 'Regarding'],
    },
    {
      kind: 'accounts',
      otherwise: {
        type: ['Category'],
      },
      telltales: ['(Do Not Modify) Account'],
      forbids: ['Topic', 'Regarding'],
    },
    {
      kind: 'users',
      telltales: ['(Do Not Modify) User'],
      columns: {
        email: ['Primary Email'],
        isActive: ['Status'],
      },
      codes: { isActive: { enabled: 'yes', disabled: 'no' } },
    },
  ],
}
