import { describe, expect, it } from 'vitest'
import { run } from '../support/run.ts'

// Headers as warehouses, hand-made sheets and other languages write them: each names the same three deals, of which one is
// open, one won and one lost.

interface Told {
  readonly inputs: readonly { readonly columns: readonly { readonly field: string; readonly column: string }[] }[]
}

const FILES: readonly (readonly [what: string, file: string, fields: Readonly<Record<string, string>>])[] = [
  [
    'a warehouse that shortens its words',
    `opp_sk;opp_nm;cust_nm;rep_nm;stg_nm;is_won;is_closed;amt_usd;close_dt;crtd_dt;last_actvy_dt
1;Rollout;Acme;Ann Lee;Proposal;0;0;12500.00;2026-12-10;2026-10-03;2026-11-13
2;Pilot;Beta;Bob Ray;Closed;1;1;8000.00;2026-11-02;2026-09-01;2026-11-02
3;Trial;Gamma;Ann Lee;Closed;0;1;4000.00;2026-11-05;2026-08-01;2026-11-01`,
    { name: 'opp_nm', owner: 'rep_nm', stage: 'stg_nm', amount: 'amt_usd', created: 'crtd_dt', closeDate: 'close_dt' },
  ],
  [
    'a sheet with a scale behind the stage, and W or L',
    `Account Executive,Prospect,Opportunity Desc.,Est. ACV,Est. Close,Stage (1-5),W/L,Opened On,Last Touch
Ann Lee,Acme,Rollout,"$12,500",12/10/26,3 - Proposal,,10/3/26,11/13/26
Bob Ray,Beta,Pilot,"$8,000",11/2/26,5 - Close,W,9/21/26,11/2/26
Ann Lee,Gamma,Trial,"$4,000",11/15/26,2 - Demo,L,8/1/26,11/1/26`,
    { owner: 'Account Executive', stage: 'Stage (1-5)', status: 'W/L', amount: 'Est. ACV', created: 'Opened On' },
  ],
  [
    'French deals that are “conclues”',
    `Rubrique,Compte,Propriétaire,Phase de vente,Revenu estimé,Date de clôture estimée,Date de création,État
Déploiement,Acme,Anne Leroy,Proposer,"12 500,00 €",10/12/2026,03/10/2026,Ouverte
Pilote,Bêta,Benoît Roy,Fermer,"8 000,00 €",02/11/2026,21/09/2026,Conclue
Essai,Gamma,Anne Leroy,Qualifier,"4 000,00 €",15/11/2026,01/08/2026,Perdue`,
    { name: 'Rubrique', account: 'Compte', owner: 'Propriétaire', status: 'État', amount: 'Revenu estimé' },
  ],
  [
    'Chinese',
    `商机名称,客户,负责人,阶段,金额,预计成交日期,创建时间
上线,甲,王芳,报价,12500,2026-12-10,2026-10-03
试点,乙,李雷,赢单,8000,2026-11-02,2026-09-21
试用,丙,王芳,输单,4000,2026-11-15,2026-08-01`,
    {
      name: '商机名称',
      owner: '负责人',
      stage: '阶段',
      amount: '金额',
      created: '创建时间',
      closeDate: '预计成交日期',
    },
  ],
  [
    'Turkish',
    `Fırsat;Müşteri;Satış Temsilcisi;Aşama;Tutar;Tahmini kapanış;Oluşturma tarihi
Kurulum;Acme;Ayşe Er;Teklif;12.500,00;10.12.2026;03.10.2026
Pilot;Beta;Can Su;Kazanıldı;8.000,00;02.11.2026;21.09.2026
Deneme;Gamma;Ayşe Er;Kaybedildi;4.000,00;15.11.2026;01.08.2026`,
    { name: 'Fırsat', owner: 'Satış Temsilcisi', stage: 'Aşama', amount: 'Tutar', created: 'Oluşturma tarihi' },
  ],
]

describe.each(FILES)('%s', (_, file, fields) => {
  it('is read as what it says', async () => {
    const inspected = await run(['inspect', '-', '--as-of', '2026-11-20', '--no-config', '--format', 'json'], {
      stdin: file,
    })
    const { inputs } = JSON.parse(inspected.stdout) as Told
    const found = Object.fromEntries((inputs[0]?.columns ?? []).map(({ field, column }) => [field, column]))
    expect(found).toMatchObject(fields)
    const text = await run(['inspect', '-', '--as-of', '2026-11-20', '--no-config'], { stdin: file })
    expect(text.stdout).toMatch(/^Deals +1 open, 1 won, 1 lost/mu)
  })
})
