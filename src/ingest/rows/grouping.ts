import type { MappedColumn } from '../../records/exports.ts'
import type { DealRow } from '../../records/fields.ts'
import { footerKind, isSumOfGroup } from '../bytes/footers.ts'
import { Headings } from './group-headings.ts'
import { plural } from '../messages.ts'
import { saysField } from '../columns/recognise.ts'

/** What a report can be grouped by that no deal should lose. */
type GroupField = 'owner' | 'stage'
const FIELDS: readonly GroupField[] = ['owner', 'stage']

/** `Opportunity Owner: Dana Whitfield (2 records)`. */
const HEADING =
  /^([^:]{1,60}): {0,9}(.{1,200}?) {0,9}\(\d[\d.,]* (?:records?|rows?|items?|deals?|opportunit(?:y|ies))\)$/i
/** `Dana Whitfield (2)`. */
const COUNTED = /^(.*\S) *\((\d+)\)$/
const CLOSING_BRACKET = 41
const NUMBERS_ONLY = /^[^\p{L}]*$/u

/**
 * A report that is grouped has its owner (or its stage) once, above its group or on the group's first row. What proves
 * it are the sums below each group, or the counts beside the names; then the rows of a group are given what is said of it.
 */
export class Grouping {
  readonly #below: Readonly<Record<GroupField, FirstRows>> = {
    owner: new FirstRows('owner'),
    stage: new FirstRows('stage'),
  }
  /** What the heading above says, and what it calls the column. */
  readonly #heading = new Map<GroupField, { value: string; column: string }>()
  /** The first line that only a grouped report has: a heading, or a sum with deals below it. */
  #sign: number | undefined
  #lastSum: number | undefined
  readonly #headings = new Headings()
  #withoutOwner = 0

  /** Whether a row is the heading of a group, which is remembered for the rows below it. */
  isHeading(cells: readonly string[], line: number): boolean {
    if (this.#headings.isLone(cells)) return true
    const first = cells[0]?.trim() ?? ''
    if (first.charCodeAt(first.length - 1) !== CLOSING_BRACKET) return false
    const rest = cells.slice(1).filter((cell) => cell.trim() !== '')
    const [, column, value] = rest.length === 0 ? (HEADING.exec(first) ?? []) : []
    if (column === undefined || value === undefined) {
      const isGroup = cells.length > 1 && COUNTED.test(first) && rest.every((cell) => NUMBERS_ONLY.test(cell))
      if (isGroup) this.#begin(first, line)
      return isGroup
    }
    this.#sign ??= line
    const field = FIELDS.find((each) => saysField(column, each))
    if (field !== undefined) this.#heading.set(field, { value, column })
    return true
  }

  #begin(heading: string, line: number): void {
    this.#sign ??= line
    this.#headings.begin(COUNTED.exec(heading)?.[1] ?? heading)
  }

  /** A sum below a group, or below all. */
  sum(cells: readonly string[], line: number): void {
    if (footerKind(cells) !== 'sum') return
    this.#lastSum ??= line
    for (const field of FIELDS) this.#below[field].sum(isSumOfGroup(cells))
  }

  /** A deal as its row says it, before anything is made of its owner. */
  deal(row: DealRow): void {
    this.#sign ??= this.#lastSum
    this.#headings.deal(row)
    for (const field of FIELDS) {
      const heading = this.#heading.get(field)
      if (heading === undefined) this.#below[field].deal(row)
      else row[field] ??= heading.value
    }
    if (row.owner === undefined) this.#withoutOwner++
  }

  /** Gives the rows of each group what its first row says. To be called after the last row. */
  settle(): { notes: string[]; columns: MappedColumn[] } {
    const notes: string[] = []
    const columns = [...this.#heading].map(([field, { column, value }]): MappedColumn => ({
      field,
      column: `${column} (above each group)`,
      samples: [value],
      style: undefined,
    }))
    for (const { column } of this.#heading.values())
      notes.push(`this report is grouped: its deals were given the ${column} that stands above their group`)
    const said = this.#headings.settle(this.#withoutOwner)
    if (said?.field === 'owner') this.#withoutOwner -= said.given
    if (said !== undefined) {
      const { field, value } = said
      columns.push({ field, column: 'the name above each group', samples: [value], style: undefined })
      notes.push(
        `this report is grouped: its deals were given the ${field} that stands above their group, such as “${value}”`,
      )
    }
    for (const field of FIELDS) {
      const given = this.#below[field].settle()
      if (given > 0)
        notes.push(
          `this report is grouped: ${plural(given, 'deal')} below the first of a group ${given === 1 ? 'was' : 'were'} given its ${field}`,
        )
      if (field === 'owner') this.#withoutOwner -= given
    }
    if (this.#sign !== undefined && this.#withoutOwner > 0)
      notes.push(
        `this report is grouped (line ${this.#sign}), and ${plural(this.#withoutOwner, 'deal')} of it ` +
          `${this.#withoutOwner === 1 ? 'names' : 'name'} no owner: export it without grouping and subtotals`,
      )
    return { notes, columns }
  }
}

/** Groups of merged cells have so many rows on average, and most have several: else somebody has not filled in cells. */
const ROWS_OF_MERGED = 3

/**
 * One field that may stand on the first row of each group only. Given up at the first row that contradicts it: a group
 * begins below a sum, or has its count beside its name, or is named once in the whole file, as merged cells are.
 */
class FirstRows {
  readonly #field: GroupField
  #groups: { label: string; rows: DealRow[] }[] = []
  readonly #labels = new Set<string>()
  #isOpen = false
  /** Whether there is a sum of a group. One below all says nothing. */
  #isSummed = false
  /** Whether a group began with neither a sum above it nor a count. */
  #isBare = false
  #contradicted = false

  constructor(field: GroupField) {
    this.#field = field
  }

  sum(ofGroup: boolean): void {
    this.#isOpen = false
    this.#isSummed ||= ofGroup
  }

  deal(row: DealRow): void {
    if (this.#contradicted) return
    const label = row[this.#field]
    if (label !== undefined) this.#begin(label, row)
    else if (this.#isOpen) this.#groups.at(-1)?.rows.push(row)
    else this.#giveUp()
    this.#isOpen = true
  }

  #begin(label: string, row: DealRow): void {
    this.#isBare ||= this.#isOpen && !COUNTED.test(label)
    if (this.#isBare && this.#labels.has(label)) this.#giveUp()
    else this.#groups.push({ label, rows: [row] })
    this.#labels.add(label)
  }

  #giveUp(): void {
    this.#contradicted = true
    this.#groups = []
  }

  /** How many deals were given what stands on the first row of their group. */
  settle(): number {
    const isCounted = this.#groups.every(({ label, rows }) => Number(COUNTED.exec(label)?.[2]) === rows.length)
    const all = this.#groups.reduce((sum, { rows }) => sum + rows.length, 0)
    const given = all - this.#groups.length
    // Two groups without counts are two because of the sum between them, or because their cells were merged.
    const many = this.#groups.filter(({ rows }) => rows.length > 1).length
    const isLong = all >= this.#groups.length * ROWS_OF_MERGED && many * 2 > this.#groups.length
    const isMerged = this.#labels.size === this.#groups.length && isLong
    const isSeveral = this.#groups.length > 1 && (!this.#isBare || isMerged)
    const isProved = isCounted || (this.#isSummed && !this.#isBare) || isSeveral
    if (given === 0 || !isProved) return 0
    for (const { label, rows } of this.#groups)
      for (const row of rows) row[this.#field] = isCounted ? COUNTED.exec(label)?.[1] : label
    return given
  }
}
