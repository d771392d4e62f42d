const deepest = 40

// versions are counted up by one after they were read
const largest = 2 ** 31 - 2

const wholeDay = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/

// a day of the year 0 is none for the database, before one of the year 1 lies such a one, and after 9999 come five digits
const isKeptDay = (day: string): boolean => day >= '0002' && day < '3000'

const isSoundText = (text: string): boolean =>
  !text.includes('\u0000') && text.isWellFormed() && (!wholeDay.test(text) || isKeptDay(text))

/**
 * Whether the database can keep every text and number of a value as it was sent (no NUL, no half of a character, no day or
 * whole number beyond those that columns hold), and it is not nested without end.
 */
export const isSound = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return isSoundText(value)
  if (typeof value === 'number') return Math.abs(value) <= largest
  if (typeof value !== 'object' || value === null) return true
  if (depth >= deepest) return false
  if (Array.isArray(value)) return value.every((one) => isSound(one, depth + 1))
  return Object.entries(value).every(([name, one]) => isSoundText(name) && isSound(one, depth + 1))
}

/** The text without what the database cannot keep. */
export const soundText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/** A value of a form in which every text can be kept. */
export const soundOf = (value: unknown): unknown =>
  typeof value === 'string' ? soundText(value) : Array.isArray(value) ? value.map(soundOf) : isSound(value) ? value : ''
