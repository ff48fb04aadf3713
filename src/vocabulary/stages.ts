/** How far stages and statuses have come, in English and with the CRMs' own terms. */

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
  words(`proposal quote quotation quoting offer pricing tender estimate estimating bidding
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
