import type { Rep } from '../../book/team/rep.ts'
import type { Said } from '../../language/sentence.ts'
import type { Cause } from '../causes/cause.ts'
import type { DealTalk, Told } from '../deals/choose-deals.ts'
import type { Outlook } from './outlook.ts'

/** What a rep's page says, line by line; an empty line is left out. Of each line the last sentences go first. */
export interface Talk {
  readonly rep: Rep
  /** What it is about first; undefined where there is nothing. */
  readonly cause: Cause | undefined
  readonly minutes: number
  /** By which pages and rows are ordered: what is missing of the goal, else what is at stake. */
  readonly stake: number
  readonly label: Said
  /** The label with a fact in it, for a table that has room. */
  readonly headline: Said | undefined
  readonly number: readonly Said[]
  readonly promised: readonly Said[]
  readonly todo: readonly Said[]
  readonly why: readonly Said[]
  readonly ask: Said | undefined
  readonly outlook: Outlook
  readonly goal: readonly Said[]
  readonly deals: readonly DealTalk[]
  /** Ids of the deals that have to be named or counted on the page: due soon or large, with something wrong. */
  readonly must: ReadonlySet<string>
  /** Those of them that are not among the deals to discuss. */
  readonly rest: readonly Told[]
  readonly leave: readonly Said[]
  readonly kept: readonly Said[]
  readonly changed: readonly Said[]
  readonly wellDone: readonly Said[]
  readonly help: readonly Said[]
  readonly cleanUp: readonly Said[]
}
