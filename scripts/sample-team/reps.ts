export type Blemish =
  | 'stale'
  | 'undated'
  | 'single'
  | 'no decider'
  | 'past close'
  | 'pushed twice'
  | 'no amount'
  | 'cut'
  | 'pushed now'
  | 'moved back'
  | 'stuck'

export interface Profile {
  readonly name: string
  readonly email: string
  readonly level: string
  readonly started: string
  /** US dollars. */
  readonly quarterlyGoal: number
  /** New opportunities in each of the last twelve weeks, the newest first. */
  readonly lately: readonly number[]
  /** New opportunities a week in the 18 weeks before those, and at the start of the history. */
  readonly before: number
  readonly atFirst: number
  /** Of all that closes. */
  readonly winRate: number
  /** How many deals are open on the second Friday, those of the stories included. */
  readonly open: number
  /** The oldest of the open ones that no story needs, in days. */
  readonly oldest: number
  /** What closes between the two exports. */
  readonly thisWeek: { readonly won: number; readonly lost: number }
  readonly medianAmount: number
  /** The share of deals the rep found without help: referrals and outbound. */
  readonly ownSourcing: number
  /** Prospecting activities a week, in the last four weeks and before. */
  readonly prospecting: { readonly lately: number; readonly before: number }
  /** Invoices, credit notes, reports: a week. */
  readonly chores: number
  /** The share of won accounts that hear from the rep again. */
  readonly keepsInTouch: number
  /** What is wrong with ordinary open deals, one each. */
  readonly blemishes: readonly Blemish[]
}

export const MANAGER = 'Kim Osei'

const DANA: Profile = {
  name: 'Dana Whitfield',
  email: 'dana.whitfield@example.com',
  level: 'Mid',
  started: '2022-05-16',
  quarterlyGoal: 180_000,
  lately: [0, 0, 0, 2, 2, 1, 3, 2, 2, 1, 2, 3],
  before: 1.8,
  atFirst: 0.2,
  winRate: 0.3,
  open: 17,
  oldest: 90,
  thisWeek: { won: 1, lost: 1 },
  medianAmount: 26_000,
  ownSourcing: 0.45,
  prospecting: { lately: 0.75, before: 6 },
  chores: 1,
  keepsInTouch: 0.75,
  blemishes: ['stale', 'undated', 'past close', 'pushed now', 'cut', 'undated'],
}

const MARCUS: Profile = {
  name: 'Marcus Bell',
  email: 'marcus.bell@example.com',
  level: 'Mid',
  started: '2023-09-04',
  quarterlyGoal: 180_000,
  lately: [3, 3, 2, 3, 3, 2, 3, 3, 2, 3, 3, 3],
  before: 2.4,
  atFirst: 0.3,
  winRate: 0.09,
  open: 23,
  oldest: 110,
  thisWeek: { won: 0, lost: 3 },
  medianAmount: 32_000,
  ownSourcing: 0.45,
  prospecting: { lately: 7, before: 6.5 },
  chores: 1,
  keepsInTouch: 0.7,
  blemishes: [
    'stale',
    'stale',
    'undated',
    'no decider',
    'past close',
    'pushed now',
    'cut',
    'no amount',
    'single',
    'pushed twice',
  ],
}

const SOFIA: Profile = {
  name: 'Sofia Lindqvist',
  email: 'sofia.lindqvist@example.com',
  level: 'Mid',
  started: '2021-02-01',
  quarterlyGoal: 180_000,
  lately: [2, 2, 1, 2, 3, 2, 1, 2, 2, 2, 2, 1],
  before: 1.7,
  atFirst: 0.2,
  winRate: 0.3,
  open: 19,
  oldest: 110,
  thisWeek: { won: 1, lost: 1 },
  medianAmount: 26_000,
  ownSourcing: 0.45,
  prospecting: { lately: 6, before: 6 },
  chores: 1,
  keepsInTouch: 0.75,
  blemishes: ['stale', 'undated', 'past close', 'pushed now', 'cut'],
}

const TOM: Profile = {
  name: 'Tom Okafor',
  email: 'tom.okafor@example.com',
  level: 'Mid',
  started: '2020-06-15',
  quarterlyGoal: 180_000,
  lately: [2, 1, 2, 2, 2, 1, 2, 2, 2, 1, 2, 2],
  before: 1.65,
  atFirst: 0.2,
  winRate: 0.29,
  open: 21,
  oldest: 110,
  thisWeek: { won: 1, lost: 1 },
  medianAmount: 25_000,
  ownSourcing: 0.45,
  prospecting: { lately: 6, before: 6 },
  chores: 1.25,
  keepsInTouch: 0.7,
  blemishes: ['past close', 'past close', 'past close', 'pushed twice', 'stale', 'undated', 'no decider', 'moved back'],
}

const PRIYA: Profile = {
  name: 'Priya Natarajan',
  email: 'priya.natarajan@example.com',
  level: 'Mid',
  started: '2022-10-03',
  quarterlyGoal: 180_000,
  lately: [3, 3, 4, 3, 3, 2, 3, 3, 4, 3, 3, 3],
  before: 2.6,
  atFirst: 0.3,
  winRate: 0.38,
  open: 22,
  oldest: 64,
  thisWeek: { won: 2, lost: 1 },
  medianAmount: 31_000,
  ownSourcing: 0.7,
  prospecting: { lately: 8, before: 7.5 },
  chores: 0.5,
  keepsInTouch: 1,
  blemishes: [],
}

const WALTER: Profile = {
  name: 'Walter Grimm',
  email: 'walter.grimm@example.com',
  level: 'Senior',
  started: '2014-03-10',
  quarterlyGoal: 240_000,
  lately: [0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1],
  before: 0.7,
  atFirst: 0.6,
  winRate: 0.31,
  open: 10,
  oldest: 90,
  thisWeek: { won: 1, lost: 1 },
  medianAmount: 46_000,
  ownSourcing: 0.5,
  prospecting: { lately: 1, before: 1.5 },
  chores: 1.5,
  keepsInTouch: 0.8,
  blemishes: ['undated', 'cut', 'pushed now'],
}

export const PROFILES: readonly Profile[] = [DANA, MARCUS, SOFIA, TOM, PRIYA, WALTER]
