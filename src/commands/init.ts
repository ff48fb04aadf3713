import { rules as builtIn } from '../../rules/index.ts'
import type { Book } from '../book/book.ts'
import { buildBook } from '../book/build-book.ts'
import { noPast } from '../book/past/past.ts'
import { configText, type Told } from '../config/config-text.ts'
import { CONFIG_NAME, loadConfig } from '../config/load-config.ts'
import type { Config } from '../config/schema.ts'
import { bookSettings } from '../config/settings.ts'
import type { Exports } from '../records/exports.ts'
import { asciiWriter, namesIn } from '../report/text/ascii.ts'
import { Lines } from '../report/text/lines.ts'
import { withExactWidths } from '../report/text/width.ts'
import { configSearch } from '../review/config-search.ts'
import { colorLevel, displayWidth } from '../review/display.ts'
import { kindFlags, type DisplayFlags, type ReadFlags } from '../review/flags.ts'
import { openExports, reviewDay } from '../review/open-exports.ts'
import { type Open, openQuestions } from '../setup/init-questions.ts'
import type { Reading } from '../setup/init.ts'
import { type Io, writeOut } from '../system/io.ts'
import { Problem } from '../system/problem.ts'
import { writeFileWhole } from '../system/write-file.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { Chalk } from 'chalk'
import { stat } from 'node:fs/promises'

import path from 'node:path'

/** The flags of `init`. */
export interface InitFlags extends ReadFlags, DisplayFlags {
  readonly yes?: boolean
}

/** Reads the exports, asks what they do not tell, writes the config, and says what to do next. */
export async function init(paths: readonly string[], flags: InitFlags, io: Io): Promise<number> {
  const { requireTerminal, Terminal: Conversation, Left } = await import('../terminal/terminal.ts')
  if (flags.yes !== true)
    requireTerminal(io, 'init asks questions', 'run it in a terminal, or with --yes, which asks nothing')
  const file = typeof flags.config === 'string' ? flags.config : CONFIG_NAME
  const ascii = flags.ascii === true ? asciiWriter([]) : undefined
  const terminal = new Conversation(io, {
    level: colorLevel(flags.color, io.stderr, io.env),
    width: () => displayWidth(flags, io.stderr, io.env),
    ascii: () => ascii,
  })
  try {
    await checkTarget(file, flags, terminal, io)
    const done = flags.yes === true ? await unasked(paths, flags, io) : await asked(paths, flags, terminal, io)
    await writeFileWhole(file, configText(done.told), io.cwd, 'config')
    await terminal.show((lines) => {
      if (flags.yes !== true) lines.raw('')
      lines.text(`${lines.paint.green('✓')} ${file} is written.`)
    })
    await terminal.flush()
    await writeOut(io.stdout, await answerText(done, file, paths, flags, io))
    return 0
  } catch (error) {
    if (!(error instanceof Left)) throw error
    await terminal.show((lines) => lines.text(`Stopped: ${file} was not written.`))
    return 130
  } finally {
    await terminal.flush()
  }
}

/** The last screen, which can be kept. */
async function answerText(
  { told, exports, book }: Done,
  file: string,
  paths: readonly string[],
  flags: InitFlags,
  io: Io,
): Promise<string> {
  const { writeAnswer } = await import('../setup/init-answer.ts')
  const quoted = (text: string) => (/^[\w./-]+$/u.test(text) ? text : `"${text}"`)
  const named = kindFlags.flatMap(([flag]) => flags[flag].map((one) => `--${kebab(flag)} ${quoted(one)}`))
  const config = file === CONFIG_NAME ? [] : [`--config ${quoted(file)}`]
  const history = told.history === undefined ? undefined : path.join(path.dirname(file), told.history)
  const again = [...paths.map(quoted), ...named, ...config].join(' ')
  const lines = new Lines({
    width: displayWidth(flags, io.stdout, io.env),
    paint: new Chalk({ level: colorLevel(flags.color, io.stdout, io.env) }),
    ascii: flags.ascii === true ? asciiWriter(namesIn(exports)) : undefined,
  })
  return withExactWidths(() => {
    writeAnswer(lines, { exports, book, told, file, history, again })
    return lines.toString()
  })
}

function kebab(flag: string): string {
  return flag.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
}

/** A config that is there is somebody's work. */
async function checkTarget(file: string, flags: InitFlags, terminal: Terminal, io: Io): Promise<void> {
  if ((await stat(path.resolve(io.cwd, file)).catch(() => undefined)) === undefined) return
  const hint = 'name another with --config FILE, or move it away'
  if (flags.yes === true) throw new Problem('there is a config already', { where: { file }, hint })
  await terminal.show((lines) => lines.text(`There is a ${file} already. Write a new one in its place?`))
  const action = await terminal.keys([
    { key: 'y', action: 'yes', says: 'yes, replace it when all is answered' },
    { key: 'n', action: 'no', says: 'no' },
  ])
  if (action === 'no') throw new Problem('it was left as it is', { where: { file }, hint })
}

interface Read {
  readonly exports: Exports
  readonly book: Book
}

/** What was read, and what the config is made of. */
interface Done extends Read {
  readonly told: Told
}

async function read(
  paths: readonly string[],
  reading: Reading,
  config: Config,
  flags: InitFlags,
  io: Io,
): Promise<Read> {
  const settled = { ...config, columns: { ...reading.columns } }
  const dateOrder = reading.dateOrder === undefined ? {} : { dateOrder: reading.dateOrder }
  const exports = await openExports(paths, { ...flags, ...dateOrder }, settled, io)
  const asOf = reviewDay(flags, config, io)
  return { exports, book: buildBook(exports, noPast, bookSettings(settled, undefined), asOf) }
}

/** What `--set` says already; of other keys nobody would know that they are not written. */
async function given(flags: InitFlags, io: Io): Promise<{ config: Config; reading: Reading }> {
  const { config } = await loadConfig({ ...configSearch(flags, io), file: undefined, none: true }, builtIn)
  const other = Object.keys(config).find((key) => key !== 'columns')
  if (other !== undefined)
    throw new Problem(`init takes --set columns.FIELD="…" only, and not ${other}`, {
      hint: 'write the others into the config afterwards',
    })
  return { config, reading: { columns: config.columns ?? {}, dateOrder: flags.dateOrder } }
}

/** What the exports tell by themselves. What nobody has agreed to stays a proposal. */
async function unasked(paths: readonly string[], flags: InitFlags, io: Io): Promise<Done> {
  const { config, reading } = await given(flags, io)
  const { exports, book } = await read(paths, reading, config, flags, io)
  const open = openQuestions(exports, book)
  const told: Told = {
    ...base(exports, book, reading, open),
    stages: { order: [], guessed: guessedOrder(open), won: [], lost: [] },
    manager: undefined,
    perWeek: undefined,
    goal: undefined,
    mail: undefined,
    history: '.pipeline-coach',
  }
  return { exports, book, told }
}

function guessedOrder({ order }: Open): readonly string[] {
  return order?.from === 'guessed' ? order.stages : []
}

function base(exports: Exports, book: Book, { columns, dateOrder }: Reading, { pace }: Open) {
  return {
    from: exports.inputs.map(({ file }) => path.basename(file)),
    columns,
    dateOrder,
    pace,
    ignored: book.ignored.map(({ owner }) => owner),
    currency: book.currency,
  }
}

async function asked(paths: readonly string[], flags: InitFlags, terminal: Terminal, io: Io): Promise<Done> {
  const { settleColumns, settleStates, askRest, writeRecognised } = await import('../setup/init.ts')
  const { config, reading: before } = await given(flags, io)
  let { reading, exports, book } = await readable(paths, before, config, flags, terminal, io)
  const first = { exports, book }
  await terminal.show((lines) => writeRecognised(lines, first))
  const settled = await settleColumns(openQuestions(exports, book).columns, reading, terminal)
  if (settled !== reading) ({ reading, exports, book } = await readable(paths, settled, config, flags, terminal, io))
  const open = openQuestions(exports, book)
  const states = await settleStates(open.states, terminal)
  const { order, ...rest } = await askRest(open, states.open, terminal)
  const guessed = order.length === 0 ? guessedOrder(open) : []
  const told: Told = {
    ...base(exports, book, reading, open),
    ...rest,
    stages: { order, guessed, won: states.won, lost: states.lost },
  }
  return { exports, book, told }
}

/** Reads the exports, asking for whatever keeps them from being read. */
async function readable(
  paths: readonly string[],
  before: Reading,
  config: Config,
  flags: InitFlags,
  terminal: Terminal,
  io: Io,
): Promise<Read & { reading: Reading }> {
  const { settleReading } = await import('../setup/init.ts')
  let reading = before
  for (;;) {
    try {
      return { ...(await read(paths, reading, config, flags, io)), reading }
    } catch (error) {
      const answered = error instanceof Problem ? await settleReading(error, reading, terminal) : undefined
      if (answered === undefined) throw error
      reading = answered
    }
  }
}
