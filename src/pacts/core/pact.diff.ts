import type { PactContent } from './content.schema.ts'
import type { FieldLabel } from './content.words.ts'
import { canonicalText } from './pact.canonical.ts'

export type Cell = string | number | boolean | null
/** One line of two texts side by side; of an item added or taken out, only what it says first. */
export type Difference = {
  readonly path: string
  /** A key of `contentWords`. */
  readonly label: FieldLabel
  readonly kind: 'changed' | 'added' | 'removed'
  readonly before: Cell
  readonly after: Cell
}

type Item = Readonly<Record<string, unknown>> & { readonly id: string }

/** The field that speaks for an item. */
const headlines: Readonly<Record<string, string>> = {
  goals: 'words',
  steps: 'text',
  commitments: 'text',
  supports: 'label',
  giveBack: 'tasks',
  covers: 'policy',
}
const cell = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
const isItems = (value: unknown): value is Item[] => Array.isArray(value)
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** Made only from names of the schema; a test walks the schema and finds each among the words. */
const labelOf = (place: string): FieldLabel => `pacts.field.${place}` as FieldLabel

type Place = { readonly path: string; readonly place: string }

const itemDifferences = (before: readonly Item[], after: readonly Item[], { path, place }: Place): Difference[] => {
  const headline = headlines[place] ?? 'id'
  const label = labelOf(place)
  const removed = before
    .filter(({ id }) => !after.some((one) => one.id === id))
    .map((item) => ({
      path: `${path}/${item.id}`,
      label,
      kind: 'removed' as const,
      before: cell(item[headline]),
      after: null,
    }))
  const others = after.flatMap((item): Difference[] => {
    const inner = { path: `${path}/${item.id}`, place }
    const old = before.find(({ id }) => id === item.id)
    if (old !== undefined) return objectDifferences(old, item, inner)
    return [{ path: inner.path, label, kind: 'added', before: null, after: cell(item[headline]) }]
  })
  return [...removed, ...others]
}

const objectDifferences = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  { path, place }: Place,
): Difference[] =>
  Object.keys(after).flatMap((key): Difference[] => {
    const [old, now] = [before[key], after[key]]
    const at = path === '' ? key : `${path}/${key}`
    if (isItems(now) && isItems(old)) return itemDifferences(old, now, { path: at, place: key })
    const name = place === '' ? key : `${place}.${key}`
    if (isObject(now) && isObject(old)) return objectDifferences(old, now, { path: at, place: name })
    if (canonicalText(old) === canonicalText(now)) return []
    return [{ path: at, label: labelOf(name), kind: 'changed', before: cell(old), after: cell(now) }]
  })

/** What changed from one text to the other, in the order of the pact. */
export const diffContents = (before: PactContent, after: PactContent): Difference[] =>
  objectDifferences(before, after, { path: '', place: '' })
