import { pieces, type Piece } from '../../language/fill.ts'
import type { Said, Slot } from '../../language/sentence.ts'
import type { Words } from '../../language/words.ts'
import type { Report } from '../content/document.ts'
import { sentencesIn, type Placed } from '../content/sentences.ts'

/** A figure as it is printed, and the deals behind it. */
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

/** Every figure of a report, and every name that stands for deals, in the order in which they are read. */
export function figuresIn(report: Report, words: Words): readonly Figure[] {
  return [...sentencesIn(report), ...entriesIn(report)].flatMap((placed) => figuresOf(placed, words))
}

type Stated = Pick<Placed, 'said' | 'sheet'>

/** Deals to discuss are written by each format by itself: name, amount. */
function entriesIn({ sheets }: Report): readonly Stated[] {
  return sheets.flatMap((sheet) =>
    sheet.blocks.flatMap((block) =>
      block.kind !== 'deals'
        ? []
        : block.entries.map(({ id, name, amount }) => ({
            sheet,
            said: entrySaid({ kind: 'name', text: name, ids: [id] }, amount),
          })),
    ),
  )
}

function entrySaid(name: Slot, amount: Slot | undefined): Said {
  return amount === undefined
    ? { template: 'entry', words: '{name}', slots: { name } }
    : { template: 'entry', words: '{name}, {amount}', slots: { name, amount } }
}

function figuresOf({ said, sheet }: Stated, words: Words): readonly Figure[] {
  const parts = pieces(said, words)
  const sentence = parts.map(({ text }) => text).join('')
  let from = 0
  return parts.flatMap(({ text, slot }) => {
    const start = from
    from += text.length
    const behind = behindOf(slot)
    return behind === undefined
      ? []
      : [{ sheet: sheet?.name ?? sheet?.id, sentence, from: start, to: start + text.length, ...behind }]
  })
}

function behindOf(slot: Piece['slot']): Pick<Figure, 'ids' | 'of'> | undefined {
  switch (slot?.kind) {
    case 'count':
    case 'sum':
      return { ids: slot.ids, of: undefined }
    case 'rate':
      return { ids: slot.part, of: slot.whole }
    case 'share':
    case 'name':
      return { ids: slot.ids ?? [], of: undefined }
    case 'number':
    case 'date':
      return { ids: [], of: undefined }
    case 'text':
    case 'list':
    case undefined:
      return undefined
  }
}
