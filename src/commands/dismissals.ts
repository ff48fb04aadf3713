import { allPutAside, type PutAside } from '../history/dismissals.ts'
import { note } from '../history/record.ts'
import { nearest } from '../language/suggestion.ts'
import { toJson } from '../report/json/to-json.ts'
import { type Io, writeOut } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { addDays, isoDate } from '../time/plain-date.ts'
import type { KeeperFlags } from './commitment-flags.ts'
import { openKept } from './commitments.ts'

/** The flags of `dismissals list`. */
export interface DismissalListFlags extends KeeperFlags {
  readonly format: 'text' | 'json'
  readonly all?: boolean
}

/** `dismissals list`: what is put aside, why and until when; with `--all` what was, too. */
export async function listDismissals(flags: DismissalListFlags, io: Io): Promise<number> {
  const { all, titles } = await openPutAside(flags, io)
  const listed = all.filter(({ isOver }) => flags.all === true || !isOver)
  const text = flags.format === 'json' ? json(listed) : listed.map((one) => `${lineOf(one, titles)}\n`).join('')
  await writeOut(io.stdout, text === '' ? 'Nothing is put aside. --all lists what was.\n' : text)
  return 0
}

/** `dismissals undo ID…`: from the next review on it is talked about again. */
export async function undoDismissals(said: readonly string[], flags: KeeperFlags, io: Io): Promise<number> {
  const { all, titles, history, asOf } = await openPutAside(flags, io)
  const standing = all.filter(({ isOver }) => !isOver)
  const meant = [...new Set(said.flatMap((one) => meantBy(one, standing, history.shown)))]
  await note(
    history,
    'undismissed',
    meant.map(({ key }) => key),
    asOf,
  )
  await writeOut(io.stdout, meant.map((one) => `taken back  ${lineOf(one, titles)}\n`).join(''))
  return 0
}

async function openPutAside(flags: KeeperFlags, io: Io) {
  const kept = await openKept(flags, io)
  const { past } = await kept.history.before(addDays(kept.asOf, 1))
  const titles = new Map(kept.rules.map(({ id, title }) => [id, title]))
  return { ...kept, all: allPutAside(past, kept.asOf), titles }
}

/** By its id; or all that is put aside about a deal or a rep, by the name. */
function meantBy(said: string, standing: readonly PutAside[], file: string): readonly PutAside[] {
  const wanted = said.trim().toLowerCase()
  const found = standing.filter(({ id, name, about }) => [id, name.toLowerCase(), about.toLowerCase()].includes(wanted))
  if (found.length > 0) return found
  const near = nearest(said, [...standing.map(({ id }) => id), ...standing.map(({ name }) => name)])
  const list = 'see “pipeline-coach dismissals list”'
  throw new Problem(`nothing is put aside as “${said}”`, {
    where: { file },
    hint:
      standing.length === 0 ? 'there is no dismissal at all' : near === undefined ? list : `did you mean “${near}”?`,
  })
}

function lineOf({ id, name, rep, rule, reason, on, until }: PutAside, titles: ReadonlyMap<string, string>): string {
  const whose = rep === undefined || rep === name ? '' : `${rep}, `
  const end = until === undefined ? 'until the deal changes' : `until ${isoDate(until)}`
  return `${id}  ${whose}${name}: ${titles.get(rule) ?? rule}. Put aside on ${isoDate(on)} ${end}: “${reason}”`
}

function json(listed: readonly PutAside[]): string {
  return toJson({
    schema: 'pipeline-coach/dismissals@1',
    dismissals: listed.map(({ id, rule, scope, about, name, rep, reason, on, until, isOver }) => ({
      id,
      rule,
      scope,
      about: { id: about, name },
      rep: rep ?? null,
      reason,
      on: isoDate(on),
      until: until === undefined ? null : isoDate(until),
      over: isOver,
    })),
  })
}
