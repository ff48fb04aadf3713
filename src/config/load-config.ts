import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { AnyRule } from '../engine/rule.ts'
import { pathHint } from '../language/near-path.ts'
import { isOnlyTheUsers } from '../system/ownership.ts'
import { describeFileError } from '../system/file-error.ts'
import { Problem } from '../system/problem.ts'
import { type At, checkColumns, checkRules } from './check-names.ts'
import { explain, locator, placeOf, refuseInherited } from './explain.ts'
import type { Config } from './schema.ts'
import { yamlMistake } from './yaml-mistake.ts'

export const CONFIG_NAME = 'pipeline-coach.yaml'
const LARGEST_CONFIG = 256 * 1024

/** A config and where it was found. */
export interface LoadedConfig {
  readonly config: Config
  /** Undefined where there is none. */
  readonly file: string | undefined
  /** The built-in ones and those of one's own. */
  readonly rules: readonly AnyRule[]
  /** What to say on standard error about where it comes from. */
  readonly notes: readonly string[]
}

/** Where a config may come from. */
export interface ConfigSearch {
  /** `--config FILE`. */
  readonly file: string | undefined
  /** `--no-config`. */
  readonly none: boolean
  /** `--set key=value`, each. */
  readonly set: readonly string[]
  /** `--rules MODULE`, each. */
  readonly modules: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

/**
 * The config named on the command line; else the nearest `pipeline-coach.yaml` in the working folder or a parent;
 * else the one in the user's config folder; else none.
 *
 * @throws Problem for a file that cannot be read, is not YAML, or has an unknown or wrong key.
 */
export async function loadConfig(search: ConfigSearch, builtIn: readonly AnyRule[]): Promise<LoadedConfig> {
  const found = search.none ? undefined : find(search)
  const named = await ownRules(search.modules, search.cwd, builtIn)
  if (found === undefined && search.set.length === 0)
    return { config: {}, file: undefined, rules: [...builtIn, ...named], notes: [] }
  // YAML and zod cost more to load than a small review takes: only where there is something to read.
  const [{ default: yaml }, { configSchema }] = await Promise.all([import('yaml'), import('./schema.ts')])
  const where = found?.shown ?? '--set'
  const document =
    found === undefined
      ? new yaml.Document({})
      : yaml.parseDocument(found.text, { prettyErrors: false, logLevel: 'error' })
  const [error] = document.errors
  if (error !== undefined) throw yamlMistake(error, where, found?.text ?? '')
  if (document.contents === null) document.contents = document.createNode({})
  for (const setting of search.set) applySetting(document, setting, yaml.parse)
  const data = plainData(document, where)
  const source = { file: where, lineOf: locator(document, found?.text), set: search.set }
  refuseInherited(data, source)
  const parsed = configSchema.safeParse(data)
  if (!parsed.success) throw explain(parsed.error, data, source)
  const at: At = (keys, key) => placeOf(keys, source, key)
  checkColumns(parsed.data, at)
  checkSense(parsed.data, at)
  const rules = [...builtIn, ...named]
  rules.push(...(await configuredRules(parsed.data, found, search.cwd, rules)))
  checkRules(parsed.data, at, rules)
  return { ...asFarAsTrusted(parsed.data, found, search), file: found?.shown, rules }
}

/**
 * A config that was found by walking up the folders says so. Where somebody else owns it or its folder, or can write
 * them, it may set neither where the history is kept nor who a mail goes to.
 */
function asFarAsTrusted(
  config: Config,
  found: Found | undefined,
  { cwd }: ConfigSearch,
): Pick<LoadedConfig, 'config' | 'notes'> {
  if (found === undefined || found.isTrusted) return { config, notes: [] }
  const safe = withoutAddressees(config)
  if (!isDeepStrictEqual(safe, config) && !isOnlyTheUsers(found.path))
    return {
      config: safe,
      notes: [
        `using ${found.shown}, but not its history and mail addresses: somebody else can write this file or its folder. ` +
          `To use them, name it: --config ${found.shown}`,
      ],
    }
  return { config, notes: path.dirname(found.path) === cwd ? [] : [`using ${found.shown}`] }
}

/** Without what says where people's numbers go. */
function withoutAddressees({ history: _history, mail, reps, ...rest }: Config): Config {
  const { to: _to, ...ownMail } = mail ?? {}
  const nameless = Object.entries(reps ?? {}).map(([name, { email: _email, ...rep }]) => [name, rep] as const)
  return {
    ...rest,
    ...(mail !== undefined && { mail: ownMail }),
    ...(reps !== undefined && { reps: Object.fromEntries(nameless) }),
  }
}

/** Loading modules is code that few reviews need. */
async function ownRules(files: readonly string[], cwd: string, known: readonly AnyRule[]): Promise<readonly AnyRule[]> {
  if (files.length === 0) return []
  const { loadRules } = await import('../engine/load-rules.ts')
  return loadRules(files, cwd, known)
}

/** The config's own modules lie beside it. One that was found by walking up the folders never runs code. */
async function configuredRules(
  { rules: { modules = [] } = {} }: Config,
  found: Found | undefined,
  cwd: string,
  known: readonly AnyRule[],
): Promise<readonly AnyRule[]> {
  if (modules.length === 0) return []
  if (found?.isTrusted !== true)
    throw new Problem('its rules.modules are code, and this config was found and not named', {
      where: { file: found?.shown ?? '--set' },
      hint: found === undefined ? 'name them with --rules' : `name the config to run them: --config ${found.shown}`,
    })
  const folder = path.dirname(found.path)
  return ownRules(
    modules.map((file) => path.relative(cwd, path.resolve(folder, file))),
    cwd,
    known,
  )
}

function plainData(document: { toJS(options: { maxAliasCount: number }): unknown }, file: string): unknown {
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 }) ?? {}
    // Only then is it known that it has an end.
    JSON.stringify(data)
    return data
  } catch {
    throw new Problem('the config refers to itself', { where: { file }, hint: 'write anchors and aliases (&, *) out' })
  }
}

interface Found {
  readonly text: string
  readonly path: string
  /** Named on the command line, or the user's own: its modules may run. */
  readonly isTrusted: boolean
  readonly shown: string
}

function find(search: ConfigSearch): Found | undefined {
  if (search.file !== undefined) {
    const file = path.resolve(search.cwd, search.file)
    const text = readConfig(file, search.file)
    if (text !== undefined) return { text, path: file, shown: search.file, isTrusted: true }
    throw new Problem('there is no such config', { where: { file: search.file }, hint: pathHint(search.file, file) })
  }
  const own = ownFolder(search)
  for (const folder of [...workingFolders(search), ...(own === undefined ? [] : [own])]) {
    const file = path.join(folder, CONFIG_NAME)
    const text = readConfig(file, file)
    if (text !== undefined)
      return { text, path: file, shown: path.relative(search.cwd, file) || CONFIG_NAME, isTrusted: folder === own }
  }
  return undefined
}

/** The working folder and its parents. */
function workingFolders({ cwd }: ConfigSearch): string[] {
  const folders = [cwd]
  while (path.dirname(folders.at(-1) ?? '/') !== folders.at(-1)) folders.push(path.dirname(folders.at(-1) ?? '/'))
  return folders
}

/** The user's config folder. */
function ownFolder({ env }: ConfigSearch): string | undefined {
  const base = env['XDG_CONFIG_HOME'] ?? (env['HOME'] === undefined ? undefined : path.join(env['HOME'], '.config'))
  return base === undefined ? undefined : path.join(base, 'pipeline-coach')
}

function readConfig(file: string, shown: string): string | undefined {
  try {
    const bytes = readFileSync(file)
    if (bytes.length <= LARGEST_CONFIG) return bytes.toString('utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new Problem(`the config cannot be read: ${describeFileError(error)}`, {
      where: { file: shown },
      hint:
        code === 'EISDIR' ? `name the file in it, such as ${path.join(shown, CONFIG_NAME)}` : 'check its permissions',
    })
  }
  throw new Problem('the config is larger than 256 KB', { where: { file: shown }, hint: 'a config is a page of YAML' })
}

function applySetting(
  document: { setIn(path: string[], value: unknown): void },
  setting: string,
  parse: (text: string) => unknown,
) {
  const at = setting.indexOf('=')
  if (at < 1)
    throw new Problem(`--set ${setting}: expected key=value`, {
      hint: 'for example --set rules.stale-deal.days=21 or --set columns.owner="Account Exec"',
    })
  const keys = setting.slice(0, at).split('.')
  const value = setting.slice(at + 1)
  // A column or stage name is a text even when it looks like a number.
  try {
    document.setIn(keys, keys[0] === 'columns' ? value : parse(value))
  } catch {
    throw new Problem(`--set ${setting}: not a value that can be set there`, {
      hint: 'a text with special characters stands in quotes: --set stages.won=\'["Won!"]\'',
    })
  }
}

/** What is well-formed and still cannot be meant. */
function checkSense({ stages, closed = [] }: Config, at: At): void {
  const both = stages?.won?.find((stage) => stages.lost?.includes(stage))
  if (both !== undefined)
    throw new Problem(`the stage “${both}” is both won and lost`, {
      where: at(['stages'], 'lost'),
      hint: 'leave it in one of the two',
    })
  const backwards = closed.find(({ from, to }) => from > to)
  if (backwards !== undefined)
    throw new Problem(`closed: from ${backwards.from} to ${backwards.to} goes backwards`, {
      where: at([], 'closed'),
      hint: 'the first day comes first; both belong to it',
    })
}
