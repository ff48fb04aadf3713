import { describe, expect, it } from 'vitest'
import { buildBook } from '../../src/book/build-book.ts'
import { noPast } from '../../src/book/past/past.ts'
import { bookSettings } from '../../src/config/settings.ts'
import { readExports, type ExportFile } from '../../src/ingest/read-exports.ts'
import { streamSource } from '../../src/ingest/bytes/source.ts'
import { isoDate, parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { inChunks } from './reading.ts'

const AS_OF = parseIsoDate('2026-11-20') as PlainDate

type Files = Readonly<Record<string, readonly string[]>>

async function exportsOf(files: Files, { fromFolder = false } = {}) {
  const exports: ExportFile[] = []
  for (const [name, lines] of Object.entries(files))
    exports.push({ source: await streamSource(name, inChunks(`${lines.join('\n')}\n`)), fromFolder })
  const options = { columns: {}, zone: 'UTC', dateOrder: undefined, decimal: undefined, today: AS_OF }
  return readExports(exports, options)
}

async function bookOf(files: Files) {
  return buildBook(await exportsOf(files), noPast, bookSettings({}), AS_OF)
}

async function ownersOf(files: Files) {
  const { deals } = await exportsOf(files)
  return deals.map(({ owner }) => owner)
}

/** Every order of the same files. */
function orders(files: Files): Files[] {
  const permute = <T>(items: readonly T[]): T[][] =>
    items.length < 2
      ? [[...items]]
      : items.flatMap((item, at) => permute(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
  return permute(Object.entries(files)).map((entries) => Object.fromEntries(entries))
}

const DEALS = [
  'Id,Name,AccountId,OwnerId,StageName,Amount,CloseDate,CreatedDate',
  '006A00000000001AAA,Northwind,001A00000000001AAA,005A00000000001AAA,Prospecting,100,2026-12-01,2026-09-01',
  '006A00000000002AAA,Globex,001A00000000002AAA,005A00000000002AAA,Prospecting,200,2026-12-01,2026-09-01',
]

describe('owners', () => {
  const users = [
    'Id,Username,FirstName,LastName,Email,IsActive',
    '005A00000000001,dana,Dana,Whitfield,dana@x.example,true',
    '005A00000000002AAA,kim,Kim,Osei,kim@x.example,false',
  ]
  const tasks = [
    'Id,WhatId,OwnerId,ActivityDate,Subject,Status',
    '1,006A00000000001AAA,005A00000000001AAA,2026-11-10,Call,Completed',
  ]

  it.each(orders({ 'deals.csv': DEALS, 'users.csv': users, 'tasks.csv': tasks }))(
    'that are ids are called by name where a file of users tells it, in any order of the files',
    async (files) => {
      const { deals, activities } = await exportsOf(files)
      expect(deals.map(({ owner }) => owner)).toEqual(['Dana Whitfield', 'Kim Osei'])
      expect(activities.ownerOf(0)).toBe('Dana Whitfield')
    },
  )

  it('stay what they are where nobody tells their name', async () => {
    expect(await ownersOf({ 'deals.csv': DEALS })).toEqual(['005A00000000001AAA', '005A00000000002AAA'])
  })

  const withAddresses = [
    'Deal ID,Deal,Owner,Stage',
    '1,Northwind,Dana@X.example,Proposal',
    '2,Globex,kim@x.example,Proposal',
    '3,Initech,lee@x.example,Proposal',
  ]
  const reps = ['Name,Email,Manager', 'Dana Whitfield,dana@x.example,Ada Lund', 'Kim Osei,KIM@x.example,Ada Lund']

  it.each(orders({ 'deals.csv': withAddresses, 'reps.csv': reps }))(
    'that are addresses are called by name where a file of reps tells it, in any order',
    async (files) => {
      expect(await ownersOf(files)).toEqual(['Dana Whitfield', 'Kim Osei', 'lee@x.example'])
    },
  )

  it('of goals are called by name too', async () => {
    const goals = ['Goal Owner,Target,From,To', 'dana@x.example,100000,2026-10-01,2026-12-31']
    const exports = await exportsOf({ 'goals.csv': goals, 'deals.csv': withAddresses, 'reps.csv': reps })
    expect(exports.goals).toMatchObject([{ rep: 'Dana Whitfield', goal: 100_000 }])
  })

  it('missing are a warning that names the columns it could be', async () => {
    const { warnings } = await exportsOf({ 'deals.csv': ['Deal,Stage,Pate', 'Northwind,Proposal,Dana'] })
    expect(warnings).toEqual([expect.stringMatching(/no owner column .*“Pate”.*--set columns\.owner/) as string])
  })
})

describe('accounts and contacts', () => {
  const accounts = ['Id,Name,Type,Industry,BillingCity', '001A00000000001AAA,Northwind Ltd,Customer,Retail,Leeds']

  it('give a deal the name of its account', async () => {
    const { deals } = await exportsOf({ 'deals.csv': DEALS, 'accounts.csv': accounts })
    expect(deals.map(({ account }) => account)).toEqual(['Northwind Ltd', undefined])
  })

  it('give a deal the name of its contact', async () => {
    const deals = ['ID;TITLE;STAGE_ID;ASSIGNED_BY_ID;CONTACT_ID', '1;Northwind;NEW;7;61']
    const contacts = ['ID;NAME;LAST_NAME;POST;COMPANY_ID', '61;Paula;Grant;CFO;1']
    const { deals: built } = await bookOf({ 'contacts.csv': contacts, 'deals.csv': deals })
    expect(built[0]?.contacts?.map(({ name }) => name)).toEqual(['Paula Grant'])
  })
})

describe('activities', () => {
  it('find their deal by its id, by its name, by its contact or by its account, and are counted so', async () => {
    const { joined, deals } = await bookOf({
      'deals.csv': [
        'Deal ID,Deal,Account,Owner,Stage,Contact,Created',
        'd1,Northwind,Northwind Ltd,Dana,Proposal,Paula Grant,2026-09-01',
        'd2,Globex,Globex Inc,Dana,Proposal,Max Ito,2026-09-01',
        'd3,Pilot,Initech,Dana,Proposal,,2026-09-01',
        'd4,Pilot,Umbrella,Dana,Proposal,,2026-09-01',
      ],
      'activities.csv': [
        'Subject,Activity - Type,Due date,Done,Deal,Contact person,Organization,Assigned to user',
        'by id,Call,2026-11-02,Done,d1,,,Dana',
        'by name,Call,2026-11-03,Done,globex,,,Dana',
        'by contact,Call,2026-11-04,Done,,max ito,,Dana',
        'by account,Call,2026-11-05,Done,,,initech,Dana',
        'two deals of that name,Call,2026-11-06,Done,Pilot,,,Dana',
        'nobody,Call,2026-11-07,Done,,,,Dana',
      ],
    })
    expect(joined).toEqual({ total: 6, byDeal: 2, byContact: 1, byAccount: 1, unmatched: 2 })
    const last = deals.map(({ lastActivity }) => lastActivity && isoDate(lastActivity))
    expect(last).toEqual(['2026-11-02', '2026-11-04', '2026-11-05', undefined])
  })

  it('find a deal by the account of the person they name', async () => {
    const { joined } = await bookOf({
      'contacts.csv': [
        'Id,AccountId,LastName,FirstName,Email',
        '003A00000000001AAA,001A00000000001AAA,Grant,Paula,p@x.example',
      ],
      'deals.csv': DEALS,
      'tasks.csv': [
        'Id,WhoId,WhatId,Subject,ActivityDate,Status',
        '1,003A00000000001AAA,,Call,2026-11-10,Completed',
        '2,,001A00000000002AAA,Call,2026-11-10,Completed',
      ],
    })
    expect(joined).toEqual({ total: 2, byDeal: 0, byContact: 0, byAccount: 2, unmatched: 0 })
  })

  it('of several files are one list', async () => {
    const { activities, inputs } = await exportsOf({
      'deals.csv': DEALS,
      'tasks.csv': ['Id,WhatId,ActivityDate,Subject,Status', '1,006A00000000001,11/13/2026,Call,Completed'],
      'events.csv': ['Id,WhatId,ActivityDate,Subject,Type', '2,006A00000000001AAA,2026-11-24,Demo,Meeting'],
    })
    expect(inputs.map(({ kind }) => kind)).toEqual(['opportunities', 'activities', 'activities'])
    const days = [0, 1].map((at) => isoDate(activities.day(at) as PlainDate))
    expect(days).toEqual(['2026-11-13', '2026-11-24'])
  })

  it('of leads and contacts are left out where ids of all kinds count from 1', async () => {
    const { activities, inputs } = await exportsOf({
      'deals.csv': ['ID;TITLE;STAGE_ID;ASSIGNED_BY_ID', '1;Northwind;NEW;7'],
      'activities.csv': [
        'ID;OWNER_ID;OWNER_TYPE_ID;TYPE_ID;SUBJECT;START_TIME;COMPLETED',
        '1;1;1;2;a lead;2026-11-10 10:00:00;Y',
        '2;1;2;2;a deal;2026-11-11 10:00:00;Y',
        '3;1;3;2;a contact;2026-11-12 10:00:00;Y',
      ],
    })
    expect(activities.length).toBe(1)
    expect(activities.kind(0)).toBe('call')
    expect(inputs[1]?.rows).toEqual({ read: 3, used: 1, rejected: 0, ignored: 2 })
  })
})

describe('history', () => {
  it('of single fields tells how often a close date was pushed, and what was promised first', async () => {
    const files = {
      'history.csv': [
        'Id,OpportunityId,CreatedById,CreatedDate,Field,OldValue,NewValue',
        '1,006A00000000001,x,2026-09-20,CloseDate,2026-10-01,2026-11-01',
        '2,006A00000000001AAA,x,2026-10-25,CloseDate,2026-11-01,2026-12-01',
        '3,006A00000000001,x,2026-10-25,StageName,Prospecting,Qualification',
        '4,006A00000000002,x,2026-10-25,Amount,300,200',
        '5,006A00000000002,x,2026-10-26,Description,old,new',
      ],
      'deals.csv': DEALS,
    }
    const { warnings } = await exportsOf(files)
    const { deals } = await bookOf(files)
    expect(warnings).toEqual([])
    expect(deals[0]?.pushes).toEqual({ count: 2, firstPromised: parseIsoDate('2026-10-01'), source: 'history' })
    expect(deals[1]?.pushes).toBeUndefined()
  })

  it('of stages, as Zoho keeps it, counts a push where the closing date moved', async () => {
    const { deals } = await bookOf({
      'deals.csv': [
        'Record Id,Deal Owner.id,Deal Owner,Deal Name,Stage,Amount,Closing Date,Created Time',
        'zcrm_1,zcrm_9,Leena,Quarry,Proposal/Price Quote,10,2026-12-18,2026-07-13 10:00:00',
      ],
      'stages.csv': [
        'Record Id,Deal Name.id,Deal Name,Stage,Closing Date,Stage Duration (Calendar Days),Moved To,Modified Time',
        'zcrm_2,zcrm_1,Quarry,Qualification,2026-10-30,21,Needs Analysis,2026-07-13 10:00:00',
        'zcrm_3,zcrm_1,Quarry,Needs Analysis,2026-12-18,,,2026-08-03 10:00:00',
      ],
    })
    expect(deals[0]?.pushes).toMatchObject({ count: 1, source: 'history' })
  })
})

describe('deals', () => {
  it('of one id are taken once: the second is rejected and says where the first stands', async () => {
    const { deals, rejected, inputs } = await exportsOf({
      'a.csv': ['Deal ID,Deal,Owner,Stage', '1,Northwind,Dana,Proposal', '1,Northwind,Dana,Demo'],
      'b.csv': ['Deal ID,Deal,Owner,Stage', '2,Globex,Dana,Proposal', '1,Northwind,Dana,Proposal'],
    })
    expect(deals.map(({ name }) => name)).toEqual(['Northwind', 'Globex'])
    expect(rejected.map(({ file, line, reason }) => `${file}:${line} ${reason}`)).toEqual([
      'a.csv:3 the same id as a.csv, line 2, and another stage',
      'b.csv:3 the same id as a.csv, line 2',
    ])
    expect(inputs.map(({ rows }) => rows)).toEqual([
      { read: 2, used: 1, rejected: 1, ignored: 0 },
      { read: 2, used: 1, rejected: 1, ignored: 0 },
    ])
  })

  it('whose ids differ only in what the API adds to them are one', async () => {
    const again = ['Id,Name,OwnerId,StageName', '006A00000000001,Northwind,005A00000000001AAA,Prospecting']
    const { rejected } = await exportsOf({ 'deals.csv': DEALS, 'again.csv': again })
    expect(rejected.map(({ reason }) => reason)).toEqual(['the same id as deals.csv, line 2'])
  })

  it('of one name are ordinary, and without ids are all kept', async () => {
    const { deals } = await exportsOf({ 'a.csv': ['Deal,Owner,Stage', 'Pilot,Dana,Proposal', 'Pilot,Dana,Demo'] })
    expect(deals).toHaveLength(2)
  })

  it('of several files are settled each by its own file’s dates and decimals', async () => {
    const { deals } = await exportsOf({
      'us.csv': ['Deal,Owner,Stage,Value,Created', 'Northwind,Dana,Demo,"1,234.50",9/28/2026'],
      'de.csv': ['Deal;Owner;Stage;Value;Created', 'Globex;Dana;Demo;1.234,50;28.09.2026'],
    })
    expect(deals.map(({ amount }) => amount)).toEqual([1234.5, 1234.5])
    expect(deals.map(({ created }) => created)).toEqual([parseIsoDate('2026-09-28'), parseIsoDate('2026-09-28')])
  })

  it('that were won are worth what they came to, where a column of its own tells it', async () => {
    const { deals } = await bookOf({
      'deals.csv': [
        'Topic,Owner,Status,Est. revenue,Actual Revenue,Actual Close Date,Created On',
        'Northwind,Dana,Won,"$30,000.00","$27,800.00",2026-11-10,2026-09-01',
        'Globex,Dana,Lost,"$12,000.00",$0.00,2026-11-10,2026-09-01',
        'Initech,Dana,Open,"$5,000.00",,,2026-09-01',
      ],
    })
    expect(deals.map(({ state, amount }) => [state, amount])).toEqual([
      ['won', 27_800],
      ['lost', 12_000],
      ['open', 5_000],
    ])
  })

  it.each([
    ['Российский рубль', 'RUB'],
    ['US Dollar', 'USD'],
    ['eur', 'EUR'],
    ['£', 'GBP'],
    ['Groats', 'Groats'],
  ])('in a currency called %s are in %s', async (name, code) => {
    const { deals } = await exportsOf({ 'a.csv': ['Deal,Owner,Amount,Currency', `Northwind,Dana,5,${name}`] })
    expect(deals[0]?.currency).toBe(code)
  })
})

describe('files', () => {
  it('in a folder that are none of ours are passed over with a word', async () => {
    const files = { 'deals.csv': DEALS, 'stock.csv': ['Part,Shelf', '1,2'] }
    const { warnings, inputs } = await exportsOf(files, { fromFolder: true })
    expect(inputs).toHaveLength(1)
    expect(warnings).toEqual([expect.stringMatching(/^stock\.csv: not used\b/) as string])
    await expect(exportsOf(files)).rejects.toMatchObject({ where: { file: 'stock.csv' } })
  })

  it('without any opportunities are a problem that says what they hold', async () => {
    const reps = ['Name,Email,Manager', 'Dana,d@x.example,Ada']
    await expect(exportsOf({ 'reps.csv': reps })).rejects.toMatchObject({
      what: 'no opportunities in what was given: reps.csv holds reps',
    })
  })
})
