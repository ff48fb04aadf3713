import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const noDecisionMaker = defineRule({
  id: 'no-decision-maker',
  scopes: ['deal'],
  family: 'people',
  place: 'agenda',
  cures: 'decision-maker',
  title: 'Nobody who can say yes',
  phrase: 'without anyone who can say yes',
  why:
    'Past the middle of the sale somebody on the client’s side is weighing this against other uses of the money. If ' +
    'that person has no name yet, the proposal is being carried to them by somebody who cannot defend it.',
  needs: ['contactRoles', 'stageOrder'],
  options: { fromPosition: 0.5, closingWithinDays: 30 },

  check(deal, { asOf, options }) {
    const { position = 0, closeDate, contacts } = deal
    if (position <= options.fromPosition || deal.hasDecisionMaker !== false) return undefined
    const closesIn = (closeDate ?? Infinity) - asOf
    const isClosing = closesIn >= 0 && closesIn <= options.closingWithinDays
    return {
      severity: isClosing ? 'high' : 'medium',
      evidence: {
        stage: deal.stage ?? null,
        closeDate: isoOrNull(closeDate),
        isClosing,
        contactNames: (contacts ?? []).map(({ name }) => name),
      },
    }
  },

  say({ stage, closeDate, isClosing, contactNames }, words) {
    const closing = isClosing ? `, closing ${words.date(closeDate ?? '')}` : ''
    const [name, ...others] = contactNames
    return {
      problem: `no decision maker known${stage === null ? '' : ` in ${stage}`}${closing}`,
      // With a single contact it is gatekeeper-loop that asks for the day, the name and the recommendation.
      asks:
        name === undefined || others.length > 0
          ? [
              'Who signs this, by name, and what do they know of it?',
              ...(name === undefined ? [] : [`Which of ${words.list(contactNames)} takes you there, and when?`]),
            ]
          : [
              `What would make ${name} take you to whoever signs this?`,
              'What else could the money be spent on, and who weighs that?',
            ],
      action: `Get the decision maker’s name and a first conversation for ${words.subject}`,
    }
  },

  ofMany: () => ({ ask: 'At which stage do we ask who signs, and what keeps us from asking sooner?' }),

  proof: () => 'cleared:no-decision-maker',

  examples: () => [
    {
      kind: 'hit',
      title: 'a proposal, and only users and influencers are known',
      deals: [{ contacts: ['Sally Ortiz (Business User)', 'Bo Lund (Influencer)'], closeDate: '2027-02-28' }],
      says: { severity: 'medium', evidence: { isClosing: false } },
    },
    {
      kind: 'hit',
      title: 'and it should close within thirty days',
      deals: [{ contacts: ['Sally Ortiz (Business User)'], closeDate: '2026-12-20' }],
      says: { severity: 'high', evidence: { isClosing: true } },
    },
    {
      kind: 'boundary',
      title: 'thirty-one days',
      deals: [{ contacts: ['Sally Ortiz (Business User)'], closeDate: '2026-12-21' }],
      says: { severity: 'medium' },
    },
    {
      kind: 'miss',
      title: 'an economic buyer is on the deal',
      deals: [{ contacts: ['Sally Ortiz (Business User)', 'Ada Moss (Economic Buyer)'] }],
    },
    {
      kind: 'boundary',
      title: 'the first half of the sale is for finding out',
      deals: [{ stage: 'Value Proposition', contacts: ['Sally Ortiz (Business User)'] }],
    },
    {
      kind: 'boundary',
      title: 'just past the middle',
      deals: [{ stage: 'Id. Decision Makers', contacts: ['Sally Ortiz (Business User)'], closeDate: '2027-02-28' }],
      says: { severity: 'medium' },
    },
    {
      kind: 'boundary',
      title: 'it should close today',
      deals: [{ contacts: ['Sally Ortiz (Business User)'], closeDate: '2026-11-20' }],
      says: { severity: 'high', evidence: { isClosing: true } },
    },
    {
      kind: 'boundary',
      title: 'it should have closed yesterday: that is another matter',
      deals: [{ contacts: ['Sally Ortiz (Business User)'], closeDate: '2026-11-19' }],
      says: { severity: 'medium', evidence: { isClosing: false } },
    },
    {
      kind: 'hit',
      title: 'nobody is named at all, nor a day',
      deals: [{ contacts: [], closeDate: null }, { times: 3 }],
      says: { severity: 'medium', evidence: { contactNames: [], closeDate: null, isClosing: false } },
    },
    {
      kind: 'boundary',
      title: 'where the config asks from the first stage on, the first itself is still free',
      deals: [{ stage: 'Prospecting', contacts: ['Sally Ortiz (Business User)'] }],
      options: { fromPosition: 0 },
    },
    {
      kind: 'miss',
      title: 'in a stage that nobody has put in order',
      deals: [{ stage: null, contacts: ['Sally Ortiz (Business User)'] }, { times: 3 }],
    },
  ],
})
