// Writes what an invented CRM exports on a day. All options are in options.ts; `--options '{"reps": 8}'` sets any of them.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { dayOf } from './deal.ts'
import { DEFAULTS, type WorldOptions } from './options.ts'
import { exportOn, SHAPES } from './shapes.ts'
import { world } from './simulate.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    'as-of': { type: 'string', default: DEFAULTS.to },
    shape: { type: 'string', default: 'salesforce' },
    options: { type: 'string', default: '{}' },
    activities: { type: 'boolean', default: false },
    contacts: { type: 'boolean', default: false },
    history: { type: 'boolean', default: false },
  },
})
const [folder] = positionals
const shape = SHAPES.find((name) => name === values.shape)
if (folder === undefined || shape === undefined) {
  const usage = `tsx scripts/world/write.ts [--seed N] [--as-of DAY] [--shape ${SHAPES.join('|')}]`
  process.stderr.write(`${usage} [--activities] [--contacts] [--history] [--options JSON] FOLDER\n`)
  process.exitCode = 2
} else {
  const options = JSON.parse(values.options) as Partial<WorldOptions>
  const made = world({ ...options, seed: Number(values.seed) })
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of exportOn(made, dayOf(values['as-of']), shape, values))
    writeFileSync(path.join(folder, name), content)
}
