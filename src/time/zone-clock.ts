import type { PlainDate } from './plain-date.ts'

const MINUTES_A_DAY = 1440
const MS_A_MINUTE = 60_000

/** The clock of one zone (an IANA name), fast enough to ask for every timestamp of a file. */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat
  /** Offsets in minutes by UTC day; undefined on a day on which the clocks change. */
  readonly #offsets = new Map<number, number | undefined>()

  /** Throws a RangeError for a zone that does not exist. */
  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  }

  /** Minutes since 1970 on the zone's clock at an instant given in minutes since 1970 UTC. */
  local(instant: number): number {
    const day = Math.floor(instant / MINUTES_A_DAY)
    let offset = this.#offsets.get(day)
    if (offset === undefined && !this.#offsets.has(day)) {
      const start = this.#offset(day * MINUTES_A_DAY)
      offset = start === this.#offset((day + 1) * MINUTES_A_DAY) ? start : undefined
      this.#offsets.set(day, offset)
    }
    return instant + (offset ?? this.#offset(instant))
  }

  #offset(instant: number): number {
    const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0 }
    for (const { type, value } of this.#format.formatToParts(instant * MS_A_MINUTE)) {
      if (type in parts) parts[type as keyof typeof parts] = Number(value)
    }
    const local = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute)
    return local / MS_A_MINUTE - instant
  }
}

/** The instant at which a zone's clocks show this hour of this day. */
export function instantAt(date: PlainDate, hour: number, zone: string): Date {
  const wanted = date * MINUTES_A_DAY + hour * 60
  const shown = new ZoneClock(zone).local(wanted)
  return new Date((wanted - (shown - wanted)) * MS_A_MINUTE)
}
