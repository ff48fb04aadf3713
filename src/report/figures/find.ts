import { distance } from 'fastest-levenshtein'
import type { Figure } from '../../history/kept-page.ts'
import { groupBy } from '../../kit/collections.ts'

/** What was found for a text: the figure that was meant, or why there is not one. */
export type Found =
  | { readonly kind: 'one'; readonly figure: Figure }
  | { readonly kind: 'several'; readonly figures: readonly Figure[] }
  /** It stands there, and no deals stand behind it. */
  | { readonly kind: 'no-deals'; readonly figure: Figure }
  | { readonly kind: 'none'; readonly near: readonly Figure[] }

const NEAR_SHOWN = 5

/** The figure that is meant by a text of the page: the figure itself, or words around it. */
export function findFigure(figures: readonly Figure[], asked: string): Found {
  const wanted = plain(asked).trim()
  const hits = figures.filter((figure) => isAskedFor(figure, wanted))
  const withDeals = hits.filter(hasDeals)
  // Where a deal is named beside a figure that was asked for, it is the figure that is meant.
  const numbers = withDeals.filter((figure) => /\d/u.test(textOf(figure)))
  const meant = /\d/u.test(wanted) && numbers.length > 0 ? numbers : withDeals
  const groups = [...groupBy(meant, behind).values()].flatMap(([first]) => first ?? [])
  const [figure] = groups
  if (figure !== undefined) return groups.length === 1 ? { kind: 'one', figure } : { kind: 'several', figures: groups }
  const [without] = hits
  if (without !== undefined) return { kind: 'no-deals', figure: without }
  return { kind: 'none', near: nearTo(figures.filter(hasDeals), wanted) }
}

/** The figure as it is printed. */
export function textOf({ sentence, from, to }: Figure): string {
  return sentence.slice(from, to)
}

function hasDeals({ ids, of }: Figure): boolean {
  return ids.length > 0 || (of !== undefined && of.length > 0)
}

/** Figures of the same deals are one: “6 deals, $184k”. */
function behind({ ids, of }: Figure): string {
  return JSON.stringify([[...ids].sort(), of === undefined ? null : [...of].sort()])
}

function isAskedFor({ sentence, from, to }: Figure, wanted: string): boolean {
  if (wanted === '') return false
  const [before, own, after] = [sentence.slice(0, from), sentence.slice(from, to), sentence.slice(to)].map(plain)
  const whole = `${before}${own}${after}`
  const [start, end] = [before?.length ?? 0, whole.length - (after?.length ?? 0)]
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1))
    if (at < end && at + wanted.length > start && isWhole(whole, at, at + wanted.length)) return true
  return false
}

/** Not a part of a longer number or word: “8 of 282” is none of “98 of 282”. */
function isWhole(text: string, from: number, to: number): boolean {
  const [first = '', last = ''] = [text[from], text[to - 1]]
  const isCutBefore = /[\p{L}\p{N}]/u.test(first) && /[\p{L}\p{N}$€£¥₹]$|\d[.,]$/u.test(text.slice(0, from))
  const isCutAfter = /[\p{L}\p{N}]/u.test(last) && /^(?:[\p{L}\p{N}%]|[.,]\d)/u.test(text.slice(to))
  return !isCutBefore && !isCutAfter
}

/** As people type it: straight quotes, plain spaces and signs, no capitals. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(' %', '%')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(/[−–—]/gu, '-')
}

function nearTo(figures: readonly Figure[], wanted: string): readonly Figure[] {
  const distinct = [...groupBy(figures, (figure) => plain(textOf(figure))).values()].flatMap(([first]) => first ?? [])
  const away = (figure: Figure) => {
    const text = plain(textOf(figure))
    return distance(text, wanted) / Math.max(text.length, wanted.length)
  }
  return distinct
    .map((figure) => ({ figure, away: away(figure) }))
    .filter((one) => one.away < 0.75)
    .sort((a, b) => a.away - b.away)
    .slice(0, NEAR_SHOWN)
    .map(({ figure }) => figure)
}
