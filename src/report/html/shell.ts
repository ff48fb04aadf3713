import { createHash } from 'node:crypto'
import { html, Html, type Value } from './markup.ts'

/** The page may load and run nothing at all: its one style is known by its hash. */
function policyFor(style: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** A page that needs nothing else, to look at and to print. */
export function htmlDocument({ title, style, body }: { title: string; style: string; body: Value }): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policyFor(style))}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `
  return `${page.toString().trimEnd()}\n`
}
