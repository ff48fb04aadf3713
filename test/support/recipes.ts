import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { projectFolder } from './run.ts'

// The recipes of docs/automation.md, and somewhere to run them as they stand there.

const page = readFileSync(path.join(projectFolder, 'docs', 'automation.md'), 'utf8')

/** What all fences of the page begin with. */
export const fences: readonly string[] = page
  .split('\n')
  .flatMap((line) => (/^```\w/.test(line) ? [line.slice(3)] : []))

/** The block of the README that holds this. */
export function readmeBlock(wanted: string): string {
  const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8')
  const blocks = [...readme.matchAll(/^```\n([^]*?)^```$/gm)].map(([, block = '']) => block)
  const found = blocks.find((block) => block.includes(wanted))
  if (found === undefined) throw new Error(`README.md has no block with ${wanted}`)
  return found
}

/** The page’s fence that begins so. */
export function fence(info: string): string {
  const found = page.split(`\`\`\`${info}\n`)[1]?.split('```')[0]
  if (found === undefined) throw new Error(`docs/automation.md has no \`\`\`${info}`)
  return found
}

export const isThere = (command: string) => spawnSync('which', [command]).status === 0

type Env = Readonly<Record<string, string>>

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A crontab’s settings and what its jobs run. */
export function crontab(info: string): { readonly settings: Env; readonly jobs: readonly string[] } {
  const lines = fence(info).split('\n')
  return {
    settings: Object.fromEntries(lines.flatMap((line) => (/^\w+=/.test(line) ? [line.split(/=(.*)/, 2)] : []))),
    jobs: lines.flatMap((line) => /^(?:[\d*,/-]+ ){5} *(.*)$/.exec(line)?.[1] ?? []),
  }
}

const HEADER = 'Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date,Last Activity\n'
export const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
export const healthy = `006A,Alder,Rosa Kemp,Qualification,12000,${day(-30)},${day(2)},${day(1)}\n`
export const silent = `006B,Birch,Rosa Kemp,Qualification,12000,${day(-9)},${day(60)},${day(50)}\n`

/** The home of somebody who has installed the program, and has a folder `pipeline` with an export in it. */
export class Home {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  readonly pipeline = path.join(this.folder, 'pipeline')
  readonly programs = path.join(this.folder, 'programs')

  constructor() {
    mkdirSync(path.join(this.pipeline, 'exports'), { recursive: true })
    mkdirSync(this.programs)
    const program = path.join(this.programs, 'pipeline-coach')
    const main = path.join(projectFolder, 'bin', 'pipeline-coach.js')
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`)
    chmodSync(program, 0o755)
  }

  /** Puts a program there under another name. */
  install(program: string, name: string): void {
    symlinkSync(program, path.join(this.programs, name))
  }

  /** An export that was last written so many days ago. */
  exported(rows: string, daysAgo = 0): void {
    const file = path.join(this.pipeline, 'exports', 'opportunities.csv')
    writeFileSync(file, HEADER + rows)
    const then = new Date(Date.now() - daysAgo * 86_400_000)
    utimesSync(file, then, then)
  }

  /** With no more of an environment than is given, as cron has it; this process is free meanwhile. */
  async run(command: string, env: Env = {}, cwd = this.pipeline): Promise<Ran> {
    const PATH = [this.programs, env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'].join(':')
    const child = spawn('/bin/sh', ['-c', command], { cwd, env: { HOME: this.folder, ...env, PATH } })
    const said = { stdout: '', stderr: '' }
    child.stdin.end()
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
    const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
    return { status, ...said }
  }
}
