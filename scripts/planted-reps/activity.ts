// What is done and where new business comes from.
import {
  daysAgo,
  each,
  weekly,
  type PlantedActivity,
  type PlantedDeal,
  type PlantedFinding,
  type PlantedRep,
  type PlantedTeam,
} from './team.ts'

const BEFORE = weekly([...each(0, 4), ...each(1, 27)])
const BELOW: PlantedFinding = { rule: 'creation-below-standard', severity: 'medium', evidence: { created: 2 } }

/** One created in each of two of the last four weeks, where one a week is the standard. */
const failing = (rep: string, activities: readonly PlantedActivity[], ...says: PlantedFinding[]): PlantedRep => ({
  rep,
  deals: [...weekly([1, 1]), ...BEFORE],
  activities,
  says: [BELOW, ...says],
})

/** Three of four: enough. */
const producing = (rep: string, activities: readonly PlantedActivity[]): PlantedRep => ({
  rep,
  deals: [...weekly([1, 1, 1]), ...BEFORE],
  activities,
})

const calls = (times: number, on = daysAgo(2), more: Partial<PlantedActivity> = {}): PlantedActivity => ({
  on,
  type: 'Call',
  times,
  ...more,
})

const mails = (times: number, subject?: string): PlantedActivity => ({
  on: daysAgo(9),
  type: 'Email',
  times,
  ...(subject !== undefined && { subject }),
})

const tooLittle = (prospecting: number, of = 'standard'): PlantedFinding => ({
  rule: 'too-little-activity',
  severity: 'high',
  evidence: { prospecting, weeks: 4, of },
})

const fewLive = (activities: number, conversations: number): PlantedFinding => ({
  rule: 'few-live-conversations',
  severity: 'medium',
  evidence: { activities, conversations },
})

const notSelling = (
  severity: 'medium' | 'high',
  activities: number,
  nonSelling: number,
  more = {},
): PlantedFinding => ({
  rule: 'non-selling-work',
  severity,
  evidence: { activities, nonSelling, ...more },
})

const alone: PlantedTeam = {
  name: 'activity-standard',
  about:
    'Twenty prospecting activities in four weeks are the standard. All that are not called producing have created two of ' +
    'four; those that are, three, and nothing may be said of what they do.',
  config: ['standards:', '  newOpportunities: { perWeek: 1 }', '  prospectingActivities: { perWeek: 5 }'],
  reps: [
    failing('Twenty calls', [calls(20)]),
    failing('Nineteen calls', [calls(19)], tooLittle(19)),
    failing('Twentieth on the first day', [calls(19), calls(1, daysAgo(27))]),
    failing('Twentieth the day before', [calls(19), calls(1, daysAgo(28))], tooLittle(19)),
    failing('Nothing logged', [], tooLittle(0)),
    producing('Producing with one call', [calls(1)]),
    failing('A fifth spoken', [calls(5), mails(20)]),
    failing('Less than a fifth spoken', [calls(5), mails(21)], fewLive(26, 5)),
    failing(
      'One call unanswered',
      [calls(4), calls(1, daysAgo(2), { result: 'No answer' }), mails(20)],
      fewLive(25, 4),
    ),
    failing('Eight mails', [mails(8)], tooLittle(8), fewLive(8, 0)),
    failing('Seven mails', [mails(7)], tooLittle(7)),
    producing('Producing by mail', [mails(40)]),
    failing('A quarter invoices', [calls(24), mails(8, 'Invoice 4711')], notSelling('medium', 32, 8)),
    failing('Less than a quarter invoices', [calls(25), mails(8, 'Invoice 4711')]),
    failing('Seven invoices', [calls(20), mails(7, 'Invoice 4711')]),
    failing('Two fifths invoices', [calls(21), mails(14, 'Invoice 4711')], notSelling('high', 35, 14)),
    failing('Less than two fifths invoices', [calls(22), mails(14, 'Invoice 4711')], notSelling('medium', 36, 14)),
    failing(
      'Four kinds of it',
      [
        calls(20),
        mails(6, 'Invoice 4711'),
        mails(4, 'Order status'),
        mails(3, 'Weekly report'),
        mails(2, 'Credit note'),
      ],
      notSelling('high', 35, 15, {
        commonest: ['invoices and payments', 'order follow-up and delivery', 'reports and admin'],
      }),
    ),
    producing('Producing beside invoices', [calls(4), mails(40, 'Invoice 4711')]),
  ],
}

const standards: PlantedTeam = {
  ...alone,
  // Most of the team has created too little: 41 where 76 are usual.
  saysOf: [{ manager: null, rule: 'creation-hole', severity: 'medium', evidence: { created: 41, expected: 76 } }],
}

const producers: PlantedTeam = {
  name: 'activity-producers',
  about: 'No standard of activity: the two who produce and log hold forty in four weeks, and six tenths are 24.',
  config: ['standards:', '  newOpportunities: { perWeek: 1 }'],
  reps: [
    producing('Producing with forty', [calls(40)]),
    producing('Producing with forty too', [calls(40, daysAgo(16))]),
    producing('Producing and logging nothing', []),
    failing('Twenty-four calls', [calls(24)]),
    failing('Twenty-three calls', [calls(23)], tooLittle(23, 'reps who produce')),
  ],
}

/** So many with an account and of a source, the newest this week and each a week older than the one before. */
const from = (...deals: readonly Partial<PlantedDeal>[]): PlantedDeal[] =>
  deals.flatMap((deal, at) => ({ account: 'Northwind', created: daysAgo(7 * at + 3), ...deal }))

const of = (times: number, deal: Partial<PlantedDeal>) => Array.from({ length: times }, () => deal)
const OWN = { source: 'Cold Call' }
const WEB = { source: 'Web' }
const BESIDE = { account: 'Initech' }

const reactive = (created: number, own: number): PlantedFinding => ({
  rule: 'reactive-pipeline',
  severity: 'medium',
  evidence: { created, own },
})

const unfocused = (created: number, inTarget: number): PlantedFinding => ({
  rule: 'unfocused-prospecting',
  severity: 'low',
  evidence: { created, inTarget },
})

const sources: PlantedTeam = {
  name: 'sources-and-targets',
  about:
    'Where new business comes from, and whether it is where the manager wants it, one deal and one day either side.',
  config: [
    'standards:',
    '  newOpportunities: { perWeek: 0.25 }',
    'targets: { accounts: [northwind], segments: [Chemicals] }',
  ],
  segments: { Northwind: 'Manufacturing', Initech: 'Software', Vitriol: 'chemicals', 'No Segment': '' },
  reps: [
    { rep: 'One of six found', deals: from(OWN, ...of(5, WEB)), says: [reactive(6, 1)] },
    { rep: 'None of five found', deals: from(...of(5, WEB)) },
    { rep: 'Two of eight found', deals: from(...of(2, OWN), ...of(6, WEB)) },
    { rep: 'Two of nine found', deals: from(...of(2, OWN), ...of(7, WEB)), says: [reactive(9, 2)] },
    { rep: 'Sixth 83 days ago', deals: from(...of(5, WEB), { ...WEB, created: daysAgo(83) }), says: [reactive(6, 0)] },
    { rep: 'Sixth 84 days ago', deals: from(...of(5, WEB), { ...WEB, created: daysAgo(84) }) },
    { rep: 'Sixth says nothing', deals: from(...of(5, WEB), { source: 'Other' }) },
    { rep: 'Sixth is a renewal', deals: from(...of(5, WEB), { ...WEB, type: 'Renewal' }) },
    { rep: 'One of four in target', deals: from({}, ...of(3, BESIDE)), says: [unfocused(4, 1)] },
    { rep: 'Two of four in target', deals: from({}, { account: 'Vitriol' }, ...of(2, BESIDE)) },
    { rep: 'Two of five in target', deals: from(...of(2, {}), ...of(3, BESIDE)), says: [unfocused(5, 2)] },
    { rep: 'None of three in target', deals: from(...of(3, BESIDE)) },
    { rep: 'Fourth without a segment', deals: from(...of(3, BESIDE), { account: 'No Segment' }) },
    { rep: 'Fourth 84 days ago', deals: from(...of(3, BESIDE), { ...BESIDE, created: daysAgo(84) }) },
  ],
}

export const activityTeams = [standards, producers, sources]
