import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../support/run.ts'

/** A file of exports: its header and rows as lines. */
export type Files = Readonly<Record<string, readonly string[]>>

interface Asked {
  readonly asOf?: string
  readonly flags?: readonly string[]
  /** Names of the files to give, where they are not all of them in their order. */
  readonly paths?: readonly string[]
}

interface Measures {
  readonly openDeals: number
  readonly openAmount: number | null
  readonly foreignAmounts: readonly unknown[]
  readonly newByWeek: readonly number[]
  readonly lastCreated: string | null
}

interface ReviewedRep {
  readonly rep: string
  readonly measures: Measures
  readonly recognise: readonly string[]
  readonly goal: { readonly won: number | null } | null
  readonly sinceLastReview: {
    readonly changes: readonly { readonly deal: { readonly name: string }; readonly change: string }[]
  }
  readonly oneThing: { readonly action: string } | null
  readonly diagnosis: { readonly cause: string }
}

export interface Reviewed {
  readonly inputs: readonly { readonly columns: Readonly<Record<string, string>> }[]
  readonly reps: readonly ReviewedRep[]
  readonly findings: readonly {
    readonly rule: string
    readonly rep: string | null
    readonly deal: { readonly name: string } | null
    readonly account?: string
  }[]
  readonly notChecked: readonly { readonly rule: string; readonly enable: string }[]
}

/** A review of files that nobody has named, as a user runs it: `--as-of` is the Friday of the tests unless told. */
export async function seenBy(files: Files, { asOf = '2026-11-20', flags = [], paths }: Asked = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  for (const [name, lines] of Object.entries(files)) writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`)
  const given = paths ?? Object.keys(files)
  return run(['review', ...given, '--as-of', asOf, '--no-config', '--no-history', ...flags], { cwd: folder, now: asOf })
}

export async function reviewOf(files: Files, asked: Asked = {}): Promise<Reviewed> {
  const { code, stdout, stderr } = await seenBy(files, {
    ...asked,
    flags: [...(asked.flags ?? []), '--format', 'json'],
  })
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Reviewed
}

export function repIn({ reps }: Reviewed, name: string): ReviewedRep {
  const found = reps.find(({ rep }) => rep === name)
  if (found === undefined) throw new Error(`${name} has no page`)
  return found
}

export function dealsOf({ findings }: Reviewed, rule: string): readonly string[] {
  return findings.flatMap((finding) => (finding.rule === rule ? (finding.deal?.name ?? []) : []))
}
