// compile.mjs FOLDER: runs what a start runs and keeps what V8 compiled of it beside the bundle (bin/load.js).
import path from 'node:path'
import { Writable } from 'node:stream'
import { keepCompiled, load } from '../bin/load.js'

const [folder = ''] = process.argv.slice(2)
const nowhere = () => new Writable({ write: (_, __, done) => done() })
const io = { stdin: [], stdout: nowhere(), stderr: nowhere(), env: {}, cwd: folder, now: () => new Date() }
const { main } = load(path.resolve(folder, 'main.cjs'))
for (const args of [['--help'], ['demo']]) {
  const code = await main(args, io)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`)
}
keepCompiled()
