import { engagedIn } from '../../src/book/activity/touches.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoDate } from '../../src/time/plain-date.ts'
import { isNoLoss } from '../../src/vocabulary/deals.ts'

export const lostAtGatekeeper = defineRule({
  id: 'lost-at-gatekeeper',
  scopes: ['deal'],
  family: 'people',
  place: 'agenda',
  cures: 'decision-maker',
  deals: 'lost',
  title: 'Lost without asking who decides',
  why:
    'A no from somebody who cannot say yes is not a decision. It is not over until the one who decides has been asked, ' +
    'and what that person says is seldom the reason that was written down.',
  needs: ['lostContacts', 'losses'],
  options: { days: 30 },

  check(deal, { book, asOf, options }) {
    if (deal.closedOn === undefined || asOf - deal.closedOn > options.days || isNoLoss(deal.lostReason))
      return undefined
    const engaged = engagedIn(book.activities.touches(deal))
    // Who was ever engaged: in whichever activity; only where none names anybody, whom the contact roles do.
    const contacts = engaged.length > 0 ? engaged : (deal.contacts ?? [])
    const [contact] = contacts
    if (contact === undefined || contacts.length > 1 || contact.isDeciding) return undefined
    return {
      severity: 'medium',
      evidence: {
        contact: contact.name,
        touches: engaged[0]?.touches ?? null,
        lostOn: isoDate(deal.closedOn),
        lostReason: deal.lostReason ?? null,
        amount: deal.amount ?? null,
        account: deal.account ?? null,
      },
    }
  },

  say({ contact, touches, lostOn, lostReason, amount, account }, words) {
    const client = account ?? 'the client'
    const worth = amount === null || amount <= 0 ? '' : ` (${words.money(amount)})`
    const seen = touches === null ? 'is on record' : 'was ever spoken to'
    return {
      problem: `lost on ${words.date(lostOn)}${worth}, and only ${contact} ${seen}`,
      asks: [
        lostReason === null
          ? `What was really the objection, and whose was it?`
          : `“${lostReason}” is the reason given: what was really the objection, and whose was it?`,
        `Who at ${client} could have said yes, and what have they heard from us?`,
      ],
      action: `Ask whoever decides at ${client} for ten minutes by ${words.nextReview} before it stays lost`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'lost two weeks ago, and one contact was ever spoken to',
      deals: [
        {
          stage: 'Closed Lost',
          closeDate: '2026-11-06',
          lostReason: 'Price',
          contacts: ['Sally Ortiz (Business User)'],
          activities: [{ on: '2026-10-27', with: 'Sally Ortiz', times: 2, every: 7 }],
        },
        { times: 3 },
      ],
      says: {
        severity: 'medium',
        evidence: { contact: 'Sally Ortiz', touches: 2, lostOn: '2026-11-06', lostReason: 'Price' },
      },
    },
    {
      kind: 'boundary',
      title: 'lost thirty days ago, and only the contact roles tell of anybody',
      deals: [{ stage: 'Closed Lost', closeDate: '2026-10-21', contacts: ['Sally Ortiz (Influencer)'] }, { times: 3 }],
      says: { severity: 'medium', evidence: { touches: null, lostOn: '2026-10-21' } },
    },
    {
      kind: 'boundary',
      title: 'thirty-one days ago',
      deals: [{ stage: 'Closed Lost', closeDate: '2026-10-20', contacts: ['Sally Ortiz (Influencer)'] }, { times: 3 }],
    },
    {
      kind: 'miss',
      title: 'the one contact decides',
      deals: [
        { stage: 'Closed Lost', closeDate: '2026-11-06', contacts: ['Sally Ortiz (Economic Buyer)'] },
        { times: 3 },
      ],
    },
    {
      kind: 'miss',
      title: 'a second person was spoken to, if long ago',
      deals: [
        {
          stage: 'Closed Lost',
          created: '2026-05-01',
          closeDate: '2026-11-06',
          contacts: [],
          activities: [
            { on: '2026-05-12', with: 'Bo Lund' },
            { on: '2026-10-27', with: 'Sally Ortiz' },
          ],
        },
        { times: 3 },
      ],
    },
    {
      kind: 'miss',
      title: 'a duplicate is no loss',
      deals: [
        {
          stage: 'Closed Lost',
          closeDate: '2026-11-06',
          lostReason: 'Duplicate',
          contacts: ['Sally Ortiz (Influencer)'],
        },
        { times: 3 },
      ],
    },
    {
      kind: 'hit',
      title: 'no company, no amount and no reason',
      deals: [
        {
          stage: 'Closed Lost',
          closeDate: '2026-11-06',
          account: null,
          amount: 0,
          contacts: ['Sally Ortiz (Influencer)'],
        },
        { times: 3 },
      ],
      says: { severity: 'medium', evidence: { lostReason: null } },
    },
    {
      kind: 'miss',
      title: 'nobody is named on it: that cannot tell who was asked',
      deals: [{ stage: 'Closed Lost', closeDate: '2026-11-06', contacts: [] }, { times: 3 }],
    },
    {
      kind: 'miss',
      title: 'nobody knows when it was lost',
      deals: [
        { stage: 'Closed Lost', closeDate: null, contacts: ['Sally Ortiz (Influencer)'] },
        { stage: 'Closed Lost', closeDate: '2026-11-06', times: 4 },
      ],
    },
  ],
})
