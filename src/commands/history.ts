import type { PastReview } from '../book/past/past.ts'
import { reviewText } from '../history/review-file.ts'
import { plural } from '../ingest/messages.ts'
import { groupBy } from '../kit/collections.ts'
import { suggestion } from '../language/suggestion.ts'
import { toJson } from '../report/json/to-json.ts'
import { type Io, writeOut } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { typedDay } from '../language/typed-day.ts'
import { isoDate, type PlainDate } from '../time/plain-date.ts'
import type { KeeperFlags } from './commitment-flags.ts'
import { openKept } from './commitments.ts'

export interface HistoryListFlags extends KeeperFlags {
  readonly format: 'text' | 'json'
}

/** The flags of `history prune`. */
export interface PruneFlags extends KeeperFlags {
  readonly before?: PlainDate
  readonly keep?: number
  readonly yes?: boolean
}

/** `history list`: a line a review, oldest first. */
export async function listReviews(flags: HistoryListFlags, io: Io): Promise<number> {
  const { history } = await openKept(flags, io)
  const reviews: PastReview[] = []
  for (const day of await history.days()) reviews.push(await history.review(day))
  const summaries = reviews.map(summary)
  const text =
    flags.format === 'json'
      ? toJson({ schema: 'pipeline-coach/history@1', reviews: summaries })
      : summaries.map(line).join('') || `No reviews yet in ${history.shown}.\n`
  await writeOut(io.stdout, text)
  return 0
}

function summary({ asOf, reps, deals, findings, judged }: PastReview) {
  const open = [...deals.values()].filter(({ state }) => state === 'open').length
  const counts = groupBy(judged.values(), ({ verdict }) => verdict)
  const count = (verdict: 'kept' | 'missed' | 'open' | 'moot') => counts.get(verdict)?.length ?? 0
  return {
    asOf: isoDate(asOf),
    reps: reps.length,
    openDeals: open,
    findings: findings.size,
    missed: count('missed'),
    open: count('open'),
  }
}

function line({ asOf, reps, openDeals, findings, missed, open }: ReturnType<typeof summary>): string {
  const promised = [missed > 0 ? `${missed} missed` : '', open > 0 ? `${open} open` : ''].filter((part) => part !== '')
  const commitments = promised.length === 0 ? '' : `, commitments: ${promised.join(', ')}`
  return `${asOf}  ${plural(reps, 'rep')}, ${plural(openDeals, 'open deal')}, ${plural(findings, 'finding')}${commitments}\n`
}

/** `history show DATE`: what one review saw and said. */
export async function showReview(typed: string, flags: HistoryListFlags, io: Io): Promise<number> {
  const { history, today } = await openKept(flags, io)
  const days = (await history.days()).map((day) => isoDate(day))
  const day = typedDay(typed, 'history show', { today, toward: 'back', locale: flags.locale })
  const said = isoDate(day)
  if (!days.includes(said))
    throw new Problem(`there is no review of ${said}`, {
      where: { file: history.shown },
      hint: days.length === 0 ? 'there is none at all yet' : suggestion(said, days),
    })
  const review = await history.review(day)
  await writeOut(io.stdout, flags.format === 'json' ? reviewText(review) : shown(review))
  return 0
}

function shown(review: PastReview): string {
  const deals = [...review.deals].filter(([, { state }]) => state === 'open')
  const said = groupBy(
    [...review.findings].flatMap((key) => {
      const [, rule = '', about = ''] = /^(\S+) deal (.*)$/u.exec(key) ?? []
      return rule === '' ? [] : [{ rule, about }]
    }),
    ({ about }) => about,
  )
  const others = [...review.findings].filter((key) => !/^\S+ deal /u.test(key))
  const lines = [
    line(summary(review)).trimEnd(),
    ...deals.map(([id, deal]) => {
      const facts = [deal.owner, deal.stage, deal.amount, deal.closeDate && `closes ${isoDate(deal.closeDate)}`]
      const rules = said.get(id)?.map(({ rule }) => rule) ?? []
      return `  ${id}  ${[deal.name, ...facts.filter((fact) => fact !== undefined)].join(' · ')}${rules.length === 0 ? '' : `\n      ${rules.join(', ')}`}`
    }),
    ...others.map((key) => `  ${key}`),
  ]
  return `${lines.join('\n')}\n`
}

/** `history prune`: says which reviews it would remove, and with `--yes` removes them. The log is never touched. */
export async function pruneReviews(flags: PruneFlags, io: Io): Promise<number> {
  const { before, keep } = flags
  if ((before === undefined) === (keep === undefined))
    throw new Problem('prune needs to know what to remove', { hint: 'either --before DATE or --keep N, the newest N' })
  const { history } = await openKept(flags, io)
  const days = await history.days()
  const old = keep === undefined ? days.filter((day) => before !== undefined && day < before) : days.slice(0, -keep)
  if (flags.yes === true && old.length > 0) await history.remove(old)
  const names = old.map((day) => `${isoDate(day)}\n`).join('')
  const what = `${old.length} of ${plural(days.length, 'review')}`
  const said =
    old.length === 0
      ? `Nothing to remove: ${plural(days.length, 'review')} ${days.length === 1 ? 'is' : 'are'} kept.\n`
      : flags.yes === true
        ? `Removed ${what}.\n`
        : `Would remove ${what}; --yes removes them. Commitments and dismissals stay.\n`
  await writeOut(io.stdout, names + said)
  return 0
}
