/** Patterns of identifiers that do not belong in free text: they have fields of their own, or are third parties'. */
const patterns = {
  fiscalCode: /\b[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]\b/iu,
  iban: /\bIT\s?\d{2}\s?[A-Z](?:\s?\d){10}(?:\s?[A-Z0-9]){12}\b/iu,
  phone: /(?<![\d/.-])(?:\+39[\s.]?)?(?:3\d{2}|0\d{1,3})[\s./-]?\d{2,4}[\s.-]?\d{2,4}(?:[\s.-]?\d{1,4})?(?![\d/.-])/u,
} as const
export type TextHint = keyof typeof patterns

/** What a free text seems to hold that should not be there: shown before saving, never a refusal. */
export const hintsIn = (text: string): TextHint[] => {
  const found: TextHint[] = []
  if (patterns.fiscalCode.test(text)) found.push('fiscalCode')
  if (patterns.iban.test(text)) found.push('iban')
  // the digits of an IBAN also look like a phone
  const [phone = ''] = patterns.phone.exec(text.replace(patterns.iban, ' ')) ?? []
  if (phone.replace(/\D/g, '').length >= 8) found.push('phone')
  return found
}
