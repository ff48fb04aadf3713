import { bookWords } from '../../book/book-words.ts'
import { fill } from '../../language/fill.ts'
import { caveatOf, dealTalk, periodDocument, sentencesDocument, topicOf, type ToldOfDeal } from './json-talk.ts'
import type {
  Agenda,
  DealsPart,
  DealsTogether,
  ManagerPage,
  OneThing,
  RepPage,
  WithoutOwner,
} from '../../agenda/agenda.ts'
import type { Book } from '../../book/book.ts'
import { judgesNobody } from '../../book/checks/data-check.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { enabling, missingOf, type Finding } from '../../engine/finding.ts'
import { groupBy, mapped } from '../../kit/collections.ts'
import type { Exports, MappedColumn } from '../../records/exports.ts'
import { isoDate } from '../../time/plain-date.ts'
import { isoOrNull } from '../../language/words.ts'
import type { AgendaDocument } from './agenda-schema.ts'
import { changeDocument, commitmentsDocument } from './json-since.ts'
import { dataDocument } from './json-data.ts'
import { insightsDocument } from './json-insights.ts'
import { toJsonPieces } from './to-json.ts'

const WEEKS = 12

/** The JSON document of the contract, `pipeline-coach/agenda@1`: every finding, capped nowhere. */
export function renderJson(agenda: Agenda, exports: Exports): Iterable<string> {
  return toJsonPieces(agendaDocument(agenda, exports))
}

/** The document, with the lists that are as long as the export made while they are written. */
type Written = Omit<AgendaDocument, 'reps' | 'findings' | 'sentences'> & {
  readonly reps: Iterable<AgendaDocument['reps'][number]>
  readonly findings: Iterable<AgendaDocument['findings'][number]>
  readonly sentences: Iterable<AgendaDocument['sentences'][number]>
}

function agendaDocument(agenda: Agenda, exports: Exports): Written {
  const { book, findings, manager } = agenda
  const numbers = new Map(findings.map((finding, number) => [finding, number]))
  const write: Writing = { book, number: (some) => some.flatMap((finding) => numbers.get(finding) ?? []) }
  return {
    schema: 'pipeline-coach/agenda@1',
    asOf: isoDate(judgesNobody(book.data) ? (book.data.old?.asked ?? book.asOf) : book.asOf),
    previousReview: isoOrNull(book.past.reviews[0]?.asOf),
    currency: book.currency ?? null,
    data: dataDocument(agenda),
    inputs: exports.inputs.map((input) => ({
      file: input.file,
      kind: input.kind,
      crm: input.crm,
      rows: input.rows,
      columns: Object.fromEntries(columnsByField(input.columns)),
      unmapped: input.unmapped,
    })),
    // Rejected cells can be any rep's.
    rejected: (agenda.audience === 'rep' ? [] : exports.rejected).map(({ file, line, column, value, reason }) => ({
      file,
      line,
      column: column ?? null,
      value,
      reason,
    })),
    notChecked: [...agenda.notChecked, ...agenda.insightsNotChecked].map((entry) => ({
      rule: entry.rule,
      missing: missingOf(entry),
      enable: enabling(entry),
    })),
    reps: mapped(agenda.pages, (page) => repDocument(page, write, agenda)),
    audience: agenda.audience,
    manager: { ...managerDocument(manager, write), team: agenda.audience === 'rep' ? null : teamDocument(agenda) },
    managers: agenda.managers.map((page) => managerDocument(page, write)),
    findings: mapped(findings, (finding) => findingDocument(finding, agenda)),
    sentences: sentencesDocument(agenda),
    insights: insightsDocument(agenda),
  }
}

/** What every part of the document is written with. */
interface Writing {
  readonly book: Book
  /** Where findings stand in the document’s list of all findings. */
  readonly number: (findings: readonly Finding[]) => readonly number[]
}

function managerDocument(page: ManagerPage, write: Writing) {
  const { book, number } = write
  return {
    manager: page.manager.name ?? null,
    reps: [...page.reps, ...page.absent].map(({ rep }) => rep.name),
    findings: number(page.findings),
    causes: page.causes,
    goal: page.takes ?? null,
    leadMeasures: page.leadMeasures,
    letPass: page.letPass.map(({ rep, deal, rule, problem, age }) => ({ rep, deal, rule, problem, age })),
    pairs: page.pairs,
    join: joinDocument(page.join),
    patterns: page.collapsed.map((pattern) => ({ ...pattern, amount: pattern.amount ?? null })),
    unassigned: page.unassigned.map(({ id, name }) => ({ id, name })),
    withoutActiveOwner: page.withoutActiveOwner.map(({ owner, deals }) => ({
      owner,
      deals: deals.length,
      amount: totalAmount(deals) ?? null,
      largest: largestOf(deals).map(({ id, name }) => ({ id, name })),
    })),
    withoutOwner: page.withoutOwner === undefined ? null : withoutOwner(page.withoutOwner, write),
    commitments: commitmentsDocument(page.commitments, book),
    changes: page.changes.map(changeDocument),
    notes: page.notes,
  }
}

const LARGEST = 3

function largestOf(deals: readonly Deal[]): readonly Deal[] {
  return [...deals].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0)).slice(0, LARGEST)
}

function joinDocument(join: ManagerPage['join']) {
  if (join === undefined) return null
  const { day, rep, person, deal, lastJoined } = join
  return {
    day: isoDate(day),
    rep: rep ?? null,
    person: person ?? null,
    deal: { id: deal.id, name: deal.name },
    lastJoined: isoOrNull(lastJoined),
  }
}

function teamDocument(agenda: Agenda) {
  const { book, manager } = agenda
  const { creation, closings } = book.team
  return {
    openDeals: book.open.length,
    openAmount: totalAmount(book.open) ?? null,
    newByWeek: creation.byWeek.slice(0, WEEKS),
    won: closings.won,
    lost: closings.lost,
    winRate: closings.winRate ?? null,
    averageWon: closings.averageWon ?? null,
    cycleDays: closings.cycleDays ?? null,
    p90CycleDays: book.norms.oldAge.from === 'team' ? book.norms.oldAge.days : null,
    inCommon: manager.team,
    period: periodDocument(agenda),
  }
}

function repDocument(page: RepPage, write: Writing, agenda: Agenda) {
  const { book, number } = write
  const { rep, oneThing } = page
  return {
    rep: rep.name,
    manager: rep.manager ?? null,
    level: rep.level ?? null,
    whereabouts: page.whereabouts ?? null,
    measures: measures(page),
    diagnosis: {
      cause: page.diagnosis.cause,
      because: page.diagnosis.because,
      but: page.pattern ?? null,
      ...topicOf(page, agenda),
    },
    oneThing: oneThing === null ? null : { ...thingDocument(oneThing), caveat: caveatOf(page, agenda) },
    ask: page.talk.ask === undefined ? null : fill(page.talk.ask, bookWords(book)),
    sinceLastReview: {
      ...commitmentsDocument(page.commitments, book),
      changes: page.changes.map(changeDocument),
    },
    findings: number(page.about),
    ...dealsDocument(page, write, (id) =>
      dealTalk(
        page.talk.deals.find(({ deal }) => deal.id === id),
        agenda,
      ),
    ),
    goal: page.takes ?? null,
    leadMeasures: page.leadMeasures,
    clients: page.clients,
    lost: number(page.lost),
    losses: page.losses ?? null,
    learnFrom: page.learnFrom ?? null,
    prepare: page.preparations.map(({ deal, day, person, peer, reason }) => ({
      deal,
      day: isoDate(day),
      person: person ?? null,
      peer,
      reason,
    })),
    minutes: page.minutes,
    recognise: page.recognise,
    fixBeforeMeeting: page.fixBeforeMeeting,
  }
}

function dealsDocument(page: DealsPart, { book: { currency }, number }: Writing, told: (id: string) => ToldOfDeal) {
  return {
    deals: page.deals.map(({ deal, rank, findings, asks }) => ({
      id: deal.id,
      name: deal.name,
      amount: deal.amount ?? deal.foreign?.amount ?? null,
      currency: deal.foreign?.currency ?? currency ?? null,
      stage: deal.stage ?? null,
      closeDate: isoOrNull(deal.closeDate),
      rank,
      findings: number(findings),
      asks,
      ...told(deal.id),
    })),
    flaggedDeals: page.flagged,
    patterns: page.collapsed,
    stillAnOpportunity: together(page.stillAnOpportunity),
    lateButAlive: together(page.lateButAlive),
  }
}

function withoutOwner(page: WithoutOwner, write: Writing) {
  return { ...dealsDocument(page, write, () => UNTOLD), fixBeforeMeeting: page.fixBeforeMeeting, minutes: page.minutes }
}

/** Of deals that nobody has no page says anything. */
const UNTOLD: ToldOfDeal = { reasons: [], question: null, dueIn: null }

function thingDocument({ rule, deal, action, why, worth }: OneThing) {
  return { rule, deal, action, why, worth }
}

/** Where rows take a field from whichever of several columns is filled, all of them. */
function columnsByField(columns: readonly MappedColumn[]): (readonly [field: string, column: string])[] {
  const byField = groupBy(columns, ({ field }) => field)
  return [...byField].map(([field, same]) => [field, same.map(({ column }) => column).join(' | ')] as const)
}

function findingDocument(finding: Finding, { audience }: Agenda) {
  return {
    rule: finding.rule,
    scope: finding.scope,
    rep: finding.rep,
    manager: finding.manager,
    deal: finding.deal,
    account: finding.account,
    // A rep reads what is seen and asked, and no mark for it.
    severity: audience === 'rep' ? null : finding.severity,
    age: finding.age,
    evidence: finding.evidence,
    problem: finding.problem,
    asks: finding.asks,
    action: finding.action,
    proof: finding.proof,
    isHygiene: finding.place === 'hygiene',
    dismissed: finding.dismissed,
    ask: finding.asks[0] ?? '',
  }
}

function measures({ rep, openAmount, foreignAmounts }: RepPage) {
  const { creation, closings } = rep
  return {
    openDeals: rep.open.length,
    openAmount: openAmount ?? null,
    foreignAmounts,
    newOpportunities: creation.byWeek[0] ?? 0,
    newBusiness: creation.newBusinessByWeek[0] ?? 0,
    newByWeek: creation.byWeek.slice(0, WEEKS),
    weeksWithoutNew: creation.weeksWithoutNew,
    lastCreated: isoOrNull(creation.lastCreated),
    won: closings.won,
    lost: closings.lost,
    winRate: closings.winRate ?? null,
    averageWon: closings.averageWon ?? null,
    cycleDays: closings.cycleDays ?? null,
  }
}

function together(deals: DealsTogether | undefined) {
  return deals === undefined ? null : { ...deals, amount: deals.amount ?? null }
}
