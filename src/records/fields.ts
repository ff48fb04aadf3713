import type { PlainDate } from '../time/plain-date.ts'

/**
 * How the cells of a column are read. In a `text` what stands for nothing (`-`, `n/a`) is nothing; in an `entry`, which is
 * there or is not, words for it are too (`NA`, `nil`); a `title` is whatever somebody typed. A `key` is a text that is only
 * compared, and cleaned when it is first met.
 */
export type CellKind = 'text' | 'entry' | 'title' | 'key' | 'date' | 'money' | 'number' | 'flag'

interface ValueOf {
  text: string
  entry: string
  title: string
  key: string
  date: PlainDate
  money: number
  number: number
  flag: boolean
}

/** What a quota runs for, where it has a row for each: in one column, or month, quarter and year apart. */
const periodCells = { period: 'text', month: 'text', quarter: 'text', year: 'text' } as const

/** What exports tell of a deal that other files could tell too: counts and days that the CRM has worked out itself. */
const told = {
  /** Days in the present stage. */
  stageAge: 'number',
  /** Days since the deal was created. */
  age: 'number',
  /** Days since the last activity. */
  idleDays: 'number',
  /** Days from creation to closing. */
  cycleDays: 'number',
  /** Days until the close date. */
  daysToClose: 'number',
  /** Days by which the close date has moved. */
  slipDays: 'number',
  contactCount: 'number',
  activityCount: 'number',
  /** Activities that are still to do. */
  openActivityCount: 'number',
  meetingCount: 'number',
  callCount: 'number',
  emailCount: 'number',
  taskCount: 'number',
  /** The close date that was promised first. */
  originalCloseDate: 'date',
  lastActivityType: 'text',
  nextActivityType: 'text',
  forecastCategory: 'text',
  rating: 'text',
  createdBy: 'text',
  /** When it was last changed, by whomever: never a sign of activity. */
  modified: 'date',
  /** The owner's manager, team and state; their id and address, where the name has a column of its own. */
  manager: 'text',
  team: 'text',
  ownerActive: 'flag',
  ownerId: 'entry',
  ownerEmail: 'entry',
  /** The amount times the probability: never the amount. */
  weightedAmount: 'money',
  /** The amount in the company's currency, beside the one in the deal's own. */
  convertedAmount: 'money',
  convertedCurrency: 'text',
  champion: 'entry',
  campaign: 'text',
  lineOfBusiness: 'text',
} as const satisfies Record<string, CellKind>

/**
 * Every kind of file and what can be known from it, in one place: recognisers map a header's columns to these
 * fields, and records have exactly these members.
 */
export const fieldsOf = {
  opportunities: {
    id: 'entry',
    name: 'title',
    account: 'text',
    product: 'text',
    owner: 'text',
    stage: 'entry',
    status: 'text',
    isClosed: 'flag',
    isWon: 'flag',
    isLost: 'flag',
    amount: 'money',
    /** What a won deal came to, where a column of its own tells it beside the estimate. */
    amountWon: 'money',
    /** What an amount is of: paid once, or each month or year. */
    amountPeriod: 'text',
    currency: 'text',
    created: 'date',
    /** The promised day of an open deal and, in most exports, the day a closed one was closed. */
    closeDate: 'date',
    closedOn: 'date',
    lastActivity: 'date',
    nextStep: 'entry',
    nextActivity: 'date',
    hasOpenActivity: 'flag',
    pushCount: 'number',
    probability: 'number',
    source: 'text',
    type: 'text',
    pipeline: 'text',
    contact: 'text',
    contactId: 'entry',
    /** What the contact is to the deal, where each contact has a row of its own. */
    contactRole: 'text',
    decisionMaker: 'entry',
    accountId: 'entry',
    /** Days of winning and losing, where the export has one column for each. */
    wonOn: 'date',
    lostOn: 'date',
    lostReason: 'text',
    stageChanged: 'date',
    /** What it is worth to the client, in the rep's words. */
    valueProposition: 'entry',
    ...told,
  },
  'contact-roles': {
    dealId: 'entry',
    contactId: 'entry',
    contactName: 'text',
    role: 'text',
    title: 'text',
    isPrimary: 'flag',
  },
  contacts: {
    id: 'entry',
    name: 'text',
    firstName: 'text',
    lastName: 'text',
    email: 'entry',
    title: 'text',
    account: 'text',
    accountId: 'entry',
    owner: 'text',
  },
  accounts: { id: 'entry', name: 'text', type: 'text', segment: 'text', domain: 'text', owner: 'text' },
  users: {
    id: 'entry',
    name: 'text',
    firstName: 'text',
    lastName: 'text',
    email: 'entry',
    isActive: 'flag',
    role: 'text',
    manager: 'text',
    team: 'text',
  },
  goals: { rep: 'text', repId: 'entry', goal: 'money', attained: 'money', from: 'date', to: 'date', ...periodCells },
  activities: {
    id: 'key',
    dealId: 'key',
    personId: 'key',
    personName: 'key',
    accountId: 'key',
    owner: 'key',
    date: 'date',
    dueDate: 'date',
    type: 'key',
    subject: 'key',
    status: 'key',
    outcome: 'key',
    isClosed: 'flag',
    direction: 'key',
    /** Where calls have a column of their own for it, beside the one for e-mails. */
    callDirection: 'key',
    attendees: 'key',
    /** Of an e-mail: which of the two is the client depends on its direction. */
    sender: 'key',
    recipient: 'key',
    personEmail: 'key',
    /** In minutes, unless its header says otherwise. */
    duration: 'number',
  },
  history: {
    dealId: 'entry',
    changed: 'date',
    stage: 'entry',
    amount: 'money',
    closeDate: 'date',
    /** The stage before, and when the new one was left. */
    fromStage: 'entry',
    exited: 'date',
    changedBy: 'text',
  },
  /** One row a change of one field: what changed, from what to what. */
  'field-history': {
    dealId: 'entry',
    field: 'text',
    oldValue: 'text',
    newValue: 'text',
    changed: 'date',
    changedBy: 'text',
  },
  reps: {
    rep: 'text',
    id: 'entry',
    firstName: 'text',
    lastName: 'text',
    isActive: 'flag',
    region: 'text',
    email: 'entry',
    manager: 'text',
    team: 'text',
    level: 'text',
    startDate: 'date',
    goal: 'money',
    ...periodCells,
  },
  /** What a product costs: weighs the deals that name it and have no amount. */
  prices: { id: 'entry', product: 'text', price: 'money', currency: 'text' },
} as const satisfies Record<string, Record<string, CellKind>>

export type Kind = keyof typeof fieldsOf
export type Field<K extends Kind = Kind> = K extends Kind ? keyof (typeof fieldsOf)[K] & string : never

/** Fields whose cells mean what they say, whatever else stands in their column. */
export type TextField<K extends Kind> = {
  [F in Field<K>]: (typeof fieldsOf)[K][F & keyof (typeof fieldsOf)[K]] extends 'text' | 'key' ? F : never
}[Field<K>]

/** One row of a file of this kind. Whatever the export does not tell is undefined or left out. */
export type RecordOf<K extends Kind> = K extends Kind ? RecordWith<(typeof fieldsOf)[K]> : never

type RecordWith<F extends Record<string, CellKind>> = { -readonly [Name in keyof F]?: ValueOf[F[Name]] | undefined }

/** What a deal's columns without a field hold is packed in `extra`, and read by `ExtraColumn.of`. */
export type DealRow = RecordOf<'opportunities'> & { extra?: string | undefined }
export type ContactRoleRow = RecordOf<'contact-roles'>
export type ActivityRow = RecordOf<'activities'>
export type HistoryRow = RecordOf<'history'>
export type RepRow = RecordOf<'reps'>
export type ContactRow = RecordOf<'contacts'>
export type AccountRow = RecordOf<'accounts'>
export type UserRow = RecordOf<'users'>
export type GoalRow = RecordOf<'goals'>
export type PriceRow = RecordOf<'prices'>
export type FieldHistoryRow = RecordOf<'field-history'>

/** What a kind of file is called when speaking to a person. */
export const kindNames: Record<Kind, string> = {
  opportunities: 'opportunities',
  'contact-roles': 'contact roles',
  contacts: 'contacts',
  accounts: 'accounts',
  users: 'users',
  goals: 'goals',
  'field-history': 'field history',
  activities: 'activities',
  history: 'opportunity history',
  reps: 'reps',
  prices: 'price list',
}

export const kinds = Object.keys(fieldsOf) as Kind[]

export function cellKind(kind: Kind, field: string): CellKind | undefined {
  const fields: Readonly<Record<string, CellKind>> = fieldsOf[kind]
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}
