import type { FileShape } from './crm.ts'

type Deals = Extract<FileShape, { kind: 'opportunities' }>
type Activities = Extract<FileShape, { kind: 'activities' }>
type Goals = Extract<FileShape, { kind: 'goals' }>

/** One line a language: German, French, Spanish, Italian, Portuguese, Dutch, Swedish. */
function names(list: string): readonly string[] {
  return list.split(/\s*[,\n]\s*/u).filter((name) => name !== '')
}

/** What lists of deals call their columns in other languages than English: sales teams’ own, and reports of CRMs set to them. */
export const OTHER_LANGUAGES = {
  id: names('Datensatz-ID, Deal-ID, Vorgangsnummer'),
  name: names(`Projekt, Projektname, Bezeichnung, Verkaufschance, Vertriebschance, Thema, Deal-Name, Vorhaben
    Affaire, Nom de l'affaire, Opportunité, Nom de l'opportunité, Projet
    Oportunidad, Nombre de la oportunidad, Negocio, Nombre del negocio, Proyecto
    Opportunità, Nome opportunità, Trattativa, Progetto
    Oportunidade, Nome da oportunidade, Negócio, Nome do negócio, Projeto
    Naam, Verkoopkans, Opportunitynaam
    Affär, Affärsmöjlighet, Säljmöjlighet`),
  account: names(`Firma, Kunde, Kundenname, Firmenname, Unternehmen, Interessent
    Société, Entreprise, Nom du client, Nom du compte, Compte
    Cliente, Empresa, Nombre de la cuenta, Cuenta
    Azienda, Ragione sociale, Nome account
    Nome da conta, Conta
    Klant, Klantnaam, Bedrijf, Bedrijfsnaam, Organisatie
    Kund, Företag`),
  owner:
    names(`Verantwortlich, Verantwortlicher, Vertriebler, Vertriebsmitarbeiter, Verkäufer, Betreuer, Bearbeiter, Besitzer,
    Zuständig, Zuständiger Mitarbeiter, Außendienst, Inhaber
    Commercial, Responsable, Propriétaire, Propriétaire de l'affaire, Propriétaire de l'opportunité, Vendeur
    Comercial, Vendedor, Propietario, Propietario de oportunidad
    Responsabile, Commerciale, Venditore, Titolare opportunità
    Responsável, Proprietário da oportunidade
    Verantwoordelijke, Eigenaar, Verkoper, Accountmanager
    Ansvarig, Säljare, Ägare`),
  stage: names(`Phase, Vertriebsphase, Verkaufsphase, Deal-Phase, Stufe
    Étape, Phase de vente
    Etapa, Fase, Fase de venta
    Fase di vendita
    Verkoopfase
    Fas, Säljfas, Steg`),
  status: names('Statut, Estado, Stato, Situação'),
  amount:
    names(`Betrag, Wert, Auftragswert, Volumen, Auftragsvolumen, Umsatz, Erwarteter Umsatz, Angebotssumme, Angebotswert
    Montant, Montant HT, Valeur
    Importe, Valor, Monto
    Importo, Valore
    Valor da oportunidade
    Bedrag, Waarde, Verwachte omzet
    Belopp, Värde, Ordervärde`),
  currency: names('Währung, Devise, Moneda, Divisa, Valuta, Moeda'),
  created: names(`Erstellt, Erstellt am, Erstelldatum, Erstellungsdatum, Angelegt, Angelegt am, Anlagedatum
    Créé le, Date de création
    Creado el, Creado, Fecha de creación
    Creato il, Data creazione, Data di creazione
    Criado em, Data de criação
    Aangemaakt, Aangemaakt op, Aanmaakdatum
    Skapad, Skapad datum, Skapat datum`),
  closeDate:
    names(`Abschlussdatum, Abschluss geplant, Geplanter Abschluss, Voraussichtlicher Abschluss, Erwarteter Abschluss,
    Voraussichtliches Abschlussdatum, Erwartetes Abschlussdatum, Schlusstermin
    Date de clôture, Date de clôture prévue, Clôture prévue, Date de signature
    Fecha de cierre, Fecha prevista de cierre, Fecha de cierre prevista, Cierre previsto
    Data chiusura, Data di chiusura, Chiusura prevista, Data chiusura prevista
    Data de fechamento, Data de fecho, Previsão de fechamento
    Sluitdatum, Verwachte sluitdatum, Afsluitdatum, Verwachte afsluitdatum
    Avslutsdatum, Förväntat avslut, Stängningsdatum`),
  closedOn: names(
    'Abgeschlossen am, Geschlossen am, Clôturé le, Cerrado el, Chiuso il, Fechado em, Gesloten op, Stängd',
  ),
  lastActivity: names(`Letzter Kontakt, Letzte Aktivität, Datum der letzten Aktivität, Zuletzt kontaktiert
    Dernier contact, Dernière activité
    Último contacto, Última actividad
    Ultimo contatto, Ultima attività
    Último contato, Última atividade
    Laatste contact, Laatste activiteit
    Senaste kontakt, Senaste aktivitet`),
  nextStep: names(`Nächster Schritt, Nächste Schritte, Prochaine étape, Prochaine action, Próximo paso, Siguiente paso,
    Prossimo passo, Próximo passo, Volgende stap, Nästa steg`),
  nextActivity: names(`Nächster Termin, Nächste Aktivität, Wiedervorlage, Prochain rendez-vous, Prochaine activité,
    Próxima actividad, Prossima attività, Próxima atividade, Volgende activiteit, Nästa aktivitet`),
  probability: names(
    'Wahrscheinlichkeit, Chance, Abschlusswahrscheinlichkeit, Probabilité, Probabilidad, Probabilità, Probabilidade, Kans, Slagingskans, Sannolikhet',
  ),
  source: names('Quelle, Leadquelle, Lead-Quelle, Origine, Origen, Fonte, Origem, Herkunft, Bron, Källa'),
  type: names('Typ, Art, Tipo'),
  contact: names(`Ansprechpartner, Kontakt, Kontaktperson, Interlocuteur, Nom du contact, Contacto, Contatto, Referente,
    Contato, Contactpersoon`),
  decisionMaker: names('Entscheider, Décideur, Decisor, Decisore, Beslisser, Beslutsfattare'),
  lostReason: names(
    'Verlustgrund, Absagegrund, Motif de perte, Motivo de pérdida, Motivo perdita, Motivo da perda, Verliesreden, Förlustorsak',
  ),
} as const satisfies Deals['columns']

/** … and lists of activities; whom and what they were about is called as in a list of deals. */
export const ACTIVITIES_IN_OTHER_LANGUAGES = {
  personName: OTHER_LANGUAGES.contact,
  owner: OTHER_LANGUAGES.owner,
  date: names('Datum, Fecha, Data'),
  dueDate: names('Fällig am, Fälligkeitsdatum, Échéance, Vencimiento, Scadenza, Vencimento'),
  type: names('Typ, Art, Tipo, Aktivität, Activité, Actividad, Attività, Atividade, Activiteit, Aktivitet'),
  subject: names('Betreff, Objet, Sujet, Asunto, Oggetto, Assunto, Onderwerp, Ämne'),
  status: OTHER_LANGUAGES.status,
  outcome: names('Ergebnis, Résultat, Resultado, Risultato, Esito, Resultaat, Resultat'),
} as const satisfies Activities['columns']

/** … and of quotas. */
export const GOALS_IN_OTHER_LANGUAGES = {
  rep: OTHER_LANGUAGES.owner,
  goal: names('Ziel, Umsatzziel, Zielvorgabe, Vorgabe, Objectif, Objetivo, Cuota, Obiettivo, Meta, Doel, Mål'),
  month: names('Monat, Mois, Mes, Mese, Mês, Maand, Månad'),
  quarter: names('Quartal, Trimestre, Kwartaal, Kvartal'),
  year: names('Jahr, Année, Año, Anno, Ano, Jaar, År'),
} as const satisfies Goals['columns']
