import { isEmptyMarker } from './nothing.ts'
import { isOneOf, mentions, says } from './match.ts'

/** Roles whose holder can say yes, wherever they stand in the text (“Economic Buyer (CFO)”). */
const DECIDING = [
  'decision maker',
  'economic buyer',
  'economic decision',
  'executive sponsor',
  'budget holder',
  'final approver',
  'signatory',
  'head of finance',
  'finance director',
  'board member',
  'member of the board',
  'chief executive',
  'chief financial',
  'chief operating',
  'managing partner',
  // German
  'geschäftsführer',
  'geschäftsführerin',
  'geschäftsführung',
  'entscheider',
  'entscheiderin',
  'entscheidungsträger',
  'entscheidungsträgerin',
  'inhaber',
  'inhaberin',
  'vorstand',
  'vorständin',
  // French
  'décideur',
  'décideuse',
  'directeur général',
  'directrice générale',
  'directeur financier',
  'directrice financière',
  'pdg',
  // Spanish
  'director general',
  'directora general',
  'director financiero',
  'directora financiera',
  'gerente general',
  'tomador de decisiones',
  // Italian
  'amministratore delegato',
  'amministratrice delegata',
  'direttore generale',
  'direttrice generale',
  'direttore finanziario',
  'decisore',
  // Portuguese
  'diretor geral',
  'diretora geral',
  'diretor financeiro',
  'tomador de decisão',
  // Dutch and Swedish
  'beslisser',
  'beslissingsbevoegde',
  'algemeen directeur',
  'zaakvoerder',
  'beslutsfattare',
  'verkställande direktör',
]

/** Whoever works for one who decides does not: “Assistentin der Geschäftsführung”. */
const WORKS_FOR = [
  'assistant',
  'secretary',
  'assistent',
  'assistentin',
  'assistenz',
  'sekretariat',
  'sekretärin',
  'assistante',
  'secrétaire',
  'asistente',
  'secretaria',
  'assistente',
  'segretaria',
  'assistent van',
]

/** Titles that say the same, but only as the whole text: a vice president is not the president. */
const DECIDING_TITLES = [
  'ceo',
  'cfo',
  'coo',
  'chief executive officer',
  'chief financial officer',
  'chief operating officer',
  'owner',
  'founder',
  'president',
  'managing director',
  'approver',
  'proprietor',
  'propriétaire',
  'gérant',
  'gérante',
  'propietario',
  'propietaria',
  'titolare',
  'proprietario',
  'proprietário',
  'eigenaar',
  'bestuurder',
  'ägare',
  'vd',
]

/**
 * Whether whoever has this role or title can say yes.
 *
 * @param own the config's words for it.
 */
export function isDeciding(role: string, own: readonly string[] = []): boolean {
  if (isOneOf(role, own)) return true
  return !mentions(role, WORKS_FOR) && (says(role, DECIDING) || isOneOf(role, DECIDING_TITLES))
}

/** What a machine is called, one of which has to stand in its name … */
const MACHINES = new Set(
  'bot robot api integration integrations automation automations automated queue queues system workflow workflows webhook loader dataloader migration sync robots zapier'.split(
    ' ',
  ),
)
/** … and what may stand beside it. Nobody's first name or surname is among these. */
const BESIDE_MACHINES = new Set(
  'user users account process service admin administrator import export data lead leads deal deals sales marketing inbound outbound web website form forms chat email mail crm hubspot salesforce pardot marketo dynamics pipedrive zoho odoo slack outreach salesloft platform cloud analytics support integration the and of default unassigned house team emea apac amer global'.split(
    ' ',
  ),
)
/** Words that say it at the end of any name: “EMEA SDR Queue”. */
const ENDS_MACHINES = new Set(['queue', 'integration', 'automation', 'webhook', 'workflow'])

/** Whether the whole name is that of a machine: “Integration User”, “API”, “HubSpot Bot”; Marijke Bot is a person. */
export function isMachine(name: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const last = words.at(-1)
  if (last === undefined) return false
  if (ENDS_MACHINES.has(last)) return true
  const isOurs = words.every((word) => MACHINES.has(word) || BESIDE_MACHINES.has(word) || /^\d+$/u.test(word))
  return isOurs && words.some((word) => MACHINES.has(word))
}

/** What CRMs write for somebody who has left: “Ann Lee (deactivated)”, “Deactivated User 123”, “[Inactive] Ann Lee”. */
const LEFT =
  /^(?:deactivated|inactive|disabled|deleted|removed|former)\s+(?:user|owner|employee|member)\b|[([]\s{0,3}(?:deactivated|inactive|disabled|deleted|removed|former|left|no longer|inaktiv|deaktiviert|désactivé|inactif|desactivado|inactivo|disattivato|inattivo|desativado|inativo|gedeactiveerd|inactief)(?:\s[\p{L} ]{1,24})?[)\]]/iu

/** Whether a name says itself that its owner has left. */
export function hasLeft(name: string): boolean {
  return LEFT.test(name)
}

/** Words in a rep's level that mean a senior one. */
const SENIOR = [
  'senior',
  'sr',
  'snr',
  'lead',
  'principal',
  'staff',
  'expert',
  'veteran',
  'strategic',
  'enterprise',
  'head',
  'director',
  'vp',
  'iii',
  'iv',
  'leitend',
  'leitender',
  'leitende',
  'confirmé',
  'sénior',
  'sênior',
]

/** Whether a rep's level, as a reps file or the config gives it, is a senior one. */
export function isSenior(level: string | undefined): boolean {
  return level !== undefined && mentions(level, SENIOR)
}

const NOBODY = new Set(['unassigned', 'not assigned', 'no owner', 'nobody', 'tbd', 'tba', 'tbc', 'unknown', '?'])

/** Whether an owner's name stands for none: `Unassigned`, `TBD`, `N/A`. */
export function isNobody(owner: string): boolean {
  return isEmptyMarker(owner) || NOBODY.has(owner.trim().toLowerCase())
}
