// Bundles the program into dist/: a start then reads a handful of files and not a hundred and fifty, which halves it.
// Commands stay apart, each loaded when it runs. Types are checked by `npm run types`, not here.
// Builds into a new folder first, so that a program that is running meanwhile, or a build that fails, never meets a
// half-written dist/.
import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = path.join(root, 'dist')
const fresh = mkdtempSync(path.join(root, 'dist.'))
// A folder of mkdtemp is its owner's alone; the program is for whoever may read the clone.
chmodSync(fresh, 0o755)

try {
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'src/main.ts' },
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: 'chunks/[name]-[hash]',
    // Some dependencies are CommonJS and ask for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  })
  rmSync(dist, { recursive: true, force: true })
  renameSync(fresh, dist)
} catch {
  rmSync(fresh, { recursive: true, force: true })
  process.exitCode = 1
}
