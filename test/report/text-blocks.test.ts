import { Chalk } from 'chalk'
import { describe, expect, it } from 'vitest'
import { fill } from '../../src/language/fill.ts'
import * as say from '../../src/language/sentence.ts'
import type { Said } from '../../src/language/sentence.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { Block, Report } from '../../src/report/content/document.ts'
import { Lines } from '../../src/report/text/lines.ts'
import { TextWriter } from '../../src/report/text/text-blocks.ts'
import { parseIsoDate } from '../../src/time/plain-date.ts'

const day = (iso: string) => {
  const date = parseIsoDate(iso)
  if (date === undefined) throw new Error(iso)
  return date
}
const words = wordsFor(day('2026-11-20'), 'USD')
const said = (template: string, slots: say.Slots = {}): Said => ({ template: 'test', words: template, slots })
const deals = [
  { id: 'a', amount: 49_000 },
  { id: 'b', amount: 20_000 },
]

describe('a sentence', () => {
  it('is filled with counts, sums, rates, shares and lists, each in the form its place asks for', () => {
    const one = said('{n:Word} open {n?deal|deals} ({worth}), {rate:both}, needs {need}: {who}.', {
      n: say.count(deals),
      worth: say.sum(deals),
      rate: say.rate(deals.slice(1), deals),
      need: say.share(38, 100),
      who: say.list([said('{a}', { a: say.name('Ann') }), said('{a}', { a: say.name('Bo, Jr.') })]),
    })
    expect(fill(one, words).replaceAll('\u00A0', '')).toBe(
      'Two open deals ($69k), 50%, 1 of 2, needs 38%: Ann; Bo, Jr..',
    )
  })

  it('says one deal, calls people by their first name and names months', () => {
    const one = said('{n:word} {n?deal|deals}, {who:first}, {when:month}, ask {whom:first} {total}', {
      n: say.count(deals.slice(1)),
      who: say.name('Karim Vega'),
      whom: say.text('“follow up”'),
      when: say.date(day('2027-01-14')),
      total: { kind: 'sum', amount: 4_544_000, ids: [] },
    })
    const all = { ...one, words: one.words.replace('{total}', '{total:total}, {n:Word}, {seven}') }
    expect(fill({ ...all, slots: { ...all.slots, seven: say.number(7) } }, words)).toBe(
      'one deal, Karim, January, ask “follow up” $4.54M, One, 7',
    )
  })

  it('does not take a name for a place', () => {
    expect(fill(said('{who}', { who: say.name('{n}') }), words)).toBe('{n}')
  })
})

describe('blocks as text', () => {
  const write = (blocks: Report['appendix'], width = 80) => {
    const lines = new Lines({ width, paint: new Chalk({ level: 0 }) })
    const writer = new TextWriter(lines, words, '')
    for (const block of blocks) writer.write(block)
    return lines.toString()
  }

  it('hang behind their label, and deals stand by due date with their question below', () => {
    const page = write([
      {
        kind: 'head',
        title: said('MARCUS BELL'),
        aside: said('20 min · 23 open, $909k'),
        facts: [said('Q4 $69k of $180k')],
      },
      {
        kind: 'lines',
        lines: [
          {
            id: 'do',
            label: 'DO',
            said: [said('Go through the last five lost proposals by Fri 27 Nov: Arden Textiles, Ridgeline Labs.')],
          },
        ],
      },
      {
        kind: 'deals',
        title: said('Deals to discuss, by due date'),
        entries: [
          {
            id: '1',
            name: 'Summerfield Glass',
            due: day('2026-11-09'),
            isOverdue: true,
            amount: say.sum([{ id: '1', amount: 73_000 }]),
            reasons: [said('11 days overdue'), said('next step 2 Dec')],
            question: said('What did Mila Holmberg say?'),
          },
        ],
        rest: said('7 more due by May 19, $412k'),
      },
      { kind: 'sentences', title: said('And'), items: [[said('One.'), said('Two.')]] },
      {
        kind: 'blanks',
        fields: [
          { label: 'AGREED', hasDay: true },
          { label: 'I WILL', hasDay: true },
        ],
      },
    ])
    expect(page.split('\n')).toEqual([
      'MARCUS BELL                                              20 min · 23 open, $909k',
      'Q4 $69k of $180k',
      '',
      'DO        Go through the last five lost proposals by Fri 27 Nov: Arden Textiles,',
      '          Ridgeline Labs.',
      '',
      'Nov 9     Summerfield Glass, $73k: 11 days overdue; next step 2 Dec',
      '          What did Mila Holmberg say?',
      '          7 more due by May 19, $412k',
      '',
      'And',
      'One. Two.',
      'AGREED    __________________ by ______   I WILL _____________________ by ______',
      '',
    ])
  })

  it('leaves out the least needed columns of a table that is too wide, and cuts a long name', () => {
    const cell = (text: string) => said('{t}', { t: say.text(text) })
    const table: Block = {
      kind: 'table',
      id: 'reps',
      columns: [
        { id: 'rep', title: '', isNumber: false, need: 9 },
        { id: 'won', title: 'Q4 won', isNumber: true, need: 8 },
        { id: 'new', title: 'New', isNumber: true, need: 1 },
      ],
      rows: [
        { kind: 'rep', cells: [cell('Bartholomew Featherstonehaugh'), cell('$69k'), cell('11')] },
        { kind: 'title', cells: [cell('THANK')] },
        { kind: 'total', cells: [cell('Team'), cell('$823k'), undefined] },
      ],
      notes: [said('New: opened in four weeks.')],
    }
    expect(write([table], 22).split('\n').slice(0, 5)).toEqual([
      '                Q4 won',
      'Bartholomew Fe…   $69k',
      'THANK',
      'Team             $823k',
      'New: opened in four',
    ])
    expect(write([table], 60)).toContain('Team                            $823k    –')
  })

  it('numbers the points of a team', () => {
    expect(
      write([{ kind: 'points', points: [{ said: [said('One.'), said('More.')] }, { said: [said('Two.')] }] }]),
    ).toBe('1   One. More.\n2   Two.\n')
  })

  it('opens a fold where it is asked to write it', () => {
    expect(
      write([
        {
          kind: 'fold',
          title: said('All reps'),
          blocks: [{ kind: 'sentences', title: undefined, items: [[said('x')]] }],
        },
      ]),
    ).toBe('ALL REPS\n\nx\n')
  })
})
