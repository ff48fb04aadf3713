import { expect, it } from 'vitest'
import { chanceToNotice } from '../../src/book/team/notice.ts'

const team = (reps: number, won: number, of: number) => Array.from({ length: reps }, () => ({ won, of }))

it('a win rate half the team’s is noticed the more often, the more was closed', () => {
  const few = chanceToNotice(team(6, 6, 20)) ?? 1
  const some = chanceToNotice(team(6, 18, 60)) ?? 1
  const many = chanceToNotice(team(6, 60, 200)) ?? 0
  expect(few).toBeLessThan(some)
  expect(some).toBeLessThan(many)
  expect(few).toBeLessThan(0.2)
  expect(many).toBeGreaterThan(0.9)
})

it('is not known where there is nobody to compare with, or nothing was won', () => {
  expect(chanceToNotice(team(1, 20, 60))).toBeUndefined()
  expect(chanceToNotice(team(6, 0, 60))).toBeUndefined()
})
