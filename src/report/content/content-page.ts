import type { Agenda, DealItem, DealsPart, DealsTogether, RepPage } from '../../agenda/agenda.ts'
import type { Cause } from '../../agenda/page/diagnosis.ts'
import { butOf } from '../../agenda/page/dominant-pattern.ts'
import { capitalised, oldness } from '../../agenda/page/one-thing.ts'
import { commitmentLine } from '../../agenda/commitments.ts'
import { verdicts } from '../../book/past/commitments.ts'
import type { Deal } from '../../book/deals/deal.ts'
import { missingOf, type Finding } from '../../engine/finding.ts'
import { isoDate } from '../../time/plain-date.ts'
import { bookWords } from '../../book/book-words.ts'
import type { Words } from '../../language/words.ts'
import type { DealContent, DealsContent, Labelled, Raised, RepContent, Seen } from './content.ts'
import { isCreationKnown, weekly } from './lead-lines.ts'
import { named, sinceLastTime } from './since.ts'

const causeNames: Record<Cause, string> = {
  producing: 'Producing',
  'too-little-activity': 'Too little activity',
  'too-little-effectiveness': 'Too little effectiveness',
  both: 'Too little activity and too little effectiveness',
  'cannot-tell': 'Cannot tell yet',
}

const WEEKS_SHOWN = 12
const NAMES_SHOWN = 3

/** One rep's page in words. */
export function repContent(page: RepPage, agenda: Agenda): RepContent {
  const words = bookWords(agenda.book, page.rep.name)
  const { rep, diagnosis, oneThing } = page
  const judged = diagnosis.because.join('; ')
  const because = judged === '' ? '' : `${capitalised(judged)}.`
  return {
    page,
    name: rep.name,
    size: sizeOf(page, words),
    cause: causeNames[diagnosis.cause] + butOf(page.pattern, words),
    because: [page.whereabouts, because].filter((text) => text !== undefined && text !== '').join(' '),
    healthy: oneThing === null ? healthy(page) : undefined,
    oneThing:
      oneThing === null
        ? undefined
        : {
            action: oneThing.action,
            why: oneThing.why,
            ask: oneThing.deal === null ? page.about.find(({ rule }) => rule === oneThing.rule)?.asks[0] : undefined,
          },
    goal: page.takes === undefined ? undefined : { text: page.takes.text, ask: goalAsk(page) },
    creation: creationOf(page, agenda, words),
    about: aboutOf(page, agenda),
    promisedAsk: page.about.find(({ cures }) => cures === 'promise')?.asks[0],
    ...sinceOf(page, agenda, words),
    lost: lostOf(page, agenda),
    ...dealsOf(page, agenda, words),
    people: peopleOf(page, words),
    recognise: page.recognise,
    notChecked: notCheckedFor(agenda),
  }
}

function sizeOf({ rep, openAmount, foreignAmounts, minutes }: RepPage, words: Words): string {
  const apart = foreignAmounts.map((foreign) => words.money(foreign.amount, foreign.currency))
  const amounts = [...(openAmount === undefined ? [] : [words.money(openAmount)]), ...apart].map((amount, at) =>
    at === 0 ? amount : `and ${amount}`,
  )
  return [`${rep.open.length} open`, ...amounts, `about ${minutes} min`].join(' · ')
}

function healthy(page: RepPage): string {
  const fixes = page.fixBeforeMeeting.map((fix) => `${fix.title.toLowerCase()} on ${fix.deals.length}`)
  const isMissed = page.commitments.some(({ verdict }) => verdict === 'missed')
  const rest = isMissed ? 'Nothing else needs the meeting.' : 'Nothing that needs the meeting.'
  const nothing = page.rep.open.length === 0 ? 'No open deals.' : rest
  const recognised = page.recognise.length > 0 ? `${page.recognise.join('. ')}. ` : ''
  return `${recognised}${nothing}${fixes.length > 0 ? ` Fix before the meeting: ${fixes.join(', ')}.` : ''}`
}

function creationOf(page: RepPage, agenda: Agenda, words: Words): RepContent['creation'] {
  const byWeek = isCreationKnown(agenda.book) ? page.rep.creation.newBusinessByWeek.slice(0, WEEKS_SHOWN) : []
  const [now] = byWeek
  const renewals = (page.rep.creation.byWeek[0] ?? 0) - (now ?? 0)
  const isShared = (rule: string) => agenda.manager.shared.includes(rule)
  const own = page.about.filter(({ rule, cures }) => cures === 'new-opportunities' && rule !== page.oneThing?.rule)
  return {
    now:
      now === undefined
        ? 'not known, for want of creation dates'
        : `${now}${renewals === 0 ? '' : ` (and ${words.count(renewals, 'renewal')})`}`,
    byWeek,
    asks: own.flatMap(({ rule, asks: [ask] }) => (ask === undefined || isShared(rule) ? [] : [ask])),
    shared: own
      .filter(({ rule }) => isShared(rule))
      .map(({ problem }) => `${capitalised(problem)}. Half the team or more is as short.`),
    leads: weekly(page.leadMeasures.filter(({ id }) => id !== 'newOpportunities')),
  }
}

function goalAsk(page: RepPage): string | undefined {
  const asked = page.about.filter(({ rule, cures }) => cures === 'goal' && rule !== page.oneThing?.rule)
  const [ask] = asked.flatMap(({ asks: [first] }) => first ?? [])
  return ask
}

/** What else is said of the rep, and has no place of its own: the number that says so, and the question. */
function aboutOf(page: RepPage, agenda: Agenda): readonly Raised[] {
  const isElsewhere = ({ rule, cures }: Finding) =>
    rule === page.oneThing?.rule || cures === 'promise' || (page.takes !== undefined && cures === 'goal')
  const all = page.about
  // “What did you do last week” and “walk me through last week” are one question: where the one is asked, not the other.
  const isAskedOfWeek = all.some(({ cures }) => cures === 'new-opportunities')
  return all
    .filter((finding) => finding.cures !== 'new-opportunities' && !isElsewhere(finding))
    .map((finding) => ({
      ...seen(finding, agenda),
      // Its number stands above it on the page, in the diagnosis or beside the goal.
      ...((finding.cures === 'activity' || finding.cures === 'goal') && { problem: undefined }),
      ask: finding.asks[isAskedOfWeek && finding.cures === 'activity' ? 1 : 0],
    }))
}

/** A rep reads what was seen and not how bad somebody finds it. */
export function seen({ severity, problem }: Finding, { audience }: Agenda): Seen {
  return { severity: audience === 'rep' ? undefined : severity, problem }
}

/** What was promised and what became of it, then what changed. */
function sinceOf(
  page: RepPage,
  { book, audience }: Agenda,
  words: Words,
): Pick<RepContent, 'commitments' | 'changes' | 'changeNotes'> {
  const { changes, more, losses, forward } = sinceLastTime(page, words)
  const debtor = audience === 'rep' ? 'by your manager' : 'by you'
  return {
    commitments: [
      ...verdicts.flatMap((verdict) =>
        page.commitments
          .filter((one) => one.verdict === verdict)
          .map((one) => ({ label: verdict, text: commitmentLine(one, book, words) })),
      ),
      ...page.owed.map((one) => ({ label: 'owed', text: `${debtor}: ${commitmentLine(one, book, words)}` })),
    ],
    changes,
    changeNotes: [more === undefined ? undefined : `and ${more}`, losses, forward].filter((note) => note !== undefined),
  }
}

function lostOf({ lost }: RepPage, agenda: Agenda): Raised | undefined {
  const [first] = lost
  if (first?.deal == null) return undefined
  const { severity, problem } = seen(first, agenda)
  return { severity, problem: `${first.deal.name}: ${problem}`, ask: first.asks[0] }
}

/** What a page has of open deals, in words. */
export function dealsOf(page: DealsPart, agenda: Agenda, words: Words): DealsContent {
  const { deals, collapsed, flagged, stillAnOpportunity: old, lateButAlive: late } = page
  const isAny = deals.length > 0 || collapsed.length > 0 || old !== undefined || late !== undefined
  const counts = [
    ...(flagged > 0 ? [`${deals.length} of ${flagged} flagged`] : []),
    ...(old === undefined ? [] : [`${old.count} old`]),
  ]
  const orOverdue = canBeOverdue(agenda) ? ' or overdue and silent' : ''
  const together = (label: string, of: DealsTogether | undefined, otherwise: string, ask: string): Labelled[] => {
    if (of === undefined) return []
    const amount = of.amount === undefined ? '' : `, ${words.money(of.amount)}`
    const which = `${oldness(agenda.book)}${otherwise}: ${named(of.largest, of.count)}`
    return [{ label, text: `${words.count(of.count, 'deal')}${amount}, ${which}. ${ask}` }]
  }
  return {
    dealCounts: isAny ? counts.join(', ') : undefined,
    deals: deals.map((item) => dealContent(item, agenda, words)),
    patterns: collapsed.map(
      ({ count, of, title, largest }) =>
        `${count} of ${of} open deals: ${title.toLowerCase()} (${named(largest.slice(0, NAMES_SHOWN), count)})`,
    ),
    together: [
      ...together('Still an opportunity?', old, orOverdue, 'Close, or say what has changed.'),
      ...together('Late but alive:', late, '', 'What is left before they sign?'),
    ],
    fixes: page.fixBeforeMeeting.map(
      ({ title, deals: same }) =>
        `${title.toLowerCase()} on ${words.count(same.length, 'deal')} (${named(same.slice(0, NAMES_SHOWN), same.length)})`,
    ),
  }
}

/** `$120k`, `Proposal`, `closes 30 Nov`: what is known of them. */
export function dealFacts({ amount, foreign, stage, closeDate }: Deal, words: Words): readonly string[] {
  return [
    ...(amount === undefined ? [] : [words.money(amount)]),
    ...(foreign === undefined ? [] : [words.money(foreign.amount, foreign.currency)]),
    ...(stage === undefined ? [] : [stage]),
    ...(closeDate === undefined ? [] : [`closes ${words.date(isoDate(closeDate))}`]),
  ]
}

function dealContent({ deal, findings, asks }: DealItem, agenda: Agenda, words: Words): DealContent {
  return {
    name: deal.name,
    facts: dealFacts(deal, words),
    seen: findings.map((finding) => seen(finding, agenda)),
    asks,
  }
}

/** What is said of their clients, who shows how it is done, and with whom to prepare what is coming. */
function peopleOf({ clients, learnFrom, preparations }: RepPage, words: Words): readonly Labelled[] {
  return [
    ...clients.map(({ title, count, names, ask }) => {
      const more = count > names.length ? ` and ${count - names.length} more` : ''
      return {
        label: 'Clients',
        text: `${words.count(count, 'client')}: ${title.toLowerCase()} (${names.join(', ')}${more}). ${ask}`,
      }
    }),
    ...preparations.map(({ deal, day, person, peer, reason }) => ({
      label: 'Meeting',
      text: `${words.date(day)}${person === undefined ? '' : ` with ${person}`}, ${deal.name}: prepare it with ${peer}, ${reason}.`,
    })),
    ...(learnFrom === undefined ? [] : [{ label: 'Learn from', text: `${learnFrom.text}. ${learnFrom.ask}` }]),
  ]
}

/** Without close dates or activities nothing is known to be overdue and silent. */
function canBeOverdue({ book }: Agenda): boolean {
  return book.knowledge.get('closeDate') === undefined && book.knowledge.get('lastActivity') === undefined
}

const MISSING_SHOWN = 3

/** A rep cannot add what is missing from an export: a line is enough. Everybody else reads it once, at the end. */
function notCheckedFor(agenda: Agenda): string | undefined {
  if (agenda.audience !== 'rep') return undefined
  const missing = [...new Set(agenda.notChecked.flatMap(missingOf))]
  if (missing.length === 0) return undefined
  const rest = missing.length - MISSING_SHOWN
  const names = missing.slice(0, MISSING_SHOWN).join(', ')
  return `${names}${rest > 0 ? ` and ${rest} more` : ''}.`
}
