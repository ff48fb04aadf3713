import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { parse, type DefaultTreeAdapterMap } from 'parse5'

// Reads a report back, whatever it was written in.

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
