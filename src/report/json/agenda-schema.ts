import { z } from 'zod'
import { change, dealRef } from './change-schema.ts'
import { count, data, date } from './data-schema.ts'
import { insightsSchema } from './insights-schema.ts'
import { severities } from '../../engine/finding.ts'
import { dealTalkSchema, periodSchema, sentencesSchema, topics } from './talk-schema.ts'

const severity = z.enum(severities)
const indexes = z.array(count).describe('Indexes into findings')

const commitment = z.strictObject({
  id: z.string(),
  rep: z.string().describe('A rep, or “manager”'),
  owedTo: z.string().nullable().describe('Whom the manager owes it'),
  text: z.string(),
  on: date.describe('The day it was made'),
  by: date,
  deal: dealRef.nullable(),
  proof: z.string().nullable(),
  evidence: z.string(),
  timesMissed: count.describe('In a row, this one included; 0 where it was not missed'),
})

const commitments = {
  kept: z.array(commitment),
  missed: z.array(commitment),
  open: z.array(commitment),
  moot: z.array(commitment).describe('The deal is lost or gone'),
}

const measures = z.strictObject({
  openDeals: count,
  openAmount: z.number().nullable(),
  foreignAmounts: z
    .array(z.strictObject({ currency: z.string(), amount: z.number() }))
    .describe('Open amounts in other currencies without a rate: in no sum'),
  newOpportunities: count.describe('Created in week 0, the seven days ending on as-of'),
  newBusiness: count.describe('The same without renewals'),
  newByWeek: z.array(count).length(12).describe('newByWeek[0] is week 0'),
  weeksWithoutNew: count.max(52),
  lastCreated: date.nullable(),
  won: count.describe('Closed in the 365 days up to as-of'),
  lost: count,
  winRate: z.number().min(0).max(1).nullable().describe('New business alone'),
  averageWon: z.number().nullable(),
  cycleDays: z.number().nullable().describe('Median days from creation to winning'),
})

const together = z.strictObject({ count, amount: z.number().nullable(), largest: z.array(dealRef) }).nullable()

const pattern = z.strictObject({
  rule: z.string(),
  title: z.string(),
  count,
  of: count,
  largest: z.array(dealRef),
})

const teamPattern = pattern.extend({
  amount: z.number().nullable(),
  isMost: z.boolean().describe('More than half of what is open, by money where amounts are known'),
  text: z.string().describe('How many, how much and how bad, and an open question for whoever leads'),
})

const oneThing = z.strictObject({
  rule: z.string(),
  deal: dealRef.nullable(),
  action: z.string(),
  why: z.string(),
  worth: z.number().nullable(),
  caveat: z.string().nullable(),
})

const goal = z
  .strictObject({
    period: z.string(),
    goal: z.number(),
    won: z.number().nullable(),
    gap: z.number().nullable().describe('Still to be won'),
    expected: z
      .number()
      .nullable()
      .describe('What the open deals of the period bring at their stages’ rates, at the rep’s own record'),
    leftOut: z
      .strictObject({ deals: count, amount: z.number() })
      .describe('Open deals of the period from which nothing is expected: old, or long overdue'),
    missing: z.number().nullable().describe('What is left then'),
    newOpportunities: z.number().nullable(),
    perWeek: z.number().nullable(),
    lastDay: date.nullable().describe('The last day on which a new one is as likely as not to close in time'),
    closesIn: z.string().nullable().describe('The period for which that holds'),
    short: z
      .array(z.strictObject({ rep: z.string(), missing: z.number() }))
      .describe('On a manager’s page: who is short of their own goal'),
    text: z.string(),
  })
  .nullable()
  .describe('What would have to be true; null without a goal')

const leadMeasure = z.strictObject({
  id: z.enum(['newOpportunities', 'firstMeetings', 'conversations', 'presentations']),
  byWeek: z.array(count).length(12).describe('byWeek[0] is week 0'),
})

const strength = {
  on: z.enum(['creating', 'winning', 'habit']),
  text: z.string(),
}

/** What a page has of open deals. */
const deals = {
  deals: z.array(
    z.strictObject({
      ...dealRef.shape,
      amount: z.number().nullable(),
      currency: z.string().nullable(),
      stage: z.string().nullable(),
      closeDate: date.nullable(),
      rank: count.min(1),
      findings: indexes,
      asks: z.array(z.string()),
      ...dealTalkSchema,
    }),
  ),
  flaggedDeals: count.describe('Deals that would be ranked: those shown and those left out'),
  patterns: z.array(pattern),
  stillAnOpportunity: together.describe('Older than nearly all wins, or overdue and silent'),
  lateButAlive: together.describe('As old, touched within a fortnight, and something planned'),
}

const fixBeforeMeeting = z.array(z.strictObject({ rule: z.string(), title: z.string(), deals: z.array(dealRef) }))

const rep = z.strictObject({
  rep: z.string(),
  manager: z.string().nullable(),
  level: z.string().nullable(),
  whereabouts: z
    .string()
    .nullable()
    .describe('Until when the rep is away, or a question about one who has shown no sign of life for four weeks'),
  measures,
  diagnosis: z.strictObject({
    cause: z.enum(['producing', 'too-little-activity', 'too-little-effectiveness', 'both', 'cannot-tell']),
    because: z.array(z.string()),
    topic: z.enum(topics),
    where: z.string().nullable(),
    but: z
      .strictObject({ rule: z.string(), phrase: z.string(), count, amount: z.number(), of: z.number() })
      .nullable()
      .describe('What a third or more of a producing rep’s open amount has in common'),
  }),
  oneThing: oneThing.nullable().describe('Null for a healthy rep'),
  ask: z.string().nullable(),
  sinceLastReview: z.strictObject({
    ...commitments,
    changes: z.array(change),
  }),
  findings: indexes.describe('Those about the rep and not about a deal'),
  ...deals,
  goal,
  leadMeasures: z.array(leadMeasure),
  clients: z.array(
    z.strictObject({ rule: z.string(), title: z.string(), count, names: z.array(z.string()), ask: z.string() }),
  ),
  lost: indexes.describe('Findings about deals that were lost'),
  losses: z.string().nullable().describe('What three or more losses since last time have in common'),
  learnFrom: z
    .strictObject({ rep: z.string(), rule: z.string().nullable(), ask: z.string(), ...strength })
    .nullable()
    .describe('The peer who is best at what is weakest here'),
  prepare: z
    .array(
      z.strictObject({
        deal: dealRef,
        day: date,
        person: z.string().nullable(),
        peer: z.string(),
        reason: z.string().describe('Why that peer: “who wins 39 % of 87 closed”'),
      }),
    )
    .describe('Meetings that weak deals have coming, and a peer to prepare each with'),
  minutes: count,
  recognise: z.array(z.string()),
  fixBeforeMeeting,
})

const team = z.strictObject({
  openDeals: count,
  openAmount: z.number().nullable(),
  newByWeek: z.array(count).length(12),
  won: count,
  lost: count,
  winRate: z.number().nullable(),
  averageWon: z.number().nullable(),
  cycleDays: z.number().nullable(),
  p90CycleDays: z.number().nullable().describe('Null below 20 wins'),
  inCommon: z.array(z.string()).describe('What is the team’s before it is anyone’s'),
  period: periodSchema,
})

const manager = {
  manager: z.string().nullable(),
  reps: z.array(z.string()),
  findings: indexes.describe('About the team or the manager, and on deals without a rep'),
  causes: z.array(z.strictObject({ cause: z.string(), reps: count })),
  goal,
  leadMeasures: z.array(leadMeasure),
  letPass: z
    .array(
      z.strictObject({ rep: z.string(), deal: dealRef.nullable(), rule: z.string(), problem: z.string(), age: count }),
    )
    .describe('What stood for three reviews and nobody promised anything about'),
  pairs: z.array(z.strictObject({ rep: z.string(), learnsFrom: z.string(), isMutual: z.boolean(), ...strength })),
  join: z
    .strictObject({
      day: date,
      rep: z.string().nullable(),
      person: z.string().nullable(),
      deal: dealRef,
      lastJoined: date.nullable().describe('When the manager was last in a client meeting with this rep'),
    })
    .nullable()
    .describe('The client meeting of the week most worth joining; null where a finding says where to be'),
  patterns: z.array(teamPattern),
  unassigned: z.array(dealRef),
  withoutActiveOwner: z
    .array(
      z.strictObject({ owner: z.string(), deals: count, amount: z.number().nullable(), largest: z.array(dealRef) }),
    )
    .describe('Open deals whose owner has left'),
  withoutOwner: z
    .strictObject({ ...deals, fixBeforeMeeting, minutes: count })
    .nullable()
    .describe('What is worth going through where no deal is anybody’s'),
  commitments: z.strictObject(commitments).describe('What the manager owes, and reps without a page'),
  changes: z.array(change).describe('The team’s, biggest deals first'),
  notes: z.array(z.string()),
}

/** The document of `--format json`. Dates are `YYYY-MM-DD`, unknown is null; additions are no new version. */
export const agendaSchema = z.strictObject({
  schema: z.literal('pipeline-coach/agenda@1'),
  asOf: date,
  previousReview: date.nullable(),
  currency: z.string().nullable(),
  data,
  inputs: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.string(),
      crm: z.string(),
      rows: z.strictObject({ read: count, used: count, rejected: count, ignored: count }),
      columns: z.record(z.string(), z.string()).describe('Field to column name'),
      unmapped: z.array(z.string()),
    }),
  ),
  rejected: z.array(
    z.strictObject({
      file: z.string(),
      line: count.min(1),
      column: z.string().nullable().describe('Null for a whole row'),
      value: z.string(),
      reason: z.string(),
    }),
  ),
  notChecked: z.array(z.strictObject({ rule: z.string(), missing: z.array(z.string()), enable: z.string() })),
  reps: z.array(rep),
  audience: z.enum(['manager', 'rep']),
  manager: z
    .strictObject({ ...manager, team: team.nullable().describe('Null in a rep’s own copy') })
    .describe('Of whoever leads the whole team'),
  managers: z.array(z.strictObject(manager)).describe('One for each, where two or more are named'),
  sentences: sentencesSchema,
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      scope: z.enum(['deal', 'rep', 'account', 'team', 'manager']),
      rep: z.string().nullable(),
      manager: z.string().nullable().describe('Whose page a finding about the team or a manager is for'),
      deal: dealRef.nullable(),
      account: z.string().nullable(),
      severity: severity.nullable().describe('Null in a rep’s own copy'),
      age: count.min(1).describe('Reviews in a row that it stood, this one included'),
      evidence: z.record(z.string(), z.unknown()),
      problem: z.string(),
      asks: z.array(z.string()),
      action: z.string(),
      proof: z.string().nullable().describe('What the next export would show if it were put right'),
      isHygiene: z.boolean().describe('To be put right before the meeting: counts for no threshold'),
      dismissed: z.string().nullable().describe('Why it was put aside in an earlier review'),
      ask: z.string(),
    }),
  ),
  insights: insightsSchema,
})

export type AgendaDocument = DeepReadonly<z.infer<typeof agendaSchema>>

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T
