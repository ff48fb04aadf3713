/** HTML that is what it says: made only by `html`, which escapes whatever it is given. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

export type Value = Html | string | number | undefined | readonly Value[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand between tags and in a quoted attribute. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '').replaceAll(/[^\P{C}\n]/gu, ' ')
}

function markup(value: Value): string {
  if (value === undefined) return ''
  if (value instanceof Html) return value.toString()
  if (typeof value === 'object') return value.map(markup).join('')
  return escaped(String(value))
}

/** HTML or SVG with values in it; each is escaped unless it is HTML already. Undefined is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  // The formatter indents templates; nobody reads the indents in the page.
  return new Html(parts.map((part, at) => part.replaceAll(/\n\s*/g, '\n') + markup(values[at])).join(''))
}

/** Nothing where there is nothing to show. */
export function when(condition: unknown, then: () => Html): Html | undefined {
  return condition === undefined || condition === false || condition === '' ? undefined : then()
}
