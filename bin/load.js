const { readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const v8 = require('node:v8')
const vm = require('node:vm')

/**
 * Node 20 optimises what has run for some milliseconds, which is a quarter of the work of a review that is over by then.
 * It waits eight times as long here (V8's default is 67584, in bytes of bytecode run); a review of 20,000 deals takes no
 * longer for it. Later Nodes have no such setting.
 */
if (process.version.startsWith('v20.')) v8.setFlagsFromString('--interrupt-budget=540672')

/** What V8 makes of a source is of use to the same Node on the same kind of machine, and to nobody else. */
const KIND = `${process.version}-${process.platform}-${process.arch}`

const loaded = new Map()

/**
 * Loads a file of dist/ and what it asks for, with what V8 compiled of it when it was built: compiling anew at every start
 * costs a fifth of a review. Where there is nothing compiled, or V8 does not take it, the source is compiled as ever.
 *
 * @param file its absolute path.
 */
function load(file) {
  const before = loaded.get(file)
  if (before !== undefined) return before.module.exports
  const folder = path.dirname(file)
  const script = new vm.Script(
    `(function (exports, require, module, __filename, __dirname, importModule) {${readFileSync(file, 'latin1')}\n})`,
    { filename: file, cachedData: compiled(file) },
  )
  const module = { exports: {} }
  loaded.set(file, { script, module })
  const requireHere = (id) => (id.startsWith('.') ? load(path.join(folder, id)) : require(id))
  script.runInThisContext()(module.exports, requireHere, module, file, folder, importModule)
  return module.exports
}

/** What is run by `vm` imports no modules itself. */
const importModule = (id) => import(id)

const WORD = 4

/** Two words of each sector are summed: a disk loses sectors, and every start waits for this. */
const STEP = 64

function sumOf(words) {
  let sum = words.length
  for (let at = 0; at < words.length; at += STEP) sum = (Math.imul(sum, 31) + words[at]) | 0
  return sum
}

/** V8 runs whatever it is given: what a failing disk has changed would end the program without a word. */
function compiled(file) {
  try {
    const bytes = readFileSync(`${file}.${KIND}`)
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / WORD)
    const last = words.length - 1
    return sumOf(words.subarray(0, last)) === words[last] ? bytes.subarray(0, last * WORD) : undefined
  } catch {
    return undefined
  }
}

/** Writes what V8 has compiled of the loaded files, beside them: all that has run until now. For the build. */
function keepCompiled() {
  for (const [file, { script }] of loaded) {
    const data = script.createCachedData()
    const words = new Int32Array(Math.ceil(data.length / WORD) + 1)
    new Uint8Array(words.buffer).set(data)
    words[words.length - 1] = sumOf(words.subarray(0, -1))
    writeFileSync(`${file}.${KIND}`, words)
  }
}

module.exports = { load, keepCompiled }
