import type { FieldLabel } from './content.words.ts'

const headlines = ['words', 'text', 'label', 'tasks', 'policy'] as const

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What speaks for a value in one line: a text itself, an item by its first words; null is empty. */
export const headlineOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (!isNode(value)) return String(value)
  const name = headlines.find((one) => typeof value[one] === 'string' && value[one] !== '')
  return name ? String(value[name]) : ''
}

const isId = (part: string): boolean => /^[0-9a-f]{8}-/.test(part)

/** The words of a path: 'goals/<id>/words' is 'pacts.field.goals.words', 'goals/<id>' is 'pacts.field.goals'. */
export const labelOfPath = (path: string): FieldLabel => {
  const parts = path.split('/')
  const last = parts.at(-1) ?? ''
  const before = parts.filter((part) => !isId(part)).at(-2)
  if (isId(last)) return `pacts.field.${parts.at(-2) ?? ''}` as FieldLabel
  return `pacts.field.${before && parts.length !== 1 ? `${before}.` : ''}${last}` as FieldLabel
}

export type Resolution = { choose: 'mine' | 'theirs' } | { choose: 'text'; text: string | number | null }

/**
 * What a chosen or merged text means for the field: one of the two, or a third. Undefined when the field cannot hold it:
 * items are one or the other, and a number needs a number.
 */
export const resolutionOf = (
  text: string,
  { mine, theirs, shown }: { mine: unknown; theirs: unknown; shown: { mine: string; theirs: string } },
): Resolution | undefined => {
  if (text === shown.mine) return { choose: 'mine' }
  if (text === shown.theirs) return { choose: 'theirs' }
  if (typeof mine === 'string' || typeof theirs === 'string') return { choose: 'text', text }
  const number = Number(text.replace(',', '.'))
  const isNumber = typeof mine === 'number' || typeof theirs === 'number'
  return isNumber && text.trim() !== '' && Number.isFinite(number) ? { choose: 'text', text: number } : undefined
}
