/** On paper, Letter or A4: a sheet for the team, and one for each rep. What is folded away stays at home. */
export const paper = `
@page { margin: 13mm; }
@media print {
  :root {
    --desk: #fff; --sheet: #fff; --ink: #111; --soft: #4d565c; --line: #d8d3c8; --fill: #c3cdcb;
    --accent: #14615a; --hot: #a84315; --tint: #f1f4f3; --good: #2f6f45;
  }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { font-size: 11.5px; line-height: 1.42; background: #fff; }
  main { max-width: none; padding: 0; }
  .sheet { border: 0; padding: 0; margin: 0; break-after: page; }
  .sheet:last-child, .sheet:has(+ .appendix) { break-after: auto; }
  .appendix, details { display: none; }
  h1, .team h2, .notice h2 { font-size: 24px; }
  h2 { font-size: 22px; }
  .kicker { font-size: 10px; margin-bottom: 3px; }
  h3, dt, .label, caption, .note, .blanks li { font-size: 10.5px; }
  .meta, .points li, .figures, .small, .deals, .facts, .first, .sentences { font-size: 11.5px; }
  .first { margin-top: 10px; padding: 8px 12px; }
  .period { font-size: 13px; margin: 12px 0 14px; }
  .period .lead { font-size: 28px; }
  .points { grid-template-columns: repeat(3, 1fr); gap: 18px; padding: 14px 0; }
  .points h3 { font-size: 14px; }
  .points .bars { padding-top: 8px; }
  svg { font-size: 10.5px; }
  .bars, .move.axis { font-size: 10.5px; }
  .bar { grid-template-columns: 80px 1fr; gap: 6px; margin: 3px 0; }
  .bar svg { height: 9px; }
  .bar.of, .bar.of svg { font-size: 10px; }
  .bar.of svg { height: 6px; }
  .figures { margin-top: 14px; }
  .figures th, .figures td { padding: 4px 5px; }
  .figures thead th { font-size: 10px; }
  .figures .words { padding-left: 14px; }
  .reached { width: 56px; height: 7px; }
  .team .lines { margin-top: 12px; }
  .team .lines > div { grid-template-columns: 90px 1fr; padding: 4px 0; }
  .facts { padding: 8px 0 10px; }
  .facts .lead { font-size: 16px; }
  .large { grid-template-columns: 60px 1fr; padding: 7px 0; }
  .lines > div { gap: 0 10px; }
  .do { margin: 10px 0 2px; padding: 9px 12px 9px 8px; grid-template-columns: 48px 1fr; }
  .do p, .ask p { font-size: 14px; }
  .small { grid-template-columns: 60px 1fr; padding: 2px 0; }
  .deals { margin-top: 8px; }
  .deals .due { width: 70px; }
  .deals td { padding: 6px 10px 6px 0; }
  .deals .question { font-size: 12.5px; }
  .moves { margin-top: 8px; }
  .move { grid-template-columns: 150px 1fr 44px; font-size: 11px; }
  .move svg { font-size: 10px; }
  .blanks span:first-child { width: 70px; }
  .blanks i { height: 26px; }
  a { text-decoration: none; }
  tr, .move, .blanks li, .lines > div, .points li { break-inside: avoid; }
}
`
