import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { run } from './run.ts'

type Evidence = Readonly<Record<string, unknown>>

export interface Expected {
  readonly deal?: string
  readonly account?: string
  /** With a deal: given only where the deal is nobody's. */
  readonly rep?: string | null
  /** Of findings about the team (null) and about managers. */
  readonly manager?: string | null
  readonly rule: string
  readonly severity: string
  readonly evidence: Evidence
}

interface Found {
  readonly rule: string
  readonly rep: string | null
  readonly account: string | null
  readonly manager: string | null
  readonly deal: { readonly id: string; readonly name: string } | null
  readonly severity: string
  readonly evidence: Evidence
}

export interface Agenda {
  readonly inputs: readonly {
    readonly file: string
    readonly rows: { readonly read: number; readonly used: number; readonly rejected: number; readonly ignored: number }
  }[]
  readonly rejected: readonly unknown[]
  readonly notChecked: readonly { readonly rule: string }[]
  readonly reps: readonly { readonly fixBeforeMeeting: unknown }[]
  readonly findings: readonly Found[]
}

/** `stale-deal: silent 14 days`: what a finding is about, in words a reader can find in the fixture. */
const label = (rule: string, about: string | null | undefined) => `${rule}: ${about ?? '(nobody)'}`

function same(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') return Math.abs(expected - actual) < 0.0501
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length && expected.every((value) => actual.includes(value))
  }
  return expected === actual
}

/** What differs, one line a difference; empty when the program says exactly what was planted. */
export function differences(expected: readonly Expected[], found: readonly Found[]): string[] {
  const open = new Map<string, Found[]>()
  for (const finding of found) {
    const key = label(finding.rule, finding.deal?.name ?? finding.account ?? finding.rep ?? finding.manager)
    open.set(key, [...(open.get(key) ?? []), finding])
  }
  const lines: string[] = []
  for (const { deal, account, rep, manager, rule, severity, evidence } of expected) {
    const key = label(rule, deal ?? account ?? rep ?? manager)
    const finding = open.get(key)?.shift()
    if (finding === undefined) {
      lines.push(`missing     ${key} (${severity})`)
      continue
    }
    if (finding.severity !== severity) lines.push(`severity    ${key}: should be ${severity}, is ${finding.severity}`)
    if (rep !== undefined && finding.rep !== rep) lines.push(`rep         ${key}: should be ${rep}, is ${finding.rep}`)
    for (const [name, value] of Object.entries(evidence)) {
      const said = finding.evidence[name]
      if (same(value, said)) continue
      lines.push(`evidence    ${key}: ${name} should be ${JSON.stringify(value)}, is ${JSON.stringify(said)}`)
    }
  }
  for (const [key, rest] of open) {
    for (const { severity, evidence } of rest) {
      lines.push(`unexpected  ${key} (${severity}) ${JSON.stringify(evidence)}`)
    }
  }
  return lines.sort()
}

/** The folder's review as JSON: with its config, and with the last review's export in `previous`, where it has them. */
export async function reviewPlanted(folder: string, ...more: readonly string[]): Promise<Agenda> {
  const config = path.join(folder, 'pipeline-coach.yaml')
  const configured = existsSync(config) ? ['--config', config] : ['--no-config']
  const before = path.join(folder, 'previous')
  const previous = existsSync(before) ? ['--previous', before] : []
  const given = [folder, ...previous, '--as-of', '2026-11-20', ...configured, '--format', 'json', ...more]
  const { code, stdout, stderr } = await run(given)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as Agenda
}
