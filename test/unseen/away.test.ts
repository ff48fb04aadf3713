import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../support/run.ts'

const DEALS = [
  'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date,Last Activity',
  ...['Ana Ruiz', 'Ben Cole', 'Cara Voss'].flatMap((rep) =>
    [0, 1, 2].map(
      (at) =>
        `${rep} ${at},${rep.slice(0, 3)} ${at},${rep},Proposal,20000,2026-09-2${at},2026-12-0${8 + at},${rep === 'Cara Voss' ? '2026-10-09' : '2026-11-18'}`,
    ),
  ),
]

async function pageOf(to: string): Promise<string> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  writeFileSync(path.join(cwd, 'deals.csv'), `${DEALS.join('\n')}\n`)
  writeFileSync(path.join(cwd, 'pc.yaml'), `closed:\n  - { from: 2026-10-12, to: ${to}, reps: ["Cara Voss"] }\n`)
  const args = ['review', 'deals.csv', '--as-of', '2026-11-20', '--config', 'pc.yaml', '--no-history']
  const { stdout } = await run(args, { cwd })
  return stdout.slice(stdout.indexOf('CARA VOSS')).split('─────')[0] ?? ''
}

describe('a rep who is on leave', () => {
  it('is away until the day that the config says, and nothing is due from her before', async () => {
    const page = await pageOf('2026-12-11')
    expect(page).toMatch(/Nothing\. Away until Dec 11\./u)
    expect(page).toMatch(/Who looks after Car 0 \(\$20k\) until Dec 11\?/u)
    expect(page).not.toMatch(/has left|Nov 27|CLEAN UP/u)
  })

  it('has a page as usual where she is back for the meeting', async () => {
    expect(await pageOf('2026-11-20')).not.toMatch(/Away/u)
  })
})
