import type { Deal } from '../../book/deals/deal.ts'
import { stakeOf } from '../../book/deals/stake.ts'
import { bookWords } from '../../book/book-words.ts'
import { questionsAbout, questionsAnyway } from '../deals/questions.ts'
import type { Reason, ReasonKind } from '../deals/reasons.ts'
import { customer } from '../facts/names.ts'
import { contactOf, deciderOf } from '../facts/people.ts'
import { stageSlot } from '../facts/stages.ts'
import { fill } from '../../language/fill.ts'
import { date, name, sum, text, type NameSlot, type Said } from '../../language/sentence.ts'
import { say, type TemplateId } from '../say/say.ts'
import type { Case, Cause } from './cause.ts'
import { namedDeal } from './topics.ts'

/** Letters of a label in the team’s table. */
const LABEL = 19
const REASONS = 2

/** Where no topic holds several deals: the deal with most at stake that has a reason, and what that reason asks for. */
export function oneDeal(given: Case): Cause | undefined {
  const { rep, book, reasons, neighbours } = given
  const [best] = rep.open
    .flatMap((deal) => {
      const own = (reasons.get(deal.id) ?? []).filter(isSerious)
      return own.length === 0 ? [] : [{ deal, own, stake: stakeOf(deal, book, own.length) }]
    })
    .toSorted((a, b) => b.stake - a.stake)
  const [reason] = best?.own ?? []
  if (best === undefined || reason === undefined) return undefined
  const { deal, own } = best
  const called = customer(deal)
  const known = { deal, book, neighbours }
  return {
    topic: 'due',
    families: ['deals'],
    label: labelOf(called),
    todo: todoFor(reason, deal, given),
    why: [whyOf(deal, own.slice(0, REASONS), given)],
    asks: [...questionsAbout([reason], known), ...questionsAnyway(known)].flatMap((ask) => ask ?? []),
    deals: [deal],
    first: deal,
    where: undefined,
    compared: [],
  }
}

/** The name as far as it fits in a column, whole words only: what is in brackets goes first. */
function labelOf(called: NameSlot): Said {
  const bare = called.text.replace(/ ?\([^()]{1,40}\)$/u, '')
  const short = bare.length <= LABEL ? bare : `${bare.slice(0, bare.lastIndexOf(' ', LABEL - 2))}…`
  return bare.length > LABEL && !bare.slice(0, LABEL - 1).includes(' ')
    ? say('label.deal')
    : say('label.customer', { customer: { ...called, text: short } })
}

/** What has no words of its own on a page is no reason to make a deal the one thing. */
function isSerious({ kind, severity }: Reason): boolean {
  return kind !== 'other' && (severity === 'medium' || severity === 'high')
}

function whyOf(deal: Deal, reasons: readonly Reason[], { book }: Case): Said {
  const words = bookWords(book)
  const own = reasons.filter(({ said }) => said.isAboutOthers !== true)
  const reason = text((own.length > 0 ? own : reasons).map(({ said }) => fill(said, words)).join('; '))
  return deal.amount === undefined
    ? say('why.deal-plain', { customer: customer(deal), reason })
    : say('why.deal', { ...namedDeal(deal), reason })
}

/** What to do follows from why the deal is named: with whom it can be done where somebody is known, and without. */
const TODO: Readonly<Partial<Record<ReasonKind, readonly [withWho: TemplateId, plain: TemplateId]>>> = {
  overdue: ['do.own-date', 'do.own-date-plain'],
  moved: ['do.own-date', 'do.own-date-plain'],
  'first-stage': ['do.own-date', 'do.own-date-plain'],
  'one-contact': ['do.second-contact', 'do.name-signer'],
  'no-decider': ['do.meet-signer', 'do.name-signer'],
  old: ['do.signing-date', 'do.decide-on'],
  stage: ['do.move-up', 'do.move-up'],
  'no-contact': ['do.call', 'do.call-plain'],
}

function todoFor({ kind }: Reason, deal: Deal, { by }: Case): Said {
  const who = deciderOf(deal)?.name ?? contactOf(deal)
  const [withWho, plain] = TODO[kind] ?? ['do.dated-step', 'do.dated-step-plain']
  const slots = { customer: customer(deal), amount: sum([deal]), by: date(by), stage: stageSlot(deal.stage ?? '') }
  return who === undefined ? say(plain, slots) : say(withWho, { ...slots, who: name(who) })
}
