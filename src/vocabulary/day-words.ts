/** A day as people write it into a next step without a date, in days or weeks from the day on which they wrote it. */
export type SaidDay =
  | { readonly kind: 'days'; readonly days: number }
  /** 0 is Sunday; the first such day, or the one of the week after. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly isNextWeek: boolean }
  | { readonly kind: 'end'; readonly of: 'week' | 'next week' | 'month' | 'next month' }

const WEEKDAYS: readonly RegExp[] = [
  'sunday|sonntag|dimanche|domingo|domenica|zondag|söndag',
  'monday|montag|lundi|lunes|lunedì|segunda-feira|maandag|måndag',
  'tuesday|dienstag|mardi|martes|martedì|terça-feira|dinsdag|tisdag',
  'wednesday|mittwoch|mercredi|miércoles|mercoledì|quarta-feira|woensdag|onsdag',
  'thursday|donnerstag|jeudi|jueves|giovedì|quinta-feira|donderdag|torsdag',
  'friday|freitag|vendredi|viernes|venerdì|sexta-feira|vrijdag|fredag',
  'saturday|samstag|samedi|sábado|sabato|zaterdag|lördag',
].map((names) => word(`(?<next>next |nächsten |kommenden )?(?:${names})`))

/** Short names only after a word that makes them days: “on Fri”, “by Tue”; “sat with the buyer” is none. */
const SHORT = word(String.raw`(?:on|by|next|this|before|until|till)\s(?<day>sun|mon|tues?|wed|thurs?|fri|sat)\b\.?`)
const SHORT_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const PHRASES: readonly (readonly [RegExp, SaidDay])[] = [
  [word('(?:today|tonight|heute|aujourd.hui|hoy|oggi|hoje|vandaag|idag)'), { kind: 'days', days: 0 }],
  [word('(?:tomorrow|tmrw|demain|mañana|domani|amanhã|imorgon)'), { kind: 'days', days: 1 }],
  [
    word('(?:this week|eow|end of (?:the |this )?week|diese woche|cette semaine|esta semana|deze week)'),
    { kind: 'end', of: 'week' },
  ],
  [
    word(
      '(?:next week|nächste woche|kommende woche|(?:la )?semaine prochaine|(?:la )?próxima semana|semana que vem|prossima settimana|volgende week|nästa vecka)',
    ),
    { kind: 'end', of: 'next week' },
  ],
  [
    word('(?:this month|eom|end of (?:the |this )?month|monatsende|fin du mois|fin de mes)'),
    { kind: 'end', of: 'month' },
  ],
  [
    word('(?:next month|nächsten monat|(?:le )?mois prochain|próximo mes|prossimo mese|volgende maand)'),
    { kind: 'end', of: 'next month' },
  ],
]

const IN_DAYS = word(String.raw`in (?<count>\d{1,2}|a|one|two|three|four) (?<unit>days?|weeks?)`)
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 }

/** Every day that the text names in words. */
export function daysSaid(text: string): readonly SaidDay[] {
  const said: SaidDay[] = PHRASES.flatMap(([pattern, day]) => (pattern.test(text) ? [day] : []))
  for (const [weekday, pattern] of WEEKDAYS.entries()) {
    const found = pattern.exec(text)
    if (found !== null) said.push({ kind: 'weekday', weekday, isNextWeek: found.groups?.['next'] !== undefined })
  }
  const short = SHORT.exec(text)?.groups?.['day']?.toLowerCase().slice(0, 3)
  if (short !== undefined)
    said.push({ kind: 'weekday', weekday: SHORT_NAMES.indexOf(short), isNextWeek: /\bnext\s/iu.test(text) })
  const later = IN_DAYS.exec(text)?.groups
  if (later !== undefined) {
    const count = COUNTS[later['count']?.toLowerCase() ?? ''] ?? Number(later['count'])
    said.push({ kind: 'days', days: count * (later['unit']?.toLowerCase().startsWith('week') === true ? 7 : 1) })
  }
  return said
}

function word(pattern: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`, 'iu')
}
