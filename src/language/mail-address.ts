/**
 * One plain address and nothing else: no name, no list, no comment, no line break, nothing that a program could take
 * for a flag. A host of one word (`root@localhost`) is one, since cron mails there.
 */
export const ADDRESS =
  /^(?!-)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?\.)*[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?$/

const LONGEST = { address: 254, local: 64, label: 63 } as const

export function isAddress(text: string): boolean {
  if (text.length > LONGEST.address || !ADDRESS.test(text)) return false
  const [local = '', host = ''] = text.split('@')
  return local.length <= LONGEST.local && host.split('.').every((label) => label.length <= LONGEST.label)
}

/** The part after the @ of an address. */
export function hostOf(address: string): string {
  return address.slice(address.indexOf('@') + 1)
}
