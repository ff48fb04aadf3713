const BY_REP = ['default', 'levels', 'reps']
const QUALIFIED = ['stage', 'requires']

const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': [
    'columns',
    'dateOrder',
    'stages',
    'standards',
    'goals',
    'reps',
    'manager',
    'targets',
    'ignoreOwners',
    'words',
    'closed',
    'rules',
    'insights',
    'cadence',
    'meeting',
    'history',
    'mail',
    'timezone',
    'currency',
    'rates',
  ],
  stages: ['order', 'won', 'lost'],
  standards: ['newOpportunities', 'prospectingActivities', 'winRate', 'coverage'],
  'standards.newOpportunities': ['perWeek', 'qualified'],
  'standards.newOpportunities.perWeek': BY_REP,
  'standards.newOpportunities.qualified': [...QUALIFIED, ...BY_REP],
  'standards.newOpportunities.qualified.default': QUALIFIED,
  'standards.prospectingActivities': ['perWeek'],
  'standards.prospectingActivities.perWeek': BY_REP,
  'standards.winRate': BY_REP,
  'standards.coverage': BY_REP,
  goals: ['period', 'fiscalYearStart', 'perRep', 'levels', 'reps'],
  targets: ['accounts', 'segments'],
  words: ['renewal', 'deciding', 'ownSources', 'nonSelling'],
  meeting: ['minutesPerRep', 'maxDeals'],
  mail: ['from', 'to', 'subject'],
}

/** The keys that are known at a place in the config, to suggest the nearest. */
export function knownKeys(at: readonly PropertyKey[]): readonly string[] {
  if (at[0] === 'reps') return ['email', 'level', 'manager', 'startDate']
  if (at[0] === 'closed') return ['from', 'to', 'reps']
  return KEYS[at.map(String).join('.')] ?? []
}
