import type { Kind } from '../../../records/fields.ts'
import { activities } from './activities.ts'
import type { KindOfHeader } from './kind-of-header.ts'
import { opportunities } from './opportunities.ts'
import { accounts, contactRoles, fieldHistory, history, prices } from './others.ts'
import { contacts, goals, reps, users } from './people.ts'

export const kindsOfHeader: { readonly [K in Kind]: KindOfHeader & { kind: K } } = {
  opportunities,
  activities,
  'contact-roles': contactRoles,
  contacts,
  accounts,
  users,
  reps,
  goals,
  history,
  'field-history': fieldHistory,
  prices,
}
