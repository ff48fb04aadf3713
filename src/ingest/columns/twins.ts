import { listed } from '../messages.ts'
import { cleanText } from '../../vocabulary/nothing.ts'
import { plainName } from './plain-name.ts'
import type { ColumnNames, Recognised } from './recognise.ts'

interface Twin {
  readonly field: string
  readonly name: string
  /** What the other one is called, signs and all: `Amount ($)` beside `Amount`. */
  readonly otherName: string
  /** Indexes of the column that is read, and of the other one. */
  readonly read: number
  readonly other: number
  /** Where they differ first. */
  differs: { readonly line: number; readonly read: string; readonly other: string } | undefined
}

/** Columns of one file that are called the same: the first is read, and where they differ it is to be said. */
export class Twins {
  readonly #file: string
  readonly #all: readonly Twin[]
  #asked: Twin[]

  /** @param configured what the user has named is settled. */
  constructor(file: string, header: readonly string[], { columns, unmapped }: Recognised, configured: ColumnNames) {
    this.#file = file
    const names = header.map(plainName)
    this.#all = [...columns].flatMap(([field, read]) =>
      Object.hasOwn(configured, field)
        ? []
        : unmapped
            .filter((other) => names[other] === names[read])
            .map((other) => ({
              field,
              name: header[read] ?? '',
              otherName: header[other] ?? '',
              read,
              other,
              differs: undefined,
            })),
    )
    this.#asked = [...this.#all]
  }

  /** Rows that were used: one that is none says nothing of columns. */
  see(cells: readonly string[], line: number): void {
    if (this.#asked.length === 0) return
    for (const twin of this.#asked) {
      const [read, other] = [cells[twin.read]?.trim() ?? '', cells[twin.other]?.trim() ?? '']
      if (other !== '' && other !== read) twin.differs = { line, read, other }
    }
    this.#asked = this.#asked.filter(({ differs }) => differs === undefined)
  }

  warnings(): string[] {
    return this.#all.flatMap(({ field, name, otherName, read, other, differs }) => {
      if (differs === undefined) return []
      const called =
        otherName === name ? `both called “${name}”` : `called “${name}” and “${otherName}”, which is the same here,`
      return [
        `${this.#file}, line ${differs.line}: columns ${read + 1} and ${other + 1} are ${called} and hold ` +
          `${differs.read === '' ? 'nothing' : listed([cleanText(differs.read)])} and ${listed([cleanText(differs.other)])}; the first is taken for the ${field}. If that is right, say ` +
          `--set columns.${field}="${name}"; if not, rename the other in the export and name that`,
      ]
    })
  }
}
