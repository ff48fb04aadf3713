import { date, list, name, number, type CountSlot, type Said, type Slots } from '../../language/sentence.ts'
import type { DealEntry, Line, LineId, Report, Sheet } from './document.ts'
import { letterTemplates, letterWords, topicWords } from './letter-templates.ts'

/** A mail to a rep: the same facts as on the page, wins first, as requests, in paragraphs. */
export interface Letter {
  readonly subject: Said
  readonly parts: readonly LetterPart[]
}

export type LetterPart =
  | { readonly kind: 'words'; readonly said: readonly Said[] }
  | { readonly kind: 'question'; readonly said: readonly Said[] }
  | { readonly kind: 'deal'; readonly entry: DealEntry }

/** What the parts of a letter are made of. */
interface Writing {
  readonly lines: ReadonlyMap<LineId, Line>
  readonly facts: readonly Said[]
  readonly entries: readonly DealEntry[]
  readonly rest: Said | undefined
  readonly meeting: Slots
}

/** @param from who signs it. */
export function letterOf(report: Report, sheet: Sheet, from: string | undefined): Letter {
  const writing = writingOf(report, sheet)
  const { meeting } = writing
  const close: readonly LetterPart[] = [
    words([link('letter.close', meeting)]),
    ...(from === undefined ? [] : [words([link('letter.from', { from: name(from) })])]),
  ]
  return {
    subject: subjectOf(writing),
    parts: [
      words([link('letter.greeting', { rep: name(sheet.name ?? '') })]),
      ...praise(writing),
      ...first(writing),
      ...deals(writing),
      ...rest(writing),
      ...close,
    ].filter((part) => part.kind === 'deal' || part.said.length > 0),
  }
}

function writingOf(report: Report, sheet: Sheet): Writing {
  const all = sheet.blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : []))
  const talked = sheet.blocks.flatMap((block) => (block.kind === 'deals' ? [block] : []))
  return {
    lines: new Map(all.map((line) => [line.id, line])),
    facts: sheet.blocks.flatMap((block) => (block.kind === 'head' ? block.facts : [])),
    entries: talked.flatMap(({ entries }) => entries),
    rest: talked.find((block) => block.rest !== undefined)?.rest,
    meeting: { meeting: date(report.meeting) },
  }
}

function words(said: readonly Said[]): LetterPart {
  return { kind: 'words', said }
}

function link(id: keyof typeof letterTemplates, slots: Slots): Said {
  return { template: id, words: letterTemplates[id], slots }
}

/** The sentences of a line as one would write them; nobody else's numbers. */
function written({ lines }: Writing, id: LineId): readonly Said[] {
  return (lines.get(id)?.said ?? [])
    .filter(({ isAboutOthers, template }) => isAboutOthers !== true && letterWords[template] !== '')
    .map(inLetter)
}

function inLetter(said: Said): Said {
  const own = letterWords[said.template]
  return own === undefined || !isFilled(own, said.slots) ? said : { ...said, words: own }
}

/** Whether every place of these words is filled. */
function isFilled(template: string, slots: Slots): boolean {
  return [...template.matchAll(/\{(\w+)/gu)].every(([, place]) => Object.hasOwn(slots, place ?? ''))
}

function praise(writing: Writing): readonly LetterPart[] {
  const kept = (writing.lines.get('kept')?.said ?? []).map((said) =>
    isAllKept(said) ? link('letter.all-kept', said.slots) : inLetter(said),
  )
  return [words([...written(writing, 'well-done'), ...kept])]
}

function isAllKept({ template, slots: { done, all } }: Said): boolean {
  const size = (slot: unknown) => (slot as CountSlot | undefined)?.ids?.length
  return template === 'kept.steps' && size(done) !== undefined && size(done) === size(all)
}

/** What the talk starts with: the topic, what stands behind it, a question to think about, and a request. */
function first(writing: Writing): readonly LetterPart[] {
  const { lines, meeting } = writing
  const [todo] = lines.get('do')?.said ?? []
  const question = written(writing, 'ask')
  const promised = words(written(writing, 'promised'))
  const asked = (id: 'letter.think' | 'letter.ask'): readonly LetterPart[] =>
    question.length === 0 ? [] : [words([link(id, {})]), { kind: 'question', said: question }]
  if (todo === undefined || isNothing(todo))
    return [promised, words([link('letter.nothing', meeting)]), ...asked('letter.ask')]
  const topic = topicOf(todo)
  const start = topic === undefined ? link('letter.start-plain', meeting) : link('letter.start', { ...meeting, topic })
  return [
    promised,
    words([start, ...written(writing, 'why')]),
    ...asked('letter.think'),
    words((lines.get('do')?.said ?? []).map(requested)),
  ]
}

function isNothing({ template }: Said): boolean {
  return template.startsWith('do.nothing')
}

function topicOf(todo: Said) {
  const own = topicWords[todo.template]
  return own === undefined || !isFilled(own, todo.slots)
    ? undefined
    : list([{ template: `topic.${todo.template}`, words: own, slots: todo.slots }])
}

/** “Call …” becomes “Please call …”. */
function requested(todo: Said): Said {
  const said = inLetter(todo)
  if (said.words !== todo.words || !/^\p{Lu}\p{Ll}/u.test(said.words)) return said
  return { ...said, words: `Please ${said.words.charAt(0).toLowerCase()}${said.words.slice(1)}` }
}

function deals({ lines, entries, rest: more, meeting }: Writing): readonly LetterPart[] {
  if (entries.length === 0) return []
  const [todo] = lines.get('do')?.said ?? []
  const isFirst = todo === undefined || isNothing(todo)
  const start = link(isFirst ? 'letter.deals-only' : 'letter.deals', { ...meeting, n: number(entries.length) })
  return [
    words([start]),
    ...entries.map((entry) => ({ kind: 'deal' as const, entry })),
    ...(more === undefined ? [] : [words([more])]),
  ]
}

/** What is fine, where the goal stands, who could help, and what is small. */
function rest(writing: Writing): readonly LetterPart[] {
  const cleanUp = written(writing, 'clean-up')
  return [
    words(written(writing, 'leave')),
    words(goal(writing)),
    words(written(writing, 'help')),
    words(
      cleanUp.length === 0
        ? []
        : [link('letter.before', { ...writing.meeting, n: number(cleanUp.length) }), ...cleanUp],
    ),
  ]
}

/** Where it stands, and what is due; whether that is enough is for the meeting. */
function goal({ facts, lines }: Writing): readonly Said[] {
  const standing = facts.find(({ template }) => /^number\.(?:goal|won|wins)/u.test(template))
  if (standing === undefined) return []
  const said = inLetter(standing)
  const due = (lines.get('goal')?.said ?? []).find(({ slots }) => isFilled('{due}{to}', slots))
  const tail = due === undefined ? '' : letterTemplates['letter.due']
  const { due: amount, to } = due?.slots ?? {}
  const slots = amount === undefined || to === undefined ? said.slots : { ...said.slots, due: amount, to }
  return [{ template: 'letter.goal', words: `${said.words}${tail}${letterTemplates['letter.end']}`, slots }]
}

const NAMED = 3

function subjectOf({ lines, entries, meeting }: Writing): Said {
  const [todo] = lines.get('do')?.said ?? []
  const topic = todo === undefined ? undefined : topicOf(todo)
  const named = entries.slice(0, NAMED).map(({ name: called, id }): Said => ({
    template: 'part.deal',
    words: '{deal}',
    slots: { deal: name(called, [id]) },
  }))
  const then = list(named, 'and')
  if (topic === undefined)
    return named.length === 0
      ? link('letter.subject-nothing', meeting)
      : link('letter.subject-deals', { ...meeting, deals: then })
  return named.length === 0
    ? link('letter.subject-topic', { ...meeting, topic })
    : link('letter.subject', { ...meeting, topic, deals: then })
}
