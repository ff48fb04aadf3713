import { parseProof, type Commitment, type Dismissal } from '../book/past/commitments.ts'
import { parseIsoDate, type PlainDate } from '../time/plain-date.ts'
import { readDocument } from './read.ts'
import { eventSchema, LOG_VERSION, type LogEvent } from './schema.ts'

/** The log as it was read. */
export interface Log {
  readonly events: readonly LogEvent[]
  /** What a run that was killed while writing left of its last line: never acknowledged, and no event. */
  readonly torn: string | undefined
  /** Bytes up to the end of the last whole line. */
  readonly whole: number
  /** Whether the last whole line lacks its line break. */
  readonly isOpenEnded: boolean
}

export const emptyLog: Log = { events: [], torn: undefined, whole: 0, isOpenEnded: false }

/** @throws Problem for a line that is damaged or of a later version; the torn rest of a last line is no such line. */
export function readLog(bytes: Buffer, file: string): Log {
  const end = bytes.lastIndexOf(10) + 1
  const rest = bytes.subarray(end).toString()
  const isTorn = rest.trim() !== '' && !isJson(rest)
  const whole = isTorn ? end : bytes.length
  const events = bytes
    .subarray(0, whole)
    .toString()
    .split('\n')
    .flatMap((text, at) =>
      text.trim() === '' ? [] : [readDocument(eventSchema, text, LOG_VERSION, { file, line: at + 1 })],
    )
  return { events, torn: isTorn ? rest : undefined, whole, isOpenEnded: whole > end }
}

/** A part of an object is never JSON. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

export function logLine(event: LogEvent): string {
  // The order that a reader wants, whatever order the event was made in.
  const { schemaVersion, on, event: kind, ...rest } = event
  return `${JSON.stringify({ schemaVersion, on, event: kind, ...rest })}\n`
}

/** What was promised and put aside, as it stood on a day: later lines are not known yet. */
export function standingOn(
  events: readonly LogEvent[],
  asOf: PlainDate,
): { commitments: readonly Commitment[]; dismissals: readonly Dismissal[] } {
  const commitments = new Map<string, Commitment>()
  const dismissals: Dismissal[] = []
  for (const event of events) {
    const on = day(event.on)
    if (on > asOf) continue
    if (event.event === 'committed') commitments.set(event.id, commitmentOf(event, on))
    else if (event.event === 'done' || event.event === 'dropped') {
      const made = commitments.get(event.id)
      if (made !== undefined) commitments.set(event.id, { ...made, settled: { as: event.event, on } })
    } else if (event.event === 'dismissed') {
      const { finding: key, reason, until } = event
      dismissals.push({ key, on, reason, until: until === undefined ? undefined : day(until) })
    } else if (event.event === 'undismissed') {
      const standing = dismissals.filter(({ key }) => key !== event.finding)
      dismissals.splice(0, dismissals.length, ...standing)
    }
  }
  return { commitments: [...commitments.values()], dismissals }
}

function commitmentOf(event: Extract<LogEvent, { event: 'committed' }>, on: PlainDate): Commitment {
  return {
    id: event.id,
    on,
    rep: event.rep,
    text: event.text,
    by: day(event.by),
    deal: event.deal,
    proof: event.proof === undefined ? undefined : parseProof(event.proof),
    owedTo: event.owedTo,
    settled: undefined,
  }
}

function day(text: string): PlainDate {
  const date = parseIsoDate(text)
  if (date === undefined) throw new RangeError(text)
  return date
}
