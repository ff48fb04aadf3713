import { select } from '../agenda/select.ts'
import { bookWords } from '../book/book-words.ts'
import { bookSettings } from '../config/settings.ts'
import type { KeptPage } from '../history/kept-page.ts'
import { whoIsMeant } from '../language/who-is-meant.ts'
import { wordsFor, type Words } from '../language/words.ts'
import { composeReport } from '../report/content/compose-report.ts'
import { keptPage } from '../report/figures/keep.ts'
import { renderWhy, type whyFormats } from '../report/figures/why.ts'
import { whichFigure } from '../report/figures/which.ts'
import { openConfig } from '../review/config-search.ts'
import { checkExport } from '../review/check-export.ts'
import { colorLevel, displayWidth } from '../review/display.ts'
import { kindFlags, type DisplayFlags, type HistoryFlags, type ReadFlags, type ReviewFlags } from '../review/flags.ts'
import { openExports, reviewDay } from '../review/open-exports.ts'
import { openHistory } from '../review/open-history.ts'
import { recall } from '../review/recall.ts'
import { wholeReview } from '../review/whole-review.ts'
import { reckoningAloud } from '../review/progress.ts'
import { type Io, writeOut } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { Chalk } from 'chalk'

/** The flags of `why`. */
export interface WhyFlags
  extends ReadFlags, DisplayFlags, HistoryFlags, Pick<ReviewFlags, 'previous' | 'rep' | 'currency'> {
  readonly format: (typeof whyFormats)[number]
}

/** `why TEXT`: lists the deals behind a figure of the page of the exports, or without any of the last review's. */
export async function why(asked: string, paths: readonly string[], flags: WhyFlags, io: Io): Promise<number> {
  const hasExports = paths.length > 0 || kindFlags.some(([flag]) => flags[flag].length > 0)
  const { page, words } = await (hasExports ? pageOf(paths, flags, io) : lastPage(flags, io))
  const sheets = page.figures.flatMap(({ sheet }) => sheet ?? [])
  const reps = flags.rep.map((name) => whoIsMeant(name, { what: 'rep', names: sheets, where: ' on this page' }))
  const figures = page.figures.filter(({ sheet }) => isOnPage(sheet, reps))
  const figure = whichFigure(figures, asked)
  const layout = {
    width: displayWidth(flags, io.stdout, io.env),
    paint: new Chalk({ level: colorLevel(flags.color, io.stdout, io.env) }),
  }
  await writeOut(io.stdout, await renderWhy({ asked, figure, page }, flags.format, words, layout))
  return 0
}

function isOnPage(sheet: string | undefined, reps: readonly string[]): boolean {
  return reps.length === 0 || (sheet !== undefined && reps.includes(sheet))
}

interface Opened {
  readonly page: KeptPage
  readonly words: Words
}

/** The page that a review of these exports would have. */
async function pageOf(paths: readonly string[], flags: WhyFlags, io: Io): Promise<Opened> {
  const loaded = await openConfig(flags, io)
  const { config, rules } = loaded
  const history = await openHistory(flags, loaded, io)
  const exports = await openExports(paths, flags, config, io)
  const { deals } = exports
  const checked = await reckoningAloud({ what: 'checking', deals }, flags, io, () =>
    checkExport(exports, config, flags, reviewDay(flags, config, io)),
  )
  const { past } = await recall(history, { flags, config, rules, asOf: checked.asOf }, io)
  return reckoningAloud({ what: 'judging', deals }, flags, io, () => {
    const { agenda } = wholeReview(checked, past, loaded, flags)
    const shown = select(agenda, { reps: flags.rep, managers: [], teams: [], audience: 'manager' })
    const words = bookWords(shown.book)
    return { page: keptPage(composeReport(shown), shown.book, words), words }
  })
}

/** The page of the newest review that the history has. */
async function lastPage(flags: WhyFlags, io: Io): Promise<Opened> {
  const loaded = await openConfig(flags, io)
  const history = await openHistory(flags, loaded, io)
  const page = await history?.page()
  if (page === undefined)
    throw new Problem(
      history === undefined ? 'there is no page to look at' : `no page is kept yet in ${history.shown}`,
      { hint: 'name the exports of the review: pipeline-coach why "98 of 282" exports/' },
    )
  const { notation } = bookSettings(loaded.config, flags)
  return { page, words: wordsFor(page.asOf, page.currency, { notation }) }
}
