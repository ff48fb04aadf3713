import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import type * as Files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '../src/system/problem.ts'
import { writeFileWhole } from '../src/system/write-file.ts'

/** What the system does wrong in this test. */
const system = vi.hoisted(() => ({ rename: undefined as Error | undefined, write: undefined as Write | undefined }))
type Write = (bytes: Buffer, at: number, write: (length: number) => Promise<{ bytesWritten: number }>) => unknown

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Files>()
  return {
    ...real,
    rename: async (from: string, to: string) => {
      if (system.rename !== undefined) throw system.rename
      await real.rename(from, to)
    },
    open: async (file: string, flags: string | number, mode?: number) => {
      const handle = await real.open(file, flags, mode)
      const write = handle.write.bind(handle)
      const { write: faulty } = system
      if (faulty !== undefined)
        Object.assign(handle, {
          write: (bytes: Buffer, at: number) => faulty(bytes, at, (length) => write(bytes, at, length)),
        })
      return handle
    },
  }
})

let cwd: string
let file: string

beforeEach(() => {
  Object.assign(system, { rename: undefined, write: undefined })
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  file = path.join(cwd, 'agenda.txt')
})

async function failure(name: string, text = 'this week\n'): Promise<Problem> {
  return writeFileWhole(name, text, cwd).then(
    () => expect.unreachable('it was written'),
    (error: unknown) => error as Problem,
  )
}

function failed(code: string): Error {
  return Object.assign(new Error(code), { code })
}

describe('a report is written whole', () => {
  it('into a new file, from the working folder on, and nothing else is left there', async () => {
    await writeFileWhole('agenda.txt', 'Überblick → 日本\n', cwd)
    expect(readFileSync(file, 'utf8')).toBe('Überblick → 日本\n')
    expect(readdirSync(cwd)).toEqual(['agenda.txt'])
  })

  it('over a longer one', async () => {
    writeFileSync(file, 'last week, with much to say\n')
    await writeFileWhole(file, 'this week\n', cwd)
    expect(readFileSync(file, 'utf8')).toBe('this week\n')
  })

  it('even when there is nothing in it', async () => {
    await writeFileWhole(file, '', cwd)
    expect(readFileSync(file, 'utf8')).toBe('')
  })

  it('by a system that writes a few bytes at a time', async () => {
    system.write = (bytes, at, write) => write(Math.min(3, bytes.length - at))
    await writeFileWhole(file, 'Überblick → 日本\n', cwd)
    expect(readFileSync(file, 'utf8')).toBe('Überblick → 日本\n')
  })

  it.each([0o600, 0o640])('and keeps the mode %o', async (mode) => {
    writeFileSync(file, 'last week\n')
    chmodSync(file, mode)
    await writeFileWhole(file, 'this week\n', cwd)
    expect(statSync(file).mode & 0o777).toBe(mode)
  })

  it('through a link to where it points', async () => {
    mkdirSync(path.join(cwd, 'shared'))
    const target = path.join(cwd, 'shared', 'agenda.txt')
    writeFileSync(target, 'last week\n')
    symlinkSync(path.join('shared', 'agenda.txt'), file)
    await writeFileWhole(file, 'this week\n', cwd)
    expect(lstatSync(file).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('this week\n')
    expect(readdirSync(path.dirname(target))).toEqual(['agenda.txt'])
  })

  it.skipIf(!existsSync('/dev/null'))('or into a device, which stays one', async () => {
    await writeFileWhole('/dev/null', 'this week\n', cwd)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })
})

describe('or not at all', () => {
  it('a folder is refused and keeps what is in it', async () => {
    mkdirSync(file)
    writeFileSync(path.join(file, 'notes.txt'), 'mine\n')
    const problem = await failure('agenda.txt')
    expect(problem).toMatchObject({ exitCode: 74, where: { file: 'agenda.txt' } })
    expect(problem.message).toContain('it is a folder')
    expect(readdirSync(cwd)).toEqual(['agenda.txt'])
    expect(readdirSync(file)).toEqual(['notes.txt'])
  })

  it('a folder that does not exist is not made', async () => {
    const problem = await failure(path.join('none', 'agenda.txt'))
    expect(problem.exitCode).toBe(74)
    expect(problem.message).toContain('its folder does not exist')
    expect(readdirSync(cwd)).toEqual([])
  })

  const diskFills: Write = async (_bytes, at, write) => {
    if (at > 0) throw failed('ENOSPC')
    return write(4)
  }
  const writesNothing: Write = (_bytes, at, write) => (at > 0 ? { bytesWritten: 0 } : write(4))

  it.each<[string, Partial<typeof system>, string]>([
    ['the disk fills up half-way', { write: diskFills }, 'the disk is full'],
    ['nothing more is taken half-way', { write: writesNothing }, 'nothing more could be written'],
    ['the new file cannot take its place', { rename: failed('EACCES') }, 'no permission'],
  ])('when %s, what was there is intact and no temporary file is left', async (_, wrong, message) => {
    writeFileSync(file, 'last week\n')
    Object.assign(system, wrong)
    const problem = await failure('agenda.txt')
    expect(problem.exitCode).toBe(74)
    expect(problem.message).toContain(message)
    expect(problem.hint).toContain('what was there before is unchanged')
    expect(readFileSync(file, 'utf8')).toBe('last week\n')
    expect(readdirSync(cwd)).toEqual(['agenda.txt'])
  })
})
