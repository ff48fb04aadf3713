import { entriesOf } from '../ingest/bytes/source.ts'
import type { Io } from '../system/io.ts'
import { dayInName } from '../time/day-in-name.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { isExportName } from './open-exports.ts'

import path from 'node:path'

/** What was exported on one day. */
export interface DatedPaths {
  /** As the user named it, for messages. */
  readonly shown: string
  readonly paths: readonly string[]
  /** Of its name; undefined where the files have to tell. */
  readonly day: PlainDate | undefined
}

/**
 * The exports of several days, where so many were named: a folder each, or files with a day in their names, which may lie
 * in one folder. A file without a day, such as that of the reps, belongs to each of them. Fewer than two: one export.
 */
export function datedPaths(paths: readonly string[], io: Pick<Io, 'cwd'>): readonly DatedPaths[] {
  const days = new Map<string, { readonly paths: string[]; readonly day: PlainDate | undefined }>()
  const shared: string[] = []
  for (const given of paths.flatMap((one) => spreadOut(one, io))) {
    const day = dayInName(given.path)
    if (!given.isFolder && day === undefined) shared.push(given.path)
    else {
      const key = given.isFolder ? given.path : `${day}`
      const known = days.get(key) ?? { paths: [], day }
      known.paths.push(given.path)
      days.set(key, known)
    }
  }
  return [...days.values()].map((group) => ({
    shown: group.paths[0] ?? '',
    paths: [...group.paths, ...shared],
    day: group.day,
  }))
}

interface Given {
  readonly path: string
  readonly isFolder: boolean
}

/** A folder in which files of several days lie is as if each of them had been named. */
function spreadOut(given: string, { cwd }: Pick<Io, 'cwd'>): readonly Given[] {
  const entries = given === '-' ? undefined : entriesOf(path.resolve(cwd, given), given)
  if (entries === undefined) return [{ path: given, isFolder: false }]
  const names = entries.filter((entry) => !entry.isDirectory() && isExportName(entry.name)).map(({ name }) => name)
  const several = new Set(names.flatMap((name) => dayInName(name) ?? [])).size > 1
  return several
    ? names.sort().map((name) => ({ path: path.join(given, name), isFolder: false }))
    : [{ path: given, isFolder: true }]
}
