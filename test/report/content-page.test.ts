import { expect, it } from 'vitest'
import { repContent } from '../../src/report/content/content-page.ts'
import { agendaOf } from '../agenda/any-team.ts'

it('what is new is new business, week by week as in the headline; renewals are said beside it', () => {
  const created = (day: string, type: string) => ({ owner: 'Dana', created: day, type })
  const agenda = agendaOf({
    deals: [
      created('2026-11-18', 'New Business'),
      created('2026-11-18', 'Renewal'),
      created('2026-11-10', 'Renewal'),
      created('2026-11-03', 'New Business'),
    ],
  })
  const [page] = agenda.pages
  if (page === undefined) throw new Error('there is no page')
  const { creation } = repContent(page, agenda)
  expect(creation.now).toBe('1 (and 1 renewal)')
  expect(creation.byWeek.slice(0, 4)).toEqual([1, 0, 1, 0])
})
