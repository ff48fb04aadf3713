import type { Finding } from '../../engine/finding.ts'
import { remembered } from '../../kit/remembered.ts'

const MAX_ASKS = 3
/** Of the shorter question's words so many in the longer one: the same question about another deal. */
const SAME = 0.7

/** A deal of a page and what is said of it, the worst first. */
interface Asked {
  readonly name: string
  readonly findings: readonly Finding[]
}

/**
 * The questions for each of a page's deals, none of which stands there twice: each finding's best one; where an earlier
 * deal has that one already, the finding's next. A deal of which nothing else is to be asked is named with the question
 * that it shares. The first deal has at most three, the others two: they need not hear all of it again.
 */
export function shareAsks(deals: readonly Asked[]): readonly (readonly string[])[] {
  const asked = deals.map((): string[] => [])
  const isNew = (ask: string) => !asked.flat().some((other) => isSameQuestion(ask, other))
  const add = (at: number, ask: string | undefined) => {
    const most = at === 0 ? MAX_ASKS : MAX_ASKS - 1
    if (ask !== undefined && (asked[at]?.length ?? most) < most) asked[at]?.push(ask)
  }
  const serious = deals.map(({ findings }) => {
    const some = findings.filter(({ severity }) => severity !== 'low')
    return some.length > 0 ? some : findings
  })
  // Every deal has one question a finding before any has a second one.
  for (const [at, findings] of serious.entries()) for (const { asks } of findings) add(at, asks.find(isNew))
  for (const [at, findings] of serious.entries())
    for (const ask of findings.flatMap(({ asks }) => asks)) if (isNew(ask)) add(at, ask)
  return withNames(asked, deals, serious)
}

/** Whoever has no question of their own stands behind the one that would have been theirs. */
function withNames(
  asked: readonly (readonly string[])[],
  deals: readonly Asked[],
  serious: readonly (readonly Finding[])[],
): readonly (readonly string[])[] {
  const sharing = new Map<string, string[]>()
  for (const [at, own] of asked.entries()) {
    const [wanted] = serious[at]?.[0]?.asks ?? []
    const said =
      own.length > 0 || wanted === undefined ? undefined : asked.flat().find((ask) => isSameQuestion(wanted, ask))
    if (said !== undefined) sharing.set(said, [...(sharing.get(said) ?? []), deals[at]?.name ?? ''])
  }
  return asked.map((own) =>
    own.map((ask) => {
      const others = sharing.get(ask)
      return others === undefined ? ask : `${ask} And for ${others.join(', and for ')}?`
    }),
  )
}

/** Whether two questions differ in little but the names and days in them. */
export function isSameQuestion(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size)
  if (few === undefined || many === undefined || few.size === 0) return false
  return [...few].filter((word) => many.has(word)).length >= SAME * few.size
}

const wordsOf = remembered(
  (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu)),
)
