/**
 * A document as JSON, indented. Values stand in it as they stood in the file, so what could steer a terminal is written
 * as an escape, which any reader of JSON turns back.
 */
export function toJson(document: unknown): string {
  const text = JSON.stringify(document, null, 2)
  const escaped = text.replaceAll(/[^\P{C}\n]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
  return `${escaped}\n`
}
