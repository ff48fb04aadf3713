import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { noReading, type PastReview } from '../../src/book/past/past.ts'
import { History } from '../../src/history/folder.ts'
import { migrate } from '../../src/history/migrate.ts'
import { allCommitments, commit, dismiss, note, settle } from '../../src/history/record.ts'
import { Problem } from '../../src/system/problem.ts'
import { day } from '../support/exports.ts'

// The history folder: what is refused, what is mended, who may write.

const TODAY = day('2026-11-20')
let folder: string
let history: History

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'pipeline-coach-')), 'history')
  history = new History(folder, 'history', 200)
})

const promise = {
  on: TODAY,
  rep: 'Dana',
  text: 'Call them',
  by: day('2026-11-27'),
  deal: undefined,
  proof: undefined,
  owedTo: undefined,
}

const review: PastReview = {
  asOf: TODAY,
  newest: undefined,
  deals: new Map(),
  findings: new Set(['stale-deal deal A']),
  reading: noReading,
  reps: ['Dana'],
  judged: new Map(),
}

async function refused(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => expect.unreachable('it was not refused'),
    (problem: unknown) => problem,
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

const log = () => readFileSync(path.join(folder, 'log.ndjson'), 'utf8')
const reviewFile = () => path.join(folder, 'reviews', '2026-11-20.json')

describe('the log', () => {
  it('is one line an entry, and the same promise again is no other', async () => {
    const first = await commit(history, promise)
    expect(await commit(history, promise)).toEqual({ id: first.id, isNew: false })
    expect(first.id).toMatch(/^[a-z2-9]{4}$/)
    expect(log()).toBe(
      `{"schemaVersion":1,"on":"2026-11-20","event":"committed","id":"${first.id}","rep":"Dana","text":"Call them","by":"2026-11-27"}\n`,
    )
    await settle(history, [first.id], 'dropped', TODAY)
    expect((await commit(history, promise)).isNew).toBe(true)
    expect(log().split('\n')).toHaveLength(4)
  })

  it('a line that was cut off is put aside before the next is added', async () => {
    await commit(history, promise)
    const whole = log()
    appendFileSync(path.join(folder, 'log.ndjson'), '{"schemaVersion":1,"on":"2026-')
    const { past, warnings } = await history.before(TODAY)
    expect(past.commitments).toHaveLength(1)
    expect(warnings).toEqual([expect.stringMatching(/log\.ndjson: its last line was cut off/)])
    await commit(history, { ...promise, text: 'Write to them' })
    expect(log().startsWith(whole)).toBe(true)
    expect(allCommitments(await history.events())).toHaveLength(2)
    expect(readFileSync(path.join(folder, 'log.torn'), 'utf8')).toBe('{"schemaVersion":1,"on":"2026-\n')
    expect((await history.before(TODAY)).warnings).toEqual([])
  })

  it('a last line without its line break is whole', async () => {
    await commit(history, promise)
    writeFileSync(path.join(folder, 'log.ndjson'), log().trimEnd())
    await commit(history, { ...promise, text: 'Write to them' })
    expect(allCommitments(await history.events())).toHaveLength(2)
  })

  it.each([
    ['not JSON', 'nonsense\n', /history\/log\.ndjson.*2: the history is damaged: not JSON/],
    [
      'of another shape',
      '{"schemaVersion":1,"on":"2026-11-20","event":"sung"}\n',
      /2: the history is damaged: not what/,
    ],
    ['of a day that is none', '{"schemaVersion":1,"on":"2026-02-31","event":"done","id":"aaaa"}\n', /no such day/],
    ['of a later version', '{"schemaVersion":2}\n', /2: the history was written by a later version/],
  ])('a line %s is refused, with its place', async (_, line, message) => {
    await commit(history, promise)
    const before = log() + line
    writeFileSync(path.join(folder, 'log.ndjson'), before)
    for (const work of [history.before(TODAY), commit(history, { ...promise, text: 'More' })]) {
      const { where, what } = await refused(work)
      expect(`${where.file} ${where.line}: ${what}`).toMatch(message)
    }
    expect(log()).toBe(before)
  })

  it('what somebody wrote into it steers no terminal', async () => {
    await commit(history, { ...promise, text: 'Call\u001B[31m them' })
    writeFileSync(path.join(folder, 'log.ndjson'), log().replace('Dana', String.raw`D\u001b[2Jana`))
    expect(allCommitments(await history.events())[0]).toMatchObject({ rep: 'D [2Jana', text: 'Call [31m them' })
  })

  it('dismissals end, and what was talked about is noted', async () => {
    await dismiss(history, [{ key: 'stale-deal deal A', on: TODAY, reason: 'on leave', until: day('2026-12-04') }])
    expect((await history.before(TODAY)).past.dismissals).toHaveLength(1)
    await note(history, 'discussed', ['stale-deal deal B'], TODAY)
    await note(history, 'undismissed', ['stale-deal deal A'], day('2026-11-21'))
    expect((await history.before(TODAY)).past.dismissals).toHaveLength(1)
    expect((await history.before(day('2026-11-21'))).past.dismissals).toEqual([])
  })

  it('what cannot be settled is not, and nothing with it', async () => {
    const { id } = await commit(history, promise)
    const before = log()
    expect((await refused(settle(history, [id, 'zzzz'], 'done', TODAY))).what).toBe('there is no commitment zzzz')
    expect((await refused(settle(history, [id], 'done', day('2026-11-19')))).what).toMatch(/was made on 2026-11-20/)
    expect(log()).toBe(before)
    await settle(history, [id], 'done', TODAY)
    expect((await refused(settle(history, [id], 'dropped', TODAY))).what).toMatch(/already done on 2026-11-20/)
  })
})

describe('a review', () => {
  it.each([
    ['cut off', '{"schemaVersion":1,', /damaged: not JSON/],
    ['of a later version', '{"schemaVersion":7}', /written by a later version/],
    ['of another day', undefined, /of another day than its name/],
  ])('%s is refused and not replaced', async (_, text, message) => {
    await history.remember({ ...review, asOf: day('2026-11-19') })
    const other = readFileSync(path.join(folder, 'reviews', '2026-11-19.json'), 'utf8')
    writeFileSync(reviewFile(), text ?? other)
    const { what, where, hint, exitCode } = await refused(history.before(day('2026-11-27')))
    expect([what, where.file, exitCode]).toEqual([expect.stringMatching(message), 'history/reviews/2026-11-20.json', 2])
    expect(hint).not.toBe('')
    // On the same day as well, and before a report is out that could then not be remembered.
    expect((await refused(history.before(day('2026-11-20')))).what).toBe(what)
    await refused(history.remember(review))
    expect(readFileSync(reviewFile(), 'utf8')).toBe(text ?? other)
  })

  it('leftovers of a killed run are swept, and other files left alone', async () => {
    await history.remember(review)
    for (const name of ['.pipeline-coach-0a1b2c.tmp', 'notes.txt'])
      writeFileSync(path.join(folder, 'reviews', name), '')
    await history.remember({ ...review, findings: new Set() })
    expect(readdirSync(path.join(folder, 'reviews')).sort()).toEqual(['2026-11-20.json', 'notes.txt'])
  })

  it('a folder that is a file is said', async () => {
    writeFileSync(folder, '')
    expect((await refused(history.before(TODAY))).what).toMatch(/cannot be read: a part of its path is no folder/)
    expect(await refused(history.remember(review))).toMatchObject({ exitCode: 74 })
  })

  it('a folder whose parent is missing is not made: that is a typing error', async () => {
    const lost = new History(path.join(folder, 'a', 'b'), 'a/b')
    expect(await refused(lost.remember(review))).toMatchObject({
      what: 'the history could not be written: its folder does not exist',
      exitCode: 74,
    })
  })
})

describe('two runs', () => {
  const ticket = (holder: object | string) => {
    mkdirSync(path.join(folder, '.lock'), { recursive: true })
    const text = typeof holder === 'string' ? holder : JSON.stringify(holder)
    writeFileSync(path.join(folder, '.lock', '7.held'), text)
  }

  it('the second ends with 75 and says who has it', async () => {
    const stat = existsSync('/proc/self/stat') ? readFileSync('/proc/self/stat', 'utf8') : ''
    const start = stat.split(') ')[1]?.split(' ')[19] ?? null
    ticket({ pid: process.pid, host: hostname(), started: start })
    const { what, exitCode } = await refused(history.remember(review))
    expect([what, exitCode]).toEqual([`another run holds the history (process ${process.pid})`, 75])
    expect(readdirSync(folder)).toEqual(['.lock'])
  })

  it.each([
    ['is dead', { pid: 2 ** 22 + 1, host: hostname(), started: '1' }],
    ['has left its number to another', { pid: process.pid, host: hostname(), started: '1' }],
  ])('a holder that %s holds nothing', async (_, holder) => {
    ticket(holder)
    await history.remember(review)
    expect(readdirSync(path.join(folder, '.lock')).sort()).toEqual(['.gitignore', '8.free'])
  })

  it('of another machine nobody can ask, and so it is waited for', async () => {
    ticket({ pid: 1, host: 'elsewhere', started: null })
    expect(await refused(history.remember(review))).toMatchObject({ exitCode: 75 })
  })

  it('many at once within one process take turns', async () => {
    const own = new History(folder, 'history')
    await Promise.all(Array.from({ length: 20 }, (_, at) => commit(own, { ...promise, text: `promise ${at}` })))
    expect(allCommitments(await own.events())).toHaveLength(20)
  })
})

describe('documents of other versions', () => {
  const steps = {
    1: ({ name }: { name?: unknown }) => ({ title: name }),
    2: (old: object) => ({ ...old, isNew: true }),
  }

  it('go from version to version', () => {
    expect(migrate({ schemaVersion: 1, name: 'x' }, 3, steps, {})).toEqual({
      schemaVersion: 3,
      title: 'x',
      isNew: true,
    })
    expect(migrate({ schemaVersion: 3, title: 'x' }, 3, steps, {})).toEqual({ schemaVersion: 3, title: 'x' })
  })

  it('that nobody knows are refused', () => {
    expect(() => migrate({ schemaVersion: 4 }, 3, steps, {})).toThrow(/a later version/)
    expect(() => migrate({ schemaVersion: 0 }, 3, steps, {})).toThrow(/an unknown version/)
  })
})
