import type { Selectable } from 'kysely'
import type { Shift as Table } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { LegalForm } from '../core/cover.schema.ts'
import type { Shift } from '../core/shift.schema.ts'

/** A shift with whom it is about and whose guest they are. */
export type FoundShift = Shift & {
  readonly caseId: string
  readonly personId: string
  readonly guestLabel: string
  readonly guestNeeds: string
  readonly legalForm: LegalForm
  readonly hostLabel: string
  readonly covered: boolean
}

type Row = Selectable<Table> & { host: string | null }

const toFound = (row: Row): FoundShift => ({
  id: row.id,
  districtId: row.district_id,
  pactId: row.pact_id,
  caseId: row.case_id,
  personId: row.person_id,
  giveBackId: row.give_back_id,
  hostOrganisationId: row.host_organisation_id,
  day: row.day,
  from: row.from_time,
  to: row.to_time,
  minutes: row.minutes,
  recoversId: row.recovers_id,
  state: row.state as Shift['state'],
  confirmedBy: row.confirmed_by,
  confirmedAt: row.confirmed_at,
  reason: row.reason,
  guestLabel: row.guest_label,
  guestNeeds: row.guest_needs,
  legalForm: LegalForm.parse(row.legal_form),
  hostLabel: row.host ?? '',
  covered: row.covered,
})

const shifts = (tx: Tx) =>
  tx.db
    .selectFrom('shift as s')
    .leftJoin('organisation as o', 'o.id', 's.host_organisation_id')
    .selectAll('s')
    .select('o.name as host')
    .where('s.district_id', 'in', tx.districts)

/** One shift; others who move it wait. */
export const lockShift = async (tx: Tx, id: string): Promise<FoundShift | undefined> => {
  const row = await shifts(tx).where('s.id', '=', id).forUpdate('s').executeTakeFirst()
  return row && toFound(row)
}

export type ShiftQuestion = {
  readonly districtId?: string
  readonly pactId?: string
  readonly personId?: string
  readonly organisations?: readonly string[]
  readonly from?: string
  readonly to?: string
}

/** Shifts by day, as far as the reader's policies show them. At most 1,000. */
export const listShifts = async (tx: Tx, question: ShiftQuestion): Promise<FoundShift[]> => {
  const { districtId, pactId, personId, organisations, from, to } = question
  const rows = await shifts(tx)
    .$if(districtId !== undefined, (query) => query.where('s.district_id', '=', districtId ?? ''))
    .$if(pactId !== undefined, (query) => query.where('s.pact_id', '=', pactId ?? ''))
    .$if(personId !== undefined, (query) => query.where('s.person_id', '=', personId ?? ''))
    .$if(organisations !== undefined, (query) =>
      query.where('s.host_organisation_id', 'in', [...(organisations ?? [])]),
    )
    .$if(from !== undefined, (query) => query.where('s.day', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('s.day', '<=', to ?? ''))
    .orderBy('s.day')
    .orderBy('s.from_time')
    .orderBy('s.id')
    .limit(1000)
    .execute()
  return rows.map(toFound)
}

/** The confirmed shift that makes up for this one. */
export const findRecovery = async (
  tx: Tx,
  { districtId, id }: Pick<Shift, 'districtId' | 'id'>,
): Promise<FoundShift | undefined> => {
  const row = await shifts(tx)
    .where('s.district_id', '=', districtId)
    .where('s.recovers_id', '=', id)
    .where('s.state', '=', 'confirmed')
    .executeTakeFirst()
  return row && toFound(row)
}

export const addShifts = async (tx: Tx, planned: readonly FoundShift[]): Promise<void> => {
  await tx.db
    .insertInto('shift')
    .values(
      planned.map((one) => ({
        district_id: one.districtId,
        id: one.id,
        pact_id: one.pactId,
        case_id: one.caseId,
        person_id: one.personId,
        guest_label: one.guestLabel,
        guest_needs: one.guestNeeds,
        give_back_id: one.giveBackId,
        legal_form: one.legalForm,
        host_organisation_id: one.hostOrganisationId,
        day: one.day,
        from_time: one.from,
        to_time: one.to,
        minutes: one.minutes,
        state: one.state,
        recovers_id: one.recoversId,
        created_at: tx.now,
      })),
    )
    .execute()
}

export const saveShift = async (tx: Tx, one: Shift, covered: boolean): Promise<void> => {
  await tx.db
    .updateTable('shift')
    .set({
      state: one.state,
      reason: one.reason,
      confirmed_by: one.confirmedBy,
      confirmed_at: one.confirmedAt,
      covered,
    })
    .where('district_id', '=', one.districtId)
    .where('id', '=', one.id)
    .execute()
}
