import { judgesNobody } from '../book/checks/data-check.ts'
import { severities, type Finding, type Severity } from '../engine/finding.ts'
import type { Agenda, ManagerPage } from './agenda.ts'

/**
 * Whether there is nothing to discuss: every page shown is a healthy rep's, and no manager's page that is shown has a
 * question either. What is put right before the meeting and what was put aside are no reason for one, nor is a finding
 * that is only low: it gives a rep no page of theirs. Wins to recognise are good news that waits.
 */
export function isNothingToDiscuss(agenda: Agenda): boolean {
  const { pages, manager, managers, isWholeTeam, book } = agenda
  // That the export is old is to be said, whoever is shown.
  if (judgesNobody(book.data)) return false
  const shown = isWholeTeam ? [...managers, manager] : managers
  return pages.every((page) => page.oneThing === null) && shown.every((page) => isWithoutQuestion(page, agenda))
}

function isWithoutQuestion(page: ManagerPage, { findings }: Agenda): boolean {
  return (
    page.unassigned.length + page.team.length + page.letPass.length === 0 &&
    !page.collapsed.some(({ rule }) => findings.some((one) => one.rule === rule && counts(one, 'low'))) &&
    !page.findings.some((finding) => counts(finding, 'medium'))
  )
}

/** Whether a finding reaches the severity; what is put right before the meeting, or was put aside, never does. */
export function reaches({ findings }: Agenda, threshold: Severity): boolean {
  return findings.some((finding) => counts(finding, threshold))
}

function counts({ place, dismissed, severity }: Finding, threshold: Severity): boolean {
  return place !== 'hygiene' && dismissed === null && severities.indexOf(severity) >= severities.indexOf(threshold)
}
