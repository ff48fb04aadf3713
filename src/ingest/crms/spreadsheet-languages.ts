import type { FileShape } from './crm.ts'

type Deals = Extract<FileShape, { kind: 'opportunities' }>
type Activities = Extract<FileShape, { kind: 'activities' }>
type Goals = Extract<FileShape, { kind: 'goals' }>

/** One line a language: German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish, Russian. */
function names(list: string): readonly string[] {
  return list
    .split(/[,\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
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
    Affär, Affärsmöjlighet, Säljmöjlighet
    Nazwa, Szansa sprzedaży, Nazwa szansy
    Название, Сделка, Название сделки, Наименование, Проект`),
  account: names(`Firma, Kunde, Kundenname, Firmenname, Unternehmen, Interessent
    Société, Entreprise, Nom du client, Nom du compte, Compte
    Cliente, Empresa, Nombre de la cuenta, Cuenta
    Azienda, Ragione sociale, Nome account
    Nome da conta, Conta
    Klant, Klantnaam, Bedrijf, Bedrijfsnaam, Organisatie
    Kund, Företag
    Klient, Kontrahent, Nazwa firmy
    Компания, Клиент, Контрагент, Заказчик`),
  owner:
    names(`Verantwortlich, Verantwortlicher, Vertriebler, Vertriebsmitarbeiter, Verkäufer, Betreuer, Bearbeiter, Besitzer,
    Zuständig, Zuständiger Mitarbeiter, Außendienst, Inhaber
    Commercial, Responsable, Propriétaire, Propriétaire de l'affaire, Propriétaire de l'opportunité, Vendeur
    Comercial, Vendedor, Propietario, Propietario de oportunidad
    Responsabile, Commerciale, Venditore, Titolare opportunità
    Responsável, Proprietário da oportunidade
    Verantwoordelijke, Eigenaar, Verkoper, Accountmanager
    Ansvarig, Säljare, Ägare
    Opiekun, Handlowiec, Właściciel, Osoba odpowiedzialna
    Ответственный, Менеджер`),
  stage: names(`Phase, Vertriebsphase, Verkaufsphase, Deal-Phase, Stufe
    Étape, Phase de vente
    Etapa, Fase, Fase de venta
    Fase di vendita
    Verkoopfase
    Fas, Säljfas, Steg
    Etap, Faza
    Стадия, Стадия сделки, Этап`),
  status: names('Statut, Estado, Stato, Situação, Статус'),
  amount:
    names(`Betrag, Wert, Auftragswert, Volumen, Auftragsvolumen, Umsatz, Erwarteter Umsatz, Angebotssumme, Angebotswert
    Montant, Montant HT, Valeur
    Importe, Valor, Monto
    Importo, Valore
    Valor da oportunidade
    Bedrag, Waarde, Verwachte omzet
    Belopp, Värde, Ordervärde
    Kwota, Wartość
    Сумма, Сумма сделки, Бюджет`),
  currency: names('Währung, Devise, Moneda, Divisa, Valuta, Moeda, Waluta, Валюта'),
  created: names(`Erstellt, Erstellt am, Erstelldatum, Erstellungsdatum, Angelegt, Angelegt am, Anlagedatum
    Créé le, Date de création
    Creado el, Creado, Fecha de creación
    Creato il, Data creazione, Data di creazione
    Criado em, Data de criação
    Aangemaakt, Aangemaakt op, Aanmaakdatum
    Skapad, Skapad datum, Skapat datum
    Utworzono, Data utworzenia
    Создана, Дата создания`),
  closeDate:
    names(`Abschlussdatum, Abschluss geplant, Geplanter Abschluss, Voraussichtlicher Abschluss, Erwarteter Abschluss,
    Voraussichtliches Abschlussdatum, Erwartetes Abschlussdatum, Schlusstermin
    Date de clôture, Date de clôture prévue, Clôture prévue, Date de signature
    Fecha de cierre, Fecha prevista de cierre, Fecha de cierre prevista, Cierre previsto
    Data chiusura, Data di chiusura, Chiusura prevista, Data chiusura prevista
    Data de fechamento, Data de fecho, Previsão de fechamento
    Sluitdatum, Verwachte sluitdatum, Afsluitdatum, Verwachte afsluitdatum
    Avslutsdatum, Förväntat avslut, Stängningsdatum
    Data zamknięcia, Planowana data zamknięcia, Przewidywana data zamknięcia
    Дата закрытия, Предполагаемая дата закрытия, Плановая дата закрытия`),
  closedOn: names(
    'Abgeschlossen am, Geschlossen am, Clôturé le, Cerrado el, Chiuso il, Fechado em, Gesloten op, Stängd',
  ),
  lastActivity: names(`Letzter Kontakt, Letzte Aktivität, Datum der letzten Aktivität, Zuletzt kontaktiert
    Dernier contact, Dernière activité
    Último contacto, Última actividad
    Ultimo contatto, Ultima attività
    Último contato, Última atividade
    Laatste contact, Laatste activiteit
    Senaste kontakt, Senaste aktivitet
    Ostatni kontakt, Ostatnia aktywność
    Последний контакт, Последняя активность`),
  nextStep: names(`Nächster Schritt, Nächste Schritte, Prochaine étape, Prochaine action, Próximo paso, Siguiente paso,
    Prossimo passo, Próximo passo, Volgende stap, Nästa steg,
    Następny krok, Следующий шаг`),
  nextActivity: names(`Nächster Termin, Nächste Aktivität, Wiedervorlage, Prochain rendez-vous, Prochaine activité,
    Próxima actividad, Prossima attività, Próxima atividade, Volgende activiteit, Nästa aktivitet`),
  probability: names(
    'Wahrscheinlichkeit, Chance, Abschlusswahrscheinlichkeit, Probabilité, Probabilidad, Probabilità, Probabilidade, Kans, Slagingskans, Sannolikhet, Prawdopodobieństwo, Вероятность',
  ),
  source: names(
    'Quelle, Leadquelle, Lead-Quelle, Origine, Origen, Fonte, Origem, Herkunft, Bron, Källa, Źródło, Источник',
  ),
  type: names('Typ, Art, Tipo, Тип'),
  contact: names(`Ansprechpartner, Kontakt, Kontaktperson, Interlocuteur, Nom du contact, Contacto, Contatto, Referente,
    Contato, Contactpersoon, Osoba kontaktowa, Контакт, Контактное лицо`),
  decisionMaker: names('Entscheider, Décideur, Decisor, Decisore, Beslisser, Beslutsfattare, Decydent, ЛПР'),
  lostReason: names(
    'Verlustgrund, Absagegrund, Motif de perte, Motivo de pérdida, Motivo perdita, Motivo da perda, Verliesreden, Förlustorsak, Powód utraty, Причина отказа, Причина проигрыша',
  ),
} as const satisfies Deals['columns']

/** … and lists of activities; whom and what they were about is called as in a list of deals. */
export const ACTIVITIES_IN_OTHER_LANGUAGES = {
  personName: OTHER_LANGUAGES.contact,
  owner: OTHER_LANGUAGES.owner,
  date: names('Datum, Fecha, Data, Дата'),
  dueDate: names('Fällig am, Fälligkeitsdatum, Échéance, Vencimiento, Scadenza, Vencimento, Срок, Крайний срок'),
  type: names(
    'Typ, Art, Tipo, Aktivität, Activité, Actividad, Attività, Atividade, Activiteit, Aktivitet, Aktywność, Тип, Активность',
  ),
  subject: names('Betreff, Objet, Sujet, Asunto, Oggetto, Assunto, Onderwerp, Ämne, Temat, Тема'),
  status: OTHER_LANGUAGES.status,
  outcome: names('Ergebnis, Résultat, Resultado, Risultato, Esito, Resultaat, Resultat, Wynik, Результат'),
} as const satisfies Activities['columns']

/** … and of quotas. */
export const GOALS_IN_OTHER_LANGUAGES = {
  rep: OTHER_LANGUAGES.owner,
  goal: names(
    'Ziel, Umsatzziel, Zielvorgabe, Vorgabe, Objectif, Objetivo, Cuota, Obiettivo, Meta, Doel, Mål, Cel, План, Цель',
  ),
  month: names('Monat, Mois, Mes, Mese, Mês, Maand, Månad, Miesiąc, Месяц'),
  quarter: names('Quartal, Trimestre, Kwartaal, Kvartal, Kwartał, Квартал'),
  year: names('Jahr, Année, Año, Anno, Ano, Jaar, År, Rok, Год'),
} as const satisfies Goals['columns']
