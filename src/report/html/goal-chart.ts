import type { ManagerPage } from '../../agenda/agenda.ts'
import type { GoalLine } from '../../agenda/page/goal-line.ts'
import type { Words } from '../../language/words.ts'
import { at, CHART_WIDTH, figure, picture, shownName, textWidth } from './chart.ts'
import { html, type Html } from './markup.ts'

const BAR = { y: 24, height: 26 } as const
const HEIGHT = 74
const FONT = 12

/** What is won, what is expected of open deals, what is not covered; undefined where nothing is known won. */
export function goalChart(id: string, takes: GoalLine | undefined, share: number, words: Words): Html | undefined {
  if (takes === undefined || takes.won === null) return undefined
  const { goal, won, period } = takes
  const expected = takes.expected ?? 0
  const missing = takes.missing ?? Math.max(0, goal - won - expected)
  const end = Math.max(goal, won + expected + missing)
  const x = (amount: number) => (Math.max(0, amount) / end) * CHART_WIDTH
  const parts = [
    { kind: 'won', from: 0, to: won, name: 'won', amount: won },
    { kind: 'expected', from: won, to: won + expected, name: 'expected of open deals', amount: expected },
    { kind: 'missing', from: won + expected, to: won + expected + missing, name: 'not covered', amount: missing },
  ].filter(({ amount }) => amount > 0)
  const due = share * goal
  const drawn = parts.map(
    ({ kind, from, to }) =>
      html`<rect
        class="${kind}"
        x="${at(x(from))}"
        y="${BAR.y}"
        width="${at(Math.max(1, x(to) - x(from) - 1))}"
        height="${BAR.height}"
      />`,
  )
  const marks = html`<line
      class="goal-mark"
      x1="${at(x(goal))}"
      x2="${at(x(goal))}"
      y1="${BAR.y - 5}"
      y2="${BAR.y + BAR.height + 5}"
    /><line class="mark" x1="${at(x(due))}" x2="${at(x(due))}" y1="${BAR.y - 2}" y2="${BAR.y + BAR.height + 8}" />`
  const labels = [
    centred(`goal ${words.money(goal)}`, x(goal), BAR.y - 10, 'label ink'),
    centred(`due by now ${words.money(due)}`, x(due), BAR.y + BAR.height + 20, 'label'),
  ]
  const description = `${words.money(goal)} is the goal for ${period}. ${parts.map(({ name, amount }) => `${words.money(amount)} ${name}`).join(', ')}. By now ${words.money(due)} is due.`
  return figure(
    `${period} goal and what it takes`,
    picture(id, { title: `${period} goal and what it takes`, description }, { width: CHART_WIDTH, height: HEIGHT }, [
      ...drawn,
      marks,
      ...labels,
    ]),
    html`${parts.map(({ kind, name, amount }) => html`<span class="item"><span class="key ${kind}-key"></span> ${words.money(amount)} ${name}</span> `)}`,
  )
}

const ROW = 24
const ROWS_SHOWN = 14
const NAME = 112
const TOP = 20
/** Shares of a goal beyond this would leave no room for those of everybody else: they are cut, with their number. */
const MOST = 3
/** From the end of a cut bar to its number. */
const BESIDE = 6

interface Row {
  readonly name: string
  readonly won: number
  readonly expected: number
  readonly missing: number
}

/** The same for each rep of a team, as a share of their own goal; undefined where nobody has one. */
export function goalsChart(id: string, { reps, takes }: ManagerPage, share: number, words: Words): Html | undefined {
  const rows = reps.flatMap(({ rep, takes: own }): Row[] =>
    own === undefined || own.won === null ? [] : [{ name: rep.name, ...sharesOf(own) }],
  )
  if (takes === undefined || rows.length === 0) return undefined
  const shown = rows.slice(0, ROWS_SHOWN)
  const names = rows.map(({ name }) => name)
  const cut = shown.filter((row) => lengthOf(row) > MOST)
  const room = Math.max(0, ...cut.map((row) => textWidth(words.percent(lengthOf(row)), FONT) + BESIDE))
  const end = Math.min(MOST, Math.max(1, share, ...shown.map(lengthOf)))
  const x = (of: number) => NAME + (Math.min(of, end) / end) * (CHART_WIDTH - NAME - room)
  const floor = TOP + shown.length * ROW
  const drawn = shown.map((row, index) => goalsRow(row, TOP + index * ROW, x, { names, words }))
  const marks = html`<line class="goal-mark" x1="${at(x(1))}" x2="${at(x(1))}" y1="18" y2="${floor}" /><line
      class="mark"
      x1="${at(x(share))}"
      x2="${at(x(share))}"
      y1="18"
      y2="${floor + 2}"
    />${centred('goal', x(1), 12, 'label ink')}${centred('due by now', x(share), floor + 15, 'label')}`
  const description = rows
    .map(
      ({ name, won, expected }) =>
        `${name}: ${words.percent(won)} won, ${words.percent(expected)} expected of open deals.`,
    )
    .join(' ')
  const title = `${takes.period} goals and what they take`
  return figure(
    title,
    picture(id, { title, description }, { width: CHART_WIDTH, height: floor + 20 }, [...drawn, marks]),
    html`<span class="item"><span class="key won-key"></span> won</span>
      <span class="item"><span class="key expected-key"></span> expected of open deals</span>
      <span class="item"><span class="key missing-key"></span> not covered</span
      >${cut.length > 0 ? html` <span class="item">A bar with a gap is cut: beside it is how far it goes.</span>` : undefined}${rows.length > shown.length ? html` <span class="item">${words.count(rows.length - shown.length, 'more rep')} on the pages below.</span>` : undefined}`,
  )
}

function lengthOf({ won, expected, missing }: Row): number {
  return won + expected + missing
}

function goalsRow(
  row: Row,
  y: number,
  x: (of: number) => number,
  { names, words }: { readonly names: readonly string[]; readonly words: Words },
): Html {
  const { name, won, expected } = row
  const part = (kind: string, from: number, to: number) =>
    to - from < 0.004 || from >= MOST
      ? undefined
      : html`<rect
          class="${kind}"
          x="${at(x(from))}"
          y="${y + 4}"
          width="${at(Math.max(1, x(to) - x(from) - 1))}"
          height="${ROW - 9}"
        />`
  const gap = x(MOST) - 14
  const beyond =
    lengthOf(row) <= MOST
      ? undefined
      : html`<path class="gap" d="M${at(gap)} ${y + ROW - 4}L${at(gap + 6)} ${y + 3}" /><text
            class="label ink"
            x="${at(x(MOST) + BESIDE)}"
            y="${y + 16}"
            >${words.percent(lengthOf(row))}</text
          >`
  return html`<text class="label ink" x="0" y="${y + 16}">${shownName(name, names, FONT, NAME - 8)}</text
    >${part('won', 0, won)}${part('expected', won, won + expected)}${part('missing', won + expected, lengthOf(row))}${beyond}`
}

function sharesOf({ goal, won, expected, missing }: GoalLine) {
  const part = (amount: number | null) => Math.max(0, (amount ?? 0) / goal)
  return { won: part(won), expected: part(expected), missing: part(missing) }
}

/** A label above or under its mark, kept inside the picture. */
function centred(text: string, x: number, y: number, className: string): Html {
  const half = textWidth(text, FONT) / 2
  const middle = Math.min(Math.max(x, half), CHART_WIDTH - half)
  return html`<text class="${className}" x="${at(middle)}" y="${y}" text-anchor="middle">${text}</text>`
}
