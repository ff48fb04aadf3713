import path from 'node:path'
import { activityTeams } from './activity.ts'
import { creationTeams } from './creation.ts'
import { filesOf } from './team.ts'
import { winningTeams } from './winning.ts'

/** Everything in fixtures/planted-reps, by path: a folder a team. */
export function plantedRepsFiles(): ReadonlyMap<string, string> {
  const teams = [...creationTeams, ...activityTeams, ...winningTeams]
  return new Map(
    teams.flatMap((team) =>
      [...filesOf(team)].map(([file, content]) => [path.join(team.name, file), content] as const),
    ),
  )
}
