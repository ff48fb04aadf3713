import type { Agenda, RepPage } from '../../agenda/agenda.ts'
import type { DealTalk } from '../../agenda/deals/choose-deals.ts'
import type { Reason } from '../../agenda/deals/reasons.ts'
import { dealName } from '../../agenda/facts/names.ts'
import { namesWithRest } from '../../agenda/page/week-words.ts'
import { say } from '../../agenda/say/say.ts'
import { bookWords } from '../../book/book-words.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { fill, idsIn } from '../../language/fill.ts'
import { count, number, sum, type Said, person } from '../../language/sentence.ts'
import type { Block, DealEntry, Line, LineId, Picture, Sheet } from './document.ts'
import { fits, type Limit } from './fit.ts'
import { causePicture } from './pictures.ts'

/** What a page with something to talk about may take, and one without. */
const LIMITS: Readonly<Record<'cause' | 'none', Limit>> = {
  cause: { lines: 25, words: 250 },
  none: { lines: 15, words: 250 },
}

/** What of a talk is said: all of it, or less where it does not fit. */
interface Parts {
  readonly why: readonly Said[]
  readonly goal: readonly Said[]
  readonly deals: readonly DealTalk[]
  readonly leave: readonly Said[]
  readonly changed: readonly Said[]
  readonly wellDone: readonly Said[]
  readonly help: readonly Said[]
  readonly cleanUp: readonly Said[]
}

/** A rep's page: what fits on it, the least needed left out first. */
export function repSheet(page: RepPage, agenda: Agenda): Sheet {
  const { talk } = page
  const limit = LIMITS[talk.cause === undefined ? 'none' : 'cause']
  const words = bookWords(agenda.book)
  let parts: Parts = { ...talk }
  for (const shorten of SHORTER) {
    const blocks = blocksOf(page, parts, agenda)
    if (fits(blocks, words, limit)) break
    parts = shorten(parts)
  }
  return { kind: 'rep', id: sheetId(page.rep.name), name: page.rep.name, blocks: blocksOf(page, parts, agenda) }
}

/** Where a link leads to. */
export function sheetId(rep: string): string {
  return `rep-${rep.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`
}

const first = <T>(items: readonly T[], most: number) => items.slice(0, most)

/** Step by step, what is needed least. */
const SHORTER: readonly ((parts: Parts) => Parts)[] = [
  (parts) => ({ ...parts, changed: first(parts.changed, 2) }),
  (parts) => ({ ...parts, wellDone: first(parts.wellDone, 1) }),
  (parts) => ({ ...parts, why: first(parts.why, 4) }),
  (parts) => ({ ...parts, changed: first(parts.changed, 1) }),
  (parts) => ({ ...parts, leave: [] }),
  (parts) => ({ ...parts, cleanUp: first(parts.cleanUp, 2) }),
  (parts) => ({ ...parts, why: first(parts.why, 3) }),
  (parts) => ({ ...parts, cleanUp: first(parts.cleanUp, 1) }),
  (parts) => ({ ...parts, help: [] }),
  (parts) => ({ ...parts, goal: first(parts.goal, 1) }),
  (parts) => ({ ...parts, deals: first(parts.deals, 3) }),
  (parts) => ({ ...parts, why: first(parts.why, 2) }),
  (parts) => ({ ...parts, cleanUp: [] }),
  (parts) => ({ ...parts, deals: first(parts.deals, 2) }),
  (parts) => ({ ...parts, why: first(parts.why, 1), wellDone: [] }),
  (parts) => ({ ...parts, changed: [], deals: first(parts.deals, 1) }),
]

function blocksOf(page: RepPage, parts: Parts, agenda: Agenda): readonly Block[] {
  const { talk, rep } = page
  const own = (said: readonly Said[]) => ownOf(said, agenda)
  const line = (id: LineId, label: string, said: readonly Said[], picture?: Picture): readonly Line[] => {
    const shown = own(said)
    return shown.length === 0 ? [] : [{ id, label, said: shown, ...(picture === undefined ? {} : { picture }) }]
  }
  const top = {
    promised: line('promised', 'Promised', first(talk.promised, 2)),
    todo: line('do', 'Do', talk.todo),
    why: line('why', 'Why', parts.why, causePicture(talk, agenda)),
    ask: line('ask', 'Ask', talk.ask === undefined ? [] : [talk.ask]),
    goal: line('goal', agenda.book.period.label, parts.goal),
    wellDone: line('well-done', 'Well done', parts.wellDone),
    help: line('help', 'Help', parts.help),
  }
  const bottom = [
    ...line('leave', 'Leave', parts.leave),
    ...line('kept', 'Kept', first(talk.kept, 3)),
    ...line('changed', 'Changed', parts.changed),
  ]
  const clean = [...unnamed(page, parts, agenda), ...parts.cleanUp]
  const isTalk = talk.cause !== undefined
  // Below a promise that was missed “Nothing” would be wrong.
  const nothingToDo = talk.promised.length > 0 ? [] : top.todo
  const lines = isTalk
    ? [...top.promised, ...top.todo, ...top.why, ...top.ask, ...top.goal]
    : [...top.promised, ...nothingToDo, ...top.wellDone, ...top.ask, ...top.help]
  const rest = [...bottom, ...(isTalk ? [...top.wellDone, ...top.help] : []), ...line('clean-up', 'Clean up', clean)]
  const entries = parts.deals.map((deal) => entryOf(deal, page, agenda))
  return [
    {
      kind: 'head',
      title: say('head.rep', { rep: person(rep.name) }),
      aside: sizeOf(page, agenda),
      facts: own(talk.number),
    },
    { kind: 'lines', lines },
    ...(entries.length === 0 ? [] : [{ kind: 'deals' as const, title: say('deals.title'), entries, rest: undefined }]),
    ...(rest.length === 0 ? [] : [{ kind: 'lines' as const, lines: rest }]),
    {
      kind: 'blanks',
      fields: [
        { label: 'Agreed', hasDay: true },
        { label: 'I will', hasDay: true },
      ],
    },
  ]
}

/** What has to be named or counted on the page, and is not yet: each with why, where that is short. */
function unnamed({ talk, rep }: RepPage, parts: Parts, agenda: Agenda): readonly Said[] {
  const said = [...talk.todo, ...parts.cleanUp, ...parts.leave]
  const named = new Set([...said.flatMap(idsIn), ...parts.deals.map(({ deal }) => deal.id)])
  const dropped = talk.deals.filter(({ deal }) => talk.must.has(deal.id))
  const left = [...talk.rest, ...dropped].filter(({ deal: { id } }) => !named.has(id) && talk.cause?.first?.id !== id)
  if (left.length === 0) return []
  const sorted = left.toSorted((a, b) => byWorth(a.deal, b.deal))
  const why = new Map(sorted.map(({ deal, reasons }) => [deal.id, shortReason(reasons, agenda)]))
  return [
    say('clean.others', {
      deals: namesWithRest(
        sorted.map(({ deal }) => deal),
        rep.open,
        { why },
      ),
    }),
  ]
}

/** Columns of a reason in a list of deals. */
const SHORT = 32

function shortReason(reasons: readonly Reason[], agenda: Agenda): Said | undefined {
  const words = bookWords(agenda.book)
  const told = ownOf(
    reasons.map(({ said }) => said),
    agenda,
  )
  return told.find((reason) => fill(reason, words).length <= SHORT)
}

function byWorth(a: Deal, b: Deal): number {
  return (b.amount ?? 0) - (a.amount ?? 0)
}

/** What may be said to whoever reads it. */
export function ownOf(said: readonly Said[], { audience }: Pick<Agenda, 'audience'>): readonly Said[] {
  if (audience === 'manager') return said
  return said.flatMap((one) => (one.isAboutOthers === true ? [] : [one.alone ?? one]))
}

function sizeOf({ rep, minutes }: RepPage, { audience }: Agenda): Said {
  const open = count(rep.open)
  const isKnown = totalAmount(rep.open) !== undefined
  const worth = sum(rep.open)
  if (audience === 'rep')
    return isKnown ? say('head.rep-size-own', { open, worth }) : say('head.rep-size-own-plain', { open })
  const slots = { open, minutes: number(minutes) }
  return isKnown ? say('head.rep-size', { ...slots, worth }) : say('head.rep-size-plain', slots)
}

function entryOf({ deal, reasons, question }: DealTalk, { rep }: RepPage, agenda: Agenda): DealEntry {
  const { id, amount, foreign, closeDate } = deal
  return {
    id,
    name: dealName(deal, rep.open),
    due: closeDate,
    isOverdue: closeDate !== undefined && closeDate < agenda.book.asOf,
    amount:
      amount !== undefined
        ? sum([{ id, amount }])
        : foreign === undefined
          ? undefined
          : { kind: 'sum', amount: foreign.amount, ids: [id], currency: foreign.currency },
    reasons: onOneLine(
      dealName(deal, rep.open),
      deal,
      ownOf(
        reasons.map(({ said }) => said),
        agenda,
      ),
      agenda,
    ),
    question,
  }
}

/** Columns beside the due date. */
const LINE = 70

/** Of two reasons the first alone, where both do not stand on one line. */
function onOneLine(title: string, { amount }: Deal, reasons: readonly Said[], { book }: Agenda): readonly Said[] {
  const words = bookWords(book)
  const worth = amount === undefined ? '' : `, ${words.money(amount)}`
  const line = `${title}${worth}: ${reasons.map((reason) => fill(reason, words)).join('; ')}`
  return line.length <= LINE ? reasons : reasons.slice(0, 1)
}
