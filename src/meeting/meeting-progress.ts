import type { Agenda } from '../agenda/agenda.ts'
import type { Dismissal } from '../book/past/commitments.ts'
import { standingOn } from '../history/log.ts'
import type { LogEvent } from '../history/schema.ts'
import { isoDate, type PlainDate } from '../time/plain-date.ts'
import { Problem } from '../system/problem.ts'
import { keysOf, type MeetingItem } from './meeting-items.ts'

/** @throws Problem where nobody has a page to go through. */
export function requireSomebody({ pages }: Pick<Agenda, 'pages'>): void {
  if (pages.length > 0) return
  throw new Problem('nobody is there to meet: no deal has an owner', {
    hint: 'name the column of owners with --set columns.owner="…"; “review” shows the deals worth the time',
  })
}

/** How far the meeting of a day has come: all of it from the log, so that there is nothing else to lose. */
export class MeetingProgress {
  readonly #met = new Set<string>()
  readonly #done = new Set<string>()
  #takenBack: readonly string[] = []
  readonly #aside: Map<string, Dismissal>

  constructor(events: readonly LogEvent[], asOf: PlainDate) {
    const day = isoDate(asOf)
    this.#aside = new Map(standingOn(events, asOf).dismissals.map((one) => [one.key, one]))
    for (const event of events) {
      if (event.on !== day) continue
      if (event.event === 'undismissed') this.#done.delete(event.finding)
      if (event.event === 'met') this.#met.add(event.rep)
      else if (event.event === 'discussed' || event.event === 'dismissed') this.#done.add(event.finding)
      else if (event.event === 'committed') this.markDone(event.about ?? [])
    }
  }

  /** Whether a rep's page was gone through to its end. */
  isMet(rep: string): boolean {
    return this.#met.has(rep)
  }

  markMet(rep: string): void {
    this.#met.add(rep)
  }

  isDone(item: MeetingItem): boolean {
    return keysOf(item).every((key) => this.#done.has(key))
  }

  markDone(keys: readonly string[]): void {
    for (const key of keys) this.#done.add(key)
  }

  /** How a finding was put aside, where it still is as far as the log knows. */
  aside(key: string): Dismissal | undefined {
    return this.#aside.get(key)
  }

  markAside(dismissals: readonly Dismissal[]): void {
    for (const one of dismissals) this.#aside.set(one.key, one)
    this.markDone(dismissals.map(({ key }) => key))
  }

  takeBack(keys: readonly string[]): void {
    this.#takenBack = keys
    for (const key of keys) {
      this.#aside.delete(key)
      this.#done.delete(key)
    }
  }

  /** Which of these items is open again since the last dismissal was taken back. */
  takenBackAt(items: readonly MeetingItem[]): number | undefined {
    const at = items.findIndex((item) => keysOf(item).some((key) => this.#takenBack.includes(key)))
    return at < 0 ? undefined : at
  }

  /** Whether anything was written down on this day. */
  get hasAny(): boolean {
    return this.#done.size > 0
  }

  /** Where to go on in a rep's items: the first that nothing was written about. */
  firstOpen(items: readonly MeetingItem[]): number {
    const found = items.findIndex((item) => !this.isDone(item))
    return found < 0 ? items.length : found
  }

  /** Whether something was written about some of these, and the rep was not done with. */
  isBegun(rep: string, items: readonly MeetingItem[]): boolean {
    return !this.isMet(rep) && items.some((item) => this.isDone(item))
  }
}

/** Who comes next: the first after this one who has not been met, else the first of all. Undefined when all have been. */
export function nextRep(reps: readonly string[], progress: MeetingProgress, after = -1): number | undefined {
  const open = (at: number) => !progress.isMet(reps[at] ?? '')
  const order = [...reps.keys()].map((at) => (after + 1 + at) % reps.length)
  return order.find(open)
}
