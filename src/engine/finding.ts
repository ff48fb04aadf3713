import type { Gap } from '../book/known/gaps.ts'

/** How much it matters. */
export const severities = ['low', 'medium', 'high'] as const
export type Severity = (typeof severities)[number]

/** One step up. */
export function raised(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? 'high'
}

/** What a rule speaks about. */
export type Scope = 'deal' | 'rep' | 'account' | 'team' | 'manager'

/** Which part of the work a rule is about. */
export const families = ['creation', 'winning', 'people', 'deals', 'activity', 'leading'] as const
export type Family = (typeof families)[number]

/** Where a finding belongs: in the conversation with the rep, in the list to clean up first, or on the manager's page. */
export const places = ['agenda', 'hygiene', 'manager'] as const
export type Place = (typeof places)[number]

/** What it would take for a finding to go away. Findings with the same cure are one conversation. */
export const cures = [
  'new-opportunities',
  'prospecting',
  'activity',
  'conversations',
  'selling-time',
  'wins',
  'goal',
  'decision',
  'call',
  'work',
  'next-step',
  'close-date',
  'stage',
  'value',
  'fields',
  'contacts',
  'decision-maker',
  'client-step',
  'promise',
  'commitment',
  'standard',
  'export',
  'joining',
  'other',
] as const
export type Cure = (typeof cures)[number]

/** What a rule saw: JSON as it will be printed. Dates are `YYYY-MM-DD`, unknown is null. */
export type Evidence = Readonly<Record<string, EvidenceValue>>
type EvidenceValue = string | number | boolean | null | readonly EvidenceValue[]

export interface DealRef {
  readonly id: string
  readonly name: string
}

/** One thing that one rule says about one deal, rep, client, team or manager, with the numbers and dates behind it. */
export interface Finding {
  readonly rule: string
  readonly family: Family
  readonly place: Place
  readonly cures: Cure
  readonly scope: Scope
  /** Null on deals without a rep, for the team and for the manager. */
  readonly rep: string | null
  /** Whose page a finding about the team or the manager is for; null where nobody is named. */
  readonly manager: string | null
  readonly deal: DealRef | null
  /** Its name, in findings about a client. */
  readonly account: string | null
  readonly severity: Severity
  /** Reviews in a row that it stood, this one included. */
  readonly age: number
  readonly evidence: Evidence
  /** What is seen, in a sentence. */
  readonly problem: string
  /** Open questions, the best first. */
  readonly asks: readonly string[]
  /** What would put it right, doable in a week. */
  readonly action: string
  /** What the next export would show if it were put right: a proof as commitments have it. */
  readonly proof: string | null
  /** What a rep's own copy has instead, where this compares with colleagues. */
  readonly forRep: Pick<Finding, 'problem' | 'action' | 'evidence'> | undefined
  /** Why it was put aside in an earlier review; null where it was not. */
  readonly dismissed: string | null
}

/** The same with other words, for another reader. */
export function reworded(finding: Finding, words: Pick<Finding, 'problem' | 'action' | 'evidence'>): Finding {
  const { rule, family, place, scope, rep, manager, deal, account, severity, age } = finding
  const { asks, proof, forRep, dismissed } = finding
  const about = { rule, family, place, cures: finding.cures, scope, rep, manager, deal, account, severity, age }
  return { ...about, asks, proof, forRep, dismissed, ...words }
}

/** A rule that could not be applied to these exports. */
export interface NotChecked {
  readonly rule: string
  readonly title: string
  /** What the exports lack; all of it is needed. */
  readonly gaps: readonly Gap[]
  /** The message of a rule that failed; undefined where only data is missing. */
  readonly failure: string | undefined
}

/** What the exports lack, in a reader’s words. */
export function missingOf({ gaps }: NotChecked): readonly string[] {
  return gaps.map(({ missing }) => missing)
}

/** All that a rule needs, in one sentence without its end. */
export function enabling(entry: NotChecked): string {
  return entry.failure ?? entry.gaps.map(({ enable }) => enable).join('; and ')
}

export const POINTS: Record<Severity, number> = { high: 3, medium: 2, low: 1 }
const COUNTED = 3

/** A deal's points: its worst finding plus half of each further one, at most three counted. */
export function pointsOf(findings: readonly Finding[]): number {
  const points = findings.map((finding) => POINTS[finding.severity]).sort((a, b) => b - a)
  return points.slice(0, COUNTED).reduce((total, next, at) => total + (at === 0 ? next : next / 2), 0)
}
