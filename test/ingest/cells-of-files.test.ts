import { describe, expect, it } from 'vitest'
import { readExports, type ExportFile } from '../../src/ingest/read-exports.ts'
import { streamSource } from '../../src/ingest/bytes/source.ts'
import { parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { inChunks } from './reading.ts'

const AS_OF = parseIsoDate('2026-11-20') as PlainDate

type Files = Readonly<Record<string, readonly string[]>>

async function exportsOf(files: Files, more: { dateOrder?: 'ymd' | 'dmy' } = {}) {
  const exports: ExportFile[] = []
  for (const [name, lines] of Object.entries(files))
    exports.push({ source: await streamSource(name, inChunks(`${lines.join('\n')}\n`)), fromFolder: false })
  return readExports(exports, {
    columns: {},
    zone: 'UTC',
    dateOrder: undefined,
    decimal: undefined,
    today: AS_OF,
    ...more,
  })
}

describe('the unit of an amount’s header', () => {
  const deals = (header: string, ...cells: readonly string[]) => ({
    'deals.csv': [`Deal Name,Owner,Stage,${header}`, ...cells.map((cell, at) => `D${at},Dana,Demo,${cell}`)],
  })
  const amountsOf = async (files: Files) =>
    (await exportsOf(files)).deals.map(({ amount, currency }) => [amount, currency])

  it('is that of every amount, unless the cell says otherwise', async () => {
    expect(await amountsOf(deals('ACV ($K)', '48', '€12', '2M'))).toEqual([
      [48_000, 'USD'],
      [12_000, 'EUR'],
      [2_000_000, 'USD'],
    ])
  })

  it('names the currency where another column names what the deal is in otherwise', async () => {
    expect(await amountsOf(deals('Amount (USD),Currency', '48,EUR'))).toEqual([[48, 'USD']])
    expect(await amountsOf(deals('Amount (k),Currency', '48,EUR'))).toEqual([[48_000, 'EUR']])
  })

  it('is shown where the column is', async () => {
    const { inputs } = await exportsOf(deals('ACV ($K)', '48'))
    expect(inputs[0]?.columns.find(({ field }) => field === 'amount')?.style).toBe('1234, in thousands of USD')
  })

  it('holds for goals, too', async () => {
    const { goals } = await exportsOf({
      ...deals('Amount', '48'),
      'goals.csv': ['Rep,Quota (k€),From,To', 'Dana,250,2026-10-01,2026-12-31'],
    })
    expect(goals).toMatchObject([{ rep: 'Dana', goal: 250_000 }])
  })

  it('that leaves an amount unrecognised is asked about, and a file without amounts is not', async () => {
    const { warnings } = await exportsOf(deals('Fee (€)', '48'))
    expect(warnings).toEqual([
      'deals.csv: no amount column was recognised, so nothing is ranked by money. If one of these is it (“Fee (€)”), say so: --set columns.amount="…"',
    ])
    expect((await exportsOf(deals('Next Step', 'Call'))).warnings).toEqual([])
  })
})

it('amounts that may be thousands or thousandths are left out, and the warning says what to do', async () => {
  const rows = ['48.000', '12.500', '750.00'].map((amount, at) => `D${at};Dana;Demo;${amount}`)
  const { deals, warnings } = await exportsOf({ 'deals.csv': ['Deal Name;Owner;Stage;Amount', ...rows] })
  expect(deals.map(({ amount }) => amount)).toEqual([undefined, undefined, 750])
  expect(warnings[0]).toBe(
    'deals.csv, line 2, column “Amount”: “48.000”, and 1 more like it, may be thousands or have three decimals, and is left out. Say which decimal mark it is: --decimal . or --decimal ,',
  )
})

it('probabilities may have percent signs', async () => {
  const rows = ['10%', '50 %', '90'].map((share, at) => `D${at},Dana,S${at},${share}`)
  const { deals, warnings } = await exportsOf({
    'deals.csv': ['Opportunity Name,Opportunity Owner,Stage,Probability', ...rows],
  })
  expect([deals.map(({ probability }) => probability), warnings]).toEqual([[10, 50, 90], []])
})

describe('what stands for nothing in a column of words', () => {
  it.each(['-', '—', 'n/a', 'N/A', '#N/A', '(blank)', '(none)', 'NULL', 'None', '--None--', ' - '])(
    'is nothing: “%s”',
    async (cell) => {
      const { deals, activities, rejected } = await exportsOf({
        'deals.csv': [
          'Deal ID,Deal Name,Owner,Stage,Account,Contact,Next Step',
          `${cell},A,Dana,${cell},${cell},${cell},${cell}`,
          `${cell},B,${cell},${cell},${cell},${cell},${cell}`,
        ],
        'activities.csv': ['Deal ID,Contact,Owner,Date,Type', `${cell},${cell},Dana,2026-11-10,Call`],
      })
      const nothing = { id: undefined, stage: undefined, account: undefined, contact: undefined, nextStep: undefined }
      expect(deals).toMatchObject([
        { name: 'A', owner: 'Dana', ...nothing },
        { name: 'B', owner: undefined, ...nothing },
      ])
      expect([activities.dealOf(0), activities.personOf(0), rejected]).toEqual([undefined, undefined, []])
    },
  )

  it('is a name where it may be one', async () => {
    const { deals } = await exportsOf({
      'deals.csv': ['Deal Name,Owner,Account,Contact,Stage', '-,Dana,NA,Nan,NA', 'None,Dana,Blank,Nil,nil'],
    })
    expect(deals).toMatchObject([
      { name: '-', account: 'NA', contact: 'Nan', stage: undefined },
      { name: 'None', account: 'Blank', contact: 'Nil', stage: undefined },
    ])
  })
})

describe('the order of dates', () => {
  const deals = (...rows: readonly string[]) => ({
    'deals.csv': ['Deal Name,Owner,Stage,Created,Close Date', ...rows.map((row, at) => `D${at},Dana,Demo,${row}`)],
  })
  const YEAR_FIRST = ['26/10/05,26/11/30', '26/11/18,26/12/31', '26/09/24,26/12/31', '26/09/25,26/12/31']

  it('is asked for where the year may stand in front', async () => {
    await expect(exportsOf(deals(...YEAR_FIRST))).rejects.toMatchObject({
      what: 'the dates could be day-first or year-first, and nothing in the file tells which',
      hint: 'say which with --date-order dmy (day first) or --date-order ymd (year first)',
    })
    const { deals: read } = await exportsOf(deals(...YEAR_FIRST), { dateOrder: 'ymd' })
    expect(read.map(({ created }) => created)).toEqual(
      ['2026-10-05', '2026-11-18', '2026-09-24', '2026-09-25'].map(parseIsoDate),
    )
  })

  it('is not asked for where the year at the back is the likelier', async () => {
    const { deals: read } = await exportsOf(deals('18/10/26,15/01/27', '25/09/26,31/12/26', '15/11/26,15/02/27'))
    expect(read[0]?.closeDate).toBe(parseIsoDate('2027-01-15'))
  })

  it('that is two in one column is shown with a cell of each', async () => {
    await expect(exportsOf(deals('2026-10-01,31/12/2026', '2026-10-01,12/31/2026'))).rejects.toMatchObject({
      what: 'day-first and month-first dates stand in one column: “12/31/2026” on line 3 has the month first, and this one the day',
      where: { file: 'deals.csv', line: 2, column: 'Close Date', value: '31/12/2026' },
    })
  })
})
