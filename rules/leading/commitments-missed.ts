import { MANAGER } from '../../src/book/past/commitments.ts'
import { defineRule } from '../../src/engine/rule.ts'

export const commitmentsMissed = defineRule({
  id: 'commitments-missed',
  scopes: ['rep', 'manager'],
  family: 'leading',
  place: 'agenda',
  cures: 'promise',
  title: 'Promised and not done',
  why:
    'A commitment that nobody comes back to teaches that commitments do not count. It is the same for what the manager ' +
    'has promised a rep.',
  needs: ['earlierReviews'],
  options: { highTimes: 2 },
  readsFindings: true,

  check(subject, { commitments, options }) {
    const owner = 'isTop' in subject ? (subject.isTop ? MANAGER : undefined) : subject.name
    const missed = commitments.filter(({ commitment, verdict }) => verdict === 'missed' && commitment.rep === owner)
    const [worst] = [...missed].sort((a, b) => b.timesMissed - a.timesMissed || a.commitment.by - b.commitment.by)
    if (worst === undefined) return undefined
    return {
      severity: worst.timesMissed >= options.highTimes ? 'high' : 'medium',
      evidence: {
        missed: missed.length,
        timesInARow: worst.timesMissed,
        texts: missed.map(({ commitment }) => commitment.text),
        worst: worst.commitment.text,
        seen: worst.evidence,
        byManager: owner === MANAGER,
      },
    }
  },

  say({ missed, timesInARow, worst, byManager }, words) {
    const others = missed > 1 ? `, and ${words.count(missed - 1, 'other')}` : ''
    const times = timesInARow > 1 ? `, for the ${ordinal(timesInARow)} time in a row` : ''
    return {
      problem: `promised and not done: “${worst}”${others}${times}`,
      asks: byManager
        ? [`What do you need to do “${worst}” this week, or whom will you tell that it will not happen?`]
        : [
            `What got in the way of “${worst}”, and what is different this week?`,
            timesInARow > 1
              ? 'Is it still the right thing to do, or should we drop it and say so?'
              : 'What do you need from me to get it done?',
          ],
      action: `Do “${worst}” by ${words.nextReview}, or drop it and say so`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'one missed',
      deals: [{}],
      promised: [{ rep: 'Dana Whitfield', text: 'Add the CFO to Northwind', verdict: 'missed' }],
      says: { severity: 'medium', evidence: { missed: 1, timesInARow: 1, byManager: false } },
    },
    {
      kind: 'boundary',
      title: 'missed for the second time',
      deals: [{}],
      promised: [{ rep: 'Dana Whitfield', text: 'Add the CFO to Northwind', verdict: 'missed', timesMissed: 2 }],
      says: { severity: 'high', evidence: { timesInARow: 2 } },
    },
    {
      kind: 'hit',
      title: 'the manager’s own',
      deals: [{}],
      promised: [{ rep: 'manager', text: 'Join the Northwind call', verdict: 'missed' }],
      says: { severity: 'medium', evidence: { byManager: true } },
    },
    {
      kind: 'miss',
      title: 'kept, still open, or moot',
      deals: [{}],
      promised: [
        { rep: 'Dana Whitfield', text: 'Add the CFO to Northwind', verdict: 'kept' },
        { rep: 'Dana Whitfield', text: 'Open two', verdict: 'open' },
        { rep: 'Dana Whitfield', text: 'Call Globex', verdict: 'moot' },
      ],
    },
    {
      kind: 'hit',
      title: 'of two, the one that was missed more often comes first',
      deals: [{}],
      promised: [
        { rep: 'Dana Whitfield', text: 'Open two', verdict: 'missed' },
        { rep: 'Dana Whitfield', text: 'Add the CFO to Northwind', verdict: 'missed', timesMissed: 3 },
      ],
      says: { severity: 'high', evidence: { missed: 2, worst: 'Add the CFO to Northwind', timesInARow: 3 } },
    },
    {
      kind: 'hit',
      title: 'missed for the sixth time',
      deals: [{}],
      promised: [{ rep: 'Dana Whitfield', text: 'Open two', verdict: 'missed', timesMissed: 6 }],
      says: { severity: 'high', evidence: { timesInARow: 6 } },
    },
  ],
})

function ordinal(count: number): string {
  return ['second', 'third', 'fourth', 'fifth'][count - 2] ?? `${count}th`
}
