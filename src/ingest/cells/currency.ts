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

/** The ISO code of what stands in a column of currencies, or that text where it is none we know. */
export function namedCurrency(text: string): string {
  return NAMES.get(text.toLowerCase()) ?? (currencyOf(text) || codeBeside(text) || text)
}

/** `US Dollar (USD)`, `EUR - Euro`: the code beside the name. */
function codeBeside(text: string): string | undefined {
  const code = /^([A-Z]{3})\s*[-–—:(]|[-–—:(]\s*([A-Z]{3})\)?$/u.exec(text)
  const found = code?.[1] ?? code?.[2]
  return found !== undefined && CODES.has(found) ? found : undefined
}

/** The ISO code of a sign, word or code; '' for one that leaves it open; undefined where the text names no currency. */
export function currencyOf(text: string): string | undefined {
  const code = text.toUpperCase()
  if (CODES.has(code)) return code
  const sign = text.toLowerCase()
  return NAMELESS.has(sign) ? '' : BY_SIGN.get(sign)
}
