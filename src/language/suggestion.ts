import { closest, distance } from 'fastest-levenshtein'

/** The known name that was probably meant, or undefined where none is near. */
export function nearest(wrong: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_ ]/g, '')
  const best = closest(
    plain(wrong),
    known.map((name) => plain(name)),
  )
  const away = distance(plain(wrong), best)
  // When every letter would have to change, nothing is near: “md” and “eml”.
  if (away <= Math.max(2, wrong.length / 3) && away < Math.max(plain(wrong).length, 1))
    return known.find((name) => plain(name) === best)
  const begun = plain(wrong).length < 3 ? [] : known.filter((name) => plain(name).startsWith(plain(wrong)))
  return begun.length === 1 ? begun[0] : undefined
}

/** “Did you mean …?” or, where nothing is near, what there is. */
export function suggestion(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known)
  if (near !== undefined) return `did you mean “${near}”?`
  if (known.length === 0) return 'remove it'
  const rest = known.length - LISTED
  return `known here: ${known.slice(0, LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Names in a message: of 200 reps it would fill the screen. */
const LISTED = 40
