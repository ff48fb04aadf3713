import { Chalk } from 'chalk'
import { expect, it } from 'vitest'
import { fill } from '../../src/language/fill.ts'
import { date, name, number, text, type CountSlot, type Said, type Slots } from '../../src/language/sentence.ts'
import type { Line, Report, Sheet } from '../../src/report/content/document.ts'
import { letterWords, topicWords } from '../../src/report/content/letter-templates.ts'
import { letterOf } from '../../src/report/content/letter.ts'
import { letterText } from '../../src/report/mail/letter.ts'
import { templates } from '../../src/agenda/say/say.ts'
import { day } from '../support/exports.ts'
import { wholeReportWords as words } from '../support/whole-report.ts'

// What a manager would write to a rep: wins first, requests, nobody else’s numbers.

const ids = (many: number): CountSlot => ({ kind: 'count', ids: Array.from({ length: many }, (_, at) => `D-${at}`) })
const deal = name('Ashgrove Tools', ['D-1'])
const worth = { kind: 'sum' as const, amount: 35_000, ids: ['D-1'] }

function say(template: keyof typeof templates, slots: Slots = {}, others = false): Said {
  return { template, words: templates[template], slots, ...(others ? { isAboutOthers: true as const } : {}) }
}

function letter(lines: readonly Line[], from: string | undefined = 'Kim Osei') {
  const sheet: Sheet = {
    kind: 'rep',
    id: 'rep-1',
    name: 'Dana Whitfield',
    blocks: [
      {
        kind: 'head',
        title: say('head.rep', { rep: name('Dana Whitfield') }),
        aside: say('head.rep'),
        facts: [
          say('number.goal', {
            period: text('Q4'),
            won: { ...worth, amount: 96_000 },
            goal: { ...worth, amount: 180_000 },
          }),
        ],
      },
      { kind: 'lines', lines },
    ],
  }
  const report: Report = {
    title: say('title.mail'),
    meeting: day('2026-11-23'),
    audience: 'rep',
    sheets: [sheet],
    appendix: [],
  }
  const written = letterOf(report, sheet, from)
  return {
    subject: fill(written.subject, words),
    body: letterText(written, words, { width: 72, paint: new Chalk({ level: 0 }) }),
  }
}

const line = (id: Line['id'], ...said: readonly Said[]): Line => ({ id, label: id, said })

it('starts with what went well, then asks', () => {
  const { subject, body } = letter([
    line('do', say('do.first-meetings', { n: number(2), by: date(day('2026-11-27')) })),
    line(
      'why',
      say('why.effort', { meetings: number(36) }),
      say('why.others-new', { now: ids(40), before: ids(40) }, true),
    ),
    line('ask', say('ask.first-new')),
    line('well-done', say('well.won', { deals: deal })),
    line('kept', say('kept.steps', { done: ids(16), all: ids(16) })),
    line('clean-up', say('clean.overdue', { deals: deal })),
  ])
  expect(subject).toBe('For Mon, Nov 23: new business')
  expect(body.split('\n\n')).toEqual([
    'Hi Dana,',
    'Well done on Ashgrove Tools. All 16 next steps dated for last week are\nlogged, too.',
    'I’d like to start on Mon, Nov 23 with new business. It isn’t for lack of\nwork: 36 meetings on open deals in those weeks.',
    'Please think about this one before we talk:',
    '    Where will the next new customer come from?',
    'I’d like us to leave the room with a plan for two first meetings with\nnew customers by Fri, Nov 27.',
    'You’re at $96k of $180k for Q4.',
    'One small thing before Mon, Nov 23. Please put a new date on Ashgrove\nTools.',
    'And what do you need from me?',
    'Kim\n',
  ])
})

it('makes a request of what is to be done, and a short mail of a page with nothing', () => {
  const asked = letter([
    line(
      'do',
      say('do.call', { who: name('Stella Burke'), customer: deal, amount: worth, by: date(day('2026-11-27')) }),
    ),
  ])
  expect(asked.subject).toBe('For Mon, Nov 23: Ashgrove Tools')
  expect(asked.body).toContain('Please call Stella Burke at Ashgrove Tools ($35k) by Fri, Nov 27.')
  const nothing = letter([line('do', say('do.nothing-fine')), line('ask', say('ask.best-plain'))], '')
  expect(nothing.body).toContain('There’s nothing you need to prepare for Mon, Nov 23.')
  expect(nothing.body).toContain('One question I’d like your view on:')
})

it('rewords only templates that there are, with the same places', () => {
  const places = (template: string) => [...template.matchAll(/\{(\w+)/gu)].map(([, place]) => place)
  for (const [id, own] of Object.entries({ ...letterWords, ...topicWords })) {
    expect(Object.keys(templates)).toContain(id)
    const known = places(templates[id as keyof typeof templates])
    for (const place of places(own)) expect({ id, known }).toEqual({ id, known: expect.arrayContaining([place]) })
  }
})
