import * as fc from 'fast-check'

/** Any text at all, half a surrogate pair included; half of it from the first 256 characters, where the trouble is. */
export const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 20 })
  .map((codes) => String.fromCharCode(...codes))
