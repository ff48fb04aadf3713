/**
 * A document as JSON, indented. Values stand in it as they stood in the file, so what could steer a terminal is written
 * as an escape, which any reader of JSON turns back.
 */
export function toJson(document: unknown): string {
  return `${indented(document, '')}\n`
}

/** The members of a document. A list may be made while it is written: only one of its items is then held at a time. */
export type Members = Readonly<Record<string, unknown>>

/** The same text in pieces, a piece an item of each list at the top: all of it may be longer than a string can be. */
export function* toJsonPieces(document: Members): Generator<string> {
  const members = Object.entries(document).filter(([, value]) => value !== undefined)
  let start = '{\n'
  for (const [name, value] of members) {
    yield `${start}${MEMBER}${JSON.stringify(name)}: `
    if (isList(value)) yield* listPieces(value)
    else yield indented(value, MEMBER)
    start = ',\n'
  }
  yield members.length === 0 ? '{}\n' : '\n}\n'
}

const MEMBER = '  '
const ITEM = '    '

function* listPieces(items: Iterable<unknown>): Generator<string> {
  let start = '[\n'
  for (const item of items) {
    yield `${start}${ITEM}${indented(item, ITEM)}`
    start = ',\n'
  }
  yield start === '[\n' ? '[]' : `\n${MEMBER}]`
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

/** @param indent before every line but the first. */
function indented(value: unknown, indent: string): string {
  // In a list JSON has null for what is not there.
  const text = JSON.stringify(value ?? null, null, 2)
  const escaped = text.replaceAll(/[^\P{C}\n]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
  return indent === '' ? escaped : escaped.replaceAll('\n', `\n${indent}`)
}
