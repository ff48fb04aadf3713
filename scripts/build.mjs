// Bundles the program into dist/: a start then reads four files and not two hundred, which halves it. Commands stay
// apart, each loaded when it runs. CommonJS, because of that V8 takes what it has compiled before (bin/load.js). Types are
// checked by `npm run types`, not here.
// Builds into a new folder first, so that a program that is running meanwhile, or a build that fails, never meets a
// half-written dist/.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import nodeModule from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = path.join(root, 'dist')
const fresh = mkdtempSync(path.join(root, 'dist.'))
// A folder of mkdtemp is its owner's alone; the program is for whoever may read the clone.
chmodSync(fresh, 0o755)

const review = new Set(['src/commands/review.ts', 'src/report/text/text.ts', 'src/report/text/width.ts'])

/** On Node 20 bin/load.js hands this to each file, because what is run by `vm` imports no modules itself. */
const IMPORT = 'var importModule=importModule||(id=>import(id));'

/**
 * What costs a start and does nothing for it: commander runs no command as a program of its own here, the process as a
 * module makes Node open standard input, and what chalk finds out of the terminal is what it is told (src/review/display.ts).
 */
const spared = {
  name: 'spared',
  resolveId(source, importer = '', { kind }) {
    if (source === 'node:process' && kind === 'import-statement') return '\0process'
    if (source === 'node:child_process' && /[\\/]commander[\\/]/u.test(importer)) return '\0nothing'
    return /^node:(?:os|tty)$/u.test(source) && /[\\/]supports-color[\\/]/u.test(importer) ? '\0terminal' : undefined
  },
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      chunk.code = `${IMPORT}${chunk.code}`
        // What is left of these is a module of the user's, or Node's: on Node 20 bin/load.js imports it.
        .replaceAll(/\bimport\(/gu, 'importModule(')
        .replace('importModule(id)', 'import(id)')
        // A source in ASCII is read without decoding, and takes half the memory.
        .replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  },
  load: (id) =>
    ({
      '\0process': 'export default process',
      '\0nothing': 'export default {}',
      '\0terminal': "export default { isatty: () => false, release: () => '0.0.0' }",
    })[id],
}

try {
  await build({
    cwd: root,
    input: { main: 'src/main.ts' },
    platform: 'node',
    plugins: [spared],
    logLevel: 'warn',
    checks: { ineffectiveDynamicImport: false },
    output: {
      dir: fresh,
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: 'chunks/[name]-[hash].cjs',
      // Names stay, for --verbose; what only people read of a source is not read at each start.
      comments: { legal: true, annotation: false, jsdoc: false },
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
      // Opening and linking a file costs as much as thirty kilobytes of it: what a start needs lies in one, what a
      // review in text needs beyond that in another, each with all that it imports.
      codeSplitting: {
        groups: [
          { name: 'start', tags: ['$initial'], priority: 2 },
          { name: 'review', test: (id) => review.has(path.relative(root, id).replaceAll('\\', '/')), priority: 1 },
        ],
      },
    },
  })
  // Node 22 and later compile and keep it at the first start (bin/pipeline-coach.js).
  if (nodeModule.enableCompileCache === undefined)
    execFileSync(process.execPath, [path.join(root, 'scripts/compile.mjs'), fresh], { stdio: ['ignore', 2, 2] })
  rmSync(dist, { recursive: true, force: true })
  renameSync(fresh, dist)
} catch (error) {
  process.stderr.write(`${String(error)}\n`)
  rmSync(fresh, { recursive: true, force: true })
  process.exitCode = 1
}
