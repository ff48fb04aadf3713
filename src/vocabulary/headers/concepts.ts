/**
 * What the words of a column's name can mean, whatever the language. A name is read as a set of these: `Fecha de cierre` and
 * `close_date` are both close and date. Fields are found by such sets, so a language is only a list of words.
 */
const concepts = [
  // Whose column it is.
  ...([
    'deal',
    'account',
    'contact',
    'lead',
    'activity',
    'meeting',
    'call',
    'task',
    'product',
    'pipeline',
    'team',
  ] as const),
  ...(['campaign', 'project', 'business', 'user'] as const),
  // Who.
  ...(['owner', 'creator', 'modifier', 'manager', 'buyer', 'champion'] as const),
  // What of it.
  ...([
    'name',
    'title',
    'firstname',
    'lastname',
    'id',
    'number',
    'code',
    'amount',
    'total',
    'recurring',
    'price',
    'currency',
  ] as const),
  ...([
    'stage',
    'status',
    'created',
    'entered',
    'exited',
    'close',
    'closed',
    'won',
    'lost',
    'reason',
    'probability',
  ] as const),
  ...([
    'source',
    'type',
    'category',
    'forecast',
    'step',
    'note',
    'description',
    'age',
    'days',
    'duration',
    'date',
  ] as const),
  ...([
    'due',
    'push',
    'change',
    'modified',
    'goal',
    'attained',
    'period',
    'month',
    'quarter',
    'year',
    'from',
    'to',
  ] as const),
  ...([
    'role',
    'job',
    'level',
    'start',
    'region',
    'email',
    'industry',
    'domain',
    'subject',
    'direction',
    'outcome',
  ] as const),
  ...([
    'sender',
    'recipient',
    'attendees',
    'done',
    'field',
    'rating',
    'active',
    'flag',
    'count',
    'benefit',
    'open',
    'primary',
  ] as const),
  // What changes the meaning.
  ...([
    'expected',
    'actual',
    'original',
    'weighted',
    'converted',
    'last',
    'next',
    'old',
    'new',
    'since',
    'until',
  ] as const),
  'without',
  // What adds nothing (`sales`, `current`), and what a number is of (`USD`, `%`).
  ...(['filler', 'unit', 'percent'] as const),
  // Words that make it something else than it seems (`address`, `score`), and words by which other files are told:
  // other trades (`invoice`, `SKU`), companies (`employees`), people (`salutation`), users of a system (`locale`).
  ...(['other', 'trade', 'firm', 'person', 'login'] as const),
] as const

export type Concept = (typeof concepts)[number]

/** For checking what a dictionary says. */
export const isConcept = (word: string): word is Concept => concepts.some((concept) => concept === word)

/** The words of one language. Accents may stand or be left out in exports, and a plural in -s is found by itself. */
export interface HeaderWords {
  /** Concept to the words and phrases that mean it, in lower case, with commas between them. */
  readonly words: Partial<Readonly<Record<Concept, string>>>
  /** Words that mean several concepts at once, which are named first: `close date` is `Abschlussdatum`. */
  readonly phrases?: Readonly<Record<string, string>>
  /** Words between the others: of, the. */
  readonly stop: string
}
