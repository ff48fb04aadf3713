import { fill } from '../../language/fill.ts'
import type { Said } from '../../language/sentence.ts'
import type { Words } from '../../language/words.ts'

/** Questions that fit any deal: from page to page they begin with another one. */
const PLAIN: ReadonlySet<string> = new Set([
  'ask.would-call',
  'ask.asked-since',
  'ask.asked-for-it',
  'ask.next-day-plain',
  'ask.still-want',
  'ask.holding-up',
  'ask.lose-it',
  'ask.date-closed',
  'ask.still-missing',
  'ask.deal-still-missing',
  'ask.deal-would-call',
  'ask.deal-asked-since',
  'ask.deal-next-day',
  'ask.deal-still-want',
  'ask.deal-date-closed',
])

/** Whether it would fit any deal. */
export function isAnyones({ template }: Said): boolean {
  return PLAIN.has(template)
}

/** Keeps the questions of a report apart: none is filled twice in it, and no template stands twice on a page. */
export class Asked {
  readonly #words: Words
  readonly #filled = new Set<string>()
  #templates = new Set<string>()
  #page = 0

  constructor(words: Words) {
    this.#words = words
  }

  newPage(): void {
    this.#templates = new Set()
    this.#page++
  }

  /** The first of these that may still be asked. */
  take(candidates: readonly (Said | undefined)[]): Said | undefined {
    const free = candidates.filter((one): one is Said => one !== undefined && this.#isFree(one))
    const [best] = free
    const plain = free.filter(isAnyones)
    const taken = best !== undefined && isAnyones(best) ? plain[this.#page % plain.length] : best
    if (taken === undefined) return undefined
    this.#filled.add(fill(taken, this.#words))
    this.#templates.add(taken.template)
    return taken
  }

  #isFree(one: Said): boolean {
    if (this.#templates.has(one.template) && one.template !== 'ask.own') return false
    return !this.#filled.has(fill(one, this.#words))
  }
}
