import type { Crm } from './crm.ts'

/** What nobody's telltales stand in: a sheet of people's own, or a CRM that has no file here. */
export const spreadsheet: Crm = { id: 'spreadsheet', name: 'a spreadsheet', stages: [], files: [] }
