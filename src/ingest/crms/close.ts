import type { Crm, FileShape } from './crm.ts'

type Deals = Extract<FileShape, { kind: 'opportunities' }>

const deals = {
  id: ['id', 'opportunity_id'],
  name: ['opportunity_name', 'lead_name'],
  account: ['lead_name'],
  accountId: ['lead_id'],
  owner: ['user_name', 'user_id'],
  stage: ['status_label', 'status', 'status_display_name'],
  status: ['status_type'],
  // `value` is in cents in what the API gives; this is as a person reads it.
  amount: ['value_formatted', 'value'],
  amountPeriod: ['value_period'],
  currency: ['value_currency'],
  created: ['date_created'],
  lostOn: ['date_lost'],
  probability: ['confidence'],
  pipeline: ['pipeline_name'],
  contact: ['contact_name'],
  contactId: ['contact_id'],
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
      requires: ['status', 'owner', ['closeDate', 'lostOn', 'created']],
      columns: { ...deals, closeDate: ['date_won'] },
    },
    {
      kind: 'opportunities',
      telltales: ['value_period', 'date_won', 'date_lost'],
      requires: ['owner', ['stage', 'wonOn', 'lostOn']],
      columns: { ...deals, wonOn: ['date_won'] },
      forbids: ['status_type'],
    },
    {
      kind: 'activities',
      telltales: ['lead_id'],
      requires: [['date', 'dueDate'], 'type'],
      columns: {
        dealId: ['opportunity_id', 'object_id'],
        personId: ['contact_id'],
        personName: ['contact_name'],
        accountId: ['lead_id'],
        owner: ['user_name', 'assigned_to_name', 'user_id', 'assigned_to'],
        date: ['activity_at', 'date_created'],
        dueDate: ['due_date', 'date'],
        type: ['_type', 'activity_type', 'type'],
        subject: ['subject', 'text', 'title', 'note'],
        isClosed: ['is_complete'],
        status: ['status'],
        outcome: ['disposition', 'outcome_name'],
        direction: ['direction'],
        attendees: ['attendees', 'user_names'],
      },
      // A call has a disposition, a meeting an outcome.
      byRow: ['outcome'],
      forbids: ['date_won', 'date_lost', 'value_period'],
    },
    {
      kind: 'contacts',
      telltales: ['lead_id', 'lead_name'],
      requires: [['name', 'firstName'], 'email'],
      columns: {
        id: ['id', 'contact_id'],
        name: ['name', 'contact_name', 'display_name'],
        firstName: ['first_name'],
        lastName: ['last_name'],
        email: ['email', 'primary_email', 'email_1', 'primary_contact_email'],
        title: ['title', 'primary_contact_title'],
        account: ['lead_name'],
        accountId: ['lead_id'],
      },
      forbids: ['value_period', 'date_won', 'user_name'],
    },
    {
      kind: 'users',
      telltales: ['last_used_timezone', 'email_verified_at'],
      requires: ['id', ['firstName', 'email']],
      columns: {
        id: ['id'],
        name: ['display_name', 'name'],
        firstName: ['first_name'],
        lastName: ['last_name'],
        email: ['email'],
      },
    },
  ],
}
