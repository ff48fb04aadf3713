import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, describe, expect, it } from 'vitest'
import { MailServer, msmtp } from '../support/mail-server.ts'
import { FEW_RULES } from '../support/few-rules.ts'
import { projectFolder, run } from '../support/run.ts'
import { CTRL_U, ENTER, hasTerminal, Screen } from '../support/screen.ts'

// A week of a manager: the review, the meeting with its promises, and the next week's export, which shows what became of them.

const DOWN = '\u001B[B'
const screens: Screen[] = []
const servers: MailServer[] = []

afterEach(async () => {
  for (const screen of screens.splice(0)) screen.close()
  for (const server of servers.splice(0)) await server.stop()
})

const inOneLine = (text: string) => text.replaceAll(/\s+/gu, ' ')

describe.each([60, 100])('a week at %i columns', (columns) => {
  it.skipIf(!hasTerminal)(
    'review, meet, commit, dismiss, undo, next week kept and missed, and the summary mailed',
    async ({ skip }) => {
      const cwd = mkdtempSync(path.join(tmpdir(), 'pipeline-coach-'))
      for (const week of ['week-3', 'week-4'])
        cpSync(path.join(projectFolder, 'fixtures', 'four-weeks', week), path.join(cwd, week), { recursive: true })
      const weekly = ['--history', 'kept', '--no-config', ...FEW_RULES]
      const meet = (args: readonly string[], then = '') => {
        const screen = new Screen(['meet', ...args, ...weekly], { cwd, columns, rows: 50 }, then)
        screens.push(screen)
        return screen
      }

      const before = await run(['week-3', '--as-of', '2026-11-13', ...weekly], { cwd })
      expect(before.code).toBe(0)

      const first = meet(['week-3', '--as-of', '2026-11-13', '-o', 'meeting.md'])
      // The team first, then Dana's page, then the one item on it.
      await first.type(ENTER, /PIPELINE REVIEW · two reps[^]*begin with Dana Whitfield/u)
      await first.type('g', /DANA WHITFIELD[^]*go through 1 item/u)
      // Put aside, and taken back.
      await first.type('d', '1 of 1')
      await first.type('a', 'all of them')
      await first.type(`the audit comes first${ENTER}`, 'Why is it put aside?')
      await first.type(`in 2 weeks${ENTER}`, 'Until when?')
      await first.see('put aside until Fri, Nov 27; u takes it back')
      await first.type('u', /aside {2}Umbrella audit[^]*the\s+audit\s+comes\s+first[^]*undo a dismissal/u)
      await first.type('c', /taken back: Umbrella audit[^]*1 of 1/u)
      await first.type(ENTER, 'commit Call Ed Marsh at Umbrella')
      await first.type(ENTER, 'Enter done with Dana Whitfield')
      // Tom promises what the next export can count.
      await first.type('c', /TOM OKAFOR[^]*Enter done with Tom Okafor/u)
      await first.type(`Open two deals${ENTER}`, 'What will be done?')
      await first.type('d', 'commit Open two deals')
      await first.type(`${CTRL_U}next friday${ENTER}`, 'By when?')
      await first.type('p', 'by Fri, Nov 20')
      await first.type(DOWN + ENTER, 'What will the next export show?')
      await first.type(ENTER, 'shown by 2 new opportunities')
      await first.type(ENTER, 'Enter done with Tom Okafor')
      await first.see('What was agreed is kept in kept, the summary is in meeting.md.')
      expect(await first.exit()).toBe(0)
      expect(first.widest).toBeLessThanOrEqual(columns)
      const summary = inOneLine(readFileSync(path.join(cwd, 'meeting.md'), 'utf8'))
      // The customer is named in the promise: its deal is not named before it.
      expect(summary).toContain('agreed** Call Ed Marsh at Umbrella')
      expect(summary).toContain('Open two deals, by Fri, Nov 20 (shown by 2 new opportunities)')
      expect(summary).not.toContain('the audit comes first')

      // Umbrella was called since, and has a step with a date; nobody has opened a deal.
      const file = path.join(cwd, 'week-4', 'opportunities.csv')
      const text = readFileSync(file, 'utf8')
      const after = text.replace(/^(006A04,.*),,2026-09-25,$/mu, '$1,11/27: audit plan,2026-11-18,')
      expect(after).not.toBe(text)
      writeFileSync(file, after)

      const next = await run(['week-4', '--as-of', '2026-11-20', ...weekly], { cwd })
      expect(next.code).toBe(0)
      const page = (name: string) => next.stdout.slice(next.stdout.indexOf(name)).split(/^─+$/mu, 1)[0] ?? ''
      expect(inOneLine(page('DANA WHITFIELD'))).toMatch(/KEPT .*Call Ed Marsh/u)
      // A missed promise stands first, and is not proposed again as if it were new.
      const tom = page('TOM OKAFOR')
      expect(tom.split('\n').find((line) => /^[A-Z]{2,9} {2,}/u.test(line))).toMatch(/^PROMISED +Open two deals/u)
      expect(inOneLine(tom)).toContain('PROMISED Open two deals by Nov 20 (0 of 2 created since Nov 13).')
      expect(tom).not.toMatch(/^DO /mu)

      const server = await MailServer.start()
      servers.push(server)
      const flags = `--host=127.0.0.1 --port=${server.port} --tls=off --auth=off --read-envelope-from -t`
      const send = msmtp === undefined ? '' : `&& ${msmtp} --file=/dev/null ${flags} < meeting.eml`
      const envelope = ['--from', 'kim@example.com', '--to', 'tom@example.com']
      const second = meet(['week-4', '--as-of', '2026-11-20', '--rep', 'Tom', '-o', 'meeting.eml', ...envelope], send)
      await second.type(ENTER, 'begin with Tom Okafor')
      await second.type('g', /PROMISED +Open two deals[^]*go through 1 item/u)
      await second.type('k', /PROMISED, MISSED +Open two deals[^]*What came in between[^]*kept after all/u)
      await second.type(ENTER, 'Enter done with Tom Okafor')
      await second.see('the summary is in meeting.eml')
      expect(await second.exit()).toBe(0)
      if (msmtp === undefined) return skip('the mail: msmtp is not installed')
      expect(server.arrived.map(({ to }) => to)).toEqual([['tom@example.com']])
      const mail = await PostalMime.parse(server.arrived[0]?.data ?? '')
      expect(mail.subject).toBe('What we agreed on Fri, Nov 20')
      expect(mail.text).toMatch(/Tom Okafor\n +kept +Open two deals/u)
    },
    60_000,
  )
})
