import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewLiveConversations } from '../../rules/activity/few-live-conversations.ts'
import { nonSellingWork } from '../../rules/activity/non-selling-work.ts'
import { tooLittleActivity } from '../../rules/activity/too-little-activity.ts'
import { produces } from '../../src/book/team/outcomes.ts'
import { nobodys, noSettings } from '../../src/book/settings.ts'
import { runRules } from '../../src/engine/run-rules.ts'
import { addDays } from '../../src/time/plain-date.ts'
import { bookOf, day, iso, repCalled, times, TODAY, type Cells } from '../support/exports.ts'

// Outcomes come before motion: whoever brings results is not asked how many calls they made.

const gated = [tooLittleActivity, fewLiveConversations, nonSellingWork]

const daysAgo = (days: number) => iso(addDays(day(TODAY), -days))

const standards = {
  ...noSettings.standards,
  newOpportunities: { ...nobodys<number>(), default: 1 },
  prospectingActivities: { ...nobodys<number>(), default: 5 },
}

/** Whatever was logged, by type, subject, day and outcome; notes, plans and what is years old among it. */
const anyActivities: fc.Arbitrary<Cells<'activities'>[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom('Call', 'Email', 'Email', 'Meeting', 'Task', 'Note', 'Other'),
      subject: fc.constantFrom('Invoice 12', 'Order status', 'Cold call', 'Demo', 'Team meeting', undefined),
      date: fc.integer({ min: -5, max: 60 }).map(daysAgo),
      outcome: fc.constantFrom('No answer', undefined),
      times: fc.nat(9),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.flatMap(({ times: count, ...cells }) => times(count, cells)))

/** New in the last four weeks, where four are the standard. */
const anyCreation = fc.nat(12)
/** Won of thirty: in a team that wins a half, nine are too few. */
const anyWins = fc.integer({ min: 0, max: 30 })

const anyRep = fc.record({ created: anyCreation, won: anyWins, activities: anyActivities })

/** On days of their own: twenty on one day would be an import. */
function dealsOf(owner: string, created: number, won: number): Cells<'opportunities'>[] {
  const closed = Array.from({ length: 30 }, (_, at): Cells<'opportunities'> => ({
    owner,
    stage: at < won ? 'Closed Won' : 'Closed Lost',
    created: daysAgo(160 + at),
    closeDate: daysAgo(150 + at),
  }))
  const open = Array.from({ length: created }, (_, at) => ({
    owner,
    stage: 'Prospecting',
    created: daysAgo(3 + 2 * at),
  }))
  return [...open, ...closed]
}

describe('the rules about activity', () => {
  it('say nothing about a rep who produces, whatever they log', () => {
    const seen = { producing: 0, sparedForTheSame: 0, spoken: new Set<string>() }
    fc.assert(
      fc.property(fc.array(anyRep, { minLength: 2, maxLength: 4 }), (reps) => {
        // The same activity once more, by one who has created nothing: there it may be spoken about.
        const twins = reps.map((rep) => ({ ...rep, created: 0 }))
        const everybody = [...reps, ...twins].map((rep, at) => ({ ...rep, name: `Rep ${at}` }))
        const book = bookOf(
          {
            deals: everybody.flatMap(({ name, created, won }) => dealsOf(name, created, won)),
            reps: everybody.map(({ name }) => ({ rep: name, startDate: '2020-01-01' })),
            activities: everybody.flatMap(({ name, activities }) =>
              activities.map((cells) => ({ ...cells, owner: name })),
            ),
          },
          { settings: { standards } },
        )
        const { findings, failures } = runRules(book, gated)
        expect(failures).toEqual([])
        const about = new Set(findings.map(({ rep }) => rep))
        for (const [at, { name }] of everybody.entries()) {
          if (!produces(repCalled(book, name), book)) continue
          seen.producing++
          expect(findings.filter(({ rep }) => rep === name)).toEqual([])
          if (about.has(`Rep ${at + reps.length}`)) seen.sparedForTheSame++
        }
        for (const { rule } of findings) seen.spoken.add(rule)
      }),
      { numRuns: 60 },
    )
    // It would hold of rules that never speak, and of a team in which nobody produces.
    expect(seen.producing).toBeGreaterThan(20)
    expect(seen.sparedForTheSame).toBeGreaterThan(10)
    expect([...seen.spoken].sort()).toEqual(gated.map(({ id }) => id).sort())
  })

  it('are exactly these three', async () => {
    const { rules } = await import('../../rules/index.ts')
    expect(rules.filter(({ sparesProducers }) => sparesProducers === true)).toEqual(gated)
  })
})
