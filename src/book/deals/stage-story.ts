import type { HistoryRow } from '../../records/fields.ts'
import type { Days, PlainDate } from '../../time/plain-date.ts'
import { withoutPipeline } from '../../vocabulary/stages.ts'

/** A stage that a deal has been in, and from which day on. */
export interface StageHeld {
  readonly stage: string
  /** Undefined where the history knows the stage but not since when. */
  readonly since: PlainDate | undefined
}

/** How a deal has moved through the stages. */
export interface StageStory {
  /** Oldest first, the present one last; undefined where no history has this deal's stages. */
  readonly stagesHeld: readonly StageHeld[] | undefined
  /** The day from which the present stage stands. */
  readonly stageSince: PlainDate | undefined
  /** Whether its stage has ever changed; undefined where nothing tells. */
  readonly hasMoved: boolean | undefined
}

interface Told {
  /** The deal's history up to the day of the review, oldest first. */
  readonly changes: readonly HistoryRow[]
  /** The present stage: of a closed deal the one it was closed in. */
  readonly stage: string | undefined
  /** The day on which it was closed. */
  readonly closedOn: PlainDate | undefined
  readonly created: PlainDate | undefined
  /** The export's own column, where its day is not after the review's. */
  readonly stageChanged: PlainDate | undefined
  /** The stage in an earlier review. */
  readonly previousStage: string | undefined
}

/** From the history, the column with the day of the last stage change, and an earlier review, whichever there are. */
export function stageStory(told: Told): StageStory {
  const held = stagesHeld(told)
  const since = [held?.at(-1)?.since, told.stageChanged].filter((day) => day !== undefined)
  const stageSince = since.length === 0 ? undefined : (Math.max(...since) as PlainDate)
  return { stagesHeld: held, stageSince, hasMoved: hasMoved(held, told) }
}

function stagesHeld({ changes, stage, closedOn, created, stageChanged }: Told): readonly StageHeld[] | undefined {
  if (changes.length === 0) return undefined
  const held: StageHeld[] = []
  for (const change of changes) {
    if (change.stage === undefined || isStage(held.at(-1)?.stage, change.stage)) continue
    // What a history of single fields had before its first change stood from the beginning.
    held.push({ stage: change.stage, since: change.changed ?? created })
  }
  if (held.length === 0) return undefined
  if (stage !== undefined && !isStage(held.at(-1)?.stage, stage)) held.push({ stage, since: closedOn ?? stageChanged })
  return held
}

function hasMoved(held: readonly StageHeld[] | undefined, told: Told): boolean | undefined {
  const { stage, created, stageChanged, previousStage } = told
  if (held !== undefined && held.length > 1) return true
  if (previousStage !== undefined && stage !== undefined && !isStage(previousStage, stage)) return true
  if (stageChanged !== undefined && created !== undefined) return stageChanged > created
  return held === undefined ? undefined : false
}

/** One spelling for a stage, whatever its capitals and the pipeline before its name. */
export function stageKey(stage: string): string {
  return withoutPipeline(stage).toLowerCase()
}

export function isStage(stage: string | undefined, other: string): boolean {
  return stage !== undefined && (stage === other || stageKey(stage) === stageKey(other))
}

/** Days that a closed deal spent in each stage, by the stage's key; the last one's until its closing. */
export function daysByStage(held: readonly StageHeld[], closedOn: PlainDate | undefined): ReadonlyMap<string, Days> {
  const days = new Map<string, Days>()
  for (const [at, { stage, since }] of held.entries()) {
    const until = at === held.length - 1 ? closedOn : held[at + 1]?.since
    if (since === undefined || until === undefined || until < since) continue
    const key = stageKey(stage)
    days.set(key, (days.get(key) ?? 0) + until - since)
  }
  return days
}
