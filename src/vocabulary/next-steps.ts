import { mentions } from './match.ts'

/** What a next step begins with when it is the rep who has something to do. A meeting or a demo is of both. */
const OURS = [
  'send',
  'resend',
  'call',
  'phone',
  'ring',
  'email',
  'e mail',
  'mail',
  'write',
  'text',
  'follow up',
  'followup',
  'fu',
  'chase',
  'nudge',
  'ping',
  'remind',
  'check in',
  'check with',
  'touch base',
  'reach out',
  'try',
  'prepare',
  'draft',
  'build',
  'create',
  'finish',
  'update',
  'revise',
  'adjust',
  'finalise',
  'finalize',
  'share',
  'forward',
  'submit',
  'quote',
  'price',
  'schedule',
  'book',
  'set up',
  'arrange',
  'research',
  'find',
  'get back',
  'leave voicemail',
  'lvm',
  'anrufen',
  'nachfassen',
  'senden',
  'schicken',
  'mailen',
  'erinnern',
  'vorbereiten',
  'erstellen',
  'appeler',
  'relancer',
  'envoyer',
  'préparer',
  'llamar',
  'enviar',
  'preparar',
]

/** … and what says that the client has. */
const THEIRS = [
  'client to',
  'client will',
  'customer to',
  'customer will',
  'prospect to',
  'buyer to',
  'they to',
  'they will',
  'they ll',
  'for them to',
  'awaiting',
  'await',
  'wait for',
  'wait on',
  'waiting for',
  'waiting on',
  'when they',
  'once they',
]

/** A day or a mark before the words: `11/27:`, `3 Dec –`, `1.` */
const BEFORE = /^(?:[\d\s/.:,;–—-]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?:we|i|to)\b)+/iu

const BEGINS = new RegExp(
  String.raw`^(?:${OURS.map((verb) => verb.replaceAll(' ', '[ -]?')).join('|')})(?![\p{L}\p{N}])`,
  'iu',
)

/**
 * Whether a next step is something that we do, and nothing that the client does: “Follow up”, “11/27: send the offer”.
 * Where the text does not say whose it is, it is not taken for ours.
 */
export function isOurStep(text: string): boolean {
  return BEGINS.test(text.replace(BEFORE, '')) && !mentions(text, THEIRS)
}
