/** What is written: one text, or its pieces where all of it may be longer than a string can be. */
export type Written = string | Iterable<string>

const ENOUGH = 1 << 16

/** The pieces in the sizes in which they are written: a file or a pipe is not asked for every line. */
export function* inPieces(written: Written): Generator<string> {
  if (typeof written === 'string') {
    yield written
    return
  }
  let piece = ''
  for (const part of written) {
    piece += part
    if (piece.length < ENOUGH) continue
    yield piece
    piece = ''
  }
  yield piece
}
