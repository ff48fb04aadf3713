import { z } from 'zod'
import { changeKinds } from '../../history/compare.ts'

export const dealRef = z.strictObject({ id: z.string(), name: z.string() })

export const change = z.strictObject({
  deal: dealRef,
  change: z.enum(changeKinds),
  from: z.union([z.string(), z.number(), z.null()]),
  to: z.union([z.string(), z.number(), z.null()]),
  reason: z.string().nullable().describe('Why it was lost, where the export says'),
})
