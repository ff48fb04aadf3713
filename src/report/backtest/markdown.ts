import { escapeCell, escapeMarkdown } from '../markdown/markdown-text.ts'
import { type BacktestPage, TIMES } from './sentences.ts'

/** For issues, chats and wikis. */
export function backtestMarkdown(page: BacktestPage, ascii = (text: string) => text): string {
  const text = (given: string) => escapeMarkdown(ascii(given))
  const cell = (given: string) => escapeCell(ascii(given))
  const lines = page.placebo === undefined ? page.rules : [...page.rules, page.placebo]
  const parts = [
    `# ${text(page.title)}`,
    ...page.facts.map(text),
    ...(lines.length === 0
      ? []
      : [
          [
            `| Warning | Verdict | ${cell(TIMES)} |`,
            '| --- | --- | --- |',
            ...lines.map(({ title, verdict, times }) => `| ${cell(title)} | ${cell(verdict)} | ${cell(times)} |`),
          ].join('\n'),
        ]),
    ...lines.map(({ title, said }) => `**${text(title)}.** ${text(said)}`),
    ...(page.notReplayed.length === 0 ? [] : ['## Cannot be replayed']),
    page.notReplayed
      .map(({ titles, remedy }) => `- To look back at these, ${text(remedy)}: ${text(titles.join(', '))}.`)
      .join('\n'),
    ...page.notes.map(text),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
