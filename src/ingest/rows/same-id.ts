import { compareText } from '../../kit/collections.ts'
import type { DealRow } from '../../records/fields.ts'
import { folded } from '../../vocabulary/match.ts'

/** Fields of which each row of a deal may have its own: people, products, and the money of a product. */
const OF_ROW = ['contact', 'contactId', 'product', 'champion', 'campaign', 'decisionMaker'] as const
const MONEY = ['amount', 'amountWon', 'weightedAmount', 'convertedAmount'] as const
/** What a deal has one of at a time: where it differs, the rows are of two days. */
const OF_DAY = ['stage', 'status', 'owner', 'closeDate', 'closedOn', 'isClosed', 'isWon', 'currency'] as const

/** Both known, and not the same. */
function differs(a: DealRow, b: DealRow, field: keyof DealRow): boolean {
  const [left, right] = [a[field], b[field]]
  if (left === undefined || right === undefined || left === right) return false
  return typeof left !== 'string' || typeof right !== 'string' || folded(left) !== folded(right)
}

/** Whether two rows with one id are two deals: in one file another name says so, in two it takes more. */
export function isAnotherDeal(a: DealRow, b: DealRow, isOneFile: boolean): boolean {
  const isNamed = a.name !== undefined && b.name !== undefined
  const others = (['account', 'created', 'owner'] as const).filter((field) => differs(a, b, field))
  if (!isNamed) return others.includes('account') && others.includes('created')
  return differs(a, b, 'name') && (isOneFile || others.length > 0)
}

/** What tells two rows of a deal apart in time: the first field that differs; undefined where they say the same of it. */
export function changedField(a: DealRow, b: DealRow): string | undefined {
  const changed = OF_DAY.find((field) => differs(a, b, field))
  // Amounts of one product are two answers to one question; those of two products are parts of a deal.
  return changed ?? (differs(a, b, 'amount') && !differs(a, b, 'product') ? 'amount' : undefined)
}

/** Whether a row tells of its deal what another does not: a contact, a product. */
export function addsTo(kept: DealRow, row: DealRow): boolean {
  return [...OF_ROW, ...MONEY].some((field) => row[field] !== undefined && row[field] !== kept[field])
}

interface Part {
  readonly row: DealRow
  readonly key: number
}

/** Rows that are one deal with several contacts or products: what each says is kept. */
export class Folds {
  /** By the row that is kept, which stands first. */
  readonly #parts = new Map<DealRow, Part[]>()

  /** @param keyOf the number of the kept row among those of its file. */
  add(kept: DealRow, keyOf: number, row: DealRow, key: number): void {
    const parts = this.#parts.get(kept)
    // The kept row is filled from the others, so what it said itself is remembered.
    if (parts === undefined)
      this.#parts.set(kept, [
        { row: { ...kept }, key: keyOf },
        { row, key },
      ])
    else parts.push({ row, key })
    for (const [field, value] of Object.entries(row))
      if (kept[field as keyof DealRow] === undefined) Object.assign(kept, { [field]: value })
  }

  /** To be called when all amounts are final: `amountOf` tells what a provisional one of a row is. */
  settle(amountOf: (field: string, provisional: number, key: number) => number | undefined): void {
    for (const [kept, parts] of this.#parts) {
      for (const field of OF_ROW)
        if (field in kept) kept[field] = together(parts.flatMap(({ row }) => row[field] ?? []))
      for (const field of MONEY) if (field in kept) kept[field] = sumOf(parts, field, amountOf)
    }
  }
}

/** Each once, in an order that does not follow the rows’. */
function together(texts: readonly string[]): string | undefined {
  const each = [...new Set(texts)].sort(compareText)
  return each.length === 0 ? undefined : each.join('; ')
}

/** The same on each row is the deal’s; amounts that differ are those of its products, and add up. */
function sumOf(
  parts: readonly Part[],
  field: (typeof MONEY)[number],
  amountOf: (field: string, provisional: number, key: number) => number | undefined,
): number | undefined {
  const amounts = parts.flatMap(({ row, key }) => {
    const provisional = row[field]
    return provisional === undefined ? [] : (amountOf(field, provisional, key) ?? [])
  })
  if (new Set(amounts).size <= 1) return amounts[0]
  return amounts.reduce((total, amount) => total + amount, 0)
}
