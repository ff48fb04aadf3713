/** What the bench measures, bundled as the program is. */
export { readExports } from '../../src/ingest/read-exports.ts'
export { fileSource } from '../../src/ingest/bytes/source.ts'
