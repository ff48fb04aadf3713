import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { headerScore, recognise, type ColumnNames } from '../../src/ingest/columns/recognise.ts'
import type { Kind } from '../../src/records/fields.ts'
import { Problem } from '../../src/system/problem.ts'

interface Known {
  readonly what: string
  readonly is: string
  readonly columns: readonly (readonly [field: string | undefined, column: string])[]
}

/** `headers.txt`: a header is one block, its first line what it is and the rest its columns. */
function knownHeaders(): Known[] {
  const text = readFileSync(new URL('headers.txt', import.meta.url), 'utf8')
  const [, ...blocks] = text.trim().split('\n\n')
  return blocks.map((block) => {
    const [title = '', ...lines] = block.split('\n')
    const [what = '', is = ''] = title.split(': ')
    const cells = lines.join('').split('|')
    return { what, is, columns: cells.map((cell) => fieldAndColumn(cell.trim())) }
  })
}

function fieldAndColumn(cell: string): readonly [field: string | undefined, column: string] {
  const at = cell.indexOf('=')
  return at < 0 ? [undefined, cell] : [cell.slice(0, at), cell.slice(at + 1)]
}

function read(header: readonly string[], options: { columns?: ColumnNames; kind?: Kind } = {}) {
  const found = recognise(header, { file: 'deals.csv', ...options })
  if (found === undefined) return undefined
  const further = [...found.also].flatMap(([field, columns]) => columns.map((at) => [field, at] as const))
  const fields = new Map([...found.columns, ...further].map(([field, at]) => [at, field]))
  return {
    is: `${found.kind}, ${found.crm.id}`,
    columns: header.map((column, at) => [fields.get(at), column] as const),
    unmapped: found.unmapped.map((at) => header[at]),
  }
}

/** Field to column name, for what was found. */
function mapped(header: readonly string[], options: { columns?: ColumnNames; kind?: Kind } = {}) {
  const columns = read(header, options)?.columns ?? []
  return Object.fromEntries(columns.flatMap(([field, column]) => (field === undefined ? [] : [[field, column]])))
}

function problemOf(header: readonly string[]): Problem {
  try {
    recognise(header, { file: 'deals.csv' })
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('no problem')
}

describe('a header', () => {
  it.each(knownHeaders())('of $what is told: $is', ({ is, columns }) => {
    const found = read(columns.map(([, column]) => column))
    expect(found).toEqual({
      is,
      columns,
      unmapped: columns.flatMap(([field, column]) => (field === undefined ? [column] : [])),
    })
  })

  it.each(knownHeaders())('of $what is told whatever the order, the case and the spaces', ({ is, columns }) => {
    const header = columns.map(([, column]) => ` ${column.toUpperCase().replaceAll(' ', '  ')} `).reverse()
    expect(read(header)?.is).toBe(is)
  })

  it.each([
    ['leads, which are nobody’s opportunity yet', ['First Name', 'Last Name', 'Phone']],
    ['deals of a phase, which are no activities', ['Datum', 'Typ', 'Kunde', 'Projekt', 'Verantwortlich', 'Phase']],
    ['an address book', ['Name', 'Phone', 'Street', 'City']],
    ['invoices', ['Invoice', 'Customer', 'Amount', 'Due Date']],
    ['invoices with a status', ['Rechnungsnummer', 'Kunde', 'Betrag', 'Status', 'Datum']],
    ['projects', ['Projekt', 'Kunde', 'Phase', 'Verantwortlich', 'Start', 'Ende']],
    ['names alone', ['Name']],
    ['nothing', ['', '']],
    ['numbers, of a file without a header', ['1', '2', '3']],
  ])('of %s is nothing we know', (_, header) => {
    expect(read(header)).toBeUndefined()
  })

  it('is the same without its accents', () => {
    expect(read(['Societe', 'Etape', 'Montant', 'Date de cloture'])?.columns).toEqual([
      ['account', 'Societe'],
      ['stage', 'Etape'],
      ['amount', 'Montant'],
      ['closeDate', 'Date de cloture'],
    ])
  })

  it('called __proto__ or constructor harms nothing', () => {
    const header = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'Deal', 'Owner', 'Stage']
    expect(read(header)?.unmapped).toEqual(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])
    expect(mapped(header, { columns: { owner: '__proto__' } })).toMatchObject({ owner: '__proto__' })
    expect(mapped(header, { columns: JSON.parse('{"__proto__":"Deal","constructor":"Deal"}') as ColumnNames })).toEqual(
      { name: 'Deal', owner: 'Owner', stage: 'Stage' },
    )
  })

  it('stands out among titles and rows by how many of its cells are known', () => {
    expect(headerScore(['Opportunities of the week', '', ''])).toBe(0)
    expect(headerScore(['Northwind', 'Dana Whitfield', 'Proposal'])).toBe(0)
    expect(headerScore(['Opportunity Name', 'Opportunity Owner', 'Stage'])).toBe(3)
    expect(headerScore(['Vorgang', 'Wer'], { name: 'Vorgang', owner: 'Wer' })).toBe(2)
  })
})

describe('everyday names', () => {
  it.each(['Amount (USD)', 'AMOUNT [kEUR]', 'Amount*', 'Amount in EUR', 'amount:', 'Amount\n(net)'])(
    'may be written loosely: %j is the amount',
    (column) => {
      expect(mapped(['Deal', 'Owner', column])).toMatchObject({ amount: column })
    },
  )

  it.each(['ACV ($K)', 'Amount k€', 'Amount USD', 'Value in thousands', 'amount_eur', 'Amount (in k€, net)'])(
    'may have a unit behind them: %j is the amount',
    (column) => {
      expect(mapped(['Deal', 'Owner', column])).toMatchObject({ amount: column })
      expect(mapped(['Opportunity Name', 'Opportunity Owner', 'Stage', column])).toMatchObject({ amount: column })
    },
  )

  it('with two units are two amounts, of which the user says which', () => {
    expect(problemOf(['Deal', 'Owner', 'Amount (USD)', 'Amount (EUR)']).what).toContain('could both be the amount')
    expect(
      problemOf(['Opportunity Name', 'Opportunity Owner', 'Stage', 'Amount (USD)', 'Amount (EUR)']).what,
    ).toContain('could both be the amount')
  })

  it('written exactly beat those written loosely', () => {
    expect(mapped(['Deal', 'Owner', 'Amount (USD)', 'Amount'])).toMatchObject({ amount: 'Amount' })
  })

  it('that claim one field are an error naming both, and the flag that decides', () => {
    const problem = problemOf(['Deal', 'Owner', 'Target Close', 'Expected Close'])
    expect(problem.what).toBe('column 3 “Target Close” and column 4 “Expected Close” could both be the closeDate')
    expect(problem.hint).toContain('--set columns.closeDate="Target Close"')
  })

  it('that claim one field are no error once the config says which', () => {
    const header = ['Deal', 'Owner', 'Close Date', 'Expected Close']
    expect(mapped(header, { columns: { closeDate: 'Expected Close' } })).toMatchObject({ closeDate: 'Expected Close' })
  })

  it('fill what a CRM’s own names leave open', () => {
    const header = ['Opportunity Name', 'Opportunity Owner', 'Stage', 'Last Touch', 'Win Probability']
    expect(mapped(header)).toMatchObject({ lastActivity: 'Last Touch', probability: 'Win Probability' })
  })

  it('do not take what a CRM’s own names have', () => {
    const header = ['Deal Name', 'Deal Stage', 'Deal owner', 'Amount', 'Value', 'Close Date', 'Expected Close']
    expect(mapped(header)).toMatchObject({ amount: 'Amount', closeDate: 'Close Date' })
    expect(read(header)?.unmapped).toContain('Value')
  })
})

describe('columns of which each row has one', () => {
  const header = [
    'Activity Type',
    'Activity Date',
    'Activity Owner',
    'Associated Contact',
    'Meeting Outcome',
    'Call Outcome',
  ]

  it('stand in the order of the CRM, whatever that of the file', () => {
    const found = recognise(header, { file: 'activities.csv' })
    expect([found?.columns.get('outcome'), found?.also.get('outcome')]).toEqual([5, [4]])
    expect(found?.unmapped).toEqual([])
  })

  it('are one where the config names it', () => {
    const found = recognise(header, { file: 'activities.csv', columns: { outcome: 'Meeting Outcome' } })
    expect([found?.columns.get('outcome'), found?.also.get('outcome')]).toEqual([4, undefined])
    expect(found?.unmapped).toEqual([5])
  })

  it('are as ever where the config names a column of another file', () => {
    const found = recognise(header, { file: 'activities.csv', columns: { outcome: 'What came of it' } })
    expect(found?.also.get('outcome')).toEqual([4])
  })

  it('is the one there is', () => {
    const found = recognise(header.slice(0, 5), { file: 'activities.csv' })
    expect([found?.columns.get('outcome'), found?.also.size]).toEqual([4, 0])
  })
})

describe('columns that the config names', () => {
  it('win over what the header seems to say', () => {
    const header = ['Opportunity Name', 'Opportunity Owner', 'Sales Engineer', 'Stage']
    const found = mapped(header, { columns: { owner: 'Sales Engineer' } })
    expect(found).toMatchObject({ owner: 'Sales Engineer', name: 'Opportunity Name' })
  })

  it('make opportunities of a header that says nothing, whatever its language', () => {
    const header = ['Was', 'Wer', 'Wo', 'Wieviel']
    const columns = { name: 'was', owner: 'Wer', stage: 'Wo', amount: 'Wieviel' }
    expect(read(header)).toBeUndefined()
    expect(mapped(header, { columns })).toEqual({ name: 'Was', owner: 'Wer', stage: 'Wo', amount: 'Wieviel' })
  })

  it('and are not there are passed over: another file may have them', () => {
    expect(mapped(['Deal', 'Owner', 'Stage'], { columns: { owner: 'Rep' } })).toMatchObject({ owner: 'Owner' })
  })
})

describe('a kind that was named', () => {
  it('is taken, though the header fits another better', () => {
    const header = ['Deal ID', 'Changed On', 'Stage', 'Amount', 'Close Date']
    expect(read(header)?.is).toBe('history, spreadsheet')
    expect(read(header, { kind: 'opportunities' })?.is).toBe('opportunities, spreadsheet')
  })

  it('is refused where its columns are not there', () => {
    expect(read(['Deal', 'Owner', 'Stage'], { kind: 'contacts' })).toBeUndefined()
  })
})

describe('activities that a spreadsheet keeps', () => {
  it.each([
    [['Date', 'Type', 'Deal', 'Owner'], { dealId: 'Deal' }],
    [['Date', 'Type', 'Opportunity Name', 'Rep', 'Subject'], { dealId: 'Opportunity Name' }],
    [['Date', 'Type', 'Company'], { accountId: 'Company' }],
    [['Date', 'Activity Type', 'Account', 'Deal', 'Owner'], { accountId: 'Account', dealId: 'Deal' }],
    [['Date', 'Type', 'Deal ID', 'Deal Name', 'Company', 'Owner'], { dealId: 'Deal ID', accountId: 'Company' }],
    [['Date', 'Type', 'Account ID', 'Account Name', 'Owner'], { accountId: 'Account ID' }],
  ])('say by an id or a name what they were on: %j', (header, fields) => {
    expect(read(header)?.is).toBe('activities, spreadsheet')
    expect(mapped(header)).toMatchObject(fields)
  })

  it('are no deals with a day and a type', () => {
    const header = ['Date', 'Type', 'Deal', 'Company', 'Owner', 'Status']
    expect(read([...header, 'Value'])?.is).toBe('opportunities, spreadsheet')
    expect(read([...header, 'Close Date'])?.is).toBe('opportunities, spreadsheet')
  })
})

describe('files about people and companies', () => {
  it.each([
    ['contacts', ['Name', 'Email', 'Company', 'Title']],
    ['contacts', ['First Name', 'Last Name', 'Email', 'Account Name']],
    ['users', ['User ID', 'User Name', 'Email', 'Active']],
    ['users', ['Id', 'Name', 'Email']],
    ['accounts', ['Account Name', 'Industry']],
    ['accounts', ['Company', 'Sector', 'Type']],
    ['accounts', ['Firma', 'Branche', 'Status', 'Betreuer', 'Umsatz', 'Erstellt am']],
    ['contacts', ['Vorname', 'Nachname', 'Firma', 'E-Mail', 'Status', 'Verantwortlich', 'Erstellt am']],
    ['prices', ['product', 'series', 'sales_price']],
    ['reps', ['Rep', 'Manager']],
    ['reps', ['Name', 'Email', 'Manager', 'Quota']],
    ['goals', ['Rep', 'Quota', 'From', 'To']],
    ['goals', ['Rep', 'Quota (EUR)', 'From', 'To']],
    ['goals', ['Rep', 'Target k€', 'Start', 'End']],
    ['reps', ['Rep', 'Quarterly Quota ($K)']],
  ])('are told apart: %s of %j', (kind, header) => {
    expect(read(header)?.is).toBe(`${kind}, spreadsheet`)
  })
})
