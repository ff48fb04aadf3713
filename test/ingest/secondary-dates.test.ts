import { expect, it } from 'vitest'
import { run } from '../support/run.ts'

// A column of dates that could be day-first or month-first refuses the file only where the review stands on it.

const REVIEW = ['-', '--as-of', '2026-11-20', '--no-config', '--no-history']
const HEADER = 'Id,Name,Owner,Stage,Amount,Created,Close Date,Last Activity'

function file(created: readonly string[], lastActivity: readonly string[]): string {
  const rows = created.map(
    (day, at) => `${at},Deal ${at},Ann,New,500,${day},2026-12-0${at + 1},${lastActivity[at] ?? ''}`,
  )
  return [HEADER, ...rows].join('\n')
}

it('is left out and said where it is the last activity', async () => {
  const deals = file(['2026-10-01', '2026-10-02'], ['03/04/2026', '05/06/2026'])
  const { code, stdout, stderr } = await run(REVIEW, { stdin: deals })
  expect(code).toBe(0)
  expect(stdout).toContain('2 open deals')
  expect(stderr).toContain('column “Last Activity”: its dates could be day-first or month-first (“03/04/2026”)')
  expect(stderr).toContain('--date-order dmy or --date-order mdy')
  const told = await run([...REVIEW, '--date-order', 'mdy'], { stdin: deals })
  expect(told.stderr).not.toContain('Last Activity')
})

it('refuses the file where it is the day of opening', async () => {
  const deals = file(['03/04/2026', '05/06/2026'], ['2026-11-01', '2026-11-02'])
  const { code, stderr } = await run(REVIEW, { stdin: deals })
  expect(code).toBe(2)
  expect(stderr).toContain('“Created”')
})
