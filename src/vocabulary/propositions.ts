/** What a text has to hold to be measurable and bound in time, and what in a company's name is not its own. */

/** Numbers in words; “one” is an article far more often. */
const NUMBER_WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|dozen|' +
  'half|halve|halves|halved|halving|third|quarter of|twice|double|doubles|doubling|triple|triples|zero|' +
  'zwei|drei|vier|fünf|zehn|hälfte|halb|halbiert|doppelt|verdoppelt|deux|trois|moitié|double|dos|tres|mitad|doble'

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|' +
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember'

/** Calendar days, months with a year, years and quarters: digits, and no measure of anything. */
const CALENDAR = new RegExp(
  String.raw`\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|(?:Q[1-4]|H[12])(?:\s*/?\s*(?:20)?\d{2})?|` +
    String.raw`(?:FY\s*)?20[23]\d|\d{1,2}(?:st|nd|rd|th)?\.? (?:${MONTHS})|(?:${MONTHS})\.? \d{1,2}(?:st|nd|rd|th)?)\b`,
  'giu',
)

const NUMBER = new RegExp(String.raw`\d|\b(?:${NUMBER_WORDS})\b`, 'iu')

/** “May” and “March” are months, “may” and “march” are not. */
const MONTH = new RegExp(String.raw`(?<!\p{L})(?:${MONTHS})(?!\p{L})`, 'u')

const TIME = new RegExp(
  String.raw`(?<!\p{L})(?:(?:to)?days?|weeks?|weekly|months?|monthly|quarters?(?! of)|quarterly|years?|yearly|annual(?:ly)?|annum|` +
    'tomorrow|tonight|season|spring|summer|autumn|winter|christmas|easter|deadline|monday|tuesday|wednesday|thursday|' +
    'friday|go[- ]live|payback|immediately|tage?n?|wochen?|monate?n?|quartal(?:e|s|en)?|jahre?n?|jährlich|jours?|semaines?|' +
    String.raw`mois|trimestres?|ans?|année|día|días|semanas?|mes|meses|años?)(?!\p{L})`,
  'iu',
)

/** Whether a text says how much: a number, in digits or words, that is no date. */
export function saysNumber(text: string): boolean {
  return NUMBER.test(text.replaceAll(CALENDAR, ' '))
}

/** Whether a text says when, or in how long. */
export function saysTime(text: string): boolean {
  return TIME.test(text) || MONTH.test(text) || text.search(CALENDAR) >= 0
}

/** Legal forms and what half of all companies are called. */
export const COMMON_IN_NAMES = [
  'inc',
  'incorporated',
  'llc',
  'llp',
  'ltd',
  'limited',
  'plc',
  'corp',
  'corporation',
  'co',
  'company',
  'companies',
  'gmbh',
  'ag',
  'kg',
  'se',
  'sa',
  'sas',
  'sarl',
  'srl',
  'spa',
  'bv',
  'nv',
  'oy',
  'ab',
  'as',
  'aps',
  'pty',
  'ooo',
  'group',
  'holding',
  'holdings',
  'partners',
  'services',
  'solutions',
  'systems',
  'technologies',
  'technology',
  'industries',
  'international',
  'global',
  'national',
  'american',
  'united',
  'general',
  'first',
  'new',
  'client',
  'customer',
  'account',
  'the',
  'and',
  'und',
  'of',
  'de',
  'la',
] as const
