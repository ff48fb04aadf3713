import { isNamedAlike } from '../language/person-name.ts'
import { whoIsMeant } from '../language/who-is-meant.ts'
import { suggestion } from '../language/suggestion.ts'
import { Problem } from '../system/problem.ts'
import type { InsightSaid } from '../engine/insight.ts'
import { reworded, type Finding } from '../engine/finding.ts'
import { bookWords } from '../book/book-words.ts'
import type { Agenda, LearnFrom, ManagerPage, RepPage } from './agenda.ts'
import { diagnose } from './page/diagnosis.ts'
import { goalLineOf } from './page/goal-line.ts'

/** Whose pages are wanted; nothing named: everybody's. */
export interface Selection {
  readonly reps: readonly string[]
  readonly managers: readonly string[]
  readonly teams: readonly string[]
  readonly audience: Agenda['audience']
}

/**
 * The agenda of some reps only, or of some managers with theirs. A rep's own copy has no other rep's numbers and no
 * manager's page.
 *
 * @throws Problem for a name that is nobody's.
 */
export function select(agenda: Agenda, selection: Selection): Agenda {
  const { reps, managers, teams, audience } = selection
  const isAll = reps.length + managers.length + teams.length === 0
  const wanted = isAll ? agenda : onlyThese(agenda, selection)
  return audience === 'rep' ? forReps(wanted) : wanted
}

function onlyThese(agenda: Agenda, { reps, managers, teams }: Selection): Agenda {
  const pages = new Set([
    ...reps.map((name) => pageOf(agenda, name)),
    ...managers.flatMap((name) => pagesOf(managerCalled(agenda, name), agenda)),
    ...teams.flatMap((name) => ofTeam(agenda, name)),
  ])
  const shown = agenda.pages.filter((page) => pages.has(page))
  const own = managers.map((name) => managerCalled(agenda, name))
  const names = new Set(shown.map(({ rep }) => rep.name))
  const ofManagers = new Set(own.flatMap(({ findings }) => findings))
  return {
    ...agenda,
    isWholeTeam: false,
    // Named by name, reps come in the order in which they were named.
    pages: reps.length > 0 ? [...pages] : shown,
    managers: [...new Set(own)],
    insights: agenda.insights.filter(({ rep }) => rep !== null && names.has(rep)),
    findings: agenda.findings.filter(
      (finding) => (finding.rep !== null && names.has(finding.rep)) || ofManagers.has(finding),
    ),
  }
}

/** Their reps' pages, and their own where they sell themselves: whoever leads them has it in the whole review only. */
function pagesOf({ manager: { name }, reps, absent }: ManagerPage, { pages }: Agenda): readonly RepPage[] {
  const isOwn = ({ rep }: RepPage) => name !== undefined && isNamedAlike(rep.name, name)
  return [...reps, ...absent, ...pages.filter((page) => isOwn(page) && !page.isBlank)]
}

/** What reps may read: their own pages, a peer's name without the numbers, and nothing that is the manager's. */
function forReps(agenda: Agenda): Agenda {
  const names = new Set(agenda.pages.map(({ rep }) => rep.name))
  const kept = agenda.findings.filter(({ rep }) => rep !== null && names.has(rep))
  // One copy each: the pages and the list of all findings hold the same.
  const copies = new Map(kept.map((finding) => [finding, forRep(finding)]))
  return {
    ...agenda,
    audience: 'rep',
    isWholeTeam: false,
    insights: agenda.insights.filter(({ rep, said }) => rep !== null && names.has(rep) && !isAboutOthers(said)),
    managers: [],
    manager: blank(agenda.manager),
    findings: [...copies.values()],
    pages: agenda.pages.map((page) =>
      ownCopy(page, agenda, (findings) => findings.flatMap((finding) => copies.get(finding) ?? [])),
    ),
  }
}

const isAboutOthers = ({ text, caveat }: InsightSaid) =>
  [...text, ...(caveat === undefined ? [] : [caveat])].some((one) => one.isAboutOthers === true)

type Copy = (findings: readonly Finding[]) => readonly Finding[]

/** What is said of them by their own numbers alone. */
function ownCopy(page: RepPage, { book }: Agenda, copy: Copy): RepPage {
  const { rep, diagnosis, oneThing, learnFrom, preparations } = page
  const words = bookWords(book, rep.name)
  const { creation } = diagnosis
  return {
    ...page,
    about: copy(page.about),
    lost: copy(page.lost),
    deals: page.deals.map((item) => ({ ...item, findings: copy(item.findings) })),
    whereabouts: undefined,
    diagnosis: {
      ...diagnosis,
      because: diagnose(rep, book, words, 'rep').because,
      creation: creation?.against?.of === 'others' ? { ...creation, against: undefined } : creation,
    },
    oneThing: oneThing === null ? null : { ...oneThing, ...oneThing.forRep },
    takes: goalLineOf(rep, book, words, 'rep'),
    learnFrom: nameOnly(learnFrom),
    preparations: preparations.map((one) => ({ ...one, reason: `who ${SKILLS[one.on]}` })),
  }
}

function forRep(finding: Finding): Finding {
  return finding.forRep === undefined ? finding : reworded(finding, finding.forRep)
}

/** What a peer is good at, without the numbers that say so. */
const SKILLS = { creating: 'opens more than most', winning: 'wins more than most', habit: 'does this well' }

function nameOnly(learnFrom: LearnFrom | undefined): LearnFrom | undefined {
  if (learnFrom === undefined) return undefined
  return { ...learnFrom, text: `${learnFrom.rep} ${SKILLS[learnFrom.on]}` }
}

function blank(page: ManagerPage): ManagerPage {
  return {
    ...page,
    reps: [],
    absent: [],
    findings: [],
    team: [],
    shared: [],
    causes: [],
    takes: undefined,
    leadMeasures: [],
    letPass: [],
    pairs: [],
    join: undefined,
    collapsed: [],
    unassigned: [],
    withoutActiveOwner: [],
    withoutOwner: undefined,
    commitments: [],
    changes: [],
    notes: [],
  }
}

function pageOf({ pages }: Agenda, said: string): RepPage {
  const name = whoIsMeant(said, { what: 'rep', names: pages.map(({ rep }) => rep.name) })
  return pages.find(({ rep }) => rep.name === name) as RepPage
}

function managerCalled({ manager, managers }: Agenda, said: string): ManagerPage {
  const all = [...managers, manager]
  const names = all.flatMap((page) => page.manager.name ?? [])
  const ifNone = 'a file of the reps has a column “Manager”, or reps: in the config'
  const name = whoIsMeant(said, { what: 'manager', names, ifNone })
  return all.find((page) => page.manager.name === name) as ManagerPage
}

function ofTeam({ pages }: Agenda, name: string): readonly RepPage[] {
  const found = pages.filter(({ rep }) => rep.team?.toLowerCase() === name.toLowerCase())
  if (found.length > 0) return found
  const known = [...new Set(pages.flatMap(({ rep }) => rep.team ?? []))]
  throw new Problem(`no team called “${name}”`, {
    hint: known.length > 0 ? suggestion(name, known) : 'a file of the reps has a column “Team”',
  })
}
