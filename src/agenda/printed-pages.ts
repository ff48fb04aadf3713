import type { Agenda, RepPage } from './agenda.ts'

/** Whoever these exports hold nothing of is named on the manager's page, and has one of their own only when asked for. */
export function printedPages({ pages, managers, isWholeTeam }: Agenda): readonly RepPage[] {
  const isNamed = isWholeTeam || managers.length > 0
  return isNamed ? pages.filter(({ isBlank }) => !isBlank) : pages
}
