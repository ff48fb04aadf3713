import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AgendaDocument } from '../../src/report/json/agenda-schema.ts'
import { projectFolder, run } from '../support/run.ts'

// Four weekly exports of a small team, reviewed one after the other through the commands. fixtures/four-weeks/README.md
// says what happens in them; `npx vitest -u test/history/four-weeks.test.ts` writes expected.txt anew.

const fixture = path.join(projectFolder, 'fixtures', 'four-weeks')
const COMMANDS = readFileSync(path.join(fixture, 'commands.txt'), 'utf8').trim().split('\n')
const DAYS = ['2026-10-30', '2026-11-06', '2026-11-13', '2026-11-20'] as const

let cwd: string
let screens: string
const weeks: AgendaDocument[] = []

function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1)
}

beforeAll(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  cpSync(fixture, cwd, { recursive: true })
  const shown: string[] = []
  for (const command of COMMANDS) {
    const args = words(command)
    const { code, stdout, stderr } = await run(args, { cwd })
    shown.push(`$ ${command}\n${stdout}${stderr === '' ? '' : `--- standard error\n${stderr}`}--- exit ${code}\n`)
    const [first = ''] = args
    if (!first.startsWith('week-')) continue
    const again = await run([...args, '--format', 'json'], { cwd })
    weeks.push(JSON.parse(again.stdout) as AgendaDocument)
  }
  screens = shown.join('\n')
})

function page(week: number, rep: string) {
  const found = weeks[week - 1]?.reps.find((candidate) => candidate.rep === rep)
  if (found === undefined) throw new Error(`${rep} has no page in week ${week}`)
  return found.sinceLastReview
}

function changes(week: number, rep: string) {
  return page(week, rep).changes.map(({ deal, change, from, to, reason }) =>
    [deal.name, change, from, to, reason].filter((part) => part !== null),
  )
}

function ages(rule: string, deal: string) {
  return weeks.map(({ findings }) => findings.find((one) => one.rule === rule && one.deal?.name === deal)?.age)
}

it('shows what a reader sees', async () => {
  await expect(screens).toMatchFileSnapshot(path.join(fixture, 'expected.txt'))
})

describe('every change, of every week', () => {
  it('the first has nothing to compare with', () => {
    expect(weeks.map(({ previousReview }) => previousReview)).toEqual([null, ...DAYS.slice(0, 3)])
    expect(changes(1, 'Dana Whitfield')).toEqual([])
  })

  it('Dana’s', () => {
    expect([2, 3, 4].map((week) => changes(week, 'Dana Whitfield'))).toEqual([
      [['Globex rollout', 'pushed', '2026-11-30', '2026-12-18']],
      [
        ['Globex rollout', 'pushed', '2026-12-18', '2027-01-15'],
        ['Hooli pilot', 'lost', 'Qualification', 'Closed Lost', 'No decision'],
      ],
      [],
    ])
  })

  it('Tom’s', () => {
    expect([2, 3, 4].map((week) => changes(week, 'Tom Okafor'))).toEqual([
      [
        ['Soylent portal', 'moved-back', 'Value Proposition', 'Qualification'],
        ['Wayne support', 'won', 'Negotiation/Review', 'Closed Won'],
      ],
      [['Vandelay imports', 'created', 'Prospecting']],
      [['Initech licences', 'amount-down', 40_000, 28_000]],
    ])
  })

  it('the team’s are all of them', () => {
    expect(weeks[2]?.manager.changes.map(({ deal }) => deal.name)).toEqual([
      'Globex rollout',
      'Hooli pilot',
      'Vandelay imports',
    ])
  })
})

describe('every age', () => {
  it('a deal silent for all four', () => {
    expect(ages('stale-deal', 'Umbrella audit')).toEqual([1, 2, 3, 4])
  })

  it('a deal pushed twice, which no single export shows', () => {
    expect(ages('close-date-pushed', 'Globex rollout')).toEqual([undefined, undefined, 1, 2])
    const pushed = weeks[2]?.findings.find(({ rule }) => rule === 'close-date-pushed')
    expect(pushed?.evidence).toMatchObject({ pushes: 2, firstPromised: '2026-11-30', nowPromised: '2027-01-15' })
  })

  it('one that ends', () => {
    expect(ages('single-threaded-champion', 'Northwind expansion')).toEqual([1, 2, 3, undefined])
  })
})

describe('every proof', () => {
  it('the contact that was promised is there in week four', () => {
    expect(page(4, 'Dana Whitfield').kept).toEqual([
      expect.objectContaining({
        text: 'Add the CFO',
        deal: { id: '006A01', name: 'Northwind expansion' },
        proof: 'cleared:single-threaded-champion',
        evidence: 'new since Nov 13: Ken Roth',
      }),
    ])
  })

  it('of two that were promised one was created: missed, and the next week again', () => {
    expect(page(3, 'Tom Okafor').missed).toMatchObject([
      { evidence: '1 of 2 created since Nov 6: Vandelay imports', timesMissed: 1 },
    ])
    expect(page(4, 'Tom Okafor').missed).toMatchObject([{ by: '2026-11-13', timesMissed: 2 }])
  })

  it('what was promised for a deal that is lost is moot, and told once', () => {
    expect(page(3, 'Dana Whitfield').moot).toMatchObject([{ evidence: 'the deal was lost on Nov 11' }])
    expect(page(4, 'Dana Whitfield').moot).toEqual([])
  })

  it('what is not due is open', () => {
    expect(page(4, 'Dana Whitfield').open).toMatchObject([{ by: '2026-11-27', evidence: 'no activity since Sep 25' }])
  })

  it('what no export can show is asked', () => {
    expect(weeks[3]?.manager.commitments.open).toMatchObject([
      { rep: 'manager', owedTo: 'Dana Whitfield', proof: null },
    ])
  })
})

describe('the folder', () => {
  it('holds a file a review and the log, for nobody else to read', () => {
    const folder = path.join(cwd, 'remembered')
    expect(readdirSync(path.join(folder, 'reviews'))).toEqual(DAYS.map((day) => `${day}.json`))
    expect(readFileSync(path.join(folder, 'log.ndjson'), 'utf8').trim().split('\n')).toHaveLength(5)
    const modes = ['', 'reviews', 'log.ndjson', 'reviews/2026-11-20.json'].map((name) =>
      (statSync(path.join(folder, name)).mode & 0o777).toString(8),
    )
    expect(modes).toEqual(['700', '700', '600', '600'])
  })

  it('has no byte changed by the same review, whatever of it is shown', async () => {
    const file = path.join(cwd, 'remembered', 'reviews', '2026-11-20.json')
    const [before, then] = [readFileSync(file, 'utf8'), statSync(file, { bigint: true })]
    for (const only of [[], ['--rep', 'Tom Okafor'], ['--format', 'json']]) {
      expect(await run(['week-4', '--as-of', '2026-11-20', ...only], { cwd })).toMatchObject({ code: 0, stderr: '' })
      expect(readFileSync(file, 'utf8')).toBe(before)
      expect(statSync(file, { bigint: true })).toMatchObject({ ino: then.ino, mtimeNs: then.mtimeNs })
    }
  })

  it('a review of an older day sees only what is older still', async () => {
    const { stdout } = await run(['week-3', '--as-of', '2026-11-13', '--format', 'json'], { cwd })
    const again = JSON.parse(stdout) as AgendaDocument
    expect(again.previousReview).toBe('2026-11-06')
    expect(again.manager.changes).toEqual(weeks[2]?.manager.changes)
    // What was agreed that day is known by now, and judged by the next export only.
    expect(again.manager.commitments.open).toMatchObject([{ evidence: 'agreed today' }])
  })

  it('--no-history looks at nothing and remembers nothing', async () => {
    const { stdout } = await run(['week-4', '--as-of', '2026-11-21', '--no-history', '--format', 'json'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({ previousReview: null })
    expect(readdirSync(path.join(cwd, 'remembered', 'reviews'))).toHaveLength(4)
  })

  it('--previous is the last review where the history has none as new', async () => {
    const args = ['week-4', '--as-of', '2026-11-20', '--previous', 'week-1', '--format', 'json', '--no-config']
    const { stdout } = await run([...args, '--history', 'other'], { cwd })
    const { reps } = JSON.parse(stdout) as AgendaDocument
    const told = reps.flatMap(({ sinceLastReview }) => sinceLastReview.changes.map(({ change }) => change))
    expect(told.sort()).toEqual(['amount-down', 'created', 'lost', 'moved-back', 'pushed', 'won'])
    expect(readdirSync(path.join(cwd, 'other', 'reviews'))).toEqual(['2026-11-20.json'])
  })
})
