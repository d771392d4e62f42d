import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { type Change, isSame } from './change.ts'
import { PersonField, PersonValues } from './sheet.schema.ts'

/** `filled`: the kept record lacked it; `joined`: a list of both; `differs`: somebody must choose. */
export type MergeState = 'same' | 'filled' | 'joined' | 'differs'
export type MergeLine = {
  readonly field: PersonField
  readonly kept: unknown
  readonly merged: unknown
  readonly state: MergeState
}
export type Choice = 'kept' | 'merged'

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  value === 'unknown' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

const stateOf = (kept: unknown, merged: unknown): MergeState => {
  if (isSame(kept, merged) || isEmpty(merged)) return 'same'
  if (isEmpty(kept)) return 'filled'
  if (!Array.isArray(kept) || !Array.isArray(merged)) return 'differs'
  return merged.every((one) => kept.includes(one)) ? 'same' : 'joined'
}

/** A year stands for a date that is not known: it is not compared when a date is. */
const isCompared = (field: PersonField, kept: PersonValues, merged: PersonValues): boolean =>
  field !== 'birthYear' || (kept.birthDate === null && merged.birthDate === null)

/** Two records of one person side by side, field by field; fields that neither has are left out. */
export const compareRecords = (kept: PersonValues, merged: PersonValues): MergeLine[] =>
  PersonField.options
    .filter((field) => isCompared(field, kept, merged) && !(isEmpty(kept[field]) && isEmpty(merged[field])))
    .map((field) => ({
      field,
      kept: kept[field],
      merged: merged[field],
      state: stateOf(kept[field], merged[field]),
    }))

const mostInList: Partial<Record<PersonField, number>> = { phones: 5, emails: 5, languages: 8 }

const joinedValue = ({ field, kept, merged, state }: MergeLine, choice: Choice | undefined): unknown => {
  if (state === 'filled') return merged
  if (state === 'joined' && Array.isArray(kept) && Array.isArray(merged))
    return [...new Set([...kept, ...merged])].slice(0, mostInList[field] ?? 20)
  return state === 'differs' && choice === 'merged' ? merged : kept
}

/** The sheet of the kept record after the merge; refused while a differing field waits for a choice. */
export const mergeRecords = (
  kept: PersonValues,
  merged: PersonValues,
  choices: Readonly<Partial<Record<PersonField, Choice>>>,
): Outcome<PersonValues> => {
  const lines = compareRecords(kept, merged)
  const open = lines.filter(({ field, state }) => state === 'differs' && !choices[field]).map(({ field }) => field)
  if (open.length > 0) return refuse('invalid', 'persons.mergeChoose', { fields: open })
  const values = Object.fromEntries(lines.map((line) => [line.field, joinedValue(line, choices[line.field])]))
  const joined = PersonValues.parse({ ...kept, ...values })
  return done({ ...joined, birthYear: joined.birthDate ? Number(joined.birthDate.slice(0, 4)) : joined.birthYear })
}

/** What a list had before: what came with the merge goes, what was added later stays. */
const withoutAdded = (now: unknown, { from, to }: Change): unknown => {
  if (!Array.isArray(now) || !Array.isArray(from) || !Array.isArray(to)) return undefined
  const added = to.filter((one) => !from.includes(one))
  return now.filter((one) => !added.includes(one))
}

/** Takes back what a merge changed. `stayed`: fields edited since, which keep the later value. */
export const unmerge = (
  now: PersonValues,
  changes: readonly Change[],
): { readonly values: PersonValues; readonly stayed: readonly PersonField[] } => {
  const back: Record<string, unknown> = {}
  const stayed: PersonField[] = []
  for (const change of changes) {
    const value = now[change.field]
    const list = withoutAdded(value, change)
    if (isSame(value, change.to)) back[change.field] = change.from
    else if (list !== undefined) back[change.field] = list
    else stayed.push(change.field)
  }
  return { values: PersonValues.parse({ ...now, ...back }), stayed }
}

type Followable = { readonly id: string; readonly followed: boolean; readonly mergedInto: string | null }

/** Which two records may become one. The followed one is kept, so that its case stays where it is. */
export const mayJoin = (kept: Followable, merged: Followable): Outcome<null> => {
  if (kept.id === merged.id) return refuse('invalid', 'persons.mergeSelf')
  if (kept.mergedInto || merged.mergedInto) return refuse('conflict', 'persons.mergeAlready')
  if (kept.followed && merged.followed) return refuse('conflict', 'persons.mergeBothFollowed')
  return merged.followed ? refuse('conflict', 'persons.mergeKeepFollowed') : done(null)
}
