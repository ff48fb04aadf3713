import type { Crm } from './crm.ts'

/** The "CRM Sales Opportunities" teaching set of Maven Analytics, on which many people try such tools first. */
export const maven: Crm = {
  id: 'maven',
  name: 'Maven CRM Sales Opportunities',
  stages: [['Prospecting', 'Engaging']],
  files: [
    {
      kind: 'opportunities',
      telltales: ['engage_date'],
      columns: {
        amount: ['close_value'],
      },
    },
    {
      kind: 'reps',
      telltales: ['regional_office'],
      columns: { rep: ['sales_agent'], manager: ['manager'], team: ['regional_office'] },
      forbids: ['opportunity_id', 'deal_stage', 'account'],
    },
  ],
}
