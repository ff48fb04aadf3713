import type { Crm } from './crm.ts'
import { hubspot } from './hubspot.ts'
import { maven } from './maven.ts'
import { salesforce } from './salesforce.ts'
import { spreadsheet } from './spreadsheet.ts'

/** Every CRM that is recognised. Of two that fit a header equally well the earlier is taken. */
export const crms: readonly Crm[] = [salesforce, hubspot, maven, spreadsheet]

export { spreadsheet }
