import type { Agenda } from '../agenda/agenda.ts'
import type { History } from '../history/folder.ts'
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

/** A meeting and its way of writing, which says what could not be written. */
export interface Writing extends Meeting {
  readonly write: <T>(work: () => Promise<T>) => Promise<T>
}
