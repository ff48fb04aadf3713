import { describe, expect, it } from 'vitest'
import { isAtProposal } from '../../src/book/deals/proposal.ts'
import { StageOrder } from '../../src/book/deals/stages.ts'
import { bitrix24 } from '../../src/ingest/crms/bitrix24.ts'
import { dynamics } from '../../src/ingest/crms/dynamics.ts'
import { odoo } from '../../src/ingest/crms/odoo.ts'
import { pipedrive } from '../../src/ingest/crms/pipedrive.ts'
import { salesforce } from '../../src/ingest/crms/salesforce.ts'

/** Of a CRM's own stages those in which a proposal is out. */
function withProposal({ stages }: { stages: readonly (readonly string[])[] }): string[] {
  const [names = []] = stages
  return names.filter((stage) => isAtProposal(stage, new StageOrder(names, 'crm')) === true)
}

describe('a proposal is out', () => {
  it('in these of the CRMs’ own stages', () => {
    expect(withProposal(salesforce)).toEqual(['Proposal/Price Quote', 'Negotiation/Review'])
    expect(withProposal(pipedrive)).toEqual(['Proposal Made', 'Negotiations Started'])
    expect(withProposal(dynamics)).toEqual(['Propose', 'Close'])
    expect(withProposal(odoo)).toEqual(['Proposition'])
    expect(withProposal(bitrix24)).toEqual(['PREPAYMENT_INVOICE', 'EXECUTING', 'FINAL_INVOICE'])
  })

  it('in whatever comes after a stage that says so', () => {
    const order = new StageOrder(['Discovery', 'Angebot', 'Waiting'], 'config')
    expect(['Discovery', 'ANGEBOT', 'waiting'].map((stage) => isAtProposal(stage, order))).toEqual([false, true, true])
  })

  it('or not, nobody knows, where no stage says so', () => {
    const order = new StageOrder(['One', 'Two'], 'config')
    expect(isAtProposal('Two', order)).toBeUndefined()
    expect(isAtProposal('Three', new StageOrder(['One', 'Proposal'], 'config'))).toBeUndefined()
    expect(isAtProposal(undefined, order)).toBeUndefined()
    expect(isAtProposal('Quote sent', order)).toBe(true)
  })
})
