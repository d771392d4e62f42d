import { registerMany } from '../../persons/server/person.door.ts'
import { writeJournalLines } from '../../platform/server/journal.ts'
import { readableCode } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { CatalogueItem } from '../../settings/core/settings.schema.ts'
import { catalogueOf, deadlinesIn, programmeNow } from '../../settings/server/settings.door.ts'
import { personInRow, saidInRow, seenInRow } from '../core/import.referral.ts'
import type { ImportDraft, PlannedRow } from '../core/import.schema.ts'
import { refusedRow } from '../core/import.settle.ts'
import { type ContactDays, clocksOf } from '../core/referral.ts'
import type { Tell } from './import.plan.ts'
import { countAnew, type DoneRow, insertDoneRows, type Run, rowIndex } from './import.store.ts'
import { insertAnonymousMany, insertReferrals, type NewReferral } from './referral.store.ts'

type Carrying = {
  readonly tx: Tx
  readonly run: Run
  readonly days: ContactDays
  readonly notice: string
  readonly channels: readonly CatalogueItem[]
  /** The person that each line turned out to be; null where the codice fiscale was somebody else's. */
  readonly persons: Map<number, string | null>
}
type WithDraft = Extract<PlannedRow, { draft: ImportDraft }>

/** Rows that go in together, in a handful of statements. */
const atOnce = 500

const arrivalOf = ({ tx }: Carrying, draft: Pick<ImportDraft, 'reportedOn'>): string =>
  draft.reportedOn ? `${draft.reportedOn}T10:00:00.000Z` : tx.now

const referralOf = (carrying: Carrying, draft: ImportDraft, personId: string): NewReferral => {
  const { tx, run, days } = carrying
  const receivedAt = arrivalOf(carrying, draft)
  return {
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
}

/** Registers the new people of some rows; later rows find them by their line. */
const addPersons = async ({ tx, run, notice, persons }: Carrying, rows: readonly PlannedRow[]): Promise<void> => {
  const fresh = rows.filter((row) => row.verdict === 'newPerson')
  if (fresh.length === 0) return
  const ids = await registerMany(tx, {
    districtId: run.districtId,
    persons: fresh.map(({ draft }) => personInRow(draft)),
    ground: {
      purpose: 'contact',
      basis: 'consent',
      dataKind: 'identity',
      how: 'spoken',
      noticeVersion: notice,
      recipient: '',
      expiresOn: null,
    },
  })
  fresh.forEach(({ line }, place) => {
    persons.set(line, ids[place] ?? null)
  })
}

/** The person of a row; a row that repeats another is who that one turned out to be. */
const personOf = ({ persons }: Carrying, row: WithDraft): string | null => {
  if (row.verdict === 'existing') persons.set(row.line, row.person.personId)
  if (row.verdict === 'repeats') persons.set(row.line, persons.get(row.of.line) ?? null)
  return persons.get(row.line) ?? null
}

type Carried = { readonly row: PlannedRow; readonly referral: NewReferral | null }

const carryRow = (carrying: Carrying, row: PlannedRow): Carried => {
  if (!('draft' in row) || row.verdict === 'compare') return { row, referral: null }
  const personId = personOf(carrying, row)
  if (personId) return { row, referral: referralOf(carrying, row.draft, personId) }
  return { row: refusedRow(row, row.verdict === 'newPerson' ? 'codeTaken' : 'undecided'), referral: null }
}

const addAnonymous = ({ tx, run, channels }: Carrying, rows: readonly PlannedRow[]): Promise<string[]> =>
  insertAnonymousMany(
    tx,
    rows.flatMap((row) =>
      row.verdict === 'anonymous'
        ? [
            {
              ...{ districtId: run.districtId, antennaId: null, importId: run.id, code: null },
              onDay: row.contact.reportedOn ?? tx.today,
              seen: seenInRow(row.contact, tx.today, channels),
            },
          ]
        : [],
    ),
  )

const doneRowOf = (tx: Tx, run: Run, { row, referral }: Carried): DoneRow => ({
  line: row.line,
  rowIndex: rowIndex(tx, run.rows?.[row.line - 1] ?? []),
  verdict: row.verdict,
  personId: referral?.personId ?? null,
  referralId: referral?.id ?? null,
})

const carrySome = async (carrying: Carrying, rows: readonly PlannedRow[]): Promise<PlannedRow[]> => {
  const { tx, run } = carrying
  await addPersons(carrying, rows)
  const carried = rows.map((row) => carryRow(carrying, row))
  const referrals = carried.flatMap(({ referral }) => referral ?? [])
  await insertReferrals(tx, referrals)
  await addAnonymous(carrying, rows)
  await writeJournalLines(
    tx,
    referrals.map(({ id, personId }) => ({
      ...{ act: 'imports.row', districtId: run.districtId, subject: { kind: 'referral', id }, personId },
      changed: { personId },
    })),
  )
  await insertDoneRows(
    tx,
    run,
    carried.map((one) => doneRowOf(tx, run, one)),
  )
  return carried.map(({ row }) => row)
}

/** Carries the rows out in their order, some hundreds at a time; gives them as they ended. */
export const carryOut = async (tx: Tx, run: Run, rows: readonly PlannedRow[], tell: Tell): Promise<PlannedRow[]> => {
  const { rules } = await programmeNow(tx)
  const days = await deadlinesIn(tx, run.districtId)
  const channels = await catalogueOf(tx, 'referralChannel')
  const carrying: Carrying = { tx, run, days, channels, notice: rules.privacyNotice, persons: new Map() }
  const ended: PlannedRow[] = []
  for (let from = 0; from < rows.length; from += atOnce) {
    ended.push(...(await carrySome(carrying, rows.slice(from, from + atOnce))))
    if (from === 0 && rows.length > atOnce * 4) await countAnew(tx)
    await tell(ended.length)
  }
  return ended
}
