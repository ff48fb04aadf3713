import { z } from 'zod'

const text = z.string()

export const topics = [
  'creation',
  'winning',
  'slipping',
  'contacts',
  'size',
  'age',
  'due',
  'reason',
  'product',
  'none',
  'unknown',
] as const

/** What the page says of a deal. */
export const dealTalkSchema = {
  reasons: z.array(text).describe('Why the page talks about it'),
  question: text.nullable(),
  dueIn: z.number().int().nullable().describe('Days from as-of to the day it is due; negative where it is overdue'),
}

export const periodSchema = z.strictObject({
  period: text,
  won: z.number().nullable(),
  goal: z.number().nullable(),
  due: z.number().nullable().describe('Open and due by the end of the period, overdue included'),
  need: z.number().nullable().describe('To go ÷ due'),
  reach: z.enum(['in-reach', 'tight', 'out-of-reach', 'unknown']),
  earlier: z
    .array(z.strictObject({ period: text, share: z.number(), due: z.array(text), won: z.array(text) }))
    .describe('What of the amount due on the same day of earlier periods came in by their end'),
})

export const sentencesSchema = z
  .array(
    z.strictObject({
      page: text.nullable(),
      label: text,
      text,
      template: text,
      slots: z
        .record(text, z.unknown())
        .describe('What fills the places, with the ids of the deals behind each figure'),
    }),
  )
  .describe('Every sentence of the report')
