import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Shift as Table } from '../../../database/schema.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { Cover, type LaterCover, LegalForm } from '../core/cover.schema.ts'
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

export type Ground = { readonly pactState: string; readonly covers: readonly Pick<Cover, 'from' | 'to'>[] }

/** Whether the pact goes on, and the days that covers hold for this give-back: what a host may not read itself. */
export const groundOf = async (
  tx: Tx,
  shift: Pick<Shift, 'districtId' | 'pactId' | 'giveBackId'>,
): Promise<Ground | undefined> => {
  const { rows } = await sql<{ pact_state: string; from_day: string | null; to_day: string | null }>`
    select * from app.shift_ground(${shift.districtId}, ${shift.pactId}, ${shift.giveBackId})`.execute(tx.db)
  const [first] = rows
  return (
    first && {
      pactState: first.pact_state,
      covers: rows.flatMap(({ from_day, to_day }) => (from_day && to_day ? [{ from: from_day, to: to_day }] : [])),
    }
  )
}

const GiveBackText = z.object({
  id: z.string(),
  legalForm: LegalForm,
  hostOrganisationId: z.string().nullable(),
  hostLabel: z.string(),
  plannedHours: z.number(),
  schedule: z.string(),
  tasks: z.string(),
  covers: z.array(Cover),
})

export type PactGround = {
  readonly districtId: string
  readonly number: string
  readonly state: string
  readonly caseId: string
  readonly personId: string
  readonly personLabel: string
  readonly giveBack: readonly z.infer<typeof GiveBackText>[]
}

// The pacts stand above on the stairs: only what attendance needs of a text in force is read of their tables, here and
// nowhere else. `giveBack` is empty while no text is in force.
export const pactGround = async (tx: Tx, pactId: string): Promise<PactGround | undefined> => {
  const row = await tx.db
    .selectFrom('pact as p')
    .leftJoin('pact_version as v', (join) =>
      join.onRef('v.district_id', '=', 'p.district_id').onRef('v.pact_id', '=', 'p.id').on('v.state', '=', 'inForce'),
    )
    .select(['p.district_id as districtId', 'p.number', 'p.state', 'p.case_id as caseId', 'p.person_id as personId'])
    .select(['p.person_label as personLabel', sql<unknown>`v.content -> 'giveBack'`.as('giveBack')])
    .where('p.district_id', 'in', tx.districts)
    .where('p.id', '=', pactId)
    .executeTakeFirst()
  return row && { ...row, giveBack: z.array(GiveBackText).parse(row.giveBack ?? []) }
}

export const listCovers = async (tx: Tx, districtId: string, pactId: string): Promise<LaterCover[]> => {
  const rows = await tx.db
    .selectFrom('cover')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('pact_id', '=', pactId)
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    giveBackId: row.give_back_id,
    policy: row.policy,
    insurer: row.insurer,
    from: row.from_day,
    to: row.to_day,
  }))
}

export const addCover = async (
  tx: Tx,
  about: { districtId: string; pactId: string; caseId: string },
  cover: LaterCover,
): Promise<void> => {
  await tx.db
    .insertInto('cover')
    .values({
      district_id: about.districtId,
      id: cover.id,
      pact_id: about.pactId,
      case_id: about.caseId,
      give_back_id: cover.giveBackId,
      policy: cover.policy,
      insurer: cover.insurer,
      from_day: cover.from,
      to_day: cover.to,
      added_by: tx.actor.id,
      at: tx.now,
    })
    .execute()
}
