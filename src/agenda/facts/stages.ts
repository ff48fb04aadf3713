import type { Book } from '../../book/book.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { text, type TextSlot } from '../../language/sentence.ts'

const LATE = 0.75

/** Whether a deal has been at a stage or at a later one, as far as its history tells. */
export function hasReached({ stagesHeld = [] }: Deal, place: number, { stages }: Pick<Book, 'stages'>): boolean {
  return stagesHeld.some(({ stage }) => (stages.placeOf(stage) ?? -1) >= place)
}

/** The first stage of the last quarter of the way: where a deal is nearly decided. */
export function lateStage({
  stages,
}: Pick<Book, 'stages'>): { readonly name: string; readonly place: number } | undefined {
  const place = Math.ceil(LATE * (stages.names.length - 1))
  const name = stages.names[place]
  return name === undefined || place === 0 ? undefined : { name, place }
}

const LONG = 14

/** What people call a stage: of “Proposal/Price Quote” the first half. */
export function stageSlot(stage: string): TextSlot {
  const [first = stage] = stage.split(/\s{0,9}\/\s{0,9}/u)
  return text(stage.length > LONG && first.length > 3 ? first : stage)
}
