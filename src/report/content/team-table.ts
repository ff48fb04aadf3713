import type { Screen } from '../../agenda/team/screen.ts'
import { goalOf } from '../../agenda/team/period-words.ts'
import { oldLimit } from '../../agenda/deals/ages.ts'
import { closedInYear, openedIn } from '../../agenda/facts/closed.ts'
import { newDays } from '../../agenda/facts/days.ts'
import { hasAmounts, wonBefore, wonInPeriod } from '../../agenda/page/number-words.ts'
import { dueInPeriod } from '../../agenda/page/outlook.ts'
import type { Talk } from '../../agenda/page/talk.ts'
import { say } from '../../agenda/say/say.ts'
import type { Book } from '../../book/book.ts'
import { previousPeriod } from '../../book/goals/period.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { count, date, name, rate, share, sum, type Said, person } from '../../language/sentence.ts'
import type { Column, Row, Table } from './document.ts'
import { sheetId } from './rep-sheet.ts'

/** Whose numbers a row has. */
interface Group {
  readonly deals: readonly Deal[]
  readonly open: readonly Deal[]
  readonly goal: { readonly amount: number; readonly gap: number } | undefined
}

interface Measure extends Column {
  readonly of: (group: Group, book: Book) => Said | undefined
}

const money = (amount: number, ids: readonly string[] = []) =>
  say('cell.money', { worth: { kind: 'sum', amount, ids } })

function measures(book: Book, hasGoals: boolean): readonly Measure[] {
  const { label } = book.period
  const hasDue = book.open.some(({ closeDate }) => closeDate !== undefined)
  const column = (id: string, title: string, need: number, of: Measure['of']): Measure => ({
    id,
    title,
    isNumber: true,
    need,
    of,
  })
  const won = column('won', `${label} won`, 9, ({ deals }) =>
    hasAmounts(book)
      ? say('cell.money', { worth: sum(wonInPeriod(deals, book)) })
      : say('cell.count', { n: count(wonInPeriod(deals, book)) }),
  )
  const fresh = column('new', 'New', 6, ({ deals }) =>
    book.knowledge.get('created') === undefined
      ? say('cell.count', { n: count(openedIn(deals, book.asOf, newDays(book))) })
      : undefined,
  )
  const due = column('due', hasGoals ? 'Due' : `Due in ${label}`, 5, ({ open }) =>
    hasGoals
      ? say('cell.money', { worth: sum(dueInPeriod(open, book)) })
      : say('cell.due', { n: count(dueInPeriod(open, book)), worth: sum(dueInPeriod(open, book)) }),
  )
  if (hasGoals)
    return [
      won,
      column('goal', 'Goal', 4, ({ goal }) => (goal === undefined ? undefined : money(goal.amount))),
      column('gap', 'To go', 7, ({ goal }) =>
        goal === undefined ? undefined : goal.gap === 0 ? say('cell.hit') : money(goal.gap),
      ),
      due,
      column('need', 'Need', 3, ({ goal, open }) => {
        const worth = sum(dueInPeriod(open, book))
        return goal === undefined || goal.gap === 0 || worth.amount === 0
          ? undefined
          : say('cell.need', { need: share(goal.gap, worth.amount, worth.ids) })
      }),
      fresh,
      column('wins', 'Win', 2, ({ deals }) => rateOf(deals, book, 'cell.rate')),
    ]
  const change = column('change', `${previousPeriod(book.period).label}→${label}`, 5, ({ deals }) =>
    changeOf(deals, book),
  )
  // Where most reps won nothing in the period before, the column says nothing.
  const known = book.reps.filter(({ deals }) => changeOf(deals, book) !== undefined)
  return [
    won,
    ...(known.length * 2 > book.reps.length ? [change] : []),
    column('wins', '12 months', 3, ({ deals }) => rateOf(deals, book, 'cell.of')),
    ...(hasDue ? [due] : [column('old', 'Too old', 4, ({ open }) => oldOf(open, book))]),
    fresh,
  ]
}

function rateOf(deals: readonly Deal[], book: Book, id: 'cell.rate' | 'cell.of'): Said | undefined {
  const { won, closed } = closedInYear(deals, book.asOf)
  return closed.length === 0 ? undefined : say(id, { rate: rate(won, closed) })
}

/** Won against the same days of the period before. */
function changeOf(deals: readonly Deal[], book: Book): Said | undefined {
  const [now, before] = [sum(wonInPeriod(deals, book)), sum(wonBefore(deals, book))]
  if (before.amount === 0) return undefined
  const by = now.amount - before.amount
  return say(by < 0 ? 'cell.change-down' : 'cell.change-up', { share: share(Math.abs(by), before.amount) })
}

function oldOf(open: readonly Deal[], book: Book): Said | undefined {
  const limit = oldLimit(book)
  return limit === undefined ? undefined : say('cell.count', { n: count(open.filter(({ age }) => (age ?? 0) > limit)) })
}

const NAMES: Column = { id: 'rep', title: '', isNumber: false, need: 10 }
const TALK: Column = { id: 'talk', title: 'Talk about', isNumber: false, need: 8 }

function groupOf({ rep }: Talk): Group {
  return {
    deals: rep.deals,
    open: rep.open,
    goal: rep.goal?.gap === undefined ? undefined : { amount: rep.goal.amount, gap: rep.goal.gap },
  }
}

function groupOfAll(talks: readonly Talk[]): Group {
  return {
    deals: talks.flatMap(({ rep }) => rep.deals),
    open: talks.flatMap(({ rep }) => rep.open),
    goal: goalOf(talks.map(({ rep }) => rep)),
  }
}

/** A row a rep, the deals of nobody, and the team. */
export function repsTable(screen: Screen, unassigned: readonly Deal[], book: Book): Table {
  const hasGoals = screen.talks.some(({ rep }) => rep.goal !== undefined)
  const columns = measures(book, hasGoals)
  const rows: Row[] = screen.talks.map((talk) => repRow(talk, columns, book))
  const nobody: Group = { deals: unassigned, open: unassigned, goal: undefined }
  const isTop = screen.manager.isTop
  return {
    kind: 'table',
    id: 'reps',
    columns: [NAMES, ...columns, TALK],
    rows: [
      ...rows,
      ...(unassigned.length === 0
        ? []
        : [
            {
              kind: 'nobody' as const,
              cells: [
                say('cell.nobody'),
                ...columns.map(({ id, of }) => (EMPTY_OF_NOBODY.has(id) ? undefined : of(nobody, book))),
                say('cell.who-takes'),
              ],
            },
          ]),
      totalRow(
        { ...groupOfAll(screen.talks), ...(isTop ? { deals: book.deals, open: book.open } : {}) },
        columns,
        book,
        'cell.team',
      ),
    ],
    notes: [
      say(hasGoals ? 'note.columns-goal' : 'note.columns', {
        to: date(book.period.to),
        weeks: { kind: 'number', value: newDays(book) / 7 },
      }),
    ],
  }
}

/** Of deals that nobody has, nothing was won or lost by anybody. */
const EMPTY_OF_NOBODY: ReadonlySet<string> = new Set(['won', 'wins', 'change'])

function repRow(talk: Talk, columns: readonly Measure[], book: Book, label: Said = talk.label): Row {
  const group = groupOf(talk)
  const { goal } = talk.rep
  return {
    kind: 'rep',
    cells: [say('cell.name', { name: person(talk.rep.name) }), ...columns.map(({ of }) => of(group, book)), label],
    sheet: sheetId(talk.rep.name),
    ...(goal?.won === undefined || goal.amount === 0 ? {} : { reached: goal.won / goal.amount }),
    ...(talk.cause?.topic === 'winning' ? { tone: 'bad' as const } : goal?.gap === 0 ? { tone: 'good' as const } : {}),
  }
}

function totalRow(group: Group, columns: readonly Measure[], book: Book, label: 'cell.team' | 'cell.all'): Row {
  const { goal } = group
  const cells = columns.map(({ id, of }) => (TOTALS.has(id) ? inTotals(of(group, book)) : of(group, book)))
  return {
    kind: 'total',
    cells: [say(label), ...cells, say('cell.text', { text: { kind: 'text', text: '' } })],
    ...(goal === undefined || goal.amount === 0 ? {} : { reached: (goal.amount - goal.gap) / goal.amount }),
  }
}

const TOTALS: ReadonlySet<string> = new Set(['won', 'goal', 'gap', 'due'])

/** The team’s sums have two digits after the mark. */
function inTotals(said: Said | undefined): Said | undefined {
  return said?.template === 'cell.money' ? say('cell.total', said.slots) : said
}

const SEE_FIRST = 5
const THANK = 3
/** From more reps than this the team is a row a manager, and only some have a page. */
export const MANY_REPS = 12

/** Whose page is printed where the team is large: those to see first, and those to thank. */
export function chosenTalks(
  { talks }: Pick<Screen, 'talks'>,
  book: Book,
): { seeFirst: readonly Talk[]; thank: readonly Talk[] } {
  const seeFirst = talks.filter(({ cause }) => cause !== undefined).slice(0, SEE_FIRST)
  const worth = ({ rep }: Talk) => sum(wonInPeriod(rep.deals, book)).amount - sum(wonBefore(rep.deals, book)).amount
  const thank = talks
    .filter((talk) => talk.cause === undefined && worth(talk) > 0)
    .toSorted((a, b) => worth(b) - worth(a))
  return { seeFirst, thank: thank.slice(0, THANK) }
}

/** A row a manager, then those to see first and those to thank. */
export function largeTables(screen: Screen, book: Book): readonly Table[] {
  const hasGoals = screen.talks.some(({ rep }) => rep.goal !== undefined)
  const columns = measures(book, hasGoals)
  const { seeFirst, thank } = chosenTalks(screen, book)
  const others = screen.talks.length - seeFirst.length - thank.length
  const teams: Table[] =
    screen.teams.length < 2
      ? []
      : [
          {
            kind: 'table',
            id: 'teams',
            columns: [NAMES, { id: 'reps', title: 'Reps', isNumber: true, need: 1 }, ...columns],
            rows: [
              ...screen.teams.map(({ name: team, talks }): Row => ({
                kind: 'team',
                cells: [
                  say('cell.name', { name: name(team) }),
                  say('cell.count', { n: { kind: 'number', value: talks.length } }),
                  ...columns.map(({ of }) => of(groupOfAll(talks), book)),
                ],
              })),
              {
                kind: 'total',
                cells: [
                  say('cell.all'),
                  say('cell.count', { n: { kind: 'number', value: screen.talks.length } }),
                  ...columns.map(({ of }) =>
                    inTotals(of({ ...groupOfAll(screen.talks), deals: book.deals, open: book.open }, book)),
                  ),
                ],
              },
            ],
            notes: [],
          },
        ]
  const shown = columns.filter(({ id }) => ['won', 'change', 'gap', 'need'].includes(id))
  return [
    ...teams,
    {
      kind: 'table',
      id: 'see-first',
      title: say('title.see-first'),
      columns: [NAMES, ...shown, TALK],
      rows: [
        ...seeFirst.map((talk) => repRow(talk, shown, book, talk.headline ?? talk.label)),
        ...(thank.length === 0 ? [] : [{ kind: 'title' as const, cells: [say('title.thank')] }]),
        ...thank.map((talk) => repRow(talk, shown, book, talk.headline ?? talk.label)),
      ],
      notes: others <= 0 ? [] : [say('note.the-rest', { n: { kind: 'number', value: others } })],
    },
  ]
}

/** Everybody in one table, for the end of a large report. */
export function allReps(screen: Screen, book: Book): Table {
  const columns = measures(
    book,
    screen.talks.some(({ rep }) => rep.goal !== undefined),
  )
  return {
    kind: 'table',
    id: 'all-reps',
    title: say('title.all-reps', { n: { kind: 'number', value: screen.talks.length } }),
    columns: [NAMES, ...columns, TALK],
    rows: screen.talks.map((talk) => repRow(talk, columns, book)),
    notes: [],
  }
}
