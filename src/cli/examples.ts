/** A command as one types it, and what it is for. */
type Example = readonly [command: string, purpose: string]

/** By command. A test reads each as the program would. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  '': [
    ['pipeline-coach opportunities.csv', 'the agenda for every rep'],
    ['pipeline-coach exports/ --rep "Dana Whitfield"', 'one rep, from a folder of exports'],
    ['pipeline-coach inspect opportunities.csv', 'what was recognised in the file'],
    ['pipeline-coach demo', 'see it work on a sample team'],
  ],
  review: [
    ['pipeline-coach opportunities.csv --previous last-week.csv', 'and what changed since'],
    ['pipeline-coach exports/ -o agenda.json', 'every finding, for a program'],
    ['pipeline-coach exports/ --max-age 3d --quiet-if-empty', 'from cron'],
    ['zcat deals.csv.gz | pipeline-coach - --as-of 2026-11-20', 'from a pipe, on that day'],
  ],
  demo: [
    ['pipeline-coach demo --rep "Priya Natarajan"', 'the page of one rep'],
    ['pipeline-coach demo | less', 'page by page'],
  ],
  init: [
    ['pipeline-coach init exports/', 'asks what the exports do not tell'],
    ['pipeline-coach init exports/ --yes', 'asks nothing'],
  ],
  meet: [
    ['pipeline-coach meet exports/ --history .pipeline-coach', 'in the meeting'],
    ['pipeline-coach meet exports/ --rep "Dana Whitfield" -o summary.md', 'one rep, and a summary to paste'],
  ],
  inspect: [
    ['pipeline-coach inspect exports/', 'every file of a folder'],
    ['pipeline-coach inspect deals.csv --set columns.owner="Account Exec"', 'with a column named'],
  ],
  why: [
    ['pipeline-coach why "98 of 282" exports/', 'the deals that were won, then the others'],
    ['pipeline-coach why "overdue 6 deals" --history .pipeline-coach', 'of the last review that was kept'],
    ['pipeline-coach why "$184k" exports/ --format csv', 'for a spreadsheet'],
  ],
  backtest: [
    ['pipeline-coach backtest exports/', 'which warnings came true, from one export with its dates'],
    ['pipeline-coach backtest week-2026-*/', 'from the exports of several weeks'],
    ['pipeline-coach backtest --history .pipeline-coach', 'from what the reviews really said'],
    ['pipeline-coach backtest exports/ --horizon 60 -o backtest.html', 'won within sixty days; a page to show'],
  ],
  rules: [['pipeline-coach rules explain stale-deal', 'why it asks, and its options']],
  'rules list': [['pipeline-coach rules list --config team.yaml', 'with what a config switched off']],
  'rules explain': [['pipeline-coach rules explain stale-deal', 'why it asks, and its options']],
  'rules check': [['pipeline-coach rules check ./our-rule.mjs', 'does it say what its examples expect?']],
  commitments: [['pipeline-coach commitments', 'what is open, and what was missed']],
  'commitments list': [['pipeline-coach commitments list --rep "Dana Whitfield" --all', 'all of hers']],
  'commitments add': [
    ['pipeline-coach commitments add "Add the CFO" --rep "Dana Whitfield" --by 2026-11-27 --deal 006A', 'of a deal'],
  ],
  'commitments done': [['pipeline-coach commitments done c3', 'where no export shows it']],
  'commitments drop': [['pipeline-coach commitments drop c3 c4', 'no longer wanted']],
  dismissals: [['pipeline-coach dismissals', 'what is put aside, why, and until when']],
  'dismissals list': [['pipeline-coach dismissals list --all', 'those that have ended too']],
  'dismissals undo': [['pipeline-coach dismissals undo k7m2', 'the next review speaks about it again']],
  history: [['pipeline-coach history --history .pipeline-coach', 'which reviews there are']],
  'history list': [['pipeline-coach history list --format json', 'for a program']],
  'history show': [['pipeline-coach history show 2026-11-13', 'what that review saw and said']],
  'history prune': [['pipeline-coach history prune --keep 26 --yes', 'half a year of weeks']],
  completion: [
    ['source <(pipeline-coach completion bash)', 'in ~/.bashrc'],
    ['source <(pipeline-coach completion zsh)', 'in ~/.zshrc, after compinit'],
    ['pipeline-coach completion fish | source', 'in ~/.config/fish/config.fish'],
  ],
}

/** What stands below the help of a command. */
export function examplesText(path: string): string {
  const examples = EXAMPLES[path] ?? []
  const width = Math.max(...examples.map(([command]) => command.length))
  const lines = examples.map(([command, purpose]) => `  ${command.padEnd(width)}  ${purpose}\n`)
  return `\n${examples.length === 1 ? 'Example' : 'Examples'}:\n${lines.join('')}`
}
