import { createHash } from 'node:crypto'
import { identityReaders } from '../../persons/server/identity.door.ts'
import { findTwins, getPerson } from '../../persons/server/person.door.ts'
import { isBlankRow } from '../../platform/core/sheet.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { allMunicipalities } from '../../settings/server/settings.door.ts'
import { type ExistingPerson, planImport } from '../core/import.plan.ts'
import { personInRow } from '../core/import.referral.ts'
import type { ImportDraft, PlannedRow } from '../core/import.schema.ts'
import { settleRows } from '../core/import.settle.ts'
import { type ImportContext, mapRow } from '../core/import.ts'
import { knownRows, type Run, rowIndex } from './import.store.ts'

/** Those in the registry who may be this person; of one who is followed only what the comparison told is known. */
const candidatesFor = async (tx: Tx, districtId: string, draft: ImportDraft): Promise<ExistingPerson[]> => {
  const twins = await findTwins(tx, districtId, personInRow(draft))
  const found: ExistingPerson[] = []
  for (const twin of twins) {
    const record = await getPerson(tx, districtId, twin.id)
    const isBearer = twin.reasons.includes('fiscalCodeEqual')
    found.push({
      personId: twin.id,
      followed: twin.followed,
      familyName: twin.familyName,
      givenName: twin.givenName,
      birthDate: twin.birthDate,
      birthYear: twin.birthYear,
      sex: record?.values?.sex ?? 'unknown',
      fiscalCode: isBearer ? draft.fiscalCode : (record?.values?.codiceFiscale ?? null),
      municipalityIstat: record?.municipalityIstat ?? null,
      phones: record?.values?.phones ?? [],
      emails: record?.values?.emails ?? [],
    })
  }
  return found
}

const keyOf = (draft: ImportDraft): string => JSON.stringify(draft)

/** Every row's candidates, found before the plan is made: the plan itself asks nobody. */
const allCandidates = async (
  tx: Tx,
  run: Run & { rows: Cells },
  context: ImportContext,
): Promise<Map<string, ExistingPerson[]>> => {
  const found = new Map<string, ExistingPerson[]>()
  for (const cells of run.rows.slice(run.headerRow + 1)) {
    if (isBlankRow(cells)) continue
    const mapped = mapRow(cells, run.mapping, context)
    if (mapped.ok && !found.has(keyOf(mapped.draft)))
      found.set(keyOf(mapped.draft), await candidatesFor(tx, run.districtId, mapped.draft))
  }
  return found
}

export type Planned = { readonly rows: PlannedRow[]; readonly digest: string }

type Cells = NonNullable<Run['rows']>

/** The lines that an earlier import took in: a title or a blank line is never one. */
const knownLines = async (tx: Tx, { districtId, rows, headerRow }: Run & { rows: Cells }): Promise<Set<number>> => {
  const lines = rows.flatMap((cells, at) => (at > headerRow && !isBlankRow(cells) ? [at + 1] : []))
  const indexes = new Map(lines.map((line) => [line, rowIndex(tx, rows[line - 1] ?? [])]))
  const known = await knownRows(tx, districtId, [...indexes.values()])
  return new Set(lines.filter((line) => known.has(indexes.get(line) ?? '')))
}

const alreadyIn = (line: number): PlannedRow => ({
  verdict: 'refused',
  line,
  warnings: [],
  reasons: [{ field: null, code: 'alreadyIn', value: '' }],
})

/** What would happen to every row of a run as things stand now; the same things give the same digest. */
export const planRun = async (tx: Tx, whole: Run & { rows: Cells }): Promise<Planned> => {
  const all = await allMunicipalities(tx)
  const municipalities = all.map(({ istatCode, name }) => ({ istat: istatCode, name }))
  const context: ImportContext = { municipalities, today: tx.today, ...identityReaders(tx.today) }
  const known = await knownLines(tx, whole)
  const run = { ...whole, rows: whole.rows.map((cells, at) => (known.has(at + 1) ? [] : cells)) }
  const candidates = await allCandidates(tx, run, context)
  const plan = planImport({
    rows: run.rows,
    header: run.headerRow,
    mapping: run.mapping,
    context,
    keepAnonymous: run.keepAnonymous,
    candidates: (draft) => candidates.get(keyOf(draft)) ?? [],
  })
  const elsewhere = new Map(
    all.filter(({ districtId }) => districtId !== run.districtId).map(({ istatCode, name }) => [istatCode, name]),
  )
  const rows = [...settleRows(plan.rows, elsewhere), ...[...known].map(alreadyIn)].sort((a, b) => a.line - b.line)
  return { rows, digest: createHash('sha256').update(JSON.stringify(rows)).digest('hex') }
}
