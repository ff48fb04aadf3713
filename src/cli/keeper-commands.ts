import type { AddFlags, KeeperFlags } from '../commands/commitment-flags.ts'
import type { ListFlags } from '../commands/commitments.ts'
import type { DismissalListFlags } from '../commands/dismissals.ts'
import type { HistoryListFlags, PruneFlags } from '../commands/history.ts'
import type { Io, Take } from '../system/io.ts'
import { examplesText } from './examples.ts'
import { DayOption, list as repeatable, locale, number } from './option-values.ts'
import { addConfigOptions, addHistoryOptions, addOtherOptions, addParentOptions } from './options.ts'
import { type Command, Option } from 'commander'

/** `commitments list|add|done|drop`. */
export function addCommitmentsCommands(commitments: Command, io: Io, take: Take): void {
  const load = () => import('../commands/commitments.ts')
  addParentOptions(commitments)
  const list = commitments.command('list', { isDefault: true }).description('those that are open or missed')
  addFormat(list)
    .addOption(repeatable('--rep <name>', 'only this rep’s (repeatable)'))
    .option('--all', 'the settled ones too')
    .action(async (flags: ListFlags) => take.code(await (await load()).listCommitments(flags, io)))
  const add = commitments.command('add').description('write down what was promised')
  add
    .argument('<text>', 'what will be done')
    .requiredOption('--rep <name>', 'who promised it; “manager” for what the manager owes')
    .addOption(
      new Option('--by <date>', 'the day it is due: fri, in 2 weeks, nov 27, 2026-11-27').makeOptionMandatory(),
    )
    .option('--deal <id>', 'the deal it is about, by its id or name')
    .option(
      '--proof <proof>',
      'what the next export will show: cleared:RULE, new-opportunities:N, stage:NAME, activity, next-step, ' +
        'close-date:DATE or won (default: activity, where a deal is named)',
    )
    .option('--for <name>', 'the rep whom the manager owes it')
    .action(async (text: string, flags: AddFlags) => take.code(await (await load()).addCommitment(text, flags, io)))
  const done = commitments.command('done').description('say that it is done, where no export shows it')
  const drop = commitments.command('drop').description('say that it is no longer wanted')
  for (const [command, as] of [
    [done, 'done'],
    [drop, 'dropped'],
  ] as const)
    command
      .argument('<ids...>', 'as “commitments list” shows them')
      .action(async (ids: string[], flags: KeeperFlags) =>
        take.code(await (await load()).settleCommitments(ids, as, flags, io)),
      )
  for (const command of [list, add, done, drop]) addKeeperOptions(command)
}

/** `dismissals list|undo`. */
export function addDismissalsCommands(dismissals: Command, io: Io, take: Take): void {
  const load = () => import('../commands/dismissals.ts')
  addParentOptions(dismissals)
  const list = dismissals.command('list', { isDefault: true }).description('what is put aside, why, and until when')
  addFormat(list)
    .option('--all', 'those that have ended too')
    .action(async (flags: DismissalListFlags) => take.code(await (await load()).listDismissals(flags, io)))
  const undo = dismissals.command('undo').description('take it back: the next review speaks about it again')
  undo
    .argument('<ids...>', 'as “dismissals list” shows them, or the name of a deal')
    .action(async (ids: string[], flags: KeeperFlags) => take.code(await (await load()).undoDismissals(ids, flags, io)))
  for (const command of [list, undo]) addKeeperOptions(command)
}

/** `history list|show|prune`. */
export function addHistoryCommands(history: Command, io: Io, take: Take): void {
  const load = () => import('../commands/history.ts')
  addParentOptions(history)
  const list = addFormat(history.command('list', { isDefault: true }).description('every review in a line'))
  list.action(async (flags: HistoryListFlags) => take.code(await (await load()).listReviews(flags, io)))
  const show = addFormat(history.command('show').description('what one review saw and said'))
  show
    .argument('<date>', 'the day of the review')
    .action(async (day: string, flags: HistoryListFlags) => take.code(await (await load()).showReview(day, flags, io)))
  const prune = history.command('prune').description('remove old reviews; what was promised stays')
  prune
    .addOption(new DayOption('--before <date>', 'those before this day'))
    .addOption(new Option('--keep <n>', 'all but the newest').argParser(number(1, 10_000)))
    .option('--yes', 'remove them, and not only say which')
    .action(async (flags: PruneFlags) => take.code(await (await load()).pruneReviews(flags, io)))
  for (const command of [list, show, prune]) addKeeperOptions(command)
}

function addFormat(command: Command): Command {
  return command.addOption(new Option('--format <format>', 'how it is said').choices(['text', 'json']).default('text'))
}

function addKeeperOptions(command: Command): void {
  command.addOption(new DayOption('--as-of <date>', 'the day it is said (default: of the newest review, else today)'))
  addOtherOptions(addConfigOptions(addHistoryOptions(command)))
    .addOption(new Option('--locale <tag>', 'days are typed as there: 12/4 is December 4 in en-US').argParser(locale))
    .addOption(new Option('-v, --verbose', 'say more when something goes wrong'))
    .addHelpText('after', () => examplesText(`${command.parent?.name()} ${command.name()}`))
}
