import { fill } from '../../language/fill.ts'
import type { Figure, KeptPage } from '../../history/kept-page.ts'
import type { Words } from '../../language/words.ts'
import { isoDate } from '../../time/plain-date.ts'
import { toJson } from '../json/to-json.ts'
import { Lines, type Layout } from '../text/lines.ts'
import { withExactWidths } from '../text/width.ts'
import { writeTable } from '../text/write-table.ts'
import { csvBehind, recordsBehind, tableBehind } from './behind.ts'
import { textOf } from './find.ts'
import { placeOf } from './which.ts'

export const whyFormats = ['text', 'csv', 'json'] as const

/** A figure that was asked about, and the page it is on. */
export interface Asked {
  readonly asked: string
  readonly figure: Figure
  readonly page: KeptPage
}

/** The deals behind a figure. */
export async function renderWhy(
  { asked, figure, page }: Asked,
  format: (typeof whyFormats)[number],
  words: Words,
  layout: Layout,
): Promise<string> {
  const { deals, asOf } = page
  if (format === 'csv') return csvBehind(figure, deals)
  if (format === 'json')
    return toJson({
      schema: 'pipeline-coach/why@1',
      asOf: isoDate(asOf),
      asked,
      figure: textOf(figure),
      sentence: figure.sentence,
      page: figure.sheet ?? null,
      deals: recordsBehind(figure, deals),
    })
  return withExactWidths(() => {
    const lines = new Lines(layout)
    lines.text(placeOf(figure))
    if (figure.of !== undefined)
      lines.text(
        `${words.count(figure.ids.length, 'deal')} counted, then the other ${figure.of.length - figure.ids.length}.`,
      )
    lines.blank()
    writeTable(tableBehind(figure, deals), lines, (said) => fill(said, words))
    return lines.toString()
  })
}
