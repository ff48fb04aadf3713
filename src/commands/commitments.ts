import { type Commitment, formatProof, MANAGER } from '../book/past/commitments.ts'
import type { PastReview, PastVerdict } from '../book/past/past.ts'
import type { History } from '../history/folder.ts'
import { allCommitments, commit, settle } from '../history/record.ts'
import { whoIsMeant } from '../language/who-is-meant.ts'
import { toJson } from '../report/json/to-json.ts'
import { openConfig } from '../review/config-search.ts'
import { openHistory } from '../review/open-history.ts'
import { type Io, writeOut } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { dateInZone, isoDate, localDate, type PlainDate } from '../time/plain-date.ts'
import type { AddFlags, KeeperFlags } from './commitment-flags.ts'
import { checked } from './new-commitment.ts'

/** The flags of `commitments list`. */
export interface ListFlags extends KeeperFlags {
  readonly format: 'text' | 'json'
  readonly rep: readonly string[]
  readonly all?: boolean
}

/** The history, and the day on which something is said: `--as-of`, else that of the newest review, else today. */
export async function openKept(flags: KeeperFlags, io: Io) {
  const loaded = await openConfig(flags, io)
  const history = await openHistory(flags, loaded, io)
  if (history === undefined)
    throw new Problem('there is no history to look at', {
      hint: 'name its folder with --history DIR, or with history: in pipeline-coach.yaml',
    })
  const newest = await history.newest()
  const zone = loaded.config.timezone
  const today = zone === undefined ? localDate(io.now()) : dateInZone(io.now(), zone)
  return { ...loaded, history, newest, today, asOf: flags.asOf ?? newest?.asOf ?? today }
}

/** `commitments add TEXT`: writes down what was promised, and says what will prove it. */
export async function addCommitment(text: string, flags: AddFlags, io: Io): Promise<number> {
  const { history, newest, asOf, rules, config } = await openKept(flags, io)
  const { made, dealName } = checked(text, flags, { newest, asOf, rules, stages: config.stages?.order ?? [] })
  const { id, isNew } = await commit(history, made)
  const whose = made.rep === MANAGER ? `you${made.owedTo === undefined ? '' : `, to ${made.owedTo}`}` : made.rep
  const lines = [
    `${id}  ${whose}, by ${isoDate(made.by)}: ${made.text}${isNew ? '' : '  (it was written down already)'}`,
    ...(dealName === undefined ? [] : [`      deal   ${dealName}`]),
    `      proof  ${proofInWords(made, id)}`,
  ]
  await writeOut(io.stdout, `${lines.join('\n')}\n`)
  return 0
}

function proofInWords({ proof, on }: Pick<Commitment, 'proof' | 'on'>, id: string): string {
  if (proof === undefined) return `none: no export can show it, so say “pipeline-coach commitments done ${id}”`
  const since = isoDate(on)
  switch (proof.kind) {
    case 'cleared':
      return `${formatProof(proof)}: the rule no longer speaks`
    case 'new-opportunities':
      return `${formatProof(proof)}: so many created since ${since}, renewals left out`
    case 'stage':
      return `${formatProof(proof)}: the deal has reached that stage, or passed it`
    case 'activity':
      return `${formatProof(proof)}: any on the deal since ${since}`
    case 'next-step':
      return `${formatProof(proof)}: one with a date ahead`
    case 'close-date':
      return `${formatProof(proof)}: the deal closes no later`
    case 'won':
      return `${formatProof(proof)}: the deal is won`
  }
}

/** `commitments done ID…` and `commitments drop ID…`. */
export async function settleCommitments(
  ids: readonly string[],
  as: 'done' | 'dropped',
  flags: KeeperFlags,
  io: Io,
): Promise<number> {
  const { history, asOf } = await openKept(flags, io)
  const settled = await settle(history, ids, as, asOf)
  await writeOut(io.stdout, settled.map(({ id, rep, text }) => `${id}  ${as}  ${rep}: ${text}\n`).join(''))
  return 0
}

/** `commitments list`: those that are neither done nor dropped nor judged for good; with `--all` every one. */
export async function listCommitments(flags: ListFlags, io: Io): Promise<number> {
  const { history, newest, asOf } = await openKept(flags, io)
  const judged = await verdictsUpTo(asOf, history)
  const made = allCommitments(await history.events())
  const names = new Set(flags.rep.map((name) => promiserOf(name, made, newest)))
  const listed = made
    .filter(({ rep, on }) => on <= asOf && (names.size === 0 || names.has(rep)))
    .map((commitment) => ({ commitment, status: statusOf(commitment, judged.get(commitment.id), asOf) }))
    .filter(({ status }) => flags.all === true || status === 'open' || status === 'missed')
    .sort((a, b) => a.commitment.by - b.commitment.by)
  const text = flags.format === 'json' ? listJson(listed, newest) : listText(listed, newest)
  await writeOut(io.stdout, text)
  return 0
}

/** Whom --rep means: somebody of the newest review, or somebody who promised something. */
function promiserOf(said: string, made: readonly Commitment[], newest: PastReview | undefined): string {
  if (said.toLowerCase() === MANAGER) return MANAGER
  return whoIsMeant(said, {
    what: 'rep',
    names: [...(newest?.reps ?? []), ...made.map(({ rep }) => rep)],
    where: ' in the history',
    ifNone: 'nobody has promised anything yet',
  })
}

interface Listed {
  readonly commitment: Commitment
  readonly status: string
}

async function verdictsUpTo(asOf: PlainDate, history: History): Promise<ReadonlyMap<string, PastVerdict>> {
  const day = (await history.days()).findLast((candidate) => candidate <= asOf)
  return day === undefined ? new Map() : (await history.review(day)).judged
}

function statusOf({ settled }: Commitment, judged: PastVerdict | undefined, asOf: PlainDate): string {
  if (settled !== undefined && settled.on <= asOf) return settled.as
  return judged?.verdict ?? 'open'
}

function listText(listed: readonly Listed[], newest: PastReview | undefined): string {
  if (listed.length === 0) return 'No commitments are open. --all lists those that were settled.\n'
  return listed
    .map(({ commitment, status }) => {
      const { id, rep, by, text, deal, proof, owedTo } = commitment
      const name = deal === undefined ? undefined : (newest?.deals.get(deal)?.name ?? deal)
      const details = [name, proof === undefined ? 'no proof' : formatProof(proof), owedTo && `for ${owedTo}`]
      return `${id}  ${status.padEnd(7)}  by ${isoDate(by)}  ${rep}: ${text} (${details.filter(Boolean).join(', ')})\n`
    })
    .join('')
}

function listJson(listed: readonly Listed[], newest: PastReview | undefined): string {
  return toJson({
    schema: 'pipeline-coach/commitments@1',
    commitments: listed.map(({ commitment, status }) => ({
      id: commitment.id,
      status,
      rep: commitment.rep,
      owedTo: commitment.owedTo ?? null,
      text: commitment.text,
      on: isoDate(commitment.on),
      by: isoDate(commitment.by),
      deal:
        commitment.deal === undefined
          ? null
          : { id: commitment.deal, name: newest?.deals.get(commitment.deal)?.name ?? commitment.deal },
      proof: commitment.proof === undefined ? null : formatProof(commitment.proof),
    })),
  })
}
