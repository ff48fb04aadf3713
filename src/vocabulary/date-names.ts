/** The months of each language, January first; forms that are not the beginning of another stand beside it. */
const MONTHS = [
  'january february march april may june july august september october november december',
  'januar|jänner februar|feber märz|maerz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart|mrt april mei juni juli augustus|augusti september oktober november december',
  'januar februar marts april maj juni juli august september oktober november desember',
  `январь|января февраль|февраля март|марта апрель|апреля май|мая июнь|июня июль|июля август|августа
   сентябрь|сентября октябрь|октября ноябрь|ноября декабрь|декабря`,
]

const WEEKDAYS = `monday tuesday wednesday thursday friday saturday sunday
  montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag
  lundi mardi mercredi jeudi vendredi samedi dimanche
  lunes martes miércoles jueves viernes sábado domingo
  lunedì martedì mercoledì giovedì venerdì sabato domenica
  segunda terça quarta quinta sexta sábado domingo
  segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  понедельник вторник среда четверг пятница суббота воскресенье
  пн вт ср чт пт сб вс`

let months: ReadonlyMap<string, number> | undefined
let weekdays: ReadonlySet<string> | undefined

/** 1 to 12 for a month's name in one of the languages, whole or cut to three letters or more; undefined for any other word. */
export function monthNamed(word: string): number | undefined {
  months ??= readMonths()
  return months.get(foldWord(word))
}

export function isWeekday(word: string): boolean {
  weekdays ??= new Set(WEEKDAYS.split(/[\s|]+/).flatMap((name) => beginnings(foldWord(name), 2)))
  return weekdays.has(foldWord(word))
}

/** A beginning that two months share (`jui` of juin and juillet) names neither. */
function readMonths(): ReadonlyMap<string, number> {
  const read = new Map<string, number>()
  const shared = new Set<string>()
  for (const language of MONTHS) {
    for (const [index, forms] of language.split(/\s+/).entries()) {
      for (const word of forms.split('|').flatMap((form) => beginnings(foldWord(form), 3))) {
        if ((read.get(word) ?? index + 1) !== index + 1) shared.add(word)
        read.set(word, index + 1)
      }
    }
  }
  for (const word of shared) read.delete(word)
  return read
}

function beginnings(word: string, shortest: number): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - shortest + 1) }, (_, index) => word.slice(0, shortest + index))
}

/** Without capitals and accents. */
function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}
