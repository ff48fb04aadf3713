import { say } from '../../agenda/say/say.ts'
import type { Book } from '../../book/book.ts'
import { date, text, type Said } from '../../language/sentence.ts'
import type { Sheet } from './document.ts'
import { halfPage } from './half-page.ts'

/** Instead of all pages, where the export ends before the day that was asked for: what to do about it. */
export function noticeSheet(book: Book): Sheet | undefined {
  const half = halfPage(book)
  if (half === undefined) return undefined
  const told = (words: string): Said => say('notice.text', { text: text(words) })
  const { head, isNumber, rows } = half.table
  return {
    kind: 'notice',
    id: 'notice',
    name: undefined,
    blocks: [
      {
        kind: 'head',
        title: say('title.review'),
        aside: say('head.on', { day: date(book.data.old?.asked ?? book.asOf) }),
        facts: [],
      },
      { kind: 'sentences', title: told(half.lead), items: [] },
      {
        kind: 'table',
        id: 'appendix',
        columns: head.map((title, at) => ({ id: String(at), title, isNumber: isNumber[at] === true, need: 9 - at })),
        rows: rows.map((cells) => ({ kind: 'team', cells: cells.map(told) })),
        notes: [],
      },
      { kind: 'sentences', title: undefined, items: [[told(half.because)]] },
      { kind: 'sentences', title: say('title.before-meeting'), items: [] },
      { kind: 'points', points: half.todo.map((words) => ({ said: [told(words)] })) },
      { kind: 'sentences', title: told(half.stood.title.toUpperCase()), items: [half.stood.lines.map(told)] },
    ],
  }
}
