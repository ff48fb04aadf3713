// The long run behind the limits of the insights: `npm run insight-rates -- 50 [INSIGHT]`.
import { isFound, noiseTeam, PLANTED } from './rates.ts'

const [seeds = '50', only] = process.argv.slice(2)
const count = Number(seeds)
const numbers = Array.from({ length: count }, (_, seed) => seed + 1)
const print = (line: string) => process.stdout.write(`${line}\n`)

if (only !== 'noise')
  for (const planted of PLANTED.filter(({ insight }) => only === undefined || insight === only)) {
    const found = numbers.filter((seed) => isFound(planted, seed)).length
    print(`${planted.insight}: found in ${found} of ${count} teams with the effect`)
  }

if (only === undefined || only === 'noise') {
  const said = new Map<string, number>()
  let any = 0
  for (const seed of numbers) {
    const claims = [...noiseTeam(seed)]
    if (claims.length > 0) any++
    for (const insight of claims) said.set(insight, (said.get(insight) ?? 0) + 1)
  }
  print(`noise with twenty columns: any claim in ${any} of ${count} teams`)
  for (const [insight, teams] of said) print(`  ${insight}: ${teams}`)
}
