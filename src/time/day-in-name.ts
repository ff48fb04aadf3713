import path from 'node:path'
import { plainDate, type PlainDate } from './plain-date.ts'

const DAY = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d)/

/** The day in a file's name: `2026-11-20`, `20261120`. */
export function dayInName(name: string): PlainDate | undefined {
  const [, year, month, day] = DAY.exec(path.basename(name)) ?? []
  return year === undefined ? undefined : plainDate(Number(year), Number(month), Number(day))
}
