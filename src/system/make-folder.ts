import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { describeFileError } from './file-error.ts'
import { Problem } from './problem.ts'

/**
 * Makes a folder and those above it; one that is there already is fine. Step by step: Node's own `recursive` goes round for ever where
 * the system answers that a folder below one that exists “does not exist” (`/proc`).
 *
 * @param named as the user named it, for messages.
 * @throws Problem (74) when it cannot be made.
 */
export async function makeFolder(folder: string, named: string): Promise<void> {
  try {
    const missing: string[] = []
    let above = folder
    while (!(await isThere(above))) {
      missing.push(above)
      above = path.dirname(above)
    }
    for (const next of missing.toReversed()) await makeOne(next)
    if (!(await stat(folder)).isDirectory()) throw new Error('a file is in its place')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Problem(`the folder could not be made: ${IN_WORDS[code ?? ''] ?? describeFileError(error)}`, {
      where: { file: named },
      hint: 'check the path and its permissions',
      exitCode: 74,
    })
  }
}

/** What these mean once everything above is known to be there. */
const IN_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'the system makes no folder there',
  EEXIST: 'a link that leads nowhere is in its place',
  ENOTDIR: 'a file is in its place',
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await stat(folder)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** Another run may have made it meanwhile. */
async function makeOne(folder: string): Promise<void> {
  try {
    // Pages and reviews hold people's numbers: nobody else may look.
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !(await isThere(folder))) throw error
  }
}
