import type { Words } from '../../language/words.ts'
import { fill, fillAll } from '../../language/fill.ts'
import type { Said } from '../../language/sentence.ts'
import type { Blanks, Block, DealEntry, Deals, Head, Line, Points, Sentences } from '../content/document.ts'
import { padEnd, type Lines } from './lines.ts'
import { writeTable } from './write-table.ts'

/** Columns before what is said on a rep's page: `WELL DONE` and a space. */
const LABEL = 10
/** Beside a label there is room for words of this many columns, or they stand below it. */
const LEAST = 30
/** Two blanks beside one another would be too short to write on. */
const NARROW = 70

/** Blocks for a terminal or a plain mail. */
export class TextWriter {
  readonly #lines: Lines
  readonly #words: Words
  readonly #rule: string
  #isUnderRule = false

  constructor(lines: Lines, words: Words, rule: string) {
    this.#lines = lines
    this.#words = words
    this.#rule = rule
  }

  write(block: Block): void {
    switch (block.kind) {
      case 'head':
        return this.#head(block)
      case 'lines':
        return this.#labelled(block.lines)
      case 'points':
        return this.#points(block)
      case 'table':
        this.#lines.blank()
        return writeTable(block, this.#lines, (said) => this.#fill(said))
      case 'deals':
        return this.#deals(block)
      case 'sentences':
        return this.#sentences(block)
      case 'blanks':
        return this.#blanks(block)
      case 'fold':
        return this.#fold(block.title, block.blocks)
    }
  }

  #fill(said: Said): string {
    return fill(said, this.#words)
  }

  #head({ kicker, title, aside, facts, factsAside }: Head): void {
    const { paint } = this.#lines
    const name = this.#fill(title)
    const heading = kicker === undefined ? name.toUpperCase() : `${kicker.toUpperCase()} · ${name}`
    this.#lines.ends(paint.bold(heading), this.#fill(aside))
    const below = facts.map((fact) => this.#fill(fact)).join(' · ')
    if (factsAside !== undefined) this.#lines.ends(below, this.#fill(factsAside))
    else if (below !== '') this.#lines.text(below)
    if (this.#rule !== '') this.#lines.raw(this.#rule)
    this.#isUnderRule = this.#rule !== ''
  }

  #labelled(lines: readonly Line[]): void {
    if (!this.#isUnderRule && (this.#rule !== '' || lines.some(({ id }) => id === 'do' || id === 'promised')))
      this.#lines.blank()
    this.#isUnderRule = false
    const longest = Math.max(...lines.map(({ label }) => label.toUpperCase().length))
    const width = this.#rule === '' ? Math.max(LABEL, longest + 1) : longest + 2
    const { bold } = this.#lines.paint
    for (const { label, said, id } of lines)
      this.#lines.text(fillAll(said, this.#words), {
        label: bold(padEnd(label.toUpperCase(), width)),
        least: LEAST,
        ...(id === 'do' ? { style: bold } : {}),
      })
  }

  #points({ points }: Points): void {
    this.#lines.blank()
    for (const [at, { said }] of points.entries())
      this.#lines.text(fillAll(said, this.#words), { label: padEnd(String(at + 1), 4) })
  }

  #deals({ entries, rest }: Deals): void {
    this.#lines.blank()
    for (const entry of entries) this.#deal(entry)
    if (rest !== undefined) this.#lines.text(this.#fill(rest), { label: ' '.repeat(LABEL) })
    this.#lines.blank()
  }

  #deal({ due, name, amount, reasons, question, isOverdue }: DealEntry): void {
    const { paint } = this.#lines
    const money = amount === undefined ? '' : this.#words.money(amount.amount, amount.currency)
    // What has no due date shows its amount there.
    const day = due === undefined ? money : this.#words.date(due)
    const worth = due === undefined || money === '' ? '' : `, ${money}`
    const why = reasons.map((reason) => this.#fill(reason)).join('; ')
    this.#lines.text(`${paint.bold(name)}${worth}${why === '' ? '' : `: ${why}`}`, {
      label: isOverdue ? paint.red(padEnd(day, LABEL)) : padEnd(day, LABEL),
      least: LEAST,
    })
    if (question !== undefined) this.#lines.text(this.#fill(question), { label: ' '.repeat(LABEL), least: LEAST })
  }

  #sentences({ title, items }: Sentences): void {
    this.#lines.blank()
    if (title !== undefined) this.#lines.text(this.#lines.paint.bold(this.#fill(title)))
    for (const item of items) this.#lines.text(fillAll(item, this.#words))
  }

  /** One line for all of them, as wide as the page; on a narrow one a line each. */
  #blanks({ fields }: Blanks): void {
    const { bold } = this.#lines.paint
    const isNarrow = this.#lines.width < NARROW
    const room = this.#lines.width
    const each = isNarrow ? room : Math.floor((room - (fields.length - 1) * 3) / fields.length)
    const parts = fields.map(({ label: plain, hasDay }, at) => {
      const label = plain.toUpperCase()
      const start = at === 0 || isNarrow ? padEnd(label, LABEL) : `${label} `
      const end = hasDay ? ' by ______' : ''
      return `${bold(start)}${'_'.repeat(Math.max(6, each - start.length - end.length))}${end}`
    })
    this.#lines.raw(parts.join(isNarrow ? '\n' : '   '))
  }

  #fold(title: Said, blocks: readonly Block[]): void {
    this.#lines.blank()
    this.#lines.text(this.#lines.paint.bold(this.#fill(title).toUpperCase()))
    for (const block of blocks) this.write(block)
  }
}
