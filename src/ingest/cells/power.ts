import { currencyOf } from './currency.ts'

/** Powers of ten by the words beside a number. Not `mil`, `t` or `cr`: they mean different things. */
const POWERS = new Map(
  Object.entries({
    3: 'k tsd tausend tys thousand тыс',
    5: 'lakh lakhs lac lacs',
    6: 'm mm mn mln mio million millions millionen millones млн',
    7: 'crore crores',
    9: 'b bn mrd mld billion billions milliarden млрд',
  }).flatMap(([power, words]) => words.split(' ').map((word) => [word, Number(power)] as const)),
)

/** Of ten; undefined where the word is none. */
export function powerOf(word: string): number | undefined {
  return POWERS.get(word.toLowerCase().replace(/\.$/, ''))
}

/** Of rupees only: a `Cr` may be a credit, and an `L` a litre. */
const OF_RUPEES = new Map([
  ['l', 5],
  ['cr', 7],
  ['crs', 7],
])

/** The same of a word beside rupees: `₹1.2 Cr`. */
export function powerOfRupees(word: string): number | undefined {
  return OF_RUPEES.get(word.toLowerCase().replace(/\.$/, ''))
}

/** A power and a currency in one word. The currency is '' where the word leaves it open (`kkr`). */
export interface PowerAndCurrency {
  readonly power: number
  readonly currency: string
}

const LONGEST_POWER = 4
/** `thousands of euros` in one word, and more. */
const LONGEST_UNIT = 30

/** `k€`, `MUSD`, `Mio.€`. */
export function powerAndCurrency(word: string): PowerAndCurrency | undefined {
  for (let length = 1; length <= Math.min(word.length - 1, LONGEST_POWER); length++) {
    const [power, currency] = [powerOf(word.slice(0, length)), currencyOf(word.slice(length))]
    if (power !== undefined && currency !== undefined) return { power, currency }
  }
  return undefined
}

/**
 * The same where nothing else says that a word is a unit: also `TEUR`, `T€`, `tkr`, German and Swedish thousands, and
 * `$K`, `€'000`.
 */
export function unitOfWord(word: string, power = powerOf): PowerAndCurrency | undefined {
  if (word.length > LONGEST_UNIT) return undefined
  const found = thousandsOf(word) ?? powerAndCurrency(word) ?? currencyAndPower(word, power)
  return found !== undefined && isNamed(word, found) ? found : undefined
}

function thousandsOf(word: string): PowerAndCurrency | undefined {
  const currency = /^t/iu.test(word) ? currencyOf(word.slice(1)) : undefined
  return currency === undefined ? undefined : { power: 3, currency }
}

function currencyAndPower(word: string, powerOfRest: typeof powerOf): PowerAndCurrency | undefined {
  for (let length = 1; length < word.length; length++) {
    const [currency, power] = [currencyOf(word.slice(0, length)), powerOfRest(word.slice(length))]
    if (currency !== undefined && power !== undefined) return { power, currency }
  }
  return undefined
}

/** Not by one or two plain letters: `RM` is no million rands, and `pm` no million roubles. */
function isNamed(word: string, { currency }: PowerAndCurrency): boolean {
  return /[^a-z]/iu.test(word) || word.length >= 4 || (currency === '' && word.toLowerCase().endsWith('kr'))
}
