import { type Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { isAddress } from '../language/mail-address.ts'
import { typedDay } from '../language/typed-day.ts'
import { dateInZone, localDate, type Days } from '../time/plain-date.ts'
import type { Saying } from '../time/said-day.ts'
import { Problem } from '../system/problem.ts'

// What a flag may be given, read and refused where the command line is read.

const repeat = (value: string, before: readonly string[]) => [...before, value]

/** A flag that can be given several times. */
export function list(flags: string, description: string): Option {
  return new Option(flags, description).argParser(repeat).default([])
}

/** A path that can be given several times. */
export function filePaths(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, before: readonly string[]) => [...before, notEmpty(value, flags)])
    .default([])
}

/** One path. */
export function filePath(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value) => notEmpty(value, flags))
}

/** The paths that stand after a command. */
export function withPaths(argument: Argument): Argument {
  return argument.argParser((value: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    notEmpty(value),
  ])
}

/** An empty path would mean the working folder, and is what is left of a variable that is not set. */
export function notEmpty(value: string, flags?: string): string {
  if (value !== '') return value
  const of = flags === undefined ? '' : ` to ${flags.replace(/^-\w, /, '').split(' ', 1)[0]}`
  throw new Problem(`an empty path was given${of}`, {
    hint: 'is the variable set that it was to come from, such as "$EXPORT"? The folder you are in is “.”',
  })
}

/** Mail addresses, one each time the flag is given: a list in one could smuggle in another. */
export function addresses(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, before: readonly string[]) => [...before, address(value)])
    .default([])
}

/** One plain mail address. */
export function address(value: string): string {
  if (!isAddress(value)) throw new InvalidArgumentError(`“${value}” is not one plain address such as kim@example.com.`)
  return value
}

/** A line of text that can stand in the header of a mail. */
export function line(value: string): string {
  if (value.trim() === '' || !/^\P{C}{1,200}$/u.test(value))
    throw new InvalidArgumentError('It has to be one line of text.')
  return value
}

/**
 * A flag that takes a day as people say it. What `fri` or `12/4` is depends on other flags and on the clock: it becomes a date
 * when all flags are read.
 */
export class DayOption extends Option {
  readonly toward: Saying['toward']

  constructor(flags: string, description: string, toward: Saying['toward'] = 'back') {
    super(flags, description)
    this.toward = toward
  }
}

/**
 * Makes dates of the days that a command was given.
 *
 * @throws Problem for what is no day.
 */
export function settleDays(command: Command, now: Date): void {
  const { timezone: zone, locale: tag } = command.opts<{ timezone?: string; locale?: string }>()
  const today = zone === undefined ? localDate(now) : dateInZone(now, zone)
  for (const option of command.options) {
    const name = option.attributeName()
    const said: unknown = command.getOptionValue(name)
    if (!(option instanceof DayOption) || typeof said !== 'string') continue
    command.setOptionValue(name, typedDay(said, option.long ?? '', { today, toward: option.toward, locale: tag }))
  }
}

/** A whole number in these bounds. */
export function number(from: number, to: number) {
  return (value: string): number => {
    const parsed = Number(value)
    if (!Number.isInteger(parsed) || parsed < from || parsed > to)
      throw new InvalidArgumentError(`“${value}” is not a whole number from ${from} to ${to}.`)
    return parsed
  }
}

/** An IANA name. */
export function timezone(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    throw new InvalidArgumentError(`“${value}” is not a time zone: use a name such as Europe/Madrid.`)
  }
}

/** ISO 4217. */
export function currency(value: string): string {
  if (!/^[A-Z]{3}$/.test(value)) throw new InvalidArgumentError(`“${value}” is not a currency code such as EUR.`)
  return value
}

/** `3d`, `2w`. An export has a day and no hour, so that hours would promise more than can be known. */
export function age(value: string): Days {
  const [, count, unit] = /^(\d{1,4})([dw])$/i.exec(value) ?? []
  if (count !== undefined) return Number(count) * (unit?.toLowerCase() === 'w' ? 7 : 1)
  throw new InvalidArgumentError(
    /^\d+h$/i.test(value)
      ? `“${value}” is in hours, and an export has a day only: write days (3d) or weeks (2w).`
      : `“${value}” is not an age: write days (3d) or weeks (2w).`,
  )
}

/** A language tag, `de-AT`. */
export function locale(value: string): string {
  try {
    const [tag] = Intl.NumberFormat.supportedLocalesOf([value])
    if (tag !== undefined) return tag
  } catch {
    // It has not even the form of one.
  }
  throw new InvalidArgumentError(`“${value}” is not a locale that is known here: use a tag such as en-US or de.`)
}

/** A flag's line in the help: what it is, then what it may be and is without it. */
export function describeOption({ description, argChoices, defaultValue, negate }: Option): string {
  const standard = typeof defaultValue === 'string' && !negate ? [`default: ${defaultValue}`] : []
  const facts = [...(argChoices === undefined ? [] : [argChoices.join(', ')]), ...standard]
  return facts.length === 0 ? description : `${description} (${facts.join('; ')})`
}

/** A command's line in the help of all, whether its flags were made or not. */
export function describeCommand(command: Command): string {
  const given = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`
    return argument.required ? ` <${name}>` : ` [${name}]`
  })
  return `${command.name()}${given.join('')}`
}
