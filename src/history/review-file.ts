import type { z } from 'zod'
import type { KeptByReview, PastReview, PastVerdict } from '../book/past/past.ts'
import type { SeenDeal } from '../book/past/seen-deal.ts'
import { compareText } from '../kit/collections.ts'
import { Problem } from '../system/problem.ts'
import { isoDate, parseIsoDate, type PlainDate } from '../time/plain-date.ts'
import { readDocument } from './read.ts'
import { reviewSchema, REVIEW_VERSION } from './schema.ts'

/** A review as its file: one deal and one finding a line, in an order of their own, so that a difference can be read. */
export function reviewText(review: PastReview): string {
  const { reading } = review
  const members = [
    ['schemaVersion', String(REVIEW_VERSION)],
    ['asOf', JSON.stringify(isoDate(review.asOf))],
    ...(review.newest === undefined ? [] : [['newest', JSON.stringify(isoDate(review.newest))]]),
    ...(review.isSameData === true ? [['sameData', 'true']] : []),
    ...(reading.currency === undefined ? [] : [['currency', JSON.stringify(reading.currency)]]),
    ['rates', object(reading.rates)],
    ['columns', object(reading.columns)],
    ['reps', list([...review.reps].sort(compareText))],
    ['deals', list(byKey(review.deals).map(([id, deal]) => dealDocument(id, deal)))],
    ['findings', list([...review.findings].sort(compareText).map((finding) => findingDocument(finding, review)))],
    ...(review.kept === undefined
      ? []
      : [
          ['rules', list([...review.kept.rules].sort(compareText))],
          ['verdicts', list(review.kept.verdicts)],
        ]),
    ['commitments', object(new Map(byKey(review.judged).map(([id, judged]) => [id, verdictDocument(judged)])))],
  ]
  return `{\n${members.map(([key, value]) => `  "${key}": ${value}`).join(',\n')}\n}\n`
}

function findingDocument(finding: string, { kept }: PastReview) {
  return { finding, severity: kept?.severities.get(finding) }
}

function dealDocument(id: string, deal: SeenDeal) {
  const { name, owner, state, stage, amount, created, closeDate, nextStep, contacts } = deal
  // JSON leaves out what is undefined.
  return { id, name, owner, state, stage, amount, created: iso(created), closeDate: iso(closeDate), nextStep, contacts }
}

function verdictDocument({ verdict, since, times }: PastVerdict) {
  return { verdict, since: iso(since), times }
}

function byKey<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => compareText(a, b))
}

function list(values: readonly unknown[]): string {
  return values.length === 0 ? '[]' : `[\n${values.map((value) => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`
}

function object(map: ReadonlyMap<string, unknown>): string {
  const lines = byKey(map).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`
}

function iso(date: PlainDate | undefined): string | undefined {
  return date === undefined ? undefined : isoDate(date)
}

/**
 * @param day what the file is called.
 * @throws Problem for a file that is damaged, of a later version, or of another day than its name.
 */
export function readReview(text: string, day: PlainDate, file: string): PastReview {
  const document = readDocument(reviewSchema, text, REVIEW_VERSION, { file })
  if (document.asOf !== isoDate(day))
    throw new Problem('the history is damaged: this file is of another day than its name', {
      where: { file, value: document.asOf },
      hint: 'give it the name of its day, or move it away',
    })
  return {
    asOf: day,
    newest: document.newest === undefined ? undefined : parseIsoDate(document.newest),
    isSameData: document.sameData === true,
    deals: new Map(document.deals.map(({ id, ...deal }) => [id, seenDeal(deal)])),
    findings: new Set(document.findings.map(({ finding }) => finding)),
    reading: {
      columns: new Map(Object.entries(document.columns)),
      currency: document.currency,
      rates: new Map(Object.entries(document.rates)),
    },
    reps: document.reps,
    judged: new Map(
      Object.entries(document.commitments).map(([id, { verdict, since, times }]) => [
        id,
        { verdict, since: parseIsoDate(since) ?? day, times },
      ]),
    ),
    kept: keptIn(document),
  }
}

function keptIn({ findings, rules, verdicts }: z.infer<typeof reviewSchema>): KeptByReview | undefined {
  if (rules === undefined || verdicts === undefined) return undefined
  const severities = findings.flatMap(({ finding, severity }) =>
    severity === undefined ? [] : [[finding, severity] as const],
  )
  return { rules, severities: new Map(severities), verdicts }
}

type DealDocument = Omit<ReturnType<typeof dealDocument>, 'id'>

function seenDeal(deal: Partial<DealDocument> & Pick<DealDocument, 'name' | 'state'>): SeenDeal {
  return {
    name: deal.name,
    owner: deal.owner,
    state: deal.state,
    stage: deal.stage,
    amount: deal.amount,
    created: deal.created === undefined ? undefined : parseIsoDate(deal.created),
    closeDate: deal.closeDate === undefined ? undefined : parseIsoDate(deal.closeDate),
    nextStep: deal.nextStep,
    contacts: deal.contacts,
  }
}
