import { isOneOf, mentions } from './match.ts'

/** Where a deal came from: the rep’s own sourcing, the client’s own wish, a tender, or another’s work. */
export type SourceKind = 'own' | 'inbound' | 'tender' | 'other'

/** The rep went and found it. */
const OWN = [
  'outbound',
  'cold call',
  'cold calling',
  'cold email',
  'cold outreach',
  'prospecting',
  'outreach',
  'sales outreach',
  'sales generated',
  'sales sourced',
  'ae sourced',
  'rep sourced',
  'rep generated',
  'referral asked for',
  'requested referral',
  'client referral',
  'customer referral',
  'networking',
  'self generated',
  'self sourced',
  'self gen',
  'own',
  'own lead',
  'own prospecting',
  'personal contact',
  'personal network',
  'linkedin outreach',
  'social selling',
  'door to door',
  'canvassing',
  'account management',
  'cross sell',
  'upsell',
  'existing client',
  'existing customer',
  'kaltakquise',
  'eigenakquise',
  'akquise',
  'prospection',
  'prospección',
  'холодный звонок',
  'самостоятельный поиск',
]

/** The client came: Salesforce’s, HubSpot’s, Zoho’s, Freshsales’ and Bitrix24’s own values among them. */
const INBOUND = [
  'inbound',
  'incoming',
  'web',
  'website',
  'web form',
  'webform',
  'web site',
  'web research',
  'web download',
  'contact form',
  'contact us',
  'landing page',
  'content',
  'content download',
  'ebook',
  'whitepaper',
  'blog',
  'newsletter',
  'webinar',
  'chat',
  'live chat',
  'chatbot',
  'phone inquiry',
  'inquiry',
  'enquiry',
  'call in',
  'callback',
  'walk in',
  'demo request',
  'free trial',
  'trial signup',
  'sign up',
  'signup',
  'organic search',
  'paid search',
  'organic social',
  'paid social',
  'direct traffic',
  'email marketing',
  'search engine',
  'google',
  'google ads',
  'adwords',
  'seo',
  'facebook',
  'instagram',
  'advertisement',
  'advertising',
  'online store',
  'marketing',
  'marketing campaign',
  'anfrage',
  'kontaktformular',
  'webseite',
  'site web',
  'formulaire',
  'formulario',
  'página web',
  'веб сайт',
  'сайт',
  'crm форма',
  'обратный звонок',
  'входящий',
]

/** The client asked several at once, and on paper. */
const TENDER = [
  'tender',
  'public tender',
  'rfp',
  'rfq',
  'rfi',
  'rft',
  'itt',
  'bid',
  'bid portal',
  'procurement portal',
  'request for proposal',
  'request for quotation',
  'request for quote',
  'request for information',
  'invitation to tender',
  'ausschreibung',
  'vergabe',
  'appel d offres',
  'appel d offre',
  'marché public',
  'licitación',
  'concurso público',
  'gara d appalto',
  'тендер',
]

/**
 * Somebody named us because the rep asked, or had earned it. Only as the whole text: an employee's or a partner's
 * referral is their work.
 */
const REFERRAL = ['referral', 'external referral', 'empfehlung', 'recommandation', 'recomendación', 'рекомендация']

/** HubSpot's own value, and another matter: visits that other web sites sent. */
const REFERRED_VISITS = ['referrals', 'other campaigns']

/**
 * What CRMs and people put where nobody said anything: HubSpot calls whatever was typed in by hand “Offline sources”,
 * and “Other” is Salesforce’s, Zoho’s and Bitrix24’s way out. Only as the whole text.
 */
const NOTHING_SAID = [
  'other',
  'others',
  'offline',
  'offline sources',
  'offline_sources',
  'unknown',
  'unspecified',
  'not specified',
  'none',
  '-none-',
  'n/a',
  'na',
  '-',
  '?',
  'tbd',
  'miscellaneous',
  'misc',
  'sonstige',
  'sonstiges',
  'unbekannt',
  'autre',
  'otro',
  'другое',
]

/**
 * Whose doing a deal is, by its source; undefined where that says nothing. A tender is one wherever it came in; of what names both sides (“Inbound
 * referral”), the client's own coming counts.
 *
 * @param own the config's `words.ownSources`: what the manager calls their own wins over everything.
 */
export function sourceKindOf(source: string, own: readonly string[]): SourceKind | undefined {
  if (mentions(source, own)) return 'own'
  if (isOneOf(source, NOTHING_SAID)) return undefined
  if (isOneOf(source, REFERRAL)) return 'own'
  if (mentions(source, TENDER)) return 'tender'
  if (isOneOf(source, REFERRED_VISITS) || mentions(source, INBOUND)) return 'inbound'
  return mentions(source, OWN) ? 'own' : 'other'
}

/** Words by which a text that is no source (a type, a name, a first activity) says that it is a tender. */
export function isTender(text: string): boolean {
  return mentions(text, TENDER)
}
