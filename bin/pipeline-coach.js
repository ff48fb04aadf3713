#!/usr/bin/env node
const path = require('node:path')
const { load } = require('./load.js')

async function run() {
  const { main } = load(path.join(__dirname, '../dist/main.cjs'))
  process.exitCode = await main(process.argv.slice(2))
}

void run()
