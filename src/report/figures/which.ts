import type { Figure } from '../../history/kept-page.ts'
import { Problem } from '../../system/problem.ts'
import { findFigure, textOf } from './find.ts'

const SHOWN = 8

/** The one figure that is meant. @throws Problem that says what is near, or which there are. */
export function whichFigure(figures: readonly Figure[], asked: string): Figure {
  const found = findFigure(figures, asked)
  switch (found.kind) {
    case 'one':
      return found.figure
    case 'several':
      throw new Problem(`“${asked}” stands for ${found.figures.length} figures`, {
        hint: `type more of its sentence, or name the page with --rep:${listed(found.figures)}`,
      })
    case 'no-deals':
      throw new Problem(`“${asked}” is on the page, and no deals stand behind it`, {
        hint: `it is a goal, a day, or a number of people, days or meetings:${listed([found.figure])}`,
      })
    case 'none':
      throw new Problem(`no figure of the page reads “${asked}”`, {
        hint:
          found.near.length === 0
            ? 'type it as the page has it, such as "98 of 282" or "$184k"'
            : `did you mean one of these?${listed(found.near)}`,
      })
  }
}

function listed(figures: readonly Figure[]): string {
  const lines = figures.slice(0, SHOWN).map((figure) => `\n    ${textOf(figure)}   ${placeOf(figure)}`)
  const rest = figures.length - lines.length
  return `${lines.join('')}${rest > 0 ? `\n    and ${rest} more` : ''}`
}

/** Whose page, and the sentence. */
export function placeOf({ sheet, sentence }: Figure): string {
  return `${sheet ?? 'Behind the pages'}: “${sentence}”`
}
