import { oncePer } from '../../kit/remembered.ts'
import { COMMON_IN_NAMES, saysNumber, saysTime } from '../../vocabulary/propositions.ts'
import type { Book } from '../book.ts'
import type { Deal } from './deal.ts'

/** What a text can fail at by itself; whether it is different, compelling or defensible only people can say. */
export type FailedTest = 'empty' | 'no number' | 'no time' | 'too long' | 'client not named' | 'same as others'

/** What is counted of a proposition. */
export interface TestedProposition {
  /** In the order in which they are worth talking about. */
  readonly failed: readonly FailedTest[]
  /** Words of the text. */
  readonly words: number
  /** Other deals, with other clients, whose text is the same. */
  readonly sameAs: number
}

/** Tests what a deal says it is worth to the client. An empty text fails one test: of the others nothing is known. */
export function testProposition(
  deal: Deal,
  book: Book,
  { mostWords, mostSame }: { readonly mostWords: number; readonly mostSame: number },
): TestedProposition {
  const text = deal.valueProposition ?? ''
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  if (words === 0) return { failed: ['empty'], words, sameAs: 0 }
  const sameAs = othersSaying(deal, text, book)
  const tests: readonly (readonly [FailedTest, boolean])[] = [
    ['same as others', sameAs >= mostSame],
    ['client not named', namesClient(text, deal) === false],
    ['no number', !saysNumber(text)],
    ['no time', !saysTime(text)],
    ['too long', words > mostWords],
  ]
  return { failed: tests.flatMap(([test, isFailed]) => (isFailed ? [test] : [])), words, sameAs }
}

/**
 * Whether the text names the account, by a word that is its own (“Northwind” of “Northwind Traders Ltd.”) or by its
 * initials, or somebody there. Undefined where the account is not known.
 */
export function namesClient(
  text: string,
  { account, contacts }: Pick<Deal, 'account' | 'contacts'>,
): boolean | undefined {
  if (account === undefined) return undefined
  const parts = wordsOf(account)
  const own = parts.filter((word) => word.length > 1 && !COMMON.has(word))
  const initials = parts.map((word) => word.charAt(0)).join('')
  const people = (contacts ?? []).map(({ name }) => textKey(name))
  const names = [parts.join(' '), ...own, ...(parts.length > 2 ? [initials] : []), ...people]
  const said = ` ${textKey(text)} `
  return names.some((name) => name !== '' && said.includes(` ${name} `))
}

const COMMON: ReadonlySet<string> = new Set(COMMON_IN_NAMES)

/** How many deals have a text, in all and by client. */
interface Uses {
  all: number
  readonly byClient: Map<string, number>
}

const usesByText = oncePer(({ deals }: Book): ReadonlyMap<string, Uses> => {
  const texts = new Map<string, Uses>()
  for (const deal of deals) {
    const key = textKey(deal.valueProposition ?? '')
    if (key === '') continue
    const uses = texts.get(key) ?? { all: 0, byClient: new Map<string, number>() }
    texts.set(key, uses)
    uses.all++
    uses.byClient.set(clientOf(deal), (uses.byClient.get(clientOf(deal)) ?? 0) + 1)
  }
  return texts
})

/** A second deal with the same client may well say the same. */
function othersSaying(deal: Deal, text: string, book: Book): number {
  const uses = usesByText(book).get(textKey(text))
  return uses === undefined ? 0 : uses.all - (uses.byClient.get(clientOf(deal)) ?? 0)
}

function clientOf({ account, id }: Deal): string {
  return account ?? id
}

function textKey(text: string): string {
  return wordsOf(text).join(' ')
}

/** Letters and digits between anything else, in lower case. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’]|[.,](?=\p{N}))*/gu) ?? []
}
