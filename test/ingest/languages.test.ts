import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/ingest/columns/recognise.ts'
import { tokens } from '../../src/vocabulary/headers/tokens.ts'

/** Headers as people and CRMs write them: `field=Column`, a column alone where it is no field of ours. */
const headers: readonly (readonly [what: string, kind: string, columns: string])[] = [
  [
    'Polish deals',
    'opportunities',
    'id=Nr szansy | name=Nazwa szansy | account=Nazwa firmy | owner=Opiekun klienta | stage=Etap sprzedaży | amount=Wartość (PLN) | ' +
      'currency=Waluta | probability=Prawdopodobieństwo | created=Data utworzenia | closeDate=Planowana data zamknięcia | ' +
      'lastActivity=Data ostatniego kontaktu | nextStep=Następny krok | lostReason=Powód przegranej | source=Źródło | ' +
      'stageAge=Dni na etapie | manager=Kierownik | contact=Osoba kontaktowa | createdBy=Utworzone przez',
  ],
  [
    'Polish deals of a CRM',
    'opportunities',
    'name=Szansa sprzedaży | account=Kontrahent | owner=Handlowiec | stage=Etap lejka | amount=Kwota netto | ' +
      'closeDate=Przewidywane zamknięcie | created=Utworzono | nextActivity=Data następnego zadania | meetingCount=Liczba spotkań',
  ],
  [
    'Polish activities',
    'activities',
    'date=Data | type=Typ | subject=Temat | owner=Handlowiec | dealId=Szansa sprzedaży | personName=Osoba kontaktowa',
  ],
  [
    'Swedish deals',
    'opportunities',
    'id=Affärsnummer | name=Affärsnamn | account=Kundnamn | owner=Ansvarig säljare | stage=Säljfas | amount=Ordervärde (tkr) | ' +
      'probability=Sannolikhet (%) | created=Skapad datum | closeDate=Förväntat avslutsdatum | lastActivity=Senaste aktivitet | ' +
      'nextStep=Nästa steg | lostReason=Förlustorsak | source=Källa | contact=Kontaktperson | manager=Säljchef',
  ],
  [
    'Swedish deals of a CRM',
    'opportunities',
    'name=Affär | account=Företag | owner=Säljare | stage=Steg | status=Status | amount=Belopp | currency=Valuta | ' +
      'closeDate=Beräknat avslut | created=Skapades | contactCount=Antal kontakter | nextActivity=Nästa möte',
  ],
  [
    'German deals in one word each',
    'opportunities',
    'id=Chancennummer | name=Chancenname | account=Kundenname | owner=Vertriebsmitarbeiter | stage=Verkaufsphase | amount=Auftragswert | ' +
      'created=Erstellungsdatum | closeDate=Abschlussdatum | lostReason=Verlustgrund | stageAge=Tage in Phase',
  ],
  [
    'Dutch deals',
    'opportunities',
    'name=Naam verkoopkans | account=Klantnaam | owner=Accountmanager | stage=Verkoopfase | amount=Verwachte omzet | ' +
      'closeDate=Verwachte sluitdatum | created=Aanmaakdatum | lostReason=Reden verlies | nextStep=Volgende stap',
  ],
  [
    'deals of a database',
    'opportunities',
    'id=opp_id | name=opp_name | account=account_name | owner=account_executive | stage=sales_stage | amount=deal_amount_eur | ' +
      'created=date_created | closeDate=est_close_date | closedOn=actual_close_date | source=lead_source | team=owner_team | ' +
      'idleDays=days_since_last_activity | pushCount=push_count | forecastCategory=forecast_category',
  ],
  [
    'deals whose names all begin with the name of a team',
    'opportunities',
    'name=Zephyr Deal Name | owner=Zephyr Owner | stage=Zephyr Stage | amount=Zephyr Amount | closeDate=Zephyr Close Date',
  ],
  ['quotas by the month', 'goals', 'repId=rep_id | rep=rep_name | month=month | goal=monthly_quota'],
  ['a price list', 'prices', 'product=Product name | price=List price | currency=Currency'],
]

describe('a header', () => {
  it.each(headers)('of %s is understood', (_, kind, columns) => {
    const wanted = columns.split(' | ').map((cell) => cell.split('='))
    const header = wanted.map((cell) => cell.at(-1) ?? '')
    const found = recognise(header, { file: 'export.csv' })
    const fields = new Map([...(found?.columns ?? [])].map(([field, at]) => [at, field]))
    expect(found?.kind).toBe(kind)
    expect(header.map((name, at) => `${fields.get(at) ?? '–'}=${name}`)).toEqual(
      wanted.map((cell) => (cell.length === 1 ? `–=${cell[0]}` : cell.join('='))),
    )
  })

  it.each([
    ['who created it is no owner', ['Deal', 'Stage', 'Amount', 'Created By'], 'owner'],
    ['who owns the account is no owner of the deal', ['Deal', 'Stage', 'Amount', 'Account Owner'], 'owner'],
    ['the role of the owner is no owner', ['Deal', 'Stage', 'Amount', 'Owner Role'], 'owner'],
    ['the weighted amount is no amount', ['Deal', 'Stage', 'Owner', 'Weighted Amount'], 'amount'],
    ['a change is no activity', ['Deal', 'Stage', 'Owner', 'Last Modified Date'], 'lastActivity'],
    ['the currency of an amount is no amount', ['Deal', 'Stage', 'Owner', 'Amount Currency'], 'amount'],
    ['days in a stage are no stage', ['Deal', 'Amount', 'Owner', 'Days in Stage'], 'stage'],
  ])('%s', (_, header, field) => {
    expect(recognise(header, { file: 'deals.csv' })?.columns.get(field)).toBeUndefined()
  })

  it('is cut at capitals, signs and spaces, without the marks of an API', () => {
    expect(tokens('NextStepDate__c')).toEqual(['next', 'step', 'date'])
    expect(tokens('properties.deal_name')).toEqual(['deal', 'name'])
    expect(tokens('Étape – prévue')).toEqual(['etape', 'prevue'])
  })
})

describe('values decide', () => {
  const rows = (cells: readonly string[]) => cells.map((cell, at) => [`Deal ${at}`, 'Dana', 'Proposal', cell])
  const read = (column: string, cells: readonly string[]) => {
    const options = { file: 'deals.csv', sample: rows(cells), today: 20_700 as never }
    return [...(recognise(['Deal', 'Owner', 'Stage', column], options)?.columns ?? [])].find(([, at]) => at === 3)?.[0]
  }

  it('whether a column of contacts holds names or a count', () => {
    expect(read('Contacts', ['Kim Osei', 'Lee Wong', 'Ana Ruiz'])).toBe('contact')
    expect(read('Contacts', ['3', '1', '4'])).toBe('contactCount')
  })

  it('whether “Closed” is a flag or a day', () => {
    expect(read('Closed', ['yes', 'no', 'no'])).toBe('isClosed')
    expect(read('Closed', ['2026-01-04', '', '2026-02-11'])).toBe('closedOn')
  })

  it('whether what comes next is a text or a day', () => {
    expect(read('Next activity', ['Call the CFO', 'Send the quote', 'Demo'])).toBe('nextStep')
    expect(read('Next activity', ['2026-12-04', '2026-12-09', '2026-12-11'])).toBe('nextActivity')
  })
})
