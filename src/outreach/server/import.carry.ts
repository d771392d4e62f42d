import { registerPerson } from '../../persons/server/person.door.ts'
import { readableCode } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { CatalogueItem } from '../../settings/core/settings.schema.ts'
import { catalogueOf, deadlinesIn, programmeNow } from '../../settings/server/settings.door.ts'
import { personInRow, saidInRow, seenInRow } from '../core/import.referral.ts'
import type { ImportDraft, PlannedRow } from '../core/import.schema.ts'
import { refusedRow } from '../core/import.settle.ts'
import { type ContactDays, clocksOf } from '../core/referral.ts'
import { type DoneRow, type Run, rowIndex } from './import.store.ts'
import { journal } from './referral.acts.ts'
import { insertAnonymous, insertReferral, type NewReferral } from './referral.store.ts'

type Carrying = {
  readonly tx: Tx
  readonly run: Run
  readonly days: ContactDays
  readonly notice: string
  readonly channels: readonly CatalogueItem[]
  /** The person that each line turned out to be. */
  readonly persons: Map<number, string>
}

const arrivalOf = ({ tx }: Carrying, draft: Pick<ImportDraft, 'reportedOn'>): string =>
  draft.reportedOn ? `${draft.reportedOn}T10:00:00.000Z` : tx.now

const addReferral = async (carrying: Carrying, draft: ImportDraft, personId: string): Promise<string> => {
  const { tx, run, days } = carrying
  const receivedAt = arrivalOf(carrying, draft)
  const one: NewReferral = {
    ...seenInRow(draft, tx.today, carrying.channels),
    ...clocksOf(receivedAt, draft.urgent, days),
    id: tx.newId(),
    districtId: run.districtId,
    said: saidInRow(draft),
    permission: { of: 'person', how: 'throughSender', words: run.fileName.slice(0, 200) },
    permissionAt: receivedAt,
    code: readableCode(),
    antennaId: null,
    organisationId: null,
    importId: run.id,
    recordedBy: tx.actor.id,
    state: 'signalled',
    closingReason: null,
    receivedAt,
    contactedAt: null,
    interviewedAt: null,
    movedAt: tx.now,
    assignedTo: null,
    personId,
    caseId: null,
    erasedAt: null,
    version: 1,
  }
  await insertReferral(tx, one)
  await journal(tx, one, { act: 'imports.row', changed: { personId } })
  return one.id
}

const addPerson = async ({ tx, run, notice }: Carrying, draft: ImportDraft): Promise<string | null> => {
  const registered = await registerPerson(tx, {
    ...personInRow(draft),
    districtId: run.districtId,
    contactPermission: 'given',
    ground: {
      purpose: 'contact',
      basis: 'consent',
      how: 'spoken',
      noticeVersion: notice,
      recipient: '',
      expiresOn: null,
    },
  })
  if (registered.ok) return registered.value.id
  if (registered.refusal.code === 'persons.codeTaken') return null
  throw new Error(`a row of an import was turned down: ${registered.refusal.code}`)
}

type Carried = { readonly row: PlannedRow; readonly personId: string | null; readonly referralId: string | null }
const nothing = (row: PlannedRow): Carried => ({ row, personId: null, referralId: null })

const withPerson = async (
  carrying: Carrying,
  row: Extract<PlannedRow, { draft: ImportDraft }>,
  personId: string | null | undefined,
): Promise<Carried> => {
  if (!personId) return nothing(refusedRow(row, row.verdict === 'newPerson' ? 'codeTaken' : 'undecided'))
  carrying.persons.set(row.line, personId)
  return { row, personId, referralId: await addReferral(carrying, row.draft, personId) }
}

const carryRow = async (carrying: Carrying, row: PlannedRow): Promise<Carried> => {
  const { tx, run, persons } = carrying
  if (row.verdict === 'newPerson') return withPerson(carrying, row, await addPerson(carrying, row.draft))
  if (row.verdict === 'existing') return withPerson(carrying, row, row.person.personId)
  if (row.verdict === 'repeats') return withPerson(carrying, row, persons.get(row.of.line))
  if (row.verdict !== 'anonymous') return nothing(row)
  const onDay = row.contact.reportedOn ?? tx.today
  const seen = seenInRow(row.contact, tx.today, carrying.channels)
  await insertAnonymous(tx, { districtId: run.districtId, seen, antennaId: null, importId: run.id, onDay, code: null })
  return nothing(row)
}

/** Carries the rows out in their order; gives the rows as they ended, and what to keep of each. */
export const carryOut = async (
  tx: Tx,
  run: Run,
  rows: readonly PlannedRow[],
): Promise<{ rows: PlannedRow[]; kept: DoneRow[] }> => {
  const { rules } = await programmeNow(tx)
  const days = await deadlinesIn(tx, run.districtId)
  const channels = await catalogueOf(tx, 'referralChannel')
  const carrying: Carrying = { tx, run, days, channels, notice: rules.privacyNotice, persons: new Map() }
  const carried: Carried[] = []
  for (const row of rows) carried.push(await carryRow(carrying, row))
  const kept = carried.map(({ row, personId, referralId }) => ({
    line: row.line,
    rowIndex: rowIndex(tx, run.rows?.[row.line - 1] ?? []),
    verdict: row.verdict,
    personId,
    referralId,
  }))
  return { rows: carried.map(({ row }) => row), kept }
}
