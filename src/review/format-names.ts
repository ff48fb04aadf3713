import path from 'node:path'

/** How a review can be written, and the ending of a file of it. */
export const formats = {
  text: '.txt',
  markdown: '.md',
  html: '.html',
  eml: '.eml',
  json: '.json',
} as const

export type Format = keyof typeof formats

/** What else a file of a format is called. */
const OTHER_ENDINGS: Readonly<Record<string, Format>> = { '.markdown': 'markdown', '.htm': 'html' }

/** Undefined for an ending that belongs to no format. */
export function formatOfEnding(file: string): Format | undefined {
  const ending = path.extname(file).toLowerCase()
  const own = Object.keys(formats) as Format[]
  return own.find((format) => formats[format] === ending) ?? OTHER_ENDINGS[ending]
}
