import { describe, expect, it } from 'vitest'
import { readEuro, sayEuro, writeEuro } from './euro.ts'

describe('euro as people write them', () => {
  it.each([
    ['12', 1200],
    ['12,5', 1250],
    ['12,50', 1250],
    ['12.50', 1250],
    ['1.234', 123_400],
    ['1.234,5', 123_450],
    ['1,234.50', 123_450],
    ['1234,05', 123_405],
    ['€ 540', 54_000],
    ['540 euro', 54_000],
    ['1.234.567', 123_456_700],
    ['0', 0],
  ])('%s is %i cents', (text, cents) => {
    expect(readEuro(text)).toBe(cents)
  })

  it('knows nothing written from something that is no amount', () => {
    expect(readEuro('  ')).toBeNull()
    for (const text of ['dodici', '-3', '1,2345', '12,', '1.23.456', '3 mesi']) expect(readEuro(text)).toBeUndefined()
  })

  it('writes them in the reader’s form, and reads its own writing back', () => {
    expect(writeEuro('it', 123_450)).toBe('1.234,50')
    expect(writeEuro('it', null)).toBe('')
    expect(sayEuro('it', 54_000).replace(/\s/g, ' ')).toBe('540 €')
    for (const cents of [0, 5, 1250, 123_450, 99_999_999])
      for (const language of ['it', 'en'] as const) expect(readEuro(writeEuro(language, cents))).toBe(cents)
  })
})
