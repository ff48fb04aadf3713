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
      requires: ['id', 'owner', 'stage', 'created'],
      columns: {
        id: ['opportunity_id'],
        account: ['account'],
        owner: ['sales_agent'],
        stage: ['deal_stage'],
        created: ['engage_date'],
        closeDate: ['close_date'],
        amount: ['close_value'],
        product: ['product'],
      },
    },
    {
      kind: 'reps',
      telltales: ['regional_office'],
      requires: ['rep', 'manager'],
      columns: { rep: ['sales_agent'], manager: ['manager'], team: ['regional_office'] },
      forbids: ['opportunity_id', 'deal_stage', 'account'],
    },
  ],
}
