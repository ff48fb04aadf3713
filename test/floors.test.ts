import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { projectFolder } from './support/run.ts'

/**
 * The floors of the house, lowest first. A folder may import, types included, from its own floor and from those below.
 * The folders of one line share a floor but do not know each other.
 */
const FLOORS = [
  ['src/kit', 'src/time', 'src/system'],
  ['src/language', 'src/vocabulary'],
  ['src/records'],
  ['src/ingest', 'src/book'],
  ['src/engine'],
  ['rules', 'src/insights', 'src/history', 'src/config'],
  ['src/agenda', 'src/backtest'],
  ['src/report'],
  ['src/review'],
  ['src/terminal'],
  ['src/meeting', 'src/setup', 'src/completion'],
  ['src/commands'],
  ['src/cli'],
  ['src/main.ts'],
] as const

/** Below them, and still not theirs: a rule and an insight see the book and their options, nothing else. */
const UNSEEN: Readonly<Record<string, string>> = {
  rules: 'src/ingest',
  'src/insights': 'src/ingest',
  'src/book': 'src/ingest',
}

/** Names of causes that are also names of rules. */
const causes: ReadonlySet<string> = new Set(['too-little-activity'])

const MOST_FILES_A_FOLDER = 26

const files = ['src', 'rules'].flatMap((top) =>
  readdirSync(path.join(projectFolder, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(top, file.replaceAll(path.sep, '/'))),
)

const imported = new Map(files.map((file) => [file, importsOf(file)]))

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(projectFolder, file), 'utf8')
  return [...text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'(\.[^']+)'/gm)].map((match) =>
    path.posix.join(path.posix.dirname(file), match[1] ?? ''),
  )
}

function roomOf(file: string): { floor: number; room: string } {
  for (const [floor, rooms] of FLOORS.entries())
    for (const room of rooms) if (file === room || file.startsWith(`${room}/`)) return { floor, room }
  throw new Error(`${file} stands on no floor: add its folder to FLOORS`)
}

describe('the house', () => {
  it('is built from below: no file imports from a higher floor or from a neighbour', () => {
    const climbing = files.flatMap((file) => {
      const from = roomOf(file)
      return (imported.get(file) ?? [])
        .map((other) => ({ other, to: roomOf(other) }))
        .filter(({ to }) => to.room !== from.room && (to.floor >= from.floor || UNSEEN[from.room] === to.room))
        .map(({ other }) => `${file} → ${other}`)
    })
    expect(climbing).toEqual([])
  })

  it('has no circle of imports, types included', () => {
    expect(circles()).toEqual([])
  })

  it(`keeps at most ${MOST_FILES_A_FOLDER} files in a folder`, () => {
    const counts = new Map<string, number>()
    for (const file of files) counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > MOST_FILES_A_FOLDER)).toEqual([])
  })
})

/** Each circle once, as the files on the way around. */
function circles(): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const way: string[] = []
  const visit = (file: string): void => {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file])
      return
    }
    if (done.has(file)) return
    way.push(file)
    for (const other of imported.get(file) ?? []) visit(other)
    way.pop()
    done.add(file)
  }
  for (const file of files) visit(file)
  return found
}

// A rule says of itself what others need to know (family, place, cures): nobody else has to know it by its id.
describe('the rules', () => {
  it('are known by id to no file of the agenda and of the reports', () => {
    // A cause of the diagnosis has the same name as a rule.
    const ids = rules.map(({ id }) => id).filter((id) => !causes.has(id))
    const knowing = files
      .filter((file) => file.startsWith('src/agenda/') || file.startsWith('src/report/'))
      .flatMap((file) => {
        const text = readFileSync(path.join(projectFolder, file), 'utf8')
        return ids.filter((id) => text.includes(`'${id}'`)).map((id) => `${file} knows ${id}`)
      })
    expect(ids.length).toBeGreaterThan(30)
    expect(knowing).toEqual([])
  })
})
