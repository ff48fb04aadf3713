import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { analyse } from 'scslre'
import { describe, expect, it } from 'vitest'
import { projectFolder } from './support/run.ts'

// A cell can hold 20,000 characters of anything. An expression that goes back over them again and again would hang the
// review, and Ctrl-C would not be heard.

interface Found {
  readonly file: string
  readonly pattern: string
  readonly flags: string
}

const files = ['src', 'rules'].flatMap((top) =>
  readdirSync(path.join(projectFolder, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(top, file)),
)

function expressionsOf(file: string): Found[] {
  const found: Found[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) return node.forEach(visit)
    const { type, regex } = node as { type?: string; regex?: { pattern: string; flags: string } }
    if (type === 'Literal' && regex !== undefined) found.push({ file, ...regex })
    else Object.values(node).forEach(visit)
  }
  visit(parseAst(readFileSync(path.join(projectFolder, file), 'utf8'), { lang: 'ts' }).body)
  return found
}

describe('regular expressions', () => {
  it('never go back over a text again and again', () => {
    const slow = files.flatMap(expressionsOf).flatMap(({ file, pattern, flags }) => {
      const { reports } = analyse({ source: pattern, flags }, { maxReports: 1 })
      return reports.map((report) => `${file}: /${pattern}/${flags} (${report.type})`)
    })
    expect(slow).toEqual([])
  })
})
