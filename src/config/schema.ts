import { z } from 'zod'
import { ADDRESS, isAddress } from '../language/mail-address.ts'
import { requirements } from '../book/settings.ts'
import { parseIsoDate } from '../time/plain-date.ts'

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-12-24')
  .refine((text) => parseIsoDate(text) !== undefined, 'there is no such day')

/** Names are printed: nothing in them may steer a terminal. */
const name = z.string().regex(/^\P{C}+$/u, 'a name without invisible characters')

/** A value for all, or one with exceptions by level or by name. */
function byRep<T extends z.ZodType>(value: T) {
  return z.union([
    value,
    z.strictObject({
      default: value.optional(),
      levels: z.record(name, value).optional(),
      reps: z.record(name, value).optional(),
    }),
  ])
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const mailAddress = z
  .string()
  .regex(ADDRESS, 'one plain address such as kim@example.com')
  .refine(isAddress, 'an address of usual length')

const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'a currency code such as EUR')

const perWeek = z.number().positive().max(1000)

const qualified = z.strictObject({
  stage: name.optional().describe('The stage it has reached'),
  requires: z.array(z.enum(requirements)).optional().describe('What has to be known of it'),
})

/** Both forms in one, and not a union: of two kinds of keys a union cannot say which was meant. */
const qualifiedByRep = z
  .strictObject({
    ...qualified.shape,
    default: qualified.optional(),
    levels: z.record(name, qualified).optional(),
    reps: z.record(name, qualified).optional(),
  })
  .refine(
    ({ stage, requires, ...byWhom }) =>
      (stage === undefined && requires === undefined) || Object.keys(byWhom).length === 0,
    'either stage and requires, for all, or default, levels and reps',
  )

const standards = z.strictObject({
  newOpportunities: z
    .strictObject({
      perWeek: byRep(perWeek).optional().describe('New opportunities a week that are expected of a rep'),
      qualified: qualifiedByRep.optional().describe('What a new opportunity has to have to count as one'),
    })
    .optional(),
  prospectingActivities: z
    .strictObject({ perWeek: byRep(perWeek).optional().describe('Prospecting activities a week') })
    .optional(),
  winRate: byRep(z.number().gt(0).lt(1)).optional().describe('Won ÷ closed, instead of the team’s own rate'),
  coverage: byRep(z.number().min(1).max(20))
    .optional()
    .describe('Open pipeline that closes in the period ÷ what is still to be won'),
})

const amount = z.number().positive()

const goals = z.strictObject({
  period: z.enum(['month', 'quarter', 'year']).optional().describe('What a goal is for; a quarter where not set'),
  fiscalYearStart: z.number().int().min(1).max(12).optional().describe('The month the fiscal year starts with'),
  perRep: amount.optional().describe('What every rep is to win in a period'),
  levels: z.record(name, amount).optional(),
  reps: z.record(name, amount).optional(),
})

const optionValue = z.union([z.number(), z.boolean(), z.string(), z.array(z.string())])

const ruleSettings = z.union([
  z.literal('off'),
  z.literal(false),
  z
    .object({
      severity: z.enum(['low', 'medium', 'high']).optional(),
      stages: z.record(name, z.number().min(0)).optional().describe('Stage to the value of the rule’s main option'),
    })
    .catchall(optionValue),
])

/** `pipeline-coach.yaml`. Everything is optional; an unknown key is an error. */
export const configSchema = z.strictObject({
  columns: z.record(name, name).optional().describe('Field to column name, where a header is not recognised'),
  dateOrder: z
    .enum(['mdy', 'dmy', 'ymd'])
    .optional()
    .describe('Which comes first in dates, where the exports do not tell'),
  stages: z
    .strictObject({
      order: z.array(name).optional().describe('The open stages, first to last'),
      won: z.array(name).optional(),
      lost: z.array(name).optional(),
    })
    .optional(),
  standards: standards.optional(),
  goals: goals.optional(),
  reps: z
    .record(
      name,
      z.strictObject({
        email: mailAddress.optional(),
        level: name.optional(),
        manager: name.optional(),
        startDate: isoDate.optional(),
      }),
    )
    .optional(),
  manager: name.optional().describe('Who “you” is on the manager’s page'),
  targets: z
    .strictObject({ accounts: z.array(name).optional(), segments: z.array(name).optional() })
    .optional()
    .describe('Where new business should come from'),
  ignoreOwners: z.array(name).optional().describe('Owners that are no reps'),
  words: z
    .strictObject({
      renewal: z.array(name).optional().describe('Deal types and pipelines that are renewals'),
      deciding: z.array(name).optional().describe('Roles whose holder can say yes'),
      ownSources: z.array(name).optional().describe('Lead sources that are a rep’s own work'),
      nonSelling: z.array(name).optional().describe('Subjects of activities that are not selling'),
    })
    .optional(),
  closed: z
    .array(z.strictObject({ from: isoDate, to: isoDate, reps: z.array(name).optional() }))
    .optional()
    .describe('Days on which nobody, or not these reps, works'),
  rules: z
    .object({ modules: z.array(name).optional().describe('Modules with rules of your own, beside the config') })
    .catchall(ruleSettings)
    .optional(),
  insights: z
    .record(name, z.union([z.literal('off'), z.literal(false), z.record(name, optionValue)]))
    .optional()
    .describe('Insights that are off, or what they have to reach to speak'),
  cadence: z.enum(['weekly', 'biweekly']).optional(),
  meeting: z
    .strictObject({
      day: z
        .enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
        .optional()
        .describe('The weekday of the meeting that the review is for; Monday where it is not said'),
      minutesPerRep: z.number().int().min(1).max(240).optional(),
      maxDeals: z.number().int().min(0).max(20).optional(),
    })
    .optional(),
  history: name.optional().describe('The folder, beside this file, that remembers earlier reviews'),
  mail: z
    .strictObject({
      from: mailAddress.optional().describe('Whom the mails are from'),
      to: z
        .union([mailAddress, z.array(mailAddress)])
        .optional()
        .describe('Whom the review goes to'),
      subject: name.optional().describe('Instead of the week'),
    })
    .optional()
    .describe('For --format eml'),
  timezone: z
    .string()
    .refine(isZone, 'a time zone such as Europe/Madrid')
    .optional()
    .describe('An IANA name such as Europe/Madrid'),
  currency: currencyCode.optional(),
  rates: z
    .record(currencyCode, z.number().positive())
    .optional()
    .describe('What one unit of another currency is worth in `currency`'),
})

export type Config = z.infer<typeof configSchema>
