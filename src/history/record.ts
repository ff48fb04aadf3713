import { createHash } from 'node:crypto'
import { formatProof, type Commitment, type Dismissal } from '../book/past/commitments.ts'
import { cleanText } from '../vocabulary/nothing.ts'
import { isoDate, type PlainDate } from '../time/plain-date.ts'
import { Problem } from '../system/problem.ts'
import { suggestion } from '../language/suggestion.ts'
import type { History } from './folder.ts'
import { standingOn } from './log.ts'
import { LOG_VERSION, type LogEvent } from './schema.ts'

/** A commitment as it is made: everything but its id, and not settled. */
export type NewCommitment = Omit<Commitment, 'id' | 'settled'>

/** What is written down in the same stroke as a commitment. */
export interface Along {
  /** The findings that it came of, which were talked about. */
  readonly about?: readonly string[] | undefined
  /** The id of a commitment that it takes the place of: that one is dropped. */
  readonly insteadOf?: string | undefined
}

/**
 * Writes down what was promised; help asked for is a commitment of the manager's (`rep: MANAGER`) with `owedTo`. The same
 * promise again, made the same day and still standing, is the same commitment: whoever is not sure may say it twice.
 */
export async function commit(
  history: History,
  made: NewCommitment,
  { about = [], insteadOf }: Along = {},
): Promise<{ id: string; isNew: boolean }> {
  let id = ''
  let isNew = true
  await history.append((events) => {
    const known = new Map(allCommitments(events).map((commitment) => [commitment.id, commitment]))
    for (let again = 0; ; again++) {
      id = idOf(made, again)
      const other = known.get(id)
      isNew = !(other?.settled === undefined && other !== undefined && keyOf(other) === keyOf(made))
      if (!isNew) return about.map((finding): LogEvent => ({ ...entry(made.on), event: 'discussed', finding }))
      if (other === undefined) break
    }
    const isReplacing = insteadOf !== undefined && known.get(insteadOf)?.settled === undefined
    return [
      committed(id, made, about),
      ...(isReplacing ? [{ ...entry(made.on), event: 'dropped' as const, id: insteadOf }] : []),
    ]
  })
  return { id, isNew }
}

/**
 * Says that commitments are done, or no longer wanted.
 *
 * @throws Problem for one that is not known, made later, or settled already; then none of them is.
 */
export async function settle(
  history: History,
  ids: readonly string[],
  as: 'done' | 'dropped',
  on: PlainDate,
): Promise<readonly Commitment[]> {
  let settled: readonly Commitment[] = []
  await history.append((events) => {
    const known = allCommitments(events)
    settled = [...new Set(ids)].map((id) => settleable(id, known, on, history))
    return settled.map(({ id }): LogEvent => ({ ...entry(on), event: as, id }))
  })
  return settled
}

function settleable(id: string, known: readonly Commitment[], on: PlainDate, history: History): Commitment {
  const where = { file: history.shown }
  const found = known.find((commitment) => commitment.id === id)
  if (found === undefined) {
    const standing = known.filter((commitment) => commitment.settled === undefined)
    throw new Problem(`there is no commitment ${id}`, {
      where,
      hint:
        standing.length === 0
          ? 'there is none at all'
          : suggestion(
              id,
              standing.map((commitment) => commitment.id),
            ),
    })
  }
  if (found.settled !== undefined)
    throw new Problem(`${id} was already ${found.settled.as} on ${isoDate(found.settled.on)}`, {
      where,
      hint: 'see “pipeline-coach commitments list”',
    })
  if (found.on > on)
    throw new Problem(`${id} was made on ${isoDate(found.on)}, after ${isoDate(on)}`, {
      where,
      hint: 'give a later day with --as-of',
    })
  return found
}

/** Puts findings aside: all of them or none. */
export async function dismiss(history: History, dismissals: readonly Dismissal[]): Promise<void> {
  await history.append(() =>
    dismissals.map(({ key, on, reason, until }): LogEvent => ({
      ...entry(on),
      event: 'dismissed',
      finding: key,
      reason: cleanText(reason),
      ...(until !== undefined && { until: isoDate(until) }),
    })),
  )
}

/** Ends a dismissal, or says that findings were talked about. */
export async function note(
  history: History,
  kind: 'undismissed' | 'discussed',
  findings: readonly string[],
  on: PlainDate,
): Promise<void> {
  await history.append(() => findings.map((finding): LogEvent => ({ ...entry(on), event: kind, finding })))
}

/** Says that a rep's page was gone through to its end. */
export async function met(history: History, rep: string, on: PlainDate): Promise<void> {
  await history.append(() => [{ ...entry(on), event: 'met', rep }])
}

/** As they stand after the whole log. */
export function allCommitments(events: readonly LogEvent[]): readonly Commitment[] {
  return standingOn(events, Infinity as PlainDate).commitments
}

function committed(
  id: string,
  { on, rep, text, by, deal, proof, owedTo }: NewCommitment,
  about: readonly string[],
): LogEvent {
  return {
    ...entry(on),
    event: 'committed',
    id,
    rep,
    text: cleanText(text),
    by: isoDate(by),
    ...(deal !== undefined && { deal }),
    ...(proof !== undefined && { proof: formatProof(proof) }),
    ...(owedTo !== undefined && { owedTo }),
    ...(about.length > 0 && { about: [...about] }),
  }
}

function entry(on: PlainDate) {
  return { schemaVersion: LOG_VERSION, on: isoDate(on) } as const
}

function keyOf({ on, rep, text, by, deal, proof, owedTo }: NewCommitment): string {
  const parts = [isoDate(on), rep, cleanText(text), isoDate(by), deal, proof && formatProof(proof), owedTo]
  return JSON.stringify(parts.map((part) => part ?? null))
}

/** Without letters and digits that are taken for each other, because people type them. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const ID_LENGTH = 4

/** From what was promised, and not from chance: two clones of one history give it the same. */
function idOf(made: NewCommitment, again: number): string {
  return shortId(`${keyOf(made)} ${again}`)
}

/** The same for the same text, on every machine. */
export function shortId(text: string): string {
  const hash = createHash('sha256').update(text).digest()
  return Array.from(hash.subarray(0, ID_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}
