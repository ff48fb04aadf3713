import type { Agenda, RepPage } from '../agenda/agenda.ts'
import type { Finding } from '../engine/finding.ts'
import type { History } from '../history/folder.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { MeetingProgress } from './meeting-progress.ts'

/** A meeting: what is talked about, where it is written down, and how far it has come. */
export interface Meeting {
  readonly agenda: Agenda
  readonly history: History
  readonly terminal: Terminal
  readonly progress: MeetingProgress
  /** Of the rules, by id. */
  readonly titles: ReadonlyMap<string, string>
  /** Keeps the review itself: before the first word about it is written down. */
  readonly begin: () => Promise<void>
}

/** Findings that were put aside together. */
export interface Aside {
  readonly findings: readonly Finding[]
  readonly reason: string
  readonly until: PlainDate | undefined
}

/** Whose page it is: a rep's, or the manager's own. */
export interface Whose {
  /** As the history knows them: a rep's name, or `manager`. */
  readonly name: string
  /** Undefined for the manager. */
  readonly page: RepPage | undefined
}

/** A meeting and its way of writing, which says what could not be written. */
export interface Writing extends Meeting {
  readonly write: <T>(work: () => Promise<T>) => Promise<T>
}
