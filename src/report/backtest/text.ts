import { type Layout, Lines } from '../text/lines.ts'
import type { BacktestPage } from './sentences.ts'

/** For a terminal or a mail. */
export function backtestText(page: BacktestPage, layout: Layout): string {
  const lines = new Lines(layout)
  const { bold, dim } = lines.paint
  lines.text(page.title.toUpperCase(), { style: bold })
  for (const fact of page.facts) lines.text(fact)
  for (const { title, verdict, said } of page.rules) {
    lines.blank()
    lines.ends(bold(title), verdict)
    lines.text(said, { indent: 2 })
  }
  if (page.placebo !== undefined) {
    lines.blank()
    lines.text(bold(page.placebo.title))
    lines.text(page.placebo.said, { indent: 2 })
  }
  if (page.notReplayed.length > 0) {
    lines.blank()
    lines.text('CANNOT BE REPLAYED', { style: bold })
    for (const { titles, remedy } of page.notReplayed) {
      lines.text(`To look back at these, ${remedy}:`, { indent: 2 })
      lines.text(titles.join(', '), { indent: 4 })
    }
  }
  lines.blank()
  for (const note of page.notes) lines.text(note, { style: dim })
  return lines.toString()
}
