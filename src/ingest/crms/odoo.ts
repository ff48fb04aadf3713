import type { Crm } from './crm.ts'

/** Exports of `crm.lead`, by labels or, where they are to be imported again, by technical names. */
export const odoo: Crm = {
  id: 'odoo',
  name: 'Odoo',
  stages: [['New', 'Qualified', 'Proposition']],
  files: [
    {
      kind: 'opportunities',
      otherwise: {
        account: ['Customer/Display Name', 'partner_id', 'partner_id/name', 'partner_name'],
        owner: ['user_id', 'user_id/name', 'user_id/id'],
        stage: ['Stage/Display Name', 'stage_id', 'stage_id/name', 'stage_id/id'],
        amount: ['planned_revenue'],
        currency: ['company_currency', 'company_currency/name'],
        closeDate: ['date_deadline'],
        nextActivity: ['activity_date_deadline', 'My Activity Deadline'],
        nextStep: ['activity_summary'],
        source: ['source_id', 'source_id/name'],
        lostReason: ['lost_reason_id'],
      },
      telltales: [
        'Expected Closing',
        'Last Stage Update',
        'Sales Team',
        'planned_revenue',
        'date_deadline',
        'stage_id',
        'stage_id/id',
      ],
      columns: {
        accountId: ['partner_id/id', 'Customer/External ID'],
        status: ['Is Won', 'won_status', 'Active', 'active'],
        contactId: ['Email', 'email_from'],
      },
      // Marking an opportunity as lost archives it; where it stands says the stage.
      codes: { status: { true: '', false: 'lost', 1: '', 0: 'lost' } },
      only: { columns: ['Type', 'type'], values: ['opportunity'] },
    },
    {
      kind: 'activities',
      otherwise: {
        owner: ['user_id', 'user_id/name'],
        type: ['activity_type_id', 'activity_type_id/name'],
      },
      telltales: ['Document Name', 'res_name', 'res_id', 'Related Document ID', 'Activity Type'],
      beside: ['Document Name', 'res_name', 'res_id', 'Related Document ID', 'Summary'],
      columns: {
        dealId: ['Document Name', 'res_name', 'Related Document ID', 'res_id'],
      },
      codes: { status: { today: 'open', overdue: 'open' } },
      only: {
        columns: ['Document Model', 'Related Document Model', 'res_model'],
        values: ['crm.lead', 'Lead/Opportunity'],
      },
      forbids: ['Expected Revenue', 'expected_revenue', 'stage_id', 'Subject'],
    },
    {
      kind: 'contacts',
      otherwise: {
        name: ['Display Name', 'Complete Name'],
        account: ['parent_id', 'parent_id/name'],
      },
      telltales: ['Is a Company', 'is_company', 'Related Company', 'parent_id', 'commercial_partner_id'],
      columns: {
        title: ['Job Position', 'function'],
      },
      forbids: ['Expected Revenue', 'expected_revenue', 'stage_id', 'Stage'],
    },
  ],
}
