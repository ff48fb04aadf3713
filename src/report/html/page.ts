import { fill } from '../../language/fill.ts'
import type { Words } from '../../language/words.ts'
import type { Block, Fold, Report, Sheet } from '../content/document.ts'
import { blockHtml } from './blocks.ts'
import { html, type Html, type Value } from './markup.ts'
import { look } from './look.ts'
import { htmlDocument } from './shell.ts'

/** The report as one page that needs nothing else, to look at and to print: a sheet for the team, and one for each rep. */
export function pageHtml(report: Report, words: Words): string {
  const { sheets, appendix, audience } = report
  const body = html`${sheets.map((sheet, at) => sheetHtml(sheet, at, words))}${audience === 'rep' || appendix.length === 0 ? undefined : appendixHtml(appendix, words)}`
  return htmlDocument({ title: fill(report.title, words), style: look, body })
}

function sheetHtml({ kind, id, blocks }: Sheet, at: number, words: Words): Value {
  const level = at === 0 ? 'h1' : 'h2'
  return html`<section class="sheet ${kind}" id="${id}">
    ${blocks.map((block) => blockHtml(block, { words, level, sheet: kind }))}
  </section> `
}

/** Behind the pages: not on paper, and closed until somebody asks. */
function appendixHtml(blocks: Report['appendix'], words: Words): Html {
  return html`<section class="sheet appendix" id="appendix">
    ${blocks.map((block) => blockHtml(block.kind === 'fold' ? block : folded(block), { words, level: 'h2', sheet: 'appendix' }))}
  </section> `
}

function folded(block: Block): Fold {
  return { kind: 'fold', title: { template: 'appendix', words: 'Behind the pages', slots: {} }, blocks: [block] }
}
