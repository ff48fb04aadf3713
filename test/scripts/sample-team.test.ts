import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sampleTeamFiles } from '../../scripts/sample-team/files.ts'

const folder = fileURLToPath(new URL('../../fixtures/sample-team', import.meta.url))
const files = sampleTeamFiles()

function committed(): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name))
  return names.map((name) => path.relative(folder, name).replaceAll(path.sep, '/')).sort()
}

describe('the sample team', () => {
  it('consists of the files that the generator writes, and no others', () => {
    expect(committed()).toEqual([...files.keys()].sort())
  })

  it.each([...files.keys()])('holds %s exactly as generated', (name) => {
    // Not toEqual: a difference in a large file would print the whole of it.
    expect(readFileSync(path.join(folder, name), 'utf8') === files.get(name)).toBe(true)
  })

  it.each(['week-1', 'week-2'])('gives every row of %s an id of its own', (week) => {
    const tables = [...files].filter(([name]) => name.startsWith(`${week}/`))
    const ids = tables.flatMap(([, content]) => [...content.matchAll(/^"(00\w{16})",/gm)].map(([, id]) => id))
    expect(tables).toHaveLength(4)
    expect(ids.length).toBeGreaterThan(1000)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
