import type { Manager } from '../../src/book/team/groups.ts'
import { isCoveredBy } from '../../src/book/past/commitments.ts'
import type { Finding } from '../../src/engine/finding.ts'
import { defineRule } from '../../src/engine/rule.ts'

const SHOWN = 3

export const findingLeftStanding = defineRule({
  id: 'finding-left-standing',
  scopes: ['manager'],
  family: 'leading',
  place: 'manager',
  cures: 'commitment',
  title: 'Let pass',
  why:
    'What was seen three reviews running, and nobody has promised anything about, is no longer the rep’s: it is the ' +
    'manager who lets it be. Nothing is neglected benignly.',
  needs: ['earlierReviews'],
  options: { reviews: 3 },
  readsFindings: true,

  check(manager, { findings, commitments, options }) {
    const standing = findings
      .filter(
        (finding) => finding.age >= options.reviews && isTheirs(finding, manager) && !isCoveredBy(finding, commitments),
      )
      .sort((a, b) => b.age - a.age)
    const [oldest] = standing
    if (oldest === undefined) return undefined
    return {
      severity: 'high',
      evidence: {
        findings: standing.length,
        reviews: oldest.age,
        items: standing.slice(0, SHOWN).map(({ rep, deal, problem }) => [deal?.name ?? rep ?? '', problem]),
      },
    }
  },

  say({ findings, reviews, items }, words) {
    const [[subject = '', problem = ''] = []] = items
    const others = findings > 1 ? `, and ${words.count(findings - 1, 'other finding')} as long or nearly so` : ''
    return {
      problem: `seen in ${reviews} reviews running with nothing promised about it: ${subject} (${problem})${others}`,
      asks: [
        `What have you said about ${subject} in these ${reviews} reviews, and what has it changed?`,
        'Which of these do you let go on purpose, and for what reason?',
      ],
      action: `Ask for one commitment with a date about ${subject}`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'the third review, and no commitment',
      deals: [{}],
      said: [{ rule: 'low-win-rate', rep: 'Dana Whitfield', age: 3 }],
      says: { severity: 'high', evidence: { findings: 1, reviews: 3 } },
    },
    {
      kind: 'boundary',
      title: 'the second review',
      deals: [{}],
      said: [{ rule: 'low-win-rate', rep: 'Dana Whitfield', age: 2 }],
    },
    {
      kind: 'miss',
      title: 'a commitment about it was made',
      deals: [{}],
      said: [{ rule: 'low-win-rate', rep: 'Dana Whitfield', age: 4 }],
      promised: [{ rep: 'Dana Whitfield', text: 'Go through the losses', verdict: 'open' }],
    },
    {
      kind: 'miss',
      title: 'data hygiene is not a meeting',
      deals: [{}],
      said: [{ rule: 'missing-essentials', rep: 'Dana Whitfield', age: 5, place: 'hygiene' }],
    },
    {
      kind: 'hit',
      title: 'the oldest of four comes first, and three are named',
      deals: [{}],
      said: [
        { rule: 'low-win-rate', rep: 'Dana Whitfield', age: 3 },
        { rule: 'gone-quiet', rep: 'Dana Whitfield', age: 4 },
        { rule: 'nothing-new', rep: 'Dana Whitfield', age: 6 },
        { rule: 'few-conversations', rep: 'Dana Whitfield', age: 5 },
      ],
      says: {
        severity: 'high',
        evidence: {
          findings: 4,
          reviews: 6,
          items: [
            ['Dana Whitfield', 'nothing-new'],
            ['Dana Whitfield', 'few-conversations'],
            ['Dana Whitfield', 'gone-quiet'],
          ],
        },
      },
    },
    {
      kind: 'hit',
      title: 'about a deal, and what was promised is about the rep',
      deals: [{ name: 'Northwind' }],
      said: [{ rule: 'stale-deal', rep: 'Dana Whitfield', deal: 'Northwind', age: 3 }],
      promised: [{ rep: 'Dana Whitfield', text: 'Open two', verdict: 'open' }],
      says: { severity: 'high', evidence: { items: [['Northwind', 'stale-deal']] } },
    },
    {
      kind: 'miss',
      title: 'put aside on purpose',
      deals: [{}],
      said: [{ rule: 'low-win-rate', rep: 'Dana Whitfield', age: 5, isDismissed: true }],
    },
    {
      kind: 'miss',
      title: 'about a deal that is nobody’s: it first needs an owner',
      deals: [{ name: 'Northwind', owner: null }, {}],
      said: [{ rule: 'stale-deal', rep: 'Dana Whitfield', deal: 'Northwind', age: 5 }],
    },
    {
      kind: 'hit',
      title: 'of two managers, the one whose rep it is',
      ...twoManagers(),
      page: 'Kim Osei',
      says: { severity: 'high', evidence: { reviews: 4 } },
    },
    { kind: 'miss', title: 'and not the other', ...twoManagers(), page: 'Lee Park' },
  ],
})

function isTheirs({ rep, place, dismissed }: Finding, { isTop, reps }: Manager): boolean {
  if (rep === null || place === 'hygiene' || dismissed !== null) return false
  return isTop || reps.some(({ name }) => name === rep)
}

/** Dana is one of Kim’s two reps, and Tom is Lee’s. */
function twoManagers() {
  return {
    deals: [{}, { owner: 'Ana Silva' }, { owner: 'Tom Okafor' }],
    reps: [
      { rep: 'Dana Whitfield', manager: 'Kim Osei' },
      { rep: 'Ana Silva', manager: 'Kim Osei' },
      { rep: 'Tom Okafor', manager: 'Lee Park' },
    ],
    said: [{ rule: 'low-win-rate', rep: 'Dana Whitfield', age: 4 }],
  }
}
