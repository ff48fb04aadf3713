import { standstillOf } from '../../src/book/deals/standstill.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const sameUpdate = defineRule({
  id: 'same-update',
  scopes: ['deal'],
  family: 'deals',
  place: 'agenda',
  cures: 'next-step',
  title: 'The same update again',
  phrase: 'with the same news as last time',
  why:
    'A review that hears what it heard last time has learned nothing about the deal but that a week has passed. New ' +
    'dates on an old story are no progress, and the second time it is told is the time to ask what would change it.',
  needs: ['earlierReviews'],
  options: { reviews: 2, highReviews: 3 },

  check(deal, { book, options }) {
    const { reviews, same } = standstillOf(deal, book)
    if (reviews < options.reviews) return undefined
    const { before, closeDate, nextStep } = deal
    return {
      severity: reviews >= options.highReviews ? 'high' : 'medium',
      evidence: {
        reviews,
        same,
        since: isoOrNull(book.past.reviews[reviews - 2]?.asOf),
        nextStep: nextStep?.text ?? null,
        // A date that moved, and nothing else: the story is told again with a new day in it.
        hasNewDate:
          (closeDate !== undefined && before?.closeDate !== undefined && closeDate !== before.closeDate) ||
          (nextStep !== undefined && before?.nextStep !== undefined && nextStep.text !== before.nextStep),
      },
    }
  },

  say({ reviews, same, hasNewDate }, words) {
    const times = reviews === 2 ? 'as in the last review' : `in ${reviews} reviews running`
    const moved = hasNewDate ? '; nothing but dates moved' : ''
    return {
      problem: `the same ${words.list(same as readonly string[])} ${times}${moved}`,
      asks: [
        'What do you know about this client today that you did not know at the last review?',
        'What will be different in what you tell me next week, and who has to do what for that?',
      ],
      action: `Change one thing about ${words.subject} that the client would notice, or take it out of the review`,
    }
  },

  proof: () => 'cleared:same-update',

  examples: () => [
    {
      kind: 'boundary',
      title: 'all as it was at the last review',
      deals: [{ earlier: [{}] }],
      says: {
        severity: 'medium',
        evidence: { reviews: 2, same: ['stage', 'amount', 'next step', 'contacts'], since: '2026-11-13' },
      },
    },
    {
      kind: 'boundary',
      title: 'and at the one before',
      deals: [{ earlier: [{}, {}] }],
      says: { severity: 'high', evidence: { reviews: 3, since: '2026-11-06' } },
    },
    {
      kind: 'hit',
      title: 'only dates moved: the close date, and the day of the next step',
      deals: [
        {
          nextStep: 'Call the CFO on Friday, 27 Nov',
          earlier: [{ nextStep: 'Call the CFO on Monday, 16 Nov', closeDate: '2026-12-31' }],
        },
      ],
      says: { severity: 'medium', evidence: { reviews: 2, hasNewDate: true } },
    },
    {
      kind: 'boundary',
      title: 'another next step',
      deals: [{ earlier: [{ nextStep: '11/20: send the offer' }] }],
    },
    { kind: 'boundary', title: 'another amount', deals: [{ earlier: [{ amount: 19_000 }] }] },
    { kind: 'boundary', title: 'one more contact', deals: [{ earlier: [{ contacts: ['Ada Moss', 'Bo Lund'] }] }] },
    { kind: 'boundary', title: 'another stage', deals: [{ earlier: [{ stage: 'Qualification' }] }] },
    {
      kind: 'boundary',
      title: 'the row ends with the review that saw something else',
      deals: [{ earlier: [{}, { amount: 19_000 }, {}] }],
      says: { severity: 'medium', evidence: { reviews: 2 } },
    },
    {
      kind: 'hit',
      title: 'earlier exports had no contacts and no next steps: stage and amount are compared',
      deals: [{ earlier: [{ nextStep: null, contacts: [] }] }],
      says: { severity: 'medium', evidence: { same: ['stage', 'amount'] } },
    },
    {
      kind: 'boundary',
      title: 'the stage alone is too little to go by',
      deals: [{ earlier: [{ nextStep: null, contacts: [], amount: null }] }],
    },
    {
      kind: 'miss',
      title: 'the next step was filled in since, where other deals had theirs',
      deals: [{ earlier: [{ nextStep: null }] }, { earlier: [{}] }],
    },
    { kind: 'miss', title: 'new since the last review', deals: [{}, { earlier: [{}] }] },
    {
      kind: 'hit',
      title: 'only the close date moved',
      deals: [{ earlier: [{ closeDate: '2026-12-31' }] }],
      says: { severity: 'medium', evidence: { hasNewDate: true } },
    },
    {
      kind: 'boundary',
      title: 'a first close date is no new one',
      deals: [{ earlier: [{ closeDate: null }] }],
      says: { severity: 'medium', evidence: { hasNewDate: false } },
    },
    {
      kind: 'boundary',
      title: 'nor is one that was taken out',
      deals: [{ closeDate: null, earlier: [{ closeDate: '2026-12-31' }] }],
      says: { severity: 'medium', evidence: { hasNewDate: false } },
    },
    {
      kind: 'hit',
      title: 'no next step, then or now',
      deals: [{ nextStep: null, earlier: [{ nextStep: null }] }],
      says: { severity: 'medium', evidence: { same: ['stage', 'amount', 'contacts'], nextStep: null } },
    },
  ],
})
