import type { PlainDate } from '../../src/time/plain-date.ts'
import { daysAgo, on, workday } from './calendar.ts'
import type { Ids } from './ids.ts'
import type { Activity, ActivityType } from './model.ts'
import type { Directory } from './names.ts'
import { Random } from './random.ts'
import type { Profile } from './reps.ts'
import { disposition } from './touches.ts'

const PROSPECTING: readonly (readonly [ActivityType, string])[] = [
  ['Call', 'Prospecting call'],
  ['Call', 'Prospecting call'],
  ['Email', 'Prospecting e-mail'],
  ['Call', 'Prospecting call, second try'],
  ['Meeting', 'First meeting'],
]
const CHORES = ['Invoice query', 'Order follow-up', 'Credit note', 'Monthly report', 'Support ticket follow-up']

const FIRST_DAY = on('2025-10-01')
const WEEKS = 60

/** What a rep does that belongs to no deal: looking for the next one, and the work that nobody else does. */
export function deskWork(rep: Profile, ids: Ids, people: Directory): Activity[] {
  const random = new Random(`${rep.name}|desk`)
  const list: Activity[] = []
  for (let week = WEEKS - 1; week >= 0; week--) {
    const rate = week < 4 ? rep.prospecting.lately : rep.prospecting.before * (week < 30 ? 1 : 0.4)
    for (const day of someDays(rate, week, random)) list.push(...approach(rep, ids, people, { day, random }))
    for (const day of someDays(rep.chores * (week < 30 ? 1 : 0.4), week, random)) {
      const subject = random.pick(CHORES)
      list.push({ id: ids.next('00T'), owner: rep.name, type: 'Task', subject, day, known: day })
    }
  }
  return list
}

function someDays(rate: number, week: number, random: Random): PlainDate[] {
  const count = Math.floor(rate + random.next())
  const days = Array.from({ length: count }, () => workday(daysAgo(week * 7 + random.int(0, 4))))
  return days.filter((day) => day >= FIRST_DAY && day <= daysAgo(0)).sort((a, b) => a - b)
}

function approach(rep: Profile, ids: Ids, people: Directory, when: { day: PlainDate; random: Random }): Activity[] {
  const { day, random } = when
  const [type, subject] = random.pick(PROSPECTING)
  const who = { id: ids.next('00Q'), name: people.personName() }
  const id = ids.next(type === 'Meeting' ? '00U' : '00T')
  const whole = { id, who, owner: rep.name, type, subject, day, known: day }
  return [type === 'Call' ? { ...whole, disposition: disposition(random, 0.35) } : whole]
}
