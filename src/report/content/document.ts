import type { Said, SumSlot } from '../../language/sentence.ts'
import type { PlainDate } from '../../time/plain-date.ts'

/** The report as a value: sheets of blocks in order. Every format is a writer of blocks, and says nothing of its own. */
export interface Report {
  /** For the title of a page and the subject of a mail. */
  readonly title: Said
  /** The day of the meeting. */
  readonly meeting: PlainDate
  readonly audience: 'manager' | 'rep'
  readonly sheets: readonly Sheet[]
  /** Behind the pages: all reps, all that was seen, series by week. In text and Markdown with `--full` only. */
  readonly appendix: readonly Block[]
}

/** What is printed on one sheet: the team's screen, or a rep's page. */
export interface Sheet {
  readonly kind: 'team' | 'rep' | 'notice'
  /** Stable within the report: for links. */
  readonly id: string
  /** The rep's name, or that of whoever leads the team. */
  readonly name: string | undefined
  readonly blocks: readonly Block[]
}

export type Block = Head | Lines | Points | Table | Deals | Sentences | Blanks | Fold

/** Who or what the sheet is about, and a few facts at either end of one or two lines. */
export interface Head {
  readonly kind: 'head'
  /** What kind of document it is: above the title, or before it. */
  readonly kicker?: string
  readonly title: Said
  /** At the other end of the title's line. */
  readonly aside: Said
  /** Below the title; the last stands at the other end where there is room. */
  readonly facts: readonly Said[]
  readonly factsAside?: Said
}

/** Which line it is, whatever its label says: by this a format or a mail picks it out. */
export const lineIds = [
  'read-first',
  'period',
  'due-soon',
  'overdue',
  'since',
  'no-owner',
  'join',
  'let-pass',
  'not-checked',
  'would-notice',
  'promised',
  'do',
  'why',
  'ask',
  'goal',
  'leave',
  'kept',
  'changed',
  'well-done',
  'help',
  'clean-up',
] as const
export type LineId = (typeof lineIds)[number]

/** Labelled lines that belong together. */
export interface Lines {
  readonly kind: 'lines'
  readonly lines: readonly Line[]
}

/** A label and what is said behind it. */
export interface Line {
  readonly id: LineId
  /** `Do`, `Why`, `Q4`: a format may write it in capitals. */
  readonly label: string
  readonly said: readonly Said[]
  readonly picture?: Picture
}

/** At most three numbered points of the team: the first sentence of each is its title. */
export interface Points {
  readonly kind: 'points'
  readonly points: readonly { readonly said: readonly Said[]; readonly picture?: Picture }[]
}

export interface Column {
  readonly id: string
  readonly title: string
  readonly isNumber: boolean
  /** How much it is needed where there is no room for all: the least first to go. */
  readonly need: number
}

export interface Row {
  readonly kind: 'rep' | 'team' | 'nobody' | 'total' | 'title'
  /** One a column; undefined where there is nothing to say. A title row has only the first. */
  readonly cells: readonly (Said | undefined)[]
  /** The sheet that tells more. */
  readonly sheet?: string
  /** Won ÷ goal, where there is a goal: for a bar beside the numbers. */
  readonly reached?: number
  readonly tone?: 'good' | 'bad'
}

export interface Table {
  readonly kind: 'table'
  readonly id: 'reps' | 'see-first' | 'teams' | 'all-reps' | 'appendix'
  readonly title?: Said
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly notes: readonly Said[]
}

/** Open deals to discuss, by due date. */
export interface Deals {
  readonly kind: 'deals'
  readonly title: Said
  readonly entries: readonly DealEntry[]
  /** How many more, with their sum, are not named here. */
  readonly rest: Said | undefined
}

export interface DealEntry {
  readonly id: string
  /** What stands for the deal: its customer, else its name. */
  readonly name: string
  readonly due: PlainDate | undefined
  readonly isOverdue: boolean
  readonly amount: SumSlot | undefined
  readonly reasons: readonly Said[]
  readonly question: Said | undefined
}

/** Sentences below one another, each by itself. */
export interface Sentences {
  readonly kind: 'sentences'
  readonly title: Said | undefined
  readonly items: readonly (readonly Said[])[]
}

/** Written on by hand: what was agreed, and by when. */
export interface Blanks {
  readonly kind: 'blanks'
  readonly fields: readonly { readonly label: string; readonly hasDay: boolean }[]
}

/** What is folded away: closed on the screen, and left out on paper. */
export interface Fold {
  readonly kind: 'fold'
  readonly title: Said
  readonly blocks: readonly Block[]
}

/** What a format with pictures can draw beside the words. The numbers stand in the words too. */
export type Picture = Progress | Bars | Moves

/** Won of the goal, and how much of the period is gone. */
export interface Progress {
  readonly kind: 'progress'
  readonly won: number
  readonly goal: number
  /** 0 to 1. */
  readonly gone: number
}

/** A few values beside one another, the one that is talked about in another colour. */
export interface Bars {
  readonly kind: 'bars'
  readonly groups: readonly {
    readonly title: string | undefined
    readonly bars: readonly {
      readonly label: string
      /** For the length. */
      readonly value: number
      /** As it is written. */
      readonly said: Said
      readonly isHot: boolean
      /** A part of the one above. */
      readonly isPart: boolean
    }[]
  }[]
}

/** The dates that deals were due on, one after the other; the last is the present one. */
export interface Moves {
  readonly kind: 'moves'
  readonly today: PlainDate
  readonly deals: readonly {
    readonly name: string
    readonly amount: SumSlot | undefined
    readonly dates: readonly PlainDate[]
    readonly moved: number
  }[]
}
