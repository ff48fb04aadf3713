/** A team of thirty as a CSV: long names, short ones, names in other scripts; a year of deals, always the same. */
export function bigTeam(): string {
  const random = numbers(7)
  const rows = NAMES.flatMap((owner, at) => {
    const winRate = 0.12 + 0.33 * random()
    return Array.from({ length: 30 + Math.floor(random() * 60) }, (_, deal) => {
      const created = Math.floor(random() * 360)
      const cycle = 20 + Math.floor(random() * 60)
      const isClosed = created > cycle && random() < 0.9
      const stage = isClosed ? (random() < winRate ? 'Closed Won' : 'Closed Lost') : STAGES[Math.floor(random() * 5)]
      const close = isClosed ? created - cycle : -Math.floor(random() * 90)
      const name = `Account ${(at * 7 + deal) % 97} project ${deal} with a rather long descriptive name`
      return [
        `${at}-${deal}`,
        name,
        owner,
        stage,
        5000 + Math.floor(random() * 90_000),
        ago(created),
        ago(close),
      ].join()
    })
  })
  return `Deal ID,Deal,Owner,Stage,Amount,Created,Close date\n${rows.join('\n')}\n`
}

const STAGES = ['Prospecting', 'Qualification', 'Needs Analysis', 'Proposal/Price Quote', 'Negotiation/Review']

const FIRST = 'Ava Ben Cleo Dan Eva Finn Gia Hal Ida Jon Kay Leo Mia Ned Ola Pam Quin Rae Sam Tia Uma Vic Wes Xia'
const LAST = 'Adler Brook Castellanos Dietrich Ek Fontaine Gupta Hartmann Ivers Johansson Kowalski'.split(' ')
const NAMES = [
  'Maximiliana Featherstonehaugh-Cholmondeley',
  'Ng',
  'Dr. Wolfgang Amadeus Theophilus Hinterhuber',
  '李小龙',
  'محمد بن عبد الرحمن',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk',
  ...FIRST.split(' ').map((first, at) => `${first} ${LAST[at % LAST.length]}`),
]

function ago(days: number): string {
  return new Date(Date.UTC(2026, 10, 20 - days)).toISOString().slice(0, 10)
}

/**
 * Twelve of them as another CRM would have them: owners by their addresses, two of which differ only in their domains,
 * and every third deal a renewal; and the file of reps, under managers with long names.
 */
export function teamOfAddresses(): { readonly deals: string; readonly reps: string } {
  const [head = '', ...rows] = bigTeam().trim().split('\n')
  const deals = rows.flatMap((row, line) => {
    const [id = '', name = '', , ...rest] = row.split(',')
    const address = ADDRESSES[Number(id.split('-')[0])]
    const type = line % 3 === 0 ? 'Existing Business - Renewal' : 'New Business'
    return address === undefined ? [] : [[id, name, address, ...rest, type].join()]
  })
  const reps = ADDRESSES.map((address, at) => `${address},${MANAGERS[at % MANAGERS.length] ?? ''}`)
  return { deals: `${head},Type\n${deals.join('\n')}\n`, reps: `Rep,Manager\n${reps.join('\n')}\n` }
}

const ADDRESSES = [
  'jim.halpert@example.com',
  'jim.halpert@subsidiary.example.org',
  'maximiliana.featherstone-cholmondeley@example.com',
  'ng@example.com',
  ...['angela.martin', 'dwight.schrute', 'pam.beesly', 'michael.scott', 'kelly.kapoor', 'stanley.hudson'].map(
    (name) => `${name}@example.com`,
  ),
  'oscar_martinez@example.com',
  'phyllis.lapin-vance@example.com',
]
const MANAGERS = ['Maximiliana Featherstonehaugh-Cholmondeley', 'christopher.montgomery@example.com']

/** Numbers from 0 to 1 that look random and are not. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
