// Loaded into a measured run with --require: at its end it writes its CPU seconds and peak memory to the file BENCH_COST.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const peak = process.resourceUsage().maxRSS * 1024
  writeFileSync(process.env.BENCH_COST, JSON.stringify({ cpu: (user + system) / 1e6, peak }))
})
