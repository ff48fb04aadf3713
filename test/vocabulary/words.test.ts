import { describe, expect, it } from 'vitest'
import { isClientType } from '../../src/vocabulary/accounts.ts'
import { isSenior } from '../../src/vocabulary/people.ts'
import { isTender, sourceKindOf } from '../../src/vocabulary/sources.ts'

describe('a lead source', () => {
  it.each([
    ['Outbound', 'own'],
    ['Cold Call', 'own'],
    ['Self-generated', 'own'],
    ['Client referral', 'own'],
    ['Kaltakquise', 'own'],
    ['Referral', 'own'],
    ['External Referral', 'own'],
    ['Employee Referral', 'other'],
    ['Partner referral', 'other'],
    ['REFERRALS', 'inbound'],
    ['Web', 'inbound'],
    ['Website - Contact Form', 'inbound'],
    ['Inbound referral', 'inbound'],
    ['ORGANIC_SEARCH', 'inbound'],
    ['Webinar', 'inbound'],
    ['RFP', 'tender'],
    ['Inbound RFQ', 'tender'],
    ['Öffentliche Ausschreibung', 'tender'],
    ['Partner', 'other'],
    ['Trade Show', 'other'],
    ['Other partner', 'other'],
  ])('“%s” is %s', (source, kind) => {
    expect(sourceKindOf(source, [])).toBe(kind)
  })

  it('is what the manager calls their own, whatever it sounds like', () => {
    expect(sourceKindOf('Web research by rep', ['research'])).toBe('own')
    expect(sourceKindOf('Partner', ['Partner'])).toBe('own')
  })

  it.each(['Other', 'Offline Sources', 'OFFLINE_SOURCES', '-None-'])('%s says nothing', (source) => {
    expect(sourceKindOf(source, ['Partner'])).toBeUndefined()
    expect(sourceKindOf(source, ['Other', 'Offline', 'None'])).toBe('own')
  })
})

it.each([
  ['Tender: city hall', true],
  ['Appel d’offres', true],
  ['Bidding war', false],
])('“%s” is a tender: %s', (text, is) => {
  expect(isTender(text)).toBe(is)
})

it.each([
  ['Customer - Direct', true],
  ['CUSTOMER', true],
  ['Client', true],
  ['Bestandskunde', true],
  ['Клиент', true],
  ['Potential customer', false],
  ['Former Customer', false],
  ['Prospect', false],
  ['Partner', false],
  [undefined, false],
])('an account of type “%s” is a client: %s', (type, is) => {
  expect(isClientType(type)).toBe(is)
})

it.each([
  ['Senior', true],
  ['Sr. Account Executive', true],
  ['AE III', true],
  ['Principal', true],
  ['Mid', false],
  ['Junior', false],
  ['Leader’s assistant', false],
  [undefined, false],
])('a level “%s” is a senior one: %s', (level, is) => {
  expect(isSenior(level)).toBe(is)
})
