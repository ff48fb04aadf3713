import type { Book } from '../book/book.ts'
import type { Told } from '../config/config-text.ts'
import { plural } from '../ingest/messages.ts'
import type { Exports } from '../records/exports.ts'
import { kindNames } from '../records/fields.ts'
import { padEnd, type Lines } from '../report/text/lines.ts'
import { widthOf } from '../report/text/width.ts'

/** What init has done, for its last screen. */
export interface Answer {
  readonly exports: Exports
  readonly book: Book
  readonly told: Told
  /** The config, as it was named. */
  readonly file: string
  /** The folder of the history, as messages name it; undefined where none is kept. */
  readonly history: string | undefined
  /** What stands behind “pipeline-coach” to name the exports and the config again. */
  readonly again: string
}

const STEPS = 3
/** Columns for the name of a file. */
const MOST_NAME = 34

/** What was recognised, what was written, and what to do next: one screen. */
export function writeAnswer(lines: Lines, answer: Answer): void {
  const { exports, book, file, history } = answer
  const { bold } = lines.paint
  lines.text(bold('Recognised'))
  const room = Math.min(MOST_NAME, Math.max(...exports.inputs.map((input) => widthOf(input.file))))
  for (const { file: name, kind, crmName, rows } of exports.inputs)
    lines.text(`${kindNames[kind]} · ${crmName} · ${rows.used} of ${plural(rows.read, 'row')}`, {
      indent: 2,
      label: `${padEnd(name, room)}  `,
    })
  const count = (state: 'open' | 'won' | 'lost' | 'unknown') => book.deals.filter((deal) => deal.state === state).length
  const unknown = count('unknown') === 0 ? '' : `, ${count('unknown')} nobody knows of`
  lines.text(
    `${plural(book.reps.length, 'rep')}; ${count('open')} deals open, ${count('won')} won, ${count('lost')} lost${unknown}`,
    { indent: 2 },
  )
  lines.blank()
  lines.text(bold('Written'))
  lines.text(`${file}: change it in any editor; docs/config.md says what it can hold`, { indent: 2 })
  if (history !== undefined) lines.text(`Each review is remembered in ${history}`, { indent: 2 })
  lines.blank()
  lines.text(bold('Next'))
  for (const [at, { why, run }] of stepsOf(answer).slice(0, STEPS).entries()) {
    lines.text(why, { indent: 2, label: `${at + 1}  ` })
    lines.text(run, { indent: 5, style: lines.paint.cyan })
  }
}

interface Step {
  readonly why: string
  readonly run: string
}

/** The most useful first. The agenda and the meeting always are among the three. */
function stepsOf({ exports, book, told, file, history, again }: Answer): readonly Step[] {
  const agenda = { why: 'See the agenda:', run: `pipeline-coach ${again}` }
  const meeting = { why: 'Hold the meeting, and write down what is agreed:', run: `pipeline-coach meet ${again}` }
  const mistaken = { why: 'See what was not recognised in the files:', run: `pipeline-coach inspect ${again}` }
  const near = exports.inputs.flatMap(({ suggestions }) => suggestions)[0]
  const hasGoals = told.goal !== undefined || book.reps.some(({ goal }) => goal !== undefined)
  const others: readonly Step[] = [
    ...(near === undefined
      ? []
      : [
          {
            why: `“${near.column}” may be the ${near.field} of the deals. If so, add it to ${file} under columns, or try it:`,
            run: `pipeline-coach ${again} ${near.setting}`,
          },
        ]),
    ...(hasGoals
      ? []
      : [
          {
            why: `Set goals in ${file}, or add an export of them: then each page says how far the goal is. Try it:`,
            run: `pipeline-coach ${again} --set goals.perRep=150000`,
          },
        ]),
    ...(history === undefined
      ? [
          {
            why: 'Remember reviews, so that the next one says what changed:',
            run: `pipeline-coach ${again} --history .pipeline-coach`,
          },
        ]
      : []),
    mistaken,
  ]
  const [most = mistaken] = others
  return [agenda, most, meeting]
}
