import { Problem } from '../system/problem.ts'
import { cleanText } from '../vocabulary/nothing.ts'
import { detectDialect, type Dialect, type DialectOverrides } from './bytes/dialect.ts'
import { ExportDayFinder } from './rows/export-day.ts'
import type { Exports, Input, Rejected } from '../records/exports.ts'
import { kindNames, type DealRow, type Kind } from '../records/fields.ts'
import { idKey, isRounded } from '../records/ids.ts'
import { Ignored } from './rows/ignored.ts'
import {
  checkColumns,
  columnWarnings,
  headerOnly,
  noneUsed,
  noOpportunities,
  noRowRead,
  rejectedWarnings,
  roundedWarnings,
  unrecognised,
} from './messages.ts'
import { People } from '../records/people.ts'
import { otherRows } from './columns/crm-shapes.ts'
import { explained, suggested } from './columns/explain.ts'
import { plainName } from './columns/plain-name.ts'
import { headerScore, recognise, type ColumnNames, type Recognised } from './columns/recognise.ts'
import { RecordReader, type CellOptions } from './rows/row-reader.ts'
import { readRows } from './bytes/rows.ts'
import type { Source } from './bytes/source.ts'
import { Records } from './rows/records.ts'
import { Twins } from './columns/twins.ts'
import { nameEverybody } from './owners/who.ts'

export interface ReadOptions extends CellOptions, DialectOverrides {
  /** The config's `columns`: field to column name. */
  readonly columns: ColumnNames
  /** The config's `words.nonSelling`. */
  readonly nonSelling?: readonly string[]
}

/** One file to read. `kind` where the user named it outright. A file found in a folder may turn out to be none of ours. */
export interface ExportFile {
  readonly source: Source
  readonly kind?: Kind | undefined
  readonly fromFolder: boolean
}

/**
 * Reads every file: what each is is told from its header. No row is lost in silence: each is used, or ignored
 * (blank lines, footers, repeated headers), or rejected with its line and the reason.
 *
 * @throws Problem when a file that was named outright cannot be read or recognised, or none holds opportunities.
 */
export async function readExports(files: readonly ExportFile[], options: ReadOptions): Promise<Exports> {
  const collector = new Collector(options)
  for (const file of files) await collector.readFile(file)
  return collector.exports()
}

class Collector {
  readonly #options: ReadOptions
  readonly #inputs: Input[] = []
  readonly #rejected: Rejected[] = []
  readonly #warnings: string[] = []
  readonly #records: Records
  /** What was wrong with files of a folder that were left out. */
  readonly #leftOut: Problem[] = []
  /** Fields of the config's `columns` whose column stands in some file. */
  readonly #namedColumns = new Set<string>()
  #crmStages: readonly (readonly string[])[] = []

  constructor(options: ReadOptions) {
    this.#options = options
    this.#records = new Records(options.nonSelling)
  }

  /** A file that the user named has to be read; one that lay in a folder may be left out, with a word. */
  async readFile(file: ExportFile): Promise<void> {
    const rejectedBefore = this.#rejected.length
    try {
      await this.#readNamed(file)
    } catch (error) {
      if (!file.fromFolder || !(error instanceof Problem)) throw error
      this.#rejected.length = rejectedBefore
      this.#leftOut.push(error)
      this.#warnings.push(`${file.source.name}: not used: ${error.what}`)
    }
  }

  async #readNamed({ source, kind, fromFolder }: ExportFile): Promise<void> {
    this.#records.deals.beginFile(source.name)
    const { columns } = this.#options
    const dialect = await detectDialect(source, this.#options, (cells) => headerScore(cells, columns))
    const header = dialect.header.map(cleanText)
    const recognised = recognise(header, {
      file: source.name,
      columns,
      kind,
      sample: dialect.sample,
      today: this.#options.today,
    })
    if (recognised === undefined) throw unrecognised(source.name, dialect, kind)
    for (const [field, name] of Object.entries(columns))
      if (header.some((cell) => plainName(cell) === plainName(name))) this.#namedColumns.add(field)
    const rejectedBefore = this.#rejected.length
    const from = this.#records.activities.length
    const { counts, settled, ignored, exportDay } = await this.#readRecords(source, { ...dialect, header }, recognised)
    if (counts.read === 0) throw headerOnly(source.name, dialect)
    if (counts.used === 0 && fromFolder) throw noneUsed(recognised.kind)
    if (counts.used === 0) this.#refuseUnread(source.name, recognised.kind, rejectedBefore)
    this.#warnings.push(...rejectedWarnings(source.name, this.#rejected.slice(rejectedBefore), settled.unlisted))
    if (recognised.kind === 'activities')
      this.#records.activityFiles.push({ file: source.name, from, to: this.#records.activities.length })
    if (recognised.kind === 'opportunities' && recognised.crm.stages.length > 0) this.#crmStages = recognised.crm.stages
    this.#inputs.push({
      file: source.name,
      kind: recognised.kind,
      crm: recognised.crm.id,
      crmName: recognised.crm.name,
      encoding: dialect.decoding.encoding,
      delimiter: dialect.delimiter,
      headerLine: dialect.headerLine,
      rows: counts,
      ignored,
      modified: source.modified,
      exportDay,
      unlisted: settled.unlisted,
      columns: explained(settled.columns, recognised, header),
      unmapped: recognised.unmapped.map((at) => header[at] ?? ''),
      suggestions: suggested(recognised, header, dialect.sample),
    })
  }

  /** A file that the user named and of which nothing came: an empty agenda would look like an empty pipeline. */
  #refuseUnread(file: string, kind: Kind, rejectedBefore: number): void {
    const rejected = this.#rejected.slice(rejectedBefore)
    if (rejected.length > 0 || kind === 'opportunities') throw noRowRead(file, kind, rejected)
  }

  async #readRecords(source: Source, dialect: Dialect, recognised: Recognised) {
    const reader = new RecordReader(source.name, dialect.header, recognised, this.#options)
    const store = this.#records.storeFor(
      { name: source.name, header: dialect.header, recognised, reader },
      this.#options,
      this.#warnings,
    )
    const isOther = otherRows(recognised.shape, dialect.header)
    const exportDay = new ExportDayFinder()
    const ignored = new Ignored()
    const twins = new Twins(source.name, dialect.header, recognised, this.#options.columns)
    const isDeals = recognised.kind === 'opportunities'
    const grouping = isDeals ? this.#records.deals.grouping : undefined
    let key = 0
    const skipped = new Set<number>()
    const shared = store.keepsRecords ? undefined : reader.blank()
    const counts = await readRows(source, dialect, {
      row: (cells, line) => {
        if (grouping?.isHeading(cells, line) === true) return { ignored: 'the heading of a group' }
        if (isOther(cells)) return { ignored: `of another kind than ${kindNames[recognised.kind]}` }
        const record = reader.read(cells, line, key, shared)
        const verdict = store.add(record, line)
        if (verdict === 'used') {
          twins.see(cells, line)
          if (isDeals) this.#records.extras.see(cells, record as DealRow)
        } else skipped.add(key)
        key++
        return verdict
      },
      rejected: ({ line, value, reason, column }) =>
        this.#rejected.push({ file: source.name, line, column, value, reason }),
      ignored: (cells, line, reason) => ignored.add(cells, line, reason),
      footer: (cells, line) => {
        exportDay.footer(cells, line)
        grouping?.sum(cells, line)
      },
    })
    const settled = reader.settle(store.pairs(), this.#options)
    const alsoRejected = store.settle(settled, skipped)
    for (const cell of settled.rejected) this.#rejected.push(cell)
    for (const cell of alsoRejected) this.#rejected.push({ file: source.name, ...cell })
    const groups = this.#records.deals.settleGroups(settled.columns)
    this.#warnings.push(
      ...settled.warnings,
      ...twins.warnings(),
      ...groups.notes.map((note) => `${source.name}: ${note}`),
    )
    return {
      counts,
      settled: { ...settled, columns: groups.columns },
      ignored: ignored.rows(),
      exportDay: exportDay.found(settled.columns, this.#options.dateOrder),
    }
  }

  exports(): Exports {
    if (!this.#inputs.some((input) => input.kind === 'opportunities')) {
      const [only, ...others] = this.#leftOut
      throw only !== undefined && others.length === 0 ? only : noOpportunities(this.#inputs, this.#leftOut)
    }
    checkColumns(this.#options.columns, this.#namedColumns, this.#inputs)
    this.#warnings.push(...columnWarnings(this.#inputs), ...roundedWarnings(this.#inputs, this.#records.deals.rounded))
    this.#resolve()
    const { inputs, older } = this.#withoutRepeats()
    return {
      inputs,
      older,
      rejected: this.#rejected,
      warnings: this.#warnings,
      deals: this.#records.deals.rows,
      contactRoles: this.#records.contactRoles,
      history: this.#records.history,
      reps: this.#records.reps,
      goals: this.#records.goals,
      users: this.#records.users,
      accounts: this.#records.accounts,
      prices: this.#records.prices,
      extraColumns: this.#records.extras.found(),
      people: People.of(this.#records.contacts),
      activities: this.#records.activities,
      crmStages: this.#crmStages,
    }
  }

  /** Ids and addresses become names where another file tells them, and everybody gets one name. */
  #resolve(): void {
    this.#warnings.push(
      ...nameEverybody({
        deals: this.#records.deals,
        reps: this.#records.reps,
        users: this.#records.users,
        goals: this.#records.goals,
        accounts: this.#records.accounts,
        activities: this.#records.activities,
        activityFiles: this.#records.activityFiles,
        goalsOf: this.#records.goalsOf,
      }),
    )
    for (const row of this.#records.accounts) if (row.id !== undefined && isRounded(row.id)) row.id = undefined
    const accounts = new Map(
      this.#records.accounts.flatMap(({ id, name }) => (id === undefined ? [] : [[idKey(id), name]])),
    )
    if (accounts.size === 0) return
    for (const row of this.#records.deals.rows)
      if (row.accountId !== undefined) row.account ??= accounts.get(idKey(row.accountId))
  }

  /** What became of each file's rows, when of a deal in several files one row is kept. */
  #withoutRepeats(): Pick<Exports, 'inputs' | 'older'> {
    const madeOn = new Map(this.#inputs.flatMap(({ file, exportDay }) => (exportDay ? [[file, exportDay.day]] : [])))
    const { rejected, warnings, older } = this.#records.deals.settle(madeOn, this.#options.today)
    this.#warnings.push(...warnings)
    if (rejected.length === 0) return { inputs: this.#inputs, older }
    for (const row of rejected) this.#rejected.push(row)
    const inputs = this.#inputs.map((input) => {
      const { read, used, rejected: before, ignored } = input.rows
      const count = input.kind === 'opportunities' ? rejected.filter(({ file }) => file === input.file).length : 0
      return { ...input, rows: { read, used: used - count, rejected: before + count, ignored } }
    })
    return { inputs, older }
  }
}
