// Creation: against a standard, beside the median rep, and of whole teams.
import { daysAgo, each, weekly, type PlantedFinding, type PlantedRep, type PlantedTeam } from './team.ts'

/** One a week for the half-year before. */
const BEFORE = weekly([...each(0, 12), ...each(1, 19)])

const rep = (name: string, weeks: readonly number[], ...says: PlantedFinding[]): PlantedRep => ({
  rep: name,
  deals: [...weekly(weeks), ...BEFORE],
  says,
})

const nothingNew = (severity: PlantedFinding['severity'], weeks: number, expected: number): PlantedFinding => ({
  rule: 'no-new-opportunities',
  severity,
  evidence: { weeks, expected },
})

const below = (severity: PlantedFinding['severity'], created: number, expected: number): PlantedFinding => ({
  rule: 'creation-below-standard',
  severity,
  evidence: { created, expected },
})

const bursts = (created: number, inBestTwo: number): PlantedFinding => ({
  rule: 'sporadic-prospecting',
  severity: 'medium',
  evidence: { created, inBestTwo, emptyWeeks: 6 },
})

const standard: PlantedTeam = {
  name: 'creation-standard',
  about: 'One new opportunity a week is the standard: creation, silence and bursts, one deal and one day either side.',
  config: ['standards:', '  newOpportunities: { perWeek: 1 }'],
  reps: [
    rep('Steady', each(1, 12)),
    rep('Three of four', [1, 1, 1, 0, ...each(1, 8)]),
    rep('Two of four', [1, 1, 0, 0, ...each(1, 8)], below('medium', 2, 4)),
    rep('One of four', [1, 0, 0, 0, ...each(1, 8)], below('high', 1, 4)),
    rep('One silent week', [0, ...each(1, 11)], nothingNew('low', 1, 1)),
    // Below the standard too; the louder one speaks alone.
    rep('Two silent weeks', [0, 0, ...each(1, 10)], nothingNew('medium', 2, 2)),
    rep('Three silent weeks', [0, 0, 0, ...each(1, 9)], nothingNew('high', 3, 3)),
    { rep: 'Six days ago', deals: [{ created: daysAgo(6) }, ...weekly([0, ...each(1, 11)]), ...BEFORE] },
    {
      rep: 'Seven days ago',
      deals: [{ created: daysAgo(7) }, ...weekly([0, 0, ...each(1, 10)]), ...BEFORE],
      // With those of weeks 2 and 3 it is three of four.
      says: [nothingNew('low', 1, 1)],
    },
    rep('Two bursts', [1, 4, 4, 0, 0, 0, 0, 0, 0, 1, 1, 1], bursts(12, 8)),
    rep('Bursts with five empty weeks', [1, 4, 4, 0, 0, 0, 0, 0, 1, 1, 1, 1]),
    rep('Bursts of eleven', [1, 4, 3, 0, 0, 0, 0, 0, 0, 1, 1, 1]),
    rep('Bursts of seven in twelve', [1, 4, 3, 0, 0, 0, 0, 0, 0, 2, 1, 1]),
    rep('Bursts of nine in fifteen', [2, 5, 4, 0, 0, 0, 0, 0, 0, 1, 1, 2], bursts(15, 9)),
  ],
}

/** Two a week for weeks 4 to 29, and so many a week since. */
const usual = (name: string, recent: readonly number[], ...says: PlantedFinding[]): PlantedRep => ({
  rep: name,
  deals: weekly([...recent, ...each(2, 27)]),
  says,
})

const slower = (name: string, level: string, middle: readonly number[], ...says: PlantedFinding[]): PlantedRep => ({
  rep: name,
  level,
  deals: weekly([2, 2, 2, 2, ...middle, ...each(2, 19)]),
  says,
})

const median: PlantedTeam = {
  name: 'creation-median',
  about:
    'No standard: the median rep creates two a week, eight in four weeks. Four of them are unlikely by chance, five are ' +
    'not. Senior reps beside the 24 that the others usually create in twelve weeks.',
  config: ['cadence: weekly'],
  reps: [
    ...['Ann', 'Bea', 'Cem', 'Dov', 'Eva', 'Fay'].map((peer) => usual(`${peer} Usual`, [2, 2, 2, 2])),
    usual('Five of eight', [2, 1, 1, 1]),
    usual('Four of eight', [1, 1, 1, 1], below('medium', 4, 8)),
    usual('Three of eight', [1, 1, 1, 0], below('high', 3, 8)),
    slower('Senior with twelve', 'Senior', [1, 1, 1, 1, 0, 0, 0, 0]),
    slower('Senior with eleven', 'Senior', [1, 1, 1, 0, 0, 0, 0, 0], {
      rule: 'senior-rep-not-prospecting',
      severity: 'medium',
      evidence: { created: 11, others: 24 },
    }),
    slower('Mid with eleven', 'Mid', [1, 1, 1, 0, 0, 0, 0, 0]),
  ],
}

/** Five a week for weeks 4 to 30, and so many in the last four. */
const led = (manager: string, recent: readonly number[], ...says: PlantedFinding[]): PlantedRep => ({
  rep: `${manager}’s rep`,
  manager,
  deals: weekly([...recent, ...each(5, 27)]),
  says,
})

const hole = (manager: string | null, severity: 'medium' | 'high', created: number, expected: number) => ({
  rule: 'creation-hole',
  severity,
  manager,
  evidence: { created, expected },
})

const holes: PlantedTeam = {
  name: 'creation-hole',
  about: 'Twenty in four weeks are usual under each manager: twelve of them are sixty per cent, eight forty.',
  config: ['cadence: weekly'],
  reps: [
    led('Twelve', [3, 3, 3, 3], below('medium', 12, 20)),
    led('Eleven', [3, 3, 3, 2], below('medium', 11, 20)),
    led('Eight', [2, 2, 2, 2], below('high', 8, 20)),
    led('Seven', [2, 2, 2, 1], below('high', 7, 20)),
  ],
  saysOf: [
    hole('Eleven', 'medium', 11, 20),
    hole('Eight', 'medium', 8, 20),
    hole('Seven', 'high', 7, 20),
    hole(null, 'medium', 38, 80),
  ],
}

export const creationTeams = [standard, median, holes]
