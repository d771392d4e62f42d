import { describe, expect, test } from 'vitest'
import { hintsIn } from './hints.ts'

describe('before a note is saved, the page points out', () => {
  test.each([
    ['Il codice è RSSMRA80A01D150X.', ['fiscalCode']],
    ['rssmra80a01d150x, lo ha dettato al telefono', ['fiscalCode']],
    ['Bonifico su IT60 X054 2811 1010 0000 0123 456', ['iban']],
    ['La richiamo al 333 415 1952 domani', ['phone']],
    ['+39 0373 123456 è lo studio', ['phone']],
  ])('%s', (text, hints) => expect(hintsIn(text)).toEqual(hints))
})

describe('and leaves alone', () => {
  test.each([
    'Ci vediamo il 24/11/2026 alle 10.30',
    'Alle 14:30 in via Roma 12, 26013 Crema',
    'Sono 120 euro al mese per 12 mesi',
    'Pratica C-2026-014 del 2026-11-24',
    'Oggi Amina ha parlato del corso.',
  ])('%s', (text) => expect(hintsIn(text)).toEqual([]))
})
