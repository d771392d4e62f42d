import type { Language } from '../../platform/core/words.ts'

const written = /^(\d{1,3}(?:([.,' \u00a0])\d{3})(?:\2\d{3})*|\d+)(?:[.,](\d{1,2}))?$/

/**
 * Euro as people write them ('1.234,50', '1234.5', '€ 12') in whole cents; null for nothing, undefined for what is no
 * amount. Groups of three digits are thousands, one or two digits after the last mark are cents.
 */
export const readEuro = (text: string): number | null | undefined => {
  const plain = text.replace(/€|euro/gi, '').trim()
  if (plain === '') return null
  const [, whole, , cents = ''] = written.exec(plain) ?? []
  if (whole === undefined) return undefined
  return Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'))
}

const locales = { it: 'it-IT', en: 'en-GB' } as const

/** '1.234,50', for a field. */
export const writeEuro = (language: Language, cents: number | null): string =>
  cents === null
    ? ''
    : (cents / 100).toLocaleString(locales[language], {
        minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
        useGrouping: 'always',
      })

/** '1.234,50 €', for reading. */
export const sayEuro = (language: Language, cents: number): string =>
  (cents / 100).toLocaleString(locales[language], {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    useGrouping: 'always',
  })
