import { judgeWinRate } from '../../src/book/team/outcomes.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { shareInEvidence } from '../../src/language/words.ts'

export const lowWinRate = defineRule({
  id: 'low-win-rate',
  scopes: ['rep'],
  family: 'winning',
  place: 'agenda',
  cures: 'wins',
  title: 'Wins too little of what closes',
  why:
    'Opportunities that are created and then lost cost the same work as those that are won. When even a generous ' +
    'reading of the record stays under the team’s rate, more activity is not the answer: how deals are chosen and run is.',
  needs: ['closings'],
  options: { highShare: 0.5 },

  check(rep, { book, options }) {
    const { verdict, won, closed, reference } = judgeWinRate(rep, book)
    if (verdict !== 'below' || reference === undefined) return undefined
    const winRate = won / closed
    return {
      severity: winRate < options.highShare * reference.winRate ? 'high' : 'medium',
      evidence: {
        won,
        closed,
        winRate: shareInEvidence(winRate),
        reference: shareInEvidence(reference.winRate),
        of: reference.of,
      },
    }
  },

  say({ won, closed, winRate, reference, of }, words) {
    const against =
      of === 'others' ? `the others win ${words.percent(reference)}` : `the standard is ${words.percent(reference)}`
    const seen = `wins ${words.percent(winRate)}, ${won} of ${closed}`
    return {
      problem: `${seen}; ${against}`,
      ...(of === 'others' && { forRep: { problem: seen, without: ['reference'] } }),
      asks: [
        'Take your last five losses: at which point could you have known, and what would you have had to ask?',
        'Which of the deals you are working now looks like one of those?',
      ],
      action: 'Go through the last five losses together and name the point where each was lost',
    }
  },

  proof: () => 'cleared:low-win-rate',

  examples: () => [
    {
      kind: 'hit',
      title: 'two of thirty, in a team that wins a third',
      deals: [...closings('Dana Whitfield', 2, 28), ...closings('Priya Natarajan', 30, 30)],
      says: { severity: 'high', evidence: { won: 2, closed: 30 } },
    },
    {
      kind: 'hit',
      title: 'twelve of forty, where the others win 55 %: low, but more than half of it',
      deals: [...closings('Dana Whitfield', 12, 28), ...closings('Priya Natarajan', 55, 45)],
      says: { severity: 'medium', evidence: { won: 12, closed: 40 } },
    },
    {
      kind: 'boundary',
      title: 'one of ten is too few to judge',
      deals: [...closings('Dana Whitfield', 1, 9), ...closings('Priya Natarajan', 15, 30)],
    },
    {
      kind: 'miss',
      title: 'twelve of forty, where the others win a third, can be chance',
      deals: [...closings('Dana Whitfield', 12, 28), ...closings('Priya Natarajan', 21, 38)],
    },
    {
      kind: 'boundary',
      title: '54.49 % are 54 %, and not 55 by way of 54.5',
      config: { winRate: 0.8 },
      deals: closings('Dana Whitfield', 91, 76),
      says: { severity: 'medium', evidence: { won: 91, closed: 167, winRate: 0.54491 } },
    },
    {
      kind: 'boundary',
      title: 'ten of forty are half of the standard, and not less',
      config: { winRate: 0.5 },
      deals: closings('Dana Whitfield', 10, 30),
      says: { severity: 'medium', evidence: { winRate: 0.25, reference: 0.5, of: 'standard' } },
    },
  ],
})

function closings(owner: string, won: number, lost: number) {
  const base = { owner, created: '2026-05-04', closeDate: '2026-06-15' }
  return [
    { owner, created: '2026-05-04' },
    { ...base, stage: 'Closed Won', times: won },
    { ...base, stage: 'Closed Lost', times: lost },
  ]
}
