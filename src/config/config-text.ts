import type { DateOrder } from '../ingest/cells/date.ts'

/** What `init` has found out and was told. What nobody has agreed to is written as a comment. */
export interface Told {
  /** The exports it was made from, for the first line. */
  readonly from: readonly string[]
  readonly columns: Readonly<Record<string, string>>
  readonly dateOrder: DateOrder | undefined
  readonly stages: {
    readonly order: readonly string[]
    /** In what order they are taken to be, where nobody has said so. */
    readonly guessed: readonly string[]
    readonly won: readonly string[]
    readonly lost: readonly string[]
  }
  readonly manager: string | undefined
  readonly perWeek: number | undefined
  /** What the median rep creates, to propose it. */
  readonly pace: number | undefined
  readonly goal: { readonly period: 'month' | 'quarter' | 'year'; readonly perRep: number } | undefined
  readonly ignored: readonly string[]
  readonly history: string | undefined
  /** Whom the review is mailed to. */
  readonly mail: string | undefined
  readonly currency: string | undefined
}

/** A commented `pipeline-coach.yaml`. */
export function configText(told: Told): string {
  const parts = [
    `# How pipeline-coach reads your exports, and what is expected of the team. Everything is optional;\n` +
      `# docs/config.md has all keys. Written by “pipeline-coach init”${told.from.length === 0 ? '' : ` from ${told.from.join(', ')}`}.`,
    columns(told),
    dates(told),
    stages(told),
    manager(told),
    standards(told),
    goals(told),
    owners(told),
    history(told),
    mail(told),
    currency(told),
  ]
  return `${parts.join('\n\n')}\n`
}

function columns({ columns: named }: Told): string {
  const entries = Object.entries(named)
  const comment = '# Columns whose headers do not tell what they are: field: column name.'
  if (entries.length === 0) return `${comment}\n# columns:\n#   owner: Account Exec`
  return `${comment}\ncolumns:\n${entries.map(([field, name]) => `  ${field}: ${scalar(name)}`).join('\n')}`
}

function dates({ dateOrder }: Told): string {
  const comment = '# Which comes first in dates, where they do not tell: dmy, mdy or ymd.'
  return `${comment}\n${dateOrder === undefined ? '# dateOrder: dmy' : `dateOrder: ${dateOrder}`}`
}

function stages({ stages: { order, guessed, won, lost } }: Told): string {
  const comment = '# The open stages, first to last, and what won and lost are called, where the names do not tell.'
  const keys = [
    ...(order.length > 0 ? [`  order: ${list(order)}`] : []),
    ...(won.length > 0 ? [`  won: ${list(won)}`] : []),
    ...(lost.length > 0 ? [`  lost: ${list(lost)}`] : []),
  ]
  if (keys.length > 0) return [comment, 'stages:', ...keys].join('\n')
  if (guessed.length > 0)
    return `${comment}\n# This order is guessed. Moves between stages are told once it is written here without the “#”.\n# stages:\n#   order: ${list(guessed)}`
  return `${comment}\n# stages:\n#   order: [Discovery, Proposal, Legal]\n#   won: [Signed]\n#   lost: [Dead]`
}

function manager({ manager: name }: Told): string {
  return `# Who “you” is on the manager’s page.\n${name === undefined ? '# manager: Kim Osei' : `manager: ${scalar(name)}`}`
}

function standards({ perWeek, pace }: Told): string {
  const comment =
    '# New opportunities a week that are expected of each rep; without it they are compared with the median rep.'
  const value = perWeek ?? pace ?? 2
  const why = perWeek === undefined && pace !== undefined ? ' # what the median rep creates' : ''
  const hash = perWeek === undefined ? '# ' : ''
  return `${comment}\n${hash}standards:\n${hash}  newOpportunities: { perWeek: ${value} }${why}`
}

function goals({ goal }: Told): string {
  const comment = '# What each rep is to win in a period: month, quarter or year. An export of goals comes before it.'
  const hash = goal === undefined ? '# ' : ''
  const { period, perRep } = goal ?? { period: 'quarter', perRep: 150_000 }
  return `${comment}\n${hash}goals:\n${hash}  period: ${period}\n${hash}  perRep: ${perRep}`
}

function owners({ ignored }: Told): string {
  const found = ignored.length === 0 ? ['Integration User'] : ignored
  const comment = ignored.length === 0 ? '' : ' These are left out already:'
  return `# Owners that are no persons. Named here, only these are.${comment}\n# ignoreOwners: ${list(found)}`
}

function history({ history: folder }: Told): string {
  const comment =
    '# The folder beside this file that remembers reviews, promises and what was put aside (docs/history.md).'
  return `${comment}\n${folder === undefined ? '# history: .pipeline-coach' : `history: ${scalar(folder)}`}`
}

function mail({ mail: to }: Told): string {
  const comment = '# Whom “--format eml” writes to; who it is from can stand here too (from: coach@example.com).'
  return `${comment}\n${to === undefined ? '# mail: { to: kim@example.com }' : `mail: { to: ${scalar(to)} }`}`
}

function currency({ currency: code }: Told): string {
  const what = code === undefined ? '' : ` Most deals are in ${code}.`
  return `# The review’s currency, else the one most deals are in.${what}\n# currency: ${code ?? 'EUR'}`
}

function list(items: readonly string[]): string {
  return `[${items.map(scalar).join(', ')}]`
}

/** Words that YAML takes for something else than a text. */
const TAKEN = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'null', 'y', 'n'])

/** A text as YAML has it: bare where nothing in it can be taken for anything else. */
function scalar(text: string): string {
  const isPlain = /^\.?\p{L}[\p{L}\p{N} _./-]*(?<! )$/u.test(text) && !TAKEN.has(text.toLowerCase())
  // A text in JSON's quotes is one in YAML's.
  return isPlain ? text : JSON.stringify(text)
}
