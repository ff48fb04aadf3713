import { z } from 'zod'
import { isoDate, parseIsoDate, type PlainDate } from '../time/plain-date.ts'
import { cleanText } from '../vocabulary/nothing.ts'
import { readDocument } from './read.ts'

/** Of the file with the figures of a page. */
const PAGE_VERSION = 1

/** A figure as it was printed, and the deals behind it. */
export interface Figure {
  /** Whose page it is on; undefined behind the pages. */
  readonly sheet: string | undefined
  /** The sentence it stands in, from where to where. */
  readonly sentence: string
  readonly from: number
  readonly to: number
  /** The deals that are counted or added up; none of a figure that no deals stand behind. */
  readonly ids: readonly string[]
  /** Of a rate, the deals that these are a part of. */
  readonly of: readonly string[] | undefined
}

/** What is shown of a deal behind a figure. */
export interface DealBehind {
  readonly id: string
  readonly name: string
  readonly customer: string | undefined
  readonly rep: string | undefined
  readonly state: string
  readonly stage: string | undefined
  /** In the currency of the review. */
  readonly amount: number | undefined
  readonly opened: PlainDate | undefined
  /** Of a won or lost deal. */
  readonly closed: PlainDate | undefined
  /** Of an open deal. */
  readonly due: PlainDate | undefined
}

/** The figures of a review's page. */
export interface KeptPage {
  readonly asOf: PlainDate
  readonly currency: string | undefined
  readonly figures: readonly Figure[]
  /** Those behind a figure, by id. */
  readonly deals: ReadonlyMap<string, DealBehind>
}

const text = z.string().transform(cleanText)
const day = z
  .string()
  .refine((given) => parseIsoDate(given) !== undefined, 'no such day')
  .transform((given) => parseIsoDate(given))
const places = z.array(z.int().min(0)).describe('Places in the list of deals')

const schema = z.object({
  schemaVersion: z.literal(PAGE_VERSION),
  asOf: z.string(),
  currency: text.optional(),
  deals: z.array(
    z.object({
      id: text,
      name: text,
      customer: text.optional(),
      rep: text.optional(),
      state: text,
      stage: text.optional(),
      amount: z.number().optional(),
      opened: day.optional(),
      closed: day.optional(),
      due: day.optional(),
    }),
  ),
  figures: z.array(
    z.object({
      sheet: text.optional(),
      sentence: z.string(),
      from: z.int().min(0),
      to: z.int().min(0),
      ids: places,
      of: places.optional(),
    }),
  ),
})

/** A deal a line and a figure a line. */
export function pageText({ asOf, currency, figures, deals }: KeptPage): string {
  const place = new Map([...deals.keys()].map((id, at) => [id, at]))
  const placesOf = (ids: readonly string[]) => ids.flatMap((id) => place.get(id) ?? [])
  const lines = (values: readonly unknown[]) => values.map((value) => `    ${JSON.stringify(value)}`).join(',\n')
  const iso = (given: PlainDate | undefined) => (given === undefined ? undefined : isoDate(given))
  const shownDeals = [...deals.values()].map((deal) => ({
    ...deal,
    opened: iso(deal.opened),
    closed: iso(deal.closed),
    due: iso(deal.due),
  }))
  const shownFigures = figures.map(({ ids, of, ...figure }) => ({
    ...figure,
    ids: placesOf(ids),
    of: of === undefined ? undefined : placesOf(of),
  }))
  const head = JSON.stringify({ schemaVersion: PAGE_VERSION, asOf: isoDate(asOf), currency }).slice(1, -1)
  return `{\n  ${head},\n  "deals": [\n${lines(shownDeals)}\n  ],\n  "figures": [\n${lines(shownFigures)}\n  ]\n}\n`
}

/** @throws Problem for a file that is damaged or of a later version. */
export function readPage(given: string, file: string): KeptPage {
  const { asOf, currency, deals, figures } = readDocument(schema, given, PAGE_VERSION, { file })
  const id = (at: number) => deals[at]?.id ?? []
  return {
    asOf: parseIsoDate(asOf) ?? (0 as PlainDate),
    currency,
    deals: new Map(
      deals.map((deal) => [
        deal.id,
        {
          id: deal.id,
          name: deal.name,
          customer: deal.customer,
          rep: deal.rep,
          state: deal.state,
          stage: deal.stage,
          amount: deal.amount,
          opened: deal.opened,
          closed: deal.closed,
          due: deal.due,
        },
      ]),
    ),
    figures: figures.map(({ sheet, sentence, from, to, ids, of }) => ({
      sheet,
      sentence,
      from,
      to,
      ids: ids.flatMap(id),
      of: of?.flatMap(id),
    })),
  }
}
