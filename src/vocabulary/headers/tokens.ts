/** Longer names are read by their beginning. */
const LONGEST = 120

/** Letters that are written as one, though the accents' decomposition leaves them as they are. */
const SINGLE_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' }

/** Lower case, without accents, whatever the width: `Étape` is `etape`. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.replaceAll(/[łøđæœßı]/gu, (letter) => SINGLE_LETTERS[letter] ?? letter)
}

/** A scale behind a name: `Stage (1-5)`. */
const SCALE = /\(\s{0,3}\d{1,3}\s{0,3}[-–]\s{0,3}\d{1,3}\s{0,3}\)/u

/** What databases put before and behind every name of theirs. */
const API_PREFIX = /^(?:properties|property)[._](?=\S)/iu
const API_SUFFIX = /__[cr]$/iu

/**
 * The words of a column's name: cut at spaces, signs and where a small letter is followed by a capital one. `%`, `$`, `€`, `£`
 * and `#` are words of their own.
 */
export function tokens(header: string): readonly string[] {
  const name = header.slice(0, LONGEST).trim().replace(API_PREFIX, '').replace(API_SUFFIX, '').replace(SCALE, '')
  const apart = name
    .replaceAll(/IDs\b/gu, 'Ids')
    .replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
    .replaceAll(/(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replaceAll(/[%$€£#]/gu, ' $& ')
  return fold(apart)
    .split(/[^\p{L}\p{N}%$€£#]+/u)
    .filter((word) => word !== '')
}
