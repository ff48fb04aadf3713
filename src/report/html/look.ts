import { narrow } from './look-narrow.ts'
import { paper } from './look-paper.ts'

/** The look of the page. Every pair of colors has a contrast of 4.5 or more, in both schemes; a test computes it. */
export const look = `
:root {
  color-scheme: light dark;
  --desk: #f6f4ef; --sheet: #fffefb; --ink: #1c2429; --soft: #566169; --line: #e3ded3; --fill: #c3cecc;
  --accent: #14615a; --hot: #b1491b; --tint: #eef3f1; --good: #2f6f45;
  --sans: "Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "P052", Georgia, "Liberation Serif", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --desk: #12171a; --sheet: #191f23; --ink: #e7e5df; --soft: #a0abb1; --line: #2d363b; --fill: #42525a;
    --accent: #6fc6b8; --hot: #f09a68; --tint: #1f292c; --good: #83c999;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--desk); color: var(--ink); font: 16px/1.5 var(--sans);
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
main { max-width: 1080px; margin: 0 auto; padding: 32px 24px 64px; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: 36px 40px; margin: 0 0 28px; }
h1, h2, h3, p, dl, dd, ul, ol { margin: 0; padding: 0; font-weight: inherit; }
h1, .team h2, .notice h2 { font: 600 34px/1.15 var(--serif); letter-spacing: -.01em; }
h2 { font: 600 28px/1.2 var(--serif); }
h3, dt, .label, caption { font: 700 13px/1.5 var(--sans); color: var(--accent); text-align: left; }
b { font-weight: 600; }
h1::first-letter { text-transform: uppercase; }
.kicker { font-size: 12px; letter-spacing: .14em; text-transform: uppercase; color: var(--accent); font-weight: 600; margin-bottom: 6px; }
.meta { color: var(--soft); font-size: 15px; margin-top: 6px; }
.meta span { white-space: nowrap; }
.note { color: var(--soft); font-size: 13px; margin-top: 8px; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
svg { display: block; width: 100%; overflow: visible; font: 600 13px/1 var(--sans); }
svg text { fill: var(--ink); }

.rep .head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 2px 16px; }
.facts { list-style: none; display: flex; flex-wrap: wrap; gap: 6px 34px; padding: 12px 0 18px; border-bottom: 1px solid var(--line); font-size: 15px; color: var(--soft); }
.facts .lead { font: 600 20px/1.2 var(--serif); color: var(--ink); }
.first { margin: 20px 0 0; padding: 12px 16px; border-left: 4px solid var(--hot); background: var(--tint); border-radius: 0 4px 4px 0; font-size: 15px; }
.first h3 { color: var(--hot); }

.period { margin: 24px 0 28px; font-size: 17px; color: var(--soft); }
.period .lead { font: 600 40px/1.1 var(--serif); color: var(--ink); }
.period b { color: var(--ink); }
.progress { height: 60px; margin-top: 10px; }
.progress .all, .reached .all { fill: var(--line); }
.progress .part, .reached .part { fill: var(--accent); }
.progress .inside { fill: var(--sheet); }
.progress .tick { stroke: var(--ink); stroke-width: 2; }
.progress .below { fill: var(--soft); font-weight: 400; }

.points { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 28px; padding: 26px 0; border: solid var(--line); border-width: 1px 0; }
.points li { display: flex; flex-direction: column; font-size: 15px; }
.points h3 { font: 600 18px/1.3 var(--serif); color: var(--ink); margin-bottom: 6px; }
.points h3 span { color: var(--accent); margin-right: 4px; }
.points .bars { margin-top: auto; padding-top: 14px; }
.bars { font-size: 13px; line-height: 1.2; }
.bars .over { color: var(--soft); margin: 8px 0 0; }
.bar { display: grid; grid-template-columns: 104px 1fr; gap: 8px; align-items: center; margin: 5px 0; }
.bar > span { color: var(--soft); }
.bar svg { height: 13px; }
.bar rect { fill: var(--fill); }
.bar .from { stroke: var(--soft); }
.bar.hot rect { fill: var(--hot); }
.bar.hot text { fill: var(--hot); }
.bar.of { font-size: 12px; margin-top: 0; }
.bar.of > span { padding-left: 10px; }
.bar.of svg { height: 8px; font-size: 12px; }
.large .bars { max-width: 560px; padding-top: 8px; }
.large .bar { margin: 3px 0; }

table { border-collapse: collapse; width: 100%; }
caption { padding: 10px 0 6px; }
.figures { margin-top: 26px; font-size: 15px; }
.figures th, .figures td { padding: 9px 8px; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
.figures thead th { font-size: 12px; font-weight: 600; color: var(--soft); letter-spacing: .02em; padding-top: 0; }
.figures th.who { text-align: left; padding-left: 0; font-weight: 600; white-space: normal; min-width: 8em; }
.figures .words { text-align: left; padding-left: 22px; font-weight: 500; white-space: normal; overflow-wrap: break-word; min-width: 8.5em; }
.figures thead .words { font-weight: 600; }
.figures td.empty { color: var(--soft); }
.figures .title th { text-align: left; padding: 16px 0 6px; font-weight: 700; font-size: 13px; color: var(--accent); }
.reached { display: inline-block; vertical-align: middle; width: 96px; height: 9px; margin-right: 4px; overflow: hidden; border-radius: 2px; }
.reached + span { display: inline-block; min-width: 4.4em; }
.bad .reached .part { fill: var(--hot); }
.good .reached .part { fill: var(--good); }
.figures tfoot th, .figures tfoot td { font-weight: 400; color: var(--soft); }
.figures tfoot .total th, .figures tfoot .total td { font-weight: 600; color: var(--ink); border-bottom: 0; }

.lines > div { display: grid; gap: 0 16px; }
.lines p + p { margin-top: 6px; }
.large { grid-template-columns: 78px 1fr; padding: 13px 0; }
.large dt { padding-top: 2px; }
.do { background: var(--tint); margin: 16px -16px 4px; padding: 14px 16px 14px 12px; border-left: 4px solid var(--accent); border-radius: 0 4px 4px 0; }
.do p { font: 600 18px/1.4 var(--serif); }
.do b, .ask b { font-weight: inherit; }
.ask p { font: italic 18px/1.45 var(--serif); }
.do dt, .ask dt { padding-top: 4px; }
.small { grid-template-columns: 78px 1fr; padding: 4px 0; font-size: 15px; }
.small dt { padding-top: 1px; }
.team .lines { margin-top: 22px; border-top: 1px solid var(--line); }
.team .lines > div { grid-template-columns: 130px 1fr; padding: 9px 0; border-bottom: 1px solid var(--line); }
.team .lines > div:last-child { border-bottom: 0; padding-bottom: 0; }
.deals + .lines, .rep .note + .lines { margin-top: 8px; }

.moves { margin-top: 12px; }
.move { display: grid; grid-template-columns: 200px 1fr 56px; gap: 14px; align-items: center; font-size: 14px; color: var(--soft); }
.move b { color: var(--ink); }
.move svg { height: 34px; border-bottom: 1px solid var(--line); font-size: 12px; }
.move .times { text-align: right; font-weight: 600; color: var(--ink); }
.move.axis { font-size: 12px; }
.move.axis svg { height: 20px; border: 0; font-weight: 400; }
.move.axis text, .move text.was { fill: var(--soft); font-weight: 400; }
.move.axis .times { color: var(--soft); font-weight: 400; }
.move text.is { fill: var(--hot); }
.move .track { stroke: var(--fill); stroke-width: 2; }
.move circle.was { fill: var(--sheet); stroke: var(--soft); stroke-width: 2; }
.move circle.is { fill: var(--hot); }
.move .today { stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 4 3; }

.deals { margin-top: 14px; font-size: 15px; }
.deals tbody { border-top: 1px solid var(--line); }
.deals td { vertical-align: top; padding: 9px 12px 9px 0; border-bottom: 1px solid var(--line); line-height: 1.4; }
.deals .due { width: 94px; white-space: nowrap; color: var(--soft); }
.deals .late { color: var(--hot); font-weight: 600; }
.deals .deal { width: 43%; }
.deals .why { color: var(--soft); }
.deals .question { font: italic 16px/1.4 var(--serif); padding-right: 0; }

.blanks { list-style: none; margin-top: 16px; display: grid; gap: 14px; }
.blanks li { display: flex; align-items: flex-end; gap: 10px; font-size: 13px; font-weight: 700; color: var(--accent); }
.blanks span:first-child { width: 84px; }
.blanks i { flex: 1; border-bottom: 1px solid var(--soft); height: 22px; }
.blanks .day { flex: 0 0 130px; }
.sentences { margin-top: 18px; font-size: 15px; }
.sentences p { margin-top: 4px; }
details { margin-top: 18px; }
details:first-child { margin-top: 0; }
summary { font: 600 18px/1.4 var(--serif); cursor: pointer; }
details .figures { font-size: 14px; }
${narrow}${paper}`
