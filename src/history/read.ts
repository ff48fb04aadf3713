import type { z } from 'zod'
import { Problem, type Place } from '../system/problem.ts'
import { migrate, migrations } from './migrate.ts'

/**
 * A document of the history, checked against its schema.
 *
 * @throws Problem for what is not JSON, of a later version, or of another shape.
 */
export function readDocument<T>(schema: z.ZodType<T>, text: string, version: number, where: Place): T {
  const parsed = schema.safeParse(migrate(parseJson(text, where), version, migrations, where))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const at = issue?.path.map(String).join('.') ?? ''
  throw damaged(`not what this program writes${at === '' ? '' : ` at ${at}`} (${issue?.message ?? 'unknown'})`, where)
}

function parseJson(text: string, where: Place): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged('not JSON', where)
  }
}

function damaged(what: string, where: Place): Problem {
  return new Problem(`the history is damaged: ${what}`, {
    where,
    hint: 'bring this file back from a backup or from git, or move it away; --no-history reviews without it',
  })
}
