import { bitrix24 } from './bitrix24.ts'
import { close } from './close.ts'
import { copper } from './copper.ts'
import type { Crm } from './crm.ts'
import { dynamics } from './dynamics.ts'
import { freshsales } from './freshsales.ts'
import { hubspot } from './hubspot.ts'
import { maven } from './maven.ts'
import { odoo } from './odoo.ts'
import { pipedrive } from './pipedrive.ts'
import { salesforce } from './salesforce.ts'
import { spreadsheet } from './spreadsheet.ts'
import { zoho, zohoAnalytics } from './zoho.ts'

/** Every CRM that is recognised. Of two that fit a header equally well the earlier is taken: those with the rarer names come first. */
export const crms: readonly Crm[] = [
  maven,
  bitrix24,
  close,
  copper,
  odoo,
  freshsales,
  dynamics,
  zoho,
  zohoAnalytics,
  hubspot,
  pipedrive,
  salesforce,
]

export { spreadsheet }
