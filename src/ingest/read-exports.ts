import { Problem } from '../problem.ts'
import { namedCurrency } from './cells/currency.ts'
import { detectDialect, type Dialect, type DialectOverrides } from './dialect.ts'
import { Events } from './events.ts'
import type { Exports, Input, Rejected } from './exports.ts'
import {
  kindNames,
  type AccountRow,
  type ContactRoleRow,
  type ContactRow,
  type DealRow,
  type GoalRow,
  type HistoryRow,
  type Kind,
  type RepRow,
  type UserRow,
} from './fields.ts'
import { idKey } from './ids.ts'
import { Owners } from './owners.ts'
import { People } from './people.ts'
import { headerScore, otherRows, recognise, type ColumnNames, type Recognised } from './recognise.ts'
import { RecordReader, type CellOptions } from './record-reader.ts'
import { readRows, type Verdict } from './rows.ts'
import type { Source } from './source.ts'
import { eventStore, fieldHistoryStore, recordStore, rejectedFor, type Store } from './stores.ts'

export interface ReadOptions extends CellOptions, DialectOverrides {
  /** The config's `columns`: field to column name. */
  readonly columns: ColumnNames
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

/** More lines than a file can have. */
const LINES = 2 ** 32

class Collector {
  readonly #options: ReadOptions
  readonly #inputs: Input[] = []
  readonly #rejected: Rejected[] = []
  readonly #warnings: string[] = []
  readonly #deals: DealRow[] = []
  readonly #contactRoles: ContactRoleRow[] = []
  readonly #history: HistoryRow[] = []
  readonly #reps: RepRow[] = []
  readonly #goals: GoalRow[] = []
  readonly #users: UserRow[] = []
  readonly #contacts: ContactRow[] = []
  readonly #accounts: AccountRow[] = []
  readonly #activities = new Events()
  /** Deal id to where it was first met: the number of the file and the line, in one number. */
  readonly #seen = new Map<string, number>()
  readonly #files: string[] = []
  readonly #currencies = new Set<string>()
  #crmStages: readonly (readonly string[])[] = []

  constructor(options: ReadOptions) {
    this.#options = options
  }

  async readFile(file: ExportFile): Promise<void> {
    const { source } = file
    this.#files.push(source.name)
    const { columns } = this.#options
    const dialect = await detectDialect(source, this.#options, (cells) => headerScore(cells, columns))
    const recognised = recognise(dialect.header, { file: source.name, columns, kind: file.kind })
    if (recognised === undefined) {
      if (!file.fromFolder) throw unrecognised(source.name, dialect, file.kind)
      this.#warnings.push(`${source.name}: not used, its columns are not those of a known export`)
      return
    }
    const rejectedBefore = this.#rejected.length
    const { counts, settled } = await this.#readRecords(source, dialect, recognised)
    if (counts.read === 0 && !file.fromFolder) throw headerOnly(source.name, dialect)
    if (counts.used === 0 && file.fromFolder) {
      this.#rejected.length = rejectedBefore
      this.#warnings.push(`${source.name}: not used, none of its rows reads as ${kindNames[recognised.kind]}`)
      return
    }
    this.#noteRejected(source.name, rejectedBefore)
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
      columns: settled.columns,
      unmapped: recognised.unmapped.map((at) => dialect.header[at] ?? ''),
    })
  }

  async #readRecords(source: Source, dialect: Dialect, recognised: Recognised) {
    const reader = new RecordReader(source.name, dialect.header, recognised, this.#options)
    const store = this.#storeFor(recognised, reader)
    const isOther = otherRows(recognised.shape, dialect.header)
    let key = 0
    const skipped = new Set<number>()
    const counts = await readRows(source, dialect, {
      row: (cells, line) => {
        if (isOther(cells)) return 'ignored'
        const verdict = store.add(reader.read(cells, line, key), line)
        if (verdict !== 'used') skipped.add(key)
        key++
        return verdict
      },
      rejected: ({ line, value, reason, column }) =>
        this.#rejected.push({ file: source.name, line, column, value, reason }),
    })
    const settled = reader.settle(store.pairs(), this.#options)
    const alsoRejected = store.settle(settled, skipped)
    for (const cell of settled.rejected) this.#rejected.push(cell)
    for (const cell of alsoRejected) this.#rejected.push({ file: source.name, ...cell })
    return { counts, settled }
  }

  /** Where the records of this kind of file go, and how their provisional values are replaced afterwards. */
  #storeFor({ kind }: Recognised, reader: RecordReader<Kind>): Store {
    const wanting =
      <R>(field: keyof R & string, what: string) =>
      (row: R) =>
        row[field] === undefined ? rejectedFor(what) : ('used' as const)
    switch (kind) {
      case 'opportunities':
        return recordStore(this.#deals, (row, line) => this.#acceptDeal(row, line, reader.currencyOfLast))
      case 'contact-roles':
        return recordStore(this.#contactRoles, wanting<ContactRoleRow>('dealId', 'no opportunity id'))
      case 'history':
        return recordStore(this.#history, wanting<HistoryRow>('dealId', 'no opportunity id'))
      case 'field-history':
        return fieldHistoryStore(this.#history, this.#options)
      case 'reps':
        return recordStore(this.#reps, wanting<RepRow>('rep', 'no name'))
      case 'goals':
        return recordStore(this.#goals, wanting<GoalRow>('rep', 'no name'))
      case 'users':
        return recordStore(this.#users, (row) => ((row.id ?? row.email) === undefined ? rejectedFor('no id') : 'used'))
      case 'contacts':
        return recordStore(this.#contacts, (row) =>
          (row.id ?? row.email) === undefined ? rejectedFor('no id') : 'used',
        )
      case 'accounts':
        return recordStore(this.#accounts, wanting<AccountRow>('name', 'no name'))
      case 'activities':
        return eventStore(this.#activities)
    }
  }

  #acceptDeal(row: DealRow, line: number, symbol: string | undefined): Verdict {
    if (row.id === undefined && row.name === undefined) return rejectedFor('neither an id nor a name')
    if (row.id !== undefined) {
      const key = idKey(row.id)
      const first = this.#seen.get(key)
      if (first !== undefined) return rejectedFor(`the same id as ${this.#place(first)}`)
      this.#seen.set(key, this.#files.length * LINES + line)
    }
    row.currency = row.currency === undefined ? symbol : namedCurrency(row.currency)
    if (row.currency !== undefined) this.#currencies.add(row.currency)
    return 'used'
  }

  #place(seen: number): string {
    return `${this.#files[Math.floor(seen / LINES) - 1]}, line ${seen % LINES}`
  }

  #noteRejected(file: string, from: number): void {
    const rows = this.#rejected.slice(from).filter((entry) => entry.column === undefined).length
    const cells = this.#rejected.length - from - rows
    if (rows + cells === 0) return
    const parts = [rows > 0 && plural(rows, 'row'), cells > 0 && plural(cells, 'cell')].filter(Boolean)
    this.#warnings.push(`${file}: ${parts.join(' and ')} could not be read; “pipeline-coach inspect” lists them`)
  }

  exports(): Exports {
    if (!this.#inputs.some((input) => input.kind === 'opportunities')) throw noOpportunities(this.#inputs)
    this.#warnAboutOwners()
    this.#resolve()
    const [currency, ...others] = this.#currencies
    if (others.length > 0)
      this.#warnings.push(
        `amounts are in ${[...this.#currencies].join(', ')} and are added up as if they were one currency`,
      )
    return {
      inputs: this.#inputs,
      rejected: this.#rejected,
      warnings: this.#warnings,
      deals: this.#deals,
      contactRoles: this.#contactRoles,
      history: this.#history,
      reps: this.#reps,
      goals: this.#goals,
      people: this.#people(),
      activities: this.#activities,
      crmStages: this.#crmStages,
      currency: others.length > 0 ? undefined : currency,
    }
  }

  /** Ids and addresses become names where another file tells them. */
  #resolve(): void {
    const owners = new Owners(this.#users, this.#reps)
    if (!owners.isEmpty) {
      this.#activities.renameOwners((owner) => owners.nameOf(owner))
      for (const row of this.#deals) if (row.owner !== undefined) row.owner = owners.nameOf(row.owner)
      for (const row of this.#goals) if (row.rep !== undefined) row.rep = owners.nameOf(row.rep)
    }
    const accounts = new Map(this.#accounts.flatMap(({ id, name }) => (id === undefined ? [] : [[idKey(id), name]])))
    if (accounts.size === 0) return
    for (const row of this.#deals) if (row.accountId !== undefined) row.account ??= accounts.get(idKey(row.accountId))
  }

  #people(): People {
    const people = new People()
    for (const row of this.#contacts) people.add(row)
    return people
  }

  #warnAboutOwners(): void {
    for (const input of this.#inputs) {
      if (input.kind !== 'opportunities' || input.columns.some(({ field }) => field === 'owner')) continue
      const names = input.unmapped.map((name) => `“${name}”`).join(', ')
      this.#warnings.push(
        `${input.file}: no owner column was recognised, so every deal is “Unassigned”. ` +
          `If one of these is it (${names}), say so: --set columns.owner="…"`,
      )
    }
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function unrecognised(file: string, dialect: Dialect, kind: Kind | undefined): Problem {
  const names = dialect.header.map((cell) => `“${cell}”`).join(', ')
  const wanted = kind === undefined ? 'a known export' : `an export of ${kind}`
  return new Problem(`the columns are not those of ${wanted}: ${names}`, {
    where: { file, line: dialect.headerLine },
    hint:
      'an opportunities file has an id or a name, and an owner, stage, amount or creation date. ' +
      'Name columns with --set columns.name="…" --set columns.owner="…", or the header’s row with --header-row',
  })
}

function headerOnly(file: string, dialect: Dialect): Problem {
  return new Problem('a header and no rows below it', {
    where: { file, line: dialect.headerLine },
    hint: 'export it again: the report’s filter may have left nothing',
  })
}

function noOpportunities(inputs: readonly Input[]): Problem {
  const found = inputs.map((input) => `${input.file} holds ${input.kind}`).join('; ')
  return new Problem(`no opportunities in what was given${found === '' ? '' : `: ${found}`}`, {
    hint: 'add the export of opportunities (deals) to the command',
  })
}
