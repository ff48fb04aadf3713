import { isUtf8 } from 'node:buffer'
import type Iconv from 'iconv-lite'
import { Problem } from '../../system/problem.ts'
import { refuseOtherFormats } from './not-csv.ts'
import type { Source } from './source.ts'

/** How a file's bytes become text. */
export interface Decoding {
  /** A name as iconv-lite knows it, such as `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string
  /** Whether a byte order mark stands at the start. */
  readonly bom: boolean
  /** True where the bytes left a choice: worth a word when names look wrong. */
  readonly guessed: boolean
}

/** Enough of a file to know its kind and whether it is UTF-16. */
const HEAD_BYTES = 64 * 1024

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, mark: Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  // Before UTF-16: its mark begins with the same two bytes.
  ['utf-32le', Buffer.from([0xff, 0xfe, 0x00, 0x00])],
  ['utf-32be', Buffer.from([0x00, 0x00, 0xfe, 0xff])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
]

/** Names iconv-lite takes that no file is written in. */
const NOT_FOR_FILES = /^(?:base64|hex|utf-?7(?:-?imap)?|internal|_)/i

/**
 * Byte order mark, then the pattern of NULs (UTF-16 without a mark), then UTF-8 if the source is valid but for a few bytes, else
 * windows-1252, or -1251 where the words are Cyrillic. `override` is the user's word and is not doubted.
 */
export async function detectEncoding(source: Source, override?: string): Promise<Decoding> {
  const head = await headOf(source)
  if (head.length === 0) {
    throw new Problem('this file is empty', { where: { file: source.name }, hint: 'export it again' })
  }
  refuseOtherFormats(head, source.name)
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => head.subarray(0, mark.length).equals(mark))?.[0]
  if (override !== undefined) return overridden(override, marked)
  if (marked !== undefined) return { encoding: marked, bom: true, guessed: false }
  const wide = wideEncoding(head)
  if (wide !== undefined) return { encoding: wide, bom: false, guessed: true }
  if (await isValidUtf8(source)) return { encoding: 'utf-8', bom: false, guessed: false }
  if (await isDamagedUtf8(source)) return { encoding: 'utf-8', bom: false, guessed: true }
  return { encoding: isCyrillic(head) ? 'windows-1251' : 'windows-1252', bom: false, guessed: true }
}

/** Western words have a letter beyond ASCII here and there; Cyrillic ones have no other in windows-1251. */
function isCyrillic(head: Buffer): boolean {
  const isHigh = (byte: number | undefined) => byte !== undefined && byte >= 0xc0
  let high = 0
  let inWords = 0
  for (const [at, byte] of head.entries()) {
    if (!isHigh(byte)) continue
    high++
    if (isHigh(head[at - 1]) || isHigh(head[at + 1])) inWords++
  }
  return high >= 4 && inWords >= 0.8 * high
}

async function overridden(name: string, marked: string | undefined): Promise<Decoding> {
  const iconv = await loadIconv()
  if (NOT_FOR_FILES.test(name) || !iconv.encodingExists(name)) {
    throw new Problem(`there is no encoding called "${name}"`, {
      hint: 'some that there are: utf-8, utf-16le, windows-1252, windows-1251, windows-1250, iso-8859-15, shift_jis, gbk',
    })
  }
  const encoding = isUtf8Name(name) ? 'utf-8' : name
  const bom = marked !== undefined && plain(marked).startsWith(plain(encoding))
  return { encoding: bom ? marked : encoding, bom, guessed: false }
}

/** `UTF-16 LE` and `utf16le` are one. */
function plain(encoding: string): string {
  return encoding.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

function isUtf8Name(name: string): boolean {
  return /^(?:utf-?8|unicode-1-1-utf-8)$/i.test(name)
}

async function headOf(source: Source): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of source.open()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= HEAD_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES)
}

/**
 * UTF-16 told by its NULs: commas, digits and line ends have one as their high byte in every script, and text in
 * 8-bit encodings has none at all. A damaged file has NULs on even and on odd places alike.
 */
function wideEncoding(head: Buffer): string | undefined {
  if (!head.includes(0)) return undefined
  const pairs = Math.floor(head.length / 2)
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  const enough = Math.max(3, pairs * 0.15)
  const few = pairs * 0.01
  if (odd >= enough && even <= few) return 'utf-16le'
  return even >= enough && odd <= few ? 'utf-16be' : undefined
}

async function isValidUtf8(source: Source): Promise<boolean> {
  let carried: Buffer = Buffer.alloc(0)
  for await (const chunk of source.open()) {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk])
    const whole = bytes.length - unfinishedBytes(bytes)
    if (!isUtf8(bytes.subarray(0, whole))) return false
    carried = bytes.subarray(whole)
  }
  return carried.length === 0
}

/** In 8-bit text hardly two letters in a row are a letter of UTF-8; a byte that was damaged leaves all others as they are. */
const SOUND_TO_DAMAGED = 4

async function isDamagedUtf8(source: Source): Promise<boolean> {
  // It carries a letter over from chunk to chunk.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let sound = 0
  let damaged = 0
  for await (const chunk of source.open())
    for (const [letter] of decoder.decode(chunk, { stream: true }).matchAll(/[^\0-\x7F]/gu))
      if (letter === '\uFFFD') damaged++
      else sound++
  return sound > SOUND_TO_DAMAGED * damaged
}

/** How many bytes at the end (0 to 3) begin a character that goes on in the next chunk. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? back : 0
    }
  }
  return 0
}

/**
 * The source as UTF-8, without byte order mark and without NULs (no text means anything by them, and other tools end
 * a string there). UTF-8 goes through uncopied.
 */
export async function* decoded(source: Source, decoding: Decoding): AsyncGenerator<Buffer> {
  const bytes = decoding.bom ? withoutMark(source.open(), decoding.encoding) : source.open()
  const utf8 = decoding.encoding === 'utf-8' ? bytes : transcoded(bytes, decoding.encoding)
  for await (const chunk of utf8) yield chunk.includes(0) ? (chunk.filter((byte) => byte !== 0) as Buffer) : chunk
}

async function* withoutMark(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  let left = BYTE_ORDER_MARKS.find(([name]) => name === encoding)?.[1].length ?? 0
  for await (const chunk of chunks) {
    const skipped = Math.min(left, chunk.length)
    left -= skipped
    if (skipped < chunk.length) yield skipped === 0 ? chunk : chunk.subarray(skipped)
  }
}

async function* transcoded(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const iconv = await loadIconv()
  const decoder = iconv.getDecoder(encoding)
  let carried = ''
  for await (const chunk of chunks) {
    const text = carried + decoder.write(chunk)
    // Half a surrogate pair would be written as two replacement characters.
    const cut = /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length
    carried = text.slice(cut)
    if (cut > 0) yield Buffer.from(text.slice(0, cut))
  }
  const rest = carried + (decoder.end() ?? '')
  if (rest !== '') yield Buffer.from(rest)
}

/** Loaded only where it is needed: most exports are UTF-8. */
async function loadIconv(): Promise<typeof Iconv> {
  return (await import('iconv-lite')).default
}
