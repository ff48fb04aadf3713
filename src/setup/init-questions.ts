import type { Book } from '../book/book.ts'
import type { StageOrder } from '../book/deals/stages.ts'
import { groupBy } from '../kit/collections.ts'
import type { Exports } from '../records/exports.ts'

/** What the exports leave open, in the order in which it is asked. */
export interface Open {
  /** Fields that matter and have no column, where there are columns left that might be them. */
  readonly columns: readonly { readonly field: string; readonly asks: string; readonly candidates: readonly string[] }[]
  /** Stages that do not say whether a deal in them is open, won or lost, and how many deals are. */
  readonly states: readonly { readonly stage: string; readonly deals: number }[]
  /** The open stages where their order is guessed or not known at all. */
  readonly order: { readonly stages: readonly string[]; readonly from: 'guessed' | 'unknown' } | undefined
  /** Undefined where the exports name exactly one who leads all. */
  readonly manager: { readonly known: readonly string[] } | undefined
  /** New opportunities a week of the median rep, one decimal; undefined where it cannot be told. */
  readonly pace: number | undefined
  /** Whether no export holds goals. */
  readonly needsGoals: boolean
}

const FIELDS: readonly { readonly field: string; readonly or: readonly string[]; readonly asks: string }[] = [
  { field: 'name', or: ['id'], asks: 'the deal’s name' },
  { field: 'owner', or: [], asks: 'the rep who owns the deal' },
  { field: 'stage', or: ['status', 'isClosed', 'wonOn', 'lostOn'], asks: 'the deal’s stage' },
  { field: 'amount', or: [], asks: 'the amount' },
  { field: 'created', or: [], asks: 'the day the deal was created' },
  { field: 'closeDate', or: ['closedOn', 'wonOn'], asks: 'the day the deal is to close' },
]

/** The fields that are asked for where a file reads as nothing we know. */
export const FIELDS_ASKED: readonly { readonly field: string; readonly asks: string }[] = FIELDS

export function openQuestions(exports: Exports, book: Book): Open {
  const [top] = book.managers
  return {
    columns: openColumns(exports),
    states: unknownStates(book),
    order: openOrder(book.stages, book),
    manager:
      top?.name !== undefined ? undefined : { known: [...new Set(book.reps.flatMap(({ manager }) => manager ?? []))] },
    pace: book.team.medianPace === undefined ? undefined : Math.round(book.team.medianPace * 10) / 10 || undefined,
    needsGoals: book.reps.every(({ goal }) => goal === undefined),
  }
}

function openColumns({ inputs }: Exports): Open['columns'] {
  return inputs
    .filter(({ kind }) => kind === 'opportunities')
    .flatMap(({ columns, unmapped }) => {
      const has = (field: string) => columns.some((column) => column.field === field)
      const open = FIELDS.filter(({ field, or }) => ![field, ...or].some(has))
      return unmapped.length === 0 ? [] : open.map(({ field, asks }) => ({ field, asks, candidates: unmapped }))
    })
}

function unknownStates({ deals }: Book): Open['states'] {
  const unknown = deals.filter(({ state, stage }) => state === 'unknown' && stage !== undefined)
  return [...groupBy(unknown, ({ stage }) => stage ?? '')].map(([stage, same]) => ({ stage, deals: same.length }))
}

function openOrder({ names, source }: StageOrder, { open }: Book): Open['order'] {
  if (source === 'names' || source === 'probability') return { stages: names, from: 'guessed' }
  const used = [...new Set(open.flatMap(({ stage }) => stage ?? []))]
  return source === 'unknown' && used.length > 1 ? { stages: used, from: 'unknown' } : undefined
}

/** `Discovery, Proposal, Legal` as somebody types them; undefined where it is not these stages, each once. */
export function saidOrder(said: string, stages: readonly string[]): readonly string[] | undefined {
  const parts = said
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const order = parts.map((part) => stages.find((stage) => stage.toLowerCase() === part.toLowerCase()))
  if (order.some((stage) => stage === undefined) || new Set(order).size !== stages.length) return undefined
  return order.flatMap((stage) => stage ?? [])
}

/** `150000`, `150k`, `1.2m`; 0 for nothing typed. Undefined for anything else. */
export function saidAmount(said: string): number | undefined {
  const text = said.trim().toLowerCase()
  if (text === '') return 0
  const [, digits = '', scale = ''] =
    /^(\d+(?:\.\d+)?)\s*([km]?)$/.exec(text.replaceAll(/(?<=\d)[ ,_](?=\d{3}(?!\d))/g, '')) ?? []
  if (digits === '') return undefined
  return Number(digits) * ({ k: 1e3, m: 1e6 }[scale] ?? 1)
}
