import type { z } from 'zod'
import { Problem } from '../system/problem.ts'
import { suggestion } from '../language/suggestion.ts'
import { knownKeys } from './keys.ts'

export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

/** The line of a value, or of a key in it. */
type Locate = (keys: readonly PropertyKey[], key?: string) => number | undefined

interface Node {
  readonly range?: readonly number[]
  readonly items?: readonly { readonly key?: Node & { readonly value?: unknown } }[]
}

export function locator(
  document: { getIn(path: unknown[], keep: boolean): unknown },
  text: string | undefined,
): Locate {
  return (keys, key) => {
    if (text === undefined) return undefined
    const value = document.getIn([...keys], true) as Node | undefined
    const node = key === undefined ? value : value?.items?.find((pair) => pair.key?.value === key)?.key
    const start = node?.range?.[0]
    return start === undefined ? undefined : lineAt(text, start)
  }
}

/** Where the values of a config come from, to say where one is wrong. */
interface Source {
  readonly file: string
  readonly lineOf: Locate
  /** `--set key=value`, each: they stand in no file. */
  readonly set: readonly string[]
}

/** Where a value stands, or a key in it. */
export function placeOf(at: readonly PropertyKey[], { file, lineOf, set }: Source, key?: string) {
  const full = [...at, ...(key === undefined ? [] : [key])].map(String).join('.')
  const isSet = set.some((setting) => {
    const [own = ''] = setting.split('=')
    return full === own || full.startsWith(`${own}.`) || own.startsWith(`${full}.`)
  })
  if (isSet) return { file: '--set' }
  // What is missing has no line of its own, but what it is missing in has one.
  const line = lineOf(at, key) ?? lineOf(at.slice(0, -1))
  return { file, ...(line !== undefined && { line }) }
}

/** A zod record passes over this one key, and what was meant to be set would not be. @throws Problem */
export function refuseInherited(data: unknown, source: Source, at: readonly string[] = []): void {
  if (typeof data !== 'object' || data === null) return
  if (Object.hasOwn(data, '__proto__')) throw unknownKey('__proto__', at, source)
  for (const [key, value] of Object.entries(data)) refuseInherited(value, source, [...at, key])
}

function unknownKey(key: string, at: readonly PropertyKey[], source: Source): Problem {
  return new Problem(`unknown key “${[...at, key].map(String).join('.')}”`, {
    where: placeOf(at, source, key),
    hint: suggestion(key, knownKeys(at)),
  })
}

/** What is wrong in a config that does not fit the schema: what was found, where, and what is allowed there. */
export function explain(error: z.ZodError, data: unknown, source: Source): Problem {
  const issue = deepest(error.issues[0])
  if (issue === undefined || issue.path.length === 0 || issue.code === 'unrecognized_keys') {
    if (issue?.code === 'unrecognized_keys') return unknownKey(issue.keys[0] ?? '', issue.path, source)
    return new Problem('the config is not made of keys and values', {
      where: placeOf([], source),
      hint: 'see docs/config.md',
    })
  }
  const at = issue.path.map(String).join('.')
  const where = placeOf(issue.path, source)
  const value = issue.path.reduce<unknown>(
    (node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  )
  const hint = nearestValue(issue, value) ?? hintFor(issue.path, value)
  if (value === undefined) return new Problem(`${at} is missing`, { where, hint })
  return new Problem(`${at}: ${issue.code === 'invalid_union' ? kindsOf(issue) : inWords(issue.message)}`, {
    where: { ...where, value: typeof value === 'string' ? value : JSON.stringify(value) },
    hint,
  })
}

/** What each branch of a union would have taken. */
function kindsOf({ errors, path: at }: z.core.$ZodIssueInvalidUnion): string {
  const kinds = errors.flatMap(([issue]) => {
    if (issue?.code === 'invalid_value')
      return issue.values.filter((one) => typeof one === 'string').map((one) => `“${one}”`)
    if (issue?.code !== 'invalid_type') return []
    const keys = issue.expected === 'object' ? knownKeys(at) : []
    return `${KINDS[issue.expected] ?? issue.expected}${keys.length === 0 ? '' : ` (${keys.join(', ')})`}`
  })
  return `expected ${kinds.join(' or ')}`
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  object: 'keys and values',
  record: 'keys and values',
  string: 'a text',
}

function hintFor([first, rule, ...deeper]: readonly PropertyKey[], value: unknown): string {
  if (first === 'rules' && rule !== undefined && deeper.length === 0)
    return `a rule runs unless it is “off”; “pipeline-coach rules explain ${String(rule)}” lists its options`
  const [, percent] = /^(\d+(?:\.\d+)?) ?%$/.exec(String(value)) ?? []
  if (percent !== undefined) return `write ${percent} % as ${Number(percent) / 100}`
  return 'see docs/config.md for what is allowed here'
}

/** Of a value that has to be one of a few. */
function nearestValue(issue: z.core.$ZodIssue, value: unknown): string | undefined {
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return undefined
  return suggestion(value, issue.values.map(String))
}

function inWords(message: string): string {
  return message
    .replace(/^Invalid input: expected (\w+)(?:\W.*)?$/, 'expected a $1')
    .replace(
      /^Invalid option: expected one of (.*)$/,
      (_, values: string) => `expected ${values.replaceAll(/"([^"]*)"/g, '“$1”').replaceAll('|', ' or ')}`,
    )
    .replace('expected a array', 'expected a list')
    .replace(/expected a (record|object)/, 'expected keys and values')
    .replace(/^Invalid string: .*$/, 'has an invisible character or is of a wrong form')
    .replace(/^Too (small|big): expected \w+ to be (.*)$/, 'too $1: it has to be $2')
}

/** Of a union that branch says best what is wrong which fits what was written best, and of it the innermost part. */
function deepest(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== 'invalid_union') return issue
  const [branch] = issue.errors.filter(isMeant).sort((a, b) => unknownKeys(a) - unknownKeys(b))
  if (branch === undefined) return issue
  const [best] = [...branch].sort((a, b) => b.path.length - a.path.length)
  return best === undefined ? issue : deepest({ ...best, path: [...issue.path, ...best.path] })
}

type Issues = readonly z.core.$ZodIssue[]

/** Whether a branch of a union is for values of the kind that was written: a text, a number, keys and values. */
function isMeant(branch: Issues): boolean {
  return !branch.some(({ code, path: at }) => at.length === 0 && (code === 'invalid_type' || code === 'invalid_value'))
}

function unknownKeys(branch: Issues): number {
  return branch.reduce((keys, found) => keys + (found.code === 'unrecognized_keys' ? found.keys.length : 0), 0)
}
