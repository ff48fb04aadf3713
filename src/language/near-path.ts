import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { nearest } from './suggestion.ts'

/** Names of files in a hint: the rest of a full folder helps nobody. */
const LISTED = 5

/**
 * What to say about a path that leads nowhere: the file or folder that was probably meant; else the folder that is
 * missing; else what the folder holds.
 *
 * @param given as it was typed.
 * @param full the same from the root of the disk.
 */
export function pathHint(given: string, full: string): string {
  const { folder, missing, rest } = whereItEnds(full)
  const names = namesIn(folder)
  const near = nearestName(path.basename(missing), names)
  const up = Array.from({ length: rest.length + 1 }, () => '..')
  const meant = near === undefined ? undefined : path.join(given, ...up, near, ...rest)
  if (near !== undefined && meant !== undefined) {
    const found = path.join(folder, near, ...rest)
    if (isThere(found)) return `did you mean “${meant}${isFolder(found) ? '/' : ''}”?`
  }
  if (rest.length > 0) return `there is no folder “${missing}”: check the path`
  const exports = names.filter((name) => /\.(?:csv|tsv)$/iu.test(name))
  if (exports.length === 0) return `check the path: the folder ${folder} holds no CSV file`
  const more = exports.length > LISTED ? ` and ${exports.length - LISTED} more` : ''
  return `check the path: the folder ${folder} holds ${exports.slice(0, LISTED).join(', ')}${more}`
}

/** The deepest folder of a path that there is, what is missing in it, and the parts that follow. */
function whereItEnds(full: string): { folder: string; missing: string; rest: readonly string[] } {
  let missing = full.length > 1 ? full.replace(/[/\\]$/u, '') : full
  const rest: string[] = []
  while (!isThere(path.dirname(missing)) && path.dirname(missing) !== missing) {
    rest.unshift(path.basename(missing))
    missing = path.dirname(missing)
  }
  return { folder: path.dirname(missing), missing, rest }
}

/** By its letters, without the ending: in short names the ending would be most of what they share. */
function nearestName(wrong: string, names: readonly string[]): string | undefined {
  const stem = (name: string) => path.parse(name).name
  const near = nearest(stem(wrong), names.map(stem))
  const alike = names.filter((name) => stem(name) === near)
  return alike.find((name) => path.extname(name) === path.extname(wrong)) ?? alike[0]
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort()
  } catch {
    return []
  }
}

function isThere(full: string): boolean {
  return statOf(full) !== undefined
}

function isFolder(full: string): boolean {
  return statOf(full)?.isDirectory() === true
}

function statOf(full: string) {
  try {
    return statSync(full, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
