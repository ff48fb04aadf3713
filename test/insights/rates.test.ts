import { describe, expect, it } from 'vitest'
import { isFound, noiseTeam, PLANTED } from './rates.ts'

// A small sample of `npm run insight-rates`: what is planted is found, and noise stays silent most of the time.
const SEEDS = [1, 2, 3, 4]

describe('on invented teams', () => {
  it.each(PLANTED)('$insight finds what is planted', (planted) => {
    const found = SEEDS.filter((seed) => isFound(planted, seed)).length
    expect(found).toBeGreaterThanOrEqual(SEEDS.length - 1)
  })

  it('hardly any claim is made of equal reps and twenty columns that tell nothing', () => {
    const claiming = [11, 12, 13, 14, 15, 16, 17, 18].filter((seed) => noiseTeam(seed).size > 0)
    expect(claiming.length).toBeLessThanOrEqual(4)
  })
}, 60_000)
