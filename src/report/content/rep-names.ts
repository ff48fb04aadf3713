/** Of an e-mail address what stands before the @, where that is nobody else’s; any other name as it is. */
export function withoutDomain(name: string, all: readonly string[]): string {
  const own = name.slice(0, name.indexOf('@') + 1)
  return own.length > 1 && all.filter((other) => other.startsWith(own)).length === 1 ? own.slice(0, -1) : name
}
