import { describe, expect, it } from 'vitest'
import { reviewOf, seenBy } from './review-of.ts'

const DEALS = [
  'Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date,Last Activity',
  'c1,Alder,Alder Mill,Ann Lee,Closed Won,20000,2026-05-04,2026-07-23,2026-07-23',
  'o0,Birch,Birch Works,Ann Lee,Qualification,20000,2026-11-17,2026-12-20,2026-11-19',
  'o1,Cedar,Cedar Works,Ann Lee,Qualification,20000,2026-11-10,2026-12-20,2026-11-19',
]
const contacts = (account: string) => [
  'Contact ID,First Name,Last Name,Email,Account Name',
  `k0,Nell,Frost,n0@example.com,${account}`,
]

const RULE = 'client-list-without-people'
const enableOf = (review: Awaited<ReturnType<typeof reviewOf>>) =>
  review.notChecked.find(({ rule }) => rule === RULE)?.enable

describe('an export of contacts that is there', () => {
  it('tells which client has nobody in it, and nobody is told to add one', async () => {
    const review = await reviewOf({ 'opps.csv': DEALS, 'contacts.csv': contacts('Birch Works') })
    expect(review.findings.filter(({ rule }) => rule === RULE)).toMatchObject([{ account: 'Alder Mill' }])
    expect(enableOf(review)).toBeUndefined()
  })

  it('and calls the accounts otherwise is what has to be mended', async () => {
    const review = await reviewOf({ 'opps.csv': DEALS, 'contacts.csv': contacts('Birch Limited Kent') })
    expect(review.findings.filter(({ rule }) => rule === RULE)).toEqual([])
    expect(enableOf(review)).toMatch(/account of each contact/)
  })

  it('is asked for where there is none', async () => {
    expect(enableOf(await reviewOf({ 'opps.csv': DEALS }))).toMatch(/export of contacts/)
  })
})

describe('a deal without a name', () => {
  it('is called by its contact, and not by an id that nobody knows', async () => {
    const { stdout } = await seenBy({
      'deals.csv': [
        'Deal ID,Contact Name,Owner,Stage,Amount,Created,Close Date',
        'WMuBPFj89jtNsS4kgyty,Nell Frost,Iris Vane,Proposal,12000,2026-11-02,2026-12-01',
      ],
    })
    expect(stdout).toMatch(/Nell Frost/u)
    expect(stdout).not.toMatch(/WMuBPF/u)
  })
})
