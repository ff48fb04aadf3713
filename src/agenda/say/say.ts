import type { Said, Slots } from '../../language/sentence.ts'
import { causeTemplates } from './cause-templates.ts'
import { fullTemplates } from './full-templates.ts'
import { pageTemplates } from './page-templates.ts'
import { questionTemplates } from './question-templates.ts'
import { reasonTemplates } from './reason-templates.ts'
import { teamTemplates } from './team-templates.ts'

/** Every sentence that a report can say, by the name of its template. */
export const templates = {
  ...causeTemplates,
  ...fullTemplates,
  ...pageTemplates,
  ...questionTemplates,
  ...reasonTemplates,
  ...teamTemplates,
} as const satisfies Readonly<Record<string, string>>

export type TemplateId = keyof typeof templates

/** A sentence made of a template and of what fills its places. */
export function say(id: TemplateId, slots: Slots = {}): Said {
  return { template: id, words: templates[id], slots }
}

/** The same where it holds numbers of other reps. */
export function sayOfOthers(id: TemplateId, slots: Slots = {}): Said {
  return { ...say(id, slots), isAboutOthers: true }
}
