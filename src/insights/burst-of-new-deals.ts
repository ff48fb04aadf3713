import type { Deal } from '../book/deals/deal.ts'
import { gammaAtMost } from '../book/kit/chances.ts'
import { median } from '../book/kit/statistics.ts'
import { EXAMPLE_DAY } from '../engine/examples/example.ts'
import { defineInsight, type Sighting } from '../engine/insight.ts'
import { count, date, name, number, sum, text, type Said } from '../language/sentence.ts'
import { addDays, isoDate, parseIsoDate, type PlainDate } from '../time/plain-date.ts'
import { groupsOf } from './kit/groups.ts'

interface Facts {
  readonly column: string
  readonly value: string
  readonly isRep: boolean
  readonly from: PlainDate
  readonly to: PlainDate
  readonly deals: readonly Deal[]
  /** In as many days, usually. */
  readonly usual: number
}

/** What a group opened in the days up to `end`, counted back from the review. */
interface Window {
  readonly end: number
  readonly opened: number
}

const MOST_OF_IT = 0.8

export const burstOfNewDeals = defineInsight({
  id: 'burst-of-new-deals',
  title: 'A burst of new deals',
  why:
    'Many deals opened at once are a campaign, an event, or a list that somebody typed in. They lift the number of new deals ' +
    'and say nothing of the pace. Until it is known what they were, a good quarter of new deals is no trend.',
  place: 'point',
  needs: ['created'],
  options: { days: 14, windows: 13, times: 2, least: 20, most: 0.001 },

  find(book, { days, windows, times, least, most }): Sighting<Facts>[] {
    const since = addDays(book.asOf, -days * windows)
    const deals = book.deals.filter(({ created, isRenewal }) => !isRenewal && created !== undefined && created > since)
    const back = deals.map(({ created = book.asOf }) => book.asOf - created)
    const groups = groupsOf(deals, book)
    const found = groups.flatMap((group) => {
      const byDay = daily(
        group.members.map((at) => back[at] ?? 0),
        days * windows,
      )
      const usual = median(Array.from({ length: windows }, (_, at) => openedIn(byDay, at * days, days))) ?? 0
      const window = fullest(byDay, days)
      const excess = window.opened - usual
      // Every start of such a window is a try, and so is every group.
      const chance = gammaAtMost(Math.max(usual, 1), window.opened) * groups.length * windows
      return window.opened >= times * usual && excess >= least && usual > 0 && chance <= most
        ? [{ group, usual, window, excess }]
        : []
    })
    // The smallest group that holds most of it says where it was.
    const enough = MOST_OF_IT * Math.max(...found.map(({ excess }) => excess))
    const [smallest] = found
      .filter(({ excess }) => excess >= enough)
      .toSorted((a, b) => a.group.members.length - b.group.members.length || b.excess - a.excess)
    if (smallest === undefined) return []
    const { group, usual, window } = smallest
    const own = group.members.flatMap((at) => {
      const ago = back[at] ?? -1
      return ago >= window.end && ago < window.end + days ? (deals[at] ?? []) : []
    })
    const to = addDays(book.asOf, -window.end)
    const facts = { ...group, from: addDays(to, 1 - days), to, deals: own, usual }
    const ofTeam = { facts, open: own.filter(({ state }) => state === 'open') }
    const isOfRep = group.isRep && book.reps.some(({ name: rep }) => rep === group.value)
    return isOfRep ? [ofTeam, { ...ofTeam, rep: group.value }] : [ofTeam]
  },

  say(facts) {
    return { text: [burst(facts), stillOpen(facts)], ask: askOf(facts) }
  },

  evidence: ({ column, value, from, to, deals, usual }) => ({
    column,
    value,
    from: isoDate(from),
    to: isoDate(to),
    new: deals.length,
    open: deals.filter(({ state }) => state === 'open').length,
    usual,
  }),

  examples: () => [
    {
      kind: 'hit',
      title: 'thirty deals in two weeks, where four are usual',
      deals: [...steady('Dana Whitfield', 2), ...inAWeek('Dana Whitfield', 6)],
      says: { evidence: { column: 'owner', value: 'Dana Whitfield', new: 34, usual: 4 } },
    },
    {
      kind: 'miss',
      title: 'two a week, week after week',
      deals: steady('Dana Whitfield', 2),
    },
    {
      kind: 'boundary',
      title: 'ten more than usual may be chance',
      deals: [...steady('Dana Whitfield', 2), ...inAWeek('Dana Whitfield', 2)],
    },
  ],
})

/** How many were opened on each day, the day of the review first. */
function daily(back: readonly number[], length: number): number[] {
  const counts = Array.from({ length }, () => 0)
  for (const day of back) counts[day] = (counts[day] ?? 0) + 1
  return counts
}

function openedIn(byDay: readonly number[], from: number, days: number): number {
  let opened = 0
  for (let day = from; day < from + days; day++) opened += byDay[day] ?? 0
  return opened
}

/** The days in which most were opened; of equals the latest. */
function fullest(byDay: readonly number[], days: number): Window {
  let opened = openedIn(byDay, 0, days)
  let best: Window = { end: 0, opened }
  for (let end = 1; end + days <= byDay.length; end++) {
    opened += (byDay[end + days - 1] ?? 0) - (byDay[end - 1] ?? 0)
    if (opened > best.opened) best = { end, opened }
  }
  return best
}

function burst({ column, value, isRep, from, to, deals, usual }: Facts): Said {
  const who = isRep ? '{who} opened {n} deals' : '{n} deals of {column} “{who}” were opened'
  return {
    template: `burst-of-new-deals.${isRep ? 'rep' : 'group'}`,
    words: `A burst, not a trend: ${who} from {from} to {to}, where {usual} are usual in as many days.`,
    slots: {
      who: name(value),
      column: text(column),
      n: count(deals),
      from: date(from),
      to: date(to),
      usual: number(Math.round(usual)),
    },
    isAboutOthers: true,
  }
}

function stillOpen({ deals }: Facts): Said {
  const open = deals.filter(({ state }) => state === 'open')
  const won = deals.filter(({ state }) => state === 'won')
  const worth = open.some(({ amount }) => amount !== undefined) ? ' ({worth})' : ''
  return {
    template: 'burst-of-new-deals.open',
    words: `{open:Word} are still open${worth}, {won:word} were won. Find out what it was.`,
    slots: { open: count(open), worth: sum(open), won: count(won) },
  }
}

function askOf({ from, to, deals, usual, isRep }: Facts): Said {
  return {
    template: 'burst-of-new-deals.ask',
    words: `${isRep ? 'You opened {n} deals' : '{n} deals were opened'} from {from} to {to}, where {usual} are usual. Where did they come from?`,
    slots: { n: count(deals), from: date(from), to: date(to), usual: number(Math.round(usual)) },
  }
}

/** So many each week for half a year. */
function steady(owner: string, times: number) {
  const day = parseIsoDate(EXAMPLE_DAY)
  if (day === undefined) return []
  return Array.from({ length: 26 }, (_, week) => ({ owner, created: isoDate(addDays(day, -7 * week - 2)), times }))
}

/** So many on each day of a working week. */
function inAWeek(owner: string, times: number) {
  return ['05', '06', '07', '08', '09'].map((day) => ({ owner, created: `2026-10-${day}`, times }))
}
