import { describe, expect, it } from 'vitest'
import { buildBook } from '../../src/book/build-book.ts'
import { noPast } from '../../src/book/past/past.ts'
import { bookSettings } from '../../src/config/settings.ts'
import { readExports, type ExportFile } from '../../src/ingest/read-exports.ts'
import { streamSource } from '../../src/ingest/bytes/source.ts'
import { parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'
import { inChunks } from './reading.ts'

const AS_OF = parseIsoDate('2026-11-20') as PlainDate

type Files = Readonly<Record<string, readonly string[]>>

async function exportsOf(files: Files) {
  const exports: ExportFile[] = []
  for (const [name, lines] of Object.entries(files))
    exports.push({ source: await streamSource(name, inChunks(`${lines.join('\n')}\n`)), fromFolder: false })
  const options = { columns: {}, zone: 'UTC', dateOrder: undefined, decimal: undefined, today: AS_OF }
  return readExports(exports, options)
}

async function bookOf(files: Files) {
  return buildBook(await exportsOf(files), noPast, bookSettings({}), AS_OF)
}

describe('owners that are written in another way', () => {
  const deals = [
    'Deal ID,Deal,Owner,Stage,Amount,Created',
    '1,Northwind,Dana Whitfield,Proposal,10,2026-10-12',
    '2,Globex,"Whitfield, Dana",Proposal,10,2026-10-12',
    '3,Initech,Dana Whitfield,Proposal,10,2026-10-12',
  ]

  it('are one rep in every file', async () => {
    const book = await bookOf({
      'deals.csv': deals,
      'reps.csv': ['Rep,Manager,Level', 'dana whitfield,Kim Osei,Senior'],
      'goals.csv': ['Rep,Quota,From,To', 'DANA WHITFIELD,100000,2026-10-01,2026-12-31'],
      'calls.csv': ['Owner,Date,Type', 'dana.whitfield@x.example,2026-11-18,Call'],
    })
    expect(book.reps).toMatchObject([{ name: 'Dana Whitfield', manager: 'Kim Osei', goal: { amount: 100_000 } }])
    expect(book.reps[0]?.open).toHaveLength(3)
    expect(book.reps.map((rep) => book.activities.inWeeks(rep, 4).total)).toEqual([1])
  })

  it('of a goal that is nobody’s are a warning with a guess', async () => {
    const { warnings } = await exportsOf({
      'deals.csv': deals,
      'goals.csv': [
        'Rep,Quota,From,To',
        'Dana Whitfield,1,2026-10-01,2026-12-31',
        'Dan Whitfield,2,2026-10-01,2026-12-31',
      ],
    })
    expect(warnings).toEqual([
      'goals.csv, line 3: goal for “Dan Whitfield”: no such rep; did you mean “Dana Whitfield”?',
    ])
  })

  it('several in one cell are a warning, once', async () => {
    const several = ['4,Umbrella,Dana Whitfield; Lee,Proposal,10,', '5,Hooli,Dana Whitfield; Lee,Proposal,10,']
    const { warnings } = await exportsOf({ 'deals.csv': [...deals, ...several] })
    expect(warnings).toEqual([
      'deals.csv, line 5: “Dana Whitfield; Lee” counts as Dana Whitfield’s: 2 deals name several owners, and the first is taken',
    ])
  })
})

describe('owners of activities', () => {
  const deals = [
    'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date',
    '006A00000000001,Northwind,Dana Whitfield,Prospecting,10,2026-06-01',
    '006A00000000002,Globex,Lee Wong,Prospecting,10,2026-06-01',
  ]
  const tasks = [
    'Id,WhatId,OwnerId,ActivityDate,Subject,Status',
    '1,006A00000000001AAA,0055e00000XXXXXAAA,2026-11-10,Call,Completed',
  ]
  const users = ['Id,Name,Email', '0055e00000XXXXXAAA,Dana Whitfield,d@x.example']

  it('that are ids beside names tell nothing of anybody, and that is said', async () => {
    const files = { 'deals.csv': deals, 'tasks.csv': tasks }
    expect((await bookOf(files)).reps.map(({ name }) => name)).toEqual(['Dana Whitfield', 'Lee Wong'])
    const { warnings, activities } = await exportsOf(files)
    expect(activities.hasOwners).toBe(false)
    expect(warnings).toEqual([
      'tasks.csv: the owners are ids (0055e00000XXXXXAAA), those of the opportunities names (Dana Whitfield), so it does not tell who did what: add the users export',
    ])
  })

  it('by id are told by a users file, and who owns a deal keeps a page', async () => {
    const files = { 'deals.csv': deals, 'tasks.csv': tasks, 'users.csv': users }
    expect((await bookOf(files)).reps.map(({ name }) => name)).toEqual(['Dana Whitfield', 'Lee Wong'])
    expect((await exportsOf(files)).warnings).toEqual([])
  })

  it('who own no deal, such as a manager, leave nobody orphaned and stay known', async () => {
    const files = { 'deals.csv': deals, 'calendar.csv': ['Owner,Date,Type', 'Kim Osei,2026-11-10,Meeting'] }
    expect((await bookOf(files)).reps).toHaveLength(2)
    const { warnings, activities } = await exportsOf(files)
    expect([warnings, activities.ownerOf(0)]).toEqual([[], 'Kim Osei'])
  })
})

describe('users files', () => {
  const deals = ['ID;TITLE;STAGE_ID;ASSIGNED_BY_ID;OPPORTUNITY', '1;Northwind;NEW;7;10', '2;Globex;NEW;8;10']

  it.each(['ID;NAME;LAST_NAME;EMAIL', 'User ID;First Name;Last Name;Email'])(
    'with the parts of a name give both of them: %s',
    async (header) => {
      const users = [header, '7;Ivan;Petrov;i@x.example', '8;Ivan;Sokolov;s@x.example']
      const exports = await exportsOf({ 'deals.csv': deals, 'users.csv': users })
      expect(exports.deals.map(({ owner }) => owner)).toEqual(['Ivan Petrov', 'Ivan Sokolov'])
    },
  )
})

describe('owners that a side file names', () => {
  const users = ['User ID,Name,Email', '7,Nora Ashby,nora.ashby@hollow.example', '8,Ed Cole,ed.cole@hollow.example']
  const ownersOf = async (owner: string, others: readonly string[] = []) => {
    const deals = ['Deal ID,Deal,Owner,Stage', `1,Pilot,${owner},Demo`]
    const exports = await exportsOf({ 'deals.csv': deals, 'users.csv': [...users, ...others] })
    return exports.deals.map((deal) => deal.owner)
  }

  it.each(['7', 'nora.ashby@hollow.example', 'nora.ashby', 'nashby', 'Nora'])(
    'are known by their id, address, login or first name: %s',
    async (owner) => expect(await ownersOf(owner)).toEqual(['Nora Ashby']),
  )

  it('keep a first name that two people have', async () => {
    expect(await ownersOf('Nora', ['9,Nora Lund,nora.lund@hollow.example'])).toEqual(['Nora'])
  })
})
