import type { PersonField, PersonValues } from './sheet.schema.ts'

/** Equal as JSON: lists in the same order. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

export type LastChange = { readonly field: string; readonly version: number; readonly who: string; readonly at: string }
export type Clash = {
  readonly field: PersonField
  readonly mine: unknown
  readonly theirs: unknown
  readonly who: string
  readonly at: string
}
export type Change = { readonly field: PersonField; readonly from: unknown; readonly to: unknown }

/** What differs between two states of a sheet. */
export const changesBetween = (before: PersonValues, after: PersonValues): Change[] =>
  (Object.keys(before) as PersonField[])
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }))

/** Fields that somebody else changed since `version` was read, to another value than the one wanted now. */
export const clashesOf = (changes: readonly Change[], version: number, last: readonly LastChange[]): Clash[] =>
  changes.flatMap(({ field, from, to }) => {
    const since = last.find((one) => one.field === field && one.version > version)
    return since ? [{ field, mine: to, theirs: from, who: since.who, at: since.at }] : []
  })
