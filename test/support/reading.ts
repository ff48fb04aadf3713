import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { parse, type DefaultTreeAdapterMap } from 'parse5'

// Reads a report back, whatever it was written in: each rep's name, how much they have open, what to do, and the deals
// with their reasons and questions.

export interface ReadPage {
  readonly name: string
  readonly size: string
  readonly oneThing: string | undefined
  readonly deals: readonly string[]
}

/** What is open, in the line below a rep's name. The team's says how many deals, and is not a rep's. */
const SIZE = /^(?:\d+ min · )?\d+ open(?:, [^·]*[^· ])?(?= ·|$)/

function sizeIn(line: string): string | undefined {
  return SIZE.exec(flat(line))?.[0]
}

const flat = (text: string) => text.replaceAll(/[\s\u00A0]+/g, ' ').trim()

const dialect = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }

export function markdownTree(markdown: string): Nodes {
  return fromMarkdown(markdown, dialect)
}

/** What a reader sees of a node. */
export function seenText(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(seenText).join('') : ''
}

/** The kinds of nodes in a document. */
export function kindsOf(node: Nodes): readonly string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kindsOf) : [])]
}

export function readMarkdown(tree: Nodes): readonly ReadPage[] {
  const blocks = 'children' in tree ? tree.children : []
  return sections(blocks, (block) => block.type === 'heading').flatMap(([name, facts, ...rest]) => {
    const size = facts === undefined ? undefined : sizeIn(seenText(facts))
    if (name === undefined || size === undefined) return []
    const thing = rest.map((block) => seenText(block)).find((text) => text.includes('[!IMPORTANT]'))
    const listed = rest.flatMap((block) => (block.type === 'list' ? block.children : []))
    // A deal is an item to tick off that begins with its day, and asks something.
    const deals = listed.filter((item) => item.checked === false && kindsOf(item).includes('emphasis'))
    return [
      {
        name: seenText(name),
        size,
        oneThing: thing === undefined ? undefined : flat(thing).replace('[!IMPORTANT] Do ', ''),
        deals: deals.map((item) => {
          const [paragraph] = item.children
          const [bold, ...after] = paragraph?.type === 'paragraph' ? paragraph.children : []
          const head = bold === undefined ? '' : seenText(bold)
          return flat(`${head.replace(/^[^·]* · /, '')}: ${after.map(seenText).join(' ')}`)
        }),
      },
    ]
  })
}

function sections<T>(items: readonly T[], isStart: (item: T) => boolean): T[][] {
  const found: T[][] = []
  for (const item of items) {
    if (isStart(item)) found.push([item])
    else found.at(-1)?.push(item)
  }
  return found
}

type HtmlNode = DefaultTreeAdapterMap['node']
export type HtmlElement = DefaultTreeAdapterMap['element']

/** Every element of a page. */
export function elementsOf(html: string): readonly HtmlElement[] {
  return below(parse(html))
}

/** The elements of a kind inside another. */
export function elementsIn(element: HtmlElement | undefined, tag: string): readonly HtmlElement[] {
  return element === undefined ? [] : below(element).filter(({ tagName }) => tagName === tag)
}

function below(node: HtmlNode): readonly HtmlElement[] {
  const own = 'tagName' in node ? [node] : []
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(below) : [])]
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? ''
}

export function textOf(node: HtmlNode | undefined): string {
  if (node === undefined) return ''
  if (node.nodeName === '#text' && 'value' in node) return node.value.replaceAll(/\s+/g, ' ')
  return 'childNodes' in node ? node.childNodes.map(textOf).join('').trim() : ''
}

function isOf(element: HtmlElement, tag: string, className = ''): boolean {
  return element.tagName === tag && (className === '' || attribute(element, 'class').split(' ').includes(className))
}

export function readHtml(html: string): readonly ReadPage[] {
  return elementsOf(html)
    .filter((element) => isOf(element, 'section', 'rep'))
    .map((section) => {
      const inside = below(section)
      const first = (tag: string, className = '') => inside.find((element) => isOf(element, tag, className))
      const thing = first('div', 'do')
      return {
        name: textOf(first('h1') ?? first('h2')),
        size: sizeIn(textOf(first('p', 'meta'))) ?? '',
        oneThing: thing === undefined ? undefined : flat(seenIn(elementsIn(thing, 'dd')[0])),
        deals: inside
          .filter((element) => isOf(element, 'table', 'deals'))
          .flatMap((table) => elementsIn(table, 'tr'))
          .map((row) => {
            const part = (className: string) =>
              flat(seenIn(below(row).find((element) => attribute(element, 'class') === className)))
            const [name] = elementsIn(row, 'b')
            const amount = part('amount')
            return flat(`${flat(seenIn(name))}${amount && `, ${amount}`}: ${part('why')} ${part('question')}`)
          }),
      }
    })
}

/** The text of an element with the spaces between its parts. */
function seenIn(node: HtmlNode | undefined): string {
  if (node === undefined) return ''
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(seenIn).join('') : ''
}

/** The HTML of a mail has no classes: its pages are told by their headings. */
export function readMailHtml(html: string): readonly ReadPage[] {
  const shown = elementsOf(html).filter(({ tagName }) => ['h1', 'h2', 'h3', 'p'].includes(tagName))
  return sections(shown, ({ tagName }) => tagName === 'h1' || tagName === 'h2').flatMap(([name, facts, ...rest]) => {
    const size = sizeIn(seenIn(facts))
    if (size === undefined) return []
    const thing = rest.findIndex((element) => flat(seenIn(element)) === 'Do')
    const heading = rest.findIndex((element) => element.tagName === 'h3')
    const deals = heading < 0 ? [] : rest.slice(heading + 1)
    return [
      {
        name: textOf(name),
        size,
        oneThing: thing < 0 ? undefined : flat(seenIn(rest[thing + 1])),
        // A day, the customer in bold, and what is asked, in a paragraph of its own.
        deals: deals.flatMap((element, at) => {
          if (!element.childNodes.some((child) => child.nodeName === 'b' && below(child).some(isName))) return []
          const question = deals[at + 1]
          const asks = question !== undefined && elementsIn(question, 'i').length > 0 ? seenIn(question) : ''
          return /^[^·]{1,12} · /.test(seenIn(element))
            ? [flat(`${seenIn(element).replace(/^[^·]* · /, '')} ${asks}`)]
            : []
        }),
      },
    ]
  })
}

const isName = ({ tagName }: HtmlElement) => tagName === 'bdi'

/** The text, wide enough that no line is broken. Names stand in capitals. */
export function readText(text: string): readonly ReadPage[] {
  return text
    .split(/^─+$/m)
    .map((page) => page.trim().split('\n'))
    .flatMap(([first = '', ...lines]) => {
      const [, name, facts = ''] = /^(\S.*?) {2,}(.*)$/.exec(first) ?? []
      const size = sizeIn(facts)
      if (name === undefined || size === undefined) return []
      const thing = lines.find((line) => line.startsWith('DO '))
      return [
        {
          name,
          size,
          oneThing: thing?.replace(/^DO +/, ''),
          deals: lines.flatMap((line, at) => {
            const [, deal] = /^\p{Lu}\p{Ll}+ \d+(?:, \d{4})? +(\S.*)$/u.exec(line) ?? []
            if (deal === undefined) return []
            const question = lines[at + 1] ?? ''
            return [flat(`${deal} ${question.startsWith(' ') ? question : ''}`)]
          }),
        },
      ]
    })
}
