import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from './support/run.ts'
import { sharedData, sharedFile } from './support/shared-data.ts'

// The program's figures against a reading of the same file by other means: a split on commas (this file has no quoted
// cells), dates as JavaScript reads M/D/YYYY, and nothing of the project's own code.

const FILE = 'maven-crm/sales_pipeline.csv'
const AS_OF = Date.UTC(2017, 11, 31)
const DAY = 86_400_000

interface Deal {
  readonly agent: string
  readonly stage: string
  /** Days before as-of. */
  readonly created: number | undefined
  readonly closed: number | undefined
}

function daysBefore(cell: string | undefined): number | undefined {
  const [month, day, year] = (cell ?? '').split('/').map(Number)
  if (month === undefined || day === undefined || year === undefined) return undefined
  return (AS_OF - Date.UTC(year, month - 1, day)) / DAY
}

function readByHand(): Deal[] {
  const [, ...lines] = readFileSync(sharedFile(FILE), 'utf8').trim().split(/\r?\n/)
  return lines.map((line) => {
    const [, agent = '', , , stage = '', created, closed] = line.split(',')
    return { agent, stage, created: daysBefore(created), closed: daysBefore(closed) }
  })
}

function measuresByHand(deals: readonly Deal[]) {
  const inYear = (deal: Deal) => deal.closed !== undefined && deal.closed >= 0 && deal.closed < 365
  const weeks = Array.from(
    { length: 52 },
    (_, week) =>
      deals.filter(({ created }) => created !== undefined && created >= 0 && Math.floor(created / 7) === week).length,
  )
  const first = weeks.findIndex((count) => count > 0)
  return {
    openDeals: deals.filter(({ stage }) => stage === 'Engaging' || stage === 'Prospecting').length,
    newOpportunities: weeks[0],
    newByWeek: weeks.slice(0, 12),
    weeksWithoutNew: first < 0 ? 52 : first,
    won: deals.filter((deal) => deal.stage === 'Won' && inYear(deal)).length,
    lost: deals.filter((deal) => deal.stage === 'Lost' && inYear(deal)).length,
  }
}

describe.skipIf(sharedData === undefined)('the Maven export, as of 2017-12-31', () => {
  const review = (...args: string[]) => run([sharedFile(FILE), '--as-of', '2017-12-31', '--no-config', ...args])

  it('agrees with a reading by hand, rep by rep', async () => {
    const { code, stdout } = await review('--format', 'json')
    expect(code).toBe(0)
    const document = JSON.parse(stdout)
    expect(document.inputs[0].rows).toEqual({ read: 8800, used: 8800, rejected: 0, ignored: 0 })
    expect(document.inputs[0].crm).toBe('maven')
    const deals = readByHand()
    const agents = [...new Set(deals.map(({ agent }) => agent))].sort()
    expect(agents).toHaveLength(30)
    expect(document.reps.map((page: { rep: string }) => page.rep).sort()).toEqual(agents)
    for (const page of document.reps) {
      const expected = measuresByHand(deals.filter(({ agent }) => agent === page.rep))
      expect({ rep: page.rep, ...page.measures }).toMatchObject({ rep: page.rep, ...expected })
    }
  })

  it('prints a page for each of the thirty, and says what it could not check', async () => {
    const { code, stdout, stderr } = await review()
    expect(code).toBe(0)
    expect(stderr).toBe('')
    for (const agent of new Set(readByHand().map((deal) => deal.agent))) expect(stdout).toContain(`\n${agent} `)
    expect(stdout).toContain('1,196 wins after 1,257')
    expect(stdout).toContain('NOT CHECKED')
    expect(stdout).not.toContain('!')
  })

  it('adds the five who own no opportunity when the team file is given', async () => {
    const { stdout } = await run([
      sharedFile(FILE),
      sharedFile('maven-crm/sales_teams.csv'),
      '--as-of',
      '2017-12-31',
      '--format',
      'json',
    ])
    const document = JSON.parse(stdout)
    expect(document.reps).toHaveLength(35)
    const idle = document.reps.filter(
      (page: { measures: { newByWeek: number[]; openDeals: number; won: number } }) => page.measures.won === 0,
    )
    expect(idle.map((page: { rep: string }) => page.rep).sort()).toHaveLength(5)
  })

  it('counts none of those five in a share, and accuses nobody whose deals have no date', async () => {
    const files = [sharedFile(FILE), sharedFile('maven-crm/sales_teams.csv')]
    const flags = ['--as-of', '2017-12-31', '--no-config', '--format', 'json']
    const document = JSON.parse((await run([...files, ...flags])).stdout)
    expect(document.manager.team.inCommon[0]).toMatch(/^28 of 30 reps created no new business/u)
    const darcel = document.reps.find((page: { rep: string }) => page.rep === 'Darcel Schlecht')
    expect(['producing', 'cannot-tell']).toContain(darcel.diagnosis.cause)
    expect(darcel.diagnosis.because[0]).toMatch(/^\d+ new in \d+ weeks \(own usual \d+, the others \d+ each\)$/)
  })

  it('looks at an old day without looking ahead: what closed later was open then', async () => {
    const { stdout } = await run([sharedFile(FILE), '--as-of', '2017-06-30', '--format', 'json'])
    const document = JSON.parse(stdout)
    const then = Date.UTC(2017, 5, 30)
    const ahead = (AS_OF - then) / DAY
    const open = readByHand().filter(
      ({ created, closed }) =>
        // Deals without any date may be of a later day: they are left out, and said to be.
        created !== undefined && created >= ahead && (closed === undefined || closed < ahead),
    )
    expect(document.manager.team.openDeals).toBe(open.length)
  })
})
