#!/usr/bin/env node
const { existsSync } = require('node:fs')
const nodeModule = require('node:module')
const path = require('node:path')

const dist = path.join(__dirname, '../dist')
const program = path.join(dist, 'main.cjs')

/**
 * Node 22 and later keep what V8 compiled themselves. Node 20 cannot, so bin/load.js does it there: that file and
 * scripts/compile.mjs go when Node 20 is no longer supported (`engines` in package.json).
 */
function load() {
  if (nodeModule.enableCompileCache === undefined) return require('./load.js').load(program)
  // Beside the program and nowhere else. Where that folder cannot be written, the source is compiled at each start.
  nodeModule.enableCompileCache(path.join(dist, 'compiled'))
  return require(program)
}

async function run() {
  if (!existsSync(program)) {
    process.stderr.write('pipeline-coach: this copy is not built yet: run “npm ci && npm run build” in its folder\n')
    process.exitCode = 2
    return
  }
  const { main } = load()
  process.exitCode = await main(process.argv.slice(2))
  // Left to itself, Node first ends what V8's collector has begun: a twentieth of a review. Not all systems write at once.
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit()
}

void run()
