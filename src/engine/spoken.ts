import type { Book } from '../book/book.ts'
import { bookWords } from '../book/book-words.ts'
import { isSameData } from '../book/checks/data-check.ts'
import { findingKey, reviewsSaying } from '../book/past/past.ts'
import { oncePer } from '../kit/remembered.ts'
import { dismissalOf } from './dismissals.ts'
import { raised, type Evidence, type Finding, type Place, type Severity } from './finding.ts'
import { placeOf, type AnyRule, type RuleScope, type Said, type Subjects } from './rule.ts'
import { aboutOf } from './subjects.ts'

/** From this age on a finding is raised one step. */
const STANDING = 3

/** What a rule has seen, and in whom. */
interface Sighting {
  readonly rule: AnyRule
  readonly seen: NonNullable<ReturnType<AnyRule['check']>>
  readonly scope: RuleScope
  readonly subject: Subjects[RuleScope]
}

const cleared = oncePer(({ id }: AnyRule) => `cleared:${id}`)

/**
 * A finding whose words are made when they are asked for: of a hundred thousand some hundred are shown, and the words of
 * all take half of what a review keeps. They are made once before, so that a rule that cannot say it fails here.
 */
export class Spoken implements Finding {
  readonly #rule: AnyRule
  readonly #subject: string | undefined
  readonly #book: Book
  /** What a rule of one's own said: it might not say the same twice. */
  readonly #kept: Said | undefined
  readonly scope: RuleScope
  readonly rep: string | null
  readonly manager: string | null
  readonly deal: Finding['deal']
  readonly account: string | null
  readonly place: Place
  readonly severity: Severity
  readonly age: number
  readonly evidence: Evidence
  readonly proof: string
  readonly dismissed: string | null

  constructor({ rule, seen, scope, subject }: Sighting, book: Book, configured: Severity | undefined) {
    const { evidence, severity } = seen
    const about = aboutOf(scope, subject, book)
    const { rep, manager, deal, account } = about
    const key = findingKey({ rule: rule.id, scope, rep, manager, deal, account })
    this.#rule = rule
    this.#subject = subject.name
    this.#book = book
    this.scope = scope
    this.rep = rep
    this.manager = manager
    this.deal = deal
    this.account = account
    this.place = placeOf(rule, evidence, scope)
    // The data of the last review again: nothing stands longer than it did.
    this.age = Math.max(1, reviewsSaying(book.past, key) + (isSameData(book.data) ? 0 : 1))
    this.severity = configured ?? (this.age < STANDING ? severity : raised(severity))
    this.evidence = evidence
    this.proof = rule.proof?.(evidence) ?? cleared(rule)
    this.dismissed = dismissalOf(book, key, about)
    const said = this.#say()
    this.#kept = rule.isOwn === true ? said : undefined
  }

  /** The words that were made last: whoever asks for one of a finding's asks for the others too. */
  static #last: { readonly of: Spoken; readonly said: Said } | undefined

  get #said(): Said {
    if (this.#kept !== undefined) return this.#kept
    const last = Spoken.#last
    if (last?.of === this) return last.said
    const said = this.#say()
    Spoken.#last = { of: this, said }
    return said
  }

  #say(): Said {
    return this.#rule.say(this.evidence, bookWords(this.#book, this.#subject))
  }

  get rule(): string {
    return this.#rule.id
  }

  get family(): Finding['family'] {
    return this.#rule.family
  }

  get cures(): Finding['cures'] {
    return this.#rule.cures
  }

  get problem(): string {
    return this.#said.problem
  }

  get asks(): readonly string[] {
    return this.#said.asks
  }

  get action(): string {
    const { action, asks, problem } = this.#said
    return action ?? asks[0] ?? problem
  }

  get forRep(): Finding['forRep'] {
    const { forRep } = this.#said
    if (forRep === undefined) return undefined
    const { problem, without, action = this.action } = forRep
    const unknown = Object.fromEntries(without.map((part) => [part, null]))
    return { problem, action, evidence: { ...this.evidence, ...unknown } }
  }
}
