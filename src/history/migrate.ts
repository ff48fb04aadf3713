import { Problem, type Place } from '../system/problem.ts'

/** How a document of one version becomes one of the next; the key is the version it starts from. */
export type Migrations = Readonly<Record<number, (document: Readonly<Record<string, unknown>>) => object>>

/**
 * A third version adds `2: (document) => …` here and a folder of the second to `fixtures/`.
 *
 * 1 → 2: findings had no severity; the rules that ran, the verdicts and the days of creation were not kept, and stay
 * unknown.
 */
export const migrations: Migrations = {
  1: (document) =>
    Array.isArray(document['findings'])
      ? { ...document, findings: document['findings'].map((finding: unknown) => ({ finding })) }
      : document,
}

/**
 * A document of any version up to ours as one of ours; what is no document at all is handed back for the schema to refuse.
 *
 * @throws Problem for one of a later version, which would lose what that version added.
 */
export function migrate(document: unknown, ours: number, steps: Migrations, where: Place): unknown {
  let current = document
  for (;;) {
    const version = versionOf(current)
    if (version === undefined || version === ours) return current
    const step = steps[version]
    if (version > ours || step === undefined)
      throw new Problem(
        `the history was written by ${version > ours ? 'a later' : 'an unknown'} version of this program`,
        {
          where: { ...where, value: `schemaVersion ${version}` },
          hint: 'use that version, or keep another history with --history; nothing here was changed',
        },
      )
    current = { ...step(current as Readonly<Record<string, unknown>>), schemaVersion: version + 1 }
  }
}

function versionOf(document: unknown): number | undefined {
  const version = (document as { readonly schemaVersion?: unknown } | null | undefined)?.schemaVersion
  return typeof version === 'number' ? version : undefined
}
