import { describe, expect, it } from 'vitest'
import { directionOf } from '../../src/records/activity-traits.ts'
import { dealsOf, reviewOf } from './review-of.ts'

const OPEN = [
  'Created On,Topic,Owner,Potential Customer,Status,Est. revenue,Est. close date,Contact',
  '9/21/2026,Topic 0,Ivo Lund,Larch,Open,50000,12/20/2026,Nell Frost',
  '9/20/2026,Topic 1,Ivo Lund,Oak,Open,50000,12/21/2026,Otto Brand',
]
const MAILS = 'Subject,From,To,Regarding,Direction,Owner,Activity Type,Activity Status,Actual End'
const mail = (from: string, to: string, regarding: string, direction: string, day: string) =>
  `Offer,${from},${to},${regarding},${direction},Ivo Lund,Email,Completed,${day}`
const sent = ['10/11', '10/21', '10/31', '11/4'].flatMap((day) => [
  mail('Ivo Lund', 'Nell Frost', 'Larch', 'Outgoing', `${day}/2026`),
  mail('Ivo Lund', 'Otto Brand', 'Oak', 'Outgoing', `${day}/2026`),
])

describe('an e-mail of the client', () => {
  it('is from whom its sender says and on the deal of that contact, so that nobody is silent', async () => {
    const answer = (client: string) => mail(client, 'Ivo Lund', client, 'Incoming', '11/17/2026')
    const answered = await reviewOf({
      'Opportunity.csv': OPEN,
      'Emails.csv': [MAILS, ...sent, answer('Nell Frost'), answer('Otto Brand')],
    })
    for (const rule of ['stale-deal', 'one-sided-commitments', 'vendor-relationship'])
      expect(dealsOf(answered, rule)).toEqual([])
    const silent = await reviewOf({ 'Opportunity.csv': OPEN, 'Emails.csv': [MAILS, ...sent] })
    expect(dealsOf(silent, 'stale-deal')).toHaveLength(2)
  })

  it('came in where its recipient is its owner, and no column says so', async () => {
    const emails = ['Subject,Sender,Recipient,Deal,Owner,Date', 'Offer,Nell Frost,Ivo Lund,Topic 0,Ivo Lund,11/18/2026']
    const review = await reviewOf({ 'Opportunity.csv': OPEN, 'Emails.csv': emails })
    expect(review.inputs[1]?.columns).toMatchObject({ sender: 'Sender', recipient: 'Recipient' })
    const [sender, recipient] = ['Nell Frost', 'Ivo Lund']
    expect(directionOf({ owner: 'Ivo Lund', sender, recipient }, 'email')).toBe('in')
    expect(directionOf({ owner: 'nell frost', sender, recipient }, 'email')).toBe('out')
    expect(directionOf({ owner: 'Bo Lund', sender, recipient }, 'email')).toBeUndefined()
  })
})
