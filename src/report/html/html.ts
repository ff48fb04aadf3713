import { createHash } from 'node:crypto'
import type { Agenda } from '../../agenda/agenda.ts'
import { reportContent } from '../content/compose-content.ts'
import { html, Html, when } from './markup.ts'
import { list, repSection } from './rep-section.ts'
import { style } from './style.ts'
import { teamSection } from './team-section.ts'

/** The page may load and run nothing at all: its one style is known by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The agenda as one page that needs nothing else, to look at and to print: the team at a glance, then a page a rep. */
export function renderHtml(agenda: Agenda): string {
  const content = reportContent(agenda)
  // Whoever leads all comes first here, however large the team.
  const leaders = content.teams.toSorted((a, b) => Number(b.page.manager.isTop) - Number(a.page.manager.isTop))
  const teams = leaders.map((team, at) => teamSection(team, `team-${at + 1}`, agenda))
  const reps = content.reps.map((rep, at) => repSection(rep, at + 1, agenda.book))
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${content.title}</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <header class="top">
          <h1>${content.title}</h1>
          <p>${content.summary}</p>
        </header>
        <main>${teams}${reps}</main>
        ${when(
          content.notChecked.length > 0,
          () =>
            html`<footer class="foot">
              <section>
                <h2>Not checked, which is not “all clear”</h2>
                ${list(content.notChecked.map((line) => html`<li>${line}</li>`))}
              </section>
            </footer> `,
        )}
      </body>
    </html> `
  return `${page.toString().trimEnd()}\n`
}
