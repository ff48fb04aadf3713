/** On a narrow screen: one column, and of a table each row as a few short lines. */
export const narrow = `
@media screen and (max-width: 1000px) {
  .figures { font-size: 14px; }
  .figures th, .figures td { padding: 9px 5px; }
  .figures .words { padding-left: 12px; }
  .reached { width: 44px; }
  .reached + span { min-width: 3.6em; }
}
@media screen and (max-width: 760px) {
  main { padding: 0; }
  .sheet { border: 0; border-radius: 0; border-bottom: 8px solid var(--desk); padding: 26px 18px; margin: 0; }
  h1, .team h2, .notice h2 { font-size: 28px; }
  .period .lead { font-size: 34px; }
  .points { grid-template-columns: 1fr; gap: 24px; }
  .figures thead { display: none; }
  .figures, .figures tbody, .figures tfoot, .figures caption { display: block; }
  .figures tr { display: flex; flex-wrap: wrap; gap: 2px 14px; padding: 12px 0; border-bottom: 1px solid var(--line); }
  .figures th, .figures td { display: block; border: 0; padding: 0; text-align: left; order: 4; font-size: 14px; }
  .figures th.who { order: 1; font-size: 15px; flex: 0 1 auto; min-width: 0; max-width: 60%; white-space: normal; }
  .figures td.words { order: 2; margin-left: auto; text-align: right; padding: 0; color: var(--accent); font-size: 15px; max-width: 40%; }
  .figures td.number::after { content: " " attr(data-title); color: var(--soft); }
  .figures td:has(.reached) { order: 3; flex: 1 0 100%; margin: 5px 0 3px; display: flex; align-items: center; gap: 4px; width: auto; }
  .figures td:has(.reached.none) { flex: 0 0 auto; order: 4; margin: 0; }
  .figures tr td.empty { display: none; }
  .reached { flex: 1; width: 0; margin: 0 6px 0 0; }
  .reached + span { min-width: 0; }
  .reached.none { display: none; }
  .lines > div, .team .lines > div { grid-template-columns: 1fr; }
  .do { margin: 14px -18px 4px; padding: 12px 18px 14px 14px; border-radius: 0; }
  .facts { gap: 4px 22px; }
  .move { grid-template-columns: 1fr 30px; gap: 4px; padding-top: 8px; }
  .move > span:first-child { grid-column: 1 / -1; }
  .move.axis > span:first-child { display: none; }
  .move.axis .times { visibility: hidden; }
  .deals, .deals caption, .deals tbody { display: block; }
  .deals tr { display: grid; grid-template-columns: 64px 1fr; border-bottom: 1px solid var(--line); padding: 10px 0; }
  .deals td, .deals .due, .deals .deal { display: block; border: 0; padding: 0; width: auto; }
  .deals .question { grid-column: 2; margin-top: 3px; }
  .blanks .day { flex: 0 0 70px; }
  .blanks span:first-child { width: 64px; }
}
`
