import { mentions } from './match.ts'

/** What deal types, pipelines and record types say, anywhere in them, that are no new business. */
export const RENEWAL = ['renewal', 'renewals', 'renew']

/** Reasons by which a deal was taken out of the books, and not lost to anybody. */
const NO_LOSS = [
  'duplicate',
  'duplicated',
  'dupe',
  'merged',
  'test',
  'created in error',
  'entered in error',
  'duplikat',
]

export function isNoLoss(lostReason: string | undefined): boolean {
  return lostReason !== undefined && mentions(lostReason, NO_LOSS)
}
