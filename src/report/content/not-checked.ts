import type { Agenda } from '../../agenda/agenda.ts'
import { say } from '../../agenda/say/say.ts'
import { enabling } from '../../engine/finding.ts'
import { remediesFor } from '../../engine/remedies.ts'
import { list, number, text, type Said } from '../../language/sentence.ts'

const MOST = 3

/** How much was not checked, and the remedies that would help most; a rule that failed by name. */
export function notChecked({ notChecked: entries, audience }: Agenda): readonly Said[] {
  if (audience === 'rep' || entries.length === 0) return []
  const failed = entries.filter(({ failure }) => failure !== undefined)
  const waiting = entries.filter(({ failure }) => failure === undefined)
  const remedies = remediesFor(waiting).slice(0, MOST)
  const cures = list(remedies.map((remedy) => say('part.text', { text: text(remedy.text) })))
  return [
    ...failed.map((entry) =>
      say('week.failed', { title: text(entry.title.toLowerCase()), why: text(enabling(entry)) }),
    ),
    ...(remedies.length === 0 ? [] : [say('week.not-checked', { n: number(waiting.length), cures })]),
  ]
}
