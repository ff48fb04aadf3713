/** Roles whose holder can say yes, wherever they stand in the text (“Economic Buyer (CFO)”). */
export const DECIDING = [
  'decision maker',
  'economic buyer',
  'economic decision',
  'executive sponsor',
  'budget holder',
  'final approver',
  'signatory',
]

/** Titles that say the same, but only as the whole text: a vice president is not the president. */
export const DECIDING_TITLES = ['ceo', 'cfo', 'coo', 'owner', 'president', 'managing director', 'approver']

/** Owners that are no persons: their deals are counted and left out. */
export const NOT_A_PERSON = ['bot', 'agent', 'queue', 'integration', 'inactive user', 'system', 'api']
