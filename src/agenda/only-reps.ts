import { suggestion } from '../suggestion.ts'
import { Problem } from '../problem.ts'
import type { Agenda, RepPage } from './agenda.ts'

/**
 * The agenda of some reps only: their pages and their findings, and no page about the team.
 *
 * @throws Problem for a name that is no rep's.
 */
export function onlyReps(agenda: Agenda, names: readonly string[]): Agenda {
  if (names.length === 0) return agenda
  const pages = new Set(names.map((name) => pageOf(agenda, name)))
  const shown = new Set([...pages].map((page) => page.rep.name))
  const kept = agenda.findings.flatMap(({ rep }, index) => (rep !== null && shown.has(rep) ? [index] : []))
  const places = new Map(kept.map((index, place) => [index, place]))
  const moved = (indexes: readonly number[]) => indexes.flatMap((index) => places.get(index) ?? [])
  return {
    ...agenda,
    isWholeTeam: false,
    findings: kept.flatMap((index) => agenda.findings[index] ?? []),
    pages: [...pages].map((page) => ({
      ...page,
      about: moved(page.about),
      deals: page.deals.map((item) => ({ ...item, findings: moved(item.findings) })),
    })),
    manager: { ...agenda.manager, findings: moved(agenda.manager.findings) },
  }
}

function pageOf(agenda: Agenda, name: string): RepPage {
  const page = agenda.pages.find(({ rep }) => rep.name.toLowerCase() === name.toLowerCase())
  if (page !== undefined) return page
  const known = agenda.pages.map(({ rep }) => rep.name)
  throw new Problem(`no rep called “${name}”`, { hint: suggestion(name, known) })
}
