import { currencyOf } from '../cells/currency.ts'
import { powerOf, unitOfWord } from '../cells/power.ts'

/** What a header says of every amount below it: `ACV ($K)` is in thousands of dollars. */
export interface Unit {
  /** ISO code, undefined where the header names none. */
  readonly currency: string | undefined
  /** Of ten: 3 for thousands, 0 where the amounts are what they are. */
  readonly power: number
}

export interface NameAndUnit {
  /** The header without its unit, and without what else stands behind it in brackets. */
  readonly name: string
  readonly unit: Unit
}

export const NO_UNIT: Unit = { currency: undefined, power: 0 }

const BRACKETS = /^(.*\S)\s*[([]([^()[\]]*)[)\]]$/su
const IN = /^(.{0,200}\S)[\s_,:-]{1,9}in[\s_]{1,9}(\S{1,60}(?:[\s_]{1,9}\S{1,60}){0,2})$/isu
/** So many words at the end of a header may be a unit without saying so (`Amount k€`, `Value USD k`). */
const MOST_BARE = 2
const MOST_LAYERS = 4

/**
 * Takes a unit off the end of an amount's header: in brackets, behind “in”, or standing there by itself. In brackets other
 * words may stand beside it (`k€, net`); by itself it has to name a currency or be a whole word, so that `Plan B` stays.
 */
export function splitUnit(header: string): NameAndUnit {
  let name = header.trim()
  let unit: Unit = NO_UNIT
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const found = lastLayer(name)
    if (found === undefined) break
    name = found.name
    unit = { currency: unit.currency ?? found.unit.currency, power: unit.power === 0 ? found.unit.power : unit.power }
  }
  return { name, unit }
}

function lastLayer(header: string): NameAndUnit | undefined {
  if (/[*:]$/u.test(header)) return { name: header.replace(/[\s*:]{1,20}$/u, ''), unit: NO_UNIT }
  const inBrackets = BRACKETS.exec(header)
  if (inBrackets !== null) return { name: inBrackets[1] ?? '', unit: unitOf(inBrackets[2] ?? '', false) ?? NO_UNIT }
  const behindIn = IN.exec(header)
  const unit = behindIn === null ? undefined : unitOf(behindIn[2] ?? '', true)
  if (unit !== undefined) return { name: behindIn?.[1] ?? '', unit }
  return bareUnit(header)
}

function bareUnit(header: string): NameAndUnit | undefined {
  const words = header.split(/[\s_,]+/u)
  for (let count = Math.min(MOST_BARE, words.length - 1); count > 0; count--) {
    const last = words.slice(-count)
    if (!last.some((word) => isSure(word))) continue
    const unit = unitOf(last.join(' '), true)
    if (unit !== undefined) return { name: words.slice(0, -count).join(' '), unit }
  }
  return undefined
}

const FILLERS = new Set(['in', 'of', 'x', '×', 'the', '-', '–', '/', '&'])

/** @param whole nothing but a unit may stand there; otherwise other words are passed over, and so are single letters. */
function unitOf(text: string, whole: boolean): Unit | undefined {
  const joined = LETTER.test(text.trim()) ? undefined : currencyOf(text.replaceAll(' ', ''))
  if (joined !== undefined) return { currency: joined === '' ? undefined : joined, power: 0 }
  const words = text
    .split(/[\s_;]+|,(?!\d)|(?<=\D)\/(?=\D)/u)
    .filter((word) => word !== '' && !FILLERS.has(word.toLowerCase()))
  const read = words.map((word) => readWord(word))
  const isAll = words.length > 0 && read.every((each) => each !== undefined)
  if (!isAll && whole) return undefined
  const taken = read.filter((each, at) => each !== undefined && (isAll || isSure(words[at] ?? '')))
  const powers = taken.flatMap((each) => ((each?.power ?? 0) === 0 ? [] : [each?.power ?? 0]))
  const currencies = new Set(taken.flatMap((each) => each?.currency ?? []))
  if (powers.length > 1 || currencies.size > 1 || taken.length === 0) return undefined
  return { currency: [...currencies][0], power: powers[0] ?? 0 }
}

/** `000`, `'000s`, `,000`, `1,000`, `x1000`. */
const THOUSANDS = /^[x×]?(?:['’,]|1[.,]?)?000(?:['’]?s)?$/iu
/** Said of columns and not of cells, where `t` is a ton and `th` may be anything. */
const OF_COLUMNS = new Set(['thousands', 'th', 'ths', 'thsd', 'tds', 'milliers', 'miles'])

const LETTER = /^[a-z]$/iu

/** One word of a unit: `k`, `€`, `k€`, `$K`, `TEUR`. Undefined where it is none. */
function readWord(word: string): Unit | undefined {
  const currency = LETTER.test(word) ? undefined : currencyOf(word)
  if (currency !== undefined) return { currency: currency === '' ? undefined : currency, power: 0 }
  const power = powerOfColumn(word)
  if (power !== undefined) return { currency: undefined, power }
  const glued = unitOfWord(word, powerOfColumn)
  if (glued === undefined) return undefined
  return { currency: glued.currency === '' ? undefined : glued.currency, power: glued.power }
}

function powerOfColumn(word: string): number | undefined {
  if (THOUSANDS.test(word) || OF_COLUMNS.has(word.toLowerCase().replace(/\.$/, ''))) return 3
  return powerOf(word)
}

/** Codes that are words, or names, where they do not stand in capitals. */
const WORDS = new Set(['cop', 'lei', 'mad', 'nis', 'pen', 'ron', 'try'])

/** Whether a word is a unit wherever it stands: a sign, a code, a whole word; not `k`, `m`, `ft` or `Try`. */
function isSure(word: string): boolean {
  if (readWord(word) === undefined || /^[a-z]{1,2}\.?$/iu.test(word)) return false
  return word === word.toUpperCase() || !WORDS.has(word.toLowerCase())
}

const POWER_WORDS = new Map([
  [3, 'thousands'],
  [5, 'lakhs'],
  [6, 'millions'],
  [7, 'crores'],
  [9, 'billions'],
])

/** For people: `in thousands of USD`, `in EUR`; undefined where the header says nothing. */
export function unitInWords({ currency, power }: Unit): string | undefined {
  const scale = POWER_WORDS.get(power)
  const parts = [scale, currency].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : `in ${parts.join(' of ')}`
}
