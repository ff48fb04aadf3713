import type { Book } from '../book/book.ts'
import type { Deal } from '../book/deals/deal.ts'
import { fisherExact } from '../book/kit/chances.ts'
import { permutationTest } from '../book/kit/many-tests.ts'
import { median } from '../book/kit/statistics.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { count, date, name, number, text, type Said } from '../language/sentence.ts'
import { addDays, isoDate, type PlainDate } from '../time/plain-date.ts'
import { groupsOf, type Group } from './kit/groups.ts'

interface Facts {
  readonly column: string
  readonly value: string
  /** New deals of the group in the last weeks, and in as many weeks before. */
  readonly now: readonly Deal[]
  readonly before: readonly Deal[]
  readonly otherNow: readonly Deal[]
  readonly otherBefore: readonly Deal[]
  /** What the group's own twelve weeks before came to, for as many weeks. */
  readonly usual: number
  readonly weeks: number
  readonly isRep: boolean
  readonly last: PlainDate | undefined
}

const USUAL_WEEKS = 12

export const whereNewDealsChanged = defineInsight({
  id: 'where-new-deals-changed',
  title: 'Where the change in new deals sits',
  why:
    'When new deals rise or fall it is seldom everybody. The smallest group that explains most of the change, a rep, a region, ' +
    'a product or a source, is where to ask. It is told only where dealing out the same deals at random rarely does as much.',
  place: 'point',
  needs: ['created'],
  options: { weeks: 4, leastDeals: 8, most: 0.05, rounds: 199 },

  find(book, { weeks, leastDeals, most, rounds }): Sighting<Facts>[] {
    const since = addDays(book.asOf, -7 * (weeks + USUAL_WEEKS))
    const deals = book.deals.filter(({ created, isRenewal }) => !isRenewal && created !== undefined && created > since)
    const weekOf = deals.map(({ created = book.asOf }) => Math.floor((book.asOf - created) / 7))
    const isLarge = ({ members }: Group) => members.length >= leastDeals && members.length < deals.length
    const groups = groupsOf(deals, book)
      .filter(isLarge)
      .map((group) => ({
        ...group,
        byWeek: weekly(
          group.members.map((at) => weekOf[at] ?? 0),
          weeks,
        ),
      }))
    const all = weekly(weekOf, weeks)
    // Whole weeks are dealt out and not deals: a team that opens two a week, week after week, varies less than chance.
    const isNow = all.map((_, week) => week < weeks)
    // The reps by themselves, then all columns together, so that columns hide no rep. What few weeks cannot show, the
    // number of deals may: each try has its own part of the chance that is allowed.
    const tries = [
      { family: groups.filter(({ isRep }) => isRep), byWeeks: most / 2, byDeals: 0.3 * most },
      { family: groups.filter(({ isRep }) => !isRep), byWeeks: most / 5, byDeals: most / 50 },
    ]
    const speaking = tries.find(({ family, byWeeks, byDeals }) => {
      const furthest = (labels: readonly boolean[]) =>
        Math.max(0, ...family.map(({ byWeek }) => apart(byWeek, all, labels)))
      if (furthest(isNow) < LEAST_APART) return false
      if (family.some(({ byWeek }) => chanceOf(byWeek, all, isNow) * family.length <= byDeals)) return true
      return permutationTest(isNow, furthest, { rounds, seed: deals.length }) <= byWeeks
    })?.family
    if (speaking === undefined) return []
    const strongest = smallest(speaking, all, isNow)
    if (strongest === undefined) return []
    const facts = factsOf(strongest, deals, book, weeks)
    if (isAfterABurst(strongest, facts, weekOf)) return []
    const missing = Math.abs(facts.now.length - facts.usual)
    const open = facts.now.filter(({ state }) => state === 'open')
    const stake = missing * (median(book.open.flatMap(({ amount }) => amount ?? [])) ?? 1)
    const ofTeam = { facts, open, stake }
    const isOfRep = facts.isRep && book.reps.some(({ name: rep }) => rep === facts.value)
    return isOfRep ? [ofTeam, { ...ofTeam, rep: facts.value }] : [ofTeam]
  },

  say(facts) {
    return { text: [changed(facts), ...lastOne(facts)], ask: askOf(facts) }
  },

  evidence: ({ column, value, now, before, otherNow, otherBefore, usual, weeks, last }) => ({
    column,
    value,
    new: now.length,
    newBefore: before.length,
    otherNew: otherNow.length,
    otherNewBefore: otherBefore.length,
    usual: Math.round(usual * 10) / 10,
    weeks,
    lastNew: last === undefined ? null : isoDate(last),
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'one of two reps has stopped opening deals',
      deals: [...opened('Dana Whitfield', 0, 2), ...opened('Priya Natarajan', 2, 2)],
      says: { evidence: { column: 'owner', value: 'Dana Whitfield', new: 0, usual: 8, otherNew: 8 } },
    },
    {
      kind: 'miss',
      title: 'both open as many deals as before',
      deals: [...opened('Dana Whitfield', 2, 2), ...opened('Priya Natarajan', 2, 2)],
    },
    {
      kind: 'boundary',
      title: 'seven deals in sixteen weeks are no pace',
      deals: [...opened('Dana Whitfield', 0, 7 / 12), ...opened('Priya Natarajan', 2, 2)],
    },
  ],
})

/** Nearly as far apart as the furthest. */
const NEARLY = 0.9

type Weekly = readonly number[]

interface Counted extends Group {
  readonly byWeek: Weekly
}

function weekly(weekOf: readonly number[], weeks: number): number[] {
  const counts = Array.from({ length: weeks + USUAL_WEEKS }, () => 0)
  for (const week of weekOf) counts[week] = (counts[week] ?? 0) + 1
  return counts
}

const total = (counts: Weekly, isCounted: readonly boolean[]) =>
  counts.reduce((sum, each, week) => sum + (isCounted[week] === true ? each : 0), 0)

/** Of the groups that are about as far apart, the one that more deals are missing in, or too many; then the smaller one. */
function smallest(groups: readonly Counted[], all: Weekly, isNow: readonly boolean[]): Group | undefined {
  const weeks = isNow.filter(Boolean).length
  const measured = groups.map((group) => {
    const own = total(group.byWeek, isNow)
    const usual = ((group.members.length - own) * weeks) / USUAL_WEEKS
    const expected = (group.members.length * total(all, isNow)) / all.reduce((sum, each) => sum + each, 0)
    // Where everything falls, a group that falls less is not where the change sits.
    const isSame = Math.sign(own - usual) === Math.sign(own - expected)
    return { group, isSame, far: apart(group.byWeek, all, isNow), change: Math.abs(own - usual) }
  })
  const furthest = Math.max(...measured.map(({ far }) => far))
  const near = measured.filter(({ far, isSame }) => isSame && far >= NEARLY * furthest)
  const [first] = near.toSorted((a, b) => b.change - a.change || a.group.members.length - b.group.members.length)
  return first?.group
}

/** A burst some weeks ago makes usual weeks look like a fall: what is usual in the middle week tells otherwise. */
function isAfterABurst({ members }: Group, { now, usual, weeks }: Facts, weekOf: readonly number[]): boolean {
  const byWeek = weekly(
    members.map((at) => weekOf[at] ?? 0),
    weeks,
  )
  const middle = (median(byWeek.slice(weeks)) ?? 0) * weeks
  return now.length < usual && now.length >= middle
}

/** Below this no group differs enough to be looked at. */
const LEAST_APART = 2

/** How far a group's share of recent deals is from that of all deals, in standard deviations (hypergeometric). */
function apart(byWeek: Weekly, all: Weekly, isNow: readonly boolean[]): number {
  const deals = all.reduce((sum, each) => sum + each, 0)
  const own = byWeek.reduce((sum, each) => sum + each, 0)
  const share = total(all, isNow) / deals
  const variance = (own * share * (1 - share) * (deals - own)) / Math.max(1, deals - 1)
  return variance === 0 ? 0 : Math.abs(total(byWeek, isNow) - own * share) / Math.sqrt(variance)
}

/** How likely a group has so many or so few of the recent deals where all open deals alike (Fisher). */
function chanceOf(byWeek: Weekly, all: Weekly, isNow: readonly boolean[]): number {
  const own = { won: total(byWeek, isNow), of: byWeek.reduce((sum, each) => sum + each, 0) }
  const deals = all.reduce((sum, each) => sum + each, 0)
  return fisherExact(own, { won: total(all, isNow) - own.won, of: deals - own.of })
}

function factsOf({ column, value, isRep, members }: Group, deals: readonly Deal[], book: Book, weeks: number): Facts {
  const { asOf } = book
  const own = new Set(members.map((at) => deals[at]))
  const recent = addDays(asOf, -7 * weeks)
  const earlier = addDays(recent, -7 * weeks)
  const reps = new Set(book.reps.map(({ name: rep }) => rep))
  const isOther = (deal: Deal) => !own.has(deal) && (!isRep || reps.has(deal.owner ?? ''))
  const inside = (from: PlainDate, to: PlainDate, isOwn: boolean) =>
    deals.filter(
      (deal) => (isOwn ? own.has(deal) : isOther(deal)) && (deal.created ?? 0) > from && (deal.created ?? 0) <= to,
    )
  const days = [...own].flatMap((deal) => deal?.created ?? [])
  const past = members.length - inside(recent, asOf, true).length
  return {
    column,
    value,
    now: inside(recent, asOf, true),
    before: inside(earlier, recent, true),
    otherNow: inside(recent, asOf, false),
    otherBefore: inside(earlier, recent, false),
    usual: (past * weeks) / USUAL_WEEKS,
    weeks,
    isRep,
    last: days.length === 0 ? undefined : (Math.max(...days) as PlainDate),
  }
}

function changed({ column, value, now, before, otherNow, otherBefore, usual, weeks, isRep }: Facts): Said {
  const slots = {
    who: name(value),
    column: text(column),
    now: count(now),
    before: count(before),
    otherNow: count(otherNow),
    otherBefore: count(otherBefore),
    usual: number(Math.round(usual)),
    weeks: number(weeks),
  }
  const isFewer = now.length < usual
  const who = isRep ? '{who}' : '{column} “{who}”'
  const others = isRep ? 'all other reps' : 'all other deals'
  const verb = isRep
    ? isFewer
      ? 'has all but stopped opening deals'
      : 'has opened many more deals'
    : isFewer
      ? 'has fewer new deals'
      : 'has more new deals'
  const words =
    isFewer && usual > 2 * now.length
      ? `${who} ${verb}: {now} in {weeks} weeks, after {before} in the {weeks} before; ${others}: {otherNow}, after {otherBefore}.`
      : `New deals of ${who}: {now} in {weeks} weeks, after {before}, where {usual} are usual; ${others}: {otherNow}, after {otherBefore}.`
  const template = `where-new-deals-changed.${isRep ? 'rep' : 'group'}-${isFewer ? 'fewer' : 'more'}`
  return { template, words, slots, isAboutOthers: true }
}

function lastOne({ isRep, last, now, usual }: Facts): Said[] {
  if (!isRep || last === undefined || now.length >= usual) return []
  return [{ template: 'where-new-deals-changed.last', words: 'The last was on {day}.', slots: { day: date(last) } }]
}

function askOf({ value, now, usual, isRep, column }: Facts): Said {
  const isFewer = now.length < usual
  return {
    template: `where-new-deals-changed.ask-${isFewer ? 'fewer' : 'more'}`,
    words: isFewer
      ? `Where did the new deals of ${isRep ? '{who:first}' : '{column} “{who}”'} come from before?`
      : `Where did the {now} new deals of ${isRep ? '{who:first}' : '{column} “{who}”'} come from?`,
    slots: { who: name(value), column: text(column), now: count(now) },
  }
}

/** So many each week in the last four weeks, and in the twelve before. */
function opened(owner: string, now: number, before: number) {
  const inWeeks = (days: readonly string[], times: number) =>
    days.flatMap((created) => (times < 1 ? [] : [{ owner, created, times }]))
  const earlier = [
    '10-20',
    '10-13',
    '10-06',
    '09-29',
    '09-22',
    '09-15',
    '09-08',
    '09-01',
    '08-25',
    '08-18',
    '08-11',
    '08-04',
  ]
  return [
    ...inWeeks(['2026-11-17', '2026-11-10', '2026-11-03', '2026-10-27'], now),
    ...inWeeks(
      earlier.slice(0, before < 1 ? Math.round(12 * before) : 12).map((day) => `2026-${day}`),
      Math.max(1, before),
    ),
  ]
}
