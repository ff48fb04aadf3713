import type { Said } from '../../language/sentence.ts'
import type { Block, Column, Line, Picture, Report, Sheet } from './document.ts'

/** A sentence, and where it stands. */
export interface Placed {
  readonly said: Said
  /** Undefined in the appendix. */
  readonly sheet: Sheet | undefined
  /** What stands before it: `WHY`, the name of a deal, the title of a column. */
  readonly label: string
  /** The number at a bar. */
  readonly isInPicture: boolean
  /** Of a cell, the first one of its row: whom it is about. */
  readonly row?: Said
}

/** Every sentence of a report, in the order in which it is read. */
export function sentencesIn({ sheets, appendix }: Report): readonly Placed[] {
  return [
    ...sheets.flatMap((sheet) => sheet.blocks.flatMap((block) => inBlock(block).map((one) => ({ ...one, sheet })))),
    ...appendix.flatMap((block) => inBlock(block).map((one) => ({ ...one, sheet: undefined }))),
  ]
}

type Labelled = Omit<Placed, 'sheet'>

const labelled = (label: string, said: readonly (Said | undefined)[], isInPicture = false): readonly Labelled[] =>
  said.flatMap((one) => (one === undefined ? [] : [{ label, said: one, isInPicture }]))

function inBlock(block: Block): readonly Labelled[] {
  switch (block.kind) {
    case 'head':
      return labelled('', [block.title, block.aside, ...block.facts, block.factsAside])
    case 'lines':
      return block.lines.flatMap(inLine)
    case 'points':
      return block.points.flatMap(({ said, picture }, at) => [
        ...labelled(String(at + 1), said),
        ...labelled(String(at + 1), inPicture(picture), true),
      ])
    case 'table':
      return [
        ...labelled('', [block.title]),
        ...block.rows.flatMap(({ cells }) => inRow(cells, block.columns)),
        ...labelled('', block.notes),
      ]
    case 'deals':
      return [
        ...labelled('', [block.title]),
        ...block.entries.flatMap(({ name, reasons, question }) => labelled(name, [...reasons, question])),
        ...labelled('', [block.rest]),
      ]
    case 'sentences':
      return labelled('', [block.title, ...block.items.flat()])
    case 'blanks':
      return []
    case 'fold':
      return [...labelled('', [block.title]), ...block.blocks.flatMap(inBlock)]
  }
}

function inRow(cells: readonly (Said | undefined)[], columns: readonly Column[]): readonly Labelled[] {
  const [row, ...others] = cells
  return [
    ...labelled('', [row]),
    ...others.flatMap((cell, at) =>
      labelled(columns[at + 1]?.title ?? '', [cell]).map((one) => (row === undefined ? one : { ...one, row })),
    ),
  ]
}

function inLine({ label, said, picture }: Line): readonly Labelled[] {
  return [...labelled(label, said), ...labelled(label, inPicture(picture), true)]
}

function inPicture(picture: Picture | undefined): readonly Said[] {
  return picture?.kind === 'bars' ? picture.groups.flatMap(({ bars }) => bars.map(({ said }) => said)) : []
}
