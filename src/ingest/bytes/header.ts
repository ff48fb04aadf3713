/** Case, spacing and line breaks aside: ` Close\nDate ` is `close date`. */
function normalised(cell: string): string {
  return cell.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/** Tells whether a row is the header once more, as in exports pasted together. Quick to say no. */
export function headerMatcher(header: readonly string[]): (cells: readonly string[]) => boolean {
  const names = header.map(normalised)
  const probe = names.findIndex((name) => name !== '')
  const initial = names[probe]?.charCodeAt(0)
  return (cells) => {
    const code = cells[probe]?.charCodeAt(0) ?? 0
    if (isVisibleAscii(code) && lowered(code) !== initial) return false
    if (cells.slice(names.length).some((cell) => cell.trim() !== '')) return false
    return names.every((name, at) => normalised(cells[at] ?? '') === name)
  }
}

function isVisibleAscii(code: number): boolean {
  return code > 32 && code < 127
}

function lowered(code: number): number {
  return code >= 65 && code <= 90 ? code | 0x20 : code
}
