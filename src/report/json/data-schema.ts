import { z } from 'zod'

export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const count = z.int().min(0)

/** What the check of the files found, in the JSON document. */
export const data = z
  .strictObject({
    lastDays: z
      .strictObject({
        created: date.nullable(),
        closed: date.nullable(),
        activity: date.nullable(),
        change: date.nullable(),
      })
      .describe('The newest day of each kind of entry'),
    old: z.boolean().describe('The entries stop well before the day of the review'),
    asOfUsed: date.describe('The day that was reviewed: of an old export its last good day'),
    findings: z.array(z.strictObject({ id: z.string(), text: z.string() })).describe('What to read first'),
    unreliable: z
      .array(
        z.strictObject({
          field: z.string(),
          column: z.string(),
          why: z.string(),
          deals: count,
          of: count,
          text: z.string(),
        }),
      )
      .describe('Columns that are filled and tell nothing: no rule uses them'),
  })
  .describe('What the check of the files found')
