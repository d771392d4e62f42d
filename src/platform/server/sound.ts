const deepest = 40

const isSoundText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

/** Whether the database can keep every text of a value as it was sent (no NUL, no half of a character), and it is not nested without end. */
export const isSound = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return isSoundText(value)
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
