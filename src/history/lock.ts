import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../system/problem.ts'

/** How long a second run waits for the first, which holds the history only while it writes. */
const PATIENCE_MS = 5000
const POLL_MS = 20
/** Of a holder that cannot be asked whether it lives: on another machine, or killed before it had said who it is. */
const GIVEN_UP_AFTER_MS = 60_000
const UNSIGNED_AFTER_MS = 2000

const FOLDER = '.lock'

interface Ticket {
  readonly number: number
  readonly isHeld: boolean
  readonly file: string
}

/**
 * Runs `work` while no other run has the folder.
 *
 * Tickets are numbered, and the highest counts: `7.held` while somebody has the lock, `7.free` afterwards. Whoever wants
 * it takes the next number once the highest is free or its holder is dead; making a file that must not exist yet succeeds
 * for one only. Numbers never come back, so nobody can break a lock that somebody has meanwhile taken anew, which is how
 * locks that are removed when they look old come to be held twice.
 *
 * @throws Problem (75) when another run keeps it.
 */
export async function withLock<T>(
  folder: string,
  shown: string,
  work: () => Promise<T>,
  patience: number = PATIENCE_MS,
): Promise<T> {
  const tickets = path.join(folder, FOLDER)
  const until = Date.now() + patience
  await mkdir(tickets, { mode: 0o700 }).catch(ignore('EEXIST'))
  // The folder may be under git; its locks are not.
  await writeFile(path.join(tickets, '.gitignore'), '*\n', { flag: 'wx', mode: 0o600 }).catch(ignore('EEXIST'))
  for (;;) {
    const highest = await highestTicket(tickets)
    const holder = highest?.isHeld === true ? await livingHolder(highest.file) : undefined
    const held = holder === undefined ? await take(tickets, (highest?.number ?? 0) + 1) : undefined
    if (held !== undefined)
      try {
        return await work()
      } finally {
        await rename(held, held.replace(/held$/, 'free')).catch(ignore('ENOENT'))
      }
    if (Date.now() > until)
      throw new Problem(`another run holds the history${holder === undefined ? '' : ` (${holder})`}`, {
        where: { file: shown },
        hint: `wait until it has ended and run this again; if no other run is at work, remove ${path.join(shown, FOLDER)}`,
        exitCode: 75,
      })
    await sleep(POLL_MS)
  }
}

async function allTickets(tickets: string): Promise<Ticket[]> {
  return (await readdir(tickets)).flatMap((name) => {
    const [, number, state] = /^(\d+)\.(held|free)$/.exec(name) ?? []
    return number === undefined
      ? []
      : [{ number: Number(number), isHeld: state === 'held', file: path.join(tickets, name) }]
  })
}

async function highestTicket(tickets: string): Promise<Ticket | undefined> {
  const all = await allTickets(tickets)
  return all.reduce<Ticket | undefined>((a, b) => (a === undefined || b.number > a.number ? b : a), undefined)
}

/** The file of the ticket; undefined where another run was quicker. */
async function take(tickets: string, number: number): Promise<string | undefined> {
  const file = path.join(tickets, `${number}.held`)
  const handle = await open(file, 'wx', 0o600).catch(ignore('EEXIST'))
  if (handle === undefined) return undefined
  try {
    await handle.writeFile(JSON.stringify(await ownName()))
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  const others = (await allTickets(tickets)).filter((ticket) => ticket.file !== file)
  // Whoever looked at the tickets long ago may take a number that has been and gone.
  if (others.some((ticket) => ticket.number >= number)) {
    await rm(file, { force: true })
    return undefined
  }
  await Promise.all(others.map((ticket) => rm(ticket.file, { force: true })))
  return file
}

interface Holder {
  readonly pid: number
  readonly host: string
  /** Of the process, where the system tells: a number that was given to another process is another start. */
  readonly started: string | null
}

async function ownName(): Promise<Holder> {
  return { pid: process.pid, host: hostname(), started: await startOf(process.pid) }
}

/** Who holds it, in words; undefined where the holder is dead. */
async function livingHolder(file: string): Promise<string | undefined> {
  const [text, age] = await Promise.all([
    readFile(file, 'utf8').catch(ignore('ENOENT')),
    stat(file).then(
      // A time ahead, as after a clock was put right, is as far from now as one behind.
      ({ mtimeMs }) => Math.abs(Date.now() - mtimeMs),
      () => 0,
    ),
  ])
  const holder = holderIn(text)
  if (holder === undefined) return age < UNSIGNED_AFTER_MS ? 'it has only begun' : undefined
  const name = `process ${holder.pid}`
  if (holder.host !== hostname()) return age < GIVEN_UP_AFTER_MS ? `${name} on ${holder.host}` : undefined
  return isAlive(holder.pid) && (await startOf(holder.pid)) === holder.started ? name : undefined
}

function holderIn(text: string | undefined): Holder | undefined {
  try {
    return JSON.parse(text ?? '') as Holder
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The moment a process started, as Linux counts it. */
async function startOf(pid: number): Promise<string | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The second field is a name in brackets, which may hold spaces and brackets itself.
  return line === '' ? null : (line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null)
}

function ignore(code: string): (error: unknown) => undefined {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code !== code) throw error
    return undefined
  }
}
