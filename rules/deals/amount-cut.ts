import { amountCutSince, lastLookedAt } from '../../src/book/deals/setbacks.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { isoOrNull, shareInEvidence } from '../../src/language/words.ts'

export const amountCut = defineRule({
  id: 'amount-cut',
  scopes: ['deal'],
  family: 'deals',
  place: 'agenda',
  cures: 'value',
  title: 'Shrunk',
  phrase: 'at shrinking amounts',
  why:
    'A deal that gets smaller late has met somebody who doubts what it is worth, or a budget nobody asked about. A price ' +
    'that is given away without anything in return is also what the client will expect the next time.',
  needs: ['amounts', 'earlierAmounts'],
  options: { days: 30, share: 0.15, highShare: 0.4 },

  check(deal, { book, options }) {
    const since = lastLookedAt(book, options.days)
    const cut = amountCutSince(deal, since, book)
    if (cut === undefined || cut.share < options.share) return undefined
    return {
      severity: cut.share >= options.highShare ? 'high' : 'medium',
      evidence: {
        from: cut.from,
        to: cut.to,
        share: shareInEvidence(cut.share),
        since: isoOrNull(since),
        currency: cut.currency ?? null,
      },
    }
  },

  say({ from, to, share, since, currency }, words) {
    const money = (amount: number) => words.money(amount, currency ?? undefined)
    return {
      problem: `cut by ${words.percent(share)} since ${words.date(since ?? '')}, from ${money(from)} to ${money(to)}`,
      asks: [
        `What did the client take out for ${money(from - to)}, and what did they give us for it?`,
        'Who on their side wanted it smaller, and what do they think they lose by that?',
      ],
      action: `Ask the client of ${words.subject} what they will go without for the smaller amount`,
    }
  },

  // That it no longer speaks proves nothing: by the next review the smaller amount is what was seen last.
  proof: () => 'activity',

  examples: () => [
    {
      kind: 'boundary',
      title: 'cut by fifteen per cent since the last review',
      deals: [{ amount: 17_000, earlier: [{ amount: 20_000 }] }],
      says: { severity: 'medium', evidence: { from: 20_000, to: 17_000, share: 0.15, since: '2026-11-13' } },
    },
    { kind: 'boundary', title: 'by fourteen', deals: [{ amount: 17_200, earlier: [{ amount: 20_000 }] }] },
    {
      kind: 'boundary',
      title: 'by forty per cent',
      deals: [{ amount: 12_000, earlier: [{ amount: 20_000 }] }],
      says: { severity: 'high', evidence: { share: 0.4 } },
    },
    {
      kind: 'boundary',
      title: 'by thirty-nine',
      deals: [{ amount: 12_200, earlier: [{ amount: 20_000 }] }],
      says: { severity: 'medium', evidence: { share: 0.39 } },
    },
    {
      kind: 'hit',
      title: 'the history has it: halved three weeks ago',
      deals: [{ amount: 10_000, amounts: had([20_000, '2026-10-15'], [10_000, '2026-10-30']) }],
      says: { severity: 'high', evidence: { from: 20_000, share: 0.5, since: '2026-10-21' } },
    },
    {
      kind: 'boundary',
      title: 'thirty days ago: that is what it has stood at for the last thirty',
      deals: [{ amount: 10_000, amounts: had([20_000, '2026-10-15'], [10_000, '2026-10-21']) }],
    },
    {
      kind: 'miss',
      title: 'a figure too many, put right on the same day',
      deals: [
        { amount: 20_000, amounts: had([20_000, '2026-10-15'], [200_000, '2026-11-10'], [20_000, '2026-11-10']) },
      ],
    },
    {
      kind: 'miss',
      title: 'raised and brought down again in between',
      deals: [{ amount: 20_000, amounts: had([20_000, '2026-10-15'], [30_000, '2026-11-02'], [20_000, '2026-11-10']) }],
    },
    { kind: 'miss', title: 'it has grown', deals: [{ amount: 26_000, earlier: [{ amount: 20_000 }] }] },
    {
      kind: 'miss',
      title: 'no amount any more is another matter',
      deals: [{ amount: null, earlier: [{ amount: 20_000 }] }, { times: 3 }],
    },
  ],
})

/** Amounts, each with the day from which it stood. */
function had(...amounts: readonly (readonly [amount: number, from: string])[]) {
  return amounts.map(([amount, from]) => [from, amount] as const)
}
