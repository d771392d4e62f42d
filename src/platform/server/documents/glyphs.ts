const unprintable = /[\p{Cc}\p{Cs}\p{Cn}\u{FEFF}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu
const longWord = /\S{40}/gu
const zeroWidthSpace = '\u{200B}'

/** Control and direction signs go; line breaks stay; words without end may break. */
export const clean = (data: unknown): unknown =>
  eachText(data, (text) =>
    text
      .replace(unprintable, (sign) => (sign === '\n' ? sign : sign === '\t' ? ' ' : ''))
      .replace(longWord, (word) => word + zeroWidthSpace),
  )

/** The compiler quotes its quotes: backslashes come once or twice. */
const missingSign = /the text `\\*"(.+?)\\*"` could not be displayed/gu

/** The texts without the signs that the typesetter complained of; undefined when it complained of something else. */
export const withoutMissing = (texts: unknown, complaint: string): unknown => {
  const found = [...complaint.matchAll(missingSign)].flatMap(([, sign = '']) => [...readEscapes(sign)])
  const signs = new Set(found.filter((sign) => sign.trim() !== ''))
  if (signs.size === 0) return undefined
  const mend = (text: string): string => [...text].map((sign) => (signs.has(sign) ? '□' : sign)).join('')
  return { ...Object(eachText(texts, mend)), hasMissing: true }
}

const readEscapes = (text: string): string =>
  text.replace(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))

const eachText = (data: unknown, change: (text: string) => string): unknown => {
  if (typeof data === 'string') return change(data)
  if (Array.isArray(data)) return data.map((item) => eachText(item, change))
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, eachText(value, change)]))
}
