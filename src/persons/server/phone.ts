import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A number as written in Italy ('0373.64804', '0039 339/187015') in E.164; null when no such number can exist. */
export const readPhone = (text: string): string | null => {
  const number = parsePhoneNumberFromString(text.replace(/[./]/g, ' '), 'IT')
  return number?.isValid() ? number.number : null
}
