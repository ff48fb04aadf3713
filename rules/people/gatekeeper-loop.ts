import { engagedIn } from '../../src/book/activity/touches.ts'
import { defineRule } from '../../src/engine/rule.ts'
import { addDays, isoDate } from '../../src/time/plain-date.ts'
import { isoOrNull } from '../../src/language/words.ts'

export const gatekeeperLoop = defineRule({
  id: 'gatekeeper-loop',
  scopes: ['deal'],
  family: 'people',
  place: 'agenda',
  cures: 'decision-maker',
  title: 'Going round with a gatekeeper',
  phrase: 'with the same contact again and again',
  why:
    'Somebody who has been called five times and still “has to talk to the boss” is not selling for us: they are being ' +
    'polite, or cannot. Nothing moves until the one who decides has a name, a day, and has heard it from us.',
  needs: ['activityContacts'],
  options: { touches: 4, highTouches: 6, days: 14, within: 90 },

  check(deal, { book, asOf, options }) {
    const [contact, ...others] = deal.contacts ?? []
    if (others.length > 0 || deal.hasDecisionMaker === true) return undefined
    // The days in which somebody counts as a contact: four calls over two years are no loop.
    const recent = book.activities.touches(deal).filter(({ day }) => day > addDays(asOf, -options.within))
    const loop = engagedIn(recent).find(({ name }) => name === contact?.name)
    if (loop === undefined || loop.isDeciding || loop.touches < options.touches) return undefined
    if (loop.last - loop.first < options.days) return undefined
    // A call that we plan is no day that the client agreed to: only the next step names one.
    const agreed = deal.nextStep?.date
    return {
      severity: loop.touches >= options.highTouches ? 'high' : 'medium',
      evidence: {
        contact: loop.name,
        touches: loop.touches,
        firstTouch: isoDate(loop.first),
        lastTouch: isoDate(loop.last),
        agreedDay: isoOrNull(agreed),
        hasPassed: agreed !== undefined && agreed < asOf,
        asksDirectly: loop.touches >= options.highTouches,
        account: deal.account ?? null,
      },
    }
  },

  say({ contact, touches, firstTouch, agreedDay, hasPassed, asksDirectly, account }, words) {
    const client = account ?? 'the client'
    const day = agreedDay === null ? '' : words.date(agreedDay)
    const name = 'and who is that by name?'
    const when = hasPassed
      ? `${day} has passed: when does ${contact} speak to the person who decides, ${name}`
      : agreedDay === null
        ? `When does ${contact} speak to the person who decides, ${name}`
        : `What will ${contact} have said by ${day} to the person who decides, ${name}`
    // The third only in its turn: before the day has passed, or the sixth touch, it would go over somebody's head.
    const direct = hasPassed
      ? [`What is your reason for going to the decision maker directly now, and on which day do you?`]
      : asksDirectly
        ? [`If that day passes, how do you approach the decision maker directly?`]
        : []
    return {
      problem:
        `${words.count(touches, 'call, email or meeting', 'calls, emails and meetings')} with ${contact} since ${words.date(firstTouch)}, and no decision maker named` +
        (hasPassed ? `; ${day} has passed` : ''),
      asks: [when, `Will ${contact} recommend us to whoever decides, and in which words?`, ...direct],
      action: hasPassed
        ? `Approach the decision maker at ${client} directly by ${words.nextReview}`
        : `Ask ${contact} on which day the person who decides hears of ${words.subject}, and who that is`,
    }
  },

  examples: () => [
    {
      kind: 'hit',
      title: 'four touches with one contact in three weeks, and nobody who decides',
      deals: [
        {
          contacts: ['Sally Ortiz (Business User)'],
          activities: [{ on: '2026-10-27', with: 'Sally Ortiz', times: 4, every: 7 }],
        },
      ],
      says: {
        severity: 'medium',
        evidence: { contact: 'Sally Ortiz', touches: 4, firstTouch: '2026-10-27', hasPassed: false },
      },
    },
    {
      kind: 'hit',
      title: 'six touches, and the agreed day has passed',
      deals: [
        {
          created: '2026-09-30',
          nextStep: '11/12: Sally sees her boss',
          contacts: ['Sally Ortiz (Business User)'],
          activities: [{ on: '2026-10-02', with: 'Sally Ortiz', times: 6, every: 8 }],
        },
      ],
      says: { severity: 'high', evidence: { touches: 6, agreedDay: '2026-11-12', hasPassed: true } },
    },
    {
      kind: 'boundary',
      title: 'three touches',
      deals: [
        {
          contacts: ['Sally Ortiz (Business User)'],
          activities: [{ on: '2026-10-27', with: 'Sally Ortiz', times: 3, every: 10 }],
        },
      ],
    },
    {
      kind: 'boundary',
      title: 'four touches within thirteen days',
      deals: [
        {
          contacts: ['Sally Ortiz (Business User)'],
          activities: [
            { on: '2026-11-01', with: 'Sally Ortiz', times: 3 },
            { on: '2026-11-14', with: 'Sally Ortiz' },
          ],
        },
      ],
    },
    {
      kind: 'miss',
      title: 'a second person has been spoken to',
      deals: [
        {
          contacts: ['Sally Ortiz (Business User)'],
          activities: [
            { on: '2026-10-27', with: 'Sally Ortiz', times: 4, every: 7 },
            { on: '2026-11-12', with: 'Tom Reyes' },
          ],
        },
      ],
    },
    {
      kind: 'miss',
      title: 'the one contact runs the company',
      deals: [
        {
          account: 'Northwind',
          activities: [{ on: '2026-10-27', with: 'Sally Ortiz', times: 4, every: 7 }],
          contacts: ['Sally Ortiz (CEO)'],
        },
      ],
    },
    {
      kind: 'boundary',
      title: 'four touches within fourteen days, and the agreed day is today',
      deals: [
        {
          nextStep: '11/20: Sally sees her boss',
          contacts: ['Sally Ortiz (Business User)'],
          activities: [
            { on: '2026-11-01', with: 'Sally Ortiz', times: 3 },
            { on: '2026-11-15', with: 'Sally Ortiz' },
          ],
        },
      ],
      says: { severity: 'medium', evidence: { touches: 4, agreedDay: '2026-11-20', hasPassed: false } },
    },
    {
      kind: 'hit',
      title: 'six touches, and no day was ever agreed',
      deals: [
        {
          created: '2026-09-30',
          nextStep: null,
          contacts: ['Sally Ortiz (Business User)'],
          activities: [{ on: '2026-10-02', with: 'Sally Ortiz', times: 6, every: 8 }],
        },
        { times: 2 },
      ],
      says: { severity: 'high', evidence: { agreedDay: null, asksDirectly: true } },
    },
    {
      kind: 'boundary',
      title: 'the first of the four was ninety days ago',
      deals: [
        {
          created: '2026-08-01',
          contacts: ['Sally Ortiz (Business User)'],
          activities: [
            { on: '2026-08-22', with: 'Sally Ortiz' },
            { on: '2026-10-27', with: 'Sally Ortiz', times: 3, every: 10 },
          ],
        },
      ],
    },
    {
      kind: 'miss',
      title: 'somebody who decides is on the deal, though not spoken to yet',
      deals: [
        {
          contacts: ['Sally Ortiz (Business User)', 'Ada Moss (Decision Maker)'],
          activities: [{ on: '2026-10-27', with: 'Sally Ortiz', times: 4, every: 7 }],
        },
      ],
    },
    {
      kind: 'miss',
      title: 'the four touches were in June, with somebody who is no longer its contact',
      deals: [
        {
          created: '2026-06-01',
          contacts: ['Sally Ortiz (Business User)'],
          activities: [{ on: '2026-06-02', with: 'Bo Lund', times: 4, every: 7 }],
        },
      ],
      options: { within: 365 },
    },
    {
      kind: 'miss',
      title: 'nobody is named: that is another matter',
      deals: [
        { contacts: [], activities: [{ on: '2026-10-27', times: 4, every: 7 }] },
        { activities: [{ on: '2026-11-12', with: 'Bo Lund' }], times: 2 },
      ],
    },
    {
      kind: 'miss',
      title: 'the one contact runs the company, by the accounts’ export',
      deals: [
        {
          account: 'Northwind',
          contacts: [],
          activities: [{ on: '2026-10-27', with: 'Sally Ortiz', times: 4, every: 7 }],
        },
      ],
      accounts: [{ name: 'Northwind', contacts: ['Sally Ortiz (CEO)'] }],
    },
  ],
})
