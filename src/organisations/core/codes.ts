/** As people type it ('IT 0123 4567 897'): upper case, without blanks, stops and the country. */
export const normalizeTaxCode = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[\s\u00A0.\-/]+/g, '')
    .replace(/^IT(?=\d)/, '')

const doubled = (digit: number): number => (digit * 2 > 9 ? digit * 2 - 9 : digit * 2)

/**
 * Whether eleven digits are a partita IVA, or the codice fiscale of a body, whose last digit is the check of the others:
 * every second one doubled, nines cast out, the whole a multiple of ten (DM 23 December 1976, art. 8 and 10; DPR 633/1972,
 * art. 35). Eleven zeros would pass the sum and are nobody's.
 */
export const isTaxCode = (code: string): boolean =>
  /^\d{11}$/.test(code) &&
  Number(code) > 0 &&
  [...code].reduce((sum, digit, place) => sum + (place % 2 === 1 ? doubled(Number(digit)) : Number(digit)), 0) % 10 ===
    0

/** The number ("repertorio") under which a body stands in the register of the third sector (DM 106/2020): digits only. */
export const isRuntsNumber = (text: string): boolean => /^\d{1,7}$/.test(text)

/** The code of a public body in the index of public administrations (IPA), e.g. 'c_d142'. */
export const isIpaCode = (text: string): boolean => /^[a-z0-9][a-z0-9_-]{1,19}$/i.test(text)

/** The ministry's code of a school: province, type, and six more, e.g. 'CRIC82000X'. */
export const isSchoolCode = (text: string): boolean => /^[A-Z]{2}[A-Z0-9]{8}$/.test(text)
