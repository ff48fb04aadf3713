import type { Crm, FileShape } from './crm.ts'

type Deals = Extract<FileShape, { kind: 'opportunities' }>

const deals = {
  account: ['lead_name'],
  accountId: ['lead_id'],
  owner: ['user_name', 'user_id'],
  stage: ['status_label', 'status', 'status_display_name'],
  // `value` is in cents in what the API gives; this is as a person reads it.
  amount: ['value_formatted'],
} satisfies Deals['columns']

export const close: Crm = {
  id: 'close',
  name: 'Close',
  stages: [['Demo Completed', 'Proposal Sent', 'Contract Sent']],
  files: [
    {
      // `date_won` of an opportunity that is still active is the day it is expected to close.
      kind: 'opportunities',
      telltales: ['status_type'],
      columns: { ...deals, closeDate: ['date_won'] },
    },
    {
      kind: 'opportunities',
      telltales: ['value_period', 'date_won', 'date_lost'],
      columns: { ...deals, wonOn: ['date_won'] },
      forbids: ['status_type'],
    },
    {
      kind: 'activities',
      telltales: ['lead_id'],
      beside: ['_type', 'user_name', 'user_id', 'user_names'],
      columns: {
        dealId: ['object_id'],
        accountId: ['lead_id'],
        owner: ['user_name', 'user_id'],
        outcome: ['disposition', 'outcome_name'],
        attendees: ['user_names'],
      },
      otherwise: { dueDate: ['date'] },
      // A call has a disposition, a meeting an outcome.
      byRow: ['outcome'],
      forbids: ['date_won', 'date_lost', 'value_period'],
    },
    {
      kind: 'contacts',
      otherwise: {
        name: ['display_name'],
        title: ['primary_contact_title'],
      },
      telltales: ['lead_id', 'lead_name'],
      columns: {
        account: ['lead_name'],
        accountId: ['lead_id'],
      },
      forbids: ['value_period', 'date_won', 'user_name'],
    },
    {
      kind: 'users',
      telltales: ['last_used_timezone', 'email_verified_at'],
    },
  ],
}
