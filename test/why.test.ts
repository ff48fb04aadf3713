import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectFolder, run } from './support/run.ts'

// “Is this true?”: the deals behind a figure of the page.

const inTeam = (file: string) => path.join(projectFolder, 'fixtures', 'sample-team', file)
const exports = [inTeam('week-2'), inTeam('reps.csv'), '--previous', inTeam('week-1')]
const review = [...exports, '--as-of', '2026-11-20', '--no-config']

let cwd: string

beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-why-'))
})

afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const why = (asked: string, ...args: string[]) => run(['why', asked, ...args], { cwd })

async function csv(asked: string, ...args: string[]): Promise<readonly (readonly string[])[]> {
  const { code, stdout, stderr } = await why(asked, ...review, ...args, '--format', 'csv')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [head, ...rows] = stdout.trimEnd().split('\r\n')
  expect(head).toBe('id,name,customer,rep,state,stage,amount,opened,closed,due,counted')
  return rows.map((row) => row.split(','))
}

describe('why', () => {
  it('lists the deals of a rate: those that count, then the others', async () => {
    const rows = await csv('98 of 282')
    expect(rows).toHaveLength(282)
    expect(rows.filter((row) => row.at(-1) === 'yes')).toHaveLength(98)
    expect(new Set(rows.slice(0, 98).map((row) => row.find((cell) => cell === 'won')))).toEqual(new Set(['won']))
    const { stdout } = await why('98 of 282', ...review)
    expect(stdout).toContain('98 of 282 with one')
    expect(stdout).toMatch(/98 deals counted, then the other 184\.\n/u)
    expect(stdout).toMatch(/^COUNTED$[\s\S]*^OTHERS$/mu)
  })

  it('a sum is of as much as it says', async () => {
    const { stdout } = await why('6 deals, $184k', ...review, '--format', 'json')
    const { figure, deals } = JSON.parse(stdout) as { figure: string; deals: { amount: number; due: string }[] }
    expect(figure).toBe('6')
    expect(deals).toHaveLength(6)
    expect(Math.round(deals.reduce((sum, { amount }) => sum + amount, 0) / 1000)).toBe(184)
    expect(deals.every(({ due }) => due < '2026-11-20')).toBe(true)
  })

  it.each([
    ['97 of 282', /no figure of the page reads “97 of 282”\n {2}did you mean one of these\?\n {4}98 of 282 /u],
    ['$184k', /“\$184k” stands for 2 figures\n {2}type more of its sentence, or name the page with --rep:/u],
    ['6 reps', /“6 reps” is on the page, and no deals stand behind it\n/u],
  ])('%s: says what is near, or which there are', async (asked, message) => {
    const { code, stdout, stderr } = await why(asked, ...review)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })

  it('of one rep’s page asks nobody else’s', async () => {
    const rows = await csv('7 of 77', '--rep', 'Marcus Bell')
    expect(new Set(rows.map((row) => row.find((cell) => cell === 'Marcus Bell')))).toEqual(new Set(['Marcus Bell']))
    expect((await why('7 of 77', ...review, '--rep', 'Dana Whitfield')).code).toBe(2)
  })

  it('without exports asks the page of the last review', async () => {
    expect((await why('98 of 282', '--no-config')).stderr).toMatch(/there is no page to look at\n {2}name the exports/u)
    expect((await run([...review, '--history', 'kept', '-q', '-o', 'page.txt'], { cwd })).code).toBe(0)
    const kept = await why('98 of 282', '--no-config', '--history', 'kept')
    expect(kept).toEqual(await why('98 of 282', ...review))
    // The same review again changes no byte.
    const before = readFileSync(path.join(cwd, 'kept', 'last-page.json'), 'utf8')
    await run([...review, '--history', 'kept', '-q', '-o', 'page.txt'], { cwd })
    expect(readFileSync(path.join(cwd, 'kept', 'last-page.json'), 'utf8')).toBe(before)
    writeFileSync(path.join(cwd, 'kept', 'last-page.json'), '{')
    expect(await why('98 of 282', '--no-config', '--history', 'kept')).toMatchObject({ code: 2, stdout: '' })
    await run([...review, '--history', 'kept', '-q', '-o', 'page.txt'], { cwd })
    expect(readFileSync(path.join(cwd, 'kept', 'last-page.json'), 'utf8')).toBe(before)
  })
})
