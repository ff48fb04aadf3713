import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { main } from '../src/main.ts'

const OF_DEALS_IN_TIME = [
  'stale-deal',
  'never-worked',
  'under-worked',
  'stuck-in-stage',
  'aging-deal',
  'close-date-passed',
  'close-date-pushed',
  'stage-moved-back',
  'amount-cut',
  'no-next-step',
  'missing-essentials',
]

const OF_A_TEAM = [
  'no-new-opportunities',
  'stale-deal',
  'single-threaded-champion',
  'close-date-passed',
  'close-date-pushed',
  'aging-deal',
  'no-next-step',
  'no-decision-maker',
]

/** By folder the rules whose every finding is listed; what other rules say about these sets is not judged here. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  'planted-salesforce': OF_A_TEAM,
  'planted-salesforce-norms': OF_A_TEAM,
  'planted-deals': OF_DEALS_IN_TIME,
  'planted-deals-again': [...OF_DEALS_IN_TIME, 'same-update'],
}

type Evidence = Readonly<Record<string, unknown>>

interface Expected {
  readonly deal?: string
  /** With a deal: given only where the deal is nobody's. */
  readonly rep?: string | null
  readonly rule: string
  readonly severity: string
  readonly evidence: Evidence
}

interface Found {
  readonly rule: string
  readonly rep: string | null
  readonly deal: { readonly id: string; readonly name: string } | null
  readonly severity: string
  readonly evidence: Evidence
}

interface Agenda {
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
function differences(expected: readonly Expected[], found: readonly Found[]): string[] {
  const open = new Map<string, Found[]>()
  for (const finding of found) {
    const key = label(finding.rule, finding.deal?.name ?? finding.rep)
    open.set(key, [...(open.get(key) ?? []), finding])
  }
  const lines: string[] = []
  for (const { deal, rep, rule, severity, evidence } of expected) {
    const key = label(rule, deal ?? rep)
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

/** A folder `previous` holds the export of the last review. */
async function review(folder: string, ...more: readonly string[]): Promise<Agenda> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const chunks: Buffer[] = []
  const complaints: Buffer[] = []
  stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
  const before = path.join(folder, 'previous')
  const previous = existsSync(before) ? ['--previous', before] : []
  const code = await main([folder, ...previous, '--as-of', '2026-11-20', '--no-config', '--format', 'json', ...more], {
    stdin: Readable.from([]),
    stdout,
    stderr,
    env: {},
    cwd: folder,
    now: () => new Date('2026-11-20T12:00:00Z'),
  })
  expect({ code, stderr: Buffer.concat(complaints).toString() }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(Buffer.concat(chunks).toString()) as Agenda
}

describe.each(Object.entries(SETS))('%s', (set, judged) => {
  const folder = fileURLToPath(new URL(`../fixtures/${set}`, import.meta.url))
  const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected[]
  let agenda: Agenda

  beforeAll(async () => {
    agenda = await review(folder)
  })

  it('is read without a rejected row, and its footer is no deal', () => {
    expect(agenda.rejected).toEqual([])
    const opportunities = agenda.inputs.find(({ file }) => path.basename(file) === 'opportunities.csv')
    const lines = readFileSync(path.join(folder, 'opportunities.csv'), 'utf8').trimEnd().split('\n').length
    expect(opportunities?.rows).toEqual({ read: lines - 1, used: lines - 6, rejected: 0, ignored: 5 })
  })

  it('lets every judged rule run', () => {
    expect(agenda.notChecked.filter(({ rule }) => judged.includes(rule))).toEqual([])
  })

  it('gets exactly the findings that were planted', () => {
    const found = agenda.findings.filter(({ rule }) => judged.includes(rule))
    expect(differences(expected, found)).toEqual([])
  })
})

describe('a rule that is off is yielded to by nothing', () => {
  const folder = fileURLToPath(new URL('../fixtures/planted-deals', import.meta.url))
  const deal = 'untouched for 50 days, in its first stage all along'
  const saidOf = async (...off: readonly string[]) => {
    const { findings } = await review(folder, ...off.flatMap((rule) => ['--set', `rules.${rule}=off`]))
    const own = findings.filter((finding) => finding.deal?.name === deal && OF_DEALS_IN_TIME.includes(finding.rule))
    return own.map(({ rule }) => rule).filter((rule) => rule !== 'no-next-step')
  }

  it.each([
    [[], ['never-worked']],
    [['never-worked'], ['stale-deal', 'stuck-in-stage']],
    [
      ['never-worked', 'stale-deal'],
      ['under-worked', 'stuck-in-stage'],
    ],
  ])('off: %j', async (off, expected) => {
    expect(await saidOf(...off)).toEqual(expected)
  })
})

describe('an overdue deal', () => {
  let toFix: string

  beforeAll(async () => {
    const { reps } = await review(fileURLToPath(new URL('../fixtures/planted-salesforce', import.meta.url)))
    toFix = JSON.stringify(reps.map(({ fixBeforeMeeting }) => fixBeforeMeeting))
  })

  it.each([
    ['closed yesterday, overdue 1 day', true],
    ['overdue 15 days', true],
    ['renewal overdue 10 days', true],
    ['closes today', false],
    ['overdue 10 days, in the top fifth of amounts', false],
  ])('%s: to be fixed before the meeting %s', (name, isHygiene) => {
    expect(toFix.includes(JSON.stringify(name))).toBe(isHygiene)
  })
})
