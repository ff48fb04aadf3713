/** What stages and statuses mean, in English and with the CRMs' own terms. */

/** A whole stage or status that means won. The Cyrillic ones are Bitrix24's and amoCRM's own, and “handed over”. */
export const WON = [
  'closed won',
  'won',
  'closed - won',
  'closedwon',
  'closed/won',
  'deal won',
  'signed',
  'contract signed',
  'sold',
  'successful',
  'verkauft',
  'сделка успешна',
  'успешная сделка',
  'успешно реализовано',
  'успешно завершена',
  'успешна',
  'успех',
  'выиграна',
  'выиграно',
  'сделка выиграна',
  'закрыто успешно',
  'закрыто (успешно)',
  'закрыто - успешно',
  'выдано',
  'win',
  'signé',
  'signée',
]

/** A whole stage or status that means lost. */
export const LOST = [
  'closed lost',
  'lost',
  'closed - lost',
  'closedlost',
  'closed/lost',
  'deal lost',
  'dead',
  'abandoned',
  'disqualified',
  'unqualified',
  'cancelled',
  'canceled',
  'not won',
  'rejected',
  'declined',
  'no decision',
  'closed - no decision',
  'omitted',
  'duplicate',
  'lose',
  'loss',
  'apology',
  'won by competitor',
  'nicht gewonnen',
  'abgelehnt',
  'abgesagt',
  'storniert',
  'abandonné',
  'abandonnée',
  'сделка провалена',
  'закрыто и не реализовано',
  'анализ причины провала',
  'провалена',
  'провал',
  'проиграна',
  'проиграно',
  'сделка проиграна',
  'проигран',
  'отказ',
  'отказ клиента',
]

/** Words that say won wherever they stand in a stage or status: English, German and Dutch, French, Spanish … */
export const WON_SAID =
  'won gewonnen gagné gagnée gagne gagnee ganada ganado ganha ganho vinta vinto wygrana wygrane vunnet vunnit'.split(
    ' ',
  )
/** … and do not where they stand so. */
export const NOT_WON = [
  'won t',
  'won by competitor',
  'won by competition',
  'won by a competitor',
  'won by the competition',
  'competitor won',
]

/** … and Portuguese, Italian, Polish, Norwegian: the same for lost. */
export const LOST_SAID =
  'lost verloren perdu perdue perdida perdido persa perso przegrana przegrane tapt проигран проиграна'.split(' ')
/** Whom one has lost sight of is no lost deal. */
export const NOT_LOST = ['lost contact', 'lost touch']

/** Words that say lost at the head of a stage, with the reason after them: “Cancelled by client”. */
export const LOST_FIRST = ['disqualified', 'cancelled', 'canceled', 'abandoned', 'storniert', 'abgelehnt']

/** A whole stage, or the first word of one, that says the deal is over and not how. */
export const CLOSED = ['closed', 'geschlossen', 'fermé', 'fermée', 'cerrado', 'cerrada', 'закрыта', 'закрыто']

/** A whole status that means open. */
export const OPEN = [
  'open',
  'offen',
  'ouvert',
  'ouverte',
  'abierta',
  'abierto',
  'aberta',
  'aberto',
  'aperta',
  'aperto',
  'открыта',
]

/** … and what is said of anything that goes on, a record or a task as well as a deal. */
export const GOING_ON = ['active', 'in progress', 'working', 'pending', 'new', 'en cours', 'in bearbeitung', 'в работе']

/**
 * The usual order of open stages, for pipelines that no CRM's own list explains: the first group that a stage's
 * name matches gives its place.
 */
export const STAGE_ORDER: readonly (readonly string[])[] = [
  ['new', 'lead', 'prospect', 'prospecting', 'inquiry', 'suspect', 'appointment'],
  ['qualify', 'qualified', 'qualification', 'qualifying', 'contacted', 'engaging', 'connect', 'engaged'],
  ['discovery', 'needs', 'analysis', 'scoping', 'meeting', 'interview'],
  ['demo', 'demonstration', 'presentation', 'trial', 'pilot', 'evaluation', 'value', 'solution', 'poc'],
  ['decision', 'perception', 'validation', 'shortlist', 'shortlisted'],
  ['proposal', 'quote', 'quotation', 'offer', 'pricing', 'tender'],
  ['negotiation', 'negotiating', 'negotiate', 'review', 'commit', 'verbal'],
  ['contract', 'legal', 'procurement', 'signature', 'closing', 'paperwork'],
]

/** Bitrix24 puts the number of the pipeline in front of its stages' codes: `C2:WON`. */
export function withoutPipeline(stage: string): string {
  return stage.replace(/^C\d+:/u, '')
}

/** Stages in which a proposal is on the table, or has been: the client has seen a price. */
export const PROPOSAL = [
  'proposal',
  'propose',
  'proposed',
  'proposition',
  'quote',
  'quoted',
  'quotation',
  'price quote',
  'pricing',
  'offer',
  'offered',
  'bid',
  'tender',
  'business case',
  'negotiation',
  'negotiations',
  'negotiating',
  'negotiate',
  'verbal',
  'commit',
  'contract',
  'contracting',
  'contracts',
  'legal',
  'procurement',
  'signature',
  'closing',
  'angebot',
  'angebote',
  'angebotsphase',
  'verhandlung',
  'vertrag',
  'devis',
  'offre',
  'négociation',
  'contrat',
  'propuesta',
  'presupuesto',
  'oferta',
  'negociación',
  'contrato',
  'proposta',
  'offerta',
  'offerte',
  'preventivo',
  'prepayment_invoice',
  'final_invoice',
  'предложение',
  'коммерческое предложение',
  'договор',
  'счёт на предоплату',
  'счет на предоплату',
  'согласование',
]
