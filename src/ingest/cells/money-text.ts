import { currencyOf } from './currency.ts'
import { readDigits, type Mark } from './digits.ts'
import { powerAndCurrency, powerOf, powerOfRupees, unitOfWord } from './power.ts'
import { cleanText } from '../../vocabulary/nothing.ts'

/** One amount as written, and what is certain about it without the column. */
export interface MoneyText {
  /** The number if its undecided separator groups; see `Mark`. */
  readonly value: number
  readonly mark: Mark
  readonly grouping: string
  /** ISO code, undefined where the cell names none. */
  readonly currency: string | undefined
  /** More than two decimals, or some of a thousand or a million: a sign that its column is no plain money. */
  readonly isFine: boolean
}

/** An amount beyond this is a typing error or an account number. */
const LARGEST = 1e15
const LONGEST = 60

/** Most cells: digits with or without decimals that cannot be thousands. */
const PLAIN = /^-?\d{1,15}(?:[.,](?:\d\d?|\d{4,9}))?$/
/** What a Salesforce report writes: `$22,700.00`. */
const DOLLARS = /^\$\d{1,3}(?:,\d{3}){0,4}\.\d\d$/
const FINE = /[.,]\d{3,}$/
const AMOUNT = /^(?<front>\D{0,60}?)(?<digits>[.,]?\d[\d.,' ]{0,60})(?<exponent>e[+-]?\d{1,3})?(?<back>\D{0,60})$/i
const MINUS = /[-−–‐‑]/g
const SPACES = /[\u00a0\u202f]/g
const APOSTROPHES = /[’‘´`ʼ′]/g
/** `="1200"` and `'1200` keep a spreadsheet from reading the cell. */
const GUARDED = /^=?"(.*)"$|^'(.*)$/

/**
 * The amount, or why it is none.
 *
 * @param unit the power of ten that the column is in, for cells that say none themselves.
 */
export function readMoney(cell: string, unit = 0): MoneyText | string {
  if (unit === 0 && PLAIN.test(cell)) return readPlain(cell)
  if (unit === 0 && DOLLARS.test(cell)) return readDollars(cell)
  if (cell.length > LONGEST) return NOT_MONEY
  const text = cleanText(cell.trim().replace(SPACES, ' ')).replace(APOSTROPHES, "'")
  const guarded = GUARDED.exec(text)
  const groups = AMOUNT.exec(guarded?.[1] ?? guarded?.[2] ?? text)?.groups
  if (groups === undefined) return NOT_MONEY
  const { front = '', digits = '', exponent = '', back = '' } = groups
  return assemble(withoutDotOfWord(front, digits), exponent, back, unit)
}

const NOT_MONEY = 'not an amount'

function readPlain(cell: string): MoneyText | string {
  const comma = cell.indexOf(',')
  const mark = comma >= 0 ? 'comma' : cell.includes('.') ? 'point' : 'none'
  const value = Number(comma >= 0 ? cell.replace(',', '.') : cell)
  if (Math.abs(value) > LARGEST) return 'too large'
  return {
    value: value === 0 ? 0 : value,
    mark,
    grouping: '',
    currency: undefined,
    isFine: mark !== 'none' && FINE.test(cell),
  }
}

const DIGIT_0 = 48

/** Digit by digit: a large export has hundreds of thousands, and text without its commas costs seven times as much. */
function readDollars(cell: string): MoneyText {
  let cents = 0
  for (let at = 1; at < cell.length; at++) {
    const digit = cell.charCodeAt(at) - DIGIT_0
    if (digit >= 0) cents = cents * 10 + digit
  }
  const value = cents <= Number.MAX_SAFE_INTEGER ? cents / 100 : Number(cell.slice(1).replaceAll(',', ''))
  return { value, mark: 'point', grouping: cell.includes(',') ? ',' : '', currency: 'USD', isFine: false }
}

interface Start {
  readonly front: string
  readonly digits: string
}

/** In `Rs.500` and `Fr. 500` the point ends the word. */
function withoutDotOfWord(front: string, digits: string): Start {
  const isWords = digits.startsWith('.') && /\p{L}$/u.test(front)
  return isWords ? { front: `${front}.`, digits: digits.slice(1) } : { front, digits }
}

/** In millions, what stands before three digits is the decimal mark: nobody has a deal of a thousand millions. */
const MILLIONS = 6

function assemble({ front, digits }: Start, exponent: string, back: string, unit: number): MoneyText | string {
  // `1200.-` and `1.200,—`: no cents.
  const noCents = /[.,]$/.test(digits) && /^[-–—]{1,2}/.test(back)
  const behind = noCents ? back.replace(/^[-–—]+/, '') : back
  const around = affixes(front, behind)
  if (around === undefined) return NOT_MONEY
  const scale = around.power ?? unit
  const read = readDigits(digits.trim(), exponent !== '' || scale >= MILLIONS)
  if (read === undefined) return 'digits grouped wrongly'
  const power = Number(exponent.slice(1)) + scale
  const value = around.sign * Number(power === 0 ? read.text : `${read.text}e${power}`)
  if (!(Math.abs(value) <= LARGEST)) return 'too large'
  const isDecimal = read.mark === 'point' || read.mark === 'comma'
  const isFine = isDecimal && (scale > 0 || exponent !== '' || FINE.test(read.text))
  return { value: value === 0 ? 0 : value, mark: read.mark, grouping: read.grouping, currency: around.currency, isFine }
}

/** What stands around the digits. */
interface Affixes {
  readonly sign: 1 | -1
  readonly currency: string | undefined
  /** Of ten; undefined where the cell says none. */
  readonly power: number | undefined
}

/** A file has few: `$` and nothing, a thousand times over. */
const remembered = new Map<string, Affixes | undefined>()
const REMEMBERED = 500

function affixes(front: string, back: string): Affixes | undefined {
  const key = `${front}\n${back}`
  const known = remembered.get(key)
  if (known !== undefined || remembered.has(key)) return known
  const sign = signOf(front, back)
  const words = wordsOf(front, back)
  const read = sign === undefined || words === undefined ? undefined : { sign, ...words }
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(key, read)
  return read
}

/** Minus in front or behind, or parentheses: once. */
function signOf(front: string, back: string): 1 | -1 | undefined {
  const opened = front.split('(').length - 1
  const closed = back.split(')').length - 1
  const minus = `${front} ${back}`.match(MINUS)?.length ?? 0
  if (opened !== closed || opened + minus > 1) return undefined
  return opened + minus === 1 ? -1 : 1
}

/** The words around the digits must be a currency and a power of ten, each once at most, and nothing else. */
function wordsOf(front: string, back: string): { currency: string | undefined; power: number | undefined } | undefined {
  const before = split(front)
  const after = split(back)
  const words = [...before, ...after]
  const isRupees = words.some((word) => currencyOf(word) === 'INR')
  const currencies: string[] = []
  const powers: number[] = []
  for (const [index, word] of words.entries()) {
    const unit = unitOf(word, index >= before.length, isRupees)
    if (unit === undefined) return undefined
    if (unit.currency !== undefined) currencies.push(unit.currency)
    if (unit.power !== undefined) powers.push(unit.power)
  }
  if (powers.length > 1 || currencies.length > 2) return undefined
  const [first, second = first] = currencies
  // `$1,200 CAD`: the code says which dollar.
  if (first !== second && first !== 'USD' && first !== '') return undefined
  return { currency: second === '' ? undefined : second, power: powers[0] }
}

function split(affix: string): readonly string[] {
  const bare = affix
    .replace(MINUS, ' ')
    .replace(/[()+\s]+/g, ' ')
    .trim()
  const whole = bare.replaceAll(' ', '')
  if (currencyOf(whole) !== undefined || unitOfWord(whole) !== undefined) return [whole]
  return bare === '' ? [] : bare.split(' ')
}

interface WordUnit {
  readonly currency?: string
  readonly power?: number
}

/** In front of the digits a power has to be a whole word: `k 48` may be anything, and so may `48 mr`. */
const SHORTEST_WORD = 3

/** A currency, a power, or both in one (`k€`, `MUSD`, `TEUR`). */
function unitOf(word: string, isBehind: boolean, isRupees: boolean): WordUnit | undefined {
  const currency = currencyOf(word)
  if (currency !== undefined) return { currency }
  const power = powerOf(word)
  if (power !== undefined) return isBehind || word.length >= SHORTEST_WORD ? { power } : undefined
  const ofRupees = isRupees && isBehind ? powerOfRupees(word) : undefined
  if (ofRupees !== undefined) return { power: ofRupees }
  return unitOfWord(word) ?? (isBehind && word.length >= SHORTEST_WORD ? powerAndCurrency(word) : undefined)
}
