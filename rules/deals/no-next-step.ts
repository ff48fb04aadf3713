import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const noNextStep = defineRule({
  id: 'no-next-step',
  scopes: ['deal'],
  family: 'deals',
  place: 'agenda',
  cures: 'next-step',
  title: 'No next step with a date',
  phrase: 'without next steps',
  why:
    'A deal moves when the client has agreed to do something on a day. Without one the rep is waiting, and the next ' +
    'contact will be a “just checking in”.',
  needs: ['nextStep'],
  options: { days: 14, closingWithinDays: 30 },

  check(deal, { asOf, options }) {
    if ((deal.age ?? 0) < options.days || deal.isPlanned) return undefined
    // One that lies ahead is a plan.
    const date = deal.nextStep?.date
    const { closeDate } = deal
    const closesIn = (closeDate ?? Infinity) - asOf
    const isClosing = closesIn >= 0 && closesIn <= options.closingWithinDays
    return {
      severity: isClosing ? 'high' : 'medium',
      evidence: {
        nextStep: deal.nextStep?.text ?? null,
        nextStepDate: isoOrNull(date),
        closeDate: isoOrNull(closeDate),
        isClosing,
      },
    }
  },

  say({ nextStep, nextStepDate, closeDate, isClosing }, words) {
    const closing = isClosing ? `, and it is due ${words.date(closeDate ?? '')}` : ''
    const action = `Agree a dated next step with the client of ${words.subject}`
    if (nextStepDate !== null)
      return {
        problem: `next step was for ${words.date(nextStepDate)} and nothing follows it${closing}`,
        asks: [
          `“${shorten(nextStep)}” was for ${words.date(nextStepDate)}: what came of it, and what follows?`,
          'What have you and the client each to do now, and who goes first?',
        ],
        action,
      }
    if (nextStep !== null)
      return {
        problem: `next step has no date: “${shorten(nextStep)}”${closing}`,
        asks: [
          'What will the client do next, and on which day?',
          'What would make the client put it into their own diary?',
        ],
        action,
      }
    return {
      problem: `no next step${closing}`,
      asks: [
        'What has the client agreed to do next, and by which day?',
        'Which date of the client’s own could this hang on, and who there keeps it?',
      ],
      action,
    }
  },

  ofMany(all) {
    const closing = all.filter(({ isClosing }) => isClosing).length
    return {
      ...(closing > 0 && { fact: `and ${closing} of them should close within a month` }),
      ask: 'What do we ask at the end of a meeting, so that the client names the next day?',
    }
  },

  proof: () => 'next-step',

  examples: () => [
    {
      kind: 'hit',
      title: 'open three weeks and nothing agreed',
      deals: [{ created: '2026-10-30', nextStep: null, closeDate: '2027-01-31' }, { times: 3 }],
      says: { severity: 'medium', evidence: { nextStep: null, isClosing: false } },
    },
    {
      kind: 'hit',
      title: 'and it should close within a month',
      deals: [{ created: '2026-10-30', nextStep: null, closeDate: '2026-12-20' }, { times: 3 }],
      says: { severity: 'high', evidence: { isClosing: true } },
    },
    {
      kind: 'boundary',
      title: 'open for thirteen days',
      deals: [{ created: '2026-11-07', nextStep: null }, { times: 3 }],
    },
    {
      kind: 'boundary',
      title: 'a next step for today is still ahead',
      deals: [{ nextStep: '11/20: call the CFO' }],
    },
    {
      kind: 'boundary',
      title: 'one for yesterday has passed',
      deals: [{ nextStep: '11/19: call the CFO', closeDate: '2027-01-31' }],
      says: { severity: 'medium', evidence: { nextStepDate: '2026-11-19' } },
    },
    {
      kind: 'hit',
      title: 'a next step without a day',
      deals: [{ nextStep: 'Follow up', closeDate: '2027-01-31' }],
      says: { severity: 'medium', evidence: { nextStep: 'Follow up', nextStepDate: null } },
    },
    {
      kind: 'miss',
      title: 'a planned meeting is a next step',
      deals: [{ nextStep: null, nextActivity: '2026-11-27' }, { times: 3 }],
    },
    {
      kind: 'boundary',
      title: 'open for fourteen days, and it should close today',
      deals: [{ created: '2026-11-06', nextStep: null, closeDate: '2026-11-20' }, { times: 3 }],
      says: { severity: 'high', evidence: { isClosing: true } },
    },
    {
      kind: 'boundary',
      title: 'it should have closed yesterday: that is another matter',
      deals: [{ created: '2026-10-30', nextStep: null, closeDate: '2026-11-19' }, { times: 3 }],
      says: { severity: 'medium', evidence: { isClosing: false } },
    },
    {
      kind: 'hit',
      title: 'a long next step without a day, nor a close date',
      deals: [
        { nextStep: 'Follow up with Sally and her boss about the offer and the terms', closeDate: null },
        { times: 3 },
      ],
      says: { severity: 'medium', evidence: { closeDate: null, isClosing: false } },
    },
    {
      kind: 'boundary',
      title: 'one that is just short enough is said in full',
      deals: [{ nextStep: 'Follow up with Sally and her boss about the term', closeDate: '2027-01-31' }],
      says: { severity: 'medium', evidence: { nextStepDate: null } },
    },
    {
      kind: 'miss',
      title: 'nobody knows how long it has been open',
      deals: [{ created: null, nextStep: null }, { times: 3 }],
    },
  ],
})

const LONGEST_QUOTE = 48

function shorten(text: string | null): string {
  const quoted = text ?? ''
  return quoted.length <= LONGEST_QUOTE ? quoted : `${quoted.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`
}
