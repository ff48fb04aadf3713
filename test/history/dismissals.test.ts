import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { History } from '../../src/history/folder.ts'
import { dismiss } from '../../src/history/record.ts'
import { day } from '../support/exports.ts'
import { projectFolder, run } from '../support/run.ts'

// What was put aside in a meeting, seen and taken back at the prompt.

let cwd: string

beforeEach(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
  cpSync(path.join(projectFolder, 'fixtures', 'history-v1'), path.join(cwd, 'kept'), { recursive: true })
  const on = day('2026-11-20')
  await dismiss(new History(path.join(cwd, 'kept'), 'kept'), [
    { key: 'stale-deal deal 006A04', on, reason: 'waiting for their audit', until: undefined },
    { key: 'no-next-step deal 006A04', on, reason: 'waiting for their audit', until: day('2026-12-11') },
  ])
})

const keeper = (...args: string[]) => run(['dismissals', ...args, '--history', 'kept', '--no-config'], { cwd })

it('are listed with their reason and their end', async () => {
  const { code, stdout } = await keeper()
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /^\w{4} {2}Dana Whitfield, Umbrella audit: .+\. Put aside on 2026-11-20 until the deal changes: “waiting for their audit”\n/,
  )
  expect(stdout).toContain('until 2026-12-11')
  const json = JSON.parse((await keeper('list', '--format', 'json')).stdout)
  expect(json.dismissals).toMatchObject([
    { rule: 'stale-deal', rep: 'Dana Whitfield', until: null, over: false },
    { rule: 'no-next-step', until: '2026-12-11', over: false },
  ])
})

it('are over after their day, and then listed with --all only', async () => {
  expect((await keeper('list', '--as-of', '2026-12-12')).stdout).not.toContain('2026-12-11')
  expect((await keeper('list', '--as-of', '2026-12-12', '--all')).stdout).toContain('2026-12-11')
})

it('are taken back by their id, or all of a deal by its name', async () => {
  const [id = ''] = (await keeper()).stdout.split(' ')
  expect((await keeper('undo', id)).stdout).toContain(`taken back  ${id}  Dana Whitfield, Umbrella audit`)
  expect((await keeper()).stdout.trim().split('\n')).toHaveLength(1)
  expect((await keeper('undo', 'umbrella audit')).code).toBe(0)
  expect((await keeper()).stdout).toBe('Nothing is put aside. --all lists what was.\n')
})

it('what is not put aside says so', async () => {
  const { code, stderr } = await keeper('undo', 'Umbrela audit')
  expect(code).toBe(2)
  expect(stderr).toContain('nothing is put aside as “Umbrela audit”\n  did you mean “Umbrella audit”?')
})
