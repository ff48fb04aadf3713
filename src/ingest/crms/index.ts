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

/** Every CRM that is recognised. Of two that fit a header equally well the earlier is taken. */
export const crms: readonly Crm[] = [
  salesforce,
  hubspot,
  pipedrive,
  zoho,
  zohoAnalytics,
  dynamics,
  close,
  copper,
  freshsales,
  odoo,
  bitrix24,
  maven,
  spreadsheet,
]

export { spreadsheet }
