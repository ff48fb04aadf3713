import { bookWords } from '../../book/book-words.ts'
import { sumForeign } from '../../book/kit/currency.ts'
import { totalAmount } from '../../book/team/measures.ts'
import { isAbsent, type Rep } from '../../book/team/rep.ts'
import type { Book } from '../../book/book.ts'
import type { Finding } from '../../engine/finding.ts'
import type { AnyRule } from '../../engine/rule.ts'
import { groupBy } from '../../kit/collections.ts'
import { oncePer } from '../../kit/remembered.ts'
import { personKey } from '../../language/person-name.ts'
import type { Words } from '../../language/words.ts'
import { isoDate } from '../../time/plain-date.ts'
import type { ClientLine, Collapsed, DealsTogether, RepPage } from '../agenda.ts'
import { debtsTo } from '../commitments.ts'
import type { Composition, RankedDeal } from '../composition.ts'
import { dealsToShow } from './deal-items.ts'
import { isAboutOpen, minutesFor, mostDeals, sortDeals } from './deals-part.ts'
import { diagnose } from './diagnosis.ts'
import { goalLineOf } from './goal-line.ts'
import { leadMeasures } from './lead-measures.ts'
import { sharedLosses } from './losses.ts'
import { chooseOneThing } from './one-thing.ts'
import { aboutThing, lossesThing } from './last-resort.ts'
import { bySeverity } from './rank.ts'
import { recognise } from './recognise.ts'

/** By person, whatever the way in which the name was written. */
const promisedBy = oncePer((commitments: Composition['commitments']) =>
  groupBy(commitments, ({ commitment }) => personKey(commitment.rep)),
)
const changesOf = oncePer((changes: Composition['changes']) =>
  groupBy(changes, ({ owner }) => (owner === undefined ? undefined : personKey(owner))),
)

const NAMES_SHOWN = 5

/** All of a rep's page but what others have to be known for: with whom to prepare a meeting. */
export function composePage(rep: Rep, composition: Composition): Omit<RepPage, 'preparations' | 'talk'> {
  const { book, bounds } = composition
  const words = wordsTo(rep, book)
  const own = composition.byRep.get(rep.name) ?? []
  const about = own.filter(({ scope }) => scope === 'rep')
  const { ranked, ...sorted } = sortDeals(rep.open, own, composition)
  const diagnosis = composition.diagnoses.get(rep.name) ?? diagnose(rep, book, words)
  const material = {
    rules: composition.rules,
    rep,
    diagnosis,
    about,
    deals: ranked,
    findings: own,
    collapsed: sorted.collapsed,
    old: sorted.stillAnOpportunity,
    isTeamShort: composition.isTeamShort,
    teamCollapsed: composition.teamCollapsed,
  }
  const isBelow = diagnosis.creation?.verdict === 'below' || diagnosis.winning?.verdict === 'below'
  const isHealthy = !isBelow && isNothingToDiscuss(material.about, ranked, sorted.collapsed, material.old)
  const losses = lossesThing(rep, book, words)
  const oneThing = isHealthy ? losses : (chooseOneThing(material, book, words) ?? losses ?? aboutThing(material.about))
  const deals = oneThing === null ? [] : dealsToShow(ranked, oneThing, mostDeals(bounds))
  const commitments = promisedBy(composition.commitments).get(personKey(rep.name)) ?? []
  const changes = changesOf(composition.changes).get(personKey(rep.name)) ?? []
  return {
    rep,
    isBlank: isAbsent(rep) && oneThing === null && about.length + commitments.length + changes.length === 0,
    whereabouts: whereabouts(rep, book, words),
    openAmount: totalAmount(rep.open),
    foreignAmounts: sumForeign(rep.open),
    diagnosis,
    pattern: composition.patterns.get(rep.name),
    oneThing,
    about,
    ...sorted,
    deals,
    flagged: ranked.length,
    lost: own.filter((one) => one.scope === 'deal' && !isAboutOpen(one, composition)),
    commitments,
    owed: debtsTo(rep.name, composition.commitments),
    changes,
    clients: clientLines(own, composition.rules),
    takes: goalLineOf(rep, book, words, 'manager'),
    leadMeasures: leadMeasures({ creation: rep.creation, reps: [rep] }, book),
    losses: sharedLosses(changes, book, words),
    learnFrom: composition.peers.get(rep.name),
    recognise: recognise(rep, commitments, book, words),
    minutes: oneThing === null ? HEALTHY_MINUTES : minutesFor(deals.length, bounds),
  }
}

/** Nothing is due from somebody who is away. */
function wordsTo({ name }: Rep, book: Book): Words {
  const words = bookWords(book, name)
  const { calendar } = book
  return calendar.awayUntil(name) === undefined
    ? words
    : { ...words, nextReview: words.weekday(calendar.nextReviewOf(name)) }
}

/** Whoever is away, or has shown no sign of life for four weeks keeps the page, and it opens with a question to the manager. */
function whereabouts({ name, lastSign, open }: Rep, { calendar }: Book, words: Words): string | undefined {
  const away = calendar.awayUntil(name)
  if (away !== undefined) return `Away until ${words.date(away)}.`
  if (lastSign === undefined) return undefined
  const amount = totalAmount(open)
  const deals = `${words.count(open.length, 'open deal')}${amount === undefined ? '' : ` (${words.money(amount)})`}`
  const who = open.length === 0 ? 'what becomes of the work?' : `who takes the ${deals}?`
  return `Nothing logged, opened or closed since ${words.date(isoDate(lastSign))}. If ${name} has left, ${who}`
}

const HEALTHY_MINUTES = 2

/** What is said of clients, a rule or a case of one a line: nobody goes through fifty of them in a meeting. */
function clientLines(own: readonly Finding[], rules: ReadonlyMap<string, AnyRule>): ClientLine[] {
  const ofAccounts = own.filter(({ scope }) => scope === 'account')
  const titleOf = ({ rule: id, evidence }: Finding) => rules.get(id)?.titleOf?.(evidence) ?? rules.get(id)?.title ?? id
  return [...groupBy(ofAccounts, titleOf)].map(([title, same]) => {
    const worst = [...same].sort(bySeverity)
    return {
      rule: worst[0]?.rule ?? '',
      title,
      count: same.length,
      names: worst.slice(0, NAMES_SHOWN).flatMap(({ account }) => account ?? []),
      ask: worst[0]?.asks[0] ?? '',
    }
  })
}

/** Low findings alone are no reason to take up a rep's time. */
function isNothingToDiscuss(
  about: readonly Finding[],
  ranked: readonly RankedDeal[],
  collapsed: readonly Collapsed[],
  old: DealsTogether | undefined,
): boolean {
  const worst = ranked.flatMap((item) => item.findings.map(({ severity }) => severity))
  const severities = [...about.map((finding) => finding.severity), ...worst]
  return collapsed.length === 0 && old === undefined && severities.every((severity) => severity === 'low')
}
