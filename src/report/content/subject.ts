import { list, text, type Said } from '../../language/sentence.ts'
import type { Block, Report } from './document.ts'

/** The title with the news in it, for the subject of a mail: what is to go, and whom to see first. */
export function newsOf({ title, sheets }: Report): Said {
  const [blocks = []] = sheets.map((sheet) => sheet.blocks)
  const news = [...toGo(blocks), ...whoFirst(blocks)]
  return news.length === 0
    ? title
    : { template: 'subject.news', words: '{title}: {news}', slots: { title: list([title]), news: list(news) } }
}

function toGo(blocks: readonly Block[]): readonly Said[] {
  const lines = blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : []))
  const period = lines.find(({ id }) => id === 'period')
  const gap = period?.said.find(({ template }) => template === 'period.goal')?.slots['gap']
  if (period === undefined || gap === undefined) return []
  return [{ template: 'subject.to-go', words: '{gap} to go in {period}', slots: { gap, period: text(period.label) } }]
}

/** The first row that leads to a page is the one with most at stake. */
function whoFirst(blocks: readonly Block[]): readonly Said[] {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  const rep = rows.find(({ kind, sheet }) => kind === 'rep' && sheet !== undefined)?.cells[0]?.slots['name']
  return rep === undefined ? [] : [{ template: 'subject.first', words: '{rep:first} first', slots: { rep } }]
}
