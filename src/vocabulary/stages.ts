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
  'beauftragt',
  'auftrag erteilt',
  'auftrag erhalten',
  'erfolgreich abgeschlossen',
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
  'absage',
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
  'won gewonnen gagné gagnée gagne gagnee ganada ganado ganha ganho vinta vinto wygrana wygrane vunnet vunnit vunnen'.split(
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

/** … and Portuguese, Italian, Polish, Norwegian, Swedish: the same for lost. */
export const LOST_SAID =
  'lost verloren perdu perdue perdida perdido persa perso przegrana przegrane tapt förlorad förlorat проигран проиграна'.split(
    ' ',
  )
/** Whom one has lost sight of is no lost deal. */
export const NOT_LOST = ['lost contact', 'lost touch']

/** Words that say lost at the head of a stage, with the reason after them: “Cancelled by client”. */
export const LOST_FIRST = ['disqualified', 'cancelled', 'canceled', 'abandoned', 'storniert', 'abgelehnt']

/** A whole stage, or the first word of one, that says the deal is over and not how. */
export const CLOSED = [
  'closed',
  'geschlossen',
  'abgeschlossen',
  'fermé',
  'fermée',
  'cerrado',
  'cerrada',
  'закрыта',
  'закрыто',
]

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

function words(list: string): readonly string[] {
  return list.split(/\s+/u)
}

/**
 * The usual order of open stages, for pipelines that no CRM's own list explains: the first group that a stage's
 * name matches gives its place. English first, then German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish,
 * Russian.
 */
export const STAGE_ORDER: readonly (readonly string[])[] = [
  words(`new lead prospect prospecting inquiry suspect appointment
    neu anfrage erstkontakt nouveau prospection nuevo prospección nuovo contatto novo prospecção nieuw ny prospekt
    nowy zapytanie новая новый заявка`),
  words(`qualify qualified qualification qualifying contacted engaging connect engaged
    qualifizierung qualifiziert qualifizieren qualifié calificación calificado cualificación qualifica qualificato
    qualificação qualificado kwalificatie gekwalificeerd kvalificering kvalificerad
    kwalifikacja квалификация`),
  words(`discovery needs analysis scoping meeting interview
    bedarf bedarfsanalyse besoin besoins análisis analisi análise behoefteanalyse behovsanalys
    analiza анализ`),
  words(`demo demonstration presentation trial pilot evaluation value solution poc
    präsentation vorführung démo présentation presentación presentazione apresentação presentatie
    prezentacja презентация демонстрация`),
  words('decision perception validation shortlist shortlisted'),
  words(`proposal quote quotation offer pricing tender
    angebot proposition devis offre propuesta presupuesto oferta offerta preventivo proposta offerte offert
    предложение кп`),
  words(`negotiation negotiating negotiate review commit verbal
    verhandlung négociation negociación negoziazione trattativa negociação onderhandeling förhandling
    negocjacje переговоры согласование`),
  words(`contract legal procurement signature closing paperwork
    vertrag contrat contrato contratto avtal
    umowa договор контракт`),
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
