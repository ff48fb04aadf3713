import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Past, PastReview } from '../book/past/past.ts'
import { describeFileError } from '../system/file-error.ts'
import { isoDate, parseIsoDate, type PlainDate } from '../time/plain-date.ts'
import { Problem } from '../system/problem.ts'
import { replaceFile, syncFolder, TEMPORARY, writeAll } from '../system/write-file.ts'
import { pageText, readPage, type KeptPage } from './kept-page.ts'
import { withLock } from './lock.ts'
import { emptyLog, logLine, readLog, standingOn, type Log } from './log.ts'
import { readReview, reviewText } from './review-file.ts'
import type { LogEvent } from './schema.ts'

/** As many reviews are looked back at: a year of weekly ones. A finding that has stood longer is of this age. */
const REVIEWS_READ = 52

const REVIEWS = 'reviews'
const LOG = 'log.ndjson'
const PAGE = 'last-page.json'
const TORN = 'log.torn'
const FOLDER_MODE = 0o700
const FILE_MODE = 0o600

/** What was remembered, and what whoever keeps the folder should know about it. */
export interface Recalled {
  readonly past: Past
  readonly warnings: readonly string[]
}

/** The folder that remembers: a file a review, and a log of what was promised and put aside. */
export class History {
  readonly #folder: string
  readonly #shown: string
  readonly #patience: number | undefined

  /**
   * @param shown the folder as the user named it, for messages.
   * @param patience ms to wait for another run; undefined: the usual few seconds.
   */
  constructor(folder: string, shown: string, patience?: number) {
    this.#folder = folder
    this.#shown = shown
    this.#patience = patience
  }

  /** How messages name it. */
  get shown(): string {
    return this.#shown
  }

  /** The days of all reviews, oldest first. */
  async days(): Promise<readonly PlainDate[]> {
    const names = await readdir(path.join(this.#folder, REVIEWS)).catch((error: unknown) => this.#unreadable(error))
    return (names ?? [])
      .flatMap((name) => parseIsoDate(/^(.*)\.json$/.exec(name)?.[1] ?? '') ?? [])
      .sort((a, b) => a - b)
  }

  /** @throws Problem where there is none of that day, or its file is damaged. */
  async review(day: PlainDate): Promise<PastReview> {
    const file = reviewFile(day)
    const text = await readFile(path.join(this.#folder, file), 'utf8').catch((error: unknown) =>
      this.#unreadable(error),
    )
    if (text === undefined)
      throw new Problem(`there is no review of ${isoDate(day)}`, {
        where: { file: this.#shown },
        hint: 'see “pipeline-coach history list”',
      })
    return readReview(text, day, path.join(this.#shown, file))
  }

  async newest(): Promise<PastReview | undefined> {
    const day = (await this.days()).at(-1)
    return day === undefined ? undefined : this.review(day)
  }

  /**
   * What was known before a review of this day: earlier reviews, and the log up to and including the day.
   *
   * @throws Problem for a file that is damaged, that of the same day too.
   */
  async before(asOf: PlainDate): Promise<Recalled> {
    const days = await this.days()
    // It is going to be replaced, which a damaged one is not: better said now than after the report is out.
    if (days.includes(asOf)) await this.review(asOf)
    const earlier = days.filter((day) => day < asOf)
    const reviews: PastReview[] = []
    for (const day of earlier.toReversed().slice(0, REVIEWS_READ)) reviews.push(await this.review(day))
    const { events, torn } = await this.#log()
    const warnings =
      torn === undefined
        ? []
        : [
            `${path.join(this.#shown, LOG)}: its last line was cut off while it was written, and is left out; ` +
              `the next entry puts it aside into ${TORN}`,
          ]
    return { past: { reviews, ...standingOn(events, asOf) }, warnings }
  }

  /** Every entry of the log, in the order they were made. */
  async events(): Promise<readonly LogEvent[]> {
    return (await this.#log()).events
  }

  /**
   * Keeps a review. The same again changes no byte; another of the same day takes its place.
   *
   * @throws Problem (74) when it cannot be written, (75) when another run holds the folder; what was there is intact.
   */
  async remember(review: PastReview): Promise<void> {
    const file = reviewFile(review.asOf)
    const target = path.join(this.#folder, file)
    const text = reviewText(review)
    if (await this.#isAlready(target, text)) return
    await this.#writing(file, async () => {
      const reviews = path.join(this.#folder, REVIEWS)
      await mkdir(reviews, { mode: FOLDER_MODE }).catch(unless('EEXIST'))
      await sweep(reviews)
      // What a later version wrote, or a person is mending, is not ours to replace.
      if ((await stat(target).catch(unless('ENOENT'))) !== undefined) await this.review(review.asOf)
      await replaceFile(target, text, FILE_MODE)
    })
  }

  /** The figures of the newest review's page; undefined where none was kept. @throws Problem for a damaged file. */
  async page(): Promise<KeptPage | undefined> {
    const text = await readFile(path.join(this.#folder, PAGE), 'utf8').catch((error: unknown) =>
      this.#unreadable(error),
    )
    return text === undefined ? undefined : readPage(text, path.join(this.#shown, PAGE))
  }

  /**
   * Keeps the figures of a page, unless those of a later day are kept.
   *
   * @throws Problem (74) when it cannot be written, (75) when another run holds the folder.
   */
  async keepPage(page: KeptPage): Promise<void> {
    const text = pageText(page)
    const target = path.join(this.#folder, PAGE)
    if (await this.#isAlready(target, text)) return
    // A damaged one is made anew by this very review.
    const before = await this.page().catch(() => undefined)
    if (before === undefined || before.asOf <= page.asOf)
      await this.#writing(PAGE, () => replaceFile(target, text, FILE_MODE))
  }

  /**
   * Adds to the log what `decide` makes of it as it stands, in one write: all of it or nothing.
   *
   * @throws Problem (74) when it cannot be written, (75) when another run holds the folder; what was there is intact.
   */
  async append(decide: (events: readonly LogEvent[]) => readonly LogEvent[]): Promise<readonly LogEvent[]> {
    return this.#writing(LOG, async () => {
      const log = await this.#log()
      const added = decide(log.events)
      if (added.length === 0) return added
      const file = path.join(this.#folder, LOG)
      const handle = await open(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, FILE_MODE)
      try {
        if (log.torn !== undefined) await this.#putAside(handle, log, log.torn)
        await appendWhole(handle, (log.isOpenEnded ? '\n' : '') + added.map(logLine).join(''))
      } finally {
        await handle.close()
      }
      await syncFolder(this.#folder)
      return added
    })
  }

  /** Takes reviews away; the log is never touched. */
  async remove(days: readonly PlainDate[]): Promise<void> {
    await this.#writing(REVIEWS, async () => {
      for (const day of days) await rm(path.join(this.#folder, reviewFile(day)), { force: true })
      await syncFolder(path.join(this.#folder, REVIEWS))
    })
  }

  async #log(): Promise<Log> {
    const bytes = await readFile(path.join(this.#folder, LOG)).catch((error: unknown) => this.#unreadable(error))
    return bytes === undefined ? emptyLog : readLog(bytes, path.join(this.#shown, LOG))
  }

  async #isAlready(target: string, text: string): Promise<boolean> {
    const before = await readFile(target, 'utf8').catch(() => undefined)
    return before === text
  }

  /** What a killed run began to write: kept aside before it is cut off, so that even a kill here loses nothing. */
  async #putAside(log: FileHandle, { whole }: Log, torn: string): Promise<void> {
    const aside = await open(path.join(this.#folder, TORN), 'a', FILE_MODE)
    try {
      await appendWhole(aside, `${torn}\n`)
    } finally {
      await aside.close()
    }
    await log.truncate(whole)
    await log.sync()
  }

  /** Makes the folder where there is none, and does `work` with the lock. What the system refuses is a Problem. */
  async #writing<T>(file: string, work: () => Promise<T>): Promise<T> {
    try {
      await mkdir(this.#folder, { mode: FOLDER_MODE }).catch(unless('EEXIST'))
      return await withLock(this.#folder, this.#shown, work, this.#patience)
    } catch (error) {
      if (error instanceof Problem || (error as NodeJS.ErrnoException).code === undefined) throw error
      throw new Problem(`the history could not be written: ${describeFileError(error)}`, {
        where: { file: path.join(this.#shown, file) },
        hint: 'what was there before is unchanged; check the path, its permissions and the free space',
        exitCode: 74,
      })
    }
  }

  /** Undefined where there is nothing yet. */
  #unreadable(error: unknown): undefined {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new Problem(`the history cannot be read: ${describeFileError(error)}`, {
      where: { file: this.#shown },
      hint: '--history names a folder; --no-history reviews without one',
    })
  }
}

function reviewFile(day: PlainDate): string {
  return path.join(REVIEWS, `${isoDate(day)}.json`)
}

/** All of it and flushed, or none of it. */
async function appendWhole(handle: FileHandle, text: string): Promise<void> {
  const { size } = await handle.stat()
  try {
    await writeAll(handle, text)
    await handle.sync()
  } catch (error) {
    await handle.truncate(size)
    throw error
  }
}

/** Leftovers of a run that was killed while it wrote a review. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(TEMPORARY)) await rm(path.join(folder, name), { force: true })
}

function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code !== code) throw error
    return undefined
  }
}
