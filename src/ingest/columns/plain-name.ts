const PLAIN = /^[ -~]*$/

/** A header cell without regard to case, spaces, punctuation and accents. */
export function plainName(header: string): string {
  if (PLAIN.test(header)) return header.toLowerCase().replaceAll(/[^0-9a-z]+/g, '')
  // Accents go with the punctuation: many write `Etape` for `Étape`.
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
