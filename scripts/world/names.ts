import { Random } from '../sample-team/random.ts'
import { REGIONS, type Customer, type Person } from './log.ts'

const FIRST = `Ada Ben Clara Dan Elena Felix Grace Hugo Iris Jonas Kate Leo Maya Noah Olive Paul Quinn Rosa Sam Tess
Uma Victor Wanda Xavier Yara Zane`.split(/\s+/)
const LAST = `Abbott Barnes Cole Duffy Ellis Foster Grant Hayes Ingram Jensen Keller Lowe Mercer Nolan Osborn Parker
Quigley Reyes Sawyer Turner Underwood Vance Walsh York Zimmer`.split(/\s+/)
const PLACE = `Alder Birch Cedar Dover Elm Fern Glen Harbor Iron Juniper Kestrel Lake Maple North Oak Pine Quarry River
Stone Thorn Vale Willow`.split(/\s+/)
const TRADE = `Foods Labs Metals Paper Tools Optics Pumps Glass Freight Dairy Marine Textiles Plastics Furniture Energy
Media`.split(/\s+/)
const TITLES = [
  { title: 'CEO', isDeciding: true },
  { title: 'CFO', isDeciding: true },
  { title: 'VP Operations', isDeciding: true },
  { title: 'Project Coordinator', isDeciding: false },
  { title: 'Engineer', isDeciding: false },
  { title: 'Analyst', isDeciding: false },
] as const

/** The rep’s name by number; from 26 on they have a middle initial. */
export function repName(at: number): string {
  const initial = at < FIRST.length ? '' : ` ${String.fromCodePoint(65 + (Math.floor(at / FIRST.length) % 26))}.`
  return `${FIRST[at % FIRST.length]}${initial} ${LAST[(at * 7) % LAST.length]}`
}

export const emailOf = (name: string, domain: string) =>
  `${name.toLowerCase().replaceAll('.', '').replaceAll(' ', '.')}@${domain}`

/** A customer by number: always the same name, in no two the same. */
export function customer(seed: number, at: number, region: string | undefined): Customer {
  const random = new Random(`world ${seed}|customer ${at}`)
  const place = PLACE[at % PLACE.length]
  const trade = TRADE[Math.floor(at / PLACE.length) % TRADE.length]
  const round = Math.floor(at / (PLACE.length * TRADE.length))
  const name = `${place}${round === 0 ? '' : ` ${round + 1}`} ${trade}`
  const people: Person[] = []
  const made: Customer = {
    id: `A${String(at + 1).padStart(5, '0')}`,
    name,
    region: region ?? random.pick(REGIONS),
    people,
    wonSince: undefined,
  }
  const domain = `${name.toLowerCase().replaceAll(' ', '-')}.example`
  for (let each = 0; each < 3; each++) {
    // One of them in each half of the titles, so that it is the deal that has a decision maker or not.
    const { title, isDeciding } = random.pick(TITLES.filter((one) => one.isDeciding === (each === 0)))
    const person = `${random.pick(FIRST)} ${random.pick(LAST)}`
    people.push({
      id: `P${String(at + 1).padStart(5, '0')}${each}`,
      name: person,
      email: emailOf(person, domain),
      title,
      isDeciding,
      account: made,
    })
  }
  return made
}
