import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { parse, type DefaultTreeAdapterMap } from 'parse5'

// Reads a report back, whatever it was written in: each rep's name, their one thing, the deals on their page, its size.

export interface ReadPage {
  readonly name: string
  readonly size: string
  readonly oneThing: string | undefined
  readonly deals: readonly string[]
}

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
  return sections(blocks, (block) => block.type === 'heading' && block.depth === 2)
    .filter(([, size]) => size !== undefined && / about \d+ min$/.test(seenText(size)))
    .map(([name, size, ...rest]) => {
      const quote = rest.find(({ type }) => type === 'blockquote')
      const [thing] = quote !== undefined && 'children' in quote ? quote.children : []
      const at = rest.findIndex((block) => block.type === 'heading' && seenText(block).includes('Deals worth the time'))
      const end = rest.findIndex((block, index) => index > at && block.type === 'heading')
      const deals = at < 0 ? [] : rest.slice(at + 1, end)
      return {
        name: name === undefined ? '' : seenText(name),
        size: size === undefined ? '' : seenText(size),
        oneThing: thing === undefined ? undefined : seenText(thing).replace('The one thing: ', ''),
        deals: deals.flatMap((block) => {
          const [first] = block.type === 'paragraph' ? block.children : []
          const bold = first?.type === 'strong' ? seenText(first) : ''
          return bold === '' || /(?::|^Still an opportunity\?)$/.test(bold) ? [] : [bold]
        }),
      }
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
    .filter((element) => isOf(element, 'section', 'page') && attribute(element, 'id').startsWith('rep-'))
    .map((section) => {
      const inside = below(section)
      const thing = inside.find((element) => isOf(element, 'p', 'action'))
      return {
        name: textOf(inside.find((element) => element.tagName === 'h2')),
        size: textOf(inside.find((element) => isOf(element, 'p', 'size'))),
        oneThing: thing === undefined ? undefined : textOf(thing),
        deals: inside
          .filter((element) => isOf(element, 'div', 'deal'))
          .map((deal) => textOf(below(deal).find(({ tagName }) => tagName === 'bdi'))),
      }
    })
}

/** The HTML of a mail has no classes: its pages are told by their headings. */
export function readMailHtml(html: string): readonly ReadPage[] {
  const shown = elementsOf(html).filter(({ tagName }) => ['h2', 'h3', 'p'].includes(tagName))
  return sections(shown, ({ tagName }) => tagName === 'h2')
    .filter(([, size]) => / about \d+ min$/.test(textOf(size)))
    .map(([name, size, ...rest]) => {
      const thing = rest.findIndex((element) => textOf(element) === 'THE ONE THING')
      return {
        name: textOf(name),
        size: textOf(size),
        oneThing: thing < 0 ? undefined : textOf(rest[thing + 1]),
        deals: rest
          .filter((element) => attribute(element, 'style').includes('padding-top:6px'))
          .map((deal) => textOf(deal.childNodes.find(({ nodeName }) => nodeName === 'b'))),
      }
    })
}

/** The text, wide enough that no line is broken. */
export function readText(text: string): readonly ReadPage[] {
  return text
    .split(/^─+$/m)
    .map((page) => page.trim().split('\n'))
    .flatMap(([first = '', ...lines]) => {
      const [, name, size] = /^(.+?) {2,}(\d+ open.* about \d+ min)$/.exec(first) ?? []
      if (name === undefined || size === undefined) return []
      const thing = lines.find((line) => line.includes('THE ONE THING'))
      const deals = lines.filter((line) => /^ {5}\S.* · .* · /.test(line))
      return [
        {
          name,
          size,
          oneThing: thing?.replace(/^ *THE ONE THING */, ''),
          deals: deals.map((line) => line.trim().split(' · ')[0] ?? ''),
        },
      ]
    })
}
