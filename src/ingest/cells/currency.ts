import { remembered } from '../../kit/remembered.ts'

/** Codes that a cell may carry: written out, so that `ACV 1,200` names no currency. */
const CODES = new Set(
  `USD EUR GBP JPY CNY INR BRL CHF CAD AUD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN RSD UAH RUB BYN KZT TRY ILS AED SAR QAR
   KWD BHD OMR EGP MAD TND ZAR NGN KES GHS MXN ARS CLP COP PEN UYU HKD TWD SGD MYR THB IDR PHP VND KRW PKR BDT LKR GEL`.split(
    /\s+/,
  ),
)

/** Signs and words by currency. `$` and `¥` are taken for the commonest of those they stand for. */
const SIGNS: Readonly<Record<string, string>> = {
  USD: '$ us$ $us usd$ dollar dollars щ.д.',
  EUR: '€ euro euros',
  GBP: '£ £gb',
  JPY: '¥ ￥ jp¥ 円',
  CNY: 'cn¥ 元',
  INR: '₹ rs rs. inr.',
  BRL: 'r$ br$',
  CHF: 'fr fr. sfr sfr.',
  CAD: 'c$ ca$ $ca cad$',
  AUD: 'a$ au$ $au aud$',
  NZD: 'nz$',
  HKD: 'hk$',
  SGD: 's$ sg$',
  TWD: 'nt$',
  MXN: 'mx$ $mx',
  SEK: 'skr',
  NOK: 'nkr',
  DKK: 'dkr',
  PLN: 'zł zl',
  RUB: '₽ руб руб. р р. рублей rb',
  UAH: '₴ грн грн.',
  KZT: '₸',
  CZK: 'kč',
  HUF: 'ft',
  RON: 'lei',
  BGN: 'лв лв.',
  TRY: '₺ tl',
  ILS: '₪ nis',
  KRW: '₩ ￦',
  THB: '฿',
  VND: '₫',
  PHP: '₱',
  NGN: '₦',
  ZAR: 'r',
}
/** A crown is a currency of three countries: money, but nobody can say which. */
const NAMELESS = new Set(['kr', 'kr.', ',-'])

const BY_SIGN = new Map(
  Object.entries(SIGNS).flatMap(([code, signs]) => signs.split(' ').map((sign) => [sign, code] as const)),
)

/** Names that CRMs write in a column of currencies: Dynamics 365 and Bitrix24 have no codes there. */
const NAMES = new Map([
  ['us dollar', 'USD'],
  ['us-dollar', 'USD'],
  ['dollar américain', 'USD'],
  ['dólar americano', 'USD'],
  ['dólar estadounidense', 'USD'],
  ['dólar', 'USD'],
  ['dollaro statunitense', 'USD'],
  ['amerikaanse dollar', 'USD'],
  ['米ドル', 'USD'],
  ['ユーロ', 'EUR'],
  ['livre sterling', 'GBP'],
  ['libra esterlina', 'GBP'],
  ['britisches pfund', 'GBP'],
  ['schweizer franken', 'CHF'],
  ['franc suisse', 'CHF'],
  ['real brasileiro', 'BRL'],
  ['real', 'BRL'],
  ['reais', 'BRL'],
  ['brazilian real', 'BRL'],
  ['peso mexicano', 'MXN'],
  ['mexican peso', 'MXN'],
  ['peso colombiano', 'COP'],
  ['peso chileno', 'CLP'],
  ['peso argentino', 'ARS'],
  ['japanese yen', 'JPY'],
  ['yen', 'JPY'],
  ['日本円', 'JPY'],
  ['indian rupee', 'INR'],
  ['chinese yuan', 'CNY'],
  ['人民币', 'CNY'],
  ['svensk krona', 'SEK'],
  ['swedish krona', 'SEK'],
  ['norsk krone', 'NOK'],
  ['norwegian krone', 'NOK'],
  ['dansk krone', 'DKK'],
  ['danish krone', 'DKK'],
  ['polski złoty', 'PLN'],
  ['złoty', 'PLN'],
  ['polish zloty', 'PLN'],
  ['turkish lira', 'TRY'],
  ['türk lirası', 'TRY'],
  ['доллар сша', 'USD'],
  ['евро', 'EUR'],
  ['pound sterling', 'GBP'],
  ['british pound', 'GBP'],
  ['swiss franc', 'CHF'],
  ['canadian dollar', 'CAD'],
  ['australian dollar', 'AUD'],
  ['российский рубль', 'RUB'],
  ['рубль', 'RUB'],
  ['тенге', 'KZT'],
  ['гривна', 'UAH'],
  ['белорусский рубль', 'BYN'],
])

/** A currency that we do not know has a short name. What is longer is a sentence or a script, and names none. */
const LONGEST_NAME = 20

/**
 * The ISO code of what stands in a column of currencies; that text where it is a short one that we do not know;
 * undefined where it is no currency.
 */
export const namedCurrency = remembered((text: string): string | undefined => {
  const known = NAMES.get(text.toLowerCase()) ?? (currencyOf(text) || onlyCurrencyIn(text))
  if (known !== undefined) return known
  return text.length <= LONGEST_NAME && /^[\p{L}\s.$()-]+$/u.test(text) ? text : undefined
})

/** `US Dollar (USD)`, `EURO (€)`, `EUR` with a script behind it: the one currency among its words. */
function onlyCurrencyIn(text: string): string | undefined {
  const words = text.split(/[\s()[\]{}:;,/–—-]+/u).filter((word) => word !== '')
  const codes = words.filter((word) => CODES.has(word))
  const found = new Set(codes.length > 0 ? codes : words.flatMap((word) => currencyOf(word) || []))
  const [first] = found
  return found.size === 1 ? first : undefined
}

/** The ISO code of a sign, word or code; '' for one that leaves it open; undefined where the text names no currency. */
export function currencyOf(text: string): string | undefined {
  const code = text.toUpperCase()
  if (CODES.has(code)) return code
  const sign = text.toLowerCase()
  return NAMELESS.has(sign) ? '' : BY_SIGN.get(sign)
}
