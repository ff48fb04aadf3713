import { judgesNobody } from '../book/checks/data-check.ts'
import { bookWords } from '../book/book-words.ts'
import type { Agenda, ManagerPage, RepPage } from './agenda.ts'
import { say } from './say/say.ts'
import { oldExport } from './team/data-lines.ts'

/**
 * The agenda of an export that ends before the day that was asked for: open and due deals only. It holds no cause, no
 * task, no streak and no goal, because they would describe the file and not anybody's work.
 */
export function withoutJudgement(agenda: Agenda): Agenda {
  const { book } = agenda
  const { old } = book.data
  if (old === undefined || !judgesNobody(book.data)) return agenda
  const because = [oldExport(old, bookWords(book)).replace(/\.$/u, '')]
  return {
    ...agenda,
    insights: [],
    pages: agenda.pages.map((page) => unjudged(page, because)),
    manager: unjudgedTeam(agenda.manager, because),
    managers: agenda.managers.map((page) => unjudgedTeam(page, because)),
  }
}

function unjudged(page: RepPage, because: readonly string[]): RepPage {
  return {
    ...page,
    diagnosis: {
      cause: 'cannot-tell',
      because,
      creation: undefined,
      asked: undefined,
      winning: undefined,
      isCreatingIneffective: false,
    },
    pattern: undefined,
    talk: { ...page.talk, ...NOTHING },
    oneThing: null,
    takes: undefined,
    leadMeasures: [],
    learnFrom: undefined,
    preparations: [],
    losses: undefined,
    recognise: [],
    minutes: 0,
  }
}

/** Nothing to do, to ask or to be told of. */
const NOTHING = {
  cause: undefined,
  minutes: 0,
  label: say('label.leave'),
  promised: [],
  todo: [],
  why: [],
  ask: undefined,
  goal: [],
  kept: [],
  changed: [],
  wellDone: [],
  help: [],
}

function unjudgedTeam(page: ManagerPage, because: readonly string[]): ManagerPage {
  const unjudgedAll = (pages: readonly RepPage[]) => pages.map((one) => unjudged(one, because))
  return {
    ...page,
    reps: unjudgedAll(page.reps),
    absent: unjudgedAll(page.absent),
    team: [],
    shared: [],
    causes: [],
    takes: undefined,
    leadMeasures: [],
    letPass: [],
    pairs: [],
    join: undefined,
  }
}
