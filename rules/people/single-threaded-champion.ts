import { defineRule } from '../../src/engine/rule.ts'

export const singleThreadedChampion = defineRule({
  id: 'single-threaded-champion',
  scopes: ['deal'],
  family: 'people',
  place: 'agenda',
  cures: 'contacts',
  title: 'Lives on one contact',
  phrase: 'on single contacts',
  why:
    'One champion is not consensus, however warm. People leave, change their minds, and lose arguments in rooms we are ' +
    'not in; a deal that knows only one of them has no second way in and nobody else to ask.',
  needs: ['contacts', 'stageOrder'],
  options: { days: 14, thinFromPosition: 2 / 3 },

  check(deal, { book, options }) {
    const { age = 0, position = 0, contacts = [], contactCount: count = deal.contacts?.length } = deal
    if (age < options.days || position <= 0) return undefined
    if (count === undefined || count > 2) return undefined
    const isThin = count === 2
    if (isThin && position < options.thinFromPosition) return undefined
    const isLarge = (deal.amount ?? 0) >= (book.openAmounts.median ?? Infinity)
    return {
      severity: isThin ? 'low' : isLarge ? 'high' : 'medium',
      evidence: {
        contacts: count,
        contactNames: contacts.map(({ name }) => name),
        stage: deal.stage ?? null,
        account: deal.account ?? null,
      },
    }
  },

  say({ contacts, contactNames, stage, account }, words) {
    const client = account ?? 'the client'
    const at = stage === null ? '' : ` in ${stage}`
    const [name] = contactNames
    if (name === undefined && contacts > 0)
      return {
        problem: `only ${words.count(contacts, 'contact')}${at}`,
        asks: [`Who at ${client} could still say no, and when do you meet them?`],
        action: `Meet another person at ${client}`,
      }
    if (name === undefined)
      return {
        problem: `nobody at the customer is named${at}`,
        asks: [`Who at ${client} wants this to happen, and who else has to?`],
        action: `Name and meet two people at ${client} for ${words.subject}`,
      }
    if (contacts > 1)
      return {
        problem: `only two contacts${at}: ${words.list(contactNames)}`,
        asks: [`Who at ${client} could still say no, and what do they think of it?`],
        action: `Meet a third person at ${client}`,
      }
    return {
      problem: `one contact${at}: ${name}`,
      asks: [
        `If ${name} left next week, whom at ${client} would you call?`,
        `Who else there lives with the problem this solves, and when does ${name} introduce you?`,
      ],
      action: `Meet a second person at ${client} through ${name}`,
    }
  },

  ofMany: () => ({ ask: 'When do we ask a champion whom else it concerns, and what would make that the rule?' }),

  proof: () => 'cleared:single-threaded-champion',

  examples: () => [
    {
      kind: 'hit',
      title: 'one contact on a deal above the median',
      deals: [
        { contacts: ['Sally Ortiz'], amount: 80_000 },
        { amount: 20_000, times: 3 },
      ],
      says: { severity: 'high', evidence: { contacts: 1, contactNames: ['Sally Ortiz'] } },
    },
    {
      kind: 'hit',
      title: 'one contact on a small deal',
      deals: [
        { contacts: ['Sally Ortiz'], amount: 5_000 },
        { amount: 20_000, times: 3 },
      ],
      says: { severity: 'medium' },
    },
    {
      kind: 'hit',
      title: 'nobody at all',
      deals: [
        { contacts: [], amount: 5_000 },
        { amount: 20_000, times: 3 },
      ],
      says: { severity: 'medium', evidence: { contacts: 0 } },
    },
    {
      kind: 'boundary',
      title: 'two are thin, late in the sale',
      deals: [{ stage: 'Negotiation/Review', contacts: ['Sally Ortiz', 'Bo Lund'] }, { times: 3 }],
      says: { severity: 'low', evidence: { contacts: 2 } },
    },
    {
      kind: 'boundary',
      title: 'two are enough in the middle of the sale',
      deals: [{ stage: 'Needs Analysis', contacts: ['Sally Ortiz', 'Bo Lund'] }, { times: 3 }],
    },
    { kind: 'miss', title: 'three', deals: [{ contacts: ['Sally Ortiz', 'Bo Lund', 'Ada Moss'] }] },
    {
      kind: 'miss',
      title: 'one is natural in the first stage',
      deals: [{ stage: 'Prospecting', contacts: ['Sally Ortiz'] }, { times: 3 }],
    },
    {
      kind: 'boundary',
      title: 'and in the first thirteen days',
      deals: [{ created: '2026-11-07', contacts: ['Sally Ortiz'] }, { times: 3 }],
    },
    {
      kind: 'boundary',
      title: 'a deal of the median amount, open for fourteen days',
      deals: [
        { created: '2026-11-06', contacts: ['Sally Ortiz'], amount: 20_000 },
        { amount: 20_000, times: 3 },
      ],
      says: { severity: 'high', evidence: { contacts: 1 } },
    },
    {
      kind: 'hit',
      title: 'one contact at a company that nobody knows, and no amount on any deal',
      deals: [
        { account: null, contacts: ['Sally Ortiz'], amount: null },
        { amount: null, times: 3 },
      ],
      says: { severity: 'medium', evidence: { contacts: 1 } },
    },
    {
      kind: 'boundary',
      title: 'where two are thin from the last stage on, in the last stage',
      deals: [{ stage: 'Negotiation/Review', contacts: ['Sally Ortiz', 'Bo Lund'] }, { times: 3 }],
      options: { thinFromPosition: 1 },
      says: { severity: 'low', evidence: { contacts: 2 } },
    },
    {
      kind: 'miss',
      title: 'nobody knows how long it has been open, nor what stage it is in',
      deals: [{ created: null, stage: null, contacts: ['Sally Ortiz'] }, { times: 3 }],
    },
  ],
})
