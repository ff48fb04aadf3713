const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'
const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Hands out invented ids that look like Salesforce's: the kind's prefix, an org, a number, and the case check. */
export class Ids {
  private readonly used = new Map<string, number>()

  next(prefix: string): string {
    const number = (this.used.get(prefix) ?? 0) + 1
    this.used.set(prefix, number)
    // A step that shares no factor with 62 makes neighbours look unlike each other, and never repeats.
    const short = `${prefix}Vw00000${base62(number * 7919 + 238_328, 5)}`
    return short + caseCheck(short)
  }
}

function base62(value: number, width: number): string {
  let text = ''
  for (let rest = value; text.length < width; rest = Math.floor(rest / 62)) text = (BASE_62[rest % 62] ?? '0') + text
  return text
}

/** The last three characters of an 18-character id: five bits a letter, set where the id has a capital. */
function caseCheck(short: string): string {
  let check = ''
  for (let at = 0; at < 15; at += 5) {
    let bits = 0
    for (let bit = 0; bit < 5; bit++) if (/[A-Z]/.test(short.charAt(at + bit))) bits |= 1 << bit
    check += DIGITS[bits] ?? ''
  }
  return check
}
