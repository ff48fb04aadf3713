import { newBusinessOf } from '../../src/book/deals/new-business.ts'
import { compareText, groupBy } from '../../src/kit/collections.ts'
import { defineRule } from '../../src/engine/rule.ts'

export const reactivePipeline = defineRule({
  id: 'reactive-pipeline',
  scopes: ['rep'],
  family: 'creation',
  place: 'agenda',
  cures: 'prospecting',
  title: 'Lives on what comes in',
  why:
    'Whoever waits for the telephone takes whom it brings, and when marketing pauses has nothing. What a rep has found ' +
    'is earlier in the client’s mind, with fewer competitors beside it.',
  needs: ['created', 'source', 'ownSources'],
  options: { weeks: 12, share: 0.25, created: 6 },

  // Sources that say nothing (“Other”, “Offline sources”) count neither way.
  check(rep, { book, options }) {
    const created = newBusinessOf(rep, book.calendar, options.weeks).filter(
      ({ sourceKind }) => sourceKind !== undefined,
    )
    const own = created.filter(({ sourceKind }) => sourceKind === 'own').length
    if (created.length < options.created || own / created.length >= options.share) return undefined
    const others = groupBy(
      created.filter(({ sourceKind }) => sourceKind !== 'own'),
      ({ source }) => source ?? '',
    )
    const [commonest] = [...others].sort(([a, of], [b, more]) => more.length - of.length || compareText(a, b))
    return {
      severity: 'medium',
      evidence: {
        created: created.length,
        own,
        weeks: options.weeks,
        commonest: commonest?.[0] ?? null,
        ofCommonest: commonest?.[1].length ?? 0,
      },
    }
  },

  say({ created, own, weeks, commonest, ofCommonest }, words) {
    const most = commonest === null ? '' : `; ${ofCommonest} came from ${commonest}`
    return {
      problem: `${own === 0 ? 'none' : own} of ${created} new deals in ${words.count(weeks, 'week')} by own sourcing${most}`,
      asks: [
        'If nothing came in for a month, whom would you call on the first morning?',
        'Which of your clients has colleagues in other companies with the problem that you solved?',
      ],
      action: `Open one opportunity of your own finding by ${words.nextReview}`,
    }
  },

  proof: () => 'new-opportunities:1',

  examples: () => [
    {
      kind: 'hit',
      title: 'one of six was found, the others came in',
      deals: [...from('Outbound', 1), ...from('Website', 3), ...from('RFP', 1), ...from('Partner', 1)],
      says: { severity: 'medium', evidence: { created: 6, own: 1, commonest: 'Website', ofCommonest: 3 } },
    },
    {
      kind: 'boundary',
      title: 'two of eight are a quarter',
      deals: [...from('Cold call', 2), ...from('Website', 6)],
    },
    {
      kind: 'boundary',
      title: 'two of nine are less',
      deals: [...from('Cold call', 2), ...from('Website', 7)],
      says: { severity: 'medium', evidence: { created: 9, own: 2 } },
    },
    { kind: 'boundary', title: 'five are too few to tell', deals: from('Website', 5) },
    {
      kind: 'boundary',
      title: '“Other” says nothing: five are left',
      deals: [...from('Website', 5), ...from('Other', 2)],
    },
    {
      kind: 'boundary',
      title: 'the sixth is a day older than twelve weeks',
      deals: [{ created: '2026-01-12', source: 'Website' }, ...from('Website', 5), ...from('Website', 1, '2026-08-28')],
    },
    {
      kind: 'boundary',
      title: 'or on their first day',
      deals: [{ created: '2026-01-12', source: 'Website' }, ...from('Website', 5), ...from('Website', 1, '2026-08-29')],
      says: { severity: 'medium', evidence: { created: 6, own: 0 } },
    },
    {
      kind: 'miss',
      title: 'partners are the rep’s own work where the config says so',
      config: { ownSources: ['Partner'] },
      deals: [...from('Partner', 2), ...from('Website', 4)],
    },
    {
      kind: 'miss',
      title: 'words that are in no list: nobody can tell which are the rep’s own',
      deals: [...from('Apollo', 5), ...from('Website', 2)],
    },
    { kind: 'miss', title: 'renewals come by themselves', deals: renewals() },
    {
      kind: 'hit',
      title: 'of what came in equally often the first by name, though the rep’s own brought more',
      deals: [
        ...from('Cold call', 2),
        ...['Website', 'RFP', 'Webinar', 'Partner', 'Advertisement', 'Trade show', 'Inbound call'].flatMap((source) =>
          from(source, 1),
        ),
      ],
      says: { severity: 'medium', evidence: { own: 2, commonest: 'Advertisement', ofCommonest: 1 } },
    },
    {
      kind: 'hit',
      title: 'the most frequent comes first, whichever stands first',
      deals: [...from('RFP', 2), ...from('Website', 4)],
      says: { severity: 'medium', evidence: { commonest: 'Website', ofCommonest: 4 } },
    },
  ],
})

function from(source: string, times: number, created = '2026-10-14') {
  return [{ source, created, times }]
}

function renewals() {
  return [...from('Outbound', 2), ...from('Website', 6).map((deal) => ({ ...deal, type: 'Renewal' }))]
}
