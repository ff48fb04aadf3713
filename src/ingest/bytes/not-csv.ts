import { Problem } from '../../system/problem.ts'

const SAVE_AS_CSV = 'open it in the spreadsheet it came from and save it as CSV (UTF-8)'
const EXPORT_AS_CSV = 'choose CSV as the format when you export it'

interface OtherFormat {
  readonly is: (head: Buffer) => boolean
  readonly what: string
  readonly hint: string
}

const OTHER_FORMATS: readonly OtherFormat[] = [
  {
    is: (head) => startsWith(head, 0x50, 0x4b, 0x03, 0x04) && head.includes('xl/'),
    what: 'this is an Excel workbook (xlsx), not CSV',
    hint: SAVE_AS_CSV,
  },
  {
    is: (head) => startsWith(head, 0x50, 0x4b, 0x03, 0x04),
    what: 'this is a spreadsheet or a zip file, not CSV',
    hint: `${SAVE_AS_CSV}; if it is a zip file, unpack it first`,
  },
  {
    is: (head) => startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    what: 'this is an old Excel workbook (xls), not CSV',
    hint: SAVE_AS_CSV,
  },
  { is: (head) => startsWith(head, 0x1f, 0x8b), what: 'this file is compressed (gzip)', hint: 'unpack it first' },
  {
    is: (head) => head.subarray(0, 5).toString('latin1') === '%PDF-',
    what: 'this is a PDF, not CSV',
    hint: EXPORT_AS_CSV,
  },
  {
    // One bracket alone may begin a cell; a key or a brace after it does not.
    is: (head) => /^[\uFEFF\s]*(?:\[\s*[{[]|\{\s*")/.test(head.toString('utf8')),
    what: 'this is JSON, not CSV',
    hint: EXPORT_AS_CSV,
  },
  {
    // Several CRMs name an HTML table `.xls`.
    is: (head) => /^[\uFEFF\s]*<(?:!doctype\s+html|html|table|\?xml|head|meta)\b/i.test(head.toString('utf8')),
    what: 'this is a web page or an XML file, not CSV',
    hint: `${EXPORT_AS_CSV}, or ${SAVE_AS_CSV}`,
  },
]

/** Throws a Problem where the first bytes are those of another kind of file. */
export function refuseOtherFormats(head: Buffer, file: string): void {
  const other = OTHER_FORMATS.find((format) => format.is(head))
  if (other !== undefined) throw new Problem(other.what, { where: { file }, hint: other.hint })
}

function startsWith(head: Buffer, ...bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte)
}
