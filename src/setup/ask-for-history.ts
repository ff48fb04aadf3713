import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CONFIG_NAME } from '../config/load-config.ts'
import type { Io } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { writeFileWhole } from '../system/write-file.ts'
import type { Terminal } from '../terminal/terminal.ts'

const FOLDER = '.pipeline-coach'

/**
 * A meeting needs a history. Where none is named it is asked whether to keep one beside the config, and to say so in
 * the config, so that the next review looks at it.
 *
 * @param configFile the config that is in force; undefined where there is none.
 * @returns the folder, as messages name it.
 * @throws Problem where none is wanted.
 */
export async function askForHistory(
  configFile: string | undefined,
  { config }: { readonly config?: string | boolean },
  terminal: Terminal,
  io: Io,
): Promise<string> {
  const file = config === false ? undefined : (configFile ?? CONFIG_NAME)
  const folder = path.join(file === undefined ? '.' : path.dirname(file), FOLDER)
  const noted = file === undefined ? '' : `, and note that in ${file}, so that each review looks at it`
  await terminal.show((lines) => {
    lines.raw('')
    lines.text('What is agreed has to be kept somewhere, and no history is named yet.')
    lines.text(`Keep it in the folder ${folder}${noted}?`)
  })
  const action = await terminal.keys([
    { key: 'y', action: 'yes', says: 'yes' },
    { key: 'n', action: 'no', says: 'no' },
  ])
  if (action === 'no')
    throw new Problem('a meeting without a history would lose what is agreed', {
      hint: 'name a folder with --history DIR, or with history: in pipeline-coach.yaml',
    })
  if (file !== undefined) await noteIn(file, io)
  return folder
}

async function noteIn(file: string, io: Io): Promise<void> {
  const text = withHistory(await textOf(path.resolve(io.cwd, file)))
  const { default: yaml } = await import('yaml')
  // A config in one pair of braces has no end to add a key to.
  if (yaml.parseDocument(text, { logLevel: 'silent' }).errors.length > 0)
    throw new Problem('the history cannot be noted in this config', {
      where: { file },
      hint: `add “history: ${FOLDER}” to it by hand, and run this again`,
    })
  await writeFileWhole(file, text, io.cwd, 'config')
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  })
}

/** A config with the history named at its end; nothing that stands there is touched. */
export function withHistory(config: string): string {
  const before = config === '' || config.endsWith('\n') ? config : `${config}\n`
  return `${before}# The folder beside this file that remembers reviews and what was agreed: docs/history.md.\nhistory: ${FOLDER}\n`
}
