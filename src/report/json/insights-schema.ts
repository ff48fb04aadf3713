import { z } from 'zod'

const count = z.int().min(0)

export const insightsSchema = z
  .array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      scope: z.enum(['team', 'rep']),
      rep: z.string().nullable(),
      text: z.string(),
      caveat: z.string().nullable().describe('What could overturn it'),
      ask: z.string(),
      evidence: z.record(z.string(), z.unknown()),
      deals: z.array(z.string()).describe('Ids of the open deals that it touches'),
      stake: z.number().nullable().describe('Open money'),
      rank: count.min(1).describe('By stake, among the team’s or among this rep’s'),
      isBest: z.boolean().describe('One of the team’s three, or the rep’s one'),
    }),
  )
  .describe('What an analyst would find in the same files')
