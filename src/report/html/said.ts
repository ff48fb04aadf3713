import { pieces } from '../../language/fill.ts'
import type { Said, Slot } from '../../language/sentence.ts'
import type { Words } from '../../language/words.ts'
import { html, type Html } from './markup.ts'

/** A sentence as HTML: names stay in their own direction of writing, and those that stand for deals catch the eye. */
export function saidHtml(said: Said, words: Words): Html {
  return html`${pieces(said, words).map(({ text, slot }) => (slot?.kind === 'name' ? nameHtml(text, slot.ids) : text))}`
}

/** Some sentences one after the other. */
export function allHtml(all: readonly Said[], words: Words): Html {
  return html`${all.map((one, at) => [at === 0 ? '' : ' ', saidHtml(one, words)])}`
}

/** A sentence whose first figure is set large. */
export function ledHtml(all: readonly Said[], words: Words): Html {
  const parts = all.flatMap((one, at) => [...(at === 0 ? [] : [{ text: ' ' }]), ...pieces(one, words)])
  const lead = parts.findIndex(({ slot }) => isFigure(slot))
  return html`${parts.map(({ text, slot }, at) => {
    if (at === lead) return leadHtml(text, slot)
    return slot?.kind === 'name' ? nameHtml(text, slot.ids) : text
  })}`
}

/** Of “9%, 7 of 77” the share. */
function leadHtml(text: string, slot: Slot | undefined): Html {
  const end = slot?.kind === 'rate' ? text.indexOf(', ') : -1
  return end < 0 ? html`<b class="lead">${text}</b>` : html`<b class="lead">${text.slice(0, end)}</b>${text.slice(end)}`
}

function isFigure(slot: Slot | undefined): boolean {
  return slot !== undefined && ['count', 'number', 'sum', 'rate', 'share'].includes(slot.kind)
}

function nameHtml(text: string, ids: readonly string[] | undefined): Html {
  return ids === undefined ? html`<bdi>${text}</bdi>` : html`<b><bdi>${text}</bdi></b>`
}
