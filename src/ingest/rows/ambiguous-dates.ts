import type { DateColumn } from '../cells/date.ts'
import { Problem } from '../../system/problem.ts'

/** That dates could be read in two ways, and how to say which. */
export function ambiguousDates(
  file: string,
  column: { readonly name: string; readonly samples: readonly string[] } | undefined,
  dates: DateColumn,
): Problem {
  const both = dates.contradiction()
  const value = both?.dmy.value ?? column?.samples[0]
  const where = { file: file, ...(column && { column: column.name }), ...(value !== undefined && { value }) }
  const unsettled = { kind: 'date-order', example: value } as const
  if (both !== undefined)
    return new Problem(
      `day-first and month-first dates stand in one column: “${both.mdy.value}” on line ${both.mdy.line} has the month first, and this one the day`,
      {
        where: { ...where, line: both.dmy.line },
        hint: 'write them all in one order, or name the order that holds with --date-order dmy or --date-order mdy: the others are then left out',
        unsettled,
      },
    )
  const says = { dmy: 'day-first', mdy: 'month-first', ymd: 'year-first' } as const
  const flags = { dmy: 'dmy (day first)', mdy: 'mdy (month first)', ymd: 'ymd (year first)' } as const
  const orders = (['dmy', 'mdy', 'ymd'] as const).filter((order) => dates.possibleOrders().includes(order))
  return new Problem(
    `the dates could be ${orders.map((order) => says[order]).join(' or ')}, and nothing in the file tells which`,
    {
      where,
      hint: `say which with ${orders.map((order) => `--date-order ${flags[order]}`).join(' or ')}`,
      unsettled,
    },
  )
}
