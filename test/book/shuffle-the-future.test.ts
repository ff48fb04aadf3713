import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { buildBook } from '../../src/book/build-book.ts'
import { checkData } from '../../src/book/checks/check-data.ts'
import { noPast } from '../../src/book/past/past.ts'
import { noSettings } from '../../src/book/settings.ts'
import { runRules } from '../../src/engine/run-rules.ts'
import { fieldClasses } from '../../src/records/field-classes.ts'
import { fieldsOf } from '../../src/records/fields.ts'
import { isoDate } from '../../src/time/plain-date.ts'
import { day, exportsOf, type Cells, type Told } from '../support/exports.ts'

const AS_OF = '2026-06-30'

function plus(days: number): string {
  return isoDate((day(AS_OF) + days) as ReturnType<typeof day>)
}

type Deal = Cells<'opportunities'>
type Activity = Cells<'activities'>

/** Forty deals opened before the day: some closed before it, some after it, some still open, all looked at much later. */
const deals: readonly Deal[] = Array.from({ length: 40 }, (_, at): Deal => {
  const created = plus(-10 - 4 * at)
  const base = {
    id: `d${at}`,
    name: `Deal ${at}`,
    account: `Mill ${at % 9}`,
    owner: at % 2 === 0 ? 'Ana' : 'Ben',
    created,
  }
  if (at % 4 === 0)
    return { ...base, stage: at % 8 === 0 ? 'Closed Won' : 'Closed Lost', closeDate: plus(-at), amount: 900 + at }
  if (at % 4 === 1)
    return {
      ...base,
      stage: at % 8 === 1 ? 'Closed Won' : 'Closed Lost',
      closeDate: plus(20 + at),
      amount: 5000 + 100 * at,
      lostReason: `reason ${at}`,
      lastActivity: plus(15 + at),
    }
  return {
    ...base,
    stage: 'Proposal/Price Quote',
    closeDate: plus(40),
    amount: 7000,
    nextStep: `step ${at}`,
    lastActivity: plus(at),
    pushCount: at % 5,
    probability: at,
  }
})
const later: Deal = { id: 'new', name: 'Later', owner: 'Ana', stage: 'Prospecting', created: plus(30) }
const activities: readonly Activity[] = Array.from({ length: 60 }, (_, at) => ({
  dealId: `d${at % 40}`,
  owner: at % 2 === 0 ? 'Ana' : 'Ben',
  type: at % 3 === 0 ? 'Meeting' : 'Call',
  personName: `Person ${at % 7}`,
  status: 'Completed',
  date: plus(60 - 3 * at),
}))

function said(told: Told): string {
  const checked = checkData(exportsOf(told), noSettings, { asOf: day(AS_OF), isAskedFor: true })
  const book = buildBook(checked.exports, noPast, noSettings, checked.asOf, checked.data)
  const { findings, notChecked, failures } = runRules(book, rules)
  expect(failures).toEqual([])
  return JSON.stringify([findings, notChecked, book.team.closings, book.data], null, 1)
}

/** Each value of these fields moves on to the next of the rows. */
function rotated<R extends object>(
  rows: readonly R[],
  isMoved: (row: R) => boolean,
  fields: readonly (keyof R)[],
): R[] {
  const moved = rows.filter(isMoved)
  const next = new Map(moved.map((row, at) => [row, moved[(at + 1) % moved.length]] as const))
  return rows.map((row) => {
    const other = next.get(row)
    return other === undefined ? row : { ...row, ...Object.fromEntries(fields.map((field) => [field, other[field]])) }
  })
}

describe('a review of an old day does not know the future', () => {
  const now = { deals: [...deals, later], activities }
  const before = said(now)
  const isClosedLater = ({ stage, closeDate }: Deal) =>
    stage?.startsWith('Closed') === true && (closeDate ?? '') > AS_OF

  it('says something', () => {
    expect(JSON.parse(before)).toHaveLength(4)
    expect(before).toContain('aging-deal')
  })

  it('how the deals that were closed later ended', () => {
    const shuffled = rotated(deals, isClosedLater, ['stage', 'closeDate', 'amount', 'lostReason', 'lastActivity'])
    expect(said({ ...now, deals: [...shuffled, later] })).toBe(before)
  })

  it('what has been overwritten since', () => {
    const living = ['nextStep', 'pushCount', 'probability', 'lastActivity'] as const
    expect(said({ ...now, deals: [...rotated(deals, () => true, living), later] })).toBe(before)
  })

  it('what was done after it', () => {
    const shuffled = rotated(activities, ({ date }) => (date ?? '') > AS_OF, [
      'dealId',
      'owner',
      'type',
      'personName',
      'date',
    ])
    expect(said({ ...now, activities: shuffled })).toBe(before)
  })
})

it('every field of a deal has a class', () => {
  expect(Object.keys(fieldClasses).sort()).toEqual(Object.keys(fieldsOf.opportunities).sort())
})
