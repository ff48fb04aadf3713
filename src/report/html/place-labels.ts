/** A rectangle of a picture; y grows downwards. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Labelled {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a label came to stand; `isFar` where a line has to lead to it. */
export interface Placed extends Box {
  readonly isFar: boolean
  /** From the point, in pixels. */
  readonly reach: number
}

const GAP = 3
/** From a point to its label: clear of the point itself. */
const BESIDE = 10
const DIRECTIONS = 16
/** Distances from a point at which its label is tried. */
const RINGS = [BESIDE, 16, 26, 38, 52]
/** From so many points on, lines to names that stand away would only be one more tangle. */
const CROWD = 40
/** So far a name may stand away from its point rather than on a line. */
const NEAR = 26

/**
 * A place for each label near its point where it covers no point, no other label and nothing that is blocked; if there
 * is one, where it crosses nothing to be avoided. Undefined for those that find none. The same for the same input:
 * who comes first chooses first.
 */
export function placeLabels(
  labels: readonly Labelled[],
  others: { readonly blocked: readonly Box[]; readonly avoided: readonly Box[] },
  bounds: Box,
): readonly (Placed | undefined)[] {
  const points = labels.map(({ x, y }): Box => ({ x: x - 6, y: y - 6, width: 12, height: 12 }))
  const isCrowd = labels.length > CROWD
  const taken = [...others.blocked, ...points]
  return labels.map((label) => {
    const free = candidates(label).filter(
      (box) => !(isCrowd && box.isFar) && isInside(box, bounds) && !taken.some((other) => overlaps(box, other)),
    )
    const clear = free.find((box) => !others.avoided.some((other) => overlaps(box, other)))
    const [nearest] = free
    // A line is crossed rather than that a name stands far away.
    const found = clear !== undefined && clear.reach <= Math.max(NEAR, nearest?.reach ?? 0) ? clear : nearest
    if (found !== undefined) taken.push(found)
    return found
  })
}

/** Right, left, above, below first; then around in wider rings. */
function candidates({ x, y, width, height }: Labelled): readonly Placed[] {
  const beside = [
    { x: x + BESIDE, y: y - height / 2 },
    { x: x - BESIDE - width, y: y - height / 2 },
    { x: x - width / 2, y: y - BESIDE - height },
    { x: x - width / 2, y: y + BESIDE },
  ].map((corner) => ({ ...corner, width, height, isFar: false, reach: BESIDE }))
  const around = RINGS.flatMap((ring) =>
    Array.from({ length: DIRECTIONS }, (_, turn) => {
      const angle = (2 * Math.PI * turn) / DIRECTIONS
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
      return {
        x: x + dx * (ring + width / 2) - width / 2,
        y: y + dy * (ring + height / 2) - height / 2,
        width,
        height,
        isFar: ring > BESIDE,
        reach: ring,
      }
    }),
  )
  return [...beside, ...around]
}

function isInside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  )
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP && a.y < b.y + b.height + 1 && b.y < a.y + a.height + 1
}
