/** The look of the page. Every pair of colours has a contrast of 4.5 or more, in both schemes; a test computes it. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --desk: #f4f5f7; --ink: #1b1f24; --soft: #56606b; --line: #d8dde3; --wash: #f1f4f8;
  --accent: #1f5c9e; --pale: #a9c6e6; --high: #a8261c; --medium: #855300; --good: #1e6b3c; --old: #f7ecd8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1f24; --desk: #121519; --ink: #e7eaee; --soft: #a4aeb9; --line: #363d46; --wash: #23292f;
    --accent: #7fb3ea; --pale: #35597f; --high: #ff9c92; --medium: #e6b65c; --good: #7ccb98; --old: #352c1b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--desk); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
main, .top, .foot { max-width: 1120px; margin: 0 auto; padding: 0 16px; }
.top { padding-top: 32px; padding-bottom: 20px; }
h1, h2, h3, h4, p, ul, ol, figure, table { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
.top p, .size, figcaption, .facts, .note { color: var(--soft); }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 24px 16px; margin: 0 0 20px; }
h2 { font-size: 1.375rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
h3 { font-size: 1rem; line-height: 1.35; font-weight: 650; margin: 28px 0 8px; padding-top: 12px; border-top: 1px solid var(--line); }
h3 .no { color: var(--soft); font-weight: 500; margin-right: 6px; }
h3 .rest { color: var(--soft); font-weight: 400; }
h4 { font-size: .9375rem; line-height: 1.35; font-weight: 650; }
p + p, ul + p, p + ul { margin-top: 8px; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
.head { display: flex; flex-wrap: wrap; gap: 2px 16px; align-items: baseline; justify-content: space-between; }
.size, .number, .chart, .weeks { font-variant-numeric: tabular-nums; }
.cause { margin-top: 6px; max-width: 85ch; }
.cause b { font-weight: 650; }
.cause .producing { color: var(--good); }
.cause .below { color: var(--medium); }
.thing { background: var(--wash); border-left: 4px solid var(--accent); border-radius: 0 8px 8px 0; padding: 14px 16px; margin: 16px 0 0; }
.thing .over { font-size: .75rem; letter-spacing: .08em; font-weight: 650; color: var(--accent); text-transform: uppercase; }
.thing .action { font-size: 1.1875rem; line-height: 1.35; font-weight: 650; margin-top: 2px; }
.thing p { max-width: 85ch; }
.thing .why { color: var(--soft); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 24px 32px; margin-top: 24px; }
figure { min-width: 0; }
figcaption { font-size: .8125rem; line-height: 1.45; margin-top: 6px; max-width: 62ch; }
.chart { display: block; width: 100%; height: auto; margin-top: 10px; max-width: 420px; overflow: visible; }
.chart.wide { max-width: 1000px; display: none; }
.chart text { font-size: 12px; fill: var(--soft); font-family: inherit; }
.chart .ink { fill: var(--ink); }
.chart .strong { fill: var(--ink); font-weight: 650; }
.chart .corner { font-style: italic; }
.bar { fill: var(--pale); } .bar .now { fill: var(--accent); }
.chart .value, .chart .rank { text-anchor: middle; } .chart .end { text-anchor: end; }
.axis, .grid { stroke: var(--line); stroke-width: 1; }
.lead { stroke: var(--soft); stroke-width: .75; }
.mark { stroke: var(--medium); stroke-width: 1.5; stroke-dasharray: 4 3; }
.goal-mark { stroke: var(--ink); stroke-width: 2; }
.old { fill: var(--old); }
.dot { fill: var(--pale); stroke: var(--accent); stroke-width: 1; }
.dot.hollow { fill: var(--paper); stroke: var(--soft); }
.dot.chosen { fill: var(--accent); stroke: var(--paper); stroke-width: 1.5; }
.chart .rank { fill: var(--paper); font-size: 11px; font-weight: 650; }
.gap { stroke: var(--paper); stroke-width: 4; }
.won { fill: var(--accent); } .expected { fill: var(--pale); }
.missing { fill: var(--paper); stroke: var(--medium); stroke-width: 1.5; stroke-dasharray: 4 3; }
.rep-producing { fill: var(--accent); stroke: var(--paper); }
.rep-below { fill: var(--medium); stroke: var(--paper); }
.rep-open { fill: var(--paper); stroke: var(--soft); stroke-width: 2; }
.one figcaption { max-width: none; }
.item { display: inline-block; margin-right: 14px; }
.key { display: inline-block; width: 12px; height: 12px; border-radius: 3px; vertical-align: -1px; margin-right: 4px; }
.mark-key { height: 0; width: 16px; border-radius: 0; border-top: 2px dashed var(--medium); vertical-align: 4px; }
.old-key { background: var(--old); box-shadow: inset 0 0 0 1px var(--line); }
.won-key { background: var(--accent); } .expected-key { background: var(--pale); }
.missing-key { border: 1.5px dashed var(--medium); }
.producing-key, .below-key, .open-key { border-radius: 50%; }
.producing-key { background: var(--accent); } .below-key { background: var(--medium); }
.open-key { border: 2px solid var(--soft); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px; margin-top: 20px; padding: 0; list-style: none; }
.tiles li { border: 1px solid var(--line); border-radius: 8px; padding: 12px 14px; }
.tiles b { display: block; font-size: 1.625rem; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
.tiles span { color: var(--soft); font-size: .8125rem; line-height: 1.35; display: block; }
table { border-collapse: collapse; width: 100%; margin-top: 20px; font-size: .9375rem; line-height: 1.4; }
th { text-align: left; color: var(--soft); font-weight: 500; font-size: .8125rem; vertical-align: bottom; }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); }
td { vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; white-space: nowrap; }
.name { font-weight: 550; }
.glance { font-size: .875rem; }
.glance .name { min-width: 8.5rem; }
.glance .thing-cell { min-width: 13rem; }
.halo, .chart .value { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.weeks { width: auto; margin-top: 0; }
.glance td:not(.name) { overflow-wrap: break-word; }
.glance th, .weeks th, .weeks td:first-child, .tiles b { overflow-wrap: normal; }
.weeks td, .weeks th { padding: 4px 16px 4px 0; border: 0; vertical-align: middle; }
.strip { display: block; }
.only-wide, .only-full { display: none; }
.under { display: block; color: var(--soft); font-weight: 400; font-size: .8125rem; }
ul.plain { list-style: none; padding: 0; }
ul.plain > li { padding: 3px 0; max-width: 90ch; }
.tag { display: inline-block; min-width: 4.75em; font-size: .8125rem; color: var(--soft); margin-right: 6px; }
.tag.high, .tag.missed { color: var(--high); font-weight: 650; } .tag.kept { color: var(--good); font-weight: 650; } .tag.medium { color: var(--medium); font-weight: 650; }
.ask { padding-left: 14px; border-left: 2px solid var(--pale); margin-top: 6px; }
.ask .tag { min-width: 0; color: var(--accent); font-weight: 650; }
.deal { margin-top: 16px; } .deals + p { margin-top: 16px; }
.deal h4 .no { display: inline-block; min-width: 1.5em; height: 1.5em; line-height: 1.5em; text-align: center; border-radius: 50%; background: var(--accent); color: var(--paper); font-size: .75rem; margin-right: 8px; }
.facts { font-size: .9375rem; }
.lines { list-style: none; padding: 0; margin-top: 4px; }
.lines li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px; padding: 10px 0 0; }
.lines span { flex: 1 1 160px; border-bottom: 1px solid var(--soft); min-height: 1.6em; }
.lines .by { display: flex; align-items: baseline; gap: 12px; flex: 0 1 150px; }
.lines .by span { flex-basis: 90px; }
.note { font-size: .875rem; margin-top: 8px; max-width: 90ch; }
.note + .note { margin-top: 4px; }
.first-note { max-width: none; margin-top: 20px; padding-top: 12px; border-top: 1px solid var(--line); }
.common { font-weight: 550; max-width: 85ch; margin-top: 8px; }
.foot { padding-bottom: 40px; }
@media (max-width: 380px) {
  .weeks td, .weeks th { padding-right: 10px; }
}
@media (min-width: 760px) {
  main, .top, .foot { padding-left: 24px; padding-right: 24px; }
  .top { padding-top: 48px; padding-bottom: 24px; }
  section { padding: 32px 36px; margin-bottom: 28px; }
  h1 { font-size: 2.125rem; }
  h2 { font-size: 1.5rem; }
  .only-wide { display: table-cell; }
  .only-narrow { display: none; }
  .chart.wide { display: block; }
  .chart.narrow { display: none; }
}
@media (min-width: 1100px) {
  .only-full { display: table-cell; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --desk: #ffffff; --ink: #000000; --soft: #444c55; --line: #c9ced4; --wash: #f4f6f9;
    --accent: #1f5c9e; --pale: #a9c6e6; --high: #a8261c; --medium: #855300; --good: #1e6b3c; --old: #f7ecd8;
  }
  @page { size: A4; margin: 8mm 13mm; }
  html { font-size: 10.2px; }
  body { font-size: 1rem; line-height: 1.34; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main, .top, .foot { max-width: none; padding: 0; }
  .top { padding-bottom: 8px; display: flex; justify-content: space-between; align-items: baseline; } h1 { font-size: 1.9rem; }
  .cause, .thing p, .common, .note, ul.plain > li { max-width: none; }
  section { border: 0; border-radius: 0; padding: 0; margin: 0 0 12px; }
  section.page { break-before: page; }
  h3 { margin: 6px 0 3px; padding-top: 4px; break-after: avoid; }
  .thing { padding: 6px 12px; margin-top: 6px; } .thing .action { font-size: 1.1rem; }
  .only-wide, .only-full { display: table-cell; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 28px; }
  .pair .only-wide { display: none; }
  .deals { display: grid; grid-template-columns: repeat(auto-fit, minmax(30%, 1fr)); gap: 0 18px; }
  .weeks td { padding-top: 1px; padding-bottom: 1px; }
  p + p, ul + p, p + ul { margin-top: 3px; }
  .lines { display: flex; gap: 24px; margin-top: 0; } .lines li { flex: 1 1 50%; padding-top: 2px; } .lines span { flex-basis: 60px; } .lines .by { flex-basis: 76px; } .lines .by span { flex-basis: 50px; }
  .strip { height: 16px; } .glance .name { min-width: 9.5rem; }
  .first-note { margin-top: 8px; padding-top: 4px; } .note { margin-top: 3px; }
  .tiles { margin-top: 6px; grid-template-columns: repeat(4, 1fr); } .tiles li { padding: 6px 10px; }
  .figures { grid-template-columns: repeat(3, 1fr); gap: 12px 20px; margin-top: 6px; }
  .figures.one, .few .figures { grid-template-columns: 1fr; }
  .few { display: grid; grid-template-columns: 1fr 1fr; gap: 0 28px; }
  .chart { margin-top: 4px; max-width: none; } .chart.wide { display: block; } .chart.narrow { display: none; }
  .few .chart { max-width: 232px; } .few .chart.wide { display: none; } .few .chart.narrow { display: block; }
  section > .figures .chart text { font-size: 13px; }
  figure, tr, li, .thing, .lines, .together { break-inside: avoid; }
  th, td { padding-top: 3px; padding-bottom: 3px; }
  .deal { margin-top: 5px; break-inside: avoid; }
  ul.plain > li { padding: 1px 0; }
  .ask { margin-top: 2px; }
  .only-narrow { display: none; }
  table { margin-top: 6px; }
  a { color: inherit; }
}
`
