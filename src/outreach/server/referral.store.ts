import { type Selectable, sql } from 'kysely'
import type { Referral as Row } from '../../../database/schema.ts'
import type { Day } from '../../platform/core/day.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { ContactPermission, Referral, ReferralState, Said, type Seen } from '../core/referral.schema.ts'

const field = 'referral.said'

export const receiptIndex = (tx: Tx, code: string): string => tx.services.secrets.blindIndex('referral.receipt', code)

type Plain = Selectable<Row>

/** A row as the core knows it. */
export const toReferral = (row: Plain): Referral =>
  Referral.parse({
    id: row.id,
    districtId: row.district_id,
    antennaId: row.antenna_id,
    kind: row.kind,
    channel: row.channel,
    municipalityIstat: row.municipality_istat,
    ageBand: row.age_band,
    living: row.living,
    signs: row.signs,
    urgent: row.urgent,
    knownToServices: row.known_to_services,
    state: row.state,
    closingReason: row.closing_reason,
    receivedAt: row.received_at,
    firstContactDue: row.first_contact_due,
    interviewDue: row.interview_due,
    contactedAt: row.contacted_at,
    interviewedAt: row.interviewed_at,
    movedAt: row.moved_at,
    assignedTo: row.assigned_to,
    personId: row.person_id,
    caseId: row.case_id,
    erasedAt: row.erased_at,
    version: row.version,
  })

export type NewReferral = Referral & {
  readonly said: Said
  readonly permission: ContactPermission
  readonly permissionAt: string
  readonly code: string
  readonly organisationId: string | null
  readonly importId: string | null
  readonly recordedBy: string | null
}

const rowOf = (tx: Tx, one: NewReferral) => ({
  district_id: one.districtId,
  id: one.id,
  kind: one.kind,
  channel: one.channel,
  antenna_id: one.antennaId,
  organisation_id: one.organisationId,
  import_id: one.importId,
  municipality_istat: one.municipalityIstat,
  age_band: one.ageBand,
  living: one.living,
  signs: [...one.signs],
  urgent: one.urgent,
  known_to_services: one.knownToServices,
  said_sealed: tx.services.secrets.seal(field, one.id, JSON.stringify(one.said)),
  permission_of: one.permission.of,
  permission_how: one.permission.how,
  permission_words: one.permission.words,
  permission_at: one.permissionAt,
  receipt_index: receiptIndex(tx, one.code),
  state: one.state,
  closing_reason: one.closingReason,
  received_at: one.receivedAt,
  first_contact_due: one.firstContactDue,
  interview_due: one.interviewDue,
  contacted_at: one.contactedAt,
  interviewed_at: one.interviewedAt,
  moved_at: one.movedAt,
  assigned_to: one.assignedTo,
  person_id: one.personId,
  case_id: one.caseId,
  recorded_by: one.recordedBy,
})

/** Some hundreds at once at most: a statement takes no more values. */
export const insertReferrals = async (tx: Tx, all: readonly NewReferral[]): Promise<void> => {
  if (all.length === 0) return
  await tx.db
    .insertInto('referral')
    .values(all.map((one) => rowOf(tx, one)))
    .execute()
}

export const insertReferral = (tx: Tx, one: NewReferral): Promise<void> => insertReferrals(tx, [one])

export type NewAnonymous = {
  readonly districtId: string
  readonly seen: Omit<Seen, 'municipalityIstat'> & { readonly municipalityIstat: string | null }
  readonly antennaId: string | null
  readonly importId: string | null
  readonly onDay: Day
  readonly code: string | null
}

/** Gives their ids. */
export const insertAnonymousMany = async (tx: Tx, all: readonly NewAnonymous[]): Promise<string[]> => {
  if (all.length === 0) return []
  const rows = all.map((one) => ({
    district_id: one.districtId,
    id: tx.newId(),
    kind: one.seen.kind,
    channel: one.seen.channel,
    antenna_id: one.antennaId,
    import_id: one.importId,
    municipality_istat: one.seen.municipalityIstat,
    age_band: one.seen.ageBand,
    signs: [...one.seen.signs],
    urgent: one.seen.urgent,
    on_day: one.onDay,
    form_index: one.code && receiptIndex(tx, one.code),
  }))
  await tx.db.insertInto('anonymous_contact').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** What the public may ask of a receipt code. */
export const findReceipt = async (
  tx: Tx,
  code: string,
): Promise<{
  state: ReferralState
  isAssigned: boolean
  isOpened: boolean
  receivedOn: Day
  contactedOn: Day | null
  interviewedOn: Day | null
  closedOn: Day | null
} | null> => {
  const { rows } = await sql<Record<string, string | boolean | null>>`
    select * from app.receipt(${receiptIndex(tx, code)})`.execute(tx.db)
  const [row] = rows
  if (!row) return null
  const day = (name: string): Day | null => (typeof row[name] === 'string' ? row[name] : null)
  return {
    state: ReferralState.parse(row.state),
    isAssigned: row.is_assigned === true,
    isOpened: row.is_opened === true,
    receivedOn: day('received_on') ?? '',
    contactedOn: day('contacted_on'),
    interviewedOn: day('interviewed_on'),
    closedOn: day('closed_on'),
  }
}

/** Whether this form was taken in already; a second click at the same moment waits for the first. */
export const isTaken = async (tx: Tx, code: string): Promise<boolean> => {
  const index = receiptIndex(tx, code)
  await sql`select pg_advisory_xact_lock(hashtextextended(${index}, 0))`.execute(tx.db)
  const { rows } = await sql<{ taken: boolean }>`select app.form_taken(${index}) as taken`.execute(tx.db)
  return rows[0]?.taken === true
}

export type Found = {
  readonly referral: Referral
  readonly said: Said | null
  readonly permission: ContactPermission & { at: string }
  readonly openedAt: string | null
}

const toFound = (tx: Tx, row: Plain): Found => ({
  referral: toReferral(row),
  said: row.said_sealed ? Said.parse(JSON.parse(tx.services.secrets.open(field, row.id, row.said_sealed))) : null,
  permission: {
    ...ContactPermission.parse({ of: row.permission_of, how: row.permission_how, words: row.permission_words }),
    at: row.permission_at,
  },
  openedAt: row.opened_at,
})

/** A referral of any district that the reader may see. */
export const findReferral = async (tx: Tx, id: string): Promise<Found | null> => {
  const row = await tx.db
    .selectFrom('referral')
    .selectAll()
    .where('id', '=', id)
    .where('district_id', 'in', [...tx.districts])
    .executeTakeFirst()
  return row ? toFound(tx, row) : null
}

/** False when somebody changed it since it was read. */
export const saveReferral = async (tx: Tx, one: Referral): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('referral')
    .set({
      state: one.state,
      closing_reason: one.closingReason,
      contacted_at: one.contactedAt,
      interviewed_at: one.interviewedAt,
      moved_at: one.movedAt,
      first_contact_due: one.firstContactDue,
      interview_due: one.interviewDue,
      age_band: one.ageBand,
      living: one.living,
      signs: [...one.signs],
      urgent: one.urgent,
      known_to_services: one.knownToServices,
      assigned_to: one.assignedTo,
      person_id: one.personId,
      case_id: one.caseId,
      version: one.version,
    })
    .where('district_id', '=', one.districtId)
    .where('id', '=', one.id)
    .where('version', '=', one.version - 1)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const markOpened = async (tx: Tx, { districtId, id }: Referral): Promise<void> => {
  await tx.db
    .updateTable('referral')
    .set({ opened_at: tx.now })
    .where('district_id', '=', districtId)
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .execute()
}
