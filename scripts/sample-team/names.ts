import type { Ids } from './ids.ts'
import type { Contact, Person, Role } from './model.ts'
import { Random } from './random.ts'
import { addDays, type PlainDate } from '../../src/time/plain-date.ts'

const FIRST =
  `Aisha Alan Amara Andre Anita Astrid Beatriz Ben Bianca Bram Camila Carl Chloe Claire Colin Daria David Deepa
Dmitri Eileen Elena Emil Erin Esther Farah Felix Fiona Gabriel Gemma Greta Hana Hannah Harold Hugo Ian Imani Ines Ingrid
Isaac Ivan Jack Jana Jasper Jean Joan Joel Jonas Julia Karim Kate Katya Keith Laila Lars Laura Leon Lin Lucas Maeve Malik
Mara Mariam Martin Maya Mei Mila Nadia Naomi Nathan Neil Nina Noor Olga Oscar Paul Pedro Petra Rafael Ravi Rhea Rosa Ruth
Sam Sanjay Selma Simon Stella Tara Theo Tomas Uma Vera Victor Wendy Yara Yusuf Zoe`.split(/\s+/)

const LAST =
  `Abbott Achebe Adler Alvarez Amin Andersen Arnold Aziz Baker Banerjee Barros Bauer Becker Bennett Berg Bishop
Blake Boone Brandt Bryant Burke Cairns Calder Campos Carver Chen Cole Conti Cooper Costa Cruz Dalton Das Dempsey Diaz Dixon
Doyle Duarte Duffy Eklund Ellis Engel Falk Farrell Ferrari Finch Fischer Fleming Flores Foster Frost Gallo Garner Gibbs
Gomez Graves Haas Hale Hansen Harlow Hassan Hayes Holmberg Hoang Hughes Ibarra Iyer Jansen Jensen Kang Kaur Keller Khan Kline
Kovac Kumar Lang Larsen Lee Lehman Lopez Lowe Lund Mahler Marsh Mbeki Meyer Molina Moreau Mossop Naidu Nash Novak Nunez Obi
Olsen Park Patel Perry Pham Porter Quinn Ramos Reyes Rossi Rowe Saito Santos Schmidt Shah Silva Singh Sloan Stone Sutton
Tanaka Thorne Torres Vance Vega Vogel Wade Walsh Ward Weber West Wolfe Wong Yates Yorke Zimmer`.split(/\s+/)

const ROOTS =
  `Alder Amberline Arden Ashgrove Bellweather Birchmont Blackthorn Bluewater Brightwater Broadmoor Caldera Cedarway
Claymore Clearfield Copperhead Cresthaven Dovetail Eastlake Elmhurst Evenstar Fairbourne Falconer Fernhill Foxglove Glenmark
Granite Greyfriars Halcyon Harborview Hazelton Highmere Ironbridge Juniper Kestrel Kingsway Lakeshore Larkfield Lindenhof
Longmeadow Maplewood Marlowe Meridian Millbrook Northgate Oakhaven Orchard Palisade Pinecrest Quarry Ravenswood Redwood
Ridgeline Rosewood Sable Silverton Stonebridge Summerfield Tamarack Thistle Underhill Valewood Westbrook Whitestone
Willowbank Yarrow`.split(/\s+/)

const TRADES =
  `Foods|Logistics|Plastics|Packaging|Dairy|Tools|Textiles|Metals|Freight|Paper|Bakeries|Labs|Furniture|Chemicals
|Breweries|Glass|Pumps|Farms|Optics|Marine`
    .replace(/\s*\n/g, '')
    .split('|')

const TITLES: Readonly<Record<Role, readonly string[]>> = {
  Influencer: ['Project Manager', 'Operations Manager', 'Continuous Improvement Lead', 'Warehouse Manager'],
  'Decision Maker': ['Plant Director', 'VP Operations', 'Head of Supply Chain', 'Managing Director'],
  'Economic Buyer': ['CFO', 'COO', 'Finance Director', 'VP Finance'],
  Evaluator: ['IT Manager', 'Systems Architect', 'Quality Manager', 'Process Engineer'],
  'Business User': ['Shift Supervisor', 'Production Planner', 'Purchasing Manager', 'Logistics Coordinator'],
}

/** The people and companies of the sample. Every name is given out once. */
export class Directory {
  private readonly taken = new Set<string>()
  private readonly staff = new Map<string, Person>()
  private readonly random = new Random('names')
  private readonly ids: Ids

  constructor(ids: Ids) {
    this.ids = ids
  }

  /** Keeps a name that a story uses from being given to somebody else. */
  reserve(name: string): void {
    this.taken.add(name)
  }

  personName(): string {
    return this.fresh(() => `${this.random.pick(FIRST)} ${this.random.pick(LAST)}`)
  }

  account(): string {
    return this.fresh(() => `${this.random.pick(ROOTS)} ${this.random.pick(TRADES)}`)
  }

  /** The account's person in a role, the same one each time. */
  personIn(account: string, role: Role): Person {
    const key = `${account}|${role}`
    const known = this.staff.get(key)
    if (known !== undefined) return known
    const title = this.random.pick(TITLES[role])
    return this.introduce(account, role, this.personName(), title)
  }

  introduce(account: string, role: Role, name: string, title: string): Person {
    this.reserve(name)
    const person = { id: this.ids.next('003'), name, title }
    this.staff.set(`${account}|${role}`, person)
    return person
  }

  /** These roles' people, each met some days after the one before. */
  contacts(account: string, roles: readonly Role[], created: PlainDate): Contact[] {
    return roles.map((role, at) => ({ person: this.personIn(account, role), role, since: addDays(created, at * 3) }))
  }

  private fresh(draw: () => string): string {
    let name = draw()
    while (this.taken.has(name)) name = draw()
    this.taken.add(name)
    return name
  }
}
