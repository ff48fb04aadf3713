import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Problem } from '../system/problem.ts'
import { readOwnRule } from './own-rule.ts'
import type { AnyRule } from './rule.ts'

/**
 * Loads rules of one's own, from modules that were named outright: their code runs.
 *
 * @throws Problem for a module that is not there, cannot be loaded, or holds no rule.
 */
export async function loadRules(
  files: readonly string[],
  cwd: string,
  builtIn: readonly AnyRule[],
): Promise<readonly AnyRule[]> {
  const loaded: AnyRule[] = []
  for (const file of files) {
    const rule = readOwnRule((await load(file, cwd)).default, file)
    const taken = [...builtIn, ...loaded].some(({ id }) => id === rule.id)
    if (taken)
      throw new Problem(`there are two rules called ${rule.id}`, {
        where: { file },
        hint: 'give one of them another id',
      })
    loaded.push(rule)
  }
  return loaded
}

async function load(file: string, cwd: string): Promise<{ readonly default?: unknown }> {
  const target = path.resolve(cwd, file)
  try {
    return (await import(pathToFileURL(target).href)) as { readonly default?: unknown }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const isMissing = code === 'ERR_MODULE_NOT_FOUND' && message.includes(target)
    throw new Problem(isMissing ? 'no such rule module' : `the rule module cannot be loaded: ${firstLine(error)}`, {
      where: { file },
      hint: isMissing ? 'check the path after --rules' : 'it is an ES module, for example no-legal-contact.mjs',
    })
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
