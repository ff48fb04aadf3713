import { describe, expect, it } from 'vitest'
import type { Agenda } from '../../src/agenda/agenda.ts'
import { printedPages } from '../../src/agenda/printed-pages.ts'
import { select } from '../../src/agenda/select.ts'
import { noSettings, nobodys, type Settings } from '../../src/book/settings.ts'
import { Problem } from '../../src/system/problem.ts'
import { composeReport } from '../../src/report/content/compose-report.ts'
import { agendaOfManagers, SELLERS } from './any-managers.ts'

// Who learns from whom, whose page it is, and what a rep may read.

const agenda = agendaOfManagers()

function pageOf({ pages }: Agenda, name: string) {
  const page = pages.find(({ rep }) => rep.name === name)
  if (page === undefined) throw new Error(`${name} has no page`)
  return page
}

const ALL = { reps: [], managers: [], teams: [], audience: 'manager' } as const

describe('everybody coaches', () => {
  it('whoever opens too little learns from whoever opens most under the same manager', () => {
    expect(pageOf(agenda, 'Ben').diagnosis.cause).toBe('too-little-activity')
    expect(pageOf(agenda, 'Ben').learnFrom).toMatchObject({ rep: 'Ana', on: 'creating' })
    expect(pageOf(agenda, 'Ben').learnFrom?.text).toMatch(/^Ana opens 4\.\d a week, 100% of them from “Referral”$/u)
  })

  it('whoever loses too much learns from one who wins, and not from one who shares the weakness', () => {
    const sharing = SELLERS.map((seller) => (seller.rep === 'Ana' ? { ...seller, won: 2, lost: 38 } : seller))
    expect(pageOf(agenda, 'Cleo').learnFrom).toMatchObject({ rep: 'Ana', on: 'winning' })
    expect(pageOf(agendaOfManagers({}, sharing), 'Cleo').learnFrom).toMatchObject({ rep: 'Ben', on: 'winning' })
  })

  it('two who can show each other something are a pair both ways', () => {
    const { pairs } = agenda.manager
    expect(pairs.map(({ rep, learnsFrom }) => [rep, learnsFrom])).toEqual([
      ['Ben', 'Ana'],
      ['Cleo', 'Ana'],
    ])
    expect(pairs.every(({ isMutual }) => !isMutual)).toBe(true)
    const two = SELLERS.filter(({ rep }) => rep !== 'Ana')
    const both = agendaOfManagers({}, two).manager.pairs.filter(({ isMutual }) => isMutual)
    expect(both.map(({ rep, learnsFrom }) => [rep, learnsFrom])).toEqual([
      ['Ben', 'Cleo'],
      ['Cleo', 'Ben'],
    ])
  })

  it('nobody who produces is sent to learn what they do well', () => {
    for (const name of ['Ana', 'Dov', 'Eve', 'Fay'])
      expect(['creating', 'winning']).not.toContain(pageOf(agenda, name).learnFrom?.on)
  })

  it('a rate of few is no better than nearly the same of many, and of two whoever produces shows how', () => {
    const kims = (more: typeof SELLERS) => [{ rep: 'Cleo', manager: 'Kim', perWeek: 4, won: 2, lost: 38 }, ...more]
    const few = { rep: 'Few', manager: 'Kim', perWeek: 4, won: 8, lost: 4 }
    const many = { rep: 'Many', manager: 'Kim', perWeek: 4, won: 64, lost: 36 }
    expect(pageOf(agendaOfManagers({}, kims([few, many])), 'Cleo').learnFrom).toMatchObject({ rep: 'Many' })
    const idle = { ...many, rep: 'Best', perWeek: 0.25, won: 80, lost: 20 }
    const others = SELLERS.filter(({ manager }) => manager === 'Lee')
    const team = kims([idle, many, ...others])
    expect(pageOf(agendaOfManagers({}, team), 'Best').diagnosis.cause).toBe('too-little-activity')
    expect(pageOf(agendaOfManagers({}, team), 'Cleo').learnFrom).toMatchObject({ rep: 'Many' })
  })

  it('nobody is sent more than three', () => {
    const weak = Array.from({ length: 7 }, (_, at) => ({
      rep: `W${at}`,
      manager: 'Kim',
      perWeek: 0.1,
      won: 20,
      lost: 20,
    }))
    const strong = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'].map((rep) => ({
      rep,
      manager: 'Lee',
      perWeek: 4,
      won: 20,
      lost: 20,
    }))
    const { pairs } = agendaOfManagers({}, [...weak, ...strong]).manager
    const counts = pairs.map(({ learnsFrom }) => pairs.filter((other) => other.learnsFrom === learnsFrom).length)
    expect(pairs).toHaveLength(7)
    expect(Math.max(...counts)).toBe(3)
  })
})

describe('managers', () => {
  it('have a page each with their own reps, and whoever runs several has one across them', () => {
    expect(agenda.managers.map(({ manager, reps }) => [manager.name, reps.map(({ rep }) => rep.name).sort()])).toEqual([
      ['Kim', ['Ana', 'Ben', 'Cleo']],
      ['Lee', ['Dov', 'Eve', 'Fay']],
    ])
    expect(agenda.manager.manager).toMatchObject({ isTop: true, name: undefined })
    expect(agenda.manager.reps).toHaveLength(6)
  })

  it('one alone has one page', () => {
    const alone = agendaOfManagers({}, SELLERS.slice(0, 3))
    expect(alone.managers).toEqual([])
    expect(alone.manager.manager).toMatchObject({ isTop: true, name: 'Kim' })
  })

  it('are told what their own reps have in common, and not the other’s', () => {
    const shared = SELLERS.map((seller) => (seller.manager === 'Kim' ? { ...seller, perWeek: 0.2 } : seller))
    const [kim, lee] = agendaOfManagers({}, shared).managers
    expect(kim?.team.join(' ')).toContain('too little activity')
    expect(lee?.team).toEqual([])
  })
})

describe('those of whom the exports hold nothing', () => {
  const idle = ['Hal', 'Ida', 'Jon'].map((rep) => ({ rep, manager: 'Kim', perWeek: 0, won: 0, lost: 0 }))
  const listed = agendaOfManagers({}, [...SELLERS, ...idle])

  it('are counted in no share, no median and no cause', () => {
    expect(listed.manager.causes).toEqual(agenda.manager.causes)
    expect(listed.manager.reps).toHaveLength(6)
    expect(listed.book.team.medianPace).toBe(agenda.book.team.medianPace)
    expect(pageOf(listed, 'Ben').diagnosis.because).toEqual(pageOf(agenda, 'Ben').diagnosis.because)
  })

  it('are named in one line, and print no page unless asked for by name', () => {
    const line =
      'Without a deal or an activity in this export, and so counted in nothing: Hal, Ida and Jon. Who of them sells?'
    expect(listed.manager.notes).toContain(line)
    expect(listed.managers.map(({ notes }) => notes)).toEqual([[line], []])
    expect(printedPages(listed)).toHaveLength(6)
    expect(listed.pages).toHaveLength(9)
    expect(printedPages(select(listed, { ...ALL, reps: ['Hal'] }))).toHaveLength(1)
  })
})

describe('only some', () => {
  it('the only manager, asked for by name, has a table of their reps', () => {
    const kims = agendaOfManagers(
      {},
      SELLERS.filter(({ manager }) => manager === 'Kim'),
    )
    const { sheets } = composeReport(select(kims, { ...ALL, managers: ['Kim'] }))
    const tables = sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))
    expect(tables).toHaveLength(1)
  })

  it('by manager: their reps and their page', () => {
    const lee = select(agenda, { ...ALL, managers: ['lee'] })
    expect(lee.pages.map(({ rep }) => rep.name).sort()).toEqual(['Dov', 'Eve', 'Fay'])
    expect(lee.managers.map(({ manager }) => manager.name)).toEqual(['Lee'])
    expect(lee.isWholeTeam).toBe(false)
  })

  it('a manager who sells has their own page, too, beside those of their reps', () => {
    const own = { rep: 'Lee', manager: 'Kim', perWeek: 4, won: 20, lost: 20 }
    const lee = select(agendaOfManagers({}, [...SELLERS, own]), { ...ALL, managers: ['Lee'] })
    expect(lee.pages.map(({ rep }) => rep.name).sort()).toEqual(['Dov', 'Eve', 'Fay', 'Lee'])
    expect(lee.managers[0]?.reps.map(({ rep }) => rep.name).sort()).toEqual(['Dov', 'Eve', 'Fay'])
  })

  it('by team: its reps, and no page about others', () => {
    const north = select(agenda, { ...ALL, teams: ['North'] })
    expect(north.pages.map(({ rep }) => rep.name).sort()).toEqual(['Ana', 'Ben', 'Cleo'])
    expect(north.managers).toEqual([])
  })

  it('every finding shown is in the list, and about one of them', () => {
    const some = select(agenda, { ...ALL, managers: ['Kim'], reps: ['Eve'] })
    const names = new Set(some.pages.map(({ rep }) => rep.name))
    for (const page of some.pages)
      for (const finding of [...page.about, ...page.deals.flatMap(({ findings }) => findings)]) {
        expect(finding.rep).toBe(page.rep.name)
        expect(some.findings).toContain(finding)
      }
    for (const { rep, manager } of some.findings) expect(rep === null ? manager === 'Kim' : names.has(rep)).toBe(true)
  })

  it.each([
    [{ reps: ['Anna'] }, 'no rep called “Anna”'],
    [{ managers: ['Kym'] }, 'no manager called “Kym”'],
    [{ teams: ['Nord'] }, 'no team called “Nord”'],
  ])('a name that is nobody’s is refused with those that are: %o', (wanted, what) => {
    expect(() => select(agenda, { ...ALL, ...wanted })).toThrow(Problem)
    expect(() => select(agenda, { ...ALL, ...wanted })).toThrow(what)
  })
})

describe('a rep’s own copy', () => {
  const own = select(agenda, { ...ALL, reps: ['Ben'], audience: 'rep' })

  it('compares with nobody else’s numbers, in no sentence, no sum and no evidence', () => {
    const [theirs] = pageOf(agenda, 'Ben').diagnosis.because
    expect(theirs).toMatch(/the others \d+ each/)
    for (const name of ['Ben', 'Cleo']) {
      const copy = select(agenda, { ...ALL, reps: [name], audience: 'rep' })
      const { diagnosis, oneThing } = pageOf(copy, name)
      const text = JSON.stringify([diagnosis.because, oneThing, copy.findings])
      expect(text).not.toMatch(/median rep \d|\(team|team’s|the team wins|the others/)
      expect(diagnosis.creation?.against?.of).not.toBe('others')
    }
    const lost = select(agenda, { ...ALL, reps: ['Cleo'], audience: 'rep' }).findings
    expect(lost.find(({ rule }) => rule === 'low-win-rate')).toMatchObject({
      problem: 'wins 5%, 2 of 40',
      evidence: { won: 2, closed: 40, reference: null },
    })
  })

  it('has their page and their findings alone', () => {
    expect(own.pages.map(({ rep }) => rep.name)).toEqual(['Ben'])
    expect(new Set(own.findings.map(({ rep }) => rep))).toEqual(new Set(['Ben']))
  })

  it('names the peer without the peer’s numbers', () => {
    expect(own.pages[0]?.learnFrom?.text).toBe('Ana opens more than most')
  })

  it('has nothing of the manager’s page', () => {
    expect(own.manager).toMatchObject({ reps: [], findings: [], pairs: [], letPass: [], unassigned: [], notes: [] })
    expect(own.managers).toEqual([])
  })
})

describe('a number nobody can miss', () => {
  const goals: Settings['goals'] = { ...noSettings.goals, amount: { ...nobodys(), default: 100_000 } }

  it('is there with a goal and not without', () => {
    expect(pageOf(agenda, 'Ana').takes).toBeUndefined()
    expect(pageOf(agendaOfManagers({ goals }), 'Ana').takes).toMatchObject({
      period: 'Q4',
      goal: 100_000,
      won: 0,
      gap: 100_000,
    })
  })

  it('says what it takes, and never that it will be missed', () => {
    const { takes } = pageOf(agendaOfManagers({ goals }), 'Ana')
    expect(takes?.text).toMatch(/^\$100k to go of the Q4 goal of \$100k\./)
    expect(takes?.text).not.toMatch(/miss|fail/i)
    // 20 of 40 won at 10k: 100k takes twenty.
    expect(takes).toMatchObject({ newOpportunities: 20 })
  })

  it('adds the team up', () => {
    expect(agendaOfManagers({ goals }).manager.takes).toMatchObject({ goal: 600_000, won: 0 })
  })
})
