import type { DataFinding, EntryEnd, EntryKind, OldExport, Unreliable } from '../../book/checks/data-check.ts'
import type { Book } from '../../book/book.ts'
import { stateQuestion } from '../../book/states/state-question.ts'
import type { Words } from '../../language/words.ts'

/** Something about the files that has to be read before anything else. */
export interface DataLine {
  readonly id: string
  readonly text: string
}

/** What is wrong with the files, and so what nobody is judged on. */
export function dataLines(book: Book, words: Words): readonly DataLine[] {
  return [
    ...book.data.findings.map((finding) => ({ id: finding.id, text: textOf(finding, words) })),
    ...stateQuestion(book, words).map((text) => ({ id: 'states-unclear', text })),
    ...amountsTold(book, words).map((text) => ({ id: 'amounts', text })),
  ]
}

/** Amounts that are not what the deal's own column says. */
function amountsTold({ open, reading, currency }: Book, words: Words): string[] {
  const column = reading.columns.get('convertedAmount')
  const listed = isAllListed(open) ? 0 : open.filter(({ isListPrice }) => isListPrice).length
  const say = listed === 1 ? 'has no amount of its own and stands' : 'have no amount of their own and stand'
  return [
    ...(column === undefined
      ? []
      : [`Sums are of “${column}”: the export’s own conversion${currency === undefined ? '' : ` to ${currency}`}.`]),
    ...(listed === 0 ? [] : [`${words.count(listed, 'open deal')} ${say} at list price.`]),
  ]
}

/** No open deal has an amount of its own, and their products have prices. */
export function isAllListed(open: Book['open']): boolean {
  return (
    open.some(({ isListPrice }) => isListPrice) &&
    open.every(({ amount, isListPrice }) => isListPrice || amount === undefined)
  )
}

/** The columns that are filled and tell nothing: a line each. */
export function unreliableLines({ data }: Pick<Book, 'data'>, words: Words): readonly DataLine[] {
  return data.unreliable.map((one) => ({ id: `${one.field}:${one.why}`, text: `“${one.column}”: ${why(one, words)}.` }))
}

function textOf(finding: DataFinding, words: Words): string {
  switch (finding.id) {
    case 'old-export':
      return oldExport(finding.old, words)
    case 'newest-entry':
      return `The newest entry in this export is of ${words.weekday(finding.day)}, ${words.count(finding.gap, 'day')} ago. Is it an old export, or was everybody away?`
    case 'creation-ended':
      return creationEnded(finding.end, words)
    case 'outcomes-missing':
      return `${MISSING[finding.missing]}${finding.missing === 'open' ? '' : ' Export those deals too, or check the report’s filter.'}`
    case 'nothing-joins':
      return (
        `${finding.file} is not used: hardly any of its ${words.count(finding.rows, 'row')} finds a deal. ` +
        `It calls deals “${finding.theirs}”; the list of deals has “${finding.ours}”.`
      )
    case 'kinds-contradict':
      return `Names and pipelines contradict each other: ${finding.deals} of ${words.count(finding.of, 'deal')} in a renewal pipeline are called new business. So renewals are not split off.`
    case 'same-data':
      return `Same data as in the review of ${words.weekday(finding.as)}: no deal differs. Is it last week’s file? Nothing is counted as standing longer.`
    case 'handover':
      return `Handover: ${words.count(finding.deals, 'open deal')} that ${finding.from} opened ${finding.deals === 1 ? 'is' : 'are'} ${finding.to}’s now. Who opened a deal gets the credit for it.`
  }
}

const MISSING = {
  lost: 'This export has no lost deals, so win rates can’t be calculated. Many CRMs archive lost deals.',
  won: 'This export has no won deals, so win rates can’t be calculated.',
  closed: 'This export has no won or lost deals, so win rates can’t be calculated.',
  open:
    'This export has no open deals: every deal in it is closed. So nothing is said about new deals or the pipeline. ' +
    'Export the open deals too, or check the report’s filter.',
} as const

/** Line one of the review of an old export. */
export function oldExport({ lastGoodDay, asked, isAskedFor, isShort }: OldExport, words: Words): string {
  const ends = `This export ends on ${words.weekday(lastGoodDay)}`
  const away = isShort ? ' Or was everybody away since?' : ''
  return isAskedFor
    ? `${ends}. It cannot be reviewed as of ${words.weekday(asked)}.${away}`
    : `${ends}; this is the review as of that day. Export again for a review as of ${words.weekday(asked)}.${away}`
}

function creationEnded({ newest, gap, longestGap }: EntryEnd, words: Words): string {
  return (
    `Nobody has opened a deal since ${words.weekday(newest)}: ${words.count(gap, 'day')}, where the longest gap before was ` +
    `${words.count(longestGap, 'day')}. Work on open deals goes on. What changed?`
  )
}

/** What one kind of entry is called. */
export const entryNames: Readonly<Record<EntryKind, string>> = {
  created: 'A deal opened',
  closed: 'A deal closed',
  activity: 'An activity logged',
  change: 'A deal changed',
}

function why({ why: reason, count, of, sample }: Unreliable, words: Words): string {
  const share = `${words.number(count)} of ${words.count(of, 'deal')}`
  switch (reason) {
    case 'follows-close-date':
      return 'it follows the close date, and says nothing of its own'
    case 'repeats-product':
      return `it repeats the product (“${sample}”) on ${share}`
    case 'same-text':
      return `the same few texts (“${sample}”) stand on ${share}`
    case 'months-ahead':
      return `months ahead (${words.date(sample ?? '')}) on ${share}`
    case 'older-than-deal':
      return `earlier than the deal itself (${words.date(sample ?? '')}) on ${share}`
    case 'filled-at-closing':
      return `it is filled when a deal closes, and blank on ${words.number(count)} of ${words.count(of, 'open deal')}`
    case 'always-zero':
      return 'zero on every deal, so amounts are not known'
  }
}
