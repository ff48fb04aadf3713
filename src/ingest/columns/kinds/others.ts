import { kindOfHeader } from './kind-of-header.ts'

export const accounts = kindOfHeader({
  kind: 'accounts',
  own: ['account'],
  fields: {
    id: 'id; .8 =number; .8 =code',
    name: '=name; .95 =account',
    type: 'type; .7 category; .62 status',
    segment: 'industry name?',
    domain: 'domain name?',
    owner: 'owner name?; .8 owner id',
  },
  tells: { id: 0.4, name: 0.8, type: 0.5, segment: 2, domain: 1.5, owner: 0.3 },
  needs: ['name', ['segment', 'domain', 'type']],
  signs: { firm: 0.8, account: 0.5 },
})

export const contactRoles = kindOfHeader({
  kind: 'contact-roles',
  own: [],
  fields: {
    dealId: 'deal id|number|code; .8 deal name?',
    contactId: 'contact id|number|code; .9 contact email; .62 =email',
    contactName: 'contact name?; .62 =name',
    role: 'role contact?|deal?; .7 =type',
    isPrimary: 'primary flag? contact?',
    title: 'job contact?; .95 title contact?',
  },
  tells: { dealId: 1, contactId: 1, contactName: 0.6, role: 2, isPrimary: 1.5 },
  needs: ['dealId', ['contactId', 'contactName'], ['role', 'isPrimary']],
})

export const history = kindOfHeader({
  kind: 'history',
  own: [],
  fields: {
    dealId: 'deal id|number|code; .8 deal name?; .7 =id',
    changed: `change date?; stage|entered|created|modified date; .97 stage entered|created|change|modified date?; .95 =date; .9 modified|created|entered date?; .8 from date?`,
    stage: 'stage new? name?; .75 stage new? id|code; .9 new status; .7 =status',
    fromStage: 'stage old name?; .8 stage old id; .7 =old',
    exited: 'exited date? stage?; .7 to date?',
    amount: 'amount',
    closeDate: 'close date? expected?',
    changedBy: 'creator|modifier name?; creator|modifier id?; .62 owner name?|id?',
  },
  tells: { dealId: 0.8, changed: 0.8, stage: 1, fromStage: 3, exited: 3, changedBy: 0.6, amount: 0.2, closeDate: 0.2 },
  needs: ['dealId', 'changed', ['stage', 'amount', 'closeDate']],
  signs: { change: 1.5 },
})

export const fieldHistory = kindOfHeader({
  kind: 'field-history',
  own: [],
  fields: {
    dealId: 'deal id|number|code; .8 deal name?',
    field: 'field name?; .8 field activity',
    oldValue: 'old amount?',
    newValue: 'new amount?',
    changed: 'change date; modified date; .95 created date; .9 =date; .8 change|modified|created',
    changedBy: 'creator|modifier name?|id?; .8 =user name?|id?',
  },
  tells: { dealId: 0.5, field: 2, oldValue: 2, newValue: 2, changed: 0.5 },
  needs: ['dealId', 'field', 'newValue', 'changed'],
})

export const prices = kindOfHeader({
  kind: 'prices',
  own: ['product'],
  fields: {
    id: '.8 id|code|number',
    product: '=product name?; .9 =name; .8 =description',
    price: 'price amount? recurring?',
    currency: 'currency price?',
  },
  tells: { id: 0.2, product: 1.5, price: 2, currency: 0.3 },
  needs: ['product', 'price'],
})
