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

/** What says only how a company is set up. */
const LEGAL_FORMS =
  /[\s,]+(?:inc|incorporated|llc|ltd|limited|corp|corporation|co|company|plc|lp|llp|gmbh|ag|kg|ohg|ug|gmbh & co kg|sa|sas|sarl|sl|slu|srl|spa|bv|nv|ab|as|oy|oyj|aps|pty|pty ltd)\.?$/iu

/** A company as it is called: “Northwind, Inc.” and “NORTHWIND” are one. */
export function companyKey(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/(?<=\p{L})\.(?=\p{L}|$|\s)/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const shorter = plain.replace(LEGAL_FORMS, '').trim()
  return shorter === '' || shorter === plain ? plain : companyKey(shorter)
}
