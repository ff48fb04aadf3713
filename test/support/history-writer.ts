import { appendFileSync } from 'node:fs'
import { noReading } from '../../src/book/past/past.ts'
import { History } from '../../src/history/folder.ts'
import { commit } from '../../src/history/record.ts'
import type { PlainDate } from '../../src/time/plain-date.ts'

// Writes to a history without end, until it is killed, or so many times; what it was told is written it says in `said`.

const [folder = '', said = '', name = '', times = 'Infinity'] = process.argv.slice(2)
const history = new History(folder, folder, 60_000)
const FIRST = 20_000

for (let at = 0; at < Number(times); at++) {
  const on = (FIRST + (at % 5)) as PlainDate
  const { id } = await commit(history, {
    on,
    rep: name,
    text: `${name} promises, number ${at} ${'…'.repeat(at % 300)}`,
    by: (on + 7) as PlainDate,
    deal: undefined,
    proof: undefined,
    owedTo: undefined,
  })
  appendFileSync(said, `commitment ${id}\n`)
  const deals = Array.from({ length: 200 }, (_, deal) => [`${deal}`, seenDeal(`${name} ${at} ${deal}`)] as const)
  await history.remember({
    asOf: on,
    newest: undefined,
    deals: new Map(deals),
    findings: new Set(),
    reading: noReading,
    reps: [name],
    judged: new Map(),
  })
  appendFileSync(said, `review ${on}\n`)
}

function seenDeal(dealName: string) {
  return {
    name: dealName,
    owner: name,
    state: 'open' as const,
    stage: undefined,
    amount: 1000,
    closeDate: undefined,
    nextStep: undefined,
    contacts: undefined,
  }
}
