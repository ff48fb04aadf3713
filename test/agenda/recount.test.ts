import { describe, expect, it } from 'vitest'
import { sample } from '../support/run.ts'

const { stdout } = await sample()
const report = stdout.replaceAll('\u00A0', ' ').replaceAll(/\s+/g, ' ')

function matches(pattern: RegExp): number[][] {
  return [...report.matchAll(pattern)].map(([, ...numbers]) => numbers.map(Number))
}

describe('a reader of the sample team’s pages comes to the same', () => {
  it('by what is usual and what was created: so many are short', () => {
    const found = matches(
      /(\d+) new in (\d+) weeks \(.{0,400}?(\d+) short of the .{0,20}usual pace \((\d+) in (\d+) weeks\)/g,
    )
    expect(found.length).toBeGreaterThan(0)
    for (const [created = 0, weeks, short, usual = 0, over] of found) {
      expect(short).toBe(usual - created)
      expect(over).toBe(weeks)
    }
  })

  it('by what a later period is short of, the win rate and the average: so many new ones', () => {
    const found = matches(
      /is \$(\d+)k short so far: that takes (\d+) new opportunities, [\d.]+ a week until [\w ]+ \((\d+) % won, \$(\d+)k/g,
    )
    expect(found).toHaveLength(6)
    for (const [short = 0, opportunities, rate = 0, average = 0] of found)
      // The thousands are rounded, and so are deals, upwards.
      expect([0, 1]).toContain((opportunities ?? 0) - Math.ceil((short - 0.5) / ((rate / 100) * average)))
  })

  it('and is not asked twice what the last week went into', () => {
    const pages = report.split(/───+/)
    const ofWeek = /What did you do last week|What did the last \d+ weeks go into|Walk me through last week/g
    const asked = pages.flatMap((page) => page.match(ofWeek)?.length ?? [])
    expect(asked).toEqual([1, 1])
  })
})
