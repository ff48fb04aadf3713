import { describe, expect, it } from 'vitest'
import { orderStages } from '../../src/book/deals/stages.ts'
import { readStates } from '../../src/book/states/states.ts'
import { crms } from '../../src/ingest/crms/index.ts'
import { fieldsOf, type DealRow } from '../../src/records/fields.ts'
import { day, TODAY } from '../support/exports.ts'

const blank = Object.fromEntries(Object.keys(fieldsOf.opportunities).map((field) => [field, undefined])) as DealRow
const settings = { order: [], won: [], lost: [] }
const state = (row: Partial<DealRow>) => {
  const deal = { ...blank, ...row }
  return readStates([deal], settings, day(TODAY)).of(deal)
}

describe('a stage', () => {
  it.each([
    'Closed Won',
    'Won',
    'C2:WON',
    'WON',
    'gewonnen',
    'Auftrag gewonnen',
    'Gagné',
    'Affaire gagnée',
    'Ganada',
    'Cerrada ganada',
    'Ganho',
    'Fechado ganho',
    'Vinta',
    'Chiusa vinta',
    'Gewonnen deal',
    'Сделка успешна',
    'Успешно реализовано',
    'Выдано',
    'Closed Won - no discount',
    'Won (not invoiced)',
    'Never lost: won',
    'Win',
    'Signé',
    'Закрыто (успешно)',
    'Wygrana',
    'Vunnet',
    'Vunnen',
    'Auftrag erteilt',
    '7 - Signed',
    '07. Contract Signed',
    'Signed ✔',
    'G. Project Won',
    'Won 🎉',
    'Closed—won',
    'Fechada e ganha',
    'Abgeschlossen und gewonnen',
    'Clôturée gagnée',
    'SOLD',
    'Vendida',
    'Adjudicada',
    'acquisita',
    'PO received',
    'Delivered',
    'Umowa podpisana',
    'Verkocht',
    '受注',
    '成約',
    '成交',
    '수주',
  ])('called “%s” is won', (stage) => expect(state({ stage })).toBe('won'))

  it.each([
    'Closed Lost',
    'Closed Lost to Competition',
    'Förlorad',
    'Absage',
    'C2:LOSE',
    'C14:APOLOGY',
    'LOSE',
    'verloren',
    'Perdu',
    'Perdue',
    'Perdida',
    'Cerrada perdida',
    'Perdido',
    'Persa',
    'Chiusa persa',
    'Сделка провалена',
    'Закрыто и не реализовано',
    'Closed Lost/No Decision',
    'Closed Lost - Not a fit',
    'Closed Lost - No Response',
    'Lost (no budget)',
    'Lost: never replied',
    'Lost - won by competitor',
    'Closed Lost - Competitor won',
    'Perdu (pas de budget)',
    'Verloren (nicht qualifiziert)',
    'Disqualified - budget',
    'Cancelled by client',
    'Rejected - price',
    'Won by competitor',
    'Loss',
    'Nicht gewonnen',
    'Abgelehnt',
    'Storniert',
    'Abandonné',
    'Проигран',
    'Отказ клиента',
    'Отказ: дорого',
    'Przegrana',
    'Tapt',
    '8 - Dead',
    '00. Disqualified',
    'DEAD',
    'Dropped',
    'Closed - Dropped',
    'Deal dropped',
    'Withdrawn',
    'Stopped',
    'No interest',
    'Angebot abgelehnt',
    'Kein Interesse',
    'Geweigerd',
    'Desistiu',
    'Descartada',
    'Desestimada',
    'Rechazada',
    'Anulada',
    'Inactivo',
    'Sans suite',
    'Odrzucona',
    'Avböjd',
    'Not won',
    'Não ganho',
    'Non vinta',
    '失注',
    '输单',
  ])('called “%s” is lost', (stage) => expect(state({ stage })).toBe('lost'))

  it.each([
    'Proposal',
    'Wonderland tender',
    'C2:NEW',
    'Personal demo',
    'В работе',
    'Verlorene Zeit sparen',
    'Not yet won',
    'Not yet lost',
    'Won’t close this year',
    'Noch nicht verloren',
    'Pas encore perdu',
    'Lost contact',
    'Closing',
    'Rejected offer, second round',
    'Signed NDA',
    'Contract Sent',
    'Sold to the board',
    'Client review',
    'Proposal delivered',
    'Order form sent',
    '4-Close',
    'Keep in touch',
    'Em andamento',
    'in_attesa',
    '受注見込',
    '商談中',
  ])('called “%s” is open', (stage) => expect(state({ stage })).toBe('open'))

  it.each(['Closed', 'Closed - Other', 'Geschlossen (Archiv)'])('called “%s” is closed, nobody knows how', (stage) =>
    expect(state({ stage })).toBe('unknown'),
  )
})

describe('the state', () => {
  it.each([
    ['its status before its stage', { status: 'Lost', stage: 'Proposal' }, 'lost'],
    ['its stage where the status says nothing', { status: 'On Hold', stage: 'Won' }, 'won'],
    ['flags', { isClosed: true, isWon: true, stage: 'Finished' }, 'won'],
    ['a flag that it is not closed', { isClosed: false, stage: 'Finished' }, 'open'],
    ['nothing, where it is closed under a name that does not tell', { isClosed: true, stage: 'Finished' }, 'unknown'],
    ['nothing, where there is nothing', {}, 'unknown'],
  ] as const)('is told by %s', (_, row, expected) => expect(state(row)).toBe(expected))
})

describe('the order of open stages', () => {
  const order = (stages: readonly string[], crm: string) => {
    const rows = stages.map((stage) => ({ ...blank, stage }))
    return orderStages(rows, crms.find(({ id }) => id === crm)?.stages ?? [], settings)
  }

  it('is that of the first of the CRM’s lists that has every stage in use', () => {
    expect(order(['Lead In', 'Proposal Made'], 'pipedrive').names[0]).toBe('Lead In')
    expect(order(['Qualified', 'Proposal Made'], 'pipedrive').names[0]).toBe('Qualified')
    expect(order(['4-Close', '1-Qualify'], 'dynamics-365').source).toBe('crm')
  })

  it('holds for every pipeline of Bitrix24, whose number stands in front', () => {
    const stages = order(['C2:EXECUTING', 'NEW'], 'bitrix24')
    expect(stages.source).toBe('crm')
    expect(stages.position('C7:NEW')).toBe(0)
    expect(stages.position('C2:FINAL_INVOICE')).toBe(1)
  })

  it('is not the CRM’s where a stage of one’s own is in use', () => {
    expect(order(['Lead In', 'Legal check'], 'pipedrive').source).not.toBe('crm')
  })
})
