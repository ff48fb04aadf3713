import { describe, expect, it } from 'vitest'
import { run } from '../support/run.ts'

// A team without goals, in which nothing stronger was found: what the quarter’s difference is made of, and whom it hangs on.

/** Five reps; in Q4 two of them win little, and one has most of what is due. */
function deals(wonByAdaAndBen: number): string {
  const rows: string[] = []
  const won = (owner: string, day: string, amount: number) =>
    rows.push(`W${rows.length},Customer ${rows.length},${owner},Closed Won,${amount},2026-05-01,${day}`)
  for (const owner of ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'])
    for (const [at, day] of ['2026-07-20', '2026-08-03', '2026-08-12'].entries()) {
      won(owner, day, 40_000)
      const isLess = (owner === 'Ada' || owner === 'Ben') && at >= wonByAdaAndBen
      if (!isLess) won(owner, day.replace('-07-', '-10-').replace('-08-', '-11-'), 40_000)
    }
  for (let at = 0; at < 6; at++) rows.push(`O${at},Large ${at},Eve,Proposal,90000,2026-10-0${at + 1},2026-12-1${at}`)
  for (const owner of ['Ada', 'Ben', 'Cleo', 'Dan'])
    rows.push(`P${owner},Small ${owner},${owner},Proposal,20000,2026-10-05,2026-12-10`)
  return ['Id,Name,Owner,Stage,Amount,Created,Close Date', ...rows].join('\n')
}

async function screen(file: string): Promise<string> {
  const { stdout } = await run(['-', '--as-of', '2026-11-20', '--no-config', '--no-history'], { stdin: file })
  return (stdout.split(/^─+$/mu, 1)[0] ?? '').replaceAll(/\s+/gu, ' ')
}

describe('the points of a team without goals', () => {
  it('say who explains a fall, with the others beside them', async () => {
    expect(await screen(deals(0))).toContain(
      'Two reps explain the fall. Ada and Ben won $0, after $240k; the other three won $360k, after $360k.',
    )
  })

  it('say nothing of a change that hardly is one', async () => {
    expect(await screen(deals(3))).not.toMatch(/explains? the/u)
  })

  it('say on whom the quarter hangs, with what they have won', async () => {
    expect(await screen(deals(3))).toContain(
      'The quarter hangs on Eve. Eve has $540k of the $620k due by Dec 31, in six deals, and has won $120k in Q4.',
    )
  })
})
