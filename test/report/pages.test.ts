import { describe, expect, it } from 'vitest'
import { linesIn, wordsIn } from '../../src/report/content/fit.ts'
import { sharedData, sharedFile } from '../support/shared-data.ts'
import { run, sample } from '../support/run.ts'

const RULE = /\n─+\n/u

interface Pages {
  readonly team: string
  readonly reps: readonly string[]
}

/** What is printed, by page; pages of reps have their blanks at the end. */
function pagesOf(report: string): Pages {
  const [team = '', ...rest] = report.split(RULE)
  return { team, reps: rest.filter((page) => page.includes('AGREED')) }
}

const reports: readonly (readonly [name: string, print: (width: number) => Promise<string>])[] = [
  ['the sample team', async (width) => (await sample('--width', String(width))).stdout],
  ...(sharedData === undefined
    ? []
    : [
        [
          'Maven',
          async (width: number) =>
            (
              await run([
                'review',
                sharedFile('maven-crm'),
                '--as-of',
                '2017-09-30',
                '--no-history',
                '--width',
                String(width),
              ])
            ).stdout,
        ] as const,
        [
          'HubSpot',
          async (width: number) =>
            (
              await run([
                'review',
                sharedFile('hubspot-import-shape'),
                '--as-of',
                '2025-05-05',
                '--no-history',
                '--width',
                String(width),
              ])
            ).stdout,
        ] as const,
      ]),
]

describe.each(reports)('the report on %s', (_, print) => {
  it.each([80, 120])('has a team screen of 40 lines and pages of 25 at %i columns', async (width) => {
    const { team, reps } = pagesOf(await print(width))
    expect(linesIn(team)).toBeLessThanOrEqual(40)
    expect(reps.length).toBeGreaterThan(0)
    for (const page of reps) {
      const most = /^DO +Nothing/mu.test(page) ? 15 : 25
      expect(linesIn(page), page).toBeLessThanOrEqual(most)
      expect(wordsIn(page), page).toBeLessThanOrEqual(250)
      for (const line of page.split('\n')) expect(line.length).toBeLessThanOrEqual(width)
    }
  })

  it('has pages of 250 words at 60 columns', async () => {
    for (const page of pagesOf(await print(60)).reps) expect(wordsIn(page), page).toBeLessThanOrEqual(250)
  })

  it('asks no question twice', async () => {
    const { reps } = pagesOf(await print(120))
    const questions = reps.flatMap((page) =>
      page
        .replaceAll(/\n {10}/gu, ' ')
        .split(/(?<=[.?!:;”])\s+|\n/u)
        .filter((sentence) => sentence.endsWith('?')),
    )
    // “Who signs?” and the like belong to the sentence before them, which names somebody.
    const whole = questions.filter((question) => wordsIn(question) > 5)
    expect(whole.filter((question, at) => whole.indexOf(question) !== at)).toEqual([])
  })
})

describe('the pages of the sample team', () => {
  it('are in the order of what is missing of the goal, and who made it comes last', async () => {
    const { reps } = pagesOf((await sample()).stdout)
    expect(reps.map((page) => page.trim().split(/ {2}/u)[0])).toEqual([
      'MARCUS BELL',
      'DANA WHITFIELD',
      'SOFIA LINDQVIST',
      'TOM OKAFOR',
      'WALTER GRIMM',
      'PRIYA NATARAJAN',
    ])
  })

  it('name no rule, setting, file or severity', async () => {
    const { reps } = pagesOf((await sample()).stdout)
    for (const page of reps) expect(page).not.toMatch(/[a-z]+-[a-z]+-[a-z]+|\.yaml|\.csv|\b(?:high|medium|low) {2}/u)
  })

  it('write days and numbers as in the United States, and otherwise where that is asked for', async () => {
    const us = (await sample()).stdout
    expect(us).toContain('For Monday, Nov 23, 2026')
    expect(us).toContain('by Fri, Nov 27')
    expect(us).toContain('wins 9%, 7 of 77')
    const british = (await sample('--locale', 'en-GB')).stdout
    expect(british).toContain('For Monday, 23 Nov 2026')
    expect(british).toContain('by Fri 27 Nov')
  })
})
