import { midBinomial, midPoisson } from '../../src/book/kit/chances.ts'
import { type Outcome } from '../../src/book/team/verdicts.ts'
import { judgeTeam, type Verdicts } from '../../src/book/team/judge-team.ts'
import { addDays, type PlainDate } from '../../src/time/plain-date.ts'
import { inventTeam, type TeamWanted } from './teams.ts'

/**
 * The long test of the verdicts: how often they speak where there is nothing to say, and how often they find what is
 * there. The limits are those of the design; `npm run simulate` prints every cell.
 */

const AS_OF = 20_772 as PlainDate
export const REVIEWS = 26
const OUTCOMES = ['creation', 'winning'] as const

export const SIZES = [5, 10, 25] as const
export const PACES = [0.5, 1.5, 3] as const

/** What identical reps are called, in shares. */
export interface Alike {
  readonly reps: number
  readonly perWeek: number
  /** Teams with at least one verdict in a single review. */
  readonly teams: number
  /** Reps with at least one verdict in 26 weekly reviews, with a history and without. */
  readonly ever: number
  readonly everWithout: number
  /** Changes of verdict per rep in 26 reviews. */
  readonly changes: number
}

/** Identical reps: whatever is said of one of them is false. */
export function alike(reps: number, perWeek: number, teams: number): Alike {
  let [withVerdict, ever, everWithout, changes] = [0, 0, 0, 0]
  for (let seed = 1; seed <= teams; seed++) {
    const wanted: TeamWanted = { seed: seed * 7919 + reps, reps, perWeek, winRate: 0.3, asOf: AS_OF }
    const { kept, replayed } = season(wanted)
    if (weakIn(replayed.at(-1)).size > 0) withVerdict++
    ever += new Set(kept.flatMap((one) => [...weakIn(one)])).size
    everWithout += new Set(replayed.flatMap((one) => [...weakIn(one)])).size
    changes += changesIn(kept)
  }
  const all = teams * reps
  return {
    reps,
    perWeek,
    teams: withVerdict / teams,
    ever: ever / all,
    everWithout: everWithout / all,
    changes: changes / all,
  }
}

/** The same team week by week, each review knowing the last one, and each knowing only its file. */
function season(wanted: TeamWanted): { kept: readonly Verdicts[]; replayed: readonly Verdicts[] } {
  const first = addDays(AS_OF, -7 * (REVIEWS - 1))
  const kept: Verdicts[] = []
  const replayed: Verdicts[] = []
  const team = inventTeam(wanted)
  for (let day = first; day <= AS_OF; day = addDays(day, 7)) {
    const weeks = (AS_OF - day) / 7
    const records = team.map((rep) => ({
      ...rep,
      createdByWeek: rep.createdByWeek.slice(weeks),
      workedByWeek: rep.workedByWeek.slice(weeks),
    }))
    const last = kept.at(-1)
    kept.push(judgeTeam(records, day, last && { creation: weakIn(last, 'creation'), winning: weakIn(last, 'winning') }))
    replayed.push(judgeTeam(records, day, undefined))
  }
  return { kept, replayed }
}

function weakIn(verdicts: Verdicts | undefined, only?: Outcome): ReadonlySet<string> {
  const outcomes = only === undefined ? OUTCOMES : [only]
  return new Set(
    outcomes.flatMap((outcome) =>
      [...(verdicts?.[outcome] ?? [])].flatMap(([name, { isWeak }]) => (isWeak ? [name] : [])),
    ),
  )
}

function changesIn(reviews: readonly Verdicts[]): number {
  let changes = 0
  for (const [at, now] of reviews.entries()) {
    const before = reviews[at - 1]
    if (before === undefined) continue
    const [was, is] = [weakIn(before), weakIn(now)]
    changes += [...was].filter((name) => !is.has(name)).length + [...is].filter((name) => !was.has(name)).length
  }
  return changes
}

/** One rep who really differs. */
export interface Different {
  readonly reps: number
  readonly perWeek: number
  readonly winRate: number
  readonly outcome: Outcome
  /** The share of the others' rate that the first rep has. */
  readonly share: number
  /** Closings of a year, or deals of a quarter, on average. */
  readonly counts: number
  readonly found: number
  /** What the most powerful test finds that knows the true team rate and errs as seldom. */
  readonly best: number
}

const QUARTER_WEEKS = 13
/** Of ten teams of identical reps in a hundred that may have a verdict, half for each outcome. */
const ERROR = 0.05

export function different(
  wanted: Pick<Different, 'reps' | 'perWeek' | 'winRate' | 'outcome' | 'share'>,
  teams: number,
): Different {
  const { reps, perWeek, winRate, outcome, share } = wanted
  let [found, best, counts] = [0, 0, 0]
  for (let seed = 1; seed <= teams; seed++) {
    const team = inventTeam({ seed: seed * 104_729, reps, perWeek, winRate, asOf: AS_OF, first: { [outcome]: share } })
    const verdict = judgeTeam(team, AS_OF, undefined)[outcome].get('Rep 1')
    if (verdict?.isWeak === true) found++
    const own = team[0]
    const closed = own?.closings.filter(({ day }) => day > addDays(AS_OF, -365)) ?? []
    const won = closed.filter(({ isWon }) => isWon).length
    const created = own?.createdByWeek.slice(0, QUARTER_WEEKS).reduce((total, count) => total + count, 0) ?? 0
    const p =
      outcome === 'winning' ? midBinomial(won, closed.length, winRate) : midPoisson(created, perWeek * QUARTER_WEEKS)
    if (p <= ERROR / reps) best++
    counts += outcome === 'winning' ? closed.length : created
  }
  return { ...wanted, counts: counts / teams, found: found / teams, best: best / teams }
}
