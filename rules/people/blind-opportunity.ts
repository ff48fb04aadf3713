import { arrivalOf } from '../../src/book/deals/arrival.ts'
import { clientBegunShare } from '../../src/book/team/client-begun-share.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoDate } from '../../src/time/plain-date.ts'

export const blindOpportunity = defineRule({
  id: 'blind-opportunity',
  scopes: ['deal'],
  family: 'people',
  place: 'agenda',
  cures: 'decision-maker',
  renewals: 'never',
  title: 'Came in blind',
  why:
    'A tender or a request from somebody we did not know was usually shaped with somebody else, and such deals are won ' +
    'one time in seven to ten. It deserves a decision to work on it, not a proposal by reflex.',
  needs: ['arrivals', 'stageOrder'],
  options: { usualShare: 0.5 },

  check(deal, { book, options }) {
    const { position = 0, hadEarlierContact, account, accountId, created } = deal
    if (position <= 0 || hadEarlierContact === true || created === undefined) return undefined
    const arrival = arrivalOf(deal)
    if (arrival !== 'tender' && arrival !== 'inbound') return undefined
    // Without activities from before that day an earlier deal would have told; without a client nothing can.
    if (hadEarlierContact === undefined && (account ?? accountId) === undefined) return undefined
    // Where clients coming to us is how the team sells, the odds of strangers' requests are not this team's.
    const share = clientBegunShare(book)
    if ((share ?? 0) > options.usualShare) return undefined
    return {
      severity: 'medium',
      evidence: {
        arrival,
        source: deal.source ?? null,
        earlierContact: hadEarlierContact ?? null,
        created: isoDate(created),
        stage: deal.stage ?? null,
        account: account ?? null,
        clientBegunShare: share ?? null,
      },
    }
  },

  say({ arrival, earlierContact, created, stage, account }, words) {
    const client = account ?? 'the client'
    const came = `came in as ${arrival === 'tender' ? 'a tender' : 'an inbound request'}`
    const known = earlierContact === false ? 'nobody there was spoken to before' : 'no earlier contact is on record'
    return {
      problem: `${came} on ${words.date(created)}, ${known}${stage === null ? '' : `, and it is in ${stage}`}`,
      asks: [
        arrival === 'tender'
          ? `Who at ${client} wrote what is asked for, and who helped them?`
          : `What made ${client} ask now, and whom else have they asked?`,
        `What would ${client} have to tell you for you to decline this?`,
      ],
      action: `Get a conversation with whoever wants this at ${client} by ${words.nextReview}, or decline it`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'a tender from a company that nobody had spoken to',
      deals: [
        { account: 'Northwind', source: 'RFP', created: '2026-10-15' },
        { source: 'Outbound', times: 3, activities: [{ on: '2026-10-01' }] },
      ],
      says: { severity: 'medium', evidence: { arrival: 'tender', earlierContact: false } },
    },
    {
      kind: 'hit',
      title: 'an inbound request, and no export of activities that would show more',
      deals: [
        { account: 'Northwind', source: 'Website' },
        { source: 'Outbound', times: 3 },
      ],
      says: { severity: 'medium', evidence: { arrival: 'inbound', earlierContact: null } },
    },
    {
      kind: 'boundary',
      title: 'in the first stage it is still being looked at',
      deals: [
        { source: 'RFP', stage: 'Prospecting' },
        { source: 'Outbound', times: 3 },
      ],
    },
    {
      kind: 'miss',
      title: 'somebody there was called the day before',
      deals: [
        { account: 'Northwind', source: 'RFP', created: '2026-10-15' },
        { source: 'Outbound', times: 3 },
      ],
      activities: [{ on: '2026-10-14', account: 'Northwind', with: 'Sally Ortiz' }],
    },
    {
      kind: 'boundary',
      title: 'half of what the team creates comes in',
      deals: [{ source: 'Website' }, { source: 'Outbound' }],
      says: { severity: 'medium', evidence: { clientBegunShare: 0.5 } },
    },
    {
      kind: 'boundary',
      title: 'more than half does: it is how they sell',
      deals: [{ source: 'Website', times: 2 }, { source: 'Outbound' }],
    },
    {
      kind: 'miss',
      title: 'the rep found it',
      deals: [
        { account: 'Northwind', source: 'Cold call' },
        { source: 'Outbound', times: 3 },
      ],
    },
    {
      kind: 'miss',
      title: 'a tender, and nobody knows from whom',
      deals: [
        { account: null, source: 'RFP' },
        { source: 'Outbound', times: 3 },
      ],
    },
    {
      kind: 'miss',
      title: 'of this one nobody knows since when',
      deals: [
        { account: 'Northwind', source: 'RFP', created: null },
        { source: 'Outbound', times: 3 },
      ],
    },
    {
      kind: 'miss',
      title: 'in a stage that nobody has put in order',
      deals: [
        { account: 'Northwind', source: 'RFP', stage: null },
        { source: 'Outbound', times: 3 },
      ],
    },
    {
      kind: 'hit',
      title: 'of the last year nobody knows how anything came in',
      deals: [
        { account: 'Northwind', source: 'RFP', created: '2025-11-03' },
        { source: 'Outbound', created: '2025-11-03' },
      ],
      says: { severity: 'medium', evidence: { clientBegunShare: null } },
    },
  ],
})
