import { lstatSync, statSync, type Stats } from 'node:fs'
import path from 'node:path'

/** Anybody but the owner may write. */
const OTHERS_WRITE = 0o022

/** Whether a file and its folder belong to the user and nobody else can write them. Windows does not tell: then true. */
export function isOnlyTheUsers(file: string): boolean {
  return [file, path.dirname(file)].every((place) => {
    const found = statSync(place, { throwIfNoEntry: false })
    return found === undefined || (isTheUsers(found) && (!tellsOwners() || (found.mode & OTHERS_WRITE) === 0))
  })
}

/**
 * Whether a link at this place was planted by another user: in a folder that others can write, it would make the user
 * write wherever that other wants.
 */
export function isPlantedLink(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false })
  return found?.isSymbolicLink() === true && !isTheUsers(found) && found.uid !== 0
}

function isTheUsers({ uid }: Stats): boolean {
  return !tellsOwners() || uid === process.getuid?.()
}

function tellsOwners(): boolean {
  return process.getuid !== undefined
}
