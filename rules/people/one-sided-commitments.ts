import { unanswered } from '../../src/book/activity/touches.ts'
import { ourSteps } from '../../src/book/deals/whose-step.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoDate } from '../../src/time/plain-date.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const oneSidedCommitments = defineRule({
  id: 'one-sided-commitments',
  scopes: ['deal'],
  family: 'people',
  place: 'agenda',
  cures: 'client-step',
  title: 'Only we do anything',
  why:
    'A client who wants something does something for it: answers, asks a colleague, looks at a figure. Where every ' +
    'step is ours, what looks like a sale is our own diligence.',
  needs: ['whoseTurn'],
  options: { touches: 3, days: 14 },

  check(deal, { book, asOf, options }) {
    const { lastAnswer, outgoing } = unanswered(book.activities.touches(deal))
    const [first, last] = [outgoing[0], outgoing.at(-1)]
    // “For 14 days” holds for both halves: three e-mails in one week are eagerness, not yet a habit.
    const since = lastAnswer ?? first?.day
    const isSilent = since !== undefined && asOf - since >= options.days
    if (first !== undefined && isSilent && outgoing.length >= options.touches)
      return {
        severity: 'medium',
        evidence: {
          outgoing: outgoing.length,
          firstOutgoing: isoDate(first.day),
          lastAnswer: isoOrNull(lastAnswer),
          contact: deal.speakTo ?? last?.person ?? null,
          steps: [],
          days: asOf - since,
        },
      }
    if (lastAnswer !== undefined && !isSilent) return undefined
    const steps = ourSteps(deal, book, options.days)
    if (steps === undefined) return undefined
    return {
      severity: 'medium',
      evidence: {
        outgoing: outgoing.length,
        firstOutgoing: isoOrNull(first?.day),
        lastAnswer: isoOrNull(lastAnswer),
        contact: deal.speakTo ?? last?.person ?? null,
        steps: steps.texts,
        days: steps.days,
      },
    }
  },

  say({ outgoing, firstOutgoing, lastAnswer, contact, steps, days }, words) {
    const who = contact ?? 'the client'
    const action = `Agree one thing that ${who} does for ${words.subject} by ${words.nextReview}, or stop`
    if (steps.length > 0)
      return {
        problem: `every next step of the last ${days} days is ours: ${words.list(steps.slice(0, 2).map((step) => `“${shorten(step)}”`))}`,
        asks: [`What has ${who} agreed to do for this?`, 'What does it tell you that nobody there has anything to do?'],
        action,
      }
    const answer = lastAnswer === null ? 'no answer yet' : `last answer ${words.date(lastAnswer)}`
    return {
      problem: `${outgoing} calls and e-mails of ours since ${words.date(firstOutgoing ?? '')}, ${answer}`,
      asks: [
        `What did you ask ${who} to do in those ${outgoing}, and what would have been easy to answer?`,
        `Who else there would tell you whether this is still wanted?`,
      ],
      action,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'three e-mails since the last answer, sixteen days ago',
      deals: [
        {
          activities: [
            { on: '2026-11-04', kind: 'email', with: 'Sally Ortiz', direction: 'in' },
            { on: '2026-11-06', kind: 'email', with: 'Sally Ortiz', direction: 'out', times: 3, every: 5 },
          ],
        },
      ],
      says: { severity: 'medium', evidence: { outgoing: 3, firstOutgoing: '2026-11-06', lastAnswer: '2026-11-04' } },
    },
    {
      kind: 'hit',
      title: 'every next step has been ours for two weeks',
      deals: [
        {
          nextStep: '11/24: follow up',
          earlier: [{ nextStep: 'Send the offer' }, { nextStep: 'Call Sally' }, { nextStep: 'Email the deck' }],
        },
      ],
      says: { severity: 'medium', evidence: { steps: ['11/24: follow up', 'Send the offer', 'Call Sally'], days: 14 } },
    },
    {
      kind: 'boundary',
      title: 'two since the last answer',
      deals: [
        {
          activities: [
            { on: '2026-11-04', kind: 'email', direction: 'in' },
            { on: '2026-11-06', kind: 'email', direction: 'out', times: 2, every: 5 },
          ],
        },
      ],
    },
    {
      kind: 'boundary',
      title: 'the client answered thirteen days ago',
      deals: [
        {
          activities: [
            { on: '2026-11-07', kind: 'email', direction: 'in' },
            { on: '2026-11-08', kind: 'email', direction: 'out', times: 3, every: 5 },
          ],
        },
      ],
    },
    {
      kind: 'miss',
      title: 'a meeting is an answer',
      deals: [
        {
          activities: [
            { on: '2026-11-01', kind: 'email', direction: 'out', times: 3, every: 5 },
            { on: '2026-11-18', kind: 'meeting' },
            { on: '2026-11-02', kind: 'email', direction: 'in' },
          ],
        },
      ],
    },
    {
      kind: 'miss',
      title: 'one next step was the client’s',
      deals: [
        {
          nextStep: '11/24: follow up',
          earlier: [{ nextStep: 'Client to send the figures' }, { nextStep: 'Call Sally' }],
        },
      ],
    },
    {
      kind: 'boundary',
      title: 'three e-mails in fourteen days to two persons, and never an answer',
      deals: [
        {
          activities: [
            { on: '2026-11-06', kind: 'email', with: 'Bo Lund', direction: 'out', times: 2, every: 5 },
            { on: '2026-11-16', kind: 'email', with: 'Sally Ortiz', direction: 'out' },
          ],
        },
        { activities: [{ on: '2026-11-02', kind: 'email', direction: 'in' }] },
      ],
      says: {
        severity: 'medium',
        evidence: { outgoing: 3, firstOutgoing: '2026-11-06', lastAnswer: null, contact: 'Sally Ortiz', days: 14 },
      },
    },
    {
      kind: 'miss',
      title: 'the next steps are ours, but the client answered on Monday',
      deals: [
        {
          nextStep: '11/24: follow up',
          earlier: [{ nextStep: 'Send the offer' }, { nextStep: 'Call Sally' }],
          activities: [{ on: '2026-11-16', kind: 'email', direction: 'in' }],
        },
      ],
    },
    {
      kind: 'hit',
      title: 'the client answered three weeks ago, and every next step since then was ours',
      deals: [
        {
          nextStep: 'Send the offer to Sally and her manager.',
          earlier: [{ nextStep: 'Send the offer to Sally and to her manager' }, { nextStep: 'Call Sally' }],
          activities: [{ on: '2026-10-30', kind: 'email', direction: 'in' }],
        },
      ],
      says: { severity: 'medium', evidence: { outgoing: 0, lastAnswer: '2026-10-30', contact: 'Ada Moss', days: 14 } },
    },
  ],
})

const LONGEST_QUOTE = 40

function shorten(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`
}
