// `npm install -g .` links the clone and does no more: this makes what is linked run. Any other install needs nothing
// here, and `npm ci`, which ready.mjs itself calls, must not come round to it again.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

if (process.env['npm_config_global'] === 'true') {
  // Told to be global, the install of what is needed would go elsewhere too.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))
  const ready = fileURLToPath(new URL('ready.mjs', import.meta.url))
  process.exitCode = spawnSync(process.execPath, [ready], { env, stdio: ['ignore', 2, 2] }).status ?? 1
}
