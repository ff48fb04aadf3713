import { addDays, type PlainDate } from '../../src/time/plain-date.ts'
import { daysAgo, on, workdayBefore } from './calendar.ts'
import type { Change, Contact, Deal, DealType, Rhythm, Role, Stage } from './model.ts'
import type { Directory } from './names.ts'
import { stageAt } from './paths.ts'

/** A person, the title, the role, and since how many days (from the deal's creation when left out). */
type Part = readonly [name: string, title: string, role: Role, since?: number]

interface Told {
  readonly rep: string
  readonly account: string
  readonly name: string
  readonly type?: DealType
  readonly source: string
  readonly amount: number
  /** In days, on the second Friday. */
  readonly age: number
  /** How many days ago it reached each stage, by the stage's place. The first is the deal's creation. */
  readonly stages: readonly (readonly [ago: number, place: number])[]
  /** The close dates promised, each with how many days ago. */
  readonly promises: readonly (readonly [ago: number, date: string])[]
  readonly cast: readonly Part[]
  readonly rhythm?: Partial<Rhythm>
  /** How many days ago it was won. */
  readonly won?: number
}

const LOOPING: Partial<Rhythm> = { every: [6, 7], loops: true }

const DANA = 'Dana Whitfield'
const PRIYA = 'Priya Natarajan'
const SOFIA = 'Sofia Lindqvist'
const TOM = 'Tom Okafor'
const WALTER = 'Walter Grimm'

// prettier-ignore
const TOLD: readonly Told[] = [
  // Dana works what she has. Between the two exports she gets the CFO to the table.
  { rep: DANA, account: 'Northwind Cold Chain', name: 'Northwind expansion', type: 'Expansion', source: 'Referral',
    amount: 64_000, age: 51, stages: [[51, 1], [40, 2], [30, 4], [19, 5], [8, 6]], promises: [[51, '2026-12-11']],
    cast: [['Grace Ekwueme', 'Head of Logistics', 'Influencer'], ['Paolo Brandi', 'IT Manager', 'Evaluator'],
      ['Henrik Solberg', 'CFO', 'Economic Buyer', 3]] },
  // Sofia's larger deals live on one person each, and that person has to ask somebody.
  { rep: SOFIA, account: 'Hartwell Foods', name: 'Hartwell Foods: plant 2 rollout', type: 'Expansion', source: 'Referral',
    amount: 118_000, age: 45, stages: [[45, 1], [36, 3], [21, 4], [9, 6]], promises: [[45, '2026-12-16']],
    cast: [['Sally Ortiz', 'Project Manager', 'Influencer']], rhythm: LOOPING },
  { rep: SOFIA, account: 'Kestrel Dairy', name: 'Kestrel Dairy batch tracing', source: 'Outbound',
    amount: 86_000, age: 39, stages: [[39, 0], [31, 2], [18, 4], [8, 5]], promises: [[39, '2026-12-22']],
    cast: [['Owen Tully', 'Quality Lead', 'Influencer']], rhythm: LOOPING },
  { rep: SOFIA, account: 'Lakeshore Freight', name: 'Lakeshore Freight dock scheduling', source: 'Trade Show',
    amount: 72_500, age: 44, stages: [[44, 1], [33, 3], [22, 5], [10, 6]], promises: [[44, '2026-12-09']],
    cast: [['Renata Sole', 'Warehouse Manager', 'Influencer']], rhythm: LOOPING },
  { rep: SOFIA, account: 'Ironbridge Pumps', name: 'Ironbridge Pumps maintenance planning', source: 'Outbound',
    amount: 94_000, age: 37, stages: [[37, 0], [29, 2], [17, 3], [7, 4]], promises: [[37, '2027-01-14']],
    cast: [['Curtis Boyle', 'Maintenance Planner', 'Influencer']], rhythm: LOOPING },
  { rep: SOFIA, account: 'Amberline Glass', name: 'Amberline Glass quality portal', source: 'Partner',
    amount: 58_000, age: 31, stages: [[31, 0], [22, 1], [10, 3]], promises: [[31, '2027-01-20']],
    cast: [['Mina Haddad', 'Process Engineer', 'Evaluator']], rhythm: LOOPING },
  // Tom's deals close next month, every month.
  { rep: TOM, account: 'Cedarway Furniture', name: 'Cedarway Furniture line planning', source: 'Referral',
    amount: 74_000, age: 80, stages: [[80, 1], [63, 3], [41, 5], [9, 6]],
    promises: [[80, '2026-09-25'], [58, '2026-10-16'], [37, '2026-10-30'], [22, '2026-11-24'], [2, '2027-01-15']],
    cast: [['Lorna Pike', 'Operations Manager', 'Influencer'], ['Edgar Voss', 'Managing Director', 'Decision Maker']] },
  { rep: TOM, account: 'Stonebridge Paper', name: 'Stonebridge Paper shift rota', source: 'Outbound',
    amount: 52_000, age: 108, stages: [[108, 1], [90, 2], [66, 4], [34, 5], [12, 6]],
    promises: [[108, '2026-08-31'], [82, '2026-09-30'], [52, '2026-10-30'], [23, '2026-11-30'], [9, '2026-12-31']],
    cast: [['Ruben Castel', 'Production Manager', 'Influencer'], ['Agnes Whitlow', 'VP Operations', 'Decision Maker']] },
  { rep: TOM, account: 'Fernhill Farms', name: 'Fernhill Farms supplier portal', source: 'Partner',
    amount: 39_500, age: 73, stages: [[73, 0], [60, 2], [38, 4], [11, 5]],
    promises: [[73, '2026-09-30'], [53, '2026-10-30'], [22, '2026-11-30'], [7, '2026-12-30']],
    cast: [['Della Crane', 'Purchasing Manager', 'Influencer'], ['Monty Farrow', 'Owner', 'Decision Maker']] },
  { rep: TOM, account: 'Sable Tools', name: 'Sable Tools shop-floor tablets', source: 'Trade Show',
    amount: 46_000, age: 66, stages: [[66, 0], [52, 2], [31, 4], [10, 6]],
    promises: [[66, '2026-10-15'], [37, '2026-10-30'], [21, '2026-11-27'], [4, '2026-12-18']],
    cast: [['Irwin Mears', 'Plant Manager', 'Influencer'], ['Joy Castillo', 'Finance Director', 'Economic Buyer'],
      ['Piet Smit', 'IT Manager', 'Evaluator']] },
  { rep: TOM, account: 'Greyfriars Breweries', name: 'Greyfriars Breweries returns desk', source: 'Trade Show',
    amount: 28_000, age: 59, stages: [[59, 0], [46, 1], [29, 3], [12, 4]],
    promises: [[59, '2026-10-30'], [24, '2026-11-20'], [8, '2026-12-11']],
    cast: [['Nell Ogden', 'Logistics Coordinator', 'Influencer'], ['Barry Quill', 'COO', 'Economic Buyer']] },
  // Walter waits for a few large deals that have been waiting for a long time.
  { rep: WALTER, account: 'Meridian Chemicals', name: 'Meridian Chemicals group rollout', source: 'Referral',
    amount: 148_000, age: 201, stages: [[201, 1], [170, 2], [128, 4], [75, 5], [33, 6]], promises: [[201, '2026-12-18']],
    cast: [['Roland Fisk', 'Group Operations Director', 'Decision Maker'], ['Sheila Munn', 'Project Manager', 'Influencer'],
      ['Adil Rahman', 'IT Manager', 'Evaluator']], rhythm: { every: [5, 7] } },
  { rep: WALTER, account: 'Harborview Marine', name: 'Harborview Marine maintenance planning', source: 'Referral',
    amount: 126_000, age: 163, stages: [[163, 1], [130, 2], [98, 3], [55, 5], [14, 6]], promises: [[163, '2027-01-29']],
    cast: [['Ellen Strand', 'Fleet Manager', 'Influencer'], ['Desmond Pryce', 'CFO', 'Economic Buyer']],
    rhythm: { every: [5, 7] } },
  { rep: WALTER, account: 'Pinecrest Foods', name: 'Pinecrest Foods: plant 3 rollout', type: 'Expansion', source: 'Referral',
    amount: 97_000, age: 134, stages: [[134, 0], [111, 2], [80, 4], [39, 5]],
    promises: [[134, '2026-10-30'], [23, '2026-12-15']],
    cast: [['Marge Tolland', 'Plant Director', 'Decision Maker'], ['Kenny Rusk', 'Operations Manager', 'Influencer']],
    rhythm: { every: [4, 7], until: daysAgo(19), plans: false, note: 'Marge to call when the board is back' } },
  { rep: WALTER, account: 'Caldera Metals', name: 'Caldera Metals warehouse scanning', source: 'Trade Show',
    amount: 88_000, age: 108, stages: [[108, 1], [85, 2], [60, 3], [10, 4]], promises: [[108, '2026-12-22']],
    cast: [['Vince Orlo', 'Head of Supply Chain', 'Decision Maker'], ['Tess Arden', 'Warehouse Manager', 'Influencer']],
    rhythm: { every: [4, 7] } },
  // What keeps this quarter within reach of those whose trouble is another.
  { rep: DANA, account: 'Orchard Bakeries', name: 'Orchard Bakeries batch tracing', source: 'Referral', amount: 78_000,
    age: 79, stages: [[79, 1], [66, 3], [54, 5], [44, 6]], promises: [[79, '2026-10-23']], won: 31,
    cast: [['Imke Roth', 'Quality Manager', 'Influencer'], ['Stuart Fell', 'Managing Director', 'Decision Maker']] },
  { rep: PRIYA, account: 'Copperhead Logistics', name: 'Copperhead Logistics dock scheduling', source: 'Referral',
    amount: 62_000, age: 71, stages: [[71, 1], [59, 3], [48, 5], [39, 7]], promises: [[71, '2026-10-30']], won: 28,
    cast: [['Yvette Lamar', 'Operations Manager', 'Influencer'], ['Conrad Bly', 'CFO', 'Economic Buyer'],
      ['Ikram Said', 'IT Manager', 'Evaluator']] },
  { rep: SOFIA, account: 'Evenstar Labs', name: 'Evenstar Labs batch tracing', source: 'Referral', amount: 56_000, age: 88,
    stages: [[88, 1], [75, 3], [62, 5], [51, 7]], promises: [[88, '2026-10-16']], won: 38,
    cast: [['Ottilie Brand', 'Lab Manager', 'Influencer'], ['Noel Farida', 'Managing Director', 'Decision Maker']] },
  { rep: TOM, account: 'Bluewater Plastics', name: 'Bluewater Plastics line planning', source: 'Partner', amount: 86_000,
    age: 93, stages: [[93, 0], [80, 2], [66, 4], [52, 6]], promises: [[93, '2026-10-09'], [45, '2026-10-30']], won: 36,
    cast: [['Sunita Rao', 'Operations Manager', 'Influencer'], ['Garth Lyle', 'VP Operations', 'Decision Maker']] },
  { rep: WALTER, account: 'Granite Freight', name: 'Granite Freight group rollout', source: 'Referral', amount: 112_000,
    age: 128, stages: [[128, 1], [104, 3], [81, 5], [60, 7]], promises: [[128, '2026-10-30']], won: 29,
    cast: [['Bettina Kroll', 'COO', 'Economic Buyer'], ['Hal Weston', 'Project Manager', 'Influencer']] },
  // Nobody's: what came in through the web while nobody looked.
  { rep: '', account: 'Tamarack Labs', name: 'Tamarack Labs quality portal', source: 'Web', amount: 21_000, age: 24,
    stages: [[24, 0]], promises: [[24, '2026-12-30']], cast: [] },
  { rep: '', account: 'Dovetail Furniture', name: 'Dovetail Furniture shift rota', source: 'Web', amount: 16_500, age: 9,
    stages: [[9, 0]], promises: [[9, '2027-01-22']], cast: [] },
]

/** The deals that the stories are about. */
export function storyDeals(people: Directory): Deal[] {
  for (const { account, cast } of TOLD)
    for (const name of [account, ...cast.map(([each]) => each)]) people.reserve(name)
  return TOLD.map((told) => tell(told, people))
}

function tell(told: Told, people: Directory): Deal {
  const { rep, account, name, source, age } = told
  const created = workdayBefore(daysAgo(age))
  const won = told.won === undefined ? undefined : workdayBefore(daysAgo(told.won))
  const deal: Deal = {
    key: `told|${name}`,
    rep,
    account,
    name,
    type: told.type ?? 'New Business',
    source,
    created,
    stages: stagesOf(told, created, won),
    amounts: [{ day: created, to: told.amount }],
    promises: told.promises.map(([ago, date]) => ({ day: dayOf(ago, told, created), to: on(date) })),
    contacts: told.cast.map((part, at) => join(part, at, told, people, created)),
    rhythm: { every: [3, 6], plans: rep !== '', ...told.rhythm },
  }
  return won === undefined ? deal : { ...deal, end: { day: won, won: true } }
}

function stagesOf(told: Told, created: PlainDate, won: PlainDate | undefined): Change<Stage>[] {
  const open = told.stages.map(([ago, place]): Change<Stage> => {
    return { day: dayOf(ago, told, created), to: stageAt(place) }
  })
  return won === undefined ? open : [...open, { day: won, to: 'Closed Won' }]
}

function dayOf(ago: number, { age }: Told, created: PlainDate): PlainDate {
  return ago === age ? created : workdayBefore(daysAgo(ago))
}

function join(part: Part, at: number, told: Told, people: Directory, created: PlainDate): Contact {
  const [name, title, role, since] = part
  const person = people.introduce(told.account, role, name, title)
  return { person, role, since: since === undefined ? addDays(created, at * 3) : daysAgo(since) }
}
