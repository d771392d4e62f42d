/** Digits as an "omocodia" writes them (DM 23 December 1976, art. 7). */
const omocodeDigits = 'LMNPQRSTUV'
const digitPlaces: readonly number[] = [6, 7, 9, 10, 12, 13, 14]
const form = /^[A-Z]{6}[\dLMNP-V]{2}[ABCDEHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/
/** Values of '0'–'9', then 'A'–'Z', in odd places, counted from one (same decree, art. 8). */
const oddLetters = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

/** Upper case, without blanks or separators. */
export const normalizeFiscalCode = (text: string): string => text.toUpperCase().replace(/[\s\u00A0.\-/]+/g, '')

const worthOf = (character: string): number => (/\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65)

const checkLetter = (fifteen: string): string => {
  const sum = [...fifteen].reduce(
    (total, character, place) => total + (place % 2 === 0 ? (oddLetters[worthOf(character)] ?? 0) : worthOf(character)),
    0,
  )
  return String.fromCharCode(65 + (sum % 26))
}

/** The form and the check letter only; whether date and place exist is for the server's reading. */
export const hasFiscalCodeForm = (code: string): boolean =>
  form.test(code) && checkLetter(code.slice(0, 15)) === code.charAt(15)

/** The first fifteen characters with every digit written as a digit. */
export const fiscalCodeRoot = (code: string): string =>
  [...code.slice(0, 15)]
    .map((character, place) => {
      const digit = digitPlaces.includes(place) ? omocodeDigits.indexOf(character) : -1
      return digit < 0 ? character : String(digit)
    })
    .join('')

/** Whether the code was changed by the tax office because another person's came out the same. */
export const isOmocode = (code: string): boolean => fiscalCodeRoot(code) !== code.slice(0, 15)
