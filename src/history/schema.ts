import { z } from 'zod'
import { verdicts } from '../book/past/commitments.ts'
import { cleanText } from '../vocabulary/nothing.ts'
import { parseIsoDate } from '../time/plain-date.ts'

/** Of a review's file, and of a line of the log. */
export const REVIEW_VERSION = 2
export const LOG_VERSION = 1
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-20')
  .refine((text) => parseIsoDate(text) !== undefined, 'no such day')
/** Texts are printed: whatever somebody wrote into the file, nothing in it may steer a terminal. */
const text = z.string().transform(cleanText)
const id = z.string().regex(/^[a-z0-9]{1,16}$/, 'an id such as k7m2')

const seenDeal = z.object({
  id: text,
  name: text,
  owner: text.optional(),
  state: z.enum(['open', 'won', 'lost', 'unknown']),
  stage: text.optional(),
  amount: z.number().optional().describe('In the currency of the review'),
  created: date.optional(),
  closeDate: date.optional().describe('The promised day of an open deal, the day of closing of a closed one'),
  nextStep: text.optional(),
  contacts: z.array(text).optional(),
})

/** `reviews/<as-of>.json`. What is not there was not known. */
export const reviewSchema = z.object({
  schemaVersion: z.literal(REVIEW_VERSION),
  asOf: date,
  newest: date.optional().describe('The last day on which a deal of its export was created'),
  sameData: z.boolean().optional().describe('It saw the data of the review before it once more'),
  currency: text.optional(),
  rates: z.record(z.string(), z.number()).describe('What one unit of another currency was worth'),
  columns: z.record(z.string(), text).describe('Field of the opportunities to the name of its column'),
  reps: z.array(text),
  deals: z.array(seenDeal),
  findings: z
    .array(z.object({ finding: text, severity: z.enum(['low', 'medium', 'high']).optional() }))
    .describe('Rule, scope, and whom or what it is about'),
  rules: z.array(text).optional().describe('The rules that ran, whether they said something or not'),
  verdicts: z
    .array(
      z.object({ rep: text, outcome: z.enum(['creation', 'winning']), isWeak: z.boolean(), probability: z.number() }),
    )
    .optional()
    .describe('Of every rep who could be compared: whether the rep was called weak, and how likely it was'),
  commitments: z
    .record(id, z.object({ verdict: z.enum(verdicts), since: date, times: z.int().min(1) }))
    .describe('What the review said of each commitment, since which review, and how many times in a row'),
})

const line = { schemaVersion: z.literal(LOG_VERSION), on: date }

/** One line of `log.ndjson`. */
export const eventSchema = z.discriminatedUnion('event', [
  z.object({
    ...line,
    event: z.literal('committed'),
    id,
    rep: text.describe('A rep, or “manager”'),
    text,
    by: date,
    deal: text.optional(),
    proof: text.optional().describe('What the next export can show when it was kept'),
    owedTo: text.optional().describe('Whom the manager owes it'),
    about: z.array(text).optional().describe('The findings that it came of, in a meeting'),
  }),
  z.object({ ...line, event: z.enum(['done', 'dropped']), id }),
  z.object({
    ...line,
    event: z.literal('dismissed'),
    finding: text,
    reason: text,
    until: date.optional().describe('The last day of it; without it until the deal changes'),
  }),
  z.object({
    ...line,
    event: z.enum(['undismissed', 'discussed']),
    finding: text.describe('A finding, or “commitment” and the id of one that was talked about'),
  }),
  z.object({ ...line, event: z.literal('met'), rep: text.describe('Whose page was gone through to its end') }),
])

/** For editors and other programs: `schema/history.v1.json`. */
export const historySchema = z.union([reviewSchema, eventSchema])

export type LogEvent = z.infer<typeof eventSchema>
