import type { Agenda, RepPage } from '../../agenda/agenda.ts'
import { allReasons } from '../../agenda/deals/all-reasons.ts'
import { oldLimit, usualWin } from '../../agenda/deals/ages.ts'
import { dealName } from '../../agenda/facts/names.ts'
import { stageSlot } from '../../agenda/facts/stages.ts'
import { say } from '../../agenda/say/say.ts'
import { stageKey } from '../../book/deals/stage-story.ts'
import { measureStageOutcomes } from '../../book/team/stage-outcomes.ts'
import { bookWords } from '../../book/book-words.ts'
import { enabling } from '../../engine/finding.ts'
import { count, date, name, number, person, sum, text, type Said } from '../../language/sentence.ts'
import { fillAll } from '../../language/fill.ts'
import { groupBy } from '../../kit/collections.ts'
import type { Block, Column, Fold, Row, Table } from './document.ts'

/** Behind the pages: all that was seen and found, week by week and stage by stage, and how figures are counted. */
export function composeAppendix(agenda: Agenda): readonly Fold[] {
  const { pages, audience } = agenda
  if (audience === 'rep') return []
  const shown = pages.filter(({ isBlank }) => !isBlank)
  return [
    ...fold(say('full.found'), found(agenda)),
    ...shown.flatMap((page) => fold(say('full.deals', { rep: person(page.rep.name) }), seen(page, agenda))),
    ...fold(say('full.weeks'), weeks(shown, agenda)),
    ...fold(say('full.stages'), stages(agenda)),
    ...fold(say('full.takes'), takes(shown)),
    ...fold(say('full.counted'), counted(agenda)),
    ...fold(say('full.not-checked'), unchecked(agenda)),
  ]
}

function fold(title: Said, blocks: readonly Block[]): readonly Fold[] {
  return blocks.length === 0 ? [] : [{ kind: 'fold', title, blocks }]
}

function sentences(items: readonly (readonly Said[])[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'sentences', title: undefined, items }]
}

/** Every insight, the team's first; what is said of the team and of a rep alike stands once. */
function found({ insights, book }: Agenda): readonly Block[] {
  const words = bookWords(book)
  const told = new Map(insights.map((one) => [fillAll(one.said.text, words), one]))
  return sentences(
    [...told].map(([filled, { rep, said }]) => [
      ...(rep === null || filled.startsWith(rep.split(' ')[0] ?? rep)
        ? []
        : [say('full.found-rep', { rep: person(rep) })]),
      ...said.text,
      ...(said.caveat === undefined ? [] : [said.caveat]),
    ]),
  )
}

/** Of one rep so many, the first to be due: a list that nobody reads to the end helps nobody. */
const MOST_DEALS = 60

function seen({ rep }: RepPage, agenda: Agenda): readonly Block[] {
  const told = allReasons(rep, agenda)
  const shown = told.slice(0, MOST_DEALS)
  const ids = new Set(shown.map(({ deal }) => deal.id))
  const left = rep.open.filter(({ id }) => !ids.has(id))
  if (shown.length === 0) return []
  const slots = { n: count(left), worth: sum(left) }
  return [
    {
      kind: 'deals',
      title: say('full.deals-by-due'),
      entries: shown.map(({ deal, reasons }) => ({
        id: deal.id,
        name: dealName(deal, rep.open),
        due: deal.closeDate,
        isOverdue: deal.closeDate !== undefined && deal.closeDate < agenda.book.asOf,
        amount: deal.amount === undefined ? undefined : sum([deal]),
        reasons: reasons.map(({ said }) => said),
        question: undefined,
      })),
      rest: left.length === 0 ? undefined : say(restOf(told.length > MOST_DEALS, slots.worth.amount), slots),
    },
  ]
}

function restOf(isCut: boolean, worth: number) {
  if (isCut) return 'full.deals-later'
  return worth === 0 ? 'full.deals-rest-plain' : 'full.deals-rest'
}

const WEEKS = 12

/** What each rep opened and won in each of the last twelve weeks. */
function weeks(pages: readonly RepPage[], { book }: Agenda): readonly Block[] {
  if (pages.length === 0 || book.knowledge.get('created') !== undefined) return []
  const rows = pages.map(({ rep }): Row => {
    const won = Array.from({ length: WEEKS }, () => 0)
    for (const { state, closedOn } of rep.deals) {
      const week = state === 'won' && closedOn !== undefined ? book.calendar.weekOf(closedOn) : undefined
      if (week !== undefined && week < WEEKS) won[week] = (won[week] ?? 0) + 1
    }
    const opened = rep.creation.newBusinessByWeek.slice(0, WEEKS)
    return { kind: 'rep', cells: [say('cell.name', { name: person(rep.name) }), series(opened), series(won)] }
  })
  return [table([first('Rep'), column('new', 'New'), column('won', 'Won')], rows)]
}

function series(byWeek: readonly number[]): Said {
  return say('full.cells', { cells: text(byWeek.toReversed().join(' ')) })
}

/** More are no way through a sale. */
const MOST_STAGES = 30

/** Open deals of each stage, how often closed deals that had been there were won, and how long wins stayed. */
function stages({ book }: Agenda): readonly Block[] {
  if (!book.stages.isGiven) return []
  const outcomes = measureStageOutcomes(book.deals)
  const byStage = groupBy(book.open, ({ stage = '' }) => stageKey(stage))
  const rows = book.stages.names.slice(0, MOST_STAGES).map((stage): Row => {
    const open = byStage.get(stageKey(stage)) ?? []
    const ended = outcomes.byStage.get(stageKey(stage))
    const days = book.norms.stageDays.get(stageKey(stage))?.days
    return {
      kind: 'team',
      cells: [
        say('cell.name', { name: name(stageSlot(stage).text) }),
        say('cell.count', { n: count(open) }),
        say('cell.money', { worth: sum(open) }),
        ended === undefined ? undefined : say('full.cells', { cells: text(`${ended.won} of ${ended.closed}`) }),
        days === undefined ? undefined : say('cell.count', { n: number(Math.round(days)) }),
      ],
    }
  })
  const columns = [
    first('Stage'),
    column('open', 'Open'),
    column('worth', 'Worth'),
    column('won', 'Won of closed'),
    column('days', 'Days in wins'),
  ]
  return [table(columns, rows)]
}

/** What new deals each goal takes, and no number that is out of the question. */
function takes(pages: readonly RepPage[]): readonly Block[] {
  return sentences(
    pages.flatMap(({ rep, takes: line }): (readonly Said[])[] => {
      if (line === undefined || line.gap === null || line.gap === 0) return []
      const slots = { rep: person(rep.name), gap: money(line.gap), period: text(line.period) }
      const { expected, newOpportunities, perWeek, closesIn } = line
      const isPossible = perWeek !== null && perWeek <= 2 * bestPace(rep.creation.newBusinessByWeek)
      return [
        [
          expected === null
            ? say('full.takes-rep-plain', slots)
            : say('full.takes-rep', { ...slots, expected: money(expected) }),
          ...(newOpportunities === null || newOpportunities === 0 || closesIn === null || !isPossible
            ? []
            : [
                say('full.takes-new', {
                  period: text(closesIn),
                  n: number(newOpportunities),
                  pace: text(String(perWeek)),
                }),
              ]),
        ],
      ]
    }),
  )
}

function money(amount: number) {
  return { kind: 'sum' as const, amount, ids: [] }
}

const PACE_WEEKS = 4

/** The most new deals a week over four weeks. */
function bestPace(byWeek: readonly number[]): number {
  const sums = byWeek.map((_, at) =>
    at + PACE_WEEKS > byWeek.length ? 0 : byWeek.slice(at, at + PACE_WEEKS).reduce((all, one) => all + one, 0),
  )
  return Math.max(0, ...sums) / PACE_WEEKS
}

function counted({ book }: Agenda): readonly Block[] {
  const { period, asOf, norms } = book
  const [usual, old] = [usualWin(book), oldLimit(book)]
  return sentences([
    [say('full.counted-won', { period: text(period.label), day: date(asOf) }), say('full.counted-win')],
    [say('full.counted-new'), say('full.counted-due', { to: date(period.to) })],
    [
      usual === undefined || old === undefined
        ? say('full.counted-few', { wins: number(norms.wins) })
        : say('full.counted-cycle', {
            usual: number(Math.round(usual)),
            wins: number(norms.wins),
            old: number(Math.round(old)),
          }),
    ],
    [say('full.counted-chance')],
  ])
}

function unchecked({ notChecked }: Agenda): readonly Block[] {
  return sentences(
    notChecked.map((entry) => [
      say('full.not-checked-rule', { title: text(entry.title), what: text(enabling(entry)) }),
    ]),
  )
}

function table(columns: readonly Column[], rows: readonly Row[]): Table {
  return { kind: 'table', id: 'appendix', columns, rows, notes: [] }
}

function first(title: string): Column {
  return { id: 'first', title, isNumber: false, need: 10 }
}

function column(id: string, title: string): Column {
  return { id, title, isNumber: true, need: 5 }
}
