import { describe, expect, it } from 'vitest'
import { messageFor } from '../../src/report/text/message.ts'

describe('a message on a terminal', () => {
  it('is broken between words, and what follows stands further in', () => {
    expect(messageFor(40, 'pipeline-coach: deals.csv: there is no such file\n  did you mean “deal.csv”?\n')).toBe(
      'pipeline-coach: deals.csv: there is no\n  such file\n  did you mean “deal.csv”?\n',
    )
  })

  it('what somebody copies stays on one line, longer than the window or not', () => {
    const command = '“pipeline-coach weeks/2026-11-30 --previous weeks/2026-11-23”'
    expect(messageFor(40, `name the folder to read: ${command}`)).toBe(`name the folder to read:\n  ${command}`)
    expect(messageFor(40, 'to see what changed since then, add --previous "last week.csv"')).toBe(
      'to see what changed since then, add\n  --previous "last week.csv"',
    )
  })
})
