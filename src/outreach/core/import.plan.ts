import { type Identity, rankMatches } from '../../persons/core/match.ts'
import { phoneticKeys } from '../../persons/core/name.ts'
import type { KnownIdentity } from '../../persons/core/sheet.schema.ts'
import { isBlankRow } from '../../platform/core/sheet.ts'
import type { ImportDraft, ImportMapping, PlannedRow, Verdict, WarningProblem } from './import.schema.ts'
import { type ImportContext, identityOf, mapRow } from './import.ts'

/** Someone already in the registry, as far as a comparison may know them. */
export type ExistingPerson = KnownIdentity

export type ImportOrder = {
  readonly rows: readonly (readonly string[])[]
  /** Index of the row of titles; -1 when the list starts with its values. */
  readonly header: number
  readonly mapping: ImportMapping
  readonly context: ImportContext
  /** Whether people without permission stay as anonymous contacts, instead of coming back refused. */
  readonly keepAnonymous: boolean
  /** Those in the registry who may be this person; found beforehand by phonetic keys, birth date or code. */
  readonly candidates: (draft: ImportDraft) => readonly ExistingPerson[]
}

export type ImportPlan = {
  readonly rows: readonly PlannedRow[]
  readonly counts: Readonly<Record<Verdict, number>>
  readonly blankRows: number
}

export type Planner = {
  /** What would happen to the next row; null for a blank one. Rows come in the order of the list. */
  readonly plan: (cells: readonly string[], line: number) => PlannedRow | null
}

/** A dry run row by row, for whoever must let others work in between: it knows the rows that it was given before. */
export const newPlanner = (order: Omit<ImportOrder, 'rows' | 'header'>): Planner => {
  const heads = nearby<Identity & { readonly line: number }>()
  return { plan: (cells, line) => (isBlankRow(cells) ? null : planRow({ cells, line }, order, heads)) }
}

/** A dry run: what would happen to every row, changing nothing. The same list always gives the same plan. */
export const planImport = (order: ImportOrder): ImportPlan => {
  const planner = newPlanner(order)
  const body = order.rows.slice(order.header + 1)
  const rows = body.flatMap((cells, index) => planner.plan(cells, order.header + index + 2) ?? [])
  return { rows, counts: countsOf(rows), blankRows: body.length - rows.length }
}

type Line = { readonly cells: readonly string[]; readonly line: number }
type Heads = Nearby<Identity & { readonly line: number }>

const planRow = ({ cells, line }: Line, order: Omit<ImportOrder, 'rows' | 'header'>, heads: Heads): PlannedRow => {
  const mapped = mapRow(cells, order.mapping, order.context)
  const { warnings } = mapped
  if (mapped.ok) return placeDraft({ line, warnings, draft: mapped.draft }, order.candidates(mapped.draft), heads)
  if (order.keepAnonymous && mapped.contact) return { verdict: 'anonymous', line, warnings, contact: mapped.contact }
  return { verdict: 'refused', line, warnings, reasons: mapped.reasons }
}

/** The closest likenesses that a human is asked to look at. */
const most = 5

type Placed = { readonly line: number; readonly warnings: readonly WarningProblem[]; readonly draft: ImportDraft }

const placeDraft = (row: Placed, existing: readonly ExistingPerson[], heads: Heads): PlannedRow => {
  const identity = identityOf(row.draft)
  const persons = rankMatches(identity, existing).map(({ other, match }) => ({
    personId: other.personId,
    followed: other.followed,
    match,
  }))
  const lines = rankMatches(identity, heads.near(identity)).map(({ other, match }) => ({ line: other.line, match }))
  const [person, ...furtherPersons] = persons.filter(({ match }) => match.level === 'same')
  const of = lines.find(({ match }) => match.level === 'same')
  if (of) return { verdict: 'repeats', ...row, of }
  heads.add({ ...identity, line: row.line })
  if (person && furtherPersons.length === 0) return { verdict: 'existing', ...row, person }
  if (persons.length + lines.length === 0) return { verdict: 'newPerson', ...row }
  return { verdict: 'compare', ...row, withLines: lines.slice(0, most), withPersons: persons.slice(0, most) }
}

/** People found again by sound, birth date, code or contact, in the order in which they were filed. */
export type Nearby<T extends Identity> = { readonly add: (one: T) => void; readonly near: (identity: Identity) => T[] }

export const nearby = <T extends Identity>(): Nearby<T> => {
  const byKey = new Map<string, number[]>()
  const people: T[] = []
  const add = (one: T): void => {
    for (const key of new Set(keysOf(one, false))) {
      const found = byKey.get(key)
      if (found) found.push(people.length)
      else byKey.set(key, [people.length])
    }
    people.push(one)
  }
  const near = (identity: Identity): T[] =>
    [...new Set(keysOf(identity, true).flatMap((key) => byKey.get(key) ?? []))]
      .sort((a, b) => a - b)
      .flatMap((place) => people[place] ?? [])
  return { add, near }
}

/** Names are filed as they stand and looked for swapped too: filing them twice would gather everyone called Maria. */
const keysOf = (identity: Identity, swapped: boolean): string[] => {
  const { familyName, givenName, birthDate, fiscalCode, phones = [], emails = [] } = identity
  const [family, given] = [phoneticKeys(familyName), phoneticKeys(givenName)]
  return [
    ...crossed(family, given),
    ...(swapped ? crossed(given, family) : []),
    ...[birthDate, fiscalCode, ...phones, ...emails].filter((key): key is string => Boolean(key)),
  ]
}

/** The sound of one name with the first sound of the other. */
const crossed = (names: readonly string[], others: readonly string[]): string[] =>
  names.flatMap((name) => others.map((other) => `${name} ${other.charAt(0)}`))

const countsOf = (rows: readonly PlannedRow[]): Record<Verdict, number> => {
  const counts = { newPerson: 0, repeats: 0, existing: 0, compare: 0, anonymous: 0, refused: 0 }
  for (const { verdict } of rows) counts[verdict] += 1
  return counts
}
