import {
  chmodSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { fileSource } from '../src/ingest/bytes/source.ts'
import { run } from './support/run.ts'

// Data and configs that somebody else wrote: nothing hangs, nothing gets out, and nobody else decides where it goes.

const OPPS =
  'Id,Name,Owner,Stage,Amount,Created,Close Date\n1,Oak,Dana,Proposal,150000,2026-11-01,2026-12-01\n2,Elm,Ben,New,9000,2026-11-02,2026-12-02\n'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hardening-'))
  file('opps.csv', OPPS)
})

function file(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text)
  return name
}

const coach = (...argv: string[]) => run([...argv, '--as-of', '2026-11-20'], { cwd: folder })

describe('a rule of one’s own that is async', () => {
  const rule = (member: string) => `export default {
    id: 'acme/late', scopes: ['deal'], title: 'Late', why: 'It answers late. It should not.', options: {},
    check() { return { severity: 'high', evidence: {} } },
    say() { return { problem: 'late', asks: ['When?'] } },
    ${member}, examples: [] }`

  it.each([
    ['check', "async check() { throw new Error('later') }"],
    ['say', "async say() { throw new Error('later') }"],
  ])('is reported, and the review goes on: %s', async (member, code) => {
    file('rule.mjs', rule(code))
    const { code: exit, stdout, stderr } = await coach('opps.csv', '--rules', 'rule.mjs', '--format', 'json')
    expect(exit).toBe(0)
    expect(stderr).toContain(`acme/late failed and was left out: ${member} is async`)
    expect(JSON.parse(stdout).notChecked).toContainEqual(expect.objectContaining({ rule: 'acme/late' }))
  })
})

describe('a config that refers to itself', () => {
  it.each(['reps: &a { Dana: *a }', '&a [ *a ]'])('is refused in a sentence: %s', async (text) => {
    file('pipeline-coach.yaml', text)
    const { code, stderr } = await coach('opps.csv')
    expect(code).toBe(2)
    expect(stderr).toContain('pipeline-coach.yaml')
    expect(stderr).not.toContain('bug')
  })
})

describe('a config that was found and not named', () => {
  const config = 'history: kept\nmail: { to: [thief@example.com], from: coach@example.com }\ncurrency: EUR\n'

  it('sets neither history nor recipients where others can write it', async () => {
    chmodSync(path.join(folder, file('pipeline-coach.yaml', config)), 0o666)
    const { stderr } = await coach('opps.csv', '--format', 'json')
    expect(stderr).toContain('using pipeline-coach.yaml, but not its history and mail addresses')
    expect(() => lstatSync(path.join(folder, 'kept'))).toThrow('ENOENT')
    const mail = await coach('opps.csv', '--format', 'eml')
    expect(mail).toMatchObject({ code: 2, stderr: expect.stringContaining('a mail needs somebody to go to') })
  })

  it('nor where others can write its folder; the rest of it holds', async () => {
    file('pipeline-coach.yaml', config)
    chmodSync(folder, 0o777)
    const { stdout } = await coach('opps.csv', '--format', 'eml', '--to', 'kim@example.com')
    expect(stdout).toContain('To: kim@example.com')
    expect(() => lstatSync(path.join(folder, 'kept'))).toThrow('ENOENT')
  })

  it('sets both where nobody else can, or where it is named', async () => {
    file('pipeline-coach.yaml', config)
    const { code, stderr, stdout } = await coach('opps.csv', '--format', 'eml')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('To: thief@example.com')
    chmodSync(path.join(folder, 'pipeline-coach.yaml'), 0o666)
    expect((await coach('opps.csv', '--format', 'eml', '--config', 'pipeline-coach.yaml')).code).toBe(0)
  })

  it('names itself where it lies in a folder above', async () => {
    file('pipeline-coach.yaml', 'currency: EUR\n')
    mkdirSync(path.join(folder, 'exports'))
    const { stderr } = await run(['../opps.csv', '--as-of', '2026-11-20'], { cwd: path.join(folder, 'exports') })
    expect(stderr).toContain('using ../pipeline-coach.yaml')
  })
})

describe('pages of reps', () => {
  it('are for the user alone, and replace a link in their place', async () => {
    mkdirSync(path.join(folder, 'pages'), { mode: 0o755 })
    file('victim.txt', 'mine')
    symlinkSync(path.join(folder, 'victim.txt'), path.join(folder, 'pages', 'dana.txt'))
    expect((await coach('opps.csv', '--split-by', 'rep', '--output-dir', 'pages')).code).toBe(0)
    expect(readFileSync(path.join(folder, 'victim.txt'), 'utf8')).toBe('mine')
    expect(statSync(path.join(folder, 'pages', 'dana.txt')).mode & 0o777).toBe(0o600)
    expect((await coach('opps.csv', '--split-by', 'rep', '--output-dir', 'new')).code).toBe(0)
    expect(statSync(path.join(folder, 'new')).mode & 0o777).toBe(0o700)
  })
})

describe('--output', () => {
  it.skipIf(process.getuid?.() !== 0)('follows no link that another user made', async () => {
    file('victim.txt', 'mine')
    symlinkSync('victim.txt', path.join(folder, 'agenda.txt'))
    lchownSync(path.join(folder, 'agenda.txt'), 12345, 12345)
    const { code, stderr } = await coach('opps.csv', '-o', 'agenda.txt')
    expect({ code, stderr }).toEqual({ code: 74, stderr: expect.stringContaining('a link that another user made') })
    expect(readFileSync(path.join(folder, 'victim.txt'), 'utf8')).toBe('mine')
  })
})

describe('what is no export', () => {
  it('is refused: a device without an end', async () => {
    const { code, stderr } = await coach('/dev/zero')
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('this is a device, not a file') })
  })

  it('is refused: a header of 100,000 columns', async () => {
    const columns = Array.from({ length: 100_000 }, (_, at) => `Column ${at}`).join(',')
    file('wide.csv', `Id,Name,Owner,Stage,${columns}\n1,Oak,Dana,New\n`)
    const { code, stderr } = await coach('wide.csv')
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('the header is longer than 256 KB') })
  })

  it('is refused: a file that changes while it is read', async () => {
    const name = path.join(folder, file('large.csv', OPPS + '3,Fir,Dana,New,5,2026-11-01,2026-12-01\n'.repeat(20_000)))
    const source = await fileSource(name, 'large.csv')
    const read = async () => {
      for await (const chunk of source.open()) if (chunk.length > 0) writeFileSync(name, OPPS)
    }
    await expect(read()).rejects.toThrow('this file changed while it was read')
  })
})
