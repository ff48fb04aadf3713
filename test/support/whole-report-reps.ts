import { date, list, name, number, text } from '../../src/language/sentence.ts'
import type { DealEntry, Line, Report } from '../../src/report/content/document.ts'
import { day } from './exports.ts'

import { TODAY, count, line, rate, said, sum, type Cell, type Deal } from './whole-report-kit.ts'

// The sheets of two reps: one with everything on it, and one who needs nothing.

export function repSheet(cell: Cell, deal: Deal): Report['sheets'][number] {
  const entry = (called: string, due: string, amount: number, reason: string, question: string): DealEntry => ({
    id: `D-${called.length}`,
    name: cell(called),
    due: day(due),
    isOverdue: day(due) < TODAY,
    amount: sum(amount),
    reasons: [said(reason), said('“{words}”, no date', { words: text(cell('waiting')) })],
    question: said(question, { person: name(cell('Mila Holmberg')) }),
  })
  return {
    kind: 'rep',
    id: 'rep-1',
    name: cell('Marcus Bell'),
    blocks: [
      {
        kind: 'head',
        title: said('{name}', { name: name(cell('Marcus Bell')) }),
        aside: said('{min} min · {n} open, {sum}', { min: number(20), n: count(23), sum: sum(909_000, 23) }),
        facts: [
          said('Q4 {won} of {goal}', { won: sum(69_000, 3), goal: sum(180_000, 0) }),
          said('wins {r:both}', { r: rate(7, 77) }),
          said('{n} new in 4 weeks', { n: count(11) }),
        ],
      },
      { kind: 'lines', lines: coreLines(cell, deal) },
      {
        kind: 'deals',
        title: said('Deals to discuss, by due date'),
        entries: [
          entry('Summerfield Glass', '2026-11-09', 73_000, '11 days overdue', 'What did {person} say about timing?'),
          entry('Kestrel Chemicals', '2026-12-21', 32_000, 'at Proposal', 'Which day does {person} decide?'),
        ],
        rest: said('{n} more due by {day}, {sum}.', {
          n: count(7),
          day: date(day('2026-12-01')),
          sum: sum(412_000, 7),
        }),
      },
      {
        kind: 'lines',
        lines: [
          line('leave', 'Leave', '{deal} ({a}): decision meeting on {day}.', {
            deal: deal('Northwind Cold Chain'),
            a: sum(64_000),
            day: date(day('2026-12-07')),
          }),
          line('kept', 'Kept', '{r:of} next steps dated for last week.', { r: rate(20, 20) }),
          line('well-done', 'Well done', 'Won {deal}.', { deal: deal('Cresthaven Breweries') }),
          line('clean-up', 'Clean up', 'No amount: {deal}.', { deal: deal('Marlowe Metals') }),
        ],
      },
      {
        kind: 'blanks',
        fields: [
          { label: 'Agreed', hasDay: true },
          { label: 'I will', hasDay: true },
        ],
      },
    ],
  }
}

function coreLines(cell: Cell, deal: Deal): readonly Line[] {
  return [
    line('do', 'Do', 'Go through the last {n:word} lost proposals by {day:action}: {deals}.', {
      n: number(2),
      day: date(day('2026-11-27')),
      deals: list([said('{deal}', { deal: deal('Arden Textiles') }), said('{deal}', { deal: deal('Ridgeline Labs') })]),
    }),
    {
      ...line('why', 'Why', 'Deals are lost late: of {n} at Proposal {m} were won.', { n: count(35), m: count(6) }),
      picture: {
        kind: 'moves',
        today: TODAY,
        deals: [
          {
            name: cell('Cedarway Furniture'),
            amount: sum(74_000),
            moved: 3,
            dates: ['2026-09-25', '2026-10-16', '2026-10-30', '2026-12-24'].map(day),
          },
          {
            name: cell('Sable Tools'),
            amount: undefined,
            moved: 2,
            dates: ['2026-10-15', '2026-11-15', '2026-12-18'].map(day),
          },
        ],
      },
    },
    line('ask', 'Ask', '{deal} ({a}) was lost on {day}. What did they choose instead?', {
      deal: deal('Arden Textiles'),
      a: sum(41_000),
      day: date(day('2026-11-11')),
    }),
    line('goal', 'Q4', 'Out of reach: needs {share} of the {sum} due.', {
      share: { kind: 'share', part: 111, whole: 289 },
      sum: sum(289_000, 9),
    }),
  ]
}

export function quietSheet(cell: Cell): Report['sheets'][number] {
  return {
    kind: 'rep',
    id: 'rep-2',
    name: cell('Priya Natarajan'),
    blocks: [
      {
        kind: 'head',
        title: said('{name}', { name: name(cell('Priya Natarajan')) }),
        aside: said('{min} min', { min: number(5) }),
        facts: [],
      },
      { kind: 'lines', lines: [line('do', 'Do', 'Nothing. The goal is hit and no deal needs the meeting.')] },
      {
        kind: 'blanks',
        fields: [
          { label: 'Agreed', hasDay: true },
          { label: 'I will', hasDay: true },
        ],
      },
    ],
  }
}
