/** Every command, for who misspells one; a test holds the list to the command line. */
export const COMMANDS: readonly string[] = [
  'review',
  'demo',
  'init',
  'meet',
  'inspect',
  'why',
  'backtest',
  'rules',
  'commitments',
  'dismissals',
  'history',
  'completion',
  'help',
]

/** The commands below a command. */
export const BELOW: Readonly<Record<string, readonly string[]>> = {
  rules: ['list', 'explain', 'check', 'help'],
  commitments: ['list', 'add', 'done', 'drop', 'help'],
  dismissals: ['list', 'undo', 'help'],
  history: ['list', 'show', 'prune', 'help'],
}
