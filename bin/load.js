import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'
import { crc32 } from 'node:zlib'

/** What V8 makes of a source is of use to the same Node on the same kind of machine, and to nobody else. */
const KIND = `${process.version}-${process.platform}-${process.arch}`

const ofNode = createRequire(import.meta.url)
const loaded = new Map()

/**
 * Loads a file of dist/ and what it asks for, with what V8 compiled of it when it was built: compiling anew at every start
 * costs a fifth of a review. Where there is nothing compiled, or V8 does not take it, the source is compiled as ever.
 *
 * @param file its absolute path.
 */
export function load(file) {
  const before = loaded.get(file)
  if (before !== undefined) return before.module.exports
  const folder = path.dirname(file)
  const script = new vm.Script(
    `(function (exports, require, module, __filename, __dirname, importModule) {${readFileSync(file, 'latin1')}\n})`,
    { filename: file, cachedData: compiled(file) },
  )
  const module = { exports: {} }
  loaded.set(file, { script, module })
  const require = (id) => (id.startsWith('.') ? load(path.join(folder, id)) : ofNode(id))
  script.runInThisContext()(module.exports, require, module, file, folder, importModule)
  return module.exports
}

/** What is run by `vm` imports no modules itself. */
const importModule = (id) => import(id)

const SUM_BYTES = 4

/** V8 runs whatever it is given: what a failing disk has changed would end the program without a word. */
function compiled(file) {
  try {
    const bytes = readFileSync(`${file}.${KIND}`)
    const data = bytes.subarray(SUM_BYTES)
    return crc32(data) === bytes.readUInt32LE(0) ? data : undefined
  } catch {
    return undefined
  }
}

/** Writes what V8 has compiled of the loaded files, beside them: all that has run until now. For the build. */
export function keepCompiled() {
  for (const [file, { script }] of loaded) {
    const data = script.createCachedData()
    const sum = Buffer.alloc(SUM_BYTES)
    sum.writeUInt32LE(crc32(data))
    writeFileSync(`${file}.${KIND}`, Buffer.concat([sum, data]))
  }
}
