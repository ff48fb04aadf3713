import { createHash } from 'node:crypto'
import type { Agenda } from '../../agenda/agenda.ts'
import { BEFORE_THE_MEETING, DO_NOT_RELY_ON, READ_FIRST, type ReportContent } from '../content/content.ts'
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
          ${when(content.half === undefined, () => html`<p>${content.summary}</p>`)}
          ${content.readFirst.map((line) => html`<p><strong>${READ_FIRST}:</strong> ${line}</p>`)}
          ${content.unreliable.map((line) => html`<p><strong>${DO_NOT_RELY_ON}</strong> ${line}</p>`)}
        </header>
        <main>${halfPage(content)}${teams}${reps}</main>
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

/** Instead of all pages: where the export ends before the day that was asked for. */
function halfPage({ half }: ReportContent): Html | undefined {
  if (half === undefined) return undefined
  const { lead, table, because, todo, stood } = half
  return html`<section class="team">
    <p><strong>${lead}</strong></p>
    <table>
      <thead>
        <tr>
          ${table.head.map((cell) => html`<th>${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    <p>${because}</p>
    <h2>${BEFORE_THE_MEETING}</h2>
    <ol>
      ${todo.map((one) => html`<li>${one}</li>`)}
    </ol>
    <h2>${stood.title}</h2>
    ${stood.lines.map((text) => html`<p>${text}</p>`)}
  </section>`
}
