import type { Book } from '../../book/book.ts'
import { ENOUGH_CLOSINGS } from '../../book/team/measures.ts'
import type { Rep } from '../../book/team/rep.ts'
import type { ClientMeeting } from '../../book/activity/touches.ts'
import { compareText } from '../../kit/collections.ts'
import type { AnyRule } from '../../engine/rule.ts'
import { addDays } from '../../time/plain-date.ts'
import type { Words } from '../../language/words.ts'
import type { DealItem, Preparation, RepPage } from '../agenda.ts'
import { isLearnable, type Shares } from './peers.ts'

const AHEAD_DAYS = 14
/** As often one peer is asked for help, with a meeting or by one who learns from them: they have deals of their own. */
const MOST = 2
/** A weakness is what more than a fifth of the open deals show; whoever has it on a tenth at most can help with it. */
const WEAK = 1 / 5
const STRONG = 1 / 10

type Unprepared = Omit<RepPage, 'preparations'>

/** What preparations are found by. */
export interface Helping {
  readonly book: Book
  readonly rules: ReadonlyMap<string, AnyRule>
  /** Rep to rule to the share of their open deals that it speaks about. */
  readonly shares: Shares
  readonly words: Words
}

/** Who could help with a meeting, and what speaks for it. */
type Help = Pick<Preparation, 'peer' | 'on' | 'reason'>

/**
 * For the meetings that deals on the pages have coming within two weeks, a peer to prepare each with: one who wins more,
 * for a rep whose win rate is below; one who hardly has the trouble that the deal shares with others of the rep's. Nobody
 * else is sent to a peer, and no peer who is asked twice already is asked again. Those of the same manager come first.
 */
export function withPreparations(pages: readonly Unprepared[], helping: Helping): readonly RepPage[] {
  const { book } = helping
  const meetings = book.activities.plannedMeetings().filter(({ day }) => day <= addDays(book.asOf, AHEAD_DAYS))
  const asked = new Map<string, number>()
  for (const { learnFrom } of pages) if (learnFrom !== undefined) count(asked, learnFrom.rep)
  return pages.map((page) => ({
    ...page,
    preparations: page.deals.flatMap((item) => {
      const meeting = meetings.find(({ deals }) => deals.some(({ id }) => id === item.deal.id))
      const help = meeting === undefined ? undefined : helpFor(page, item, asked, helping)
      if (meeting === undefined || help === undefined) return []
      count(asked, help.peer)
      return [preparation(item, meeting, help)]
    }),
  }))
}

function count(asked: Map<string, number>, peer: string): void {
  asked.set(peer, (asked.get(peer) ?? 0) + 1)
}

function preparation({ deal }: DealItem, { day, person }: ClientMeeting, help: Help): Preparation {
  return { deal: { id: deal.id, name: deal.name }, day, person, ...help }
}

function helpFor(
  { rep, diagnosis }: Unprepared,
  item: DealItem,
  asked: ReadonlyMap<string, number>,
  helping: Helping,
): Help | undefined {
  const free = helping.book.reps.filter((other) => other !== rep && (asked.get(other.name) ?? 0) < MOST)
  const isLosing = diagnosis.winning?.rate.verdict === 'below'
  return (isLosing ? winner(rep, free, helping) : undefined) ?? withoutTrouble(rep, item, free, helping)
}

/** The best of those who win more than the team does. */
function winner(rep: Rep, peers: readonly Rep[], { book, words }: Helping): Help | undefined {
  const closed = ({ closings }: Rep) => closings.newBusinessWon + closings.newBusinessLost
  const rate = (other: Rep) => (other.isNew || closed(other) < ENOUGH_CLOSINGS ? 0 : (other.closings.winRate ?? 0))
  const team = book.team.closings.winRate ?? 0
  const best = bestOf(
    rep,
    peers.filter((other) => rate(other) > team),
    rate,
  )
  if (best === undefined) return undefined
  return { peer: best.name, on: 'winning', reason: `who wins ${words.percent(rate(best))} of ${closed(best)} closed` }
}

/** For the worst trouble of the deal that is the rep's weakness, whoever has it least. */
function withoutTrouble(rep: Rep, { findings }: DealItem, peers: readonly Rep[], helping: Helping): Help | undefined {
  const { shares, rules } = helping
  const shareOf = (one: Rep, rule: string) => shares.get(one.name)?.get(rule) ?? 0
  const trouble = findings.find(
    ({ rule, cures, severity }) => severity !== 'low' && isLearnable(cures) && shareOf(rep, rule) > WEAK,
  )?.rule
  if (trouble === undefined) return undefined
  const strong = peers.filter((other) => shares.has(other.name) && shareOf(other, trouble) <= STRONG)
  const best = bestOf(rep, strong, (other) => 1 - shareOf(other, trouble))
  if (best === undefined) return undefined
  const on = (one: Rep) => `${Math.round(shareOf(one, trouble) * one.open.length)} of ${one.open.length}`
  const title = rules.get(trouble)?.title.toLowerCase() ?? trouble
  return { peer: best.name, on: 'habit', reason: `who has “${title}” on ${on(best)} open deals (here ${on(rep)})` }
}

function bestOf(rep: Rep, peers: readonly Rep[], value: (peer: Rep) => number): Rep | undefined {
  const isNear = (other: Rep) => Number(other.manager === rep.manager)
  return [...peers].sort((a, b) => isNear(b) - isNear(a) || value(b) - value(a) || compareText(a.name, b.name))[0]
}
