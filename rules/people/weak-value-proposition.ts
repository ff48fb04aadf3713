import { isAtProposal } from '../../src/book/deals/proposal.ts'
import { testProposition, type FailedTest } from '../../src/book/deals/value-proposition.ts'
import { defineRule } from '../../src/engine/rule.ts'
import type { Words } from '../../src/language/words.ts'

export const weakValueProposition = defineRule({
  id: 'weak-value-proposition',
  scopes: ['deal'],
  family: 'people',
  place: 'agenda',
  cures: 'value',
  title: 'A value that nobody could repeat',
  why:
    'The client decides in a room we are not in, and somebody has to say there what they get, how much of it and by ' +
    'when. What has no number, no time and no name in it is a brochure, and loses to the next cheaper one.',
  needs: ['valueProposition'],
  options: { mostWords: 60, mostSame: 3 },

  check(deal, { book, options }) {
    if (isAtProposal(deal.stage, book.stages) !== true) return undefined
    const { failed, words, sameAs } = testProposition(deal, book, options)
    if (failed.length === 0) return undefined
    return {
      severity: failed.length >= 2 ? 'medium' : 'low',
      evidence: {
        failed,
        text: deal.valueProposition ?? null,
        words,
        sameAs,
        stage: deal.stage ?? null,
        account: deal.account ?? null,
        contact: deal.contacts?.[0]?.name ?? null,
      },
    }
  },

  say({ failed, words: length, sameAs, stage, account, contact }, words) {
    const client = account ?? 'the client'
    const seen = failed.map((test) => PROBLEMS[test](client, length, sameAs, words))
    const defends = contact ?? `your contact at ${client}`
    return {
      problem: `value proposition${stage === null ? '' : ` in ${stage}`}: ${words.list(seen)}`,
      asks: [
        QUESTIONS[failed[0] ?? 'empty'](client),
        `How would ${defends} defend it to colleagues when we are not in the room?`,
        `What in it could no competitor say, and why would ${client} act on it now?`,
      ],
      action: `Say in two sentences what ${client} gains, how much and by when, and test them on ${defends}`,
    }
  },

  examples: () => [
    {
      kind: 'miss',
      title: 'a name, a number and a time',
      deals: [{ account: 'Northwind Ltd', valueProposition: 'Northwind ships 20 % more by March.' }],
    },
    {
      kind: 'hit',
      title: 'no number and no time',
      deals: [{ account: 'Northwind Ltd', valueProposition: 'Northwind gets better visibility.' }],
      says: { severity: 'medium', evidence: { failed: ['no number', 'no time'] } },
    },
    {
      kind: 'hit',
      title: 'the same on three other deals',
      deals: [
        { account: 'Northwind', valueProposition: 'Northwind, Acme and all others save 20 % in a year.' },
        ...['Acme', 'Globex', 'Hooli'].map((account) => ({
          account,
          valueProposition: 'Northwind, Acme and all others save 20 % in a year.',
        })),
      ],
      says: { severity: 'low', evidence: { failed: ['same as others'], sameAs: 3 } },
    },
    {
      kind: 'boundary',
      title: 'sixty-one words',
      deals: [{ account: 'Northwind', valueProposition: `Northwind saves 20 % by March${' and more'.repeat(28)}` }],
      says: { severity: 'low', evidence: { failed: ['too long'], words: 61 } },
    },
    {
      kind: 'boundary',
      title: 'nothing, while others have one',
      deals: [{ account: 'Northwind' }, { account: 'Acme', valueProposition: 'Acme saves 20 % by March', times: 2 }],
      says: { severity: 'low', evidence: { failed: ['empty'] } },
    },
    {
      kind: 'boundary',
      title: 'before the proposal it may still be vague',
      deals: [{ stage: 'Perception Analysis', account: 'Northwind', valueProposition: 'Better visibility' }],
    },
    {
      kind: 'hit',
      title: 'neither the client nor anybody there is in it',
      deals: [
        { account: 'Northwind', contacts: [], valueProposition: 'You save 20 % by March.' },
        { times: 2, valueProposition: 'x' },
      ],
      says: { severity: 'low', evidence: { failed: ['client not named'], contact: null } },
    },
    {
      kind: 'hit',
      title: 'a number and no time',
      deals: [{ account: 'Northwind', valueProposition: 'Northwind ships 20 % more.' }],
      says: { severity: 'low', evidence: { failed: ['no time'] } },
    },
    {
      kind: 'hit',
      title: 'of a company whose name nobody knows',
      deals: [{ account: null, valueProposition: 'You will ship more by March.' }],
      says: { severity: 'low', evidence: { failed: ['no number'], account: null } },
    },
  ],
})

type Seen = (client: string, length: number, sameAs: number, words: Words) => string

const PROBLEMS: Record<FailedTest, Seen> = {
  empty: () => 'none written',
  'same as others': (_, __, sameAs, words) => `the same text on ${words.count(sameAs, 'other deal')}`,
  'client not named': (client) => `does not name ${client}`,
  'no number': () => 'no number',
  'no time': () => 'no time',
  'too long': (_, length) => `${length} words long`,
}

const QUESTIONS: Record<FailedTest, (client: string) => string> = {
  empty: (client) => `What will be different at ${client} when they have bought, in their own words?`,
  'same as others': (client) => `What of this is true of ${client} and of nobody else?`,
  'client not named': (client) => `What of this is ${client}’s own, and who there told you so?`,
  'no number': (client) => `How much of it will ${client} get, and who there worked that out with you?`,
  'no time': (client) => `By when will ${client} see the first of it?`,
  'too long': (client) => `Which one sentence of it would somebody at ${client} remember tomorrow?`,
}
