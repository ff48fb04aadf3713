import type { Figure } from '../../history/kept-page.ts'
import { fill, pieces, type Piece } from '../../language/fill.ts'
import type { Said, Slot } from '../../language/sentence.ts'
import type { Words } from '../../language/words.ts'
import type { Report } from '../content/document.ts'
import { sentencesIn, type Placed } from '../content/sentences.ts'

/** Every figure of a report, and every name that stands for deals, in the order in which they are read. */
export function figuresIn(report: Report, words: Words): readonly Figure[] {
  return [...sentencesIn(report), ...entriesIn(report)].flatMap((placed) => figuresOf(placed, words))
}

type Stated = Pick<Placed, 'said' | 'sheet'> & Partial<Pick<Placed, 'label' | 'row'>>

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

function figuresOf({ said, sheet, row, label = '' }: Stated, words: Words): readonly Figure[] {
  // A cell says little without whom and what it is about.
  const before = row === undefined ? [] : [{ text: `${fill(row, words)}, ${label}: ` }]
  const parts: readonly Piece[] = [...before, ...pieces(said, words)]
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
