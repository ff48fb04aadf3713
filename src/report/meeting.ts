import { isoDate, type PlainDate } from '../time/plain-date.ts'
import { formatProof, MANAGER, type Proof } from '../book/past/commitments.ts'
import { groupBy } from '../kit/collections.ts'
import type { DealRef } from '../engine/finding.ts'
import type { Words } from '../language/words.ts'
import { Lines, padEnd, type Layout } from './text/lines.ts'
import { escapeMarkdown } from './markdown/markdown-text.ts'
import { proofWords } from './content/proof-words.ts'
import { toJson } from './json/to-json.ts'

/** Something that was agreed in a meeting. */
export interface Agreed {
  readonly id: string
  readonly text: string
  /** The same with the name of its deal, where it has none. */
  readonly said: string
  readonly by: PlainDate
  readonly deal: DealRef | null
  readonly proof: Proof | undefined
}

/** What came of the talk with one rep. */
export interface RepMeeting {
  readonly rep: string
  /** Gone through to the end. */
  readonly isMet: boolean
  readonly agreed: readonly Agreed[]
  /** What the manager owes them. */
  readonly help: readonly Agreed[]
  readonly settled: readonly { readonly text: string; readonly as: 'done' | 'dropped' }[]
  readonly dismissed: readonly {
    readonly rule: string
    /** Its name; undefined where it is about no deal. */
    readonly deal: string | undefined
    readonly what: string
    readonly reason: string
    readonly until: PlainDate | undefined
  }[]
  /** Talked about, and nothing else came of it. */
  readonly talkedAbout: readonly string[]
}

/** What was written down on one day. */
export interface MeetingSummary {
  readonly asOf: PlainDate
  /** Those about whom something was written down. */
  readonly reps: readonly RepMeeting[]
  readonly notMet: readonly string[]
}

export const meetingFormats = ['text', 'markdown', 'json', 'eml'] as const
export type MeetingFormat = (typeof meetingFormats)[number]

/** How it is put into words. */
export interface Wording {
  readonly words: Words
  /** Of the rules, by id. */
  readonly titles: ReadonlyMap<string, string>
}

/** A mail's is its text. */
export function renderMeeting(summary: MeetingSummary, format: MeetingFormat, how: Wording, layout: Layout): string {
  if (format === 'json') return json(summary)
  return format === 'markdown' ? markdown(summary, how, layout) : text(summary, how, layout)
}

type Row = readonly [label: string, text: string]

function rowsOf(meeting: RepMeeting, { words, titles }: Wording): readonly Row[] {
  const agreed = ({ said, by, proof }: Agreed) => {
    const shown = proof === undefined ? '' : ` (shown by ${proofWords(proof, words, titles)})`
    return `${said}, by ${words.weekday(by)}${shown}`
  }
  return [
    ...meeting.agreed.map((one): Row => ['agreed', agreed(one)]),
    ...meeting.help.map((one): Row => ['you owe', agreed(one)]),
    ...meeting.settled.map(({ text: what, as }): Row => [as === 'done' ? 'kept' : 'dropped', what]),
    ...together(meeting.dismissed).map(({ deal, what, reason, until }): Row => {
      const end = until === undefined ? 'until the deal changes' : `until ${words.weekday(until)}`
      return ['aside', `${aboutDeal(deal, what)}: “${reason}”, ${end}`]
    }),
    ...meeting.talkedAbout.map((what): Row => ['talked', what]),
  ]
}

type Dismissed = RepMeeting['dismissed'][number]

/** What was put aside in one stroke is said once. */
function together(dismissed: readonly Dismissed[]): readonly Dismissed[] {
  const groups = groupBy(dismissed, ({ deal, reason, until }) => JSON.stringify([deal ?? null, reason, until ?? null]))
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, what: [first, ...others].map(({ what }) => what).join('; ') }],
  )
}

function aboutDeal(deal: string | undefined, what: string): string {
  return deal === undefined ? what : `${deal}: ${what}`
}

/** The heading of a talk. */
function whoOf({ rep }: RepMeeting): string {
  return rep === MANAGER ? 'You' : rep
}

function text(summary: MeetingSummary, how: Wording, layout: Layout): string {
  const { words } = how
  const lines = new Lines(layout)
  const { paint } = layout
  const met = summary.reps.filter(({ isMet, rep }) => isMet && rep !== MANAGER).length
  lines.ends(paint.bold(`Pipeline meeting · ${words.weekday(summary.asOf)}`), words.count(met, 'rep') + ' met')
  for (const meeting of summary.reps) {
    lines.blank()
    lines.text(paint.bold(whoOf(meeting)))
    for (const [label, what] of rowsOf(meeting, how)) lines.text(what, { indent: 2, label: padEnd(label, LABEL) })
    if (rowsOf(meeting, how).length === 0) lines.text('Nothing was written down.', { indent: 2 })
  }
  if (summary.notMet.length > 0) {
    lines.blank()
    lines.text(`Not met: ${words.list(summary.notMet)}.`)
  }
  return lines.toString()
}

const LABEL = 9

function markdown(summary: MeetingSummary, how: Wording, { ascii = (said: string) => said }: Layout): string {
  const { words } = how
  const escaped = (said: string) => escapeMarkdown(ascii(said))
  const parts = summary.reps.map((meeting) => {
    const rows = rowsOf(meeting, how).map(([label, what]) => `- **${label}** ${escaped(what)}`)
    return `## ${escaped(whoOf(meeting))}\n\n${rows.length === 0 ? 'Nothing was written down.' : rows.join('\n')}\n`
  })
  const notMet = summary.notMet.length === 0 ? [] : [`Not met: ${escaped(words.list(summary.notMet))}.\n`]
  return [`${ascii(`# Pipeline meeting · ${words.weekday(summary.asOf)}`)}\n`, ...parts, ...notMet].join('\n')
}

function json({ asOf, reps, notMet }: MeetingSummary): string {
  const agreed = ({ id, text: what, by, deal, proof }: Agreed) => ({
    id,
    text: what,
    by: isoDate(by),
    deal,
    proof: proof === undefined ? null : formatProof(proof),
  })
  return toJson({
    schema: 'pipeline-coach/meeting@1',
    asOf: isoDate(asOf),
    reps: reps.map((meeting) => ({
      rep: meeting.rep,
      met: meeting.isMet,
      agreed: meeting.agreed.map(agreed),
      help: meeting.help.map(agreed),
      settled: meeting.settled,
      dismissed: meeting.dismissed.map(({ rule, deal, what, reason, until }) => ({
        rule,
        what: aboutDeal(deal, what),
        reason,
        until: until === undefined ? null : isoDate(until),
      })),
      talkedAbout: meeting.talkedAbout,
    })),
    notMet,
  })
}
