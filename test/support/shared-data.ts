import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'

const folder = fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** The folder of real exports that lies beside the project on some machines; tests that need it skip where it is absent. */
export const sharedData = existsSync(folder) ? folder : undefined

export function sharedFile(name: string): string {
  return path.join(folder, name)
}
