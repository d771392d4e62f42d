import { type compareIdentity, type Identity, rankMatches } from '../../persons/core/match.ts'
import { phoneticKeys } from '../../persons/core/name.ts'
import { isBlankRow } from '../../platform/core/sheet.ts'
import type { ImportDraft, ImportMapping, PlannedRow, Verdict, WarningProblem } from './import.schema.ts'
import { type ImportContext, identityOf, mapRow } from './import.ts'

/** Someone already in the registry, as far as a comparison may know them. */
export type ExistingPerson = Identity & { readonly personId: string; readonly followed: boolean }

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

/** A dry run: what would happen to every row, changing nothing. The same list always gives the same plan. */
export const planImport = (order: ImportOrder): ImportPlan => {
  const body = order.rows.slice(order.header + 1).map((cells, index) => ({ cells, line: order.header + index + 2 }))
  const filled = body.filter(({ cells }) => !isBlankRow(cells))
  const heads = newHeads()
  const rows = filled.map(({ cells, line }) => planRow({ cells, line }, order, heads))
  return { rows, counts: countsOf(rows), blankRows: body.length - filled.length }
}

type Line = { readonly cells: readonly string[]; readonly line: number }

const planRow = ({ cells, line }: Line, order: ImportOrder, heads: Heads): PlannedRow => {
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
  const lines = heads.like(identity)
  const [person, ...furtherPersons] = persons.filter(({ match }) => match.level === 'same')
  const of = lines.find(({ match }) => match.level === 'same')
  if (of) return { verdict: 'repeats', ...row, of }
  heads.add(identity, row.line)
  if (person && furtherPersons.length === 0) return { verdict: 'existing', ...row, person }
  if (persons.length + lines.length === 0) return { verdict: 'newPerson', ...row }
  return { verdict: 'compare', ...row, withLines: lines.slice(0, most), withPersons: persons.slice(0, most) }
}

type LikeLine = { readonly line: number; readonly match: ReturnType<typeof compareIdentity> }

/** The different people met so far, found again by sound, birth date, code or contact. */
type Heads = {
  readonly add: (identity: Identity, line: number) => void
  readonly like: (identity: Identity) => LikeLine[]
}

const newHeads = (): Heads => {
  const byKey = new Map<string, Set<number>>()
  const people = new Map<number, Identity>()
  const add = (identity: Identity, line: number): void => {
    people.set(line, identity)
    for (const key of keysOf(identity, false)) byKey.set(key, (byKey.get(key) ?? new Set()).add(line))
  }
  const like = (identity: Identity): LikeLine[] => {
    const near = new Set(keysOf(identity, true).flatMap((key) => [...(byKey.get(key) ?? [])]))
    const others = [...near]
      .sort((a, b) => a - b)
      .flatMap((line) => {
        const other = people.get(line)
        return other ? [{ ...other, line }] : []
      })
    return rankMatches(identity, others).map(({ other, match }) => ({ line: other.line, match }))
  }
  return { add, like }
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
