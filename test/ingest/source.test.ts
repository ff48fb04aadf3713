import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Source, fileSource, streamSource } from '../../src/ingest/bytes/source.ts'

async function textOf(source: Source): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of source.open()) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function* typed(): AsyncGenerator<Buffer | string> {
  yield 'Id,'
  yield Buffer.from('Näme')
}

describe('a file', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'source-'))
  })
  afterAll(async () => rm(folder, { recursive: true }))

  it('can be read twice, in chunks', async () => {
    const file = path.join(folder, 'deals.csv')
    await writeFile(file, 'x'.repeat(600_000))
    const source = await fileSource(file)
    const sizes: number[] = []
    for await (const chunk of source.open()) sizes.push(chunk.length)
    expect(sizes).toEqual([262_144, 262_144, 75_712])
    expect(await textOf(source)).toHaveLength(600_000)
    expect(source.modified).toBeInstanceOf(Date)
  })

  it('that is not there is a problem with a hint', async () => {
    await expect(fileSource(path.join(folder, 'none.csv'), 'none.csv')).rejects.toMatchObject({
      name: 'Problem',
      what: 'there is no such file',
      where: { file: 'none.csv' },
    })
  })

  it('that is a folder is a problem with a hint', async () => {
    await expect(fileSource(folder)).rejects.toMatchObject({ name: 'Problem', what: 'this is a folder, not a file' })
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('that may not be read is a problem', async () => {
    const file = path.join(folder, 'secret.csv')
    await writeFile(file, 'Id\n')
    await chmod(file, 0)
    await expect(fileSource(file)).rejects.toMatchObject({ name: 'Problem', what: 'you may not read this file' })
  })
})

describe('a stream', () => {
  it('can be read twice', async () => {
    const source = await streamSource('-', typed())
    expect(await textOf(source)).toBe('Id,Näme')
    expect(await textOf(source)).toBe('Id,Näme')
    expect(source.modified).toBeUndefined()
  })
})
