import { essentialsMissing } from '../../src/book/deals/essentials.ts'
import { defineRule } from '../../src/engine/rule.ts'

export const missingEssentials = defineRule({
  id: 'missing-essentials',
  scopes: ['deal'],
  family: 'deals',
  cures: 'fields',
  title: 'No amount, close date or owner',
  why:
    'Without an amount, a day and a name a deal cannot be planned with, and that is put right in a minute before the ' +
    'meeting. But where nobody can put an amount to it late in the sale, nobody has asked the client what it is worth to them.',
  needs: [],
  options: { questionFromPosition: 0.5, questionFromDays: 30 },

  check(deal, { book, options }) {
    const missing = essentialsMissing(deal, book)
    if (missing.length === 0) return undefined
    const isLate = (deal.position ?? 0) > options.questionFromPosition
    const isOld = (deal.age ?? 0) >= options.questionFromDays
    const isQuestion = missing.includes('amount') && (isLate || isOld)
    return {
      severity: isQuestion ? 'medium' : 'low',
      evidence: {
        missing,
        isQuestion,
        isLate,
        stage: deal.stage ?? null,
        daysOpen: deal.age ?? null,
        // A day that the CRM fills in by itself is no close date, though a reader sees one there.
        hasDefaultDates: missing.includes('close date') && book.defaultCloseDates > 0,
      },
    }
  },

  say({ missing, isQuestion, isLate, stage, daysOpen, hasDefaultDates }, words) {
    const named = missing as readonly string[]
    const late = isLate ? `in ${stage ?? 'a late stage'}` : `after ${words.count(daysOpen ?? 0, 'day')}`
    const chosen = hasDefaultDates ? ' that anybody chose' : ''
    return {
      problem: `${words.list(named.map((what) => `no ${what === 'close date' ? 'due date' : what}`))}${chosen}${isQuestion ? `, ${late}` : ''}`,
      asks: isQuestion
        ? [
            'What is it worth to them, and who on their side has put a number to it?',
            'What does it cost them to leave things as they are for another year?',
          ]
        : named.map((what) => ASKS[what as keyof typeof ASKS]),
      action: isQuestion
        ? `Ask the client of ${words.subject} what it is worth to them, and put an amount to it`
        : `Fill in the ${words.list(named)} of ${words.subject}`,
    }
  },

  titleOf: ({ missing }) => `No ${(missing as readonly string[]).join(', no ')}`,
  place: ({ isQuestion }) => (isQuestion ? 'agenda' : 'hygiene'),
  proof: () => 'cleared:missing-essentials',

  examples: () => [
    {
      kind: 'hit',
      title: 'a young deal without a close date',
      deals: [{ created: '2026-11-10', closeDate: null }, { times: 3 }],
      says: { severity: 'low', evidence: { missing: ['close date'], isQuestion: false } },
    },
    {
      kind: 'boundary',
      title: 'no amount in the middle of the sale, after twenty-nine days',
      deals: [{ created: '2026-10-22', stage: 'Needs Analysis', amount: null }, { times: 3 }],
      says: { severity: 'low', evidence: { missing: ['amount'], isQuestion: false } },
    },
    {
      kind: 'boundary',
      title: 'after thirty days it is a question for the review',
      deals: [{ created: '2026-10-21', stage: 'Needs Analysis', amount: null }, { times: 3 }],
      says: { severity: 'medium', evidence: { isQuestion: true, isLate: false, daysOpen: 30 } },
    },
    {
      kind: 'boundary',
      title: 'or past the middle stage, however young it is',
      deals: [{ created: '2026-11-19', stage: 'Id. Decision Makers', amount: null }, { times: 3 }],
      says: { severity: 'medium', evidence: { isQuestion: true, isLate: true } },
    },
    {
      kind: 'boundary',
      title: 'an amount of nothing is none',
      deals: [{ created: '2026-11-10', stage: 'Prospecting', amount: 0 }, { times: 3 }],
      says: { severity: 'low', evidence: { missing: ['amount'] } },
    },
    {
      kind: 'miss',
      title: 'more than half of the deals have no amount: a blind spot and not each deal’s fault',
      deals: [{ amount: null, times: 3 }, { times: 2 }],
    },
    {
      kind: 'boundary',
      title: 'half of them',
      deals: [{ amount: null, times: 2 }, { times: 2 }],
      says: { severity: 'medium' },
    },
    { kind: 'miss', title: 'amount, day and owner are there', deals: [{}] },
    {
      kind: 'hit',
      title: 'neither amount nor close date nor owner, on a deal of last week',
      deals: [
        { created: '2026-11-13', stage: 'Prospecting', amount: null, closeDate: null, owner: null },
        { times: 3 },
      ],
      says: { severity: 'low', evidence: { missing: ['amount', 'close date', 'owner'] } },
    },
    {
      kind: 'boundary',
      title: 'where the config asks from the first stage on, the first itself is still free',
      deals: [{ created: '2026-11-13', stage: 'Prospecting', amount: null }, { times: 3 }],
      options: { questionFromPosition: 0 },
      says: { severity: 'low', evidence: { isQuestion: false } },
    },
    {
      kind: 'hit',
      title: 'ten close 77 days after they were created: the CRM chose that day, and nobody else',
      deals: [{ created: '2026-11-10', closeDate: '2027-01-26', times: 10 }, ...unalike()],
      says: { severity: 'low', evidence: { missing: ['close date'], hasDefaultDates: true } },
    },
  ],
})

const ASKS = {
  amount: 'Which number would you put on it today, and what is it made of?',
  'close date': 'By when does the client want to have this, and what makes that day matter to them?',
  owner: 'Who is going to work on this, and since when does the client know it?',
}

/** Eleven, each of which closes on a day of its own. */
function unalike() {
  return Array.from({ length: 11 }, (_, n) => ({ closeDate: `2027-02-${10 + n}` }))
}
