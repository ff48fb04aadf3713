import { WEEK_1, WEEK_2 } from './calendar.ts'
import { ordinaryDeals } from './deals.ts'
import { deskWork } from './desk.ts'
import { exportOn, quoted, rowIds, type Truth } from './export.ts'
import { Ids } from './ids.ts'
import { Directory } from './names.ts'
import { README } from './readme.ts'
import { MANAGER, PROFILES } from './reps.ts'
import { storyDeals } from './stories.ts'
import { managerVisits, touches } from './touches.ts'

/** Every file of the sample, by its path in the sample's folder. The same on every call. */
export function sampleTeamFiles(): Map<string, string> {
  const truth = simulate()
  const files = new Map([
    ['README.md', README],
    ['reps.csv', reps()],
  ])
  for (const [folder, day] of [['week-1', WEEK_1] as const, ['week-2', WEEK_2] as const])
    for (const [name, content] of exportOn(truth, day)) files.set(`${folder}/${name}`, content)
  return files
}

function simulate(): Truth {
  const ids = new Ids()
  const people = new Directory(ids)
  for (const { name } of PROFILES) people.reserve(name)
  people.reserve(MANAGER)
  const told = storyDeals(people)
  const ordinary = PROFILES.flatMap((rep) => {
    const own = told.filter((deal) => deal.rep === rep.name)
    return ordinaryDeals(rep, own, people)
  })
  const deals = [...told, ...ordinary].sort((a, b) => a.created - b.created)
  const careOf = new Map(PROFILES.map((rep) => [rep.name, rep]))
  const onDeals = deals.flatMap((deal) => touches(deal, ids, careOf.get(deal.rep) ?? { keepsInTouch: 0 }))
  const atDesk = PROFILES.flatMap((rep) => deskWork(rep, ids, people))
  const visits = managerVisits(deals, ids, MANAGER)
  const activities = [...onDeals, ...atDesk, ...visits].sort((a, b) => a.day - b.day)
  const dealIds = new Map(deals.map((deal) => [deal, ids.next('006')]))
  return { deals, dealIds, activities, rowIds: rowIds(deals, ids) }
}

function reps(): string {
  const columns = ['Rep', 'Email', 'Manager', 'Level', 'Start Date', 'Quarterly Goal']
  const rows = PROFILES.map(({ name, email, level, started, quarterlyGoal }) => {
    return [name, email, MANAGER, level, started, String(quarterlyGoal)]
  })
  return [columns, ...rows].map((row) => `${quoted(row)}\n`).join('')
}
