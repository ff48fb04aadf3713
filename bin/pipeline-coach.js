#!/usr/bin/env node
const path = require('node:path')
const { load } = require('./load.js')

async function run() {
  const { main } = load(path.join(__dirname, '../dist/main.cjs'))
  process.exitCode = await main(process.argv.slice(2))
  // Left to itself, Node first ends what V8's collector has begun: a twentieth of a review. Not all systems write at once.
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit()
}

void run()
