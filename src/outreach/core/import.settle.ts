import type { Decision, PlannedRow, Refusing, Verdict } from './import.schema.ts'

export const refusedRow = (row: PlannedRow, code: Refusing, value = ''): PlannedRow => ({
  verdict: 'refused',
  line: row.line,
  warnings: row.warnings,
  reasons: [{ field: null, code, value }],
})

const townOf = (row: PlannedRow): string | null =>
  'draft' in row ? row.draft.municipalityIstat : 'contact' in row ? row.contact.municipalityIstat : null

/** Refuses people of another district; `elsewhere` names the towns of the others, by ISTAT code. */
export const settleRows = (rows: readonly PlannedRow[], elsewhere: ReadonlyMap<string, string>): PlannedRow[] =>
  rows.map((row) => {
    const town = elsewhere.get(townOf(row) ?? '')
    return town === undefined ? row : refusedRow(row, 'municipalityElsewhere', town)
  })

export const countRows = (rows: readonly PlannedRow[]): Record<Verdict, number> => {
  const counts = { newPerson: 0, repeats: 0, existing: 0, compare: 0, anonymous: 0, refused: 0 }
  for (const { verdict } of rows) counts[verdict] += 1
  return counts
}

type Resembling = Extract<PlannedRow, { verdict: 'compare' }>

const decided = (row: Resembling, decision: Decision | undefined): PlannedRow => {
  const { withLines, withPersons, ...plain } = row
  if (decision?.as === 'new') return { ...plain, verdict: 'newPerson' }
  if (decision?.as === 'leaveOut') return refusedRow(row, 'leftOut')
  const of = decision?.as === 'line' ? withLines.find(({ line }) => line === decision.sameAs) : undefined
  if (of) return { ...plain, verdict: 'repeats', of }
  const person = decision?.as === 'person' ? withPersons.find((one) => one.personId === decision.personId) : undefined
  return person ? { ...plain, verdict: 'existing', person } : refusedRow(row, 'undecided')
}

/** The rows as they are carried out; what nobody decided comes back refused. */
export const decideRows = (rows: readonly PlannedRow[], decisions: readonly Decision[]): PlannedRow[] =>
  withDecisions(rows, new Map(decisions.map((one) => [one.line, one])))

const withDecisions = (rows: readonly PlannedRow[], byLine: ReadonlyMap<number, Decision>): PlannedRow[] =>
  rows.map((row) => (row.verdict === 'compare' ? decided(row, byLine.get(row.line)) : row))

/** The code of the reason why a dry run cannot be confirmed, or null: somebody must come in, or at least be counted. */
export const whyNotConfirm = (
  planned: Readonly<Record<Verdict, number>>,
  decisions: readonly Decision[],
): 'outreach.importNothing' | null => {
  const { newPerson, repeats, existing, anonymous } = planned
  const taken = decisions.filter(({ as }) => as !== 'leaveOut').length
  return newPerson + repeats + existing + anonymous + taken === 0 ? 'outreach.importNothing' : null
}
