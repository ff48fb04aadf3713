// What a planted team is made of, and how it is written: exports as a CRM would give them, and what is to be found.
import { addDays, calendarParts, isoDate, parseIsoDate, type PlainDate } from '../../src/time/plain-date.ts'

/** The day of the review: a Friday. */
const TODAY = parseIsoDate('2026-11-20') ?? (0 as PlainDate)

export interface PlantedDeal {
  readonly created: string
  readonly stage?: 'Closed Won' | 'Closed Lost'
  readonly amount?: number
  readonly close?: string
  readonly account?: string
  readonly source?: string
  readonly type?: 'Renewal'
  readonly times?: number
}

export interface PlantedActivity {
  readonly on: string
  readonly type: 'Call' | 'Email'
  readonly subject?: string
  readonly result?: 'No answer'
  readonly times: number
}

export interface PlantedFinding {
  readonly rule: string
  readonly severity: 'low' | 'medium' | 'high'
  readonly evidence?: Readonly<Record<string, unknown>>
}

/** A rep whose name says the case. */
export interface PlantedRep {
  readonly rep: string
  readonly deals: readonly PlantedDeal[]
  readonly activities?: readonly PlantedActivity[]
  readonly start?: string
  readonly level?: string
  readonly manager?: string
  /** Every finding of the judged rules; none where it is left out. */
  readonly says?: readonly PlantedFinding[]
}

export interface PlantedTeam {
  readonly name: string
  /** What is planted, for a reader. */
  readonly about: string
  readonly config: readonly string[]
  readonly reps: readonly PlantedRep[]
  /** Account to segment. */
  readonly segments?: Readonly<Record<string, string>>
  /** What is said of the team (null) and of managers. */
  readonly saysOf?: readonly (PlantedFinding & { readonly manager: string | null })[]
}

/** The files of a team, by name. */
export function filesOf(team: PlantedTeam): ReadonlyMap<string, string> {
  const files = new Map([
    [
      'README.md',
      `# ${team.name}\n\n${team.about}\n\nWritten by \`npm run generate\` from \`scripts/planted-reps/\`.\n`,
    ],
    ['pipeline-coach.yaml', `${team.config.join('\n')}\n`],
    ['opportunities.csv', opportunitiesFile(team)],
    ['reps.csv', repsFile(team)],
    ['expected.json', expected(team)],
  ])
  if (team.reps.some(({ activities }) => activities !== undefined)) files.set('activities.csv', activitiesFile(team))
  if (team.segments !== undefined)
    files.set('accounts.csv', csv(['Account Name', 'Industry'], Object.entries(team.segments)))
  return files
}

function opportunitiesFile({ reps }: PlantedTeam): string {
  const rows = reps.flatMap(({ rep, deals }) =>
    deals.flatMap((deal) => Array.from({ length: deal.times ?? 1 }, () => ({ rep, ...deal }))),
  )
  return csv(
    [
      'Opportunity ID',
      'Opportunity Name',
      'Account Name',
      'Opportunity Owner',
      'Stage',
      'Amount',
      'Close Date',
      'Created Date',
      'Type',
      'Lead Source',
    ],
    rows.map((deal, at) => [
      `006Pr${String(at + 1).padStart(10, '0')}`,
      `Deal ${at + 1}`,
      deal.account ?? `Client ${at + 1}`,
      deal.rep,
      deal.stage ?? 'Qualification',
      String(deal.amount ?? 20_000),
      deal.close === undefined ? '' : american(deal.close),
      american(deal.created),
      deal.type ?? 'New Business',
      deal.source ?? 'Outbound',
    ]),
  )
}

function activitiesFile({ reps }: PlantedTeam): string {
  const rows = reps.flatMap(({ rep, activities: own = [] }) =>
    own.flatMap((activity) => Array.from({ length: activity.times }, () => ({ rep, ...activity }))),
  )
  return csv(
    ['Activity ID', 'Assigned', 'Date', 'Type', 'Subject', 'Call Result', 'Status'],
    rows.map(({ rep, on, type, subject, result }, at) => [
      `00TPr${String(at + 1).padStart(10, '0')}`,
      rep,
      american(on),
      type,
      subject ?? 'A word about your plant',
      result ?? '',
      'Completed',
    ]),
  )
}

function repsFile({ reps }: PlantedTeam): string {
  const hasLevels = reps.some(({ level }) => level !== undefined)
  const hasManagers = reps.some(({ manager }) => manager !== undefined)
  return csv(
    ['Rep', 'Start Date', ...(hasLevels ? ['Level'] : []), ...(hasManagers ? ['Manager'] : [])],
    reps.map(({ rep, start, level, manager }) => [
      rep,
      start ?? '2024-06-03',
      ...(hasLevels ? [level ?? 'Mid'] : []),
      ...(hasManagers ? [manager ?? ''] : []),
    ]),
  )
}

function expected({ reps, saysOf = [] }: PlantedTeam): string {
  const all = [
    ...reps.flatMap(({ rep, says = [] }) => says.map((finding) => ({ rep, ...finding }))),
    ...saysOf.map(({ manager, ...finding }) => ({ rep: null, manager, ...finding })),
  ]
  return `[\n${all.map((finding) => `  ${JSON.stringify({ evidence: {}, ...finding })}`).join(',\n')}\n]\n`
}

function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\n`).join('')
}

function american(day: string): string {
  const parsed = parseIsoDate(day)
  if (parsed === undefined) throw new RangeError(day)
  const { year, month, day: ofMonth } = calendarParts(parsed)
  return `${month}/${ofMonth}/${year}`
}

/** The day so many days before the review. */
export function daysAgo(days: number): string {
  return isoDate(addDays(TODAY, -days))
}

/** So many created in week 0, 1, 2 …, in the middle of each. */
export function weekly(counts: readonly number[], deal: Partial<PlantedDeal> = {}): PlantedDeal[] {
  return counts.flatMap((times, week) => (times === 0 ? [] : [{ created: daysAgo(7 * week + 3), times, ...deal }]))
}

/** `n` times the same number. */
export function each(count: number, n: number): number[] {
  return Array.from({ length: n }, () => count)
}
