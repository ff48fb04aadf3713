import { currencyOf } from './currency.ts'

/** Powers of ten by the words beside a number. Not `mil`, `t` or `cr`: they mean different things. */
const POWERS = new Map(
  Object.entries({
    3: 'k tsd thousand тыс',
    5: 'lakh lakhs',
    6: 'm mm mn mln mio million millions millionen millones млн',
    7: 'crore crores',
    9: 'b bn mrd mld billion billions milliarden млрд',
  }).flatMap(([power, words]) => words.split(' ').map((word) => [word, Number(power)] as const)),
)

/** Of ten; undefined where the word is none. */
export function powerOf(word: string): number | undefined {
  return POWERS.get(word.toLowerCase().replace(/\.$/, ''))
}

/** A power and a currency in one word: `k€`, `MUSD`. The currency is '' where the word leaves it open (`kkr`). */
export function powerAndCurrency(word: string): { power: number; currency: string } | undefined {
  for (let length = 1; length < Math.min(word.length, 4); length++) {
    const [power, currency] = [powerOf(word.slice(0, length)), currencyOf(word.slice(length))]
    if (power !== undefined && currency !== undefined) return { power, currency }
  }
  return undefined
}
