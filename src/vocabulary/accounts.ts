import { remembered } from '../kit/remembered.ts'
import { folded, mentions } from './match.ts'

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

/** Legal forms behind a company's name. */
const FORMS = new Set(
  `inc incorporated llc llp lp ltd limited plc corp corporation co company pty pvt gmbh ag kg ohg ug mbh se ev kgaa sa sas sarl
   sasu sl slu sau srl spa sapa ltda lda eireli bv nv vof cv ab hb aps asa oy oyj sp zoo sro doo kft zrt as sti kk gk pte sdn bhd`.split(
    /\s+/u,
  ),
)
/** … and in front of it. */
const FORMS_FIRST = new Set('ооо оао зао пао ао ип тоо чп pt cv'.split(' '))
const FORMS_JOINED = /株式会社|有限会社|合同会社|\((?:株|有|同)\)|（(?:株|有|同)）|有限公司|주식회사|\(주\)/gu

/** The same for “Northwind”, “NORTHWIND” and “Northwind, Inc.”: a company’s name without its legal form. */
export const companyKey = remembered((name: string): string => {
  // “S.A.”, “Sp. z o.o.” and “B.V.” are words with points in them.
  const words = folded(name.replaceAll(FORMS_JOINED, ' ').replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, '')).split(' ')
  let end = words.length
  while (end > 1 && isForm(words, end - 1)) end--
  const start = end > 1 && FORMS_FIRST.has(words[0] ?? '') ? 1 : 0
  return words.slice(start, end).join(' ') || name.trim().toLowerCase()
})

function isForm(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  // “GmbH & Co. KG” and “Sp. z o.o.” have a word of their own between.
  return FORMS.has(word) || (word === 'oo' && words[at - 1] === 'z') || (word === 'z' && words[at - 1] === 'sp')
}
