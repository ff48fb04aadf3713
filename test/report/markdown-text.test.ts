import * as fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { escapeCell, escapeMarkdown } from '../../src/report/markdown/markdown-text.ts'

// What stands in a cell stays text wherever a report puts it.

const dialect = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }

function parse(markdown: string): Nodes {
  return fromMarkdown(markdown, dialect)
}

/** Kinds of nodes in a document, and the text that a reader sees. */
function read(node: Nodes): { kinds: string[]; text: string } {
  if ('value' in node) return { kinds: [node.type], text: node.value }
  const children = 'children' in node ? node.children.map(read) : []
  return {
    kinds: [node.type, ...children.flatMap(({ kinds }) => kinds)],
    text: children.map(({ text }) => text).join(''),
  }
}

const places = [
  { name: 'a paragraph', put: escapeMarkdown, kinds: ['paragraph', 'root'] },
  { name: 'a heading', put: (text: string) => `## ${escapeMarkdown(text)}`, kinds: ['heading', 'root'] },
  {
    name: 'a list',
    put: (text: string) => `- ${escapeMarkdown(text)}`,
    kinds: ['list', 'listItem', 'paragraph', 'root'],
  },
  { name: 'a quote', put: (text: string) => `> ${escapeMarkdown(text)}`, kinds: ['blockquote', 'paragraph', 'root'] },
  { name: 'bold', put: (text: string) => `**x ${escapeMarkdown(text)} x**`, kinds: ['paragraph', 'root', 'strong'] },
  {
    name: 'a table',
    put: (text: string) => `| a | b |\n| --- | --- |\n| ${escapeCell(text)} | c |`,
    kinds: ['root', 'table', 'tableCell', 'tableRow'],
  },
] as const

/** What a reader should see: spaces as one, no controls. */
function plain(text: string): string {
  return text.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim()
}

const marks = fc.constantFrom(
  ...Array.from('\\`*_[](){}|~#<>!&;:=+-.@$ "\'^/0a1b'),
  'http://',
  'www.',
  '&lt;',
  '&#35;',
  '```',
  '\n',
  '\t',
  '**',
)
const nasty = fc.array(marks, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''))

describe.each(places)('in $name', ({ name, put, kinds }) => {
  it('any text is that text and no mark', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
        fc.pre(plain(text) !== '')
        const seen = read(parse(put(text)))
        const known = new Set<string>([...kinds, 'text', 'inlineCode'])
        expect(seen.kinds.filter((kind) => !known.has(kind))).toEqual([])
        const table = name === 'a table' ? [`ab${plain(text)}c`, `ab${plain(text).replaceAll('|', '¦')}c`] : []
        const said = name === 'bold' ? [`x ${plain(text)} x`] : [plain(text), ...table]
        const bars = (of: string) => (name === 'a table' ? of.replaceAll('¦', '|') : of)
        expect(said.map(bars)).toContain(bars(seen.text))
      }),
      { numRuns: 120 },
    )
  })
})

describe('what is live without a mark', () => {
  it.each([
    ['call @here today', 'call `@here` today'],
    ['mail a@evil.example', 'mail `a@evil.example`'],
    ['see https://evil.example/x, soon', 'see `https://evil.example/x`, soon'],
    ['Booking.com renewal', '`Booking.com` renewal'],
    ['like #12 and GH-7', 'like `#12` and `GH-7`'],
    [':octocat: wins', '`:octocat:` wins'],
    ['since deadbeef1', 'since `deadbeef1`'],
    ['1.9 a week at $18k, e.g. St. Gallen', '1.9 a week at $18k, e.g. St. Gallen'],
    ['AT&T snake_case_name', 'AT&T snake_case_name'],
    ['1. not a list', String.raw`1\. not a list`],
  ])('%s', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected)
  })
})
