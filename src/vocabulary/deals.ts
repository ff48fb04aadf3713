import { remembered } from '../kit/remembered.ts'
import { mentions } from './match.ts'

/** What deal types, pipelines and record types say, anywhere in them, that are no new business. */
const RENEWAL = ['renewal', 'renewals', 'renew']

/** What types say of business that has never been there before. */
const NEW_BUSINESS = [
  'new business',
  'newbusiness',
  'new logo',
  'new customer',
  'new client',
  'new account',
  'net new',
  'neugeschäft',
  'neukunde',
]

/** What a deal's type or pipeline says it is; `named` where the config has a word of it. */
export type BusinessKind = 'named' | 'renewal' | 'new'

/** @param named words that the config has for renewals. */
export function businessKind(text: string, named: readonly string[]): BusinessKind | undefined {
  if (mentions(text, named)) return 'named'
  if (mentions(text, RENEWAL)) return 'renewal'
  return mentions(text, NEW_BUSINESS) ? 'new' : undefined
}

/** Forecast categories of deals that the rep has promised for the period. */
const COMMITTED = [
  'commit',
  'committed',
  'commitment',
  'zugesagt',
  'zusage',
  'engagé',
  'engagement',
  'comprometido',
  'comprometida',
  'compromiso',
  'compromisso',
  'impegnato',
  'impegno',
  'toegezegd',
  'åtagande',
  'zobowiązanie',
  'обязательство',
  'コミット',
]

export const saysCommitted = remembered((forecast: string): boolean => mentions(forecast, COMMITTED))

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
