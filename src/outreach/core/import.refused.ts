import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { ImportMapping, PlannedRow, RefusingProblem, WarningProblem } from './import.schema.ts'
import { importWords } from './import.words.ts'

/** A problem of a row in the reader's words. */
export const sayProblem = (language: Language, problem: RefusingProblem | WarningProblem): string =>
  say(importWords, language, `outreach.import.problem.${problem.code}`, {
    value: problem.value,
    suggestion: problem.suggestion ?? '',
  })

type Refused = {
  readonly rows: readonly (readonly string[])[]
  readonly header: number
  readonly plan: readonly PlannedRow[]
  readonly language: Language
}

/** The refused rows as they were sent, with their row number and why, ready to be corrected and sent again. */
export const refusedTable = ({ rows, header, plan, language }: Refused): { header: string[]; rows: string[][] } => {
  const titles = rows[header] ?? []
  const refused = plan.filter((row) => row.verdict === 'refused')
  const width = Math.max(titles.length, ...refused.map(({ line }) => rows[line - 1]?.length ?? 0))
  const padded = (cells: readonly string[]): string[] => Array.from({ length: width }, (_, at) => cells[at] ?? '')
  return {
    header: [
      ...padded(titles),
      say(importWords, language, 'outreach.import.column.line'),
      say(importWords, language, 'outreach.import.column.why'),
    ],
    rows: refused.map(({ line, reasons }) => [
      ...padded(rows[line - 1] ?? []),
      String(line),
      reasons.map((reason) => sayProblem(language, reason)).join(' '),
    ]),
  }
}

/** Whether a list can be read with these columns. */
export const checkMapping = (mapping: ImportMapping): Outcome<ImportMapping> => {
  if (mapping.familyName === undefined || mapping.givenName === undefined)
    return refuse('invalid', 'outreach.importNoNames')
  const columns = Object.values(mapping)
  return new Set(columns).size < columns.length ? refuse('invalid', 'outreach.importColumnTwice') : done(mapping)
}
