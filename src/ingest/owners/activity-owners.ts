import type { Events } from '../../records/events.ts'
import { isToldApart } from '../../records/told-apart.ts'

/** The activities of one file: its first event, and that after its last. */
export interface EventRange {
  readonly file: string
  readonly from: number
  readonly to: number
}

type Form = 'ids' | 'addresses' | 'names'

function formOf(owner: string): Form {
  if (owner.includes('@')) return 'addresses'
  return /\d/.test(owner) && !/\s/.test(owner) ? 'ids' : 'names'
}

const ADD: Record<Form, string> = {
  ids: 'add the users export',
  addresses: 'add a users or reps file with the addresses',
  names: 'add the users export',
}

/**
 * Forgets the owners of files that write them in another form than the opportunities, where no other file tells which is
 * which: such activities would accuse everybody of having done nothing. Returns a sentence for each.
 *
 * @param ofDeals the owners of deals, as they are called in the review.
 */
export function forgetUnknownOwners(
  activities: Events,
  ranges: readonly EventRange[],
  ofDeals: ReadonlySet<string>,
): string[] {
  const [deals] = ofDeals
  if (deals === undefined) return []
  return ranges.flatMap(({ file, from, to }) => {
    let owned = 0
    let known = 0
    let stranger: string | undefined
    for (let at = from; at < to; at++) {
      const owner = activities.ownerOf(at)
      if (owner === undefined) continue
      owned++
      if (ofDeals.has(owner)) known++
      else stranger ??= owner
    }
    if (stranger === undefined || isToldApart(known, owned)) return []
    const form = formOf(stranger)
    const dealForms = [...ofDeals].map(formOf)
    if (dealForms.includes(form)) return []
    activities.forgetOwners(from, to)
    const other = dealForms[0] ?? 'names'
    return [
      `${file}: the owners are ${form} (${stranger}), those of the opportunities ${other} (${deals}), so it does not tell who did what: ${ADD[form === 'names' ? other : form]}`,
    ]
  })
}
