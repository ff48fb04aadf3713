// A seeded generator of large exports in Salesforce's manner: the same bytes on every run.
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

function mulberry32(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const OPEN = ['Prospecting', 'Qualification', 'Needs Analysis', 'Proposal/Price Quote', 'Negotiation/Review']
const CLOSED = ['Closed Won', 'Closed Lost']
const WORDS = [
  'Northwind',
  'Hartwell',
  'Kestrel',
  'Lumen',
  'Orchard',
  'Palisade',
  'Quarry',
  'Ridgeline',
  'Silverton',
  'Tamarack',
]
const TYPES = ['Call', 'Email', 'Meeting', 'Task']

const id = (prefix, n) => `${prefix}${n.toString(36).padStart(12, '0').toUpperCase()}`
const date = (n) => {
  const day = new Date(Date.UTC(2025, 0, 1) + n * 86_400_000)
  return `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`
}

async function write(file, header, rows, row) {
  const out = createWriteStream(file)
  let text = `${header}\r\n`
  for (let n = 0; n < rows; n++) {
    text += `${row(n)}\r\n`
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain')
      text = ''
    }
  }
  out.end(text)
  await once(out, 'finish')
}

/** @param openShare how much of it is open: three quarters by default; a team's whole past has one in twenty. */
export async function writeOpportunities(file, rows, reps = 200, openShare = 0.75) {
  const random = mulberry32(1)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const header =
    'Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Type,Stage,Amount,Close Date,Created Date,Lead Source,Next Step,Last Activity,Push Count'
  await write(file, header, rows, (n) => {
    const created = Math.floor(random() * 650)
    const account = `${pick(WORDS)} ${pick(WORDS)} ${n % 5000}`
    return [
      id('006', n),
      `"${account}, rollout ${n}"`,
      `"${account}"`,
      `Rep ${n % reps}`,
      'New Business',
      pick(random() < openShare ? OPEN : CLOSED),
      `"$${(1000 + Math.floor(random() * 90_000)).toLocaleString('en-US')}.00"`,
      date(created + 60),
      date(created),
      'Web',
      n % 3 === 0 ? 'Call the CFO' : '',
      date(created + Math.floor(random() * 40)),
      n % 4,
    ].join(',')
  })
}

export async function writeActivities(file, rows, deals) {
  const random = mulberry32(2)
  const header = 'Id,WhatId,WhoId,Who.Name,Owner.Name,Subject,Type,Status,ActivityDate,CallDisposition'
  await write(file, header, rows, (n) => {
    const deal = Math.floor(random() * deals)
    const person = (deal * 3 + Math.floor(random() * 3)) % 100_000
    const day = new Date(Date.UTC(2025, 0, 1) + Math.floor(random() * 690) * 86_400_000).toISOString().slice(0, 10)
    return `${id('00T', n)},${id('006', deal)},${id('003', person)},Person ${person},Rep ${deal % 200},"Call about ${WORDS[n % 10]}, again",${TYPES[n % 4]},Completed,${day},`
  })
}
