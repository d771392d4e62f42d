import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { identityReaders } from '../../persons/server/identity.door.ts'
import { findHeader, type Sheet } from '../../platform/core/sheet.ts'
import { readSheet } from '../../platform/server/sheets/readSheet.ts'
import { guessMapping } from '../core/import.columns.ts'
import { type ImportPlan, planImport } from '../core/import.plan.ts'
import type { PlannedRow } from '../core/import.schema.ts'

/** Beside the project stand the lists as bodies send them. */
const shared = (name: string): Promise<Buffer> => readFile(new URL(`../../../../shared/data/${name}`, import.meta.url))
const today = '2026-11-24'

const municipalities = async (): Promise<{ istat: string; name: string }[]> => {
  const text = await readFile(new URL('../../../database/reference/municipalities.csv', import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [istat = '', , name = ''] = line.split(',')
      return { istat, name }
    })
}

const planOf = async (name: string, keepAnonymous = false): Promise<{ sheet: Sheet; plan: ImportPlan }> => {
  const read = await readSheet(await shared(name), name)
  if (!read.ok) throw new Error(read.refusal.code)
  const { rows } = read.value
  const header = findHeader(rows)
  const context = { municipalities: await municipalities(), today, ...identityReaders(today) }
  const mapping = guessMapping(rows[header] ?? [])
  return {
    sheet: read.value,
    plan: planImport({ rows, header, mapping, context, keepAnonymous, candidates: () => [] }),
  }
}

/** How often each problem is told. */
const problems = (plan: ImportPlan): Record<string, number> => {
  const counts: Record<string, number> = {}
  const codes = plan.rows.flatMap((row) => [...(row.verdict === 'refused' ? row.reasons : []), ...row.warnings])
  for (const { code } of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

describe('the list of referrals in CSV: 192 referrals and a total', () => {
  test('is counted as it reads', async () => {
    const { plan } = await planOf('segnalazioni-2026.csv')
    expect(plan.counts).toEqual({ newPerson: 105, repeats: 8, existing: 0, compare: 0, anonymous: 0, refused: 80 })
    expect(plan.blankRows).toBe(5)
    expect(problems(plan)).toEqual({
      noPermission: 72,
      municipalityUnknown: 5,
      reportDateImpossible: 3,
      reportDateFuture: 1,
      totalsRow: 1,
      emailInvalid: 29,
      formulaLeftOut: 13,
      fiscalCodeDisagrees: 11,
      householdSizeSum: 10,
      lettersLost: 9,
      fiscalCodeCheck: 8,
      sexUnclear: 5,
      municipalityCorrected: 3,
      birthDateImpossible: 2,
      birthYearOnly: 2,
      fiscalCodeForm: 1,
    })
  })

  test('row by row, for rows read by eye', async () => {
    const { sheet, plan } = await planOf('segnalazioni-2026.csv')
    const numbered = (number: string): PlannedRow | undefined =>
      plan.rows.find(({ line }) => sheet.rows[line - 1]?.[0] === number)
    const refusedFor = (code: string, value: string) => ({ verdict: 'refused', reasons: [{ code, value }] })

    expect(numbered('1')).toMatchObject({
      verdict: 'newPerson',
      draft: {
        familyName: 'Hoxha',
        reportedOn: '2026-09-23',
        birthDate: '1944-02-27',
        phone: null,
        email: null,
        reason: null,
      },
      warnings: [{ code: 'formulaLeftOut' }],
    })
    expect(numbered('2')).toMatchObject(refusedFor('noPermission', 'da chiedere'))
    expect(numbered('7')).toMatchObject({ verdict: 'newPerson', draft: { birthDate: '1941-02-28' }, warnings: [] })
    expect(numbered('9')).toMatchObject(refusedFor('reportDateImpossible', '31/02/2026'))
    expect(numbered('12')).toMatchObject({
      verdict: 'newPerson',
      draft: { birthDate: '2005-09-01', fiscalCode: 'GRNSFN05P01Z100B' },
    })
    expect(numbered('14')).toMatchObject({
      verdict: 'newPerson',
      draft: { fiscalCode: null },
      warnings: [{ code: 'fiscalCodeCheck', value: 'DLLKFO78B22H357E' }],
    })
    expect(numbered('19')).toMatchObject(refusedFor('noPermission', 'no'))
    expect(numbered('25')).toMatchObject(refusedFor('municipalityUnknown', '26013'))
    expect(numbered('27')).toMatchObject({
      draft: { reportedOn: '2026-04-15', fiscalCode: 'DMCNVS95H65H35TE', municipalityIstat: '019084' },
      warnings: [],
    })
    expect(numbered('67')).toMatchObject(refusedFor('reportDateImpossible', '31/02/2026'))
    expect(numbered('119')).toMatchObject({
      verdict: 'newPerson',
      draft: { householdSize: 5 },
      warnings: [{ code: 'householdSizeSum', value: '4+1', suggestion: '5' }],
    })
    expect(numbered('178')).toMatchObject({
      draft: { municipalityIstat: '019021' },
      warnings: [{ code: 'municipalityCorrected', suggestion: 'Casalmaggiore' }],
    })
    expect(numbered('181')).toMatchObject({
      verdict: 'repeats',
      of: {
        line: numbered('164')?.line,
        match: { reasons: ['fiscalCodeEqual', 'namesTyping', 'birthDateEqual', 'municipalityEqual'] },
      },
    })
    expect(numbered('186')).toMatchObject({ verdict: 'repeats', of: { line: numbered('148')?.line } })
    expect(numbered('192')).toMatchObject(refusedFor('reportDateFuture', '30/11/2026'))
    expect(numbered('TOTALE')).toMatchObject(refusedFor('totalsRow', 'TOTALE 192'))
  })

  test('keeps those without permission as anonymous contacts when asked, and nothing that names them', async () => {
    const { plan } = await planOf('segnalazioni-2026.csv', true)
    expect(plan.counts).toEqual({ newPerson: 105, repeats: 8, existing: 0, compare: 0, anonymous: 70, refused: 10 })
    const first = plan.rows.find((row) => row.verdict === 'anonymous')
    expect(JSON.stringify(first?.verdict === 'anonymous' ? first.contact : first)).not.toMatch(
      /Kaur|Luca|mario|4151952/i,
    )
  })
})

describe('the same list in XLSX: real dates, no blank rows, no total', () => {
  test('is counted as it reads', async () => {
    const { plan } = await planOf('segnalazioni-2026.xlsx')
    expect(plan.counts).toEqual({ newPerson: 108, repeats: 8, existing: 0, compare: 0, anonymous: 0, refused: 76 })
    expect(problems(plan)).toEqual({
      noPermission: 72,
      municipalityUnknown: 5,
      reportDateFuture: 1,
      emailInvalid: 29,
      formulaLeftOut: 13,
      householdSizeSum: 10,
      fiscalCodeCheck: 8,
      sexUnclear: 5,
      municipalityCorrected: 3,
      fiscalCodeDisagrees: 3,
      fiscalCodeForm: 1,
    })
  })

  test('finds the same people twice as in CSV', async () => {
    const repeated = async (name: string): Promise<string[]> => {
      const { sheet, plan } = await planOf(name)
      return plan.rows.filter(({ verdict }) => verdict === 'repeats').map(({ line }) => sheet.rows[line - 1]?.[0] ?? '')
    }
    const expected = ['181', '182', '183', '184', '186', '188', '189', '191']
    expect(await repeated('segnalazioni-2026.csv')).toEqual(expected)
    expect(await repeated('segnalazioni-2026.xlsx')).toEqual(expected)
  })
})
