import { mentions } from './match.ts'

/** Account types that mean a client: Salesforce’s “Customer - Direct”, HubSpot’s, Zoho’s, Dynamics’, Bitrix24’s. */
const CLIENT = [
  'customer',
  'client',
  'existing business',
  'installed base',
  'kunde',
  'bestandskunde',
  'cliente',
  'klant',
  'клиент',
]

/** … and what takes it back: nobody's client yet, or no longer. */
const NO_CLIENT = [
  'prospect',
  'prospective',
  'potential',
  'former',
  'ex',
  'lost',
  'past',
  'churned',
  'inactive',
  'target',
  'not a',
  'non',
  'ehemalig',
  'ehemaliger',
  'ancien',
  'antiguo',
  'потенциальный',
  'бывший',
]

/** Whether an account's type says that it is a client. */
export function isClientType(type: string | undefined): boolean {
  return type !== undefined && mentions(type, CLIENT) && !mentions(type, NO_CLIENT)
}
