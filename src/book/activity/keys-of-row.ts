import type { DealRow } from '../../records/fields.ts'
import type { DealKeys } from './deal-events.ts'

/** What finds a row’s activities, taken from it when it is asked for: where there are none nobody asks. */
export class KeysOfRow implements DealKeys {
  readonly id: string
  readonly #row: DealRow

  constructor(id: string, row: DealRow) {
    this.id = id
    this.#row = row
  }

  get name(): string | undefined {
    return this.#row.name
  }

  get owner(): string | undefined {
    return this.#row.owner
  }

  get contacts(): readonly string[] {
    const { contactId, contact } = this.#row
    return [contactId, contact].flatMap((cell) => cell?.split(';').map((one) => one.trim()) ?? [])
  }

  get accounts(): readonly string[] {
    const { accountId, account } = this.#row
    return [accountId, account].filter((name) => name !== undefined)
  }
}
