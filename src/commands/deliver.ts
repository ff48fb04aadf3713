import type { Agenda } from '../agenda/agenda.ts'
import { reckoning } from '../interruption.ts'
import { writeOut, type Io } from '../io.ts'
import { writeFileWhole } from '../write-file.ts'
import { formatOf, render, type Rendering } from './formats.ts'

/** Writes the review where it was asked for. */
export async function deliver(agenda: Agenda, rendering: Rendering, io: Io): Promise<void> {
  const { flags } = rendering
  const report = await reckoning(io, () => render(formatOf(flags), agenda, rendering, io))
  const { output } = flags
  if (output === undefined || output === '-') await writeOut(io.stdout, report)
  else await writeFileWhole(output, report, io.cwd)
}
