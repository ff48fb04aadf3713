/** Fewer than one in twenty of the activities are of somebody who owns a deal. */
const LEAST_KNOWN = 0.05

/** Whether activities tell who of those who own deals is at work. */
export function isToldApart(known: number, owned: number): boolean {
  return known >= LEAST_KNOWN * owned && known > 0
}
