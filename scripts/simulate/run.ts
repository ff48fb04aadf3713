import { alike, different, PACES, SIZES, type Different } from './simulate.ts'

// npm run simulate [teams]: every cell of the two tables in docs/verdicts.md. Takes some minutes at 200 teams a cell.

const teams = Number(process.argv[2] ?? 200)
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

console.log(`Identical reps, ${teams} teams a cell. Limits: teams 10 %, ever 10 %, changes 0.5`)
for (const reps of SIZES)
  for (const perWeek of PACES) {
    const cell = alike(reps, perWeek, teams)
    console.log(
      `${String(reps).padStart(3)} reps · ${perWeek} a week: teams ${percent(cell.teams)} · ever ${percent(cell.ever)} with a history, ` +
        `${percent(cell.everWithout)} without · ${cell.changes.toFixed(2)} changes`,
    )
  }

console.log(
  'One rep who differs. Limits: half the win rate 80 %, a third of creation 90 %; other cells 85 % of the best test',
)
for (const reps of SIZES) {
  show(different({ reps, perWeek: 60 / 50, winRate: 0.5, outcome: 'winning', share: 0.5 }, teams))
  show(different({ reps, perWeek: 120 / 48, winRate: 0.3, outcome: 'winning', share: 0.5 }, teams))
  for (const perWeek of PACES) {
    show(different({ reps, perWeek, winRate: 0.3, outcome: 'winning', share: 0.5 }, teams))
    show(different({ reps, perWeek, winRate: 0.3, outcome: 'creation', share: 1 / 3 }, teams))
  }
}

function show({ reps, perWeek, winRate, outcome, share, counts, found, best }: Different): void {
  console.log(
    `${String(reps).padStart(3)} reps · ${perWeek.toFixed(1)} a week · ${percent(winRate)} won · ${outcome} × ${share.toFixed(2)} ` +
      `(${counts.toFixed(0)}): found ${percent(found)} · best test ${percent(best)} · ratio ${(found / best).toFixed(2)}`,
  )
}
