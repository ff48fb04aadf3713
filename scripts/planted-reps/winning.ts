// Win rates, goals and renewals.
import { daysAgo, weekly, type PlantedDeal, type PlantedFinding, type PlantedRep, type PlantedTeam } from './team.ts'

/** Closed in spring within ten days; too few on one day to look like an import. */
const closed = (stage: 'Closed Won' | 'Closed Lost', count: number): PlantedDeal[] =>
  Array.from({ length: count }, (_, at) => ({
    created: daysAgo(260 + (at % 20)),
    close: daysAgo(250 + (at % 20)),
    stage,
  }))

const record = (won: number, lost: number) => [...closed('Closed Won', won), ...closed('Closed Lost', lost)]
const NEW = weekly([1])

const lowRate = (severity: 'medium' | 'high', won: number, of: number): PlantedFinding => ({
  rule: 'low-win-rate',
  severity,
  evidence: { won, closed: of },
})

const rates: PlantedTeam = {
  name: 'win-rates',
  about:
    'The standard is 39 %. Of forty, the upper end of the interval is 38 % for ten wins and 40.5 % for eleven; five wins are ' +
    'to be expected of thirteen, and not of twelve.',
  config: ['standards:', '  newOpportunities: { perWeek: 0.25 }', '  winRate: 0.39'],
  reps: [
    { rep: 'Eleven of forty', deals: [...NEW, ...record(11, 29)] },
    { rep: 'Ten of forty', deals: [...NEW, ...record(10, 30)], says: [lowRate('medium', 10, 40)] },
    { rep: 'Seven of forty', deals: [...NEW, ...record(7, 33)], says: [lowRate('high', 7, 40)] },
    { rep: 'Eight of forty', deals: [...NEW, ...record(8, 32)], says: [lowRate('medium', 8, 40)] },
    { rep: 'One of twelve', deals: [...NEW, ...record(1, 11)] },
    { rep: 'One of thirteen', deals: [...NEW, ...record(1, 12)], says: [lowRate('high', 1, 13)] },
    {
      rep: 'Eleventh win 364 days ago',
      deals: [...NEW, ...record(10, 29), { created: daysAgo(380), close: daysAgo(364), stage: 'Closed Won' }],
    },
    {
      rep: 'Eleventh win 365 days ago',
      deals: [...NEW, ...record(10, 29), { created: daysAgo(380), close: daysAgo(365), stage: 'Closed Won' }],
      says: [lowRate('medium', 10, 39)],
    },
  ],
}

const HALF = record(10, 10)
const DAY_31 = '2026-12-31'

/** Four deals that together are worth so much, promised for the period. */
const open = (amount: number, shift: number, last = '2026-12-18'): PlantedDeal[] =>
  [last, '2026-12-11', '2026-12-04', '2026-11-27'].map((close, at) => ({
    created: daysAgo(shift + 9 * at + (at === 0 ? 0 : 1)),
    close,
    amount: amount / 4,
  }))

const anemic = (severity: 'medium' | 'high', amount: number, needed = 200_000): PlantedFinding => ({
  rule: 'anemic-pipeline',
  severity,
  evidence: { open: amount, needed },
})

const outOfReach = (expected: number): PlantedFinding => ({
  rule: 'goal-out-of-reach',
  severity: 'high',
  evidence: { goal: 100_000, expected, missing: 100_000 - expected, lastDay: '2026-12-21', isLater: false },
})

const goals: PlantedTeam = {
  name: 'goals',
  about:
    'Each is to win $100k in the quarter and has won nothing yet. At a half won $200k open are needed and enough; at four ' +
    'fifths the coverage is 2 all the same, at one tenth no more than 6. Wins took ten days: 21 December is the last day.',
  config: [
    'standards:',
    '  newOpportunities: { perWeek: 0.25 }',
    '  winRate: 0.05',
    'goals: { period: quarter, perRep: 100000 }',
  ],
  reps: [
    { rep: 'Half, $200k open', deals: [...HALF, ...open(200_000, 1)] },
    {
      rep: 'Half, $198k open',
      deals: [...HALF, ...open(198_000, 2)],
      says: [anemic('medium', 198_000), outOfReach(99_000)],
    },
    {
      rep: 'Half, $100k open',
      deals: [...HALF, ...open(100_000, 3)],
      says: [anemic('medium', 100_000), outOfReach(50_000)],
    },
    {
      rep: 'Half, $99k open',
      deals: [...HALF, ...open(99_000, 4)],
      says: [anemic('high', 99_000), outOfReach(49_500)],
    },
    { rep: 'Half, the last on the last day', deals: [...HALF, ...open(200_000, 5, DAY_31)] },
    {
      rep: 'Half, the last a day later',
      deals: [...HALF, ...open(200_000, 6, '2027-01-01')],
      says: [anemic('medium', 150_000), outOfReach(75_000)],
    },
    {
      rep: 'Four fifths, $199k open',
      deals: [...record(16, 4), ...open(199_000, 0)],
      says: [anemic('medium', 199_000)],
    },
    {
      rep: 'Four fifths, $124k open',
      deals: [...record(16, 4), ...open(124_000, 1)],
      says: [anemic('medium', 124_000), outOfReach(99_200)],
    },
    { rep: 'One tenth, $600k open', deals: [...record(2, 18), ...open(600_000, 2)], says: [outOfReach(60_000)] },
    {
      rep: 'Goal reached',
      deals: [
        ...HALF,
        ...open(4_000, 3),
        { created: daysAgo(60), close: daysAgo(50), stage: 'Closed Won', amount: 100_000 },
      ],
    },
    { rep: 'Came in October', start: '2026-10-02', deals: open(4_000, 4) },
  ],
}

const renewal = (
  times: number,
  amount: number,
  close = daysAgo(80),
  stage: PlantedDeal['stage'] = 'Closed Won',
): PlantedDeal => ({
  created: daysAgo(200),
  close,
  stage,
  amount,
  type: 'Renewal',
  times,
})

const newlyWon = (amount: number): PlantedDeal => ({
  created: daysAgo(100),
  close: daysAgo(70),
  stage: 'Closed Won',
  amount,
})

const outrun = (renewed: number, lostRenewals: number, newBusiness: number): PlantedFinding => ({
  rule: 'renewals-outrun-new-business',
  severity: 'medium',
  evidence: { renewed, lostRenewals, newBusiness },
})

const rep = (name: string, deals: readonly PlantedDeal[], ...says: PlantedFinding[]): PlantedRep => ({
  rep: name,
  deals: [...NEW, ...deals],
  says,
})

const renewals: PlantedTeam = {
  name: 'renewals',
  about:
    'Renewals of two quarters beside new business, one per cent and one day either side; one rep keeps the team growing.',
  config: ['standards:', '  newOpportunities: { perWeek: 0.25 }'],
  reps: [
    rep('As much', [renewal(3, 20_000), newlyWon(60_000)]),
    rep('One per cent more', [renewal(3, 20_000), newlyWon(59_400)], outrun(60_000, 0, 59_400)),
    rep('Two renewals', [renewal(2, 30_000), newlyWon(1_000)]),
    rep(
      'One of them lost',
      [renewal(2, 20_000), renewal(1, 20_000, daysAgo(80), 'Closed Lost'), newlyWon(59_000)],
      outrun(40_000, 20_000, 59_000),
    ),
    rep('Closed 181 days ago', [renewal(3, 20_000, daysAgo(181)), newlyWon(59_000)], outrun(60_000, 0, 59_000)),
    rep('Closed 182 days ago', [renewal(3, 20_000, daysAgo(182)), newlyWon(59_000)]),
    rep('Growing', [newlyWon(500_000)]),
  ],
}

export const winningTeams = [rates, goals, renewals]
