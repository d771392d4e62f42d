import { z } from 'zod'
import { PactContent } from './content.schema.ts'
import { canonicalText } from './pact.canonical.ts'

/**
 * One change of one field, as its writer saw it. Paths go through items by their ids: 'purpose', 'term/end',
 * 'goals/<id>/words', 'giveBack/<id>/covers/<id>/to'. An item is added with base null and taken out with value null.
 * At a list ('goals', 'goals/<id>/steps') the value is the ids in their new order; it never conflicts.
 */
export const Edit = z.strictObject({
  path: z.string().min(1).max(200),
  base: z.json(),
  value: z.json(),
})
export type Edit = z.infer<typeof Edit>
export const Edits = z.array(Edit).min(1).max(200)

/** Both texts of a field that somebody else changed meanwhile; `theirs` is null where the item was taken out. */
export type Conflict = { path: string; base: unknown; mine: unknown; theirs: unknown }
/** A change that no version of the pact could hold; the value comes back so that nothing written is lost. */
export type RefusedEdit = { path: string; value: unknown; code: 'pacts.edit.path' | 'pacts.edit.value' }
export type Merged = { content: PactContent; applied: string[]; conflicts: Conflict[]; refused: RefusedEdit[] }

type Node = Readonly<Record<string, unknown>>
/** `gone`: no such item; `orphan`: the item it would be in is gone. */
type Found =
  | { kind: 'field' | 'item' | 'list'; value: unknown }
  | { kind: 'gone' | 'orphan' | 'unknown'; value?: never }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const hasId = (value: unknown, id: string): value is Node => isNode(value) && value.id === id
const sameAs = (a: unknown, b: unknown): boolean => canonicalText(a) === canonicalText(b)

const findItem = (items: readonly unknown[], id: string, rest: readonly string[]): Found => {
  const item = items.find((one) => hasId(one, id))
  if (item === undefined) return { kind: rest.length === 0 ? 'gone' : 'orphan' }
  return rest.length === 0 ? { kind: 'item', value: item } : find(item, rest)
}

const idsOf = (items: readonly unknown[]): unknown[] => items.map((one) => (isNode(one) ? one.id : one))
const isOrder = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** The items in the order asked for; those that it does not name stay behind, as they were. */
const inOrder = (items: readonly unknown[], order: readonly string[]): unknown[] => {
  const place = (one: unknown): number => {
    const at = isNode(one) ? order.indexOf(String(one.id)) : -1
    return at < 0 ? order.length : at
  }
  return [...items].sort((a, b) => place(a) - place(b))
}

/** What is at the path now. Only fields that the schema made are looked at, so no name reaches a prototype. */
const find = (at: unknown, [head = '', ...rest]: readonly string[]): Found => {
  if (Array.isArray(at)) return findItem(at, head, rest)
  if (!isNode(at) || !Object.hasOwn(at, head) || head === 'id') return { kind: 'unknown' }
  const value = at[head]
  if (rest.length > 0) return find(value, rest)
  if (Array.isArray(value)) return { kind: 'list', value: idsOf(value) }
  return typeof value === 'object' && value !== null ? { kind: 'unknown' } : { kind: 'field', value }
}

const putItem = (items: readonly unknown[], id: string, value: unknown): unknown[] => {
  if (value === null) return items.filter((one) => !hasId(one, id))
  return items.some((one) => hasId(one, id)) ? items.map((one) => (hasId(one, id) ? value : one)) : [...items, value]
}

const put = (at: unknown, [head = '', ...rest]: readonly string[], value: unknown): unknown => {
  if (Array.isArray(at)) {
    return rest.length === 0
      ? putItem(at, head, value)
      : at.map((one) => (hasId(one, head) ? put(one, rest, value) : one))
  }
  if (!isNode(at)) return at
  const old = at[head]
  if (rest.length > 0) return { ...at, [head]: put(old, rest, value) }
  return { ...at, [head]: Array.isArray(old) && isOrder(value) ? inOrder(old, value) : value }
}

/** What is at a path, or undefined where the text has no such place. */
export const valueAt = (content: PactContent, path: string): unknown => {
  const found = find(content, path.split('/'))
  return found.kind === 'field' || found.kind === 'item' || found.kind === 'list' ? found.value : undefined
}

/** A text, or a part of one, with a value put at a path as it was typed: the schema has not looked at it yet. */
export const putAt = <T>(at: T, path: string, value: unknown): T => put(at, path.split('/'), value) as T

type Decision = 'apply' | 'same' | 'conflict' | 'path' | 'value'

const idOf = ({ path }: Edit): string => path.split('/').at(-1) ?? ''

const decideAbsent = (edit: Edit): Decision => {
  if (edit.value === null) return 'same'
  if (edit.base !== null) return 'conflict'
  return hasId(edit.value, idOf(edit)) ? 'apply' : 'value'
}

const decide = (found: Found, edit: Edit): Decision => {
  if (found.kind === 'unknown') return 'path'
  if (found.kind === 'orphan') return 'conflict'
  if (found.kind === 'gone') return decideAbsent(edit)
  if (found.kind === 'list') return isOrder(edit.value) ? 'apply' : 'path'
  if (sameAs(found.value, edit.value)) return 'same'
  if (found.kind === 'item' && edit.value !== null && !hasId(edit.value, idOf(edit))) return 'value'
  return sameAs(found.value, edit.base) ? 'apply' : 'conflict'
}

const editOnce = (merged: Merged, edit: Edit): Merged => {
  const { path, base, value } = edit
  const segments = path.split('/')
  const found = find(merged.content, segments)
  const decision = decide(found, edit)
  const applied = { ...merged, applied: [...merged.applied, path] }
  if (decision === 'same') return applied
  if (decision === 'apply') {
    const next = PactContent.safeParse(put(merged.content, segments, value))
    if (next.success) return { ...applied, content: next.data }
  }
  if (decision === 'conflict') {
    const theirs = found.value ?? null
    return { ...merged, conflicts: [...merged.conflicts, { path, base, mine: value, theirs }] }
  }
  const code = decision === 'path' ? 'pacts.edit.path' : 'pacts.edit.value'
  return { ...merged, refused: [...merged.refused, { path, value, code }] }
}

/**
 * Puts the edits into the text as it is now, one after the other. Different fields all stay; a field that changed
 * since its base comes back as a conflict with both texts. The result always fits the schema.
 */
export const applyEdits = (content: PactContent, edits: readonly Edit[]): Merged =>
  edits.reduce(editOnce, { content, applied: [], conflicts: [], refused: [] })
