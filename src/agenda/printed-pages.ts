import { hasNoDeals } from '../book/team/team-verdicts.ts'
import type { Agenda, RepPage } from './agenda.ts'

/**
 * Whoever these exports hold nothing of is named on the manager's page, and has one of their own only when asked for. So is
 * whoever has no deal in them: the row in the table says it.
 */
export function printedPages({ pages, managers, isWholeTeam }: Agenda): readonly RepPage[] {
  const isNamed = isWholeTeam || managers.length > 0
  return isNamed ? pages.filter((page) => !page.isBlank && !isRowEnough(page)) : pages
}

function isRowEnough({ rep, talk, commitments }: RepPage): boolean {
  return hasNoDeals(rep) && talk.promised.length + commitments.length === 0
}
