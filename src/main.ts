import { CommanderError } from 'commander'
import { commandLine } from './cli/command-line.ts'
import { BELOW } from './review/command-names.ts'
import { endOnSignals } from './system/interruption.ts'
import { harmless, processIo, writeOut, type Io } from './system/io.ts'
import { Problem } from './system/problem.ts'

/**
 * Runs the command line and says its exit code: 0 it ran, 1 a finding reached `--fail-on`, 2 it could not run, 3 the
 * export is too old, 74 the output could not be written. The only place that turns errors into codes.
 *
 * @param typed the arguments after the program's name.
 */
export async function main(typed: readonly string[], io: Io = processIo()): Promise<number> {
  const argv = helpBelow(typed)
  let code = 0
  let help = ''
  const take = {
    code: (result: number) => {
      code = result
    },
    help: (text: string) => {
      help += text
    },
  }
  const program = commandLine(io, take, argv)
  // A reader that leaves (`| head`) is a quiet end.
  io.stdout.on('error', () => undefined)
  io.stderr.on('error', () => undefined)
  const release = endOnSignals(io)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (help === '' || !(error instanceof CommanderError) || error.exitCode !== 0) return await report(error, argv, io)
    return await writeHelp(help, argv, io)
  } finally {
    release()
  }
}

/** “help commitments add” asks the same as “commitments help add”, which is what commander knows. */
function helpBelow(typed: readonly string[]): readonly string[] {
  const [help, above = '', ...rest] = typed
  return help === 'help' && rest.length > 0 && Object.hasOwn(BELOW, above) ? [above, help, ...rest] : typed
}

async function writeHelp(help: string, argv: readonly string[], io: Io): Promise<number> {
  try {
    await writeOut(io.stdout, help)
    return 0
  } catch (error) {
    return report(error, argv, io)
  }
}

async function report(error: unknown, argv: readonly string[], io: Io): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const { what, hint } = await told(error, argv)
  const message = harmless(`pipeline-coach: ${what}\n  ${hint}\n`)
  const said = argv.includes('--ascii') ? (await import('./report/text/ascii.ts')).asciiWriter([])(message) : message
  const { isTTY, columns = 80 } = io.stderr
  io.stderr.write(isTTY === true ? (await import('./report/text/message.ts')).messageFor(columns, said) : said)
  return error instanceof Problem ? error.exitCode : 2
}

async function told(error: unknown, argv: readonly string[]): Promise<{ what: string; hint: string }> {
  if (error instanceof CommanderError) return (await import('./cli/wrong-usage.ts')).wrongUsage(error, argv)
  if (error instanceof Problem) return { what: `${place(error)}${error.what}`, hint: error.hint }
  const verbose = argv.includes('--verbose') || argv.includes('-v')
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? error.stack : undefined
  return {
    what: `this is a bug: ${message}`,
    hint: verbose ? (stack ?? '') : 'run it again with --verbose and report what it says',
  }
}

/** `opps.csv, line 17, column “Close Date”, “31/02/2026”: ` */
function place({ where: { file, line, column, value } }: Problem): string {
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column “${column}”`,
    value === undefined ? undefined : `“${value}”`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? '' : `${parts.join(', ')}: `
}
