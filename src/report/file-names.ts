const LONGEST = 60

/** Names that Windows keeps for itself, whatever the ending. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)$/

/**
 * A file name for each of these names, without an ending: letters and digits with hyphens between, so that none is a
 * path, hidden, a flag or reserved, and no two are the same where neither case nor the way accents are written counts.
 */
export function fileNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    names.map((name) => {
      const base = safe(name)
      let file = base
      for (let number = 2; taken.has(folded(file)); number++) file = `${base}-${number}`
      taken.add(folded(file))
      return [name, file] as const
    }),
  )
}

function safe(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
  // Cut between characters: half of one is no name.
  const short = Array.from(plain)
    .slice(0, LONGEST)
    .join('')
    .replaceAll(/^-{1,99}|-{1,99}$/g, '')
  if (short === '') return 'rep'
  return RESERVED.test(short) ? `rep-${short}` : short
}

/** As the least particular file system sees it. */
function folded(file: string): string {
  return file.toUpperCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
